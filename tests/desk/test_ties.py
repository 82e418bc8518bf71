"""The back door as stories: who is at an employer, how well they are known, what to ask."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from ringback.book.parties import Employer, Evidence, Person, Route
from ringback.core.places import NOWHERE
from ringback.core.ties import Strength
from ringback.core.touches import Bar
from ringback.desk.answers import refer
from ringback.desk.back_door import agree_referral, ask_referral, refuse_referral
from ringback.desk.calls import Told
from ringback.desk.checking import look_over
from ringback.desk.course import bar, last_act, strike
from ringback.desk.desk import Desk
from ringback.desk.friends import OWN_LABELS
from ringback.desk.imports import import_file, take_back
from ringback.desk.merging import merge_people
from ringback.desk.openings import find_opening
from ringback.desk.refusal import Code, Refusal
from ringback.desk.ties import Where, all_doors, connections_at, place_named, words_for
from ringback.sources.registry import sources
from ringback.sources.source import ReadOptions
from tests.desk.factories import NOW, a_desk, a_person, a_search, an_employer, an_opening
from tests.sources.kept import file_of
from tests.sources.linkedin_files import IN, WHOLE, export_of

pytestmark = pytest.mark.django_db

BOOK = (
    "First Name,Last Name,Organization Name,Organization Title,E-mail 1 - Label,E-mail 1 - Value,"
    "Phone 1 - Label,Phone 1 - Value\n"
    "Kim,Sample,Example Tools Inc,Buyer,Work,kim@tools.example,Mobile,+1 614 555 0171\n"
)


def with_export(folder: Path, desk: Desk | None = None) -> Desk:
    desk = desk or a_desk()
    import_file(desk, export_of(folder, WHOLE), ReadOptions())
    return desk


def test_a_connection_at_the_employer_is_found_with_the_grounds(tmp_path: Path) -> None:
    desk = with_export(tmp_path)
    (one,) = connections_at(desk, find_opening(desk, "Quarrystone")).people
    assert (one.person.name, one.where, one.doubts) == ("Avis Tarrow", Where.THERE, ())
    assert one.tie.strength is Strength.CLOSE
    assert [ground.says for ground in one.tie.grounds] == [
        "they recommended you on 6 May 2019",
        "you wrote to each other (1 from you, 1 from them, the last on 6 January 2026)",
        "you have been connected since 12 March 2018, when you worked at Oxbow Rail",
        "you invited them to connect on 11 March 2018",
    ]
    assert one.tie.grounds[1].evidence.detail == "Complete_Export.zip, messages.csv, line 2"


def test_an_entry_of_the_address_book_with_a_number_is_a_tie(tmp_path: Path) -> None:
    desk = a_desk()
    opening = an_opening(desk)
    import_file(desk, file_of(tmp_path, BOOK, "contacts.csv"), ReadOptions())
    (one,) = connections_at(desk, opening).people
    assert (one.person.name, one.tie.strength) == ("Kim Sample", Strength.GOOD)
    assert one.tie.grounds[0].says == "you have their number in your address book"
    assert one.tie.grounds[0].evidence.source == "Google Contacts"
    assert "+16145550171" in [route.value for route in one.routes]


def test_the_seekers_own_manager_there_is_not_one_of_their_own_people() -> None:
    desk = a_desk()
    assert connections_at(desk, an_opening(desk)).people == ()


def own_person(
    desk: Desk, employer: Employer, name: str, found_at: datetime = NOW, linkedin: str = ""
) -> Person:
    """Somebody at an employer, from an address book of the seeker's."""
    person = a_person(desk, employer, name)
    Person.objects.filter(pk=person.pk).update(linkedin=linkedin)
    for about in ("name", "title"):
        Evidence.objects.create(
            search=desk.search, person=person, about=about, source="Google Contacts",
            detail="contacts.csv, line 2", found_at=found_at,
        )  # fmt: skip
    return person


def test_an_employer_that_may_be_another_is_marked() -> None:
    desk = a_desk()
    opening = an_opening(desk, "Summit Bank")
    own_person(desk, an_employer(desk, "Summit Bank Group", place=NOWHERE), "Kim Sample")
    own_person(desk, an_employer(desk, "Valley Dairy"), "Sam Other")
    (one,) = connections_at(desk, opening).people
    assert one.person.name == "Kim Sample"
    assert one.at is not None
    assert one.at.name == "Summit Bank Group"
    assert one.doubts


def test_who_worked_there_before_is_told_apart_from_who_does_now() -> None:
    desk = a_desk()
    then, now = an_employer(desk, "Oxbow Rail"), an_employer(desk, "Quarrystone Fittings")
    profile = f"{IN}avis-tarrow"
    own_person(desk, now, "Avis Tarrow", NOW, profile)
    own_person(desk, then, "Avis Tarrow", NOW - timedelta(days=700), profile + "/")
    (was,) = connections_at(desk, then).people
    assert (was.where, was.at) == (Where.WAS, now)
    (there,) = connections_at(desk, now).people
    assert (there.where, there.at) == (Where.THERE, now)


