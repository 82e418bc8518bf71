"""Stories told through the desk's verbs, with the desk's own clock.

October 2026 in Columbus, Ohio: Tue 6 is the day it starts; Mon 12 is Columbus Day there.
"""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from ringback.book.journal import Document, SentDocument, Touch
from ringback.book.openings import Opening, Step
from ringback.book.parties import Evidence, Person, Route
from ringback.core.people import RouteKind
from ringback.core.touches import Bar, Kind, Purpose, Reason, Reply, Stage, Via
from ringback.desk.answers import book_interview, log_interview, log_mail, log_reply, refer, thank
from ringback.desk.calls import Told, log_call, outcome_named
from ringback.desk.checking import look_over
from ringback.desk.course import (
    bar,
    close,
    last_act,
    name_manager,
    pause,
    promise,
    reopen,
    resume,
    skip,
    strike,
)
from ringback.desk.openings import NewOpening, add
from ringback.desk.parties import add_route
from ringback.desk.refusal import Code, Refusal
from ringback.desk.sending import gaps, gate, send
from tests.desk.factories import (
    NOW,
    a_call,
    a_desk,
    a_sent_opening,
    an_opening,
    later,
)

pytestmark = pytest.mark.django_db


def at(day: int, hour: int = 14) -> datetime:
    return datetime(2026, 10, day, hour, tzinfo=UTC)


def refused(code: Code, refusal: pytest.ExceptionInfo[Refusal]) -> bool:
    return refusal.value.code is code and refusal.value.sentence.endswith((".", "?", "”"))


# The gate, and sending


def test_sending_makes_the_call_due_three_business_days_later() -> None:
    desk = a_desk()
    sent = send(desk, an_opening(desk))
    assert sent.step is not None
    assert (sent.step.kind, sent.step.day) == ("call", date(2026, 10, 9))
    assert sent.opening.stage == Stage.SENT.value


def test_nothing_is_sent_before_the_name_is_known() -> None:
    desk = a_desk()
    opening = an_opening(desk, manager="", number="", mail="")
    with pytest.raises(Refusal) as refusal:
        send(desk, opening)
    assert refused(Code.GATE, refusal)
    assert not Touch.objects.filter(kind=Kind.SENT.value).exists()


def test_sending_anyway_keeps_the_reason_and_asks_for_the_manager_next() -> None:
    desk = a_desk()
    opening = an_opening(desk, manager="", number="", mail="")
    sent = send(desk, opening, via=Via.PORTAL, anyway="the posting closes tonight")
    assert sent.touches[0].anyway == "the posting closes tonight"
    assert sent.step is not None
    assert sent.step.kind == "find manager"


def test_hr_is_not_the_manager_who_hires() -> None:
    desk = a_desk()
    opening = an_opening(desk, manager_title="HR Business Partner")
    with pytest.raises(Refusal) as refusal:
        send(desk, opening)
    assert "HR" in refusal.value.sentence


def test_the_gaps_of_every_opening_are_listed() -> None:
    desk = a_desk()
    an_opening(desk, "Ready Inc", number="614 555 0111", mail="x@ready.example")
    an_opening(desk, "Nameless Inc", manager="", number="", mail="")
    an_opening(desk, "Numberless Inc", number="", mail="y@numberless.example")
    found = {one.opening.employer.name: [m.gap.value for m in one.missing] for one in gaps(desk)}
    assert found == {"Nameless Inc": ["no manager"], "Numberless Inc": ["no number"]}


def test_the_file_that_went_out_is_kept_once_for_each_content(tmp_path: Path) -> None:
    desk = a_desk()
    letter = tmp_path / "letter.pdf"
    letter.write_bytes(b"Dear Ms Miller")
    send(desk, an_opening(desk), files=(letter,))
    send(desk, an_opening(desk, "Other Inc", mail="a@other.example"), files=(letter,))
    assert Document.objects.count() == 1
    assert SentDocument.objects.count() == 2
    letter.write_bytes(b"changed since")
    assert bytes(Document.objects.get().content) == b"Dear Ms Miller"


def test_a_folder_is_no_letter_and_nothing_is_recorded(tmp_path: Path) -> None:
    desk = a_desk()
    opening = an_opening(desk)
    with pytest.raises(Refusal) as refusal:
        send(desk, opening, files=(tmp_path,))
    assert refused(Code.BAD_FILE, refusal)
    assert not Touch.objects.filter(kind=Kind.SENT.value).exists()


