"""Who hires: people from a page, ranked for an opening, with what calls have taught."""

import pytest

from ringback.book.parties import Evidence, Person, Route
from ringback.core.found import FoundPerson, FoundRoute
from ringback.core.people import RouteKind
from ringback.desk.calls import Told, log_call, outcome_named
from ringback.desk.course import name_manager
from ringback.desk.parties import Source
from ringback.desk.sending import gate, send
from ringback.desk.who import keep_people, who_hires
from tests.desk.factories import a_call, a_desk, an_opening

pytestmark = pytest.mark.django_db

PAGE = Source("team page", "https://tools.example/team")
NUMBER = FoundRoute(kind=RouteKind.DIRECT, value="614-555-0142")
STAFF = (
    FoundPerson(name="Lee Quist", title="Director of Human Resources"),
    FoundPerson(name="Maria Gonzalez", title="Plant Manager"),
    FoundPerson(name="Dana Okafor", title="Maintenance Manager", routes=(NUMBER,)),
)


def test_the_manager_of_the_same_work_comes_first_and_hr_is_not_offered() -> None:
    desk = a_desk()
    opening = an_opening(desk, title="Maintenance Mechanic", manager="", number="", mail="")
    kept = keep_people(desk, opening.employer, STAFF, PAGE)
    names = [one.person.name for one in who_hires(desk, opening).suggestions]
    assert len(kept.new) == 3
    assert names[0] == "Dana Okafor"
    assert "Lee Quist" not in names


def test_everybody_from_a_page_keeps_it_as_evidence_and_is_known_the_second_time() -> None:
    desk = a_desk()
    opening = an_opening(desk, manager="", number="", mail="")
    keep_people(desk, opening.employer, STAFF, PAGE)
    again = keep_people(desk, opening.employer, STAFF, PAGE)
    assert (len(again.new), len(again.known)) == (0, 3)
    assert Person.objects.count() == 3
    assert Route.objects.get().value == "+16145550142"
    assert set(Evidence.objects.values_list("detail", flat=True)) == {PAGE.detail}


def test_a_page_opens_the_gate_once_its_best_is_named() -> None:
    desk = a_desk()
    opening = an_opening(desk, title="Maintenance Mechanic", manager="", number="", mail="")
    keep_people(desk, opening.employer, STAFF, PAGE)
    best = who_hires(desk, opening).suggestions[0].person
    named = name_manager(desk, opening, best.name, title=best.title, source=PAGE)
    assert gate(desk, named.opening).opens
    assert send(desk, named.opening).opening.stage == "sent"


def test_the_wrong_person_is_not_offered_again_first() -> None:
    desk = a_desk()
    opening = an_opening(desk, title="Maintenance Mechanic", manager="Dana Okafor",
                         manager_title="Maintenance Manager")  # fmt: skip
    keep_people(desk, opening.employer, STAFF, PAGE)
    send(desk, opening)
    a_call(desk, opening, "wrong-person")
    assert who_hires(desk, opening).suggestions[0].person.name == "Maria Gonzalez"


def test_whom_they_refer_to_comes_first() -> None:
    desk = a_desk()
    opening = an_opening(desk, title="Maintenance Mechanic", manager="Dana Okafor",
                         manager_title="Maintenance Manager")  # fmt: skip
    keep_people(desk, opening.employer, STAFF, PAGE)
    send(desk, opening)
    log_call(desk, opening, outcome_named("referred"), told=Told(name="Maria Gonzalez"))
    first = who_hires(desk, opening).suggestions[0]
    assert first.person.name == "Maria Gonzalez"
    assert "you were referred to them" in first.reasons


def test_a_number_that_cannot_be_read_is_told_and_the_person_kept() -> None:
    desk = a_desk()
    opening = an_opening(desk, manager="", number="", mail="")
    odd = FoundPerson(name="Ivo Brandt", routes=(FoundRoute(kind=RouteKind.DIRECT, value="12"),))
    kept = keep_people(desk, opening.employer, [odd], PAGE)
    assert [person.name for person in kept.new] == ["Ivo Brandt"]
    assert len(kept.doubts) == 1


def test_with_nobody_known_the_receptionist_is_asked_for_the_team() -> None:
    desk = a_desk()
    opening = an_opening(desk, title="Maintenance Mechanic", manager="", number="", mail="")
    answer = who_hires(desk, opening)
    assert answer.suggestions == ()
    assert "maintenance" in answer.ask_for