def test_those_met_while_working_there_may_know_somebody(tmp_path: Path) -> None:
    desk = with_export(tmp_path)
    found = {one.person.name: one.where for one in connections_at(desk, "Oxbow Rail").people}
    assert found == {"Avis Tarrow": Where.PERHAPS, "Zoë Müller": Where.PERHAPS}


def test_a_manager_from_a_team_page_to_whom_one_wrote_before_is_a_doubtful_tie(
    tmp_path: Path,
) -> None:
    desk = a_desk()
    opening = an_opening(desk, manager="Avis Tarrow")
    import_file(desk, export_of(tmp_path, {"messages.csv": WHOLE["messages.csv"]}), ReadOptions())
    (one,) = connections_at(desk, opening).people
    assert one.person.name == "Avis Tarrow"
    assert all(ground.doubtful for ground in one.tie.grounds)
    assert one.tie.strength is Strength.LOOSE


def test_who_wants_no_contact_is_in_no_list(tmp_path: Path) -> None:
    desk = with_export(tmp_path)
    opening = find_opening(desk, "Quarrystone")
    bar(desk, opening, Bar.DO_NOT_CONTACT, person=Person.objects.get(name="Avis Tarrow"))
    assert connections_at(desk, opening).people == ()
    with pytest.raises(Refusal) as refusal:
        ask_referral(desk, opening, "Avis Tarrow")
    assert refusal.value.code is Code.DO_NOT_CONTACT


def test_an_import_that_was_taken_back_leaves_nobody(tmp_path: Path) -> None:
    desk = a_desk()
    report = import_file(desk, export_of(tmp_path, WHOLE), ReadOptions())
    take_back(desk, report.import_id)
    assert connections_at(desk, "Quarrystone Fittings, Inc.").people == ()


def test_another_search_has_its_own_people(tmp_path: Path) -> None:
    with_export(tmp_path)
    other = a_desk(search=a_search())
    opening = an_opening(other, "Quarrystone Fittings, Inc.")
    assert connections_at(other, opening).people == ()
    assert all_doors(other) == ()


def test_all_doors_are_those_of_open_openings_with_somebody(tmp_path: Path) -> None:
    desk = with_export(tmp_path)
    an_opening(desk, "Nobody Known Ltd")
    assert [one.name for one in all_doors(desk)] == [
        "Quarrystone Fittings, Inc.", "Vorhaus Muster GmbH",
    ]  # fmt: skip


def test_what_to_ask_is_true_to_what_is_on_file(tmp_path: Path) -> None:
    desk = with_export(tmp_path)
    door = connections_at(desk, find_opening(desk, "Quarrystone"))
    said = " ".join(one.text for one in words_for(desk, door, door.people[0]).sections)
    assert "Hello Avis Tarrow, it's Pat Doe." in said
    assert "I'm interested in the Plant Scheduler job at Quarrystone Fittings, Inc." in said
    assert "Who decides on such work at your place" in said
    assert "May I say that you sent me?" in said
    away = connections_at(desk, "Oxbow Rail")
    said = " ".join(one.text for one in words_for(desk, away, away.people[0]).sections)
    assert "your place" not in said
    assert "Do you know who decides on such work there" in said


def test_a_place_is_found_by_number_name_words_or_not_at_all(tmp_path: Path) -> None:
    desk = with_export(tmp_path)
    opening = find_opening(desk, "Quarrystone")
    assert place_named(desk, str(opening.pk)) == opening
    assert place_named(desk, "quarrystone") == opening
    assert place_named(desk, "Plant Scheduler") == opening
    assert place_named(desk, "Never Heard Of") == "Never Heard Of"
    with pytest.raises(Refusal) as refusal:
        place_named(desk, "99999")
    assert refusal.value.code is Code.NOT_FOUND


# Asking


def test_what_came_of_asking_is_told_with_the_tie(tmp_path: Path) -> None:
    desk = with_export(tmp_path)
    opening = find_opening(desk, "Quarrystone")
    avis = connections_at(desk, opening).people[0].person
    ask_referral(desk, opening, str(avis.pk))
    agree_referral(desk, opening, "avis tarrow", by=desk.today + timedelta(days=3))
    asked = connections_at(desk, opening).people[0].asked
    assert asked is not None
    assert (asked.what, asked.by) == ("agreed", desk.today + timedelta(days=3))


def test_a_friend_by_name_is_the_connection_wherever_they_work(tmp_path: Path) -> None:
    desk = with_export(tmp_path)
    opening = an_opening(desk, manager="", number="", mail="")
    logged = ask_referral(desk, opening, "Avis Tarrow")
    friend = logged.touches[0].other
    assert friend is not None
    assert friend.employer is not None
    assert logged.step is not None
    assert (logged.step.kind, logged.step.person) == ("ask friend", friend)
    assert look_over(desk) == []


