"""Check finds each kind of damage, planted by SQL of ones own; and nothing in a whole book."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.apps import apps
from django.db import connection

from ringback.book.check import check
from ringback.book.journal import Touch
from ringback.book.openings import Opening, Step
from ringback.book.parties import Search
from ringback.book.replan import replan
from ringback.desk.desk import Desk
from tests.desk import factories as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(db: None, tmp_path: Path) -> Desk:
    desk = make.a_lived_search(tmp_path)
    make.an_opening(
        desk, "Example Third Ltd", manager="Cy Third", number="+1 614 555 0163",
        mail="cy@third.example",
    )  # fmt: skip
    return desk


@contextmanager
def unguarded() -> Iterator[None]:
    """The journal without its guards and keys, as after a damage from outside."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET session_replication_role = replica")
            yield
            cursor.execute("SET session_replication_role = DEFAULT")
            return
        cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
        triggers = cursor.fetchall()
        for name, _ in triggers:
            cursor.execute(f"DROP TRIGGER {name}")
        yield
        for _, text in triggers:
            cursor.execute(text)


def plant(text: str, *values: str | int) -> None:
    with unguarded(), connection.cursor() as cursor:
        cursor.execute(text, values)
        assert cursor.rowcount


def about(search: Search) -> set[str]:
    return {finding.about for finding in check(search)}


def test_a_whole_book_has_no_findings(desk: Desk) -> None:
    assert list(check(desk.search)) == []


@pytest.mark.parametrize(
    "text",
    [
        "UPDATE book_step SET kind = 'decide'",
        "UPDATE book_step SET day = '2031-01-01'",
        "UPDATE book_step SET why = 'because'",
        "UPDATE book_step SET attempt = 3",
        "UPDATE book_step SET person_id = NULL, route_id = NULL WHERE person_id IS NOT NULL",
        "DELETE FROM book_step",
        "UPDATE book_opening SET stage = 'offered'",
        "UPDATE book_opening SET sent_at = NULL WHERE sent_at IS NOT NULL",
        "UPDATE book_opening SET due_on = '2031-01-01'",
        "UPDATE book_opening SET followed_at = created_at",
        "UPDATE book_opening SET answered_at = created_at WHERE answered_at IS NULL",
    ],
)
def test_a_step_or_stage_that_does_not_follow_is_found_and_mended(desk: Desk, text: str) -> None:
    plant(text)
    findings = list(check(desk.search))
    assert {(one.about, one.mends) for one in findings} == {("steps", True)}
    assert replan(desk.search)
    assert list(check(desk.search)) == []


def test_a_step_of_a_closed_opening_is_found(desk: Desk) -> None:
    closed = Opening.objects.filter(search=desk.search, stage="closed").first()
    assert closed is not None
    Step.objects.create(
        opening=closed, search=desk.search, kind="call", earliest=make.NOW, latest=make.NOW,
        day=make.NOW.date(), why="",
    )  # fmt: skip
    assert about(desk.search) == {"steps"}
    replan(desk.search)
    assert list(check(desk.search)) == []


def test_a_touch_that_was_lost_is_found(desk: Desk) -> None:
    plant("DELETE FROM book_sentdocument")
    plant("DELETE FROM book_touch WHERE kind = 'sent'")
    assert "steps" in about(desk.search)


def test_a_lost_beginning_is_found(desk: Desk) -> None:
    plant("DELETE FROM book_touch WHERE kind = 'added' AND together IS NOT NULL")
    findings = {one.sentence for one in check(desk.search)}
    assert any("added 0 times" in one for one in findings)
    assert any("lacks its first touch" in one for one in findings)


def test_a_beginning_that_doubled_is_found(desk: Desk) -> None:
    opening = Opening.objects.filter(search=desk.search).first()
    assert opening is not None
    Touch.objects.create(
        search=desk.search, opening=opening, kind="added", at=make.NOW, logged_at=make.NOW
    )
    assert "half done" in about(desk.search)


def test_a_strike_of_nothing_is_found(desk: Desk) -> None:
    opening = Opening.objects.filter(search=desk.search).first()
    assert opening is not None
    Touch.objects.create(
        search=desk.search, opening=opening, kind="struck", at=make.NOW, logged_at=make.NOW,
        strikes="01a00000-0000-7000-8000-000000000000",
    )  # fmt: skip
    assert "half done" in about(desk.search)


