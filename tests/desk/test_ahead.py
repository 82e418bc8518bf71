"""What could come next is what does come, once it has happened; and asking writes nothing."""

from __future__ import annotations

import pytest

from ringback.book.journal import Touch
from ringback.book.openings import Opening, Step
from ringback.core.outcomes import BY_WORD
from ringback.core.touches import Kind, Reason, Reply
from ringback.desk.ahead import Branch, ahead
from ringback.desk.answers import log_mail, log_reply, thank
from ringback.desk.calls import log_call
from ringback.desk.course import close
from ringback.desk.desk import Desk
from ringback.desk.record import Logged
from ringback.desk.sending import send
from tests.desk.factories import a_desk, a_sent_opening, an_opening, later

pytestmark = pytest.mark.django_db

# Outcomes that need no more to be told of them than their word.
PLAIN = [word for word, one in BY_WORD.items() if not one.needs]


def due(desk: Desk, opening: Opening) -> Desk:
    """The desk at the moment at which the step can be done."""
    step = Step.objects.get(opening=opening)
    return later(desk, max(desk.now, step.earliest))


def branch(found: tuple[Branch, ...], **what: object) -> Branch:
    """The branch of the one touch that has all of this."""
    (one,) = [
        one
        for one in found
        if any(all(getattr(t, name) == v for name, v in what.items()) for t in one.touches)
    ]
    return one


def holds(one: Branch, logged: Logged, opening: Opening) -> None:
    """What came is what was said would come."""
    opening.refresh_from_db()
    if logged.step is None:
        assert one.closed
        return
    step = Step.objects.select_related("person").get(opening=opening)
    assert (one.kind, one.day, one.half, one.why) == (step.kind, step.day, step.half, step.why)
    assert one.person == (step.person.name if step.person else "")


@pytest.mark.parametrize("word", PLAIN)
def test_each_outcome_of_a_call_leads_where_it_was_said_to_lead(word: str) -> None:
    desk = a_desk()
    opening = a_sent_opening(desk)
    desk = due(desk, opening)
    found = ahead(desk, opening)
    outcome = BY_WORD[word]
    one = branch(found, kind=Kind.CALLED, line=outcome.line, who=outcome.who, result=outcome.result)
    holds(one, log_call(desk, opening, outcome), opening)


@pytest.mark.parametrize(
    "reply", [Reply.POSITIVE, Reply.OBJECTION, Reply.WRONG_PERSON, Reply.REJECTION, Reply.STOP]
)
def test_each_answer_in_writing_leads_where_it_was_said_to_lead(reply: Reply) -> None:
    desk = a_desk()
    opening = a_sent_opening(desk)
    one = branch(ahead(desk, opening), kind=Kind.REPLIED, reply=reply)
    holds(one, log_reply(desk, opening, reply), opening)


def test_sending_thanking_and_mailing_lead_where_they_were_said_to_lead() -> None:
    desk = a_desk()
    opening = an_opening(desk)
    holds(branch(ahead(desk, opening), kind=Kind.SENT), send(desk, opening), opening)
    desk = due(desk, opening)
    log_call(desk, opening, BY_WORD["talked"])
    one = branch(ahead(desk, opening), kind=Kind.THANKED)
    holds(one, thank(desk, opening), opening)
    desk = due(desk, opening)
    log_call(desk, opening, BY_WORD["voicemail-left"])
    step = Step.objects.get(opening=opening)
    if step.kind == "mail":
        one = branch(ahead(desk, opening), kind=Kind.MAILED)
        holds(one, log_mail(desk, opening), opening)


def test_an_hour_that_they_would_name_is_not_guessed() -> None:
    desk = a_desk()
    opening = a_sent_opening(desk)
    found = ahead(due(desk, opening), opening)
    one = branch(found, result=BY_WORD["call-back"].result, who=BY_WORD["call-back"].who)
    assert (one.kind, one.exact, one.why) == ("call", True, "")


def test_what_leads_to_the_same_is_told_once() -> None:
    desk = a_desk()
    opening = a_sent_opening(desk)
    found = ahead(due(desk, opening), opening)
    ways = [(one.kind, one.person, one.day, one.half, one.exact, one.why, one.closed)
            for one in found]  # fmt: skip
    assert len(set(ways)) == len(ways)
    one = branch(found, line=BY_WORD["no-answer"].line)
    assert BY_WORD["busy"].line in {touch.line for touch in one.touches}


def test_asking_writes_nothing() -> None:
    desk = a_desk()
    opening = a_sent_opening(desk)
    before = (Touch.objects.count(), Step.objects.get(opening=opening).why)
    assert ahead(desk, opening)
    assert (Touch.objects.count(), Step.objects.get(opening=opening).why) == before


def test_nothing_lies_ahead_of_what_is_closed() -> None:
    desk = a_desk()
    opening = a_sent_opening(desk)
    close(desk, opening, Reason.WITHDRAWN)
    assert ahead(desk, opening) == ()