def test_of_two_friends_of_one_name_it_is_asked_which(tmp_path: Path) -> None:
    head = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
    rows = "".join(f"Sam,Lee,{IN}sam-lee-{n},,Firm {n},Clerk,12 Mar 2018\n" for n in ("one", "two"))
    desk = a_desk()
    import_file(desk, file_of(tmp_path, head + rows, "c.csv"), ReadOptions())
    with pytest.raises(Refusal) as refusal:
        ask_referral(desk, an_opening(desk), "Sam Lee")
    assert refusal.value.code is Code.AMBIGUOUS
    assert "Firm one" in refusal.value.sentence


def test_a_friend_who_says_never_is_asked_no_more_in_any_opening() -> None:
    desk = a_desk()
    first = an_opening(desk, manager="", number="", mail="")
    other = an_opening(desk, "Example Mill", manager="", number="", mail="")
    kim = ask_referral(desk, first, "Kim Friend").touches[0].other
    assert ask_referral(desk, other, "Kim Friend").step is not None
    logged = bar(desk, first, Bar.DO_NOT_CONTACT, person=kim)
    assert look_over(desk) == []
    for opening in (first, other):
        opening.refresh_from_db()
        assert opening.step.kind == "find manager"
    strike(desk, tuple(one.uid for one in logged.touches))
    other.refresh_from_db()
    assert other.step.kind == "ask friend"
    assert look_over(desk) == []


def test_a_friend_who_was_two_records_stays_one_step() -> None:
    desk = a_desk()
    opening = an_opening(desk, manager="", number="", mail="")
    kim = ask_referral(desk, opening, "Kim Friend").touches[0].other
    again = ask_referral(desk, opening, "Kimberly Friend").touches[0].other
    assert kim is not None
    assert again is not None
    merge_people(desk, kim, again)
    assert look_over(desk) == []


def test_a_referral_is_taken_back_like_anything_else() -> None:
    desk = a_desk()
    opening = an_opening(desk, manager="", number="", mail="")
    asked = ask_referral(desk, opening, "Kim Friend")
    refer(desk, opening, "Kim Friend", told=Told(name="Dana Reyes", number="614 555 0142"),
          may_say=True)  # fmt: skip
    opening.refresh_from_db()
    assert opening.step.kind == "thank"
    back = strike(desk, tuple(one.uid for one in last_act(desk)))
    assert asked.step is not None
    assert back.step is not None
    assert (back.step.kind, back.step.day) == (asked.step.kind, asked.step.day)


def test_a_refusal_leaves_the_search_where_it_was() -> None:
    desk = a_desk()
    opening = an_opening(desk, manager="", number="", mail="")
    before = opening.step.kind
    ask_referral(desk, opening, "Kim Friend")
    assert refuse_referral(desk, opening, "Kim Friend").step is not None
    opening.refresh_from_db()
    assert opening.step.kind == before


def test_nobody_is_asked_about_what_is_closed() -> None:
    desk = a_desk()
    opening = an_opening(desk)
    bar(desk, opening, Bar.DO_NOT_CONTACT)
    opening.refresh_from_db()
    with pytest.raises(Refusal) as refusal:
        ask_referral(desk, opening, "Kim Friend")
    assert refusal.value.code is Code.CLOSED


def test_a_manager_who_wants_no_contact_cannot_be_given() -> None:
    desk = a_desk()
    opening = an_opening(desk)
    other = an_opening(desk, "Example Mill", manager="", number="", mail="")
    bar(desk, opening, Bar.DO_NOT_CONTACT)
    with pytest.raises(Refusal) as refusal:
        refer(desk, other, "Kim Friend", told=Told(name="Ada", mail="ada.miller@tools.example"))
    assert refusal.value.code is Code.DO_NOT_CONTACT


# What is read in stays where it belongs


def test_the_number_behind_an_extension_stays_with_the_employer(tmp_path: Path) -> None:
    sheet = (
        "Company,Position,Status,Contact,Phone\n"
        "Oxbow Rail,Planner,Applied,Dana Reyes,+1 614 555 0100 x214\n"
    )
    desk = a_desk()
    import_file(desk, file_of(tmp_path, sheet, "kept.csv"), ReadOptions())
    routes = set(Route.objects.values_list("employer__name", "person__name", "value", "extension"))
    assert routes == {
        ("Oxbow Rail", None, "+16145550100", ""), (None, "Dana Reyes", "+16145550100", "214"),
    }  # fmt: skip


def test_the_labels_of_ones_own_sources_are_those_written_down() -> None:
    own = [one for one in sources() if one.own]
    assert {one.label for one in own} | {one.family for one in own if one.family} == OWN_LABELS
