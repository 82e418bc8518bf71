"""What part of the page a line stands in: the staff, the board, former people, clients, news."""

import re

from ringback.sources.team_pages.headings import Section, section_of
from ringback.sources.team_pages.lines import LineRead
from ringback.sources.team_pages.marks import Mark, marks_of
from ringback.sources.team_pages.outline import Line, Outline
from ringback.sources.team_pages.words import has_role, words

_URL_WORDS = re.compile(r"[/_.\-]+")
_SOFT_LEVEL = 7
_LONGEST_HEADING = 90
_LONGEST_SOFT = 48
# A heading with one of these speaks to or of others ("Trusted by leaders").
_NOT_THEM = frozenset(
    "by for to with from fur von pour par para por per da voor door dla pro till til для".split()
)


class Context:
    """For every line of a page the heading that governs it; for the page what it is about."""

    __slots__ = ("_marks", "_outline", "direct", "page", "sections")

    def __init__(self, outline: Outline, reads: list[LineRead | None], url: str) -> None:
        self._outline = outline
        self._marks: dict[int, int] = {}
        self.sections, self.direct = _sections(outline, reads)
        self.page = _page_section(outline, reads, url)

    def of(self, line: int) -> Section:
        return self.sections[line]

    def is_direct(self, line: int) -> bool:
        """Whether the nearest heading says so, with none that says nothing in between."""
        return line in self.direct

    def marks_of(self, line: int) -> int:
        """What the blocks around a line say: 1 staff, -1 others, 0 nothing; the nearest wins."""
        element = self._outline.lines[line].element
        if element not in self._marks:
            self._marks[element] = self._marks_around(element)
        return self._marks[element]

    def _marks_around(self, element: int) -> int:
        blocks = self._outline.blocks
        for block in self._outline.around(element, 8):
            if marks := blocks[block].marks:
                said = marks_of(marks)
                if Mark.OTHER in said:
                    return -1
                if Mark.STAFF in said:
                    return 1
        return 0


def _page_section(outline: Outline, reads: list[LineRead | None], url: str) -> Section:
    """What the page is about, from its first headings, its title and its address."""
    heads = [n for n, line in enumerate(outline.lines) if line.level in (1, 2) and reads[n] is None]
    heads.sort(key=lambda n: outline.lines[n].level)
    texts = [outline.lines[n].text for n in heads[:2]]
    texts.append(outline.title)
    if url:
        texts.append(_URL_WORDS.sub(" ", url.rpartition("//")[2].partition("/")[2]))
    found = [section_of(t[:120]) for t in texts]
    for wanted in (Section.BOARD, Section.STAFF):
        if wanted in found:
            return wanted
    return next((s for s in found if s is not Section.NONE), Section.NONE)


def _sections(outline: Outline, reads: list[LineRead | None]) -> tuple[list[Section], set[int]]:
    """The governing section of each line that names somebody, and where the nearest head says it.

    The governing one is the nearest heading above a line that announces something.
    """
    direct: set[int] = set()
    heads: list[tuple[int, Section, int]] = []
    found: list[Section] = []
    name: Line | None = None
    for at, line in enumerate(outline.lines):
        read = reads[at]
        level = 0 if line.alt else _level(outline, line, name)
        if level and read is None:
            section = _announced(line)
            if line.level or section is not Section.NONE:
                while heads and heads[-1][0] >= level:
                    heads.pop()
                heads.append((level, section, _scope(outline, line.element)))
        elif line.level and read is not None:
            while heads and heads[-1][0] > line.level:
                heads.pop()
        if not line.alt:
            name = line if read is not None else None
        found.append(_governing(outline, heads, line.element) if read else Section.NONE)
        if read and heads and heads[-1][1] is found[-1] is not Section.NONE:
            direct.add(at)
    return found, direct


def _level(outline: Outline, line: Line, name: Line | None) -> int:
    """A line's level as a heading, 0 for none; ``name`` is that of a person right above it."""
    if line.level:
        return 0 if name is not None and _is_their_title(outline, line, name) else line.level
    if name is not None or len(line.text) > _LONGEST_SOFT:
        return 0
    if not (line.bold or Mark.HEADING in marks_of(line.marks)):
        return 0
    return 0 if has_role(line.text) and line.text.count(" ") < 2 else _SOFT_LEVEL


def _is_their_title(outline: Outline, heading: Line, name: Line) -> bool:
    """Whether a heading right below a name is that person's title, whatever it announces."""
    if name.level:
        return heading.level >= name.level
    if section_of(heading.text) in (Section.FORMER, Section.BOARD, Section.OTHER):
        return False
    around = outline.blocks[name.element].parent if name.element >= 0 else -1
    return around < 0 or around <= heading.element <= outline.ends[around]


def _announced(line: Line) -> Section:
    if len(line.text) > _LONGEST_HEADING:
        return Section.NONE
    section = section_of(line.text)
    if section is Section.NONE and line.level > 1 and _names_a_role(line.text):
        return Section.STAFF
    return section


def _names_a_role(heading: str) -> bool:
    """A heading that is a title itself ("Ph.D. Students"); partners can be companies."""
    if len(heading) > _LONGEST_SOFT or heading.count(" ") > 3 or not has_role(heading):
        return False
    parts = words(heading)
    if not (_NOT_THEM.isdisjoint(parts) and parts):
        return False
    return "partn" not in heading.lower() and (has_role(parts[0]) or has_role(parts[-1]))


def _scope(outline: Outline, element: int) -> int:
    """The block that a heading governs, up to four around it; -1 where it is in the body itself."""
    scope = -1
    for block in outline.around(element, 5)[1:]:
        if outline.blocks[block].tag in ("body", "main"):
            break
        scope = block
    return scope


def _governing(outline: Outline, heads: list[tuple[int, Section, int]], element: int) -> Section:
    for level, section, scope in reversed(heads):
        if section is Section.NONE or (level == 1 and section is Section.OTHER):
            continue
        if section is Section.STAFF or scope < 0 or scope <= element <= outline.ends[scope]:
            return section
    return Section.NONE
