"""Never again: who asked for it is recognised under every record, in one search and no other."""

from datetime import UTC, datetime

import pytest

from ringback.book.check import check
from ringback.book.parties import Person, Suppression
from ringback.book.suppress import (
    alike,
    is_suppressed,
    listing,
    refresh,
    struck_uids,
    suppress,
)
from ringback.core.touches import Kind
from ringback.desk.course import strike
from ringback.desk.merging import last_merge, merge_employers, merge_people, part
from tests.desk import factories as make

pytestmark = pytest.mark.django_db


def test_a_mail_a_number_a_profile_and_a_name_at_an_employer_are_each_enough() -> None:
    desk = make.a_desk()
    barred = make.a_person(desk)
    make.a_route(desk, barred)
    make.a_route(desk, barred, "ada@tools.example")
    barred.linkedin = "https://linkedin.example/in/ada/"
    barred.save()
    suppress(desk.search, barred, make.NOW, None)
    by_number, by_profile, stranger = (
        make.a_person(desk, name=name) for name in ("B One", "C Two", "D Three")
    )
    make.a_route(desk, by_number)
    by_profile.linkedin = "https://LinkedIn.example/in/ada"
    by_name = make.a_person(desk, barred.employer)
    assert is_suppressed(desk.search, by_number)
    assert is_suppressed(desk.search, by_profile)
    assert is_suppressed(desk.search, by_name)
    assert not is_suppressed(desk.search, stranger)


def test_a_switchboard_bars_nobody_else() -> None:
    desk = make.a_desk()
    barred = make.a_person(desk)
    make.a_route(desk, barred, "+16145550100").__class__.objects.update(kind="switchboard")
    suppress(desk.search, barred, make.NOW, None)
    other = make.a_person(desk, name="B One")
    make.a_route(desk, other, "+16145550100")
    assert not is_suppressed(desk.search, other)


def test_the_list_of_one_search_says_nothing_in_another() -> None:
    desk, other = make.a_desk(), make.a_desk()
    barred, same = make.a_person(desk), make.a_person(other)
    suppress(desk.search, barred, make.NOW, None)
    assert is_suppressed(desk.search, barred)
    assert not is_suppressed(other.search, same)
    suppress(other.search, same, make.NOW, None)
    digests = Suppression.objects.values_list("digest", flat=True)
    assert len(set(digests)) == 2


def test_the_list_names_nobody() -> None:
    desk = make.a_desk()
    suppress(desk.search, make.a_person(desk), datetime(2026, 1, 1, tzinfo=UTC), None)
    assert all(set(row.digest) <= set("0123456789abcdef") for row in Suppression.objects.all())


def test_a_struck_touch_lifts_its_bar_and_a_strike_struck_brings_it_back() -> None:
    desk = make.a_desk()
    opening = make.an_opening(desk)
    said = make.a_call(desk, opening, "never").touches[0]
    assert Person.objects.get(search=desk.search).do_not_contact
    struck = strike(desk, (said.uid,)).touches[0]
    assert not Person.objects.get(search=desk.search).do_not_contact
    assert struck_uids(desk.search) == {said.uid}
    strike(desk, (struck.uid,))
    assert Person.objects.get(search=desk.search).do_not_contact
    assert struck.kind == Kind.STRUCK
    assert list(check(desk.search)) == []


def test_refresh_tells_who_changed() -> None:
    desk = make.a_desk()
    person, other = make.a_person(desk), make.a_person(desk, name="B One")
    suppress(desk.search, person, make.NOW, None)
    assert refresh(desk.search, [person, other]) == {person.pk}
    assert refresh(desk.search, [person, other]) == set()


def test_a_bar_goes_with_its_employer_into_another_and_back() -> None:
    desk = make.a_desk()
    opening = make.an_opening(desk, number="", mail="")
    make.a_call(desk, opening, "never")
    other = make.an_employer(desk, "Example Works")
    merge_employers(desk, other, opening.employer)
    assert Person.objects.get(search=desk.search).do_not_contact
    assert list(check(desk.search)) == []
    before = Suppression.objects.count()
    merge = last_merge(desk)
    assert merge is not None
    part(desk, merge)
    assert Person.objects.get(search=desk.search).do_not_contact
    assert Suppression.objects.count() == before - 1
    assert list(check(desk.search)) == []


def test_a_bar_goes_over_to_the_record_that_stands_for_both() -> None:
    desk = make.a_desk()
    opening = make.an_opening(desk, number="", mail="")
    make.a_call(desk, opening, "never")
    barred = Person.objects.get(search=desk.search)
    kept = make.a_person(desk, opening.employer, "A. Miller")
    merge = merge_people(desk, kept, barred)
    kept.refresh_from_db()
    assert kept.do_not_contact
    part(desk, merge)
    kept.refresh_from_db()
    barred.refresh_from_db()
    assert (kept.do_not_contact, barred.do_not_contact) == (False, True)
    assert listing(desk.search, kept) == set()
    assert list(check(desk.search)) == []


def test_whoever_may_be_the_same_is_found_by_each_mark() -> None:
    desk = make.a_desk()
    one = make.a_person(desk, make.an_employer(desk, "Example Clinic"))
    make.a_route(desk, one, "Ada@clinic.example")
    one.linkedin = "https://linkedin.example/in/Ada/"
    one.save()
    same_name = make.a_person(desk, make.an_employer(desk, "Example Clinic Ltd"))
    same_mail, same_profile, another = (
        make.a_person(desk, name=name) for name in ("B One", "C Two", "D Three")
    )
    make.a_route(desk, same_mail, "ada@clinic.example")
    same_profile.linkedin = "https://linkedin.example/in/ada"
    same_profile.save()
    found = {person.pk for person in alike(desk.search, one)}
    assert found == {one.pk, same_name.pk, same_mail.pk, same_profile.pk}
    suppress(desk.search, one, make.NOW, None)
    assert refresh(desk.search, alike(desk.search, one)) == found
    assert not is_suppressed(desk.search, another)


def test_two_records_of_one_friend_are_alike() -> None:
    desk = make.a_desk()
    one, other = make.a_person(desk), make.a_person(desk)
    Person.objects.filter(pk__in=(one.pk, other.pk)).update(employer=None)
    one.refresh_from_db()
    assert {person.pk for person in alike(desk.search, one)} == {one.pk, other.pk}
