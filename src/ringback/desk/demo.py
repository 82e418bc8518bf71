"""The demo: a made-up search, played through the desk's own verbs so that it ends on today."""

import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import TypedDict, cast

from ringback.book.openings import Opening
from ringback.core.outcomes import BY_WORD
from ringback.core.people import OpeningKind
from ringback.core.places import Place
from ringback.core.touches import Purpose, Reply, Via
from ringback.core.workdays import Calendar
from ringback.core.zones import place_of
from ringback.desk.answers import (
    log_interview,
    log_mail,
    log_offer,
    log_reply,
    refer,
    thank,
)
from ringback.desk.calls import Told, log_call
from ringback.desk.desk import Desk
from ringback.desk.openings import NewOpening, add
from ringback.desk.parties import YOUR_WORD, Source
from ringback.desk.searches import keep_own_line, start_search, tell_about_seeker, write_plan
from ringback.desk.sending import send
from ringback.desk.verb import verb

NAME = "demo"

_MADE_UP = Path(__file__).with_name("made_up")
_PLAN_DAYS = ("mon", "tue", "wed", "thu", "fri")
_PLAN_FROM = time(10)
_PLAN_CALLS = 8
# How long before somebody's time the newcomer is told of it, and how long ago the last call was.
_SOON = timedelta(minutes=40)
_JUST_NOW = timedelta(minutes=20)
_QUARTER = timedelta(minutes=15)
_A_WEEK = 7


class Seeker(TypedDict):
    """Who the made-up seeker is."""

    name: str
    number: str
    mail: str
    country: str
    region: str
    zone: str


class Event(TypedDict, total=False):
    """One thing that happened; see search.toml for how days are counted."""

    back: int
    clock: time
    did: str
    via: str
    files: list[str]
    promise: int
    anyway: str
    outcome: str
    told: list[str]
    number: str
    employer: str
    today: bool
    next_week: time
    ahead: int
    at: time
    moment_back: int
    in_days: int
    promised_back: int
    purpose: str
    reply: str
    by: str
    note: str


class Chapter(TypedDict, total=False):
    """One opening of the made-up search, and its story."""

    employer: str
    place: list[str]
    title: str
    kind: str
    closes: int
    no_calls: str
    manager: list[str]
    number: str
    mail: str
    switchboard: str
    source: list[str]
    story: list[Event]


class Data(TypedDict):
    """What search.toml holds."""

    seeker: Seeker
    own_lines: dict[str, str]
    opening: list[Chapter]


@dataclass(frozen=True, slots=True)
class There:
    """The days of one place as seen from now: its working day that it is, or that comes next."""

    calendar: Calendar
    place: Place
    now: datetime

    @property
    def working_day(self) -> date:
        today = self.calendar.day_of(self.place, self.now)
        return self.calendar.add_business_days(self.place, today, 0)

    def day_back(self, days: int) -> date:
        """The business day there so many before the working day; always before today."""
        day = self.working_day
        for _ in range(days):
            day -= timedelta(days=1)
            while not self.calendar.business_day(self.place, day):
                day -= timedelta(days=1)
        return day

    def day_ahead(self, days: int) -> date:
        return self.calendar.add_business_days(self.place, self.working_day, days)

    def back(self, days: int, clock: time) -> datetime:
        return self.calendar.at(self.place, self.day_back(days), clock)

    def last_call(self) -> datetime:
        """The last moment, a little before now, at which they could have been called."""
        latest = self.now - _JUST_NOW
        day = self.calendar.day_of(self.place, latest)
        while True:
            for span in reversed(self.calendar.spans(self.place, day)):
                if span.start <= latest:
                    return min(latest, span.end - _QUARTER).replace(second=0, microsecond=0)
            day -= timedelta(days=1)

    def soon(self) -> datetime:
        """The next quarter of an hour, not at once, at which they can be called."""
        start = self.calendar.next_open(self.place, self.now + _SOON).start
        return start + (datetime.min.replace(tzinfo=start.tzinfo) - start) % _QUARTER

    def next_week(self, clock: time) -> datetime:
        today = self.calendar.day_of(self.place, self.now)
        monday = today + timedelta(days=_A_WEEK - today.weekday())
        second = self.calendar.add_business_days(self.place, monday - timedelta(days=1), 2)
        return self.calendar.at(self.place, second, clock)


def a_moment_to_call(now: datetime) -> datetime:
    """This moment, or the next one at which the made-up seeker's employers can be called.

    The demo's clock starts there, so that a newcomer meets a call whatever the hour is.
    """
    who = _told()["seeker"]
    home = Place(who["country"], who["region"], who["zone"])
    calendar = Calendar(home=home)
    span = calendar.next_open(home, now)
    if span.start <= now and now + _SOON <= span.end:
        return now
    later = calendar.next_open(home, span.end) if span.start <= now else span
    return later.start + _QUARTER


