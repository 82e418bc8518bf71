"""Asking somebody the seeker knows: always a dated next step, never at the cost of a call due."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from ringback.core.people import Opening, Person
from ringback.core.planner import next_step
from ringback.core.steps import Step, StepKind
from ringback.core.touches import Kind, Result, Stage, Touch
from tests.core.searches import searches
from tests.core.stories import DANA, JOB, Story, nov, on, sent
from tests.core.test_planner import Search

KIM = Person("kim", "Kim Sample", "Buyer")
DOOR = JOB._replace(friends=(KIM,))


def story(opening: Opening = DOOR) -> Story:
    return Story(opening).added()


def asked(day: int = 2, opening: Opening = DOOR) -> Story:
    return story(opening).tell(Kind.ASKED, on(nov(day), 11), other="kim")


def test_a_friend_who_was_asked_is_asked_again_after_two_business_days() -> None:
    step = asked().step()
    assert (step.kind, step.person) == (StepKind.ASK_FRIEND, "kim")
    assert (step.day, step.attempt) == (nov(4), 2)


def test_the_day_that_a_friend_named_counts_and_not_the_rule() -> None:
    step = asked().tell(Kind.AGREED, on(nov(3)), other="kim", day=nov(6)).step()
    assert (step.kind, step.day) == (StepKind.ASK_FRIEND, nov(9))
    assert "6 November" in step.why


def test_a_friend_is_asked_twice_and_then_the_search_goes_on_without() -> None:
    twice = asked().tell(Kind.ASKED, on(nov(4)), other="kim")
    assert twice.step().kind is StepKind.ASK_RECEPTIONIST
    assert asked().step(friend_asks=1).kind is StepKind.ASK_RECEPTIONIST


def test_a_friend_who_refuses_is_not_asked_again() -> None:
    refused = asked().tell(Kind.REFUSED, on(nov(3)), other="kim")
    assert refused.step() == story().step()


def test_a_friend_may_be_passed_over() -> None:
    passed = asked().tell(Kind.SKIPPED, on(nov(3)), person="kim", skipped="ask friend")
    assert passed.step().kind is StepKind.ASK_RECEPTIONIST


def test_a_name_from_a_friend_is_thanked_for_and_then_called() -> None:
    given = asked().tell(
        Kind.REFERRED, on(nov(3)), other="kim", person="dana", result=Result.REFERRED_INSIDE
    )
    thanks = given.step()
    assert (thanks.kind, thanks.person, thanks.day) == (StepKind.THANK, "kim", nov(3))
    call = given.tell(Kind.THANKED, on(nov(3), 12), person="kim").step()
    assert (call.kind, call.person, call.day) == (StepKind.CALL, "dana", nov(4))
    assert "who sent you" in call.why


def test_whose_name_may_not_be_said_is_not_said() -> None:
    given = story().tell(Kind.REFERRED, on(nov(3)), other="kim", person="dana")
    call = given.tell(Kind.THANKED, on(nov(3), 12), person="kim").step()
    assert (call.kind, "sent you" in call.why) == (StepKind.CALL, False)


def test_thanks_to_a_friend_are_still_due_once_the_manager_has_talked() -> None:
    talked = (
        story()
        .tell(Kind.REFERRED, on(nov(3)), other="kim", person="dana")
        .call(4, "interview", moment=on(nov(10)))
    )
    assert (talked.step().kind, talked.step().person) == (StepKind.THANK, "kim")


def test_a_call_that_is_due_does_not_wait_for_a_friend() -> None:
    waiting = sent(2)
    waiting.opening = DOOR
    waiting.tell(Kind.ASKED, on(nov(3)), other="kim")
    step = waiting.step()
    assert (step.kind, step.day) == (StepKind.CALL, nov(5))
    sooner = waiting.tell(Kind.AGREED, on(nov(3), 12), other="kim", day=nov(3)).step()
    assert (sooner.kind, sooner.day) == (StepKind.ASK_FRIEND, nov(4))
    assert waiting.stage() is Stage.SENT


def test_a_posting_that_closes_does_not_wait_for_a_friend() -> None:
    closing = asked(opening=DOOR._replace(closes_on=nov(4)))
    assert closing.step().kind is StepKind.ASK_RECEPTIONIST


def test_a_friend_who_wants_no_contact_is_never_asked() -> None:
    never = DOOR._replace(friends=(KIM._replace(do_not_contact=True),))
    assert asked(opening=never).step().kind is StepKind.ASK_RECEPTIONIST


@given(searches(), st.data())
def test_asking_a_friend_never_leaves_an_opening_without_a_dated_step(
    search: Search, data: st.DataObject
) -> None:
    some, happened, cadence, calendar = search
    one = data.draw(st.sampled_from(some))
    friends = [f for f in (*one.friends, DANA) if not f.do_not_contact]
    friend = data.draw(st.sampled_from(friends))
    at = happened[-1].at + timedelta(minutes=30)
    before = next_step(one, happened, cadence, calendar)
    ask = Touch(id="zz", opening=one.id, at=at, kind=Kind.ASKED, other=friend.id)
    after = next_step(one, [*happened, ask], cadence, calendar)
    if not isinstance(before, Step):
        assert after == before
        return
    assert isinstance(after, Step)
    if after != before and after.kind is StepKind.ASK_FRIEND:
        assert after.day > calendar.day_of(calendar.home, at) or after.person != friend.id
