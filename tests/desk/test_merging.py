"""Merging: two records become one, and part again into exactly what they were."""

from datetime import timedelta
from pathlib import Path

import pytest

from ringback.book.check import check
from ringback.book.openings import Step
from ringback.book.parties import Employer, Evidence, Person, Route, Search, Suppression
from ringback.core.outcomes import BY_WORD
from ringback.desk import imports
from ringback.desk.answers import book_interview, refer
from ringback.desk.back_door import ask_referral
from ringback.desk.calls import log_call
from ringback.desk.desk import Desk
from ringback.desk.merging import (
    last_merge,
    merge_employers,
    merge_people,
    part,
    preview_employers,
    preview_people,
)
from ringback.desk.parties import YOUR_WORD, add_evidence, put_route
from ringback.desk.refusal import Code, Refusal
from ringback.sources.source import ReadOptions
from tests.desk import factories as make
from tests.desk.record_of import steps_of

pytestmark = pytest.mark.django_db


def rows_of(search: Search) -> list[list[tuple[object, ...]]]:
    """Everything that a merge may touch, as it is."""
    models = (Employer, Person, Route, Evidence, Suppression)
    return [
        list(model._default_manager.filter(search=search).order_by("pk").values_list())
        for model in models
    ]  # fmt: skip


def two_people(desk: Desk) -> tuple[Person, Person]:
    """Two records of one person: the first bare, the second with all that is known."""
    opening = make.an_opening(desk, manager="A. Miller", manager_title="", number="", mail="")
    kept = Person.objects.get(search=desk.search)
    gone = make.a_person(desk, opening.employer, "Ada Miller", "HR Manager")
    route = make.a_route(desk, gone)
    make.some_evidence(desk, gone)
    make.some_evidence(desk, gone, "route", route)
    gone.city, gone.linkedin = "Columbus", "https://linkedin.example/in/ada"
    gone.save()
    return kept, gone


def test_one_record_stands_for_both() -> None:
    desk = make.a_desk()
    kept, gone = two_people(desk)
    merge_people(desk, kept, gone)
    kept.refresh_from_db()
    assert (kept.title, kept.level, kept.city) == ("HR Manager", gone.level, "Columbus")
    assert kept.route_set.count() == 1
    assert list(check(desk.search)) == []


def test_people_part_into_exactly_what_they_were() -> None:
    desk = make.a_desk()
    kept, gone = two_people(desk)
    rows, steps = rows_of(desk.search), steps_of(desk.search)
    merge = merge_people(desk, kept, gone)
    assert rows_of(desk.search) != rows
    part(desk, merge)
    assert rows_of(desk.search) == rows
    assert steps_of(desk.search) == steps
    assert list(check(desk.search)) == []


def test_people_part_exactly_though_one_was_barred() -> None:
    desk = make.a_desk()
    kept, gone = two_people(desk)
    log_call(desk, desk.search.opening_set.get(), BY_WORD["never"], person=gone)
    kept.refresh_from_db()
    gone.refresh_from_db()
    rows, steps = rows_of(desk.search), steps_of(desk.search)
    part(desk, merge_people(desk, kept, gone))
    assert rows_of(desk.search) == rows
    assert steps_of(desk.search) == steps
    assert list(check(desk.search)) == []


def test_a_friend_who_turns_out_to_work_there_stands_for_the_manager() -> None:
    desk = make.a_desk()
    opening = make.a_sent_opening(desk)
    manager = Person.objects.get(search=desk.search)
    ask_referral(desk, make.an_opening(desk, "Example Yard"), "Ada Friend")
    friend = Person.objects.get(search=desk.search, name="Ada Friend")
    assert friend.employer is None
    rows, steps = rows_of(desk.search), steps_of(desk.search)
    merge = merge_people(desk, friend, manager)
    step = Step.objects.get(opening=opening)
    assert (step.kind, step.person) == ("call", friend)
    assert list(check(desk.search)) == []
    part(desk, merge)
    assert rows_of(desk.search) == rows
    assert steps_of(desk.search) == steps


def test_no_interview_names_somebody_of_elsewhere_who_is_never_to_be_contacted() -> None:
    desk = make.a_desk()
    elsewhere = make.an_opening(desk, "Example Yard", manager="Bo Baker")
    opening = make.a_sent_opening(desk)
    barred = Person.objects.get(search=desk.search, name="Bo Baker")
    make.a_call(desk, elsewhere, "never")
    book_interview(desk, opening, desk.now + timedelta(days=3), person=barred)
    step = Step.objects.get(opening=opening)
    assert (step.kind, step.person) == ("interview", None)


def test_employers_part_into_exactly_what_they_were() -> None:
    desk = make.a_desk()
    kept = make.a_sent_opening(desk, "Example Works").employer
    barred = make.an_opening(desk, "Example Works GmbH & Co", manager="Bo Baker", number="")
    make.a_call(desk, barred, "never")
    gone = make.an_opening(desk, "Example Werke", switchboard="+1 614 555 0100").employer
    rows, steps = rows_of(desk.search), steps_of(desk.search)
    first = merge_employers(desk, kept, gone)
    assert list(check(desk.search)) == []
    part(desk, first)
    assert rows_of(desk.search) == rows
    assert steps_of(desk.search) == steps
    if barred.employer_id != kept.pk:
        part(desk, merge_employers(desk, kept, barred.employer))
        assert rows_of(desk.search) == rows
        assert steps_of(desk.search) == steps
    assert list(check(desk.search)) == []


