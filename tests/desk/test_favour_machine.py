"""Whole searches in which friends are asked as well, in any order: all that holds still holds."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import rule, run_state_machine_as_test

from ringback.book.parties import Person
from ringback.desk import answers, back_door, imports
from ringback.desk.calls import Told
from ringback.sources.source import ReadOptions
from tests.desk.living import Played
from tests.desk.test_machine import NUMBERS, PEOPLE, Searching

FRIENDS = ("Kim Friend", "Lou Friend", PEOPLE[0])
which = st.integers(min_value=0, max_value=50)
days = st.integers(min_value=0, max_value=20)
friends = st.sampled_from(FRIENDS)


class Asking(Searching):
    """Everything a seeker may do, and their friends besides."""

    def __init__(self) -> None:
        super().__init__(Played())

    @rule(which=which, friend=friends, day=st.none() | days, undo=st.booleans())
    def ask(self, which: int, friend: str, day: int | None, undo: bool) -> None:
        by = None if day is None else self.day(day)
        self.act(undo, back_door.ask_referral, self.opening(which), friend, by=by)

    @rule(which=which, friend=friends, day=st.none() | days, undo=st.booleans())
    def agree(self, which: int, friend: str, day: int | None, undo: bool) -> None:
        by = None if day is None else self.day(day)
        self.act(undo, back_door.agree_referral, self.opening(which), friend, by=by)

    @rule(which=which, friend=friends, undo=st.booleans())
    def refuse(self, which: int, friend: str, undo: bool) -> None:
        self.act(undo, back_door.refuse_referral, self.opening(which), friend)

    @rule(
        which=which,
        friend=friends,
        named=st.sampled_from((*PEOPLE, "")),
        number=st.sampled_from((*NUMBERS, "+1 614 555 0100 ext. 12", "")),
        may_say=st.booleans(),
    )
    def give(self, which: int, friend: str, named: str, number: str, may_say: bool) -> None:
        told = Told(name=named, number=number) if named else Told()
        self.do(answers.refer, self.opening(which), friend, told=told, may_say=may_say)

    @rule(friend=st.sampled_from(FRIENDS[:2]), number=st.sampled_from(NUMBERS))
    def read_address_book(self, friend: str, number: str) -> None:
        first, last = friend.split()
        head = "First Name,Last Name,Organization Name,Phone 1 - Label,Phone 1 - Value"
        self.files += 1
        path = Path(self.folder.name) / f"contacts {self.files}.csv"
        path.write_text(f"{head}\n{first},{last},Example Mill,Work,{number}\n", "utf-8")
        report = self.do(imports.import_file, path, ReadOptions())
        if report is not None and report.import_id:
            self.imported.append(report.import_id)

    @rule(which=which)
    def look_at_ties(self, which: int) -> None:
        opening = self.opening(which)
        found = back_door.connections_at(self.desk, opening)
        assert not any(one.person.do_not_contact for one in found.people)
        barred = Person.objects.filter(do_not_contact=True).values_list("pk", flat=True)
        assert not {one.person.pk for one in found.people} & set(barred)


def play(examples: int, steps: int) -> None:
    run_state_machine_as_test(
        Asking,
        settings=settings(
            max_examples=examples,
            stateful_step_count=steps,
            deadline=None,
            phases=(Phase.generate, Phase.shrink),
            suppress_health_check=list(HealthCheck),
        ),
    )


@pytest.mark.django_db
def test_nothing_is_lost_where_friends_are_asked() -> None:
    play(examples=8, steps=25)


@pytest.mark.faults
@pytest.mark.django_db
def test_nothing_is_lost_where_friends_are_asked_often() -> None:
    play(examples=300, steps=60)
