"""Consequences: what follows when somebody has said something, on the telephone or in writing.

The rules are evidence 2.3's tables of outcomes and of replies.
"""

from collections.abc import Callable

from ringback.core.situation import Situation
from ringback.core.steps import StepKind
from ringback.core.touches import Purpose, Reason, Reply, Result, Touch, Via


def after_result(now: Situation, touch: Touch) -> None:
    """What follows from what came of a call."""
    if touch.result is not None:
        _RESULTS[touch.result](now, touch)


def after_reply(now: Situation, touch: Touch) -> None:
    """What follows from an answer in writing; a robot's receipt is none."""
    reply = touch.reply
    if reply is Reply.RECEIPT or reply is None:
        return
    if reply is Reply.OUT_OF_OFFICE:
        if touch.day:
            now.settle(StepKind.CALL)
            why = "They are back from their absence"
            now.demand(StepKind.CALL, why, touch, person=touch.person or now.target,
                       day=touch.day, wait=lambda cadence: cadence.out_of_office_days)  # fmt: skip
        return
    if reply is Reply.BOUNCE:
        _bounced(now, touch)
    elif reply is Reply.STOP:
        never(now, touch)
    elif reply is Reply.REJECTION:
        _refused(now, touch)
    elif reply is Reply.NOT_NOW:
        _not_now(now, touch)
    elif reply is Reply.REFERRAL and touch.other:
        _referred_inside(now, touch)
    elif reply is Reply.WRONG_PERSON:
        _wrong_person(now, touch)
    else:
        now.answered(touch)
        now.demand(StepKind.ANSWER, "They wrote back: answer", touch)


def _bounced(now: Situation, touch: Touch) -> None:
    letter = now.letter
    if letter is not None and letter.via is Via.MAIL and letter.route == touch.route:
        now.letter = None
        if now.first_letter is letter:
            now.first_letter = now.followed = now.answer = None
        now.promise = None
    now.settle(StepKind.MAIL)


def _talked(now: Situation, touch: Touch) -> None:
    now.answered(touch)
    now.demand(StepKind.THANK, "You talked: thank them and sum up", touch)
    if touch.day:
        why = "They expect to know more by then"
        now.demand(StepKind.CALL, why, touch, day=touch.day)
    else:
        why = "You talked and nothing was fixed: ask again"
        now.demand(StepKind.CALL, why, touch, wait=lambda cadence: cadence.talk_days)


def _name_obtained(now: Situation, touch: Touch) -> None:
    now.manager = now.target = touch.other
    now.desk_calls.clear()
    if touch.moment and now.letter and now.letter.person in ("", touch.other):
        why = "The receptionist said that they can be reached then"
        now.demand(StepKind.CALL, why, touch, person=touch.other, moment=touch.moment)


def _not_put_through(now: Situation, touch: Touch) -> None:
    if not touch.person:
        return
    why = {
        Result.MESSAGE_TAKEN: "The receptionist took a message: write one line as well",
        Result.BLOCKED: "The receptionist would not put you through: write to them",
        Result.PASSED_TO_HR: "You were passed to HR: write to the manager all the same",
    }[touch.result or Result.BLOCKED]
    now.settle(StepKind.MAIL)
    now.demand(StepKind.MAIL, why, touch, purpose=Purpose.FOLLOW_UP)


def _call_back(now: Situation, touch: Touch) -> None:
    if touch.is_conversation:
        now.answered(touch)
        why = "They asked you to call back at this time"
    else:
        why = "The receptionist said that they can be reached then"
    now.settle(StepKind.CALL)
    now.demand(StepKind.CALL, why, touch, person=touch.person or now.target, moment=touch.moment)


def _left(now: Situation, touch: Touch) -> None:
    gone = touch.person or now.target
    if gone:
        now.gone.add(gone)
    now.answered(touch)
    now.manager = now.target = touch.other


def _wrong_person(now: Situation, touch: Touch) -> None:
    now.answered(touch)
    now.gone.add(touch.person or now.target)
    now.manager = now.target = touch.other
    if touch.other:
        now.demand(StepKind.CALL, "You were told that they hire for this", touch,
                   person=touch.other)  # fmt: skip


def _referred_inside(now: Situation, touch: Touch) -> None:
    now.answered(touch)
    now.demand(StepKind.THANK, "Thank them for the name they gave you", touch)
    now.manager = now.target = touch.other
    now.demand(StepKind.CALL, "You were told to talk to them", touch, person=touch.other)


def _referred_outside(now: Situation, touch: Touch) -> None:
    now.answered(touch)
    now.demand(StepKind.THANK, "Thank them for the name they gave you", touch)
    now.resting = touch


def _send_more(now: Situation, touch: Touch) -> None:
    now.answered(touch)
    now.demand(StepKind.SEND, "They asked for more: send it now", touch, purpose=Purpose.MORE)


def _apply_online(now: Situation, touch: Touch) -> None:
    now.answered(touch)
    now.demand(StepKind.APPLY, "They asked you to apply online", touch)


def _not_now(now: Situation, touch: Touch) -> None:
    now.answered(touch)
    now.demand(StepKind.THANK, "They are not hiring now: thank them, ask who might be", touch)
    now.resting = touch
    now.rest = touch.day


def _refused(now: Situation, touch: Touch) -> None:
    now.answered(touch)
    now.end = {
        Result.NOT_INTERESTED: Reason.NOT_INTERESTED,
        Result.FILLED: Reason.FILLED,
    }.get(touch.result or Result.REJECTED, Reason.REJECTED)
    now.ended = touch
    now.demand(StepKind.THANK, "It is a no: thank them kindly", touch)


def booked(now: Situation, touch: Touch) -> None:
    """An interview or a meeting is set, or said to be under way."""
    now.answered(touch)
    now.interview = touch
    if touch.moment is None:
        why = "An interview is under way: say when it is, or how it went"
        if touch.day:
            why = "The day of the interview is known and not its hour: say it, or how it went"
        now.demand(StepKind.INTERVIEW, why, touch, day=touch.day)
        return
    why = "Confirm the interview in writing"
    now.demand(StepKind.MAIL, why, touch, purpose=Purpose.CONFIRM)
    now.demand(StepKind.INTERVIEW, "The interview", touch, moment=touch.moment)


def never(now: Situation, touch: Touch) -> None:
    """They are never to be contacted again."""
    now.answered(touch)
    if touch.person:
        now.barred.add(touch.person)
    now.end, now.ended = Reason.DO_NOT_CONTACT, touch


_RESULTS: dict[Result, Callable[[Situation, Touch], None]] = {
    Result.TALKED: _talked,
    Result.NAME_OBTAINED: _name_obtained,
    Result.MESSAGE_TAKEN: _not_put_through,
    Result.BLOCKED: _not_put_through,
    Result.PASSED_TO_HR: _not_put_through,
    Result.CALL_BACK: _call_back,
    Result.LEFT_COMPANY: _left,
    Result.WRONG_PERSON: _wrong_person,
    Result.REFERRED_INSIDE: _referred_inside,
    Result.REFERRED_OUTSIDE: _referred_outside,
    Result.SEND_MORE: _send_more,
    Result.APPLY_ONLINE: _apply_online,
    Result.NOT_HIRING: _not_now,
    Result.NOT_INTERESTED: _refused,
    Result.FILLED: _refused,
    Result.REJECTED: _refused,
    Result.INTERVIEW_SET: booked,
    Result.MEETING_SET: booked,
    Result.DO_NOT_CONTACT: never,
}
