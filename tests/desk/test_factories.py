"""What the factories make is a record that nobody could find fault with."""

import pytest

from ringback.book.check import check
from tests.desk import factories as make


@pytest.mark.django_db
def test_every_factory_makes_a_record_that_check_finds_whole() -> None:
    desk = make.a_desk()
    opening = make.an_opening(desk)
    make.a_sent_opening(desk, "Example Bakery Ltd")
    make.a_call(desk, opening, "voicemail-left")
    make.a_touch(desk, opening, note="they open at nine")
    make.a_merge(desk)
    person = make.a_person(desk)
    make.some_evidence(desk, person, "route", make.a_route(desk, person))
    make.a_document(desk)

    assert list(check(desk.search)) == []
