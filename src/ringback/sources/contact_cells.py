"""The cells of one row of a list of people, by what they hold; what is not taken stays over."""

from collections.abc import Sequence

from ringback.sources.cells import plain
from ringback.sources.columns import Column
from ringback.sources.contact_columns import Part, Plan
from ringback.sources.contact_values import nothing
from ringback.sources.row import column_name


class Cells:
    """The cells of one row by part; what is not taken stays over."""

    __slots__ = ("cells", "doubts", "known", "over")

    def __init__(self, cells: Sequence[str], known: Plan) -> None:
        self.known = known
        self.cells = cells
        self.doubts: list[str] = []
        self.over: dict[int, str] = {}

    def at(self, index: int) -> str:
        cell = self.cells[index] if index < len(self.cells) else ""
        return plain(cell) if cell else ""

    def all(self, part: Part) -> list[tuple[int, str]]:
        """The cells of a part that say something, the best first."""
        columns = self.known.parts.get(part)
        found: list[tuple[int, str]] = []
        for index in columns or ():
            text = self.at(index)
            if text and not nothing(text):
                found.append((index, text))
        return found

    def text(self, part: Part) -> str:
        """The best cell of a part; the others that say something else stay over."""
        found = self.all(part)
        for index, text in found[1:]:
            if text != found[0][1]:
                self.over[index] = text
        return found[0][1] if found else ""

    def as_written(self, part: Part) -> str:
        """A piece of a name: "Na" and "Null" are names too."""
        for index in self.known.parts.get(part, ()):
            if text := self.at(index):
                return text
        return ""

    def kept(self, index: int, text: str, doubt: str = "") -> None:
        self.over[index] = text
        if doubt:
            self.doubts.append(doubt)

    def extra(self) -> tuple[tuple[str, str], ...]:
        over, cells, width = self.over, self.cells, len(self.cells)
        for index in self.known.beside:
            if index < width and (cell := cells[index]) and (text := plain(cell)):
                over[index] = text
        for index in range(len(self.known.headings), width):
            if text := self.at(index):
                over[index] = text
        return tuple([(self.heading(index), over[index]) for index in sorted(over)])

    def heading(self, index: int) -> str:
        headings = self.known.headings
        heading = headings[index] if index < len(headings) else ""
        return heading or column_name(Column(index, "", None))
