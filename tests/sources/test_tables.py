"""Opening files: any that may hold a table, and a sentence for each that does not."""

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from ringback.sources.records import Passed, Row
from ringback.sources.tables import open_table, open_tables
from ringback.sources.unreadable import Unreadable
from tests.sources.kept import (
    HEADINGS,
    ROWS,
    as_csv,
    cells_of,
    file_of,
    items_of,
    refusal_of,
    workbook_of,
)

TEXT = as_csv([HEADINGS, *ROWS])


def test_a_table_says_where_its_headings_and_rows_stand(tmp_path: Path) -> None:
    table = open_table(file_of(tmp_path, TEXT))
    assert table.headings == HEADINGS
    assert (table.heading_line, table.encoding, table.separator) == (1, "utf-8", "comma")
    assert [row.cells for row in table.sample] == list(ROWS)
    assert table.where(3) == "line 3"


def test_rows_can_be_read_again_and_again(tmp_path: Path) -> None:
    table = open_table(file_of(tmp_path, TEXT))
    assert list(table.rows()) == list(table.rows())


def test_headings_are_found_below_a_title_and_blank_rows(tmp_path: Path) -> None:
    above = "My applications,,,,,,\nupdated 11/20,Rita,,,,,\n\n,,,,,,\n"
    table = open_table(file_of(tmp_path, above + TEXT))
    assert (table.heading_line, table.headings) == (5, HEADINGS)
    assert [row.cells[0] for row in table.above] == ["My applications", "updated 11/20"]
    assert [item[0] for item in table.rows()] == [6, 7, 8]


def test_headings_again_blank_rows_and_totals_are_passed_over_by_name(tmp_path: Path) -> None:
    text = TEXT + "\n" + TEXT + "Total,3,,,,,\n"
    passed = [item for item in items_of(file_of(tmp_path, text)) if isinstance(item, Passed)]
    assert passed == [(5, "blank", 1), (6, "headings again", 1), (10, "total", 1)]


def test_an_employer_called_total_is_no_total(tmp_path: Path) -> None:
    row = ("Total Wine", "Clerk", "2026-11-03", "sent", "", "", "")
    assert cells_of(file_of(tmp_path, as_csv([HEADINGS, row]))) == [row]


def test_a_sheet_without_headings_is_read_from_its_first_row(tmp_path: Path) -> None:
    table = open_table(file_of(tmp_path, as_csv(ROWS)))
    assert table.heading_line == 0
    assert len(list(table.rows())) == 3


def test_excels_own_first_line_is_no_row(tmp_path: Path) -> None:
    table = open_table(file_of(tmp_path, "sep=;\n" + as_csv([HEADINGS, *ROWS], ";")))
    assert (table.heading_line, table.separator) == (2, "semicolon")
    assert [row.cells for row in table.rows() if isinstance(row, Row)] == list(ROWS)


def test_a_workbook_gives_every_sheet_with_rows(tmp_path: Path) -> None:
    from openpyxl import Workbook

    book = Workbook()
    book.active.title = "Sent"
    for cells in (HEADINGS, *ROWS):
        book.active.append(cells)
    book.create_sheet("Empty")
    second = book.create_sheet("Old")
    second["B3"], second["C3"], second["B4"] = "Company", "Status", "Gable"
    book.save(tmp_path / "book.xlsx")
    sent, old = open_tables(tmp_path / "book.xlsx")
    assert (sent.sheet, sent.headings) == ("Sent", HEADINGS)
    assert (old.sheet, old.heading_line, old.where(4)) == ("Old", 3, "sheet Old, row 4")
    assert open_table(tmp_path / "book.xlsx").sheet == "Sent"


def test_cells_of_a_workbook_come_as_they_are_seen(tmp_path: Path) -> None:
    path = workbook_of(tmp_path, [HEADINGS, ("Gable", "Clerk", date(2026, 11, 3), "sent", None,
                                             6145550143, "=1+2")])  # fmt: skip
    assert cells_of(path)[0][:6] == ("Gable", "Clerk", "2026-11-03", "sent", "", "6145550143")


def test_a_formula_in_a_text_file_is_text(tmp_path: Path) -> None:
    row = ('=HYPERLINK("http://x.example")', "+1 614 555 0143", "-2", "@name", "a", "b", "c")
    assert cells_of(file_of(tmp_path, as_csv([HEADINGS, row]))) == [row]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty"),
        (b"\n\n  \n", "empty"),
        (b"%PDF-1.7 ...", "not-a-table"),
        (b"\x89PNG\r\n\x1a\n" + bytes(50), "not-a-table"),
        (b"\x1f\x8b\x08" + bytes(50), "not-a-table"),
        (b"<!DOCTYPE html><html><table><tr><td>a</td></tr></table>", "not-a-table"),
        (b"BEGIN:VCARD\nVERSION:3.0\nEND:VCARD\n", "not-a-table"),
        (bytes(range(32)) * 40, "not-a-table"),
        (bytes(4000), "not-a-table"),
        (b"PK\x03\x04 this is no archive", "broken-zip"),
        (b"PK\x05\x06" + bytes(18), "nothing-inside"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "broken"),
    ],
)
def test_what_is_no_table_is_refused_by_code(tmp_path: Path, content: bytes, code: str) -> None:
    assert refusal_of(file_of(tmp_path, content)).code == code


def test_a_folder_is_refused_and_a_file_in_it_proposed(tmp_path: Path) -> None:
    file_of(tmp_path, TEXT, "jobs.csv")
    refusal = refusal_of(tmp_path)
    assert refusal.code == "directory"
    assert "jobs.csv" in refusal.hint


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    assert refusal_of(tmp_path / "none.csv").code == "missing"
    assert refusal_of(tmp_path / "zero\0byte.csv").code == "unreadable"
    assert refusal_of(tmp_path / ("x" * 5000)).code == "unreadable"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes on this system")
def test_a_pipe_is_refused_rather_than_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert refusal_of(tmp_path / "pipe").code == "not-a-file"


def test_a_file_that_may_not_be_read_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def closed(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    path = file_of(tmp_path, TEXT)
    monkeypatch.setattr(Path, "open", closed)
    assert refusal_of(path).code == "forbidden"


def test_a_disk_that_fails_while_rows_are_read_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = open_table(file_of(tmp_path, TEXT))

    def failing(*_: object, **__: object) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(Path, "open", failing)
    with pytest.raises(Unreadable, match="Input/output error"):
        list(table.rows())


_READ_AND_WEIGH = """
import resource, sys
from pathlib import Path
from ringback.sources.tables import open_table
rows = sum(1 for _ in open_table(Path(sys.argv[1])).rows())
print(rows, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def rows_and_peak(path: Path) -> tuple[int, int]:
    source = Path(__file__).parents[2] / "src"
    run = subprocess.run(
        [sys.executable, "-c", _READ_AND_WEIGH, str(path)],
        capture_output=True,
        check=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(source)},
    )
    rows, peak = map(int, run.stdout.split())
    return rows, peak


def test_fifty_megabytes_need_no_more_memory_than_five(tmp_path: Path) -> None:
    row = as_csv([("Oxbow Rail Müller", "Planner", "2026-11-03", "sent", "", "", "x" * 460)])
    small = file_of(tmp_path, as_csv([HEADINGS]) + row * 10_000, "small.csv")
    large = file_of(tmp_path, as_csv([HEADINGS]) + row * 100_000, "large.csv")
    assert large.stat().st_size > 50_000_000
    (some, low), (all_, high) = rows_and_peak(small), rows_and_peak(large)
    assert (some, all_) == (10_000, 100_000)
    assert high < 1.1 * low
