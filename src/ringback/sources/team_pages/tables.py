"""Tables that list people: what the head of each column says, and names in two columns."""

from collections import defaultdict

from ringback.sources.team_pages.labels import Label, label_of
from ringback.sources.team_pages.outline import Outline

_CELLS = ("td", "th")
_TABLE = ("table",)


def columns_of(outline: Outline) -> dict[int, Label]:
    """For each cell that has a head above it (by block index), what the head says."""
    heads: dict[tuple[int, int], Label] = {}
    known: dict[tuple[int, int], Label] = {}
    rows: dict[int, int] = {}
    found: dict[int, Label] = {}
    for line in outline.lines:
        cell = cell_of(outline, line.element)
        table = _up_to(outline, cell, _TABLE) if cell >= 0 else -1
        if table < 0:
            continue
        block = outline.blocks[cell]
        place = (table, block.column)
        in_head = block.tag == "th" or rows.setdefault(table, block.parent) == block.parent
        label = label_of(line.text) if in_head else None
        if place not in heads and (label or block.tag == "th"):
            heads[place] = label or Label.OTHER
            if label:
                known[place] = label
        elif place in heads:
            found.setdefault(cell, heads[place])
    said: dict[int, set[Label]] = defaultdict(set)
    for (table, _), head in known.items():
        said[table].add(head)
    tables = ((c, head, said[_up_to(outline, c, _TABLE)]) for c, head in found.items())
    return {c: _meant(head, all_said) for c, head, all_said in tables if all_said}


def _meant(head: Label, all_said: set[Label]) -> Label:
    """What a head says beside its table's others: "Name" is the given one beside "Surname"."""
    if head is Label.NAME and Label.FAMILY in all_said and Label.GIVEN not in all_said:
        return Label.GIVEN
    return head


def cell_of(outline: Outline, element: int) -> int:
    """The table cell around a block, or -1."""
    return _up_to(outline, element, _CELLS)


def join_names(outline: Outline, columns: dict[int, Label]) -> None:
    """Where given and family names have columns of their own, write both into the first's line."""
    if Label.GIVEN not in columns.values() or Label.FAMILY not in columns.values():
        return
    waiting: dict[int, tuple[int, Label]] = {}
    for at, line in enumerate(outline.lines):
        cell = cell_of(outline, line.element)
        label = columns.get(cell)
        if label not in (Label.GIVEN, Label.FAMILY):
            continue
        row = outline.blocks[cell].parent
        if row not in waiting:
            waiting[row] = (at, label)
            continue
        first, other = waiting.pop(row)
        if other is label:
            continue
        given, family = (first, at) if other is Label.GIVEN else (at, first)
        whole = f"{outline.lines[given].text} {outline.lines[family].text}"
        outline.lines[first] = outline.lines[first]._replace(text=whole, runs=())
        outline.lines[at] = line._replace(text="", runs=())


def _up_to(outline: Outline, element: int, tags: tuple[str, ...]) -> int:
    for block in outline.around(element, 6):
        if outline.blocks[block].tag in tags:
            return block
    return -1
