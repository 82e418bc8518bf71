"""What a file would bring is counted exactly, and leaves nothing behind."""

from __future__ import annotations

from pathlib import Path

import pytest

from ringback.book.openings import Opening
from ringback.book.parties import Employer, Person, Search
from ringback.desk.export import export_all
from ringback.desk.imports import import_file
from ringback.desk.refusal import Refusal
from ringback.desk.searches import start_search
from ringback.desk.trying import MOST, tried
from ringback.sources.source import ReadOptions
from tests.desk.factories import NOW, a_desk

SHEET = Path(__file__).parents[1] / "data" / "online_sheet.csv"
pytestmark = pytest.mark.django_db


def counts() -> list[int]:
    return [model._default_manager.count() for model in (Search, Opening, Person, Employer)]


def test_it_brings_what_was_counted() -> None:
    desk = a_desk()
    before = counts()
    would = tried(lambda: desk, SHEET, ReadOptions())
    assert counts() == before
    report = import_file(desk, SHEET, ReadOptions())
    became = (report.created, report.updated, report.known, report.refused)
    assert tuple(would.became.values()) == became
    assert would.rows == report.rows
    brought = [now - then for now, then in zip(counts(), before, strict=True)]
    assert brought == [0, would.openings, would.people, would.employers]
    assert [line.reason for line in would.refused] == [
        line.reason for line in report.lines if line.became == "refused"
    ]
    again = tried(lambda: desk, SHEET, ReadOptions())
    assert again.is_nothing
    assert (again.openings, again.people, again.employers) == (0, 0, 0)


def test_a_search_that_begins_with_it_is_not_begun() -> None:
    would = tried(lambda: start_search("first", NOW), SHEET, ReadOptions())
    assert would.openings == 22
    assert counts() == [0, 0, 0, 0]


def test_an_archive_is_counted_too(tmp_path: Path) -> None:
    desk = a_desk()
    import_file(desk, SHEET, ReadOptions())
    export_all(desk, tmp_path / "all.zip")
    held = counts()
    would = tried(lambda: desk, tmp_path / "all.zip", ReadOptions())
    assert would.is_nothing
    assert would.rows == would.became["known"] > 0
    with pytest.raises(Refusal, match="holds that search already"):
        tried(lambda: start_search("other", NOW), tmp_path / "all.zip", ReadOptions())
    assert counts() == held


def test_a_long_list_of_refusals_is_told_in_part(tmp_path: Path) -> None:
    sheet = tmp_path / "list.csv"
    rows = ",Fitter,Applied\n" * (MOST + 7)
    sheet.write_text(f"Company,Position,Status\nAcme Foods,Fitter,Applied\n{rows}")
    desk = a_desk()
    would = tried(lambda: desk, sheet, ReadOptions())
    assert (len(would.refused), would.more_refused) == (MOST, 7)


def test_whoever_stops_it_leaves_nothing(tmp_path: Path) -> None:
    sheet = tmp_path / "list.csv"
    sheet.write_text("Company,Position,Status\n" + "Acme Foods,Fitter,Applied\n" * 3)

    def stop(rows: int) -> None:
        raise KeyboardInterrupt

    desk = a_desk()
    with pytest.raises(KeyboardInterrupt):
        tried(lambda: desk, sheet, ReadOptions(), progress=stop)
    assert counts() == [1, 0, 0, 0]


def test_a_year_that_was_taken_for_many_rows_is_said_once(tmp_path: Path) -> None:
    sheet = tmp_path / "sheet.csv"
    rows = "".join(f"Example Mill {day},Mechanic,9/{day},Applied\n" for day in range(14, 20))
    sheet.write_text(
        "Company,Position,Date Applied,Status\nExample Forge,Mechanic,9/13/2026,Applied\n"
        f"{rows}Example Dairy,,9/21,Applied\n"
    )
    desk = a_desk()
    would = tried(lambda: desk, sheet, ReadOptions())
    (common,) = would.common
    assert common.says == "where a date has no year, 2026 was taken: it fits the rows around"
    assert (common.rows, len(common.where), common.more) == (7, 7, 0)
    assert [(line.employer, line.reason) for line in would.odd] == [
        ("Example Dairy", "no job title")
    ]
    assert would.odds == 1


def test_a_year_that_was_taken_for_one_row_stays_with_it(tmp_path: Path) -> None:
    sheet = tmp_path / "sheet.csv"
    sheet.write_text(
        "Company,Position,Date Applied,Status\nExample Forge,Mechanic,9/13/2026,Applied\n"
        "Example Dairy,Mechanic,9/21,Applied\n"
    )
    desk = a_desk()
    would = tried(lambda: desk, sheet, ReadOptions())
    assert would.common == ()
    assert [line.reason for line in would.odd] == [
        "“9/21” has no year; 2026 was taken: it fits the rows around"
    ]