def test_a_document_that_changed_is_found(desk: Desk) -> None:
    desk.search.document_set.update(content=b"other")
    assert about(desk.search) == {"documents"}


def test_a_bar_that_was_lifted_without_a_word_is_found(desk: Desk) -> None:
    plant("UPDATE book_person SET do_not_contact = %s WHERE do_not_contact", False)
    assert "do not contact" in about(desk.search)


def test_a_bar_that_nothing_tells_of_is_found(desk: Desk) -> None:
    plant("UPDATE book_person SET do_not_contact = %s WHERE name = 'Cy Third'", True)
    assert "do not contact" in about(desk.search)


def test_a_bar_with_no_list_at_all_is_found() -> None:
    desk = make.a_desk()
    make.an_opening(desk)
    plant("UPDATE book_person SET do_not_contact = %s", True)
    assert "do not contact" in about(desk.search)


@pytest.mark.parametrize("became", ["created", "refused"])
def test_rows_of_an_import_that_were_lost_are_found(desk: Desk, became: str) -> None:
    plant("DELETE FROM book_importrow WHERE became = %s", became)
    assert about(desk.search) == {"imports"}


# One search leaning on another


@pytest.mark.parametrize(
    ("text", "table"),
    [
        ("UPDATE book_touch SET person_id = {} WHERE person_id IS NOT NULL", "book_person"),
        ("UPDATE book_touch SET other_id = {} WHERE kind = 'added'", "book_person"),
        ("UPDATE book_touch SET route_id = {} WHERE kind = 'added'", "book_route"),
        ("UPDATE book_touch SET opening_id = {} WHERE kind = 'called'", "book_opening"),
        ("UPDATE book_opening SET employer_id = {} WHERE stage = 'closed'", "book_employer"),
        ("UPDATE book_person SET employer_id = {} WHERE name = 'Cy Third'", "book_employer"),
        ("UPDATE book_route SET person_id = {} WHERE value LIKE 'ada%%'", "book_person"),
        ("UPDATE book_route SET employer_id = {} WHERE value LIKE 'ada%%'", "book_employer"),
        ("UPDATE book_evidence SET person_id = {} WHERE person_id IS NOT NULL", "book_person"),
        ("UPDATE book_evidence SET route_id = {} WHERE route_id IS NOT NULL", "book_route"),
        ("UPDATE book_person SET merged_into_id = {} WHERE name = 'Cy Third'", "book_person"),
        ("UPDATE book_employer SET merged_into_id = {} WHERE name LIKE '%%Third%%'",
         "book_employer"),
        ("UPDATE book_sentdocument SET document_id = {}", "book_document"),
        ("UPDATE book_touch SET imported_id = {} WHERE kind = 'added'", "book_import"),
    ],
)  # fmt: skip
def test_a_row_that_leans_on_another_search_is_found(
    desk: Desk, tmp_path: Path, text: str, table: str
) -> None:
    here = Search.objects.get()
    folder = tmp_path / "other"
    folder.mkdir()
    other = make.a_lived_search(folder)
    (model,) = [one for one in apps.get_models() if one._meta.db_table == table]
    rows = model._default_manager.filter(search=other.search)
    # A person's number, so that nothing else is odd about it.
    number = (
        (rows.filter(value__startswith="+") if table == "book_route" else rows).earliest("pk").pk
    )
    mine = {
        "book_touch": "search_id = %s",
        "book_sentdocument": "touch_id IN (SELECT id FROM book_touch WHERE search_id = %s)",
    }.get(text.split()[1], "search_id = %s")
    joined = " AND " if " WHERE " in text else " WHERE "
    plant(text.format(number) + joined + mine, here.pk)
    assert "searches" in about(here)


def test_a_row_that_points_to_nothing_is_found(desk: Desk) -> None:
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL keeps its keys itself")
    plant("UPDATE book_evidence SET person_id = 99999 WHERE person_id IS NOT NULL")
    findings = list(check(desk.search))
    # Put right again, for the test's own end looks at the keys as well.
    plant("UPDATE book_evidence SET person_id = NULL WHERE person_id = 99999")
    assert any("points to a missing row" in one.sentence for one in findings)
