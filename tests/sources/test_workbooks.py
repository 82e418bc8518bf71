"""Workbooks: read in a child process that memory and time are taken from."""

import contextlib
import zipfile
from collections.abc import Iterable
from datetime import date, datetime, time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from ringback.sources.records import Row
from ringback.sources.tables import open_tables
from ringback.sources.unreadable import Unreadable
from tests.sources.kept import HEADINGS, ROWS, all_rows, cells_of, items_of, refusal_of, workbook_of

_SHEET = "xl/worksheets/sheet1.xml"
_TOP = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'


def with_sheet(folder: Path, parts: Iterable[bytes]) -> Path:
    """A workbook whose only sheet holds these bytes."""
    whole, path = workbook_of(folder, [("Company",)]), folder / "made.xlsx"
    with zipfile.ZipFile(whole) as source, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out:
        for name in source.namelist():
            if name != _SHEET:
                out.writestr(name, source.read(name))
        with out.open(_SHEET, "w") as sheet:
            for part in parts:
                sheet.write(part)
    return path


def test_rows_keep_the_numbers_that_the_spreadsheet_shows(tmp_path: Path) -> None:
    book = Workbook()
    book.active["C3"], book.active["D3"] = "Company", "Status"
    book.active["C7"], book.active["D7"] = "Oxbow", "sent"
    book.save(tmp_path / "a.xlsx")
    assert items_of(tmp_path / "a.xlsx") == [(4, "blank", 3), (7, ("Oxbow", "sent"), "")]


def test_a_cell_merged_over_rows_stands_in_each_of_them(tmp_path: Path) -> None:
    book = Workbook()
    for cells in (
        ("Company", "Position", "Status"),
        ("Oxbow", "Planner", "sent"),
        (None, "Clerk", "sent"),
        (None, "Buyer", "sent"),
        (None, "Cook", "sent"),
    ):
        book.active.append(cells)  # fmt: skip
    book.active.merge_cells("A2:A4")
    book.save(tmp_path / "a.xlsx")
    assert [cells[0] for cells in cells_of(tmp_path / "a.xlsx")] == ["Oxbow", "Oxbow", "Oxbow", ""]


def test_a_title_merged_over_columns_stands_once(tmp_path: Path) -> None:
    book = Workbook()
    book.active["A1"] = "My applications"
    book.active.merge_cells("A1:C1")
    for cells in (("Company", "Position", "Status"), ("Oxbow", "Planner", "sent")):
        book.active.append(cells)
    book.save(tmp_path / "a.xlsx")
    (table,) = open_tables(tmp_path / "a.xlsx")
    assert table.above == (Row(1, ("My applications", "", "")),)
    assert table.heading_line == 2


def test_every_kind_of_cell_is_read_as_text(tmp_path: Path) -> None:
    values = (
        date(2026, 11, 3),
        datetime.combine(date(2026, 11, 3), time(8, 15)),
        time(8, 15),
        0.5,
        True,
    )
    path = workbook_of(tmp_path, [("Company", "B", "C", "D", "E"), values])
    assert cells_of(path) == [("2026-11-03", "2026-11-03 08:15:00", "08:15:00", "0.5", "true")]


def test_ods_reads_like_xlsx(tmp_path: Path) -> None:
    def row(cells: Iterable[str]) -> str:
        inside = "".join(
            f'<table:table-cell office:value-type="string"><text:p>{cell}</text:p>'
            "</table:table-cell>"
            for cell in cells
        )
        return f"<table:table-row>{inside}</table:table-row>"

    names = "office text table"
    spaces = " ".join(
        f'xmlns:{n}="urn:oasis:names:tc:opendocument:xmlns:{n}:1.0"' for n in names.split()
    )
    content = (
        f"<office:document-content {spaces}><office:body><office:spreadsheet>"
        f'<table:table table:name="Sent">{row(HEADINGS)}{"".join(map(row, ROWS))}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    manifest = (
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
    )
    with zipfile.ZipFile(tmp_path / "a.ods", "w") as file:
        file.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        file.writestr("META-INF/manifest.xml", manifest)
        file.writestr("content.xml", content)
    assert [tuple(c) for c in cells_of(tmp_path / "a.ods")] == list(ROWS)


def test_a_sheet_that_swells_is_refused_by_its_table_of_contents(tmp_path: Path) -> None:
    refusal = refusal_of(with_sheet(tmp_path, [_TOP, *[b" " * 1_000_000] * 60]))
    assert (refusal.code, "nothing was unpacked" in refusal.sentence) == ("bomb", True)


def test_one_cell_at_the_far_corner_does_not_fill_the_memory(tmp_path: Path) -> None:
    book = Workbook()
    book.active["A1"], book.active["XFD1048576"] = "Company", "x"
    book.save(tmp_path / "a.xlsx")
    refusal = refusal_of(tmp_path / "a.xlsx")
    assert (refusal.code, "300 MB" in refusal.sentence) == ("bomb", True)


def test_a_sheet_that_says_it_is_smaller_is_not_believed(tmp_path: Path) -> None:
    path = with_sheet(tmp_path, [_TOP, *[b" " * 1_000_000] * 60])
    content = bytearray(path.read_bytes())
    entry = content.rfind(b"PK\x01\x02")
    content[entry + 24 : entry + 28] = (1000).to_bytes(4, "little")
    path.write_bytes(content)
    assert refusal_of(path).code in ("broken", "bomb")


def test_more_than_fifty_sheets_are_refused(tmp_path: Path) -> None:
    book = Workbook()
    for number in range(51):
        book.create_sheet(str(number))
    book.save(tmp_path / "a.xlsx")
    assert refusal_of(tmp_path / "a.xlsx").code == "too-many-sheets"


@settings(max_examples=25)
@given(
    part=st.sampled_from([_SHEET, "xl/sharedStrings.xml", "xl/workbook.xml", "xl/styles.xml"]),
    at=st.floats(0, 1),
    cut=st.integers(0, 9),
    put=st.sampled_from(
        [b"", b"9999999", b"XFD", b'<c r="ZZ99999"><v>1</v></c>', b"&#0;", b"\xff"]
    ),
)
def test_a_workbook_broken_anywhere_gives_rows_or_a_refusal(
    tmp_path_factory: pytest.TempPathFactory, part: str, at: float, cut: int, put: bytes
) -> None:
    folder = tmp_path_factory.mktemp("broken")
    path = folder / "broken.xlsx"
    whole = workbook_of(folder, [HEADINGS, *ROWS])
    with zipfile.ZipFile(whole) as source, zipfile.ZipFile(path, "w") as out:
        for name in source.namelist():
            content = source.read(name)
            if name == part:
                start = int(at * len(content))
                content = content[:start] + put + content[start + cut :]
            out.writestr(name, content)
    with contextlib.suppress(Unreadable):
        assert all(item[0] > 0 for item in all_rows(path))
