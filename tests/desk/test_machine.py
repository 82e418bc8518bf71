"""Whole searches through the desk's verbs, in any order: nothing is lost, doubled or misplaced."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import initialize, rule

from ringback.book.journal import Touch
from ringback.book.openings import Opening
from ringback.book.parties import Employer, Person
from ringback.core.outcomes import OUTCOMES, Outcome
from ringback.core.people import OpeningKind
from ringback.core.places import Place
from ringback.core.touches import Bar, Purpose, Reason, Reply, Stage, Via, Who
from ringback.desk import (
    answers,
    calls,
    course,
    imports,
    merging,
    parties,
    rules,
    searches,
    sending,
)
from ringback.desk.openings import NewOpening, add
from ringback.sources.source import ReadOptions
from tests.desk.living import Living, play

EMPLOYERS = ("Example Mill", "Sample Yard Ltd", "Muster & Söhne GmbH", "Example Clinic")
PEOPLE = ("Ada Miller", "Kim Sample", "Jo Muster", "Sam Other")
TITLES = ("Director of Engineering", "HR Business Partner", "Plant Manager", "")
JOBS = ("Engineer", "Nurse", "")
NUMBERS = ("+1 614 555 0142", "+1 614 555 0143", "+49 30 5550100", "+91 22 5550 0100")
PLACES = (
    Place(),
    Place("US", "OH", "America/New_York", "Columbus"),
    Place("DE", "BE", "Europe/Berlin", "Berlin"),
    Place("IN", "", "Asia/Kolkata", "Mumbai"),
    Place("NZ", "", "Pacific/Auckland", "Auckland"),
)
ZONES = ("America/New_York", "Europe/Berlin", "Asia/Kolkata", "Pacific/Auckland", "Asia/Kathmandu")
CADENCES = (
    "",
    "first_call_days = 1\nattempts = 2\n",
    'track = "mail"\n',
    "portal_call_days = 9\nother_half_day = false\n",
    "person_touches = 2\npeople_per_employer = 1\n",
    'morning_from = "10:00"\nreopen_days = 5\n',
)
STATUSES = ("Applied", "Rejected", "Interview", "Offer", "")

which = st.integers(min_value=0, max_value=50)
days = st.integers(min_value=0, max_value=40)
hours = st.integers(min_value=1, max_value=90)


class Searching(Living):
    """Everything a seeker may do, in any order."""

    @initialize(zone=st.sampled_from(ZONES))
    def begin(self, zone: str) -> None:
        desk = searches.start_search("main", self.now)
        searches.tell_about_seeker(desk, zone=zone)
        self.add_opening(EMPLOYERS[0], JOBS[0], PEOPLE[0], TITLES[0], NUMBERS[0], PLACES[1])

    # What a seeker does

    @rule(ahead=hours)
    def let_time_pass(self, ahead: int) -> None:
        self.now += timedelta(hours=ahead)

    @rule(
        employer=st.sampled_from(EMPLOYERS),
        job=st.sampled_from(JOBS),
        manager=st.sampled_from((*PEOPLE, "")),
        title=st.sampled_from(TITLES),
        number=st.sampled_from((*NUMBERS, "")),
        place=st.sampled_from(PLACES),
        mail=st.booleans(),
        switchboard=st.booleans(),
        kind=st.sampled_from(OpeningKind),
        closes=st.none() | days,
        no_calls=st.booleans(),
    )
    def add_opening(
        self,
        employer: str,
        job: str,
        manager: str,
        title: str,
        number: str,
        place: Place,
        mail: bool = True,
        switchboard: bool = False,
        kind: OpeningKind = OpeningKind.ADVERTISED,
        closes: int | None = None,
        no_calls: bool = False,
    ) -> None:
        new = NewOpening(
            employer=employer,
            title=job,
            kind=kind,
            place=place,
            closes_on=None if closes is None else self.day(closes),
            no_calls="no calls, please" if no_calls and closes else "",
            manager=manager,
            manager_title=title if manager else "",
            number=number,
            mail=f"{manager.split(maxsplit=1)[0].lower()}@mill.example" if mail and manager else "",
            switchboard="+1 614 555 0100" if switchboard else "",
        )
        self.do(add, new)

    @rule(
        which=which,
        name=st.sampled_from(PEOPLE),
        title=st.sampled_from(TITLES),
        route=st.sampled_from((*NUMBERS, "someone@yard.example")),
    )
    def name_manager(self, which: int, name: str, title: str, route: str) -> None:
        self.do(course.name_manager, self.opening(which), name, title=title, routes=(route,))

    @rule(which=which, text=st.sampled_from((*NUMBERS, "desk@clinic.example")), whose=which)
    def add_route(self, which: int, text: str, whose: int) -> None:
        employer = self.opening(which).employer
        people = list(Person.objects.filter(employer=employer).order_by("pk"))
        person = people[whose % len(people)] if people and whose % 3 else None
        self.do(parties.add_route, text, employer=employer, person=person)

    @rule(
        which=which,
        via=st.sampled_from(Via),
        promise=st.none() | days,
        anyway=st.booleans(),
        to=st.none() | which,
        undo=st.booleans(),
    )
    def send(
        self,
        which: int,
        via: Via,
        promise: int | None,
        anyway: bool,
        to: int | None,
        undo: bool,
    ) -> None:
        opening = self.opening(which)
        whom = None if to is None else self.person(to)
        if whom is not None and whom.employer_id != opening.employer_id:
            whom = None
        day = None if promise is None else self.day(promise)
        reason = "the portal closed at noon" if anyway else ""
        self.act(undo, sending.send, opening, via=via, promise=day, anyway=reason, to=whom)

    @rule(
        which=which,
        outcome=st.sampled_from(OUTCOMES),
        ahead=hours,
        day=st.none() | days,
        named=st.sampled_from(PEOPLE),
        employer=st.sampled_from(EMPLOYERS),
        number=st.sampled_from((*NUMBERS, "")),
        who=st.none() | st.sampled_from(Who),
        undo=st.booleans(),
    )
    def call(
        self,
        which: int,
        outcome: Outcome,
        ahead: int,
        day: int | None,
        named: str,
        employer: str,
        number: str,
        who: Who | None,
        undo: bool,
    ) -> None:
        wants = (*outcome.needs, *outcome.may)
        told = calls.NOTHING_TOLD
        if "person" in wants:
            told = calls.Told(
                name=named, number=number, employer=employer if "employer" in wants else ""
            )
        self.act(
            undo and not told.name,
            calls.log_call,
            self.opening(which),
            outcome,
            who=who if outcome.who else None,
            moment=self.now + timedelta(hours=ahead) if "moment" in wants else None,
            day=self.day(day) if "day" in wants and day is not None else None,
            told=told,
        )

    @rule(
        which=which,
        reply=st.sampled_from(Reply),
        day=st.none() | days,
        named=st.sampled_from((*PEOPLE, "")),
        undo=st.booleans(),
    )
    def reply(self, which: int, reply: Reply, day: int | None, named: str, undo: bool) -> None:
        on = None if day is None else self.day(day)
        opening = self.opening(which)
        name = named if reply is Reply.REFERRAL else ""
        self.act(undo and not name, answers.log_reply, opening, reply, day=on, named_person=name)

    @rule(which=which, purpose=st.none() | st.sampled_from(Purpose), undo=st.booleans())
    def mail(self, which: int, purpose: Purpose | None, undo: bool) -> None:
        self.act(undo, answers.log_mail, self.opening(which), purpose)

    @rule(which=which, undo=st.booleans())
    def thank(self, which: int, undo: bool) -> None:
        self.act(undo, answers.thank, self.opening(which))

    @rule(which=which, ahead=hours, undo=st.booleans())
    def book_interview(self, which: int, ahead: int, undo: bool) -> None:
        moment = self.now + timedelta(hours=ahead)
        self.act(undo, answers.book_interview, self.opening(which), moment)

    @rule(which=which, day=st.none() | days, undo=st.booleans())
    def hold_interview(self, which: int, day: int | None, undo: bool) -> None:
        promised = None if day is None else self.day(day)
        self.act(undo, answers.log_interview, self.opening(which), promised=promised)

    @rule(which=which, day=st.none() | days, undo=st.booleans())
    def offer(self, which: int, day: int | None, undo: bool) -> None:
        by = None if day is None else self.day(day)
        self.act(undo, answers.log_offer, self.opening(which), decide_by=by)

    @rule(which=which, accepted=st.booleans(), undo=st.booleans())
    def decide(self, which: int, accepted: bool, undo: bool) -> None:
        self.act(undo, answers.decide, self.opening(which), accepted=accepted)

    @rule(which=which, by=st.sampled_from(PEOPLE), undo=st.booleans())
    def refer(self, which: int, by: str, undo: bool) -> None:
        self.act(undo, answers.refer, self.opening(which), by)

    # The course of an opening

    @rule(which=which, day=days, undo=st.booleans())
    def promise(self, which: int, day: int, undo: bool) -> None:
        self.act(undo, course.promise, self.opening(which), self.day(day))

    @rule(which=which, day=days, undo=st.booleans())
    def pause(self, which: int, day: int, undo: bool) -> None:
        self.act(undo, course.pause, self.opening(which), self.day(day))

    @rule(which=which, undo=st.booleans())
    def resume(self, which: int, undo: bool) -> None:
        self.act(undo, course.resume, self.opening(which))

    @rule(which=which, undo=st.booleans())
    def skip(self, which: int, undo: bool) -> None:
        self.act(undo, course.skip, self.opening(which), "they are moving house")

    @rule(which=which, reason=st.sampled_from(Reason), undo=st.booleans())
    def close(self, which: int, reason: Reason, undo: bool) -> None:
        self.act(undo, course.close, self.opening(which), reason)

    @rule(which=which, undo=st.booleans())
    def reopen(self, which: int, undo: bool) -> None:
        self.act(undo, course.reopen, self.opening(which))

    @rule(which=which, what=st.sampled_from(Bar), whom=st.none() | which, undo=st.booleans())
    def bar(self, which: int, what: Bar, whom: int | None, undo: bool) -> None:
        person = None if whom is None else self.person(whom)
        self.act(undo, course.bar, self.opening(which), what, person=person)

    @rule(which=which, undo=st.booleans())
    def note(self, which: int, undo: bool) -> None:
        self.act(undo, course.add_note, self.opening(which), "they open at nine")

    @rule(which=st.none() | which)
    def undo(self, which: int | None) -> None:
        last = self.do(course.last_act, None if which is None else self.opening(which))
        if last:
            self.do(course.strike, tuple(one.uid for one in last))

    @rule(which=st.none() | which)
    def redo(self, which: int | None) -> None:
        strikes, _ = course.last_undo(self.desk, None if which is None else self.opening(which))
        if strikes:
            self.do(course.strike, strikes)

    @rule(which=which)
    def strike_anything(self, which: int) -> None:
        rows = list(Touch.objects.order_by("pk").values_list("uid", flat=True))
        self.do(course.strike, (rows[which % len(rows)],))

    # Records, rules, places, files

    @rule(kept=which, gone=which)
    def merge_people(self, kept: int, gone: int) -> None:
        one, other = self.person(kept), self.person(gone)
        if one is not None and other is not None:
            self.do(merging.merge_people, one, other)

    @rule(kept=which, gone=which)
    def merge_employers(self, kept: int, gone: int) -> None:
        rows = list(Employer.objects.order_by("pk"))
        self.do(merging.merge_employers, rows[kept % len(rows)], rows[gone % len(rows)])

    @rule()
    def part(self) -> None:
        merge = merging.last_merge(self.desk)
        if merge is not None:
            self.do(merging.part, merge)

    @rule(text=st.sampled_from(CADENCES))
    def change_cadence(self, text: str) -> None:
        self.do(rules.change_cadence, text)

    @rule(zone=st.sampled_from(ZONES), country=st.sampled_from(("US", "DE", "NZ")))
    def move(self, zone: str, country: str) -> None:
        searches.tell_about_seeker(self.desk, zone=zone, country=country)

    @rule(first=days, back=st.booleans())
    def take_days_off(self, first: int, back: bool) -> None:
        off = tuple(self.day(first + n) for n in range(4))
        searches.take_days_off(self.desk, off, back=back)

    @rule(
        rows=st.lists(
            st.tuples(
                st.sampled_from((*EMPLOYERS, "Example Bakery")),
                st.sampled_from(JOBS[:2]),
                days,
                st.sampled_from((*PEOPLE, "")),
                st.sampled_from((*NUMBERS, "")),
                st.sampled_from(STATUSES),
            ),
            min_size=1,
            max_size=4,
        ),
        back=st.booleans(),
    )
    def read_sheet(self, rows: list[tuple[str, str, int, str, str, str]], back: bool) -> None:
        """Import a sheet; at will take it back at once, which leaves everything as it was."""
        lines = ["Company,Position,Date applied,Contact,Phone,Status"]
        for employer, job, ago, name, number, status in rows:
            lines.append(f"{employer},{job},{self.day(-ago)},{name},{number},{status}")
        self.files += 1
        path = Path(self.folder.name) / f"{self.files}.csv"
        path.write_text("\n".join(lines) + "\n", "utf-8")
        before = self.kept()
        report = self.do(imports.import_file, path, ReadOptions())
        if report is None:
            return
        assert report.rows == len(rows)
        again = imports.import_file(self.desk, path, ReadOptions())
        assert (again.created, again.updated) == (0, 0)
        self.imported.append(report.import_id)
        if back:
            self.do(imports.take_back, self.imported.pop())
            after = self.kept()
            assert {pk: after[pk] for pk in before} == before
            new = Opening.objects.exclude(pk__in=before)
            assert set(new.values_list("stage", flat=True)) <= {Stage.CLOSED.value}

    @rule(which=which)
    def take_back(self, which: int) -> None:
        if self.imported:
            self.do(imports.take_back, self.imported.pop(which % len(self.imported)))


@pytest.mark.django_db
def test_nothing_is_lost_in_whole_searches() -> None:
    play(Searching, examples=12, steps=25)


@pytest.mark.faults
@pytest.mark.django_db
def test_nothing_is_lost_in_many_long_searches(tell: Callable[[str], None]) -> None:
    tell(f"in all: {play(Searching, 400, 60, tell)}")
