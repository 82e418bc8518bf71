"""A bar that is taken back and brought back holds again."""

import pytest

from ringback.book.parties import Person
from ringback.core.touches import Bar
from ringback.desk import course
from ringback.desk.checking import look_over
from ringback.desk.merging import merge_people
from ringback.desk.parties import add_route
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


@pytest.mark.django_db
def test_a_number_that_somebody_barred_is_given_is_barred_as_well() -> None:
    desk = make.a_desk()
    opening = make.a_sent_opening(desk)
    person = Person.objects.get()
    barred = course.bar(desk, opening, Bar.DO_NOT_CONTACT, person=person)
    person.refresh_from_db()
    add_route(desk, "+1 614 555 0177", employer=opening.employer, person=person)

    # Whoever comes with that number under another name, elsewhere, is the same.
    elsewhere = make.an_employer(desk, "Bolt Tools")
    other = make.a_person(desk, elsewhere, "P. Moved")
    add_route(desk, "+1 614 555 0177", employer=elsewhere, person=other)
    other.refresh_from_db()
    assert other.do_not_contact
    assert look_over(desk) == []

    # What was said in the touch ends with the touch.
    course.strike(desk, tuple(one.uid for one in barred.touches))
    for one in (person, other):
        one.refresh_from_db()
        assert not one.do_not_contact
    assert look_over(desk) == []


@pytest.mark.django_db
def test_whoever_was_made_one_with_somebody_barred_is_free_once_that_is_taken_back() -> None:
    desk = make.a_desk()
    opening = make.a_sent_opening(desk)
    manager = Person.objects.get()
    kept = make.a_person(desk, opening.employer, "Kim Sample")
    barred = course.bar(desk, opening, Bar.DO_NOT_CONTACT, person=manager)
    merge_people(desk, kept, manager)
    assert _is_barred(kept)

    undone = course.strike(desk, tuple(one.uid for one in barred.touches))
    assert not _is_barred(kept)
    assert look_over(desk) == []

    course.strike(desk, tuple(one.uid for one in undone.touches))
    assert _is_barred(kept)
    assert look_over(desk) == []


def _is_barred(person: Person) -> bool:
    return Person.objects.get(pk=person.pk).do_not_contact
