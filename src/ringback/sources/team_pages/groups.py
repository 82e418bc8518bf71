"""Lines of one kind on a page, and what their repetition says of the names in them."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import NamedTuple

from ringback.sources.team_pages.lines import LineRead, is_prose
from ringback.sources.team_pages.outline import Line, Outline
from ringback.sources.team_pages.words import EAST_ASIAN, has_role

_LONGEST_TITLE = 120
_WORDS_OF_TITLE = 10
_NEAR = 5


class Candidate(NamedTuple):
    """A line that names somebody, and what it says."""

    line: int
    read: LineRead


@dataclass(slots=True)
class Group:
    """What the lines of one key have in common.

    ``named`` of the ``lines`` name somebody, ``titled`` of these with a title beside them and
    ``upper`` in capitals; ``sure`` adds up how sure the names are.
    """

    lines: int = 0
    named: int = 0
    sure: float = 0.0
    titled: int = 0
    upper: int = 0
    heading: bool = False

    @property
    def share(self) -> float:
        return self.named / self.lines

    @property
    def mean(self) -> float:
        return self.sure / self.named


def groups_of(
    outline: Outline, reads: list[LineRead | None], near: dict[int, float]
) -> dict[str, Group]:
    """The groups of a page by key; ``near`` says for each name how well a title stands by it."""
    groups: dict[str, Group] = defaultdict(Group)
    for at, line in enumerate(outline.lines):
        group = groups[line.key]
        group.lines += 1
        group.heading = line.level > 0
        read = reads[at]
        if read is not None:
            group.named += 1
            group.sure += read.sure
            group.upper += read.name.isupper()
            group.titled += near[at] > 0
    return groups


def title_near(outline: Outline, reads: list[LineRead | None], at: int, read: LineRead) -> float:
    """How well a title stands by a name: 1 in its line or right below, less above or farther."""
    if read.title and has_role(read.title):
        return 1.0
    lines = outline.lines
    seen = 0
    for below in range(at + 1, min(at + 6, len(lines))):
        if lines[below].alt:
            continue
        if reads[below] is not None or seen == 2:
            break
        seen += 1
        if is_title(lines[below]):
            worth = 1.0 if seen == 1 else 0.7
            return worth if lines[below].text.count(" ") < _WORDS_OF_TITLE else 0.4
    for above in range(at - 1, max(-1, at - _NEAR), -1):
        if not lines[above].alt:
            titled = reads[above] is None and is_title(lines[above]) and lines[at].level != 1
            return 0.5 * titled
    return 0.0


def is_title(line: Line) -> bool:
    """Whether a line reads like a job title."""
    text = line.text
    if len(text) > _LONGEST_TITLE or text[-1:] in "!?":
        return False
    return not is_prose(text) and has_role(text)


def is_below_a_name(outline: Outline, found: list[Candidate], at: int) -> bool:
    """Whether what could be a name stands right below a surer one: a title, a place, a clinic."""
    line, read = found[at]
    for above in found[max(0, at - 3) : at]:
        if outline.lines[above.line].alt or not _share_a_card(outline, above.line, line):
            continue
        if _is_their_department(above.read, read):
            return True
        if above.read.sure < 0.85 or above.read.title:
            continue
        if read.guess or (read.sure < 0.8 and above.read.sure > read.sure):
            return True
    return False


def _is_their_department(above: LineRead, read: LineRead) -> bool:
    """Whether what could be a name with its title is a title below an East Asian name."""
    if not read.title or above.title or EAST_ASIAN.search(read.name) is None:
        return False
    return above.sure >= read.sure and EAST_ASIAN.search(above.name) is not None


def lesser_keys(outline: Outline, found: list[Candidate], groups: dict[str, Group]) -> set[str]:
    """Kinds of lines that stand below names of a surer kind: departments, clinics, skills."""
    below: Counter[tuple[str, str]] = Counter()
    upper: Candidate | None = None
    for candidate in found:
        line = outline.lines[candidate.line]
        if line.alt:
            continue
        if upper is not None and _share_a_card(outline, upper.line, candidate.line):
            below[outline.lines[upper.line].key, line.key] += 1
        upper = candidate
    lesser: set[str] = set()
    for (above, under), count in below.items():
        if above == under or under in lesser or above in lesser:
            continue
        first, second = groups[above], groups[under]
        needed = -0.1 if first.heading and not second.heading else 0.08
        often = count >= 0.6 * second.named and first.named >= 0.8 * second.named
        if often and first.mean - second.mean > needed:
            lesser.add(under)
    return lesser


def _share_a_card(outline: Outline, one: int, other: int) -> bool:
    """Whether two lines of different kinds stand in one block, or in two of one parent."""
    first, second = outline.lines[one], outline.lines[other]
    if first.key == second.key or other - one > _NEAR:
        return False
    if first.level and first.level == second.level:
        return False
    above = outline.blocks[first.element].parent if first.element >= 0 else -1
    below = outline.blocks[second.element].parent if second.element >= 0 else -1
    if above == below or first.element in (second.element, below) or second.element == above:
        return True
    return below >= 0 and outline.blocks[below].parent == above
