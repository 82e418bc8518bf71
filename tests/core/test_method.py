"""The method until somebody answers: the name, the letter, the first call, trying again."""

from datetime import timedelta

from ringback.core.cadence import Holds
from ringback.core.steps import StepKind
from ringback.core.touches import Kind, Purpose, Stage, Via
from ringback.core.workdays import Half
from tests.core.stories import (
    ACME,
    DANA,
    JOB,
    LEE,
    MAIL,
    Story,
    nov,
    on,
    sent,
)

# Before anything is sent


def test_an_opening_without_a_name_asks_the_receptionist() -> None:
    step = Story().added().step()
    assert (step.kind, step.route, step.day) == (StepKind.ASK_RECEPTIONIST, "board", nov(3))


def test_without_a_switchboard_the_name_is_found_at_the_desk() -> None:
    story = Story(JOB._replace(employer=ACME._replace(routes=()))).added()
    assert story.step().kind is StepKind.FIND_MANAGER


def test_three_misses_at_the_switchboard_turn_to_other_ways() -> None:
    story = Story().added()
    for day in (3, 4, 5):
        assert story.step().kind is StepKind.ASK_RECEPTIONIST
        story.call(day, "no-answer", whom="")
    assert story.step().kind is StepKind.FIND_MANAGER


def test_a_name_from_the_receptionist_makes_it_ready() -> None:
    story = Story().added().call(3, "name", whom="", other="dana")
    step = story.step()
    assert (step.kind, step.person) == (StepKind.SEND, "dana")
    assert story.stage() is Stage.READY


def test_a_manager_who_cannot_be_reached_needs_a_way_first() -> None:
    nobody = DANA._replace(routes=())
    story = Story(JOB._replace(people=(nobody,), employer=ACME._replace(routes=()))).added().named()
    assert story.step().kind is StepKind.FIND_ROUTE


# The first call


def test_the_call_comes_three_business_days_after_a_letter_to_a_manager() -> None:
    step = sent(2).step()
    assert (step.kind, step.person, step.route, step.day) == (
        StepKind.CALL, "dana", "direct", nov(5),
    )  # fmt: skip
    assert step.earliest == on(nov(5), 9)
    assert step.latest == on(nov(5), 17)


def test_veterans_day_is_no_business_day() -> None:
    assert sent(9).step().day == nov(13)


def test_friday_ends_early_and_monday_begins_late() -> None:
    assert sent(10).step().earliest == on(nov(16), 10)
    assert sent(9).step().latest == on(nov(13), 15)


def test_a_letter_in_the_post_has_two_days_of_transit() -> None:
    assert sent(2, via=Via.POST).step().day == nov(9)


def test_a_portal_waits_five_business_days() -> None:
    assert sent(2, via=Via.PORTAL).step().day == nov(9)


def test_a_closing_date_sets_the_call_two_days_after_it() -> None:
    story = sent(2, via=Via.PORTAL)
    story.opening = JOB._replace(closes_on=nov(13))
    assert story.step().day == nov(17)


def test_a_closing_date_can_be_made_to_hold_for_portals_only() -> None:
    story = sent(2)
    story.opening = JOB._replace(closes_on=nov(13))
    assert story.step(closing_date_holds=Holds.PORTAL).day == nov(5)


def test_a_promise_in_the_letter_sets_the_very_day() -> None:
    assert sent(2, day=nov(10)).step().day == nov(10)


def test_a_portal_application_to_nobody_asks_for_the_name_by_the_day_of_the_call() -> None:
    story = Story().added().sent(2, via=Via.PORTAL, whom="", anyway="they take portal only")
    assert story.step().kind is StepKind.ASK_RECEPTIONIST
    assert story.call(3, "name", whom="", other="dana").step().day == nov(9)


# Trying again


def test_a_miss_is_tried_in_the_other_half_day_and_on_another_weekday() -> None:
    step = sent(2).call(5, "no-answer", hour=10).step()
    assert (step.day, step.half, step.attempt) == (nov(9), Half.AFTERNOON, 2)
    assert step.earliest == on(nov(9), 13, 30)


def test_the_second_miss_is_the_one_with_the_voicemail() -> None:
    assert not sent(2).step().leave_voicemail
    assert sent(2).call(5, "no-answer").step().leave_voicemail


def test_a_voicemail_brings_its_mail_the_same_day() -> None:
    step = sent(2).call(5, "voicemail-left", hour=14).step()
    assert (step.kind, step.purpose, step.day) == (StepKind.MAIL, Purpose.FOLLOW_UP, nov(5))


def test_after_three_misses_comes_the_closing_mail_and_then_the_rest() -> None:
    story = sent(2).call(5, "no-answer").call(9, "busy", hour=14).call(12, "no-answer")
    closing = story.step()
    assert (closing.kind, closing.purpose, closing.day) == (
        StepKind.MAIL, Purpose.CLOSING, nov(17),
    )  # fmt: skip
    story.tell(Kind.MAILED, on(nov(17)), person="dana", purpose=Purpose.CLOSING)
    assert story.step().kind is StepKind.LOOK_AGAIN
    assert story.step().day >= nov(24) + timedelta(days=45)
    assert story.stage() is Stage.DORMANT


def test_after_three_misses_a_second_person_is_written_to() -> None:
    story = sent(2).call(5, "no-answer").call(9, "busy", hour=14).call(12, "no-answer")
    story.opening = JOB._replace(people=(DANA, LEE))
    step = story.step()
    assert (step.kind, step.person) == (StepKind.SEND, "lee")


def test_hr_is_never_the_second_person() -> None:
    story = sent(2).call(5, "no-answer").call(9, "busy", hour=14).call(12, "no-answer")
    story.opening = JOB._replace(people=(DANA, LEE._replace(is_hr=True)))
    assert story.step().purpose is Purpose.CLOSING


def test_a_dead_number_is_no_attempt_and_the_switchboard_is_tried() -> None:
    step = sent(2).call(5, "invalid", route="direct").step()
    assert (step.kind, step.route, step.attempt) == (StepKind.CALL, "board", 1)


def test_without_any_number_one_is_looked_for_before_the_call_is_due() -> None:
    story = sent(2)
    story.opening = JOB._replace(
        people=(DANA._replace(routes=(MAIL,)),), employer=ACME._replace(routes=())
    )
    step = story.step()
    assert (step.kind, step.day) == (StepKind.FIND_ROUTE, nov(2))
    assert step.latest >= on(nov(5), 0)
