"""Imports: whatever a sheet holds, its rows add up, once is enough, and it goes back."""

import csv
import io
import tempfile
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ringback.book.check import check
from ringback.core.places import NOWHERE
from ringback.desk.archive.shape import TABLES
from ringback.desk.desk import Desk
from ringback.desk.imports import Report, import_file, preview, refused_rows, take_back
from ringback.desk.parties import add_route
from ringback.desk.refusal import Refusal
from ringback.sources.source import ReadOptions
from tests.desk import factories as make
from tests.desk.record_of import picture
from tests.examples import slow_examples

pytestmark = pytest.mark.django_db

COLUMNS = (
    "Company", "Position", "Date Applied", "Status", "Contact", "Contact Title", "Phone", "Email",
    "Job URL", "Location", "Salary", "Notes", "Closing Date", "Reports To",
)  # fmt: skip
ODD = st.one_of(
    st.sampled_from(
        ["", "=1+1", "'=x", "\x00", "a\x00b", "\ufeff", "\u200b", "𝒜", "\U0001f600" * 40,
         "x" * 5000, "\t", "-", "n/a", "'+16145550142", "\u202eabc", "%s", "';--",
         "\\", "\"", "é" * 400]
    ),
    st.text(max_size=12),
)  # fmt: skip
CELLS = {
    "Company": st.sampled_from(["Example Tools Inc", "EXAMPLE TOOLS", "Söhne GmbH", "示例公司"]),
    "Position": st.sampled_from(["Fitter", "fitter", "Plant Manager", "HR Manager", ""]),
    "Date Applied": st.sampled_from(["2026-09-28", "2026-09-30", "2027-01-01", "soon", ""]),
    "Status": st.sampled_from(["Applied", "Interview", "Rejected", "Offer", "Saved", ""]),
    "Contact": st.sampled_from(["Ada Miller", "Miller, Ada", "HR", "", "Bo Baker", "山田 花子"]),
    "Contact Title": st.sampled_from(["Plant Manager", "Recruiter", "", "VP Operations"]),
    "Phone": st.sampled_from(["+1 614 555 0142", "614-555-0142 x12", "", "call them", "555"]),
    "Email": st.sampled_from(["ada@tools.example", "ADA@tools.example", "", "no mail", "a@b"]),
    "Job URL": st.sampled_from(["https://tools.example/1", "https://tools.example/2", ""]),
    "Location": st.sampled_from(["Columbus, OH", "Berlin", "Remote", ""]),
    "Salary": st.sampled_from(["$50k", ""]),
    "Notes": st.sampled_from(["", "ask for Ada", "two\nlines"]),
    "Closing Date": st.sampled_from(["", "2026-10-20", "2026-01-01"]),
    "Reports To": st.sampled_from(["", "Ada Miller"]),
}  # fmt: skip
ROWS = st.lists(
    st.fixed_dictionaries({name: st.one_of(cell, cell, cell, ODD) for name, cell in CELLS.items()}),
    min_size=1,
    max_size=6,
)
Sheet = list[dict[str, str]]


def kept(folder: Path, rows: Sheet, name: str = "kept.csv") -> Path:
    room = io.StringIO()
    writer = csv.DictWriter(room, COLUMNS)
    writer.writeheader()
    writer.writerows(rows)
    path = folder / name
    path.write_bytes(room.getvalue().encode("utf-8", "replace"))
    return path


