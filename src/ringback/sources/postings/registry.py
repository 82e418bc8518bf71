"""Finds every platform there is, and the one that an address, an answer or a page belongs to.

A platform is a module of ``platforms`` with a ``PLATFORM`` in it; adding one edits nothing else.
None is chosen by its place among the others: where two claim the same, none has it.
"""

import pkgutil
from collections.abc import Callable
from functools import cache
from importlib import import_module

from ringback.sources.postings import platforms as package
from ringback.sources.postings.platform import Asked, Platform
from ringback.sources.web.urls import Url


@cache
def platforms() -> tuple[Platform, ...]:
    """Every platform, by key."""
    names = sorted(module.name for module in pkgutil.iter_modules(package.__path__))
    modules = (import_module(f"{package.__name__}.{name}") for name in names)
    found = (getattr(module, "PLATFORM", None) for module in modules)
    return tuple(sorted((one for one in found if isinstance(one, Platform)), key=lambda p: p.key))


def of_address(url: Url) -> tuple[Platform, Asked] | None:
    """The platform that the address of a posting belongs to, with what to ask there."""
    found = [(one, asked) for one in platforms() if (asked := one.asks(url)) is not None]
    return found[0] if len(found) == 1 else None


def of_page(html: str) -> Platform | None:
    """The platform whose signature a page bears."""
    return _only(lambda one: any(sign in html for sign in one.signs))


def _only(fits: Callable[[Platform], bool]) -> Platform | None:
    found = [one for one in platforms() if fits(one)]
    return found[0] if len(found) == 1 else None
