"""What the class and id words of a block say: staff, others, a name, a title, something else."""

import re
from enum import StrEnum
from functools import lru_cache

from ringback.sources.team_pages.word_lists import word_paragraphs_of


class Mark(StrEnum):
    """What a block is by its own words."""

    STAFF = "staff"
    OTHER = "other"
    HEADING = "heading"
    NAME = "name"
    GIVEN = "given"
    FAMILY = "family"
    TITLE = "title"
    ASIDE = "aside"


_LISTED = [
    (word, Mark(name))
    for name, listed in word_paragraphs_of("marks.txt").items()
    for word in sorted(listed)
]
_DIVIDERS = re.compile(r"[\s_|@-]+")
_NOTHING: frozenset[Mark] = frozenset()
_WORDS: dict[str, frozenset[Mark]] = {}
for _word, _mark in _LISTED:
    _WORDS[_word] = _WORDS.get(_word, _NOTHING) | {_mark}
_STARTS = tuple((word[:-1], mark) for word, mark in _LISTED if word.endswith("-"))
_ANY_START = tuple(word for word, _ in _STARTS)
_PHRASE = re.compile(f"-(?:{'|'.join(word for word, _ in _LISTED if '-' in word[:-1])})(?=-)")


@lru_cache(maxsize=8192)
def marks_of(words: str) -> frozenset[Mark]:
    """Everything that class words in lower case say of their block."""
    if not words:
        return _NOTHING
    flat = f"-{_DIVIDERS.sub('-', words)}-"
    said = {hit[0][1:] for hit in _PHRASE.finditer(flat)}
    found: set[Mark] = set()
    for token in flat.split("-"):
        said.add(token.rstrip("0123456789"))
        if token.startswith(_ANY_START):
            found.update(mark for start, mark in _STARTS if token.startswith(start))
    for word in said:
        found.update(_WORDS.get(word, _NOTHING))
    return frozenset(found)
