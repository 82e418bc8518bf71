"""The proof from touches: what is a contact, what came of it, in both languages."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import TypedDict, Unpack

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ringback.core.people import OpeningKind
from ringback.core.proof.forms import Form, Paper, paper_of
from ringback.core.proof.proof import WORDS, Event, Proof, proof
from ringback.core.proof.words import Labels
from ringback.core.touches import Kind, Line, Purpose, Reason, Reply, Result, Touch, Via, Who

OCTOBER = (date(2026, 10, 1), date(2026, 10, 31))


class Facts(TypedDict, total=False):
    """What a test may say of a touch."""

    line: Line
    who: Who
    result: Result
    reply: Reply
    via: Via
    purpose: Purpose
    reason: Reason


def an_event(day: int, kind: Kind, opening: str = "1", **facts: Unpack[Facts]) -> Event:
    """Something that happened on a day of October at Example Tools."""
    at = datetime(2026, 10, day, 15, 0, tzinfo=UTC)
    touch = Touch(id=f"{day:02}{kind}{opening}", opening=opening, at=at, kind=kind)
    return Event(
        touch=touch._replace(**facts),
        day=at.date(),
        employer_id=1,
        employer="Example Tools",
        address=("Columbus, OH, US", "(614) 555-0142"),
        person="Ada Miller, Director of Engineering",
        position="Engineer",
        opening_kind=OpeningKind.ADVERTISED,
    )


def october(*events: Event, form: Form = Form.US, labels: Labels | None = None) -> Proof:
    return proof(
        events, first=OCTOBER[0], last=OCTOBER[1], made_on=OCTOBER[1], form=form, labels=labels
    )


def sent(day: int = 5) -> Event:
    return an_event(day, Kind.SENT, via=Via.MAIL)


def test_each_contact_is_a_line_in_its_order() -> None:
    found = october(
        sent(5),
        an_event(8, Kind.CALLED, line=Line.VOICEMAIL_LEFT),
        an_event(8, Kind.MAILED, purpose=Purpose.FOLLOW_UP),
        an_event(12, Kind.CALLED, line=Line.ANSWERED, who=Who.MANAGER, result=Result.INTERVIEW_SET),
        an_event(20, Kind.INTERVIEWED),
    )
    assert [(one.day.day, one.method, one.result) for one in found.contacts] == [
        (5, "Application to a posting, e-mail", "Sent; 10/20/2026: Interview held"),
        (8, "Telephone call", "Left a message"),
        (8, "E-mail", "Followed up"),
        (12, "Telephone call", "Interview agreed"),
        (20, "Interview", "Interview held"),
    ]


def test_the_same_in_german() -> None:
    found = october(
        sent(5), an_event(9, Kind.REPLIED, reply=Reply.REJECTION),
        an_event(12, Kind.CALLED, line=Line.ANSWERED, who=Who.HR, result=Result.PASSED_TO_HR),
        form=Form.DE,
    )  # fmt: skip
    assert found.title == "Bewerbungsnachweis"
    assert found.cells(found.contacts[0]) == (
        "05.10.2026", "Example Tools\nColumbus, OH, US\n(614) 555-0142",
        "Ada Miller, Director of Engineering", "Bewerbung auf Stellenanzeige, E-Mail", "Engineer",
        "Versandt; 09.10.2026: Absage",
    )  # fmt: skip
    assert found.contacts[1].person == "Personalabteilung"


def test_the_german_form_can_have_english_labels() -> None:
    found = october(sent(), form=Form.DE, labels=Labels.EN)
    assert found.title == "Record of applications"
    assert found.contacts[0].result == "Sent, no answer yet"


def test_planned_and_other_touches_are_no_contacts() -> None:
    others = set(Kind) - {Kind.SENT, Kind.CALLED, Kind.MAILED, Kind.INTERVIEWED}
    assert october(*(an_event(5, kind) for kind in sorted(others))).contacts == ()


@pytest.mark.parametrize("line", [Line.INVALID, Line.WRONG_NUMBER])
def test_a_call_to_nobodys_number_is_no_contact(line: Line) -> None:
    assert october(an_event(5, Kind.CALLED, line=line)).contacts == ()


def test_what_came_back_was_not_sent() -> None:
    bounce = an_event(6, Kind.REPLIED, reply=Reply.BOUNCE)
    found = october(sent(5), bounce, sent(7))
    assert [one.day.day for one in found.contacts] == [7]
    assert october(sent(5), sent(6), an_event(7, Kind.REPLIED, reply=Reply.BOUNCE)).contacts[
        0
    ].day.day == 5  # fmt: skip


def test_a_robots_receipt_is_no_answer() -> None:
    receipt = an_event(6, Kind.REPLIED, reply=Reply.RECEIPT)
    assert october(sent(5), receipt).contacts[0].result == "Sent, no answer yet"


def test_an_answer_belongs_to_its_own_opening() -> None:
    no = an_event(9, Kind.REPLIED, opening="2", reply=Reply.REJECTION)
    assert october(sent(5), no).contacts[0].result == "Sent, no answer yet"


def test_what_was_closed_for_their_reason_says_it() -> None:
    filled = an_event(9, Kind.CLOSED, reason=Reason.FILLED)
    tired = an_event(9, Kind.CLOSED, reason=Reason.WITHDRAWN)
    assert october(sent(5), filled).contacts[0].result == "Sent; 10/09/2026: Position filled"
    assert october(sent(5), tired).contacts[0].result == "Sent, no answer yet"


def test_the_last_day_belongs_to_the_period() -> None:
    events = [an_event(day, Kind.CALLED, line=Line.BUSY) for day in (4, 5, 9, 10)]
    found = proof(events, first=date(2026, 10, 5), last=date(2026, 10, 9),
                  made_on=OCTOBER[1], form=Form.US)  # fmt: skip
    assert [one.day.day for one in found.contacts] == [5, 9]


def test_a_period_cannot_end_before_it_begins() -> None:
    with pytest.raises(ValueError, match="ends on"):
        proof([], first=OCTOBER[1], last=OCTOBER[0], made_on=OCTOBER[1], form=Form.US)


def test_weeks_are_the_offices_own() -> None:
    """4 October 2026 is a Sunday: a US week begins with it, a German one ends."""
    events = [an_event(day, Kind.CALLED, line=Line.BUSY) for day in (3, 4, 5, 10, 11)]
    weeks = [(w.first.day, w.last.day, len(w.contacts)) for w in october(*events).weeks]
    assert weeks == [(1, 3, 1), (4, 10, 3), (11, 17, 1)]
    german = october(*events, form=Form.DE).weeks
    assert [(w.first.day, w.last.day, len(w.contacts)) for w in german] == [
        (1, 4, 2), (5, 11, 3),
    ]  # fmt: skip


@given(st.dates(), st.sampled_from(Form))
def test_a_week_is_seven_days_around_its_day(day: date, form: Form) -> None:
    if date(1, 1, 8) < day < date(9999, 12, 20):
        first, last = form.week_of(day)
        assert first <= day <= last
        assert last - first == timedelta(days=6)
        assert first.weekday() == (6 if form is Form.US else 0)


def test_employers_are_counted_once() -> None:
    events = [sent(5), an_event(8, Kind.CALLED, line=Line.BUSY),
              replace(sent(6), employer_id=2, employer="Example Mill")]  # fmt: skip
    found = october(*events)
    assert found.employers == 2
    assert found.count(found.contacts) == "Contacts: 3, employers: 2"


@pytest.mark.parametrize("labels", Labels)
def test_every_thing_that_can_happen_has_its_words(labels: Labels) -> None:
    words = WORDS[labels]
    assert set(words.lines) == set(Line)
    assert set(words.results) == set(Result)
    assert set(words.replies) == set(Reply)
    assert set(words.purposes) == set(Purpose)
    assert set(words.via) == {*Via, None}
    assert set(words.applied) == set(OpeningKind)
    assert set(words.titles) == set(Form)


@pytest.mark.parametrize(
    ("country", "form", "paper"),
    [
        ("US", Form.US, Paper.LETTER), ("CA", Form.US, Paper.LETTER), ("DE", Form.DE, Paper.A4),
        ("GB", Form.US, Paper.A4), ("", Form.US, Paper.LETTER), ("", Form.DE, Paper.A4),
        ("US", Form.DE, Paper.LETTER),
    ],
)  # fmt: skip
def test_paper_is_that_of_the_country(country: str, form: Form, paper: Paper) -> None:
    assert paper_of(country, form) is paper
