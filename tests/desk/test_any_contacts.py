"""Contact files of any kind: their rows add up, once is enough, and they go back."""

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
from ringback.book.imports import Import, ImportRow
from ringback.core.touches import Bar
from ringback.desk import course
from ringback.desk.archive.shape import TABLES
from ringback.desk.desk import Desk
from ringback.desk.doubts import answer, doubts
from ringback.desk.imports import Report, import_file, take_back
from ringback.desk.refusal import Refusal
from ringback.sources.source import ReadOptions
from tests.desk import factories as make
from tests.examples import slow_examples

pytestmark = pytest.mark.django_db

ODD = st.one_of(
    st.sampled_from(["", "n/a", "\u200b", "'=x", "x" * 400, "😀", "\t", "O'", "-", "山田"]),
    st.text(max_size=8),
)
POOLS = {
    "First Name": ["Ada", "ADA", "A.", "Bob", "Robert", "José", "", "Dr. Ada"],
    "Last Name": ["Miller", "Müller", "Mueller", "Miller Jr.", "Baker", "Smith", "de la Cruz", ""],
    "Title": ["Plant Manager", "VP Operations", "Recruiter", "", "Ninja"],
    "Contact Level": ["C-Level", "Non-Manager", ""],
    "Job Function": ["Finance", "Human Resources", ""],
    "Email": ["ada@tools.example", "ADA@tools.example", "info@tools.example", "bob.baker@x.example",
              "smith2@x.example", "", "no mail"],
    "Direct Phone": ["'+16145550142", "614-555-0142 x12", "614-555-0143", "", "call", "555"],
    "Phone": ["614-555-0140", "44-1632-960100", ""],
    "Company Name": ["Example Tools Inc", "EXAMPLE TOOLS", "Example Tools Group", "City Hospital",
                     "Söhne GmbH", "Soehne", "示例公司", ""],
    "D-U-N-S® Number": ["001234567", "001234568", ""],
    "City": ["Columbus", "Reno", ""],
    "State Or Province": ["Ohio", "Nevada", ""],
    "Country/Region": ["United States", "Germany", ""],
    "Employees (Total)": ["12", "340", ""],
    "URL": ["www.tools.example", "tools.example", "x.example", ""],
    "TPS Flag": ["true", "false", ""],
}  # fmt: skip
ROWS = st.lists(
    st.fixed_dictionaries(
        {name: st.one_of(*[st.sampled_from(pool)] * 5, ODD) for name, pool in POOLS.items()}
    ),
    min_size=1,
    max_size=7,
)
Rows = list[dict[str, str]]


def file_of(folder: Path, rows: Rows, name: str) -> Path:
    room = io.StringIO()
    writer = csv.DictWriter(room, POOLS)
    writer.writeheader()
    writer.writerows(rows)
    path = folder / name
    path.write_bytes(room.getvalue().encode("utf-8", "replace"))
    return path


def whole(desk: Desk, *left_out: type) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table but these, as it is."""
    return {
        table.name: list(table.model._default_manager.order_by("pk").values_list())
        for table in TABLES
        if table.model not in left_out
    }


def read(desk: Desk, path: Path) -> Report | None:
    try:
        return import_file(desk, path, ReadOptions())
    except Refusal:
        return None


def added_up(report: Report) -> None:
    lines = list(report.lines)
    assert report.rows == len(lines) == len(report.lines)
    for word in ("created", "updated", "known", "refused"):
        assert getattr(report, word) == sum(line.became == word for line in lines)


@given(before=ROWS, rows=ROWS, answers=st.lists(st.booleans(), max_size=3))
@settings(max_examples=slow_examples(15), suppress_health_check=list(HealthCheck))
def test_what_a_contact_file_brings_adds_up_and_goes_back(
    before: Rows, rows: Rows, answers: list[bool]
) -> None:
    with tempfile.TemporaryDirectory() as name, transaction.atomic():
        desk = make.a_desk()
        opening = make.an_opening(desk, "Example Tools", title="Fitter", number="", mail="")
        make.an_opening(desk, "City Hospital", title="Nurse", manager="Bob Baker", mail="")
        course.bar(desk, opening, Bar.DO_NOT_CONTACT)
        read(desk, file_of(Path(name), before, "before.csv"))
        for one, is_same in zip(doubts(desk), answers, strict=False):
            try:
                answer(desk, one.number, same=is_same)
            except Refusal:
                continue
        later = make.later(desk, make.NOW + timedelta(hours=5))
        seen = whole(later, Import, ImportRow)
        path = file_of(Path(name), rows, "people.csv")
        report = read(later, path)
        if report is not None:
            added_up(report)
            assert list(check(desk.search)) == []
            stands = whole(desk)
            last = make.later(desk, later.now + timedelta(days=2))
            again = read(last, path)
            assert again is not None
            added_up(again)
            assert (again.created, again.updated, again.asked) == (0, 0, ())
            assert whole(desk) == stands
            if report.import_id:
                take_back(last, report.import_id)
            assert list(check(desk.search)) == []
        assert whole(desk, Import, ImportRow) == seen
        transaction.set_rollback(True)
