"""Every address of the desk, from the url patterns themselves, so that a new one is tried too."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import URLPattern
from django.urls.converters import IntConverter


@dataclass(frozen=True)
class Address:
    """One pattern: its text, its view, and the names of the numbers and words in it."""

    route: str
    view: Callable[..., object]
    numbers: tuple[str, ...]
    words: tuple[str, ...]

    def at(self, number: int | str = 1, word: str = "") -> str:
        """A path of it, with this number and this word in every place for one."""
        path = "/" + self.route
        for name in self.numbers:
            path = path.replace(f"<int:{name}>", str(number))
        for name in self.words:
            path = path.replace(f"<slug:{name}>", word or WORDS.get(self.route, "note"))
        assert "<" not in path, f"{path}: this kind of place has no value yet"
        return path


# What stands in the places for words.
WORDS = {"numbers/<slug:key>.<slug:ending>": "coverage"}


def addresses() -> Iterator[Address]:
    """Every address of the desk, once."""
    from ringback.web.urls import urlpatterns

    for pattern in urlpatterns:
        assert isinstance(pattern, URLPattern)
        kinds = pattern.pattern.converters
        yield Address(
            str(pattern.pattern), pattern.callback,
            tuple(name for name, kind in kinds.items() if isinstance(kind, IntConverter)),
            tuple(name for name, kind in kinds.items() if not isinstance(kind, IntConverter)),
        )  # fmt: skip


def book() -> dict[str, list[dict[str, Any]]]:
    """All that the book holds, row by row."""
    from django.apps import apps

    models = apps.get_app_config("book").get_models()
    return {one.__name__: list(one._default_manager.order_by("pk").values()) for one in models}