def whole(desk: Desk) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table, as it is."""
    return {
        table.name: list(table.model._default_manager.order_by("pk").values_list())
        for table in TABLES
    }


def added_up(report: Report) -> None:
    assert report.rows == len(report.lines)
    for word in ("created", "updated", "known", "refused"):
        assert getattr(report, word) == sum(line.became == word for line in report.lines)


def read(desk: Desk, path: Path) -> Report | None:
    try:
        return import_file(desk, path, ReadOptions(day_first=False))
    except Refusal:
        return None


@given(rows=ROWS, before=ROWS)
@settings(max_examples=slow_examples(15), suppress_health_check=list(HealthCheck))
def test_what_a_sheet_brings_adds_up_and_goes_back(rows: Sheet, before: Sheet) -> None:
    with tempfile.TemporaryDirectory() as name, transaction.atomic():
        desk = make.a_desk()
        make.an_opening(desk, title="Fitter", number="", mail="")
        read(desk, kept(Path(name), before, "before.csv"))
        desk = make.later(desk, make.NOW + timedelta(hours=5))
        seen = picture(desk.search)
        path = kept(Path(name), rows)
        report = read(desk, path)
        if report is not None:
            added_up(report)
            understood = sum(one.rows for one in preview(path, ReadOptions(day_first=False)))
            assert report.rows == understood
            refused = len(refused_rows(desk, report.import_id)) if report.import_id else 0
            assert refused == (report.refused if report.import_id else 0)
            assert list(check(desk.search)) == []
            stands = whole(desk)
            later = make.later(desk, desk.now + timedelta(days=2))
            again = read(later, path)
            assert again is not None
            added_up(again)
            assert (again.created, again.updated) == (0, 0)
            assert whole(desk) == stands
            if report.import_id:
                take_back(later, report.import_id)
            assert list(check(desk.search)) == []
        assert picture(desk.search) == seen
        transaction.set_rollback(True)


def row(company: str, position: str, url: str = "") -> dict[str, str]:
    return {**dict.fromkeys(COLUMNS, ""), "Company": company, "Position": position,
            "Job URL": url, "Date Applied": "2026-09-28"}  # fmt: skip


@pytest.mark.parametrize(
    "second",
    [
        row("Another Example", "Fitter", "https://board.example/jobs/4711"),
        row("Example Tools", "Welder", "https://board.example/jobs"),
    ],
)
def test_a_shared_address_makes_no_two_jobs_one(tmp_path: Path, second: dict[str, str]) -> None:
    desk = make.a_desk()
    first = row("Example Tools", "Fitter", second["Job URL"])
    read(desk, kept(tmp_path, [first]))
    report = read(desk, kept(tmp_path, [second], "more.csv"))
    assert report is not None
    assert report.created == 1


def test_a_posting_is_known_by_its_own_address_under_another_title(tmp_path: Path) -> None:
    desk = make.a_desk()
    url = "https://board.example/jobs/4711"
    read(desk, kept(tmp_path, [row("Example Tools", "Fitter", url)]))
    report = read(desk, kept(tmp_path, [row("Example Tools", "Fitter (m/f)", url)], "more.csv"))
    assert report is not None
    assert (report.created, report.known) == (0, 1)


@pytest.mark.parametrize(
    ("heading", "told", "name"),
    [
        ("Reports To", "Head of Plant", "reports_to"),
        ("Location", "Columbus, OH", "place"),
        ("Salary", "$50k", "salary"),
        ("Job URL", "https://tools.example/1", "url"),
    ],
)
def test_what_a_later_row_tells_of_a_new_opening_is_kept_at_once(
    tmp_path: Path, heading: str, told: str, name: str
) -> None:
    desk = make.a_desk()
    seen = picture(desk.search)
    first = row("Example Tools", "Fitter")
    path = kept(tmp_path, [first, {**first, heading: told}, first])
    report = read(desk, path)
    assert report is not None
    assert [line.became for line in report.lines] == ["created", "updated", "known"]
    opening = desk.search.opening_set.get()
    assert getattr(opening, name) == told
    again = read(desk, path)
    assert again is not None
    assert (again.created, again.updated) == (0, 0)
    take_back(desk, report.import_id)
    assert list(check(desk.search)) == []
    assert picture(desk.search) == seen


def test_a_title_that_was_filled_in_is_taken_out_again(tmp_path: Path) -> None:
    desk = make.a_desk()
    make.an_opening(desk, "Example Tools", "Fitter", manager_title="")
    seen = picture(desk.search)
    one = {
        **row("Example Tools", "Fitter"),
        "Contact": "Ada Miller",
        "Contact Title": "Plant Manager",
    }
    report = read(desk, kept(tmp_path, [one]))
    assert report is not None
    assert desk.search.person_set.get().title == "Plant Manager"
    take_back(desk, report.import_id)
    assert picture(desk.search) == seen
    assert list(check(desk.search)) == []


def test_a_place_told_by_a_number_goes_with_the_import_that_brought_it(tmp_path: Path) -> None:
    desk = make.a_desk()
    make.an_opening(desk, "Example Tools", "Fitter", number="", place=NOWHERE)
    seen = picture(desk.search)
    employer = desk.search.employer_set.get()
    assert (employer.country, employer.zone) == ("", "")
    told = {**row("Example Tools", "Fitter"), "Contact": "Ada Miller", "Phone": "+91 22 5550 0100"}
    report = read(desk, kept(tmp_path, [told]))
    assert report is not None
    employer.refresh_from_db()
    assert (employer.country, employer.zone) == ("IN", "Asia/Calcutta")
    take_back(desk, report.import_id)
    employer.refresh_from_db()
    assert (employer.country, employer.zone) == ("", "")
    assert picture(desk.search) == seen
    assert list(check(desk.search)) == []


def test_a_place_that_another_number_tells_stays(tmp_path: Path) -> None:
    desk = make.a_desk()
    make.an_opening(desk, "Example Tools", "Fitter", number="", place=NOWHERE)
    told = {**row("Example Tools", "Fitter"), "Contact": "Ada Miller", "Phone": "+91 22 5550 0100"}
    report = read(desk, kept(tmp_path, [told]))
    assert report is not None
    employer = desk.search.employer_set.get()
    add_route(desk, "+49 30 5550100", employer=employer)
    take_back(desk, report.import_id)
    employer.refresh_from_db()
    assert (employer.country, employer.zone) == ("DE", "Europe/Berlin")
    assert list(check(desk.search)) == []
