"""The cells of one row of a list of people, by what they hold; what is not taken stays over."""

from bisect import bisect
from itertools import compress

from ringback.sources.cells import plain
from ringback.sources.columns import Column
from ringback.sources.contact_columns import Part, Plan
from ringback.sources.contact_values import nothing
from ringback.sources.row import column_name

_MOST, _LONGEST = 10_000, 200


class Plainly(dict[str, str]):
    """Cells as ``plain`` gives them, remembered: columns say the same row after row."""

    def __missing__(self, cell: str) -> str:
        text = cell.strip() if cell.isascii() else plain(cell)
        if text[:1] == "'":
            text = plain(cell)
        if len(self) >= _MOST:
            self.clear()
        if len(cell) <= _LONGEST:
            self[cell] = text
        return text


class Cells:
    """The plain cells of one row by part, as many as the plan has columns or more."""

    __slots__ = ("cells", "doubts", "known", "over")

    def __init__(self, cells: list[str], known: Plan) -> None:
        self.known = known
        self.cells = cells
        self.doubts: list[str] = []
        self.over: dict[int, str] = {}

    def at(self, index: int) -> str:
        return self.cells[index]

    def all(self, part: Part) -> list[tuple[int, str]]:
        """The cells of a part that say something, the best first."""
        cells = self.cells
        return [
            (index, text)
            for index in self.known.parts.get(part, ())
            if (text := cells[index]) and not nothing(text)
        ]

    def text(self, part: Part) -> str:
        """The best cell of a part; the others that say something else stay over."""
        columns = self.known.parts.get(part)
        if columns is None:
            return ""
        if len(columns) == 1:
            text = self.cells[columns[0]]
            return "" if not text or nothing(text) else text
        found = self.all(part)
        for index, text in found[1:]:
            if text != found[0][1]:
                self.over[index] = text
        return found[0][1] if found else ""

    def kept(self, index: int, text: str, doubt: str = "") -> None:
        self.over[index] = text
        if doubt:
            self.doubts.append(doubt)

    def extra(self) -> tuple[tuple[str, str], ...]:
        """What no part took, by its heading, in the order of the columns."""
        known, cells, over = self.known, self.cells, self.over
        width, names = len(known.headings), known.names
        beside = known.cells_beside(cells)
        found = [*compress(zip(known.names_beside, beside, strict=True), beside)]
        if over:
            at = [*compress(known.beside, beside)]
            for index in sorted(over):
                place = bisect(at, index)
                at.insert(place, index)
                found.insert(place, (names[index], over[index]))
        found += [(_by_letter(index), cells[index]) for index in range(width, len(cells))
                  if cells[index]]  # fmt: skip
        return tuple(found)


def _by_letter(index: int) -> str:
    return column_name(Column(index, "", None))