def test_what_has_not_happened_yet_is_not_recorded() -> None:
    desk = a_desk()
    with pytest.raises(Refusal) as refusal:
        send(desk, an_opening(desk), at=NOW + timedelta(days=1))
    assert refused(Code.NOT_YET, refusal)


# Calls


def test_a_voicemail_brings_its_mail_and_then_the_next_call() -> None:
    desk = a_desk()
    opening = a_sent_opening(desk)
    friday = later(desk, at(9))
    step = a_call(friday, opening, "voicemail-left").step
    assert step is not None
    assert step.kind == "mail"
    step = log_mail(friday, opening).step
    assert step is not None
    assert (step.kind, step.attempt) == ("call", 2)


def test_a_name_from_the_receptionist_becomes_the_manager_with_evidence() -> None:
    desk = a_desk()
    opening = an_opening(desk, manager="", number="", mail="", switchboard="614 555 0100")
    told = Told(name="Priya Nair", title="Plant Manager", number="614 555 0177")
    logged = log_call(desk, opening, outcome_named("name"), told=told)
    person = Person.objects.get(name="Priya Nair")
    assert logged.step is not None
    assert (logged.step.kind, logged.step.person) == ("send", person)
    about = set(Evidence.objects.filter(person=person).values_list("about", "source"))
    assert ("name", "the receptionist") in about
    assert gate(desk, logged.opening).opens


def test_somebody_named_at_another_employer_gets_an_opening_of_their_own() -> None:
    desk = a_desk()
    opening = a_sent_opening(desk)
    told = Told(name="Jo Park", employer="Elsewhere Ltd", number="614 555 0123")
    log_call(later(desk, at(9)), opening, outcome_named("referred-out"), told=told)
    referral = Opening.objects.get(employer__name="Elsewhere Ltd")
    assert referral.kind == "referral"
    assert Step.objects.get(opening=referral).kind == "send"


def test_an_impossible_outcome_is_refused_and_leaves_no_trace() -> None:
    desk = a_desk()
    opening = a_sent_opening(desk)
    with pytest.raises(Refusal) as refusal:
        a_call(later(desk, at(9)), opening, "call-back")
    assert refused(Code.OUTCOME, refusal)
    assert not Touch.objects.filter(kind=Kind.CALLED.value).exists()


def test_do_not_contact_holds_for_every_record_of_the_person() -> None:
    desk = a_desk()
    opening = a_sent_opening(desk)
    a_call(later(desk, at(9)), opening, "never")
    again = an_opening(desk, "Second Inc", "Fitter", mail="ada.miller@tools.example", number="")
    with pytest.raises(Refusal) as refusal:
        send(desk, again, anyway="it is another job")
    assert refused(Code.DO_NOT_CONTACT, refusal)
    with pytest.raises(Refusal):
        name_manager(desk, again, "Ada Miller")
    assert look_over(desk) == []


def test_a_slip_of_the_finger_is_taken_back_whole() -> None:
    desk = a_desk()
    opening = a_sent_opening(desk)
    friday = later(desk, at(9))
    before = Step.objects.get(opening=opening)
    logged = a_call(friday, opening, "never")
    strike(friday, tuple(one.uid for one in logged.touches))
    after = Step.objects.get(opening=opening)
    assert (after.kind, after.day, after.why) == (before.kind, before.day, before.why)
    assert not Person.objects.get(name="Ada Miller").do_not_contact


# Answers, interviews, the end


def test_an_answer_stops_the_calls_and_asks_for_one_back() -> None:
    desk = a_desk()
    opening = a_sent_opening(desk)
    step = log_reply(later(desk, at(7)), opening, Reply.POSITIVE).step
    assert step is not None
    assert step.kind == "answer"
    step = log_mail(later(desk, at(7, 16)), opening, Purpose.ANSWER).step
    assert step is not None
    assert (step.kind, step.day) == ("call", date(2026, 10, 13))


def test_an_interview_runs_from_booking_to_thanks_to_status() -> None:
    desk = a_desk()
    opening = a_sent_opening(desk)
    booked = book_interview(later(desk, at(8)), opening, at(14))
    assert booked.opening.stage == Stage.INTERVIEWING.value
    held = later(desk, at(14, 16))
    step = log_interview(held, opening, promised=date(2026, 10, 16)).step
    assert step is not None
    assert step.kind == "thank"
    step = thank(held, opening).step
    assert step is not None
    assert (step.kind, step.day) == ("check status", date(2026, 10, 20))


