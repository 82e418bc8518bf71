"""Which of the names on a page are its staff."""

from ringback.sources.team_pages.context import Context
from ringback.sources.team_pages.evidence import Evidence, is_staff
from ringback.sources.team_pages.fellows import with_fellows
from ringback.sources.team_pages.groups import (
    Candidate,
    groups_of,
    is_below_a_name,
    lesser_keys,
    title_near,
)
from ringback.sources.team_pages.headings import Section
from ringback.sources.team_pages.labels import Label
from ringback.sources.team_pages.lines import LineRead, read_line
from ringback.sources.team_pages.markup import MarkedPerson
from ringback.sources.team_pages.outline import SITE_HEADING, Line, Outline
from ringback.sources.team_pages.person_names import name_key

_LONGEST = 240
_LONGEST_ALT = 120


def read_lines(outline: Outline) -> list[LineRead | None]:
    """What each line says of a person; most lines are refused at a glance."""
    return [_read(line) for line in outline.lines]


def _read(line: Line) -> LineRead | None:
    if not 1 < len(line.text) <= (_LONGEST_ALT if line.alt else _LONGEST):
        return None
    return None if line.key == SITE_HEADING else read_line(line.text, line.runs)


def staff_of(
    outline: Outline,
    reads: list[LineRead | None],
    context: Context,
    columns: dict[int, Label],
    marked: list[MarkedPerson],
) -> tuple[list[Candidate], int]:
    """The candidates that are staff, in page order, and how many former people were left out."""
    found = [Candidate(n, read) for n, read in enumerate(reads) if read is not None]
    near = {c.line: title_near(outline, reads, c.line, c.read) for c in found}
    groups = groups_of(outline, reads, near)
    evidence = Evidence(
        outline=outline,
        reads=reads,
        context=context,
        columns=columns,
        marked={name_key(p.name): p.surely for p in marked},
        groups=groups,
        near=near,
        images=frozenset(outline.images),
        starts=[c.line for c in outline.contacts],
    )
    lesser = lesser_keys(outline, found, groups)
    chosen: list[Candidate] = []
    former = 0
    for at, candidate in enumerate(found):
        if outline.lines[candidate.line].key in lesser and candidate.read.sure < 1.0:
            continue
        if is_below_a_name(outline, found, at):
            continue
        if context.of(candidate.line) is Section.FORMER:
            former += 1
        elif is_staff(evidence, candidate):
            chosen.append(candidate)
    chosen = _without_others(context, chosen)
    chosen = with_fellows(outline, reads, context, chosen)
    return _without_alts(outline, chosen), former


def _without_others(context: Context, chosen: list[Candidate]) -> list[Candidate]:
    """Where blocks of their own show the staff, blocks for clients, authors and the like do not."""
    others = {c.line for c in chosen if context.marks_of(c.line) < 0}
    if not others or len(chosen) - len(others) <= len(others):
        return chosen
    return [c for c in chosen if c.line not in others]


def _without_alts(outline: Outline, chosen: list[Candidate]) -> list[Candidate]:
    """Names in alternative texts count only where no visible name says the same or is beside."""
    seen = [c for c in chosen if not outline.lines[c.line].alt]
    visible = {name_key(c.read.name) for c in seen}
    tokens = {word for key in visible for word in key}
    lines = {c.line for c in seen}
    kept = []
    for candidate in chosen:
        if outline.lines[candidate.line].alt:
            own = name_key(candidate.read.name)
            if own in visible or own <= tokens or _has_visible(outline, candidate.line, lines):
                continue
        kept.append(candidate)
    return kept


def _has_visible(outline: Outline, alt: int, visible: set[int]) -> bool:
    """Whether a visible name stands beside a picture, in the block of the picture's block."""
    blocks = outline.around(outline.lines[alt].element, 2)
    if not blocks:
        return False
    around = blocks[-1]
    near = (n for n in (alt - 2, alt - 1, alt + 1, alt + 2) if n in visible)
    return any(around <= outline.lines[n].element <= outline.ends[around] for n in near)