def test_a_look_beforehand_changes_nothing() -> None:
    desk = make.a_desk()
    kept, gone = two_people(desk)
    rows = rows_of(desk.search)
    assert "+16145550142" in preview_people(kept, gone).moves
    other = make.an_opening(desk, "Example Works").employer
    assert kept.employer is not None
    assert preview_employers(other, kept.employer).moves
    assert rows_of(desk.search)[1][:2] == rows[1]


def test_the_same_fact_on_both_records_is_no_trouble_afterwards() -> None:
    desk = make.a_desk()
    kept, gone = two_people(desk)
    make.some_evidence(desk, kept)
    merge_people(desk, kept, gone)
    kept.refresh_from_db()
    add_evidence(desk, kept, "name", YOUR_WORD)
    assert kept.employer is not None
    for _ in range(2):
        put_route(desk, "+1 614 555 0142", employer=kept.employer, person=kept)
    assert kept.route_set.count() == 1


def test_nothing_is_merged_with_itself_or_twice() -> None:
    desk = make.a_desk()
    kept, gone = two_people(desk)
    with pytest.raises(Refusal, match="one record already"):
        merge_people(desk, kept, kept)
    merge_people(desk, kept, gone)
    for first, second in ((kept, gone), (gone, kept)):
        with pytest.raises(Refusal, match="one record already"):
            merge_people(desk, first, second)
    assert desk.search.merge_set.count() == 1


def test_people_of_two_employers_are_not_merged() -> None:
    desk = make.a_desk()
    one, other = make.a_person(desk), make.a_person(desk, make.an_employer(desk, "Example Works"))
    with pytest.raises(Refusal, match="different employers"):
        merge_people(desk, one, other)


def test_nothing_is_merged_across_searches() -> None:
    desk, other = make.a_desk(), make.a_desk()
    with pytest.raises(Refusal) as refused:
        merge_people(desk, make.a_person(desk), make.a_person(other))
    assert refused.value.code is Code.NOT_FOUND
    with pytest.raises(Refusal):
        merge_employers(desk, make.an_employer(desk), make.an_employer(other))


def test_a_merge_is_taken_back_once() -> None:
    desk = make.a_desk()
    merge = make.a_merge(desk)
    part(desk, merge)
    with pytest.raises(Refusal) as refused:
        part(desk, merge)
    assert refused.value.code is Code.NOTHING
    assert last_merge(desk) is None


def test_merging_a_connection_plans_anew_where_they_opened_the_door() -> None:
    desk = make.a_desk()
    refer(desk, make.an_opening(desk, "Example Mill"), "Kim Sample")
    connection = Person.objects.get(name="Kim Sample")
    employed = make.a_person(desk, make.an_employer(desk, "Example Yard"), "Kim Sample")

    merge = merge_people(desk, employed, connection)
    assert list(check(desk.search)) == []

    part(desk, merge)
    assert list(check(desk.search)) == []


@pytest.mark.parametrize("what", ["people", "employers"])
def test_a_merge_bars_whoever_shares_a_number_with_somebody_barred(what: str) -> None:
    desk = make.a_desk()
    barred = make.an_opening(desk, "Example Mill", manager="Ada Miller", number="", mail="")
    make.a_call(desk, barred, "never")
    ada = Person.objects.get(name="Ada Miller")
    put_route(desk, "+1 614 555 0143", employer=barred.employer, person=ada)
    make.an_opening(desk, "Sample Yard", manager="Sam Other", number="+1 614 555 0143", mail="")
    again = make.a_person(desk, barred.employer, "A. Miller")
    works = make.an_employer(desk, "Example Works")
    rows, steps = rows_of(desk.search), steps_of(desk.search)
    if what == "people":
        merge = merge_people(desk, again, ada)
    else:
        merge = merge_employers(desk, works, barred.employer)
    assert Person.objects.get(name="Sam Other").do_not_contact
    assert list(check(desk.search)) == []
    part(desk, merge)
    assert rows_of(desk.search) == rows
    assert steps_of(desk.search) == steps
    assert list(check(desk.search)) == []


def test_a_record_that_went_with_its_import_stands_for_nobody(tmp_path: Path) -> None:
    desk = make.a_desk()
    person = make.a_person(desk, make.an_employer(desk, "Example Mill"))
    path = tmp_path / "kept.csv"
    path.write_text(
        "Company,Position,Date applied,Contact\nExample Mill,Nurse,2026-10-01,Kim Sample\n"
    )
    imports.take_back(desk, imports.import_file(desk, path, ReadOptions()).import_id)
    gone = Person.objects.get(name="Kim Sample")
    for kept, other in ((person, gone), (gone, person)):
        with pytest.raises(Refusal, match="taken back") as refused:
            merge_people(desk, kept, other)
        assert refused.value.code is Code.NOT_FOUND
    assert not desk.search.merge_set.exists()
