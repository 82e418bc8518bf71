"""What the head of a table column or a label before a colon says: name, title."""

import re
from enum import StrEnum

from ringback.sources.team_pages.word_lists import paragraphs_of, phrases_of
from ringback.sources.team_pages.words import fold

_LONGEST = 40


class Label(StrEnum):
    """What stands under a head or behind a label; ``OTHER`` where it is none of the rest."""

    GIVEN = "given name"
    FAMILY = "family name"
    NAME = "name"
    TITLE = "title"
    OTHER = "other"


_LABELS = {
    phrase: Label(name)
    for name, written in paragraphs_of("labels.txt").items()
    for phrase in phrases_of(written)
}
_COLON = re.compile(r"\s*[:：]\s*")


def label_of(text: str) -> Label | None:
    """What a table's head says, None where it is no known word."""
    if len(text) > _LONGEST:
        return None
    return _LABELS.get(" ".join(fold(text).split()).rstrip(" :"))


def split_label(text: str) -> tuple[Label | None, str]:
    """The label before the first colon of a text and what is behind it; (None, text) without."""
    if ":" not in text and "：" not in text:
        return None, text
    colon = _COLON.search(text, 0, _LONGEST)
    if colon is None or not colon.start():
        return None, text
    label = _LABELS.get(" ".join(fold(text[: colon.start()]).split()))
    return (label, text[colon.end() :]) if label else (None, text)
