"""The method once somebody answers, and what holds for several openings at one employer."""

from datetime import timedelta

import pytest

from ringback.core.cadence import Track
from ringback.core.planner import next_step
from ringback.core.steps import Step, StepKind
from ringback.core.touches import Bar, Kind, Purpose, Reason, Reply, Stage, Via
from ringback.core.workdays import Calendar
from tests.core.stories import (
    CADENCE,
    CALENDAR,
    DANA,
    JOB,
    LEE,
    ZONE,
    Story,
    nov,
    on,
    sent,
)

# What they say


@pytest.mark.parametrize(
    ("word", "kind", "day"),
    [
        ("message", StepKind.MAIL, 5),
        ("blocked", StepKind.MAIL, 5),
        ("hr", StepKind.MAIL, 5),
        ("send-more", StepKind.SEND, 5),
        ("apply", StepKind.APPLY, 5),
        ("talked", StepKind.THANK, 5),
        ("not-hiring", StepKind.THANK, 5),
        ("left-company", StepKind.ASK_RECEPTIONIST, 6),
        ("wrong-person", StepKind.ASK_RECEPTIONIST, 6),
    ],
)
def test_each_outcome_has_its_next_step(word: str, kind: StepKind, day: int) -> None:
    step = sent(2).call(5, word).step()
    assert (step.kind, step.day) == (kind, nov(day))


def test_a_call_back_is_due_at_the_very_moment_and_uses_up_no_attempt() -> None:
    moment = on(nov(11), 18)
    step = sent(2).call(5, "call-back", moment=moment).step()
    assert (step.kind, step.earliest, step.exact, step.attempt) == (StepKind.CALL, moment, True, 1)


def test_what_was_asked_for_is_sent_within_the_hour_and_followed_up_three_days_later() -> None:
    story = sent(2).call(5, "send-more")
    assert story.step().latest - story.step().earliest == timedelta(hours=1)
    assert story.sent(5).step().day == nov(10)


def test_somebody_named_in_the_house_is_called_after_the_thanks() -> None:
    story = sent(2)
    story.opening = JOB._replace(people=(DANA, LEE))
    story.call(5, "referred", other="lee")
    assert (story.step().kind, story.step().person) == (StepKind.THANK, "dana")
    story.tell(Kind.THANKED, on(nov(5), 11), person="dana")
    assert (story.step().kind, story.step().person, story.step().day) == (
        StepKind.CALL, "lee", nov(6),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("word", "reason"),
    [
        ("rejected", Reason.REJECTED),
        ("filled", Reason.FILLED),
        ("not-interested", Reason.NOT_INTERESTED),
    ],
)
def test_a_no_is_thanked_for_and_closed(word: str, reason: Reason) -> None:
    story = sent(2).call(5, word)
    assert story.step().kind is StepKind.THANK
    assert story.tell(Kind.THANKED, on(nov(5), 11), person="dana").end() is reason


def test_do_not_contact_ends_it_at_once() -> None:
    assert sent(2).call(5, "never").end() is Reason.DO_NOT_CONTACT


def test_do_not_contact_holds_in_every_other_opening_there() -> None:
    other = JOB._replace(id="other", title="Fitter", others=(JOB,))
    said = sent(2).call(5, "never").touches
    story = Story(other).added().named()
    found = next_step(other, [*said, *story.touches], CADENCE, CALENDAR)
    assert isinstance(found, Step)
    assert found.person != "dana"


def test_out_of_office_waits_for_the_day_after_the_return() -> None:
    story = sent(2).tell(Kind.REPLIED, on(nov(3)), person="dana", reply=Reply.OUT_OF_OFFICE,
                         day=nov(16))  # fmt: skip
    assert (story.step().kind, story.step().day) == (StepKind.CALL, nov(17))


def test_a_bounce_means_it_was_never_delivered() -> None:
    story = sent(2, route="mail")
    story.tell(Kind.REPLIED, on(nov(2), 11), person="dana", reply=Reply.BOUNCE, route="mail")
    assert story.step().kind is StepKind.SEND
    assert story.stage() is Stage.READY


def test_a_receipt_from_a_robot_changes_nothing() -> None:
    before = sent(2).step()
    after = sent(2).tell(Kind.REPLIED, on(nov(3)), person="dana", reply=Reply.RECEIPT).step()
    assert after == before


def test_somebody_who_writes_back_is_answered_first() -> None:
    story = sent(2).tell(Kind.REPLIED, on(nov(3)), person="dana", reply=Reply.POSITIVE)
    assert story.step().kind is StepKind.ANSWER
    assert story.stage() is Stage.IN_CONVERSATION


