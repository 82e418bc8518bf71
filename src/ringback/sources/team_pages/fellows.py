"""Names that only their place tells: what stands in the slot in which the others' names stand."""

from bisect import bisect_left
from collections import Counter, defaultdict
from typing import NamedTuple

from ringback.sources.team_pages.context import Context
from ringback.sources.team_pages.groups import Candidate, is_title
from ringback.sources.team_pages.headings import Section
from ringback.sources.team_pages.lines import LineRead, names_by_place
from ringback.sources.team_pages.outline import Outline

# Of a slot's lines so many have to be names already; fewer where titles stand below them.
_MOST = 0.6
_SOME = 0.35
_FEWEST = 3
_APART = (Section.FORMER, Section.OTHER, Section.MACHINE)
_BELOW_ALL = 9
# A line that is so many lines from the nearest name stands apart.
_FARTHEST = 300


class _Slot(NamedTuple):
    """The lines of one kind of which the names of several people are."""

    lines: list[int]
    named: list[int]
    single: bool
    family_first: bool
    below: str


def with_fellows(
    outline: Outline, reads: list[LineRead | None], context: Context, chosen: list[Candidate]
) -> list[Candidate]:
    """The chosen and those who stand in the same slot of the same list, in page order."""
    found = {c.line: c for c in chosen}
    for slot in _slots(outline, chosen):
        for at in slot.lines:
            if at in found or context.of(at) in _APART or _is_parted(outline, slot, at):
                continue
            alike = bool(slot.below) and _key_below(outline, at) == slot.below
            read = reads[at] or _by_place(slot, outline.lines[at].text, alike=alike)
            if read is not None and _is_fellow(slot, alike=alike):
                found[at] = Candidate(at, read)
    return [found[at] for at in sorted(found)]


def _slots(outline: Outline, chosen: list[Candidate]) -> list[_Slot]:
    """The slots that hold two chosen names or more and something else as well."""
    by_key: dict[str, list[Candidate]] = defaultdict(list)
    for candidate in chosen:
        line = outline.lines[candidate.line]
        if not line.alt:
            by_key[line.key].append(candidate)
    by_key = {key: named for key, named in by_key.items() if len(named) > 1}
    alike: dict[str, list[int]] = {key: [] for key in by_key}
    for at, line in enumerate(outline.lines):
        if line.key in alike and line.text:
            alike[line.key].append(at)
    slots = []
    for key, named in by_key.items():
        if len(alike[key]) > len(named):
            slots.append(_slot(outline, alike[key], named))
    return [slot for slot in slots if len(slot.named) >= _SOME * len(slot.lines)]


def _slot(outline: Outline, lines: list[int], named: list[Candidate]) -> _Slot:
    """One slot, its lines only those of the block around all of its names."""
    at = [c.line for c in named]
    scope = _around_all(outline, at)
    end = outline.ends[scope] if scope >= 0 else len(outline.blocks)
    inside = [n for n in lines if scope <= outline.lines[n].element <= end]
    singles = sum(" " not in c.read.name for c in named)
    below = Counter(_key_below(outline, n) for n in at).most_common(1)[0][0]
    commas = sum("," in c.read.name for c in named)
    half = len(named) / 2
    return _Slot(inside, at, singles > half, commas > half, below)


def _by_place(slot: _Slot, text: str, *, alike: bool) -> LineRead | None:
    """The name that a line is by its place; ``alike`` says that a title stands below it as well."""
    single = slot.single or alike
    return names_by_place(text, single=single, family_first=slot.family_first, any_word=alike)


def _around_all(outline: Outline, lines: list[int]) -> int:
    """The smallest block that holds all of some lines; -1 for the page."""
    elements = [outline.lines[n].element for n in lines]
    block, last = min(elements), max(elements)
    while block >= 0 and outline.ends[block] < last:
        block = outline.blocks[block].parent
    return block


def _key_below(outline: Outline, at: int) -> str:
    """The kind of the line right below, where it reads like a title."""
    lines = outline.lines
    if at + 1 < len(lines) and not lines[at + 1].alt and is_title(lines[at + 1]):
        return lines[at + 1].key
    return ""


def _is_fellow(slot: _Slot, *, alike: bool) -> bool:
    share = len(slot.named) / len(slot.lines)
    if alike:
        return share >= _SOME
    return share >= _MOST and len(slot.named) >= _FEWEST


def _is_parted(outline: Outline, slot: _Slot, at: int) -> bool:
    """Whether a heading stands between a line and the name of the slot that is nearest to it."""
    lines = outline.lines
    place = bisect_left(slot.named, at)
    beside = slot.named[max(0, place - 1) : place + 1]
    nearest = min(beside, key=lambda n: abs(n - at))
    if abs(nearest - at) > _FARTHEST:
        return True
    level = lines[at].level or _BELOW_ALL
    between = range(min(at, nearest) + 1, max(at, nearest))
    return any(0 < lines[n].level < level and lines[n].key != lines[at].key for n in between)
