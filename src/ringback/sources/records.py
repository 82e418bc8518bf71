"""Lines of a text table into rows, so that a quote left open takes no other row with it."""

import csv
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from ringback.sources.encodings import Mended
from ringback.sources.separators import Separation
from ringback.sources.unreadable import Unreadable

MOST_CELLS = 16_384
_MOST_OPEN_QUOTES = 1_000


class Row(NamedTuple):
    """A row as it stands: ``line`` counted as a person does, ``mended`` what was done to it."""

    line: int
    cells: tuple[str, ...]
    mended: str = ""


class Broken(NamedTuple):
    """A row that cannot be told from its neighbours, with the reason and what it holds."""

    line: int
    reason: str
    cells: tuple[str, ...]


class Passed(NamedTuple):
    """``rows`` rows from this line on that hold nothing: blank, headings again, total."""

    line: int
    why: str
    rows: int = 1


class _Lines:
    """Lines that can be handed back, with those that the present row has taken."""

    def __init__(self, source: Iterable[str]) -> None:
        self._source = iter(source)
        self._back: deque[str] = deque()
        self.taken: list[str] = []
        self.line = 1
        self.handed_back = 0

    def __iter__(self) -> Iterator[str]:
        taken, back = self.taken, self._back
        while back:
            taken.append(back.popleft())
            yield taken[-1]
        for text in self._source:
            taken.append(text)
            yield text

    def done(self) -> None:
        self.line += len(self.taken)
        self.taken.clear()

    def keep_first(self) -> None:
        """Ends the row after its first line and hands the others back."""
        self.handed_back += 1
        self._back.extendleft(reversed(self.taken[1:]))
        del self.taken[1:]


def records(source: Iterable[str], how: Separation) -> Iterator[Row | Broken | Passed]:
    """Every row of the table, blank ones as Passed.

    Raises Unreadable for more columns than a spreadsheet has, and where quotes are so broken that
    no row can be trusted.
    """
    lines = _Lines(source)
    while lines.handed_back <= _MOST_OPEN_QUOTES:
        reader = _reader(iter(lines), how, strict=True)
        while True:
            try:
                cells = next(reader)
            except StopIteration:
                return
            except csv.Error:
                yield _mended(lines, how)
                lines.done()
                break
            several = len(lines.taken) > 1
            if several and len(cells) != how.width and _swallowed(lines.taken, how):
                yield _opened(lines, how)
                lines.done()
                break
            yield _row(lines, cells)
            lines.done()
    # Reading on would cost the square of what is left.
    raise Unreadable(
        "broken-quotes",
        f"More than {_MOST_OPEN_QUOTES:,} rows have a quotation mark that is never closed.",
        "Save the sheet again as CSV, or as XLSX, from the program that made it.",
    )


def _reader(lines: Iterator[str], how: Separation, *, strict: bool) -> Iterator[list[str]]:
    return csv.reader(
        lines,
        delimiter=how.separator,
        quotechar=how.quote,
        escapechar=how.escape,
        skipinitialspace=how.loose,
        strict=strict,
    )


def _row(lines: _Lines, cells: list[str], mended: str = "") -> Row | Passed:
    if not _says_anything(cells):
        return Passed(lines.line, "blank")
    if len(cells) > MOST_CELLS:
        raise Unreadable(
            "too-wide",
            f"Line {lines.line} has {len(cells):,} columns; a spreadsheet has at most 16,384.",
            "Check that the file is a table, one row for each application.",
        )
    for text in lines.taken:
        if type(text) is Mended:
            mended = f"{mended}; {text.how}".removeprefix("; ")
    return Row(lines.line, tuple(cells), mended)


def _says_anything(cells: Sequence[str]) -> bool:
    return any(cell and not cell.isspace() for cell in cells)


def _alone(text: str, how: Separation) -> list[str] | None:
    """The cells of one line read leniently, or None where it leaves a quote open."""
    reader = csv.reader(
        [text, "\n"],
        delimiter=how.separator,
        quotechar=how.quote,
        escapechar=how.escape,
        skipinitialspace=how.loose,
    )
    try:
        cells = next(reader)
    except csv.Error:
        return None
    return cells if reader.line_num == 1 else None


def _swallowed(taken: Sequence[str], how: Separation) -> bool:
    """Whether a line inside the row is by itself a whole row of this table."""
    return any(
        len(_alone(text, how) or text.split(how.separator)) == how.width for text in taken[1:]
    )


def _mended(lines: _Lines, how: Separation) -> Row | Broken | Passed:
    """What to make of lines that break the rules of quoting."""
    if len(lines.taken) == 1:
        cells = _alone(lines.taken[0], how)
        if cells is not None:
            return _row(lines, cells, "a stray quotation mark was kept as it stands")
        return _opened(lines, how)
    if not _swallowed(lines.taken, how):
        reader = _reader(iter(lines.taken), how, strict=False)
        try:
            cells = next(reader)
        except (csv.Error, StopIteration):
            cells = []
        closed = next(reader, None) is None
        if closed and len(cells) == how.width and not cells[-1].endswith("\n"):
            return _row(lines, cells, "stray quotation marks were kept as they stand")
    return _opened(lines, how)


def _opened(lines: _Lines, how: Separation) -> Row | Broken | Passed:
    """The first line alone, its open quote taken out where the row is whole without it."""
    lines.keep_first()
    text = lines.taken[0].rstrip("\n")
    cells = [cell.strip(how.quote) for cell in text.split(how.separator)]
    if len(cells) == how.width and text.count(how.quote) == 1:
        return _row(lines, cells, "a quotation mark that is never closed was taken out")
    if len(text) > csv.field_size_limit():
        reason = f"a cell is longer than {csv.field_size_limit():,} characters"
        return Broken(lines.line, reason, ())
    return Broken(lines.line, "a quotation mark is opened and never closed", tuple(cells))