def test_a_referral_asks_for_thanks_to_the_connection() -> None:
    desk = a_desk()
    opening = an_opening(desk)
    step = refer(desk, opening, "Sam Osei").step
    assert step is not None
    assert step.kind == "thank"
    assert step.person is not None
    assert (step.person.name, step.person.is_connection) == ("Sam Osei", True)


def test_a_closed_opening_takes_no_call_until_it_is_reopened() -> None:
    desk = a_desk()
    opening = a_sent_opening(desk)
    closed = close(desk, opening, Reason.WITHDRAWN)
    assert closed.step is None
    with pytest.raises(Refusal) as refusal:
        a_call(desk, closed.opening)
    assert refused(Code.CLOSED, refusal)
    step = reopen(desk, closed.opening).step
    assert step is not None
    assert step.kind == "send"


# The course


def test_a_pause_moves_the_call_and_its_end_brings_it_back() -> None:
    desk = a_desk()
    opening = a_sent_opening(desk)
    paused = pause(desk, opening, date(2026, 10, 20)).step
    assert paused is not None
    assert paused.day == date(2026, 10, 21)
    back = resume(desk, opening).step
    assert back is not None
    assert back.day == date(2026, 10, 9)


def test_a_step_is_passed_over_only_for_a_reason() -> None:
    desk = a_desk()
    opening = a_sent_opening(desk)
    with pytest.raises(Refusal):
        skip(desk, opening, " ")
    step = skip(later(desk, at(9)), opening, "the plant is on strike").step
    assert step is not None
    assert (step.kind, step.attempt) == ("call", 2)


def test_finding_the_manager_cannot_be_passed_over_before_anything_is_sent() -> None:
    desk = a_desk()
    opening = an_opening(desk, manager="", number="", mail="")
    with pytest.raises(Refusal) as refusal:
        skip(desk, opening, "no time")
    assert refused(Code.GATE, refusal)


def test_a_promised_day_becomes_the_day_of_the_call() -> None:
    desk = a_desk()
    step = promise(desk, a_sent_opening(desk), date(2026, 10, 15)).step
    assert step is not None
    assert step.day == date(2026, 10, 15)


def test_undoing_and_redoing_meet_where_they_began() -> None:
    desk = a_desk()
    opening = a_sent_opening(desk)
    before = Step.objects.filter(opening=opening).values().get()
    act = last_act(desk, opening)
    strikes = strike(desk, tuple(one.uid for one in act))
    assert strikes.step is not None
    assert strikes.step.kind == "send"
    strike(desk, tuple(one.uid for one in strikes.touches))
    assert Step.objects.filter(opening=opening).values().get() == before


def test_no_calls_turns_the_opening_to_mail() -> None:
    desk = a_desk()
    step = bar(desk, a_sent_opening(desk), Bar.NO_CALLS).step
    assert step is not None
    assert (step.kind, step.purpose) == ("mail", "follow up")


def test_a_number_that_arrives_later_makes_the_call_ready() -> None:
    desk = a_desk()
    opening = an_opening(desk, number="")
    sent = send(desk, opening)
    assert sent.step is not None
    assert sent.step.kind == "find route"
    person = Person.objects.get(name="Ada Miller")
    add_route(desk, "614 555 0142", employer=opening.employer, person=person)
    step = Step.objects.get(opening=opening)
    assert (step.kind, step.route) == ("call", Route.objects.get(kind=RouteKind.DIRECT.value))


def test_what_had_gone_out_before_is_recorded_in_one_act_with_the_opening() -> None:
    desk = a_desk()
    new = NewOpening(
        employer="Acme Foods", manager="Dana Reyes", number="+1 216 555 0142",
        mail="dana@acme.example", sent_at=desk.now - timedelta(days=10),
    )  # fmt: skip
    logged = add(desk, new)
    assert [one.kind for one in logged.touches] == ["added", "named", "sent"]
    sent = logged.touches[2]
    assert (sent.at, sent.anyway) == (new.sent_at, "")
    assert sent.route is not None
    assert sent.route.value == "dana@acme.example"
    assert logged.step is not None
    assert logged.step.kind == "call"
    assert len(last_act(desk)) == 3


def test_what_went_to_nobody_by_name_needs_the_name_next() -> None:
    desk = a_desk()
    logged = add(desk, NewOpening(employer="Acme Foods", sent_at=desk.now, via=Via.PORTAL))
    assert logged.touches[1].anyway
    assert logged.step is not None
    assert logged.step.kind == "find manager"
