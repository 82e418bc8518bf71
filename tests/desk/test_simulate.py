"""The simulator with a search's own counts, and without them."""

from datetime import timedelta

import pytest

from ringback.core.simulator.inputs import Seen
from ringback.core.touches import Reply
from ringback.desk.answers import book_interview, log_reply
from ringback.desk.refusal import Code, Refusal
from ringback.desk.sending import send
from ringback.desk.simulate import own_counts, simulate
from tests.desk.factories import NOW, a_call, a_desk, a_sent_opening, an_opening, later

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def test_without_a_search_the_assumptions_stand_alone() -> None:
    assert simulate(None).counts == {}


def test_a_new_search_has_counted_nothing() -> None:
    assert own_counts(a_desk()) == {}


def test_what_was_sent_lately_is_not_taken_for_a_no() -> None:
    desk = a_desk()
    answered, _ = a_sent_opening(desk, "Example Tools"), a_sent_opening(desk, "Example Mill")
    log_reply(later(desk, NOW + 2 * DAY), answered, Reply.REJECTION)
    assert own_counts(later(desk, NOW + 3 * DAY))["interview"] == Seen(0, 1)
    assert own_counts(later(desk, NOW + 31 * DAY))["interview"] == Seen(0, 2)


def test_an_interview_after_a_talk_is_no_sign_of_what_waiting_brings() -> None:
    desk = a_desk()
    talked, silent = a_sent_opening(desk, "Example Tools"), a_sent_opening(desk, "Example Mill")
    on_day = later(desk, NOW + 3 * DAY)
    a_call(on_day, talked, "talked")
    for opening in (talked, silent):
        book_interview(on_day, opening, on_day.now + DAY)
    counts = own_counts(later(desk, NOW + 4 * DAY))
    assert counts["interview"] == Seen(1, 1)
    assert counts["reach"] == Seen(1, 1)
    assert counts["offer"] == Seen(0, 2)
    assert "added" not in counts


def test_callable_is_what_has_a_number_that_may_be_called() -> None:
    desk = a_desk()
    a_sent_opening(desk, "Example Tools")
    send(desk, an_opening(desk, "Example Mill", no_calls="No calls please"))
    send(desk, an_opening(desk, "Example Bakery", number="", mail="bo@bakery.example"))
    send(desk, an_opening(desk, "Example Dairy", number="", switchboard="+1 614 555 0150"))
    assert own_counts(desk)["callable"] == Seen(2, 4)


def test_own_counts_are_said_and_can_be_left_out() -> None:
    desk = a_desk()
    a_call(later(desk, NOW + 3 * DAY), a_sent_opening(desk), "no-answer")
    after = later(desk, NOW + 3 * DAY)
    assert "dials that meet the person: 0 of 1" in simulate(after).own_counts
    assert simulate(after, own=False).counts == {}


def test_a_share_that_cannot_be_is_refused() -> None:
    with pytest.raises(Refusal) as refused:
        simulate(None, shares={"callable": 2.0})
    assert refused.value.code is Code.BAD_VALUE
    assert refused.value.sentence == "“callable” has to be a share between 0 and 1."
