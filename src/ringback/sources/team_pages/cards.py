"""The part of the page that is each person's: their block, or the lines that follow their name."""

from typing import NamedTuple

from ringback.sources.team_pages.groups import Candidate
from ringback.sources.team_pages.outline import Outline

_FLAT_LINES = 8
_MOST_LINES = 60
_LONE_LINES = 25


class Card(NamedTuple):
    """Where a person stands: the lines ``start`` to ``stop``, among them their name's.

    ``flat`` says that no block holds the person: the lines merely follow each other.
    """

    person: Candidate
    start: int
    stop: int
    block: int
    flat: bool

    def others(self) -> list[int]:
        """The card's lines without the name's, in page order."""
        return [n for n in range(self.start, self.stop) if n != self.person.line]


def cards_of(outline: Outline, people: list[Candidate]) -> list[Card]:
    """One card to each person, none overlapping; linear in the lines of the page."""
    found: list[Card] = []
    floor = 0
    for at, person in enumerate(people):
        before = outline.lines[people[at - 1].line].element if at else -1
        last = at + 1 == len(people)
        after = -1 if last else outline.lines[people[at + 1].line].element
        following = len(outline.lines) if last else people[at + 1].line
        top = _top(outline, person, before, after)
        card = _card(outline, person, top, floor, following)
        found.append(card)
        floor = card.stop
    return found


def _top(outline: Outline, person: Candidate, before: int, after: int) -> int:
    """The largest block around a name that holds nobody else's."""
    line = outline.lines[person.line]
    top = line.element
    for block in outline.around(top)[1:]:
        end = outline.ends[block]
        if block <= before <= end or block <= after <= end:
            break
        if outline.blocks[block].tag in ("body", "main"):
            break
        if (before < 0 or after < 0) and _too_large(outline, block, person.line):
            break
        top = block
    return top


def _too_large(outline: Outline, block: int, at: int) -> bool:
    """Whether a block that no second name limits holds more than one person's lines.

    A heading right below the name does not count: it is the title.
    """
    end = outline.ends[block]
    lines = outline.lines
    level = lines[at].level
    for way in (-1, 1):
        n = at + way
        while 0 <= n < len(lines) and block <= lines[n].element <= end:
            if abs(n - at) > _LONE_LINES:
                return True
            if (
                (not level or n != at + 1)
                and lines[n].level
                and (not level or lines[n].level <= level)
            ):
                return True
            n += way
    return False


def _card(outline: Outline, person: Candidate, top: int, floor: int, following: int) -> Card:
    lines = outline.lines
    end = outline.ends[top]
    start = person.line
    while start > floor and top <= lines[start - 1].element <= end:
        start -= 1
    stop = person.line + 1
    while stop < following and top <= lines[stop].element <= end and stop - start < _MOST_LINES:
        stop += 1
    flat = all(lines[n].alt for n in range(start, stop) if n != person.line)
    if flat:
        stop = max(stop, _flat_stop(outline, person.line, following))
    return Card(person, start, stop, top, flat)


def _flat_stop(outline: Outline, at: int, following: int) -> int:
    """Where a person's lines end without a block: at a heading, or after a few lines."""
    level = outline.lines[at].level
    stop = at + 1
    if level and stop < following and outline.lines[stop].level >= level:
        stop += 1
    while stop < min(following, at + 1 + _FLAT_LINES):
        other = outline.lines[stop].level
        if other and (not level or other <= level):
            break
        stop += 1
    return stop
