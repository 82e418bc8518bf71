"""The journal's guards: the database itself refuses to change or remove a touch."""

from collections.abc import Callable

import pytest
from django.db import DatabaseError, connection, transaction

from ringback.book.journal import Erasure, Touch
from ringback.desk.desk import Desk
from ringback.desk.erase import erase_search
from tests.desk import factories as make

pytestmark = pytest.mark.django_db


def refused(act: Callable[[], object]) -> str:
    with pytest.raises(DatabaseError) as error, transaction.atomic():
        act()
    return str(error.value)


def by_sql(text: str) -> Callable[[], object]:
    def run() -> None:
        with connection.cursor() as cursor:
            cursor.execute(text)

    return run


@pytest.fixture
def desk(db: None) -> Desk:
    desk = make.a_desk()
    make.a_touch(desk, make.an_opening(desk), note="as it was")
    return desk


def test_a_touch_cannot_be_changed(desk: Desk) -> None:
    assert "never changed" in refused(lambda: Touch.objects.update(note="otherwise"))


def test_a_touch_cannot_be_saved_again(desk: Desk) -> None:
    one = Touch.objects.latest("pk")
    one.note = "otherwise"
    assert "never changed" in refused(one.save)


def test_a_touch_cannot_be_deleted(desk: Desk) -> None:
    assert "never changed" in refused(Touch.objects.all().delete)


def test_a_touch_does_not_go_with_its_opening_or_search(desk: Desk) -> None:
    assert "never changed" in refused(desk.search.opening_set.all().delete)
    assert "never changed" in refused(desk.search.delete)


@pytest.mark.parametrize(
    "text",
    [
        "UPDATE book_touch SET at = logged_at",
        "UPDATE book_touch SET uid = uid",
        "DELETE FROM book_touch",
        "DELETE FROM book_touch WHERE id > 0",
    ],
)
def test_sql_of_ones_own_is_refused_too(desk: Desk, text: str) -> None:
    before = list(Touch.objects.order_by("pk").values_list())
    assert "never changed" in refused(by_sql(text))
    assert list(Touch.objects.order_by("pk").values_list()) == before


def test_the_journal_cannot_be_emptied_at_once(desk: Desk) -> None:
    if connection.vendor != "postgresql":
        # SQLite knows no TRUNCATE; a DELETE of everything is refused row by row.
        assert "never changed" in refused(by_sql("DELETE FROM book_touch"))
        return
    # What is checked at a transaction's end is checked now: before that, nothing may be emptied.
    by_sql("SET CONSTRAINTS ALL IMMEDIATE")()
    assert "never changed" in refused(by_sql("TRUNCATE book_touch CASCADE"))


def test_replacing_a_row_by_another_is_refused(desk: Desk) -> None:
    if connection.vendor != "sqlite":
        text = (
            "INSERT INTO book_touch SELECT * FROM book_touch ON CONFLICT (id) "
            "DO UPDATE SET note = 'otherwise'"
        )
    else:
        text = (
            "INSERT OR REPLACE INTO book_touch SELECT * FROM book_touch WHERE id = "
            "(SELECT max(id) FROM book_touch)"
        )
    before = list(Touch.objects.order_by("pk").values_list())
    assert "never changed" in refused(by_sql(text))
    assert list(Touch.objects.order_by("pk").values_list()) == before


def test_a_permit_for_one_search_opens_no_other(desk: Desk) -> None:
    other = make.a_desk()
    make.an_opening(other)
    Erasure.objects.create(search_id=other.search.pk)
    assert "never changed" in refused(Touch.objects.filter(search=desk.search).delete)
    assert "never changed" in refused(
        lambda: Touch.objects.filter(search=desk.search).update(note="")
    )


def test_no_permit_outlives_an_erasure(desk: Desk) -> None:
    erase_search(desk, sure=True)
    assert not Erasure.objects.exists()
    assert not Touch.objects.exists()


def test_a_touch_can_be_added_and_struck(desk: Desk) -> None:
    before = Touch.objects.count()
    make.a_touch(desk, desk.search.opening_set.get(), note="more")
    assert Touch.objects.count() == before + 1
