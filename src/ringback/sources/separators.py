"""What separates and quotes the cells of a text table."""

import csv
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from _csv import Reader as CsvReader

CANDIDATES = ",;\t|"
NAMES = {",": "comma", ";": "semicolon", "\t": "tab", "|": "bar", "": "none"}
_RARE = tuple(":^~,;\t|")
_FOR_CLEVERCSV = 8_000
# What clevercsv takes out as addresses it looks for in the square of a word's length, and more.
_LONG_WORD = re.compile(r"[^\s,;:|^~\"']{41,}")


@dataclass(frozen=True, slots=True)
class Separation:
    """How a line falls into cells; ``width`` is the number of cells that most rows have.

    ``announced`` is true where the first line is Excel's own "sep=;" and no row.
    """

    separator: str
    width: int
    quote: str = '"'
    escape: str | None = None
    loose: bool = False
    announced: bool = False


def separate(lines: Sequence[str]) -> Separation:
    """The separation of these first lines: the most even one, else what clevercsv finds."""
    first = lines[0].strip().strip('"') if lines else ""
    if first.casefold().startswith("sep=") and len(first) == 5:
        chosen = _with_details(first[4], lines[1:])
        return Separation(first[4], chosen.width, announced=True, loose=chosen.loose)
    ranked = sorted(((_evenness(lines, mark), mark) for mark in CANDIDATES), key=lambda r: -r[0])
    evenness, best = ranked[0]
    if evenness >= 0.5:
        return _with_details(best, lines)
    return _sniffed(lines) or _with_details(best, lines)


def _evenness(lines: Sequence[str], separator: str) -> float:
    """From 0 (never cuts) towards 1 (every row has the same, large number of cells)."""
    widths = _widths(lines, Separation(separator, 0))
    if not widths:
        return 0
    width, rows = widths.most_common(1)[0]
    return rows / widths.total() * (1 - 1 / width)


def _widths(lines: Sequence[str], how: Separation) -> Counter[int]:
    """How many rows have how many cells.

    Row by row where quoting is sound; where a quote is left open, which swallows the rest, line by
    line.
    """
    reader = _reader(lines, how, strict=True)
    widths: Counter[int] = Counter()
    read = 0
    try:
        for cells in reader:
            read = reader.line_num
            if any(cells):
                widths[len(cells)] += 1
    except csv.Error:
        # The sample may end inside a cell of several lines, which is sound.
        if reader.line_num < len(lines) or read < len(lines) / 2:
            return Counter(_cells_alone(line, how) for line in lines if line.strip())
    return widths


def _reader(lines: Sequence[str], how: Separation, *, strict: bool) -> "CsvReader":
    return csv.reader(
        lines,
        delimiter=how.separator,
        quotechar=how.quote,
        escapechar=how.escape,
        skipinitialspace=how.loose,
        strict=strict,
    )


def _cells_alone(line: str, how: Separation) -> int:
    try:
        return len(next(_reader([line], how, strict=True)))
    except csv.Error:
        return line.count(how.separator) + 1


def _with_details(separator: str, lines: Sequence[str], quote: str = '"') -> Separation:
    text = "".join(lines)
    escape = "\\" if f"\\{quote}" in text and quote * 2 not in text else None
    loose = f"{separator} {quote}" in text and f"{separator}{quote}" not in text
    how = Separation(separator, 0, quote, escape, loose)
    widths = _widths(lines, how)
    width = widths.most_common(1)[0][0] if widths else 1
    return Separation(separator, width, quote, escape, loose)


def _sniffed(lines: Sequence[str]) -> Separation | None:
    sample = "".join(lines)[:_FOR_CLEVERCSV]
    import clevercsv  # a third of the start-up of every import, for one file in many

    try:
        clever = clevercsv.Sniffer().sniff(_LONG_WORD.sub(lambda word: word[0][:40], sample))
    except clevercsv.Error:
        return None
    if clever is None or clever.delimiter not in _RARE:
        return None
    return _with_details(str(clever.delimiter), lines, clever.quotechar or '"')
