"""A bar that is taken back and brought back holds again."""

import pytest

from ringback.book.parties import Person
from ringback.core.touches import Bar
from ringback.desk import course
from ringback.desk.checking import look_over
from tests.desk import factories as make


@pytest.mark.django_db
def test_bringing_a_bar_back_bars_again() -> None:
    desk = make.a_desk()
    opening = make.a_sent_opening(desk)
    person = Person.objects.get()
    barred = course.bar(desk, opening, Bar.DO_NOT_CONTACT, person=person)
    undone = course.strike(desk, tuple(one.uid for one in barred.touches))
    course.strike(desk, tuple(one.uid for one in undone.touches))

    person.refresh_from_db()
    assert person.do_not_contact
    assert look_over(desk) == []
