"""The terminal as it is written to: calm, at most 96 columns wide, nothing said by colour alone."""

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager

from rich.console import Console, RenderableType
from rich.segment import Segment, Segments
from rich.style import Style
from rich.table import Table
from rich.text import Text

from ringback.cli.called import as_called
from ringback.cli.door import Door

WIDEST = 96
NARROW = 72
NARROWEST_COLUMN = 8

STRONG = "bold"
QUIET = "dim"
ACCENT = "bold green"
WARNING = "yellow"

# Terminals that print a link's control characters instead of following them.
_WITHOUT_LINKS = ("linux", "dumb", "vt100", "vt220")


class _Console(Console):
    """One that leaves a broken pipe to whoever runs the command."""

    def on_broken_pipe(self) -> None:
        raise BrokenPipeError


class Screen:
    """Where a command writes; the width is asked for at each use, so that resizing is met."""

    def __init__(self, door: Door) -> None:
        no_color = True if door.no_color else None
        self.console = _Console(
            file=sys.stdout, no_color=no_color, highlight=False, markup=False, emoji=False,
            legacy_windows=False,
        )  # fmt: skip
        self._is_dense = False

    @property
    def width(self) -> int:
        return min(self.console.width, WIDEST)

    @property
    def is_narrow(self) -> bool:
        return self.console.width < NARROW

    @property
    def is_plain(self) -> bool:
        """Whether only ASCII can be shown."""
        return not self.console.encoding.lower().startswith("utf")

    @property
    def has_colors(self) -> bool:
        return self.console.color_system is not None and not self.console.no_color

    def raw(self, text: str, style: str = "") -> None:
        """A line as it is, never wrapped."""
        self.console.print(Text(as_called(text), style), soft_wrap=True)

    def line(self, *parts: str | Text | tuple[str, str], indent: int = 0) -> None:
        """One paragraph of plain and styled parts, wrapped under its indent."""
        text = Text()
        for part in parts:
            said, style = part if isinstance(part, tuple) else (part, "")
            text.append_text(said_here(said, style))
        self._write(text, indent)

    def rows_of(self, show: Callable[[], None]) -> int:
        """How many rows something takes that is written here; nothing of it is shown."""
        with self.console.capture() as taken:
            show()
        return taken.get().count("\n")

    def gap(self) -> None:
        """An empty line between two parts."""
        if not self._is_dense:
            self.console.print()

    @contextmanager
    def dense(self) -> Iterator[None]:
        """Write without empty lines between the parts, where each row is needed."""
        self._is_dense = True
        try:
            yield
        finally:
            self._is_dense = False

    def heading(self, text: str, right: str = "") -> None:
        """A heading in capitals, with something at the right edge where there is room."""
        if right and len(text) + len(right) + 3 <= self.width:
            self.line((f"{text}{' ' * (self.width - len(text) - len(right))}", STRONG), right)
        else:
            self.line((text, STRONG))
            if right:
                self.line(right)

    def pairs(self, pairs: Iterable[tuple[str, str | Text]], indent: int = 2) -> None:
        """Labels with what belongs to them, in two columns; empty ones are left out."""
        shown = [(label, value) for label, value in pairs if value]
        table = grid(2)
        for label, value in shown:
            table.add_row(Text(label, QUIET), said_here(value))
        if shown:
            self._write(table, indent)

    def table(self, rows: Iterable[Iterable[str | Text]], columns: int, indent: int = 2) -> None:
        """Rows in aligned columns without lines; the last column takes what room is left."""
        table = grid(columns)
        for row in rows:
            table.add_row(*(said_here(cell) for cell in row))
        self._write(table, indent)

    def commands(self, *pairs: tuple[str, str], indent: int) -> None:
        """Commands one a line, each with what it is for, below it where there is no room beside."""
        shown = [(said_here(does, STRONG), said_here(what, QUIET)) for does, what in pairs]
        column = max(does.cell_len for does, _ in shown) + 2
        for does, what in shown:
            if column + what.cell_len <= self.width - indent:
                self.line(does, " " * (column - does.cell_len), what, indent=indent)
            else:
                self.line(does, indent=indent)
                self.line(what, indent=indent + 2)

    def rows(self, rows: Sequence[Sequence[str | Text]], indent: int = 2) -> None:
        """One line for each row in aligned columns; what does not fit is cut off with “…”."""
        self.blocks([(None, rows)], indent)

    def blocks(
        self,
        blocks: Sequence[tuple[Text | None, Sequence[Sequence[str | Text]]]],
        indent: int = 2,
    ) -> None:
        """Rows under headings, their columns aligned over all of them."""
        plain = [[[said_here(cell) for cell in row] for row in rows] for _, rows in blocks]
        widths = _widths([row for block in plain for row in block], self.width - indent)
        for index, ((heading, _), block) in enumerate(zip(blocks, plain, strict=True)):
            if index:
                self.gap()
            if heading is not None:
                self.line(heading)
            for row in block:
                text = Text(" " * indent)
                for cell, width in zip(row, widths, strict=True):
                    shown = cell.copy()
                    shown.truncate(width, overflow="ellipsis", pad=True)
                    text.append_text(shown).append("  ")
                text.rstrip()
                self.console.print(text, soft_wrap=True)

    def link(self, said: str, address: str, style: str = STRONG) -> Text:
        """A text that the terminal opens as an address when it is clicked, where it can."""
        able = self.console.is_terminal and os.environ.get("TERM") not in _WITHOUT_LINKS
        return Text(said, Style.parse(style) + Style(link=address) if able else style)

    def _write(self, what: RenderableType, indent: int) -> None:
        """Write without the spaces that would fill up each line."""
        options = self.console.options.update_width(max(self.width - indent, 20))
        for line in self.console.render_lines(what, options, pad=False):
            while line and not line[-1].text.strip():
                line.pop()
            if line:
                last = line[-1]
                line[-1] = Segment(last.text.rstrip(), last.style)
                line.insert(0, Segment(" " * indent))
            self.console.print(Segments([*line, Segment.line()]), end="", soft_wrap=True)


def said_here(said: str | Text, style: str = "") -> Text:
    """A styled text, its commands as they have to be typed here; a styled one is left as it is."""
    return said if isinstance(said, Text) else Text(as_called(said), style)


def _widths(rows: Sequence[Sequence[Text]], width: int) -> list[int]:
    """How wide each column can be: the widest give way, none below what it takes to be read."""
    if not rows:
        return []
    widths = [max(cell.cell_len for cell in column) for column in zip(*rows, strict=True)]
    while sum(widths) + 2 * (len(widths) - 1) > width and max(widths) > NARROWEST_COLUMN:
        widths[widths.index(max(widths))] -= 1
    return widths


def grid(columns: int) -> Table:
    """A table without lines, two spaces between its columns."""
    table = Table.grid(padding=(0, 2), pad_edge=False)
    for _ in range(columns):
        table.add_column(overflow="fold")
    return table
