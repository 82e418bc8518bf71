"""Whether a name on a page is one of its staff: what speaks for it, weighed."""

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import NamedTuple

from ringback.sources.team_pages.contacts import mails_in
from ringback.sources.team_pages.context import Context
from ringback.sources.team_pages.groups import Candidate, Group
from ringback.sources.team_pages.headings import Section
from ringback.sources.team_pages.labels import Label
from ringback.sources.team_pages.lines import LineRead
from ringback.sources.team_pages.marks import Mark, marks_of
from ringback.sources.team_pages.outline import Outline
from ringback.sources.team_pages.person_names import name_key
from ringback.sources.team_pages.tables import cell_of
from ringback.sources.team_pages.words import NO_CASE, fold, words

# Where the page or its part is about the staff a name needs less than where nothing says so.
ENOUGH = 5.0
ENOUGH_ALONE = 7.0
_QUOTE = re.compile(r"^[\"“”„«»‟‘「『]|[\"“”„«»‟」』]$")
_LONG_QUOTE = 60
_WHOLE_QUOTE = re.compile(r"[\"“”„«»‟‘「『].{20,}[\"“”„«»‟’」』][.!]?")
_DATED = re.compile(r"\b(?:19|20)\d\d\b|\d{1,2}[./]\d{1,2}[./]\d{2,4}")
_ABOUT_STAFF = (Section.STAFF, Section.BOARD)
_REACHED = 2.5


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a page holds to judge its names by.

    ``near`` says for each name's line how well a title stands by it, ``marked`` which names the
    page's markup gives, and whether as staff.
    """

    outline: Outline
    reads: list[LineRead | None]
    context: Context
    columns: dict[int, Label]
    marked: dict[frozenset[str], bool]
    groups: dict[str, Group]
    near: dict[int, float]
    images: frozenset[int]
    starts: list[int]


class _Facts(NamedTuple):
    """What is known of one name: where it stands, what is beside it, what is like it."""

    candidate: Candidate
    group: Group
    section: Section
    page: Section
    direct: bool
    marks: int
    label: Label | None
    titled: float
    reached: float
    level: int

    @property
    def placed(self) -> bool:
        """Whether a heading says that staff stand here."""
        return self.section in _ABOUT_STAFF

    @property
    def shown(self) -> bool:
        """Whether anything says that staff stand here, the page's own title included."""
        return self.placed or self.marks > 0 or self.page in _ABOUT_STAFF


def is_staff(page: Evidence, candidate: Candidate) -> bool:
    """Whether a name is one of the staff; markup that says so decides at once."""
    at, read = candidate
    marked = page.marked.get(name_key(read.name)) if page.marked else None
    if marked:
        return True
    facts = _facts(page, candidate)
    if _is_somebody_else(page, facts) or not _is_supported(facts):
        return False
    points = _own_points(facts) + _place_points(facts) + 1.5 * (marked is not None)
    line = page.outline.lines[at]
    points += 0.5 * line.bold + 0.7 * (Mark.NAME in marks_of(line.marks)) - 1.5 * line.alt
    points += 0.3 * (not page.images.isdisjoint(range(at - 3, at + 2)))
    points += 0.7 * _is_pictured(page, at, read)
    return points >= (ENOUGH if facts.shown else ENOUGH_ALONE)


def _facts(page: Evidence, candidate: Candidate) -> _Facts:
    at = candidate.line
    line = page.outline.lines[at]
    return _Facts(
        candidate=candidate,
        group=page.groups[line.key],
        section=page.context.of(at),
        page=page.context.page,
        direct=page.context.is_direct(at),
        marks=page.context.marks_of(at),
        label=page.columns.get(cell_of(page.outline, line.element)) if page.columns else None,
        titled=page.near[at],
        reached=_contact_points(page, candidate),
        level=line.level,
    )


def _is_somebody_else(page: Evidence, facts: _Facts) -> bool:
    """A client, an author, a cell of another column, a line of a list of companies."""
    read, group = facts.candidate.read, facts.group
    if facts.section is Section.OTHER or (facts.marks < 0 and not facts.direct):
        return True
    if facts.label in (Label.TITLE, Label.OTHER) or _DATED.search(read.title):
        return True
    if not facts.placed and _is_after_quote(page.outline, facts.candidate.line):
        return True
    if group.named > 2 and group.mean < 0.6 and group.titled < 0.3 * group.named:
        return True
    return _is_unlike(facts) or (
        read.sure < 0.9 and read.name.isupper() and group.upper * 2 < group.named
    )


