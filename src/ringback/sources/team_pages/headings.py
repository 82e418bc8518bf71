"""What a heading announces: the staff, the board, former people, clients and news, programs."""

import re
from enum import StrEnum
from functools import cache, lru_cache

from ringback.sources.team_pages.word_lists import paragraphs_of, phrases_of
from ringback.sources.team_pages.words import EAST_ASIAN, fold

HEADING_WORD = re.compile(r"[^\W_]+")
_LONGEST = 160
# Before a word for staff these say that somebody else's are meant ("the tool your team will love").
_NOT_OURS = frozenset(
    "your yours their every any each for ihr ihre ihrem ihren ihres votre vos tu tus su sus seu "
    "seus suas tuo vostro jouw uw din ditt dine deres era ert twoj twoja vas vase vasu teie sinu "
    "ваша вашеи вашу ваш".split()
)
# What phrases announce, and whether each has to be the whole heading, by their number of words.
_Phrases = dict[int, dict[tuple[str, ...], tuple["Section", bool]]]


class Section(StrEnum):
    """What a heading says of the people under it; ``NONE`` where it says nothing."""

    STAFF = "staff"
    ABOUT = "about"
    BOARD = "board"
    FORMER = "former"
    OTHER = "other"
    MACHINE = "machine"
    NONE = ""


@cache
def _headings() -> tuple[dict[str, _Phrases], re.Pattern[str], dict[str, Section]]:
    """Phrases by their first word, and those of scripts that set no blanks."""
    spaced: dict[str, _Phrases] = {}
    joined: dict[str, Section] = {}
    for name, written in paragraphs_of("sections.txt").items():
        kind = Section(name)
        for listed in phrases_of(written):
            phrase = listed.removeprefix("=")
            if EAST_ASIAN.search(phrase):
                joined.setdefault(phrase, kind)
            elif parts := tuple(HEADING_WORD.findall(phrase)):
                alike = spaced.setdefault(parts[0], {}).setdefault(len(parts), {})
                alike.setdefault(parts, (kind, phrase != listed))
    longest_first = sorted(joined, key=len, reverse=True)
    return spaced, re.compile("|".join(map(re.escape, longest_first))), joined


@cache
def heading_starts() -> frozenset[str]:
    """The first words of all phrases: a text with none of them announces nothing."""
    return frozenset(_headings()[0])


@cache
def _machine_starts() -> frozenset[str]:
    listed = phrases_of(paragraphs_of("sections.txt")[Section.MACHINE])
    return frozenset(HEADING_WORD.findall(phrase)[0] for phrase in listed)


def is_of_machine(text: str) -> bool:
    """Whether a text says of what stands beside it that it is a program or a mascot."""
    if _machine_starts().isdisjoint(HEADING_WORD.findall(fold(text))):
        return False
    return section_of(text) is Section.MACHINE


@lru_cache(maxsize=4096)
def section_of(heading: str) -> Section:
    """What a heading announces.

    Former people and programs win over the rest ("Former team members"); where a heading names both
    staff and something else ("Our services and team") the earlier word decides.
    """
    folded = fold(heading[:_LONGEST])
    spaced, joined, kinds = _headings()
    first: dict[Section, int] = {}
    if not folded.isascii() and EAST_ASIAN.search(folded):
        for hit in joined.finditer(folded):
            first.setdefault(kinds[hit.group()], hit.start())
    parts = HEADING_WORD.findall(folded)
    for at, word in enumerate(parts):
        if word not in spaced or (at and parts[at - 1] in _NOT_OURS):
            continue
        for count, phrases in spaced[word].items():
            if found := phrases.get(tuple(parts[at : at + count])):
                kind, whole = found
                if not whole or count == len(parts):
                    first.setdefault(kind, at)
    for kind in (Section.MACHINE, Section.FORMER):
        if kind in first:
            return kind
    if len(first) > 1:
        first.pop(Section.ABOUT, None)
    if not first:
        return Section.NONE
    return min(first, key=lambda kind: (first[kind], kind is not Section.BOARD))
