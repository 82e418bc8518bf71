"""Where what is known of somebody is from: one line a source, in words that can be said as well."""

from datetime import timedelta

import pytest

from ringback.book.parties import Person
from ringback.core.scripts import Facts, words_for
from ringback.desk.desk import Desk
from ringback.desk.openings import NewOpening, add
from ringback.desk.origins import origins
from ringback.desk.parties import Source, add_route
from tests.desk.factories import a_desk

pytestmark = pytest.mark.django_db

PAGE = Source("team page", "https://acme.example/team")


def dana(desk: Desk) -> Person:
    new = NewOpening(
        employer="Acme Foods", title="Fitter", manager="Dana Reyes",
        manager_title="Maintenance Manager", number="+16145550142", mail="d.reyes@acme.example",
        source=PAGE,
    )  # fmt: skip
    add(desk, new)
    return Person.objects.get(search=desk.search, name="Dana Reyes")


def told(desk: Desk, person: Person) -> list[tuple[str, tuple[str, ...]]]:
    return [(one.source, one.facts) for one in origins(desk, person)]


def test_a_source_is_told_once_with_all_its_facts() -> None:
    desk = a_desk()
    (one,) = origins(desk, dana(desk))
    assert one.facts == ("name", "title", "number", "mail")
    assert (one.source, one.detail, one.day) == (PAGE.source, PAGE.detail, desk.today)


def test_another_source_or_another_day_is_told_by_itself_and_first() -> None:
    desk = a_desk()
    person = dana(desk)
    assert person.employer is not None
    later = Source("the receptionist", found_at=desk.now + timedelta(hours=1))
    add_route(desk, "+16145550143", employer=person.employer, person=person, source=later)
    before = Source(PAGE.source, PAGE.detail, desk.now - timedelta(days=3))
    add_route(desk, "dana@acme.example", employer=person.employer, person=person, source=before)
    assert told(desk, person) == [
        ("the receptionist", ("number",)),
        ("team page", ("name", "title", "number", "mail")),
        ("team page", ("mail",)),
    ]


@pytest.mark.parametrize(
    ("lang", "said"),
    [("en", "the team page on your website"), ("de", "von der Teamseite Ihrer Website")],
)
def test_the_same_source_is_said_to_them_in_a_whole_sentence(lang: str, said: str) -> None:
    facts = Facts(manager_name="Dana Reyes", name_source=PAGE.source)
    assert said in words_for(facts, lang)["objection_how"]
