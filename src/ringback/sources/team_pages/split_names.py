"""Names whose given and family names stand in two lines, made one line."""

from collections import Counter
from itertools import pairwise
from typing import NamedTuple

from ringback.sources.team_pages.lines import read_line
from ringback.sources.team_pages.marks import Mark, marks_of
from ringback.sources.team_pages.outline import Line, Outline
from ringback.sources.team_pages.person_names import look_at_name
from ringback.sources.team_pages.words import fold, has_role, is_given

_LONGEST = 30
_MOST_WORDS = 2
_SURE = 0.85


class _Pair(NamedTuple):
    """Two lines that are a name together, the upper one's place, and their kinds."""

    at: int
    name: str
    keys: tuple[str, str]
    surely: bool


def join_split_names(outline: Outline) -> None:
    """Write the names that two lines share into the first of them, and empty the second.

    Certain are two lines that fill a heading, or whose classes say given and family name; others
    have to be repeated, with a title below.
    """
    lines = outline.lines
    pairs = [
        pair
        for at, (upper, lower) in enumerate(pairwise(lines))
        if _may_be_half(upper) and _may_be_half(lower) and (pair := _pair(outline, at))
    ]
    if not pairs:
        return
    often = Counter(pair.keys for pair in pairs)
    kinds = Counter(line.key for line in lines)
    below = Counter(pair.keys for pair in pairs if _has_title_below(lines, pair.at))
    for pair in pairs:
        count, all_upper = often[pair.keys], kinds[pair.keys[0]]
        if pair.keys[0] == pair.keys[1]:
            all_upper //= 2
        usual = count > 1 and min(count, below[pair.keys]) >= 0.6 * all_upper
        if pair.surely or usual:
            lines[pair.at] = lines[pair.at]._replace(text=pair.name, runs=())
            lines[pair.at + 1] = lines[pair.at + 1]._replace(text="", runs=())


def _may_be_half(line: Line) -> bool:
    text = line.text
    if line.alt or not 1 < len(text) <= _LONGEST or text.count(" ") >= _MOST_WORDS:
        return False
    return text[0].isupper() and text[-1].isalpha()


def _pair(outline: Outline, at: int) -> _Pair | None:
    upper, lower = outline.lines[at], outline.lines[at + 1]
    given = [is_given(fold(line.text.split()[-1])) for line in (upper, lower)]
    if not any(given) or has_role(upper.text) or has_role(lower.text):
        return None
    name = f"{upper.text} {lower.text}"
    look = look_at_name(name)
    if look is None or look.sure < _SURE or not _stand_together(outline, upper, lower):
        return None
    if all((read := read_line(line.text)) and read.sure > _SURE for line in (upper, lower)):
        return None
    surely = _fill_a_heading(outline, at) or _are_labelled(upper, lower)
    if not surely and (given[1] or upper.level != lower.level):
        return None
    return _Pair(at, look.name, (upper.key, lower.key), surely)


def _stand_together(outline: Outline, upper: Line, lower: Line) -> bool:
    """Whether two lines are in one block, in blocks of one parent, or in a block and its child."""
    if upper.element == lower.element:
        return True
    parents = [outline.blocks[x.element].parent if x.element >= 0 else -1 for x in (upper, lower)]
    return parents[0] == parents[1] or parents[1] == upper.element


def _fill_a_heading(outline: Outline, at: int) -> bool:
    """Whether two lines are a heading's only ones; the second is no given name of its own."""
    lines = outline.lines
    element = lines[at].element
    if not lines[at].level or lines[at + 1].element != element:
        return False
    around = [lines[n].element for n in (at - 1, at + 2) if 0 <= n < len(lines)]
    return element not in around


def _are_labelled(upper: Line, lower: Line) -> bool:
    said = marks_of(upper.marks) | marks_of(lower.marks)
    return Mark.GIVEN in said and Mark.FAMILY in said


def _has_title_below(lines: list[Line], at: int) -> bool:
    return at + 2 < len(lines) and has_role(lines[at + 2].text)
