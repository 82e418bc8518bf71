"""Random searches for property tests: people who do not exist, and anything that can happen."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import strategies as st

from ringback.core.cadence import DEFAULTS, Cadence, Holds, Track
from ringback.core.outcomes import OUTCOMES, Outcome
from ringback.core.people import Employer, Opening, OpeningKind, Person, Route, RouteKind
from ringback.core.places import NOWHERE, Place
from ringback.core.touches import (
    Bar,
    Kind,
    Line,
    Purpose,
    Reason,
    Reply,
    Result,
    Touch,
    Via,
)
from ringback.core.workdays import Calendar

PLACES = (
    Place("US", "NY", "America/New_York"),
    Place("US", "CA", "America/Los_Angeles"),
    Place("DE", "BY", "Europe/Berlin"),
    Place("GB", "ENG", "Europe/London"),
    Place("IN", "KA", "Asia/Kolkata"),
    Place("AU", "NSW", "Australia/Lord_Howe"),
    Place("CA", "NL", "America/St_Johns"),
    Place("EG", "", "Africa/Cairo"),
    Place("AE", "", "Asia/Dubai"),
    Place("WS", "", "Pacific/Apia"),
    Place("BR", "SP", "America/Sao_Paulo"),
    Place("IL", "", "Asia/Jerusalem"),
    NOWHERE,
)
START = datetime(2026, 1, 1, tzinfo=UTC)

places = st.sampled_from(PLACES)
moments = st.integers(0, 700 * 24 * 12).map(lambda n: START + timedelta(minutes=5 * n))


@st.composite
def cadences(draw: st.DrawFn) -> Cadence:
    """The defaults, or rules that somebody changed within what is permitted."""
    if draw(st.booleans()):
        return DEFAULTS
    return replace(
        DEFAULTS,
        track=draw(st.sampled_from(Track)),
        closing_date_holds=draw(st.sampled_from(Holds)),
        first_call_days=draw(st.integers(1, 10)),
        portal_call_days=draw(st.integers(1, 10)),
        attempts=draw(st.integers(1, 8)),
        retry_days=draw(st.integers(1, 5)),
        other_half_day=draw(st.booleans()),
        other_weekday=draw(st.booleans()),
        voicemail_on_miss=draw(st.integers(0, 4)),
        people_per_employer=draw(st.integers(1, 4)),
        employer_touches=draw(st.integers(2, 12)),
        person_touches=draw(st.integers(2, 8)),
        person_window_days=draw(st.integers(5, 30)),
        mail_attempts=draw(st.integers(1, 4)),
        closing_mail_days=draw(st.integers(3, 15)),
        dormant_days=draw(st.integers(15, 30)),
        receptionist_attempts=draw(st.integers(1, 4)),
        status_checks=draw(st.integers(1, 3)),
        friend_days=draw(st.integers(1, 8)),
        friend_asks=draw(st.integers(1, 4)),
    )


@st.composite
def calendars(draw: st.DrawFn, cadence: Cadence) -> Calendar:
    off = draw(st.sets(st.integers(0, 700).map(lambda n: START.date() + timedelta(days=n)),
                       max_size=10))  # fmt: skip
    return Calendar(hours=cadence.hours, days_off=frozenset(off), home=draw(places))


@st.composite
def people(draw: st.DrawFn, id: str) -> Person:
    kinds = draw(st.lists(st.sampled_from(RouteKind), max_size=3))
    routes = tuple(
        Route(f"{id}-{n}", kind, "ana@acme.example" if kind is RouteKind.MAIL else "+12025550142",
              restriction=draw(st.sampled_from(("", "", "", "do not call"))))
        for n, kind in enumerate(kinds)
    )  # fmt: skip
    return Person(
        id=id,
        name=f"Person {id}",
        is_hr=draw(st.sampled_from((False, False, False, True))),
        place=draw(places),
        routes=routes,
        do_not_contact=draw(st.sampled_from((False,) * 9 + (True,))),
    )


@st.composite
def openings(draw: st.DrawFn, count: int = 1) -> list[Opening]:
    """Openings at one employer, with the same people known at each."""
    routes = (Route("board", RouteKind.SWITCHBOARD, "+12025550100"),)
    employer = Employer(
        "e", "Acme Pumps", place=draw(places), routes=routes if draw(st.booleans()) else ()
    )
    known = tuple(draw(people(f"p{n}")) for n in range(draw(st.integers(0, 3))))
    friends = tuple(draw(people(f"f{n}")) for n in range(draw(st.integers(0, 2))))
    made = [
        Opening(
            id=f"o{n}",
            title=f"Job {n}",
            employer=employer,
            kind=draw(st.sampled_from(OpeningKind)),
            people=known,
            friends=friends,
            closes_on=draw(st.none() | st.integers(0, 90).map(_day)),
            no_calls=draw(st.sampled_from((False, False, False, True))),
        )
        for n in range(count)
    ]
    return [one._replace(others=tuple(o for o in made if o is not one)) for one in made]


def _day(n: int) -> date:
    return START.date() + timedelta(days=n)


@st.composite
def touches(draw: st.DrawFn, opening: Opening, id: str, at: datetime) -> Touch:
    """Anything that can happen to an opening at a moment."""
    kind = draw(st.sampled_from([k for k in Kind if k is not Kind.STRUCK]))
    whom = draw(st.sampled_from(["", *(p.id for p in opening.people)]))
    if opening.people and kind in (Kind.NAMED, Kind.SENT, Kind.CALLED) and draw(st.booleans()):
        whom = opening.people[0].id
    base = Touch(id=id, opening=opening.id, at=at, kind=kind, person=whom)
    fill: dict[Kind, Callable[[], Touch]] = {
        Kind.SENT: lambda: base._replace(via=draw(st.sampled_from(Via)),
                                   day=draw(st.none() | _later(at))),
        Kind.CALLED: lambda: called(draw, base, opening),
        Kind.MAILED: lambda: base._replace(purpose=draw(st.sampled_from(Purpose))),
        Kind.REPLIED: lambda: base._replace(
            reply=draw(st.sampled_from(Reply)), day=draw(st.none() | _later(at)),
            route=_mail_of(opening, whom), other=draw(_someone(opening)),
        ),
        Kind.BOOKED: lambda: base._replace(moment=at + timedelta(days=draw(st.integers(1, 9)))),
        Kind.INTERVIEWED: lambda: base._replace(day=draw(st.none() | _later(at))),
        Kind.OFFERED: lambda: base._replace(day=draw(st.none() | _later(at))),
        Kind.PROMISED: lambda: base._replace(day=draw(_later(at))),
        Kind.PAUSED: lambda: base._replace(day=draw(_later(at))),
        Kind.BARRED: lambda: base._replace(bar=draw(st.sampled_from(Bar))),
        Kind.SKIPPED: lambda: base._replace(skipped=draw(st.sampled_from(
            ("call", "mail", "send", "find route", "thank", "look again", "check status")))),
        Kind.ASKED: lambda: asked(draw, base, opening),
        Kind.AGREED: lambda: asked(draw, base, opening),
        Kind.REFUSED: lambda: asked(draw, base, opening),
        Kind.REFERRED: lambda: asked(draw, base, opening),
        Kind.CLOSED: lambda: base._replace(reason=draw(st.sampled_from(Reason))),
        Kind.NAMED: lambda: base if whom else base._replace(kind=Kind.NOTED),
    }  # fmt: skip
    return fill[kind]() if kind in fill else base


def asked(draw: st.DrawFn, base: Touch, opening: Opening) -> Touch:
    """Something that a friend was asked for or did; a friend may work there as well."""
    friends = [friend.id for friend in (*opening.friends, *opening.people[:1])]
    return base._replace(
        person=base.person if base.kind is Kind.REFERRED else "",
        other=draw(st.sampled_from(["", *friends, *friends])),
        result=draw(st.sampled_from((None, Result.REFERRED_INSIDE)))
        if base.kind is Kind.REFERRED
        else None,
        day=draw(st.none() | _later(base.at)),
    )


@st.composite
def calls(draw: st.DrawFn, opening: Opening, id: str, at: datetime) -> Touch:
    """A call with any outcome."""
    return called(draw, Touch(id=id, opening=opening.id, at=at, kind=Kind.CALLED), opening)


def called(draw: st.DrawFn, base: Touch, opening: Opening) -> Touch:
    outcome: Outcome = draw(st.sampled_from(OUTCOMES))
    other = draw(_someone(opening)) if "person" in outcome.needs + outcome.may else ""
    moment = base.at + timedelta(hours=draw(st.integers(1, 200)))
    return base._replace(
        line=outcome.line,
        who=outcome.who if outcome.line is Line.ANSWERED else None,
        result=outcome.result,
        other=other,
        moment=moment if "moment" in outcome.needs else None,
        day=draw(st.none() | _later(base.at)) if "day" in outcome.may else None,
        route=draw(st.sampled_from(["", *(r.id for p in opening.people for r in p.routes)])),
    )


def _someone(opening: Opening) -> st.SearchStrategy[str]:
    return st.sampled_from(["", *(p.id for p in opening.people)])


def _mail_of(opening: Opening, whom: str) -> str:
    person = opening.person(whom)
    return next((r.id for r in person.routes if r.kind is RouteKind.MAIL), "") if person else ""


def _later(at: datetime) -> st.SearchStrategy[date]:
    return st.integers(0, 40).map(lambda n: at.date() + timedelta(days=n))


@st.composite
def searches(
    draw: st.DrawFn, most: int = 14
) -> tuple[list[Opening], list[Touch], Cadence, Calendar]:
    """Openings at one employer and all that happened there, strikes included."""
    some = draw(openings(draw(st.sampled_from((1, 1, 2, 3)))))
    happened: list[Touch] = [
        Touch(id=f"{n:06}", opening=one.id, at=START, kind=Kind.ADDED) for n, one in enumerate(some)
    ]
    at = START
    for n in range(draw(st.integers(0, most))):
        at += timedelta(minutes=draw(st.integers(0, 6 * 24 * 60)))
        id = f"{len(happened) + n:06}-{n}"
        one = draw(st.sampled_from(some))
        if draw(st.integers(0, 9)) == 0:
            whom = draw(st.sampled_from(happened)).id
            happened.append(Touch(id=id, opening=one.id, at=at, kind=Kind.STRUCK, strikes=whom))
        else:
            happened.append(draw(touches(one, id, at)))
    cadence = draw(cadences())
    return some, happened, cadence, draw(calendars(cadence))
