"""What pages and doors give to gettext, in templates and in Python."""

import io
from collections.abc import Iterator
from pathlib import Path

from babel.messages.extract import extract
from django.utils.translation.template import templatize

from words.sentences import SOURCE

Found = tuple[str | tuple[str, ...], str, str, int, list[str]]
_KEYWORDS: dict[str, tuple[int | tuple[int, str], ...] | None] = {
    "_": None, "gettext": None, "gettext_lazy": None, "gettext_noop": None,
    "ngettext": (1, 2), "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2), "npgettext": ((1, "c"), 2, 3),
}  # fmt: skip
_TEMPLATES = "web/templates"


def messages() -> Iterator[Found]:
    """Each message: its id (with its plural), its context, where it is, and what is told of it."""
    for path in sorted((*(SOURCE / _TEMPLATES).rglob("*.html"), *_modules())):
        text = path.read_text("utf-8")
        if path.suffix == ".html":
            # What is no message is made unreadable by it, and left where it stood.
            made = templatize(text, origin=path.name)
            text = "\n".join(line.strip() for line in made.splitlines())
        name = path.relative_to(SOURCE).as_posix()
        found = extract(
            "python", io.BytesIO(text.encode()), keywords=_KEYWORDS, comment_tags=("Translators:",)
        )
        for line, message, comments, context in found:
            yield message, context or "", name, line, comments


def _modules() -> Iterator[Path]:
    for part in ("web", "doors"):
        yield from (SOURCE / part).rglob("*.py")