def _is_unlike(facts: _Facts) -> bool:
    """Whether an unsure name lacks what the others of its kind have, or is the only one of them."""
    read, group = facts.candidate.read, facts.group
    if read.sure >= 0.7 or read.title or facts.reached >= _REACHED:
        return False
    untold = not (facts.titled or facts.direct or facts.reached)
    if untold and group.titled * 2 >= group.named > 2:
        return True
    return read.sure < 0.6 and facts.marks <= 0 and group.lines > 2 and group.share < 0.35


def _is_supported(facts: _Facts) -> bool:
    """Whether more than the text itself speaks for a name, as much as it needs."""
    sure = facts.candidate.read.sure
    if sure < 0.5 and not (facts.titled or facts.group.share > 0.6):
        return False
    supported = _is_one_of_many(facts) or facts.reached >= _REACHED or facts.label is Label.NAME
    if sure < 0.9 and not supported:
        return facts.titled > 0.6 or (facts.titled > 0 and sure > 0.6)
    return supported or facts.shown or facts.titled > 0


def _is_one_of_many(facts: _Facts) -> bool:
    """Whether lines of the same kind are names as well, so that the kind is a list of people."""
    read, group = facts.candidate.read, facts.group
    near = facts.placed or facts.marks > 0
    fewest = 2 if facts.placed and facts.direct else 3
    sure = group.named >= fewest and group.mean >= (0.6 if facts.placed else 0.75)
    if sure and group.share >= (0.6 if read.sure >= 0.7 else 0.8):
        return True
    if group.named < 3 or group.share < 0.6:
        return False
    if near and group.titled >= 0.5 * group.named:
        return True
    if group.share < 0.8:
        return False
    if facts.marks > 0 and facts.level and read.sure >= 0.5:
        return True
    return near and NO_CASE.search(read.name) is not None


def _own_points(facts: _Facts) -> float:
    """What the name, the title beside it and the lines of the same kind are worth."""
    read, group = facts.candidate.read, facts.group
    points = 3.0 * read.sure + 2.2 * facts.titled + facts.reached - 1.0 * read.prose
    points += 0.5 * bool(read.title and not facts.titled and not read.prose)
    points += 2.0 * (facts.label is not None)
    if group.named > 1 and group.share >= 0.5:
        points += 0.5 * min(group.named, 4) * group.mean + 1.2 * group.titled / group.named
    return points


def _place_points(facts: _Facts) -> float:
    """What the place on the page is worth: heading, page, class words."""
    points = 1.2 * facts.placed + 0.8 * (facts.page in _ABOUT_STAFF) + 1.0 * (facts.marks > 0)
    if not facts.placed and facts.page is Section.OTHER:
        points -= 1.5
    elif not facts.placed and facts.page is Section.ABOUT:
        points += 0.4
    return points


def _is_pictured(page: Evidence, at: int, read: LineRead) -> bool:
    """Whether a picture beside the name is labelled with it."""
    lines = page.outline.lines
    for n in range(max(0, at - 2), min(len(lines), at + 3)):
        other = page.reads[n]
        if n == at or not lines[n].alt or other is None:
            continue
        if name_key(other.name) == name_key(read.name):
            return True
    return False


def _is_after_quote(outline: Outline, at: int) -> bool:
    """Whether a quotation stands right above: the name signs somebody's opinion."""
    above = [outline.lines[n].text for n in (at - 1, at - 2) if n >= 0]
    if any(_WHOLE_QUOTE.fullmatch(text) for text in above):
        return True
    return any(len(text) > _LONG_QUOTE and _QUOTE.search(text) for text in above)


def _contact_points(page: Evidence, candidate: Candidate) -> float:
    """A way to reach somebody near the name; more where the address is made of the name."""
    at = candidate.line
    lines = page.outline.lines
    last = at + 1
    while last < len(lines) and last <= at + 6:
        if page.reads[last] is not None and not lines[last].alt:
            break
        last += 1
    linked = page.outline.contacts[bisect_left(page.starts, at) : bisect_left(page.starts, last)]
    near = [c.value for c in linked if c.kind != "phone"]
    for n in range(at, last):
        if "@" in lines[n].text:
            near.extend(mails_in(lines[n].text))
    if not near:
        return 1.0 if linked else 0.0
    parts = [p for w in words(candidate.read.name) for p in w.split("-") if len(p) > 2]
    for value in near:
        own = fold(value.partition("@")[0].rpartition("/in/")[2])
        if any(p in own for p in parts):
            return _REACHED
    return 1.0
