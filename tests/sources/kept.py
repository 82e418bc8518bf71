"""Made-up files for the tests of the sources, and short ways to read them."""

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import date, time
from pathlib import Path

import pytest
from openpyxl import Workbook

from ringback.core.found import Found, FoundEmployer, FoundOpening, Refused
from ringback.sources.records import Broken, Passed, Row
from ringback.sources.registry import open_file
from ringback.sources.source import ReadOptions
from ringback.sources.tables import open_tables
from ringback.sources.unreadable import Unreadable

HEADINGS = ("Company", "Position", "Date Applied", "Status", "Contact", "Phone", "Notes")
ROWS = (
    ("Quarrystone Fittings, Inc.", "Plant Scheduler", "2026-11-03", "Applied", "Avis Tarrow",
     "937-555-0101", ""),
    ("Vorhaus Muster GmbH", "Schichtplaner", "2026-11-04", "beworben", "Céline Müller",
     "030 23125 101", "zweimal angerufen"),
    ("Oxbow Rail", "Planner", "2026-11-05", "no word yet", "", "", "main gate, ask twice"),
)  # fmt: skip


def as_csv(rows: Iterable[Sequence[str]], separator: str = ",", line_end: str = "\r\n") -> str:
    text = io.StringIO()
    csv.writer(text, delimiter=separator, lineterminator=line_end).writerows(rows)
    return text.getvalue()


def file_of(folder: Path, content: str | bytes, name: str = "sheet.csv") -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def workbook_of(folder: Path, rows: Iterable[Sequence[str | float | date | time | None]]) -> Path:
    book = Workbook()
    for row in rows:
        book.active.append(row)
    path = folder / "sheet.xlsx"
    book.save(path)
    return path


def items_of(path: Path) -> list[Row | Broken | Passed]:
    (table,) = open_tables(path)
    return list(table.rows())


def all_rows(path: Path) -> list[Row | Broken | Passed]:
    return [item for table in open_tables(path) for item in table.rows()]


def refusal_of(path: Path) -> Unreadable:
    """How a file is refused, at once or while its rows are read."""
    with pytest.raises(Unreadable) as refusal:
        all_rows(path)
    assert refusal.value.sentence.endswith(".")
    assert refusal.value.hint.endswith(".")
    return refusal.value


def cells_of(path: Path) -> list[tuple[str, ...]]:
    return [item.cells for item in items_of(path) if isinstance(item, Row)]


def read(path: Path, options: ReadOptions | None = None) -> list[Found | Refused]:
    """Everything that the one table in a file says, by the source that knows it."""
    (recognised,) = open_file(path)
    assert recognised.source is not None
    return list(recognised.source.read(recognised.table, options or ReadOptions()))


def read_one(path: Path, options: ReadOptions | None = None) -> Found:
    (item,) = read(path, options)
    assert isinstance(item, Found), item
    return item


def opening_of(item: Found | Refused) -> FoundOpening:
    assert isinstance(item, Found), item
    assert item.opening is not None
    return item.opening


def employer_of(item: Found | Refused) -> FoundEmployer:
    assert isinstance(item, Found), item
    assert item.employer is not None
    return item.employer


def row_of(folder: Path, **cells: str) -> Found | Refused:
    """One row of a hand-kept sheet; headings by keyword, with _ for a blank."""
    row = {"Company": "Oxbow Rail", "Position": "Planner", "Date Applied": "2026-11-03"}
    row |= {name.replace("_", " "): cell for name, cell in cells.items()}
    path = file_of(folder, as_csv([tuple(row), tuple(row.values())]))
    (item,) = read(path)
    return item


def found_in(folder: Path, **cells: str) -> Found:
    item = row_of(folder, **cells)
    assert isinstance(item, Found), item
    return item
