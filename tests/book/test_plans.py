"""What is asked every day is answered from an index, however large the book (SQLite's own word)."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from ringback.book import agenda
from ringback.book.replan import plan, standing
from ringback.desk.desk import Desk
from ringback.desk.today import today
from tests.desk import factories as make

pytestmark = pytest.mark.django_db

SOON = datetime(2026, 10, 20, tzinfo=UTC)


def plans(work: Callable[[], object]) -> list[str]:
    """How SQLite goes about each query of a work, line by line."""
    with CaptureQueriesContext(connection) as asked:
        work()
    found: list[str] = []
    with connection.cursor() as cursor:
        for query in asked:
            if query["sql"].lstrip().startswith("SELECT"):
                cursor.execute("EXPLAIN QUERY PLAN " + query["sql"].replace("%", "%%"))
                found.extend(str(row[-1]) for row in cursor.fetchall())
    assert found
    return found


def scanned(lines: list[str]) -> list[str]:
    """Tables that are read from end to end; a question's few ids, and its one row, are none."""
    scans = [line for line in lines if line.startswith("SCAN") and "json_each" not in line]
    return [line for line in scans if line != "SCAN CONSTANT ROW"]


@pytest.fixture
def desk() -> Desk:
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL plans by the rows that are there")
    found = make.a_desk()
    for name in ("Example Tools Inc", "Example Bakery Ltd", "Example Clinic"):
        make.a_sent_opening(found, name)
    return found


def test_the_day_is_read_from_the_index_of_what_is_due(desk: Desk) -> None:
    lines = plans(lambda: agenda.due(desk.search, SOON, 50))
    assert any("step_due" in line for line in lines)
    assert scanned(lines) == []
    assert not [line for line in lines if line == "USE TEMP B-TREE FOR ORDER BY"]


def test_today_reads_no_table_from_end_to_end(desk: Desk) -> None:
    assert scanned(plans(lambda: today(desk))) == []
    assert scanned(plans(lambda: today(Desk(desk.search, desk.now + timedelta(days=9))))) == []


def test_today_reads_no_touch(desk: Desk) -> None:
    assert not [line for line in plans(lambda: today(desk)) if "book_touch" in line]


def test_an_act_reads_only_the_employer_that_it_concerns(desk: Desk) -> None:
    opening = make.an_opening(desk)
    lines = plans(lambda: list(plan(desk.search, [opening.employer_id])))
    assert scanned(lines) == []
    assert any("touch_by_opening" in line for line in lines)
    assert scanned(plans(lambda: standing(desk.search, opening))) == []
