"""What a block element says by its tag, classes and id: how keys call it, whether it is frame."""

import re
from functools import lru_cache
from typing import NamedTuple

LEVELS = {f"h{n}": n for n in range(1, 7)}
_HOLDERS = frozenset(["main", "article", "section", "li", "td", "figure", "dialog"])
_SPECIAL = frozenset(["form", "header", "td", "th"])
_AWAY_WORDS = frozenset(
    "footer nav navbar navigation menu breadcrumb breadcrumbs copyright colophon pagination cookie "
    "cookies".split()
)
_AWAY_BEFORE = frozenset(
    "site page main global top primary mobile bottom side sub offcanvas".split()
)
_AWAY_LAST = frozenset(["nav", "menu", "navbar", "breadcrumbs"])
_NOISE = frozenset(
    "first last odd even active reverse alt clearfix hidden show in fade wow animated".split()
)
_DIGIT = re.compile(r"\d")


class Shape(NamedTuple):
    """What a block is by itself.

    ``away`` says navigation, footer and the like; ``plain`` that nothing about it needs a look.
    """

    marks: str
    own: str
    away: bool
    level: int
    held: bool
    plain: bool


@lru_cache(maxsize=8192)
def shape_of(tag: str, classes: str, identity: str) -> Shape:
    """The shape of a block with these class and id attributes."""
    marks = tidy_marks(classes) if classes else ""
    own = f"{tag}.{marks}"
    if identity:
        marks = f"{marks} {identity.lower()}" if marks else identity.lower()
    away = bool(marks) and tag != "body" and _is_away(marks)
    plain = not away and tag not in _SPECIAL and "-" not in tag
    return Shape(marks, own, away, LEVELS.get(tag, 0), tag in _HOLDERS, plain)


@lru_cache(maxsize=8192)
def tidy_marks(raw: str) -> str:
    """Class words in lower case, without those that number or animate the block."""
    kept = [w for w in raw.lower().split() if w not in _NOISE and not w.startswith("aos")]
    if _DIGIT.search(raw):
        kept = [w for w in kept if not _DIGIT.search(w)]
    return " ".join(kept)


def _is_away(marks: str) -> bool:
    """Whether class words say the page's frame ("site-footer", but not "card-footer")."""
    for mark in marks.split():
        parts = mark.replace("_", "-").split("-")
        if parts[-1] in _AWAY_WORDS and (len(parts) == 1 or parts[0] in _AWAY_BEFORE):
            return True
        if parts[0] in _AWAY_WORDS or parts[-1] in _AWAY_LAST:
            return True
    return False