@verb
def play(now: datetime) -> Desk:
    """Play the made-up search into the book, all of it in the past of ``now`` (aware UTC).

    The book is to be one of its own (``home.demo_of``). Played again it adds a second story to
    the same search: the caller begins with an empty book.
    """
    data = _told()
    desk = _seeker(data, now)
    calendar = desk.calendar
    scenes: list[tuple[datetime, int, int, Chapter, Event, There]] = []
    for number, told in enumerate(data["opening"]):
        there = There(calendar, _place(told), now)
        for order, event in enumerate(told["story"]):
            back = event["back"]
            at = there.back(back, event["clock"]) if back else there.last_call()
            scenes.append((at, number, order, told, event, there))
    openings: dict[int, Opening] = {}
    for at, number, _, told, event, there in sorted(scenes, key=lambda scene: scene[:3]):
        then = Desk(desk.search, at)
        if event["did"] == "added":
            openings[number] = _added(then, told, event, there)
        else:
            openings[number].refresh_from_db()
            _DID[event["did"]](then, openings[number], event, there)
    return desk


def _told() -> Data:
    return cast("Data", tomllib.loads((_MADE_UP / "search.toml").read_text(encoding="utf-8")))


def _seeker(data: Data, now: datetime) -> Desk:
    who = data["seeker"]
    begun = now - timedelta(days=60)
    desk = tell_about_seeker(
        start_search(NAME, begun), name=who["name"], number=who["number"], mail=who["mail"],
        country=who["country"], region=who["region"], zone=who["zone"],
    )  # fmt: skip
    write_plan(desk, days=_PLAN_DAYS, start=_PLAN_FROM, calls=_PLAN_CALLS)
    for section, line in data["own_lines"].items():
        keep_own_line(desk, section, line)
    return Desk(desk.search, now)


def _place(told: Chapter) -> Place:
    return place_of(*told["place"])


def _added(desk: Desk, told: Chapter, event: Event, there: There) -> Opening:
    name, title = told.get("manager") or ("", "")
    source = Source(told["source"][0], told["source"][1]) if "source" in told else YOUR_WORD
    new = NewOpening(
        employer=told["employer"],
        title=told["title"],
        kind=OpeningKind(told.get("kind", OpeningKind.ADVERTISED.value)),
        place=there.place,
        place_text=there.place.city,
        closes_on=there.day_ahead(told["closes"]) if "closes" in told else None,
        no_calls=told.get("no_calls", ""),
        manager=name,
        manager_title=title,
        number=told.get("number", ""),
        mail=told.get("mail", ""),
        switchboard=told.get("switchboard", ""),
        note=event.get("note", ""),
        source=source,
    )
    return add(desk, new).opening


def _sent(desk: Desk, opening: Opening, event: Event, there: There) -> None:
    send(
        desk, opening, via=Via(event.get("via", Via.MAIL.value)),
        files=tuple(_MADE_UP / name for name in event.get("files", ())),
        promise=there.day_ahead(event["promise"]) if "promise" in event else None,
        anyway=event.get("anyway", ""),
    )  # fmt: skip


def _called(desk: Desk, opening: Opening, event: Event, there: There) -> None:
    name, title = event.get("told") or ("", "")
    log_call(
        desk, opening, BY_WORD[event["outcome"]], moment=_moment(event, there),
        day=_day_in(event, there),
        told=Told(
            name=name, title=title, number=event.get("number", ""),
            employer=event.get("employer", ""),
        ),
        note=event.get("note", ""),
    )  # fmt: skip


def _moment(event: Event, there: There) -> datetime | None:
    if event.get("today"):
        return there.soon()
    if "next_week" in event:
        return there.next_week(event["next_week"])
    if "moment_back" in event:
        return there.back(event["moment_back"], event["at"])
    if "ahead" in event:
        return there.calendar.at(there.place, there.day_ahead(event["ahead"]), event["at"])
    return None


def _day_in(event: Event, there: There) -> date | None:
    return there.working_day + timedelta(days=event["in_days"]) if "in_days" in event else None


def _mailed(desk: Desk, opening: Opening, event: Event, there: There) -> None:
    log_mail(desk, opening, Purpose(event["purpose"]))


def _replied(desk: Desk, opening: Opening, event: Event, there: There) -> None:
    log_reply(desk, opening, Reply(event["reply"]), day=there.day_ahead(event["ahead"]))


def _thanked(desk: Desk, opening: Opening, event: Event, there: There) -> None:
    thank(desk, opening)


def _interviewed(desk: Desk, opening: Opening, event: Event, there: There) -> None:
    promised = there.day_back(event["promised_back"]) if "promised_back" in event else None
    log_interview(desk, opening, promised=promised, note=event.get("note", ""))


def _offered(desk: Desk, opening: Opening, event: Event, there: There) -> None:
    log_offer(desk, opening, decide_by=there.day_ahead(event["ahead"]), note=event["note"])


def _referred(desk: Desk, opening: Opening, event: Event, there: There) -> None:
    refer(desk, opening, event["by"])


_DID: dict[str, Callable[[Desk, Opening, Event, There], None]] = {
    "sent": _sent,
    "called": _called,
    "mailed": _mailed,
    "replied": _replied,
    "thanked": _thanked,
    "interviewed": _interviewed,
    "offered": _offered,
    "referred": _referred,
}