# Interview and offer


def test_an_interview_is_confirmed_held_thanked_for_and_asked_after() -> None:
    story = sent(2).call(5, "interview", moment=on(nov(12), 14))
    assert (story.step().kind, story.step().purpose) == (StepKind.MAIL, Purpose.CONFIRM)
    story.tell(Kind.MAILED, on(nov(5), 11), person="dana", purpose=Purpose.CONFIRM)
    assert (story.step().kind, story.step().earliest) == (StepKind.INTERVIEW, on(nov(12), 14))
    story.tell(Kind.INTERVIEWED, on(nov(12), 15), person="dana", day=nov(17))
    assert story.step().kind is StepKind.THANK
    assert story.step().latest == on(nov(13), 15)
    story.tell(Kind.THANKED, on(nov(12), 17), person="dana")
    assert (story.step().kind, story.step().day) == (StepKind.CHECK_STATUS, nov(19))
    story.tell(Kind.MAILED, on(nov(19)), person="dana", purpose=Purpose.STATUS)
    assert (story.step().kind, story.step().attempt) == (StepKind.CHECK_STATUS, 2)
    story.tell(Kind.MAILED, on(nov(30)), person="dana", purpose=Purpose.STATUS)
    assert story.step().kind is StepKind.CLOSE_KINDLY
    story.tell(Kind.MAILED, on(nov(30), 11), person="dana", purpose=Purpose.CLOSING)
    assert story.end() is Reason.NO_ANSWER


def test_an_offer_is_decided_by_its_day() -> None:
    story = sent(2).tell(Kind.OFFERED, on(nov(9)), person="dana", day=nov(20))
    assert (story.step().kind, story.step().latest.astimezone(ZONE).date()) == (
        StepKind.DECIDE, nov(20),
    )  # fmt: skip
    assert story.stage() is Stage.OFFERED


# Bars, pauses, several openings


def test_no_calls_in_the_posting_means_mail() -> None:
    story = sent(2)
    story.opening = JOB._replace(no_calls=True)
    step = story.step()
    assert (step.kind, step.purpose, step.day) == (StepKind.MAIL, Purpose.FOLLOW_UP, nov(5))


def test_the_mail_track_never_calls() -> None:
    assert sent(2).step(track=Track.MAIL).kind is StepKind.MAIL


def test_a_pause_moves_the_step_past_its_day() -> None:
    assert sent(2).tell(Kind.PAUSED, on(nov(4)), day=nov(15)).step().day == nov(16)


def test_own_days_off_are_left_out() -> None:
    away = Calendar(CALENDAR.hours, frozenset({nov(5), nov(6)}), CALENDAR.home)
    assert sent(2).step(away).day == nov(9)


def test_two_openings_at_one_employer_have_one_live_caller() -> None:
    first, second = JOB._replace(id="a"), JOB._replace(id="b", title="Fitter", people=(LEE,))
    story = Story(first).added().named().sent(2)
    later = Story(second).added(2).tell(Kind.NAMED, on(nov(2), 9), person="lee")
    later.tell(Kind.SENT, on(nov(2), 11), person="lee", via=Via.MAIL)
    record = [*story.touches, *later.touches]
    a = next_step(first._replace(others=(second,)), record, CADENCE, CALENDAR)
    b = next_step(second._replace(others=(first,)), record, CADENCE, CALENDAR)
    assert isinstance(a, Step)
    assert isinstance(b, Step)
    assert (a.day, b.day) == (nov(5), nov(9))
    assert "one caller at a time" in b.why


def test_barring_calls_turns_to_mail() -> None:
    story = sent(2).tell(Kind.BARRED, on(nov(3)), person="dana", bar=Bar.NO_CALLS)
    assert story.step().kind is StepKind.MAIL


def test_skipping_a_call_goes_on_to_the_next_attempt() -> None:
    story = sent(2).tell(Kind.SKIPPED, on(nov(5)), person="dana", skipped="call", note="ill")
    assert (story.step().kind, story.step().attempt) == (StepKind.CALL, 2)


def test_reopening_starts_with_a_new_letter() -> None:
    story = sent(2).tell(Kind.CLOSED, on(nov(9)), reason=Reason.NO_ANSWER)
    assert story.end() is Reason.NO_ANSWER
    assert story.tell(Kind.REOPENED, on(nov(16))).step().kind is StepKind.SEND


def test_an_opening_whose_adding_is_struck_is_gone() -> None:
    story = Story().added()
    story.tell(Kind.STRUCK, on(nov(2), 9), strikes=story.touches[0].id)
    assert story.end() is Reason.NOT_ADDED
