"""The story of an opening: its touches in order, each settling some demands, raising others.

What no touch demands is left to the chase.
"""

from collections.abc import Callable, Iterable

from ringback.core.consequences import after_reply, after_result, booked, never
from ringback.core.situation import Favour, Situation
from ringback.core.steps import StepKind
from ringback.core.touches import Bar, Kind, Line, Purpose, Reason, Result, Touch, Via

# Bound once, as in ``touches``.
_CALL, _VOICEMAIL_LEFT = StepKind.CALL, Line.VOICEMAIL_LEFT


def situation(touches: Iterable[Touch]) -> Situation:
    """What live touches of one opening (see ``touches.live``) leave to be done."""
    now = Situation()
    for touch in touches:
        kind = touch.kind
        rule = _RULES.get(kind)
        if rule is not None:
            rule(now, touch)
            if kind not in _TELLS_NOTHING:
                now.last = touch
    return now


def _added(now: Situation, touch: Touch) -> None:
    now.added = touch.at
    now.closed = None


def _named(now: Situation, touch: Touch) -> None:
    now.manager = now.target = touch.person
    now.gone.discard(touch.person)
    now.desk_calls.clear()


def _sent(now: Situation, touch: Touch) -> None:
    told_to_apply = now.settle(StepKind.APPLY)
    now.settle(StepKind.SEND) or now.settle(StepKind.ANSWER)
    now.letter = touch
    now.first_letter = now.first_letter or touch
    now.promise, now.in_the_letter = touch.day, True
    now.mails.clear()
    now.skips.clear()
    now.resting = now.rest = None
    if touch.person:
        now.target = touch.person
        now.manager = now.manager or touch.person
        if touch.person not in now.written_to:
            now.written_to.append(touch.person)
    if told_to_apply and touch.via is Via.PORTAL and now.target:
        why = "You applied as they asked: tell them it is in"
        now.demand(StepKind.MAIL, why, touch, person=now.target, purpose=Purpose.CONFIRM)


def _called(now: Situation, touch: Touch) -> None:
    if touch.is_bad_number:
        return
    if now.first_letter is not None and now.followed is None:
        now.followed = touch
    now.settle(_CALL, person=touch.person)
    if not touch.person and touch.is_attempt:
        now.desk_calls.append(touch)
    if touch.line is _VOICEMAIL_LEFT and touch.person:
        if any(demand.kind is StepKind.CHECK_STATUS for demand in now.demands):
            _checked(now, touch)
        else:
            why = "You left a voicemail: send its one line by mail, the same day"
            now.demand(StepKind.MAIL, why, touch, purpose=Purpose.FOLLOW_UP)
    after_result(now, touch)


def _mailed(now: Situation, touch: Touch) -> None:
    purpose = touch.purpose
    if purpose is Purpose.STATUS:
        _checked(now, touch)
    elif purpose is Purpose.CLOSING:
        if now.settle(StepKind.CHECK_STATUS):
            now.end, now.ended = Reason.NO_ANSWER, touch
        now.demands.clear()
        now.resting, now.rest = touch, None
    elif purpose in (Purpose.ANSWER, Purpose.MORE):
        now.settle(StepKind.ANSWER) or now.settle(StepKind.SEND)
        now.letter = touch
        now.first_letter = now.first_letter or touch
        now.mails.clear()
        now.skips.clear()
    else:
        if not now.settle(StepKind.MAIL):
            now.settle(StepKind.ANSWER)
        if purpose is Purpose.FOLLOW_UP:
            now.mails.append(touch)
            now.followed = now.followed or touch


def _checked(now: Situation, touch: Touch) -> None:
    now.settle(StepKind.CHECK_STATUS)
    now.checks += 1
    why = "Still no answer after the interview: ask once more"
    now.demand(StepKind.CHECK_STATUS, why, touch, purpose=Purpose.STATUS)


def _interviewed(now: Situation, touch: Touch) -> None:
    now.answered(touch)
    now.interview = touch
    now.checks = 0
    now.demand(StepKind.THANK, "You had the interview: thank everyone who was there", touch)
    why = (
        "They promised an answer by now: ask"
        if touch.day
        else "You have heard nothing since the interview: ask"
    )
    now.demand(StepKind.CHECK_STATUS, why, touch, day=touch.day, purpose=Purpose.STATUS)


def _offered(now: Situation, touch: Touch) -> None:
    now.answered(touch)
    now.offer = touch
    now.demand(StepKind.DECIDE, "You have an offer: decide and tell them", touch, day=touch.day)


def _asked(now: Situation, touch: Touch) -> None:
    before = now.favours.get(touch.other)
    now.favours[touch.other] = Favour(touch.other, touch, before.asked + 1 if before else 1)


def _agreed(now: Situation, touch: Touch) -> None:
    now.favours[touch.other] = Favour(touch.other, touch)


def _friend_refused(now: Situation, touch: Touch) -> None:
    now.favours.pop(touch.other, None)


def _referred(now: Situation, touch: Touch) -> None:
    now.favours.pop(touch.other, None)
    now.helpers.add(touch.other)
    why = "Thank the one who opened the door for you"
    now.demand(StepKind.THANK, why, touch, person=touch.other)
    if touch.other and touch.person:
        now.manager = now.target = touch.person
        now.gone.discard(touch.person)
        why = "You have this name from somebody you know: call"
        if touch.result is Result.REFERRED_INSIDE:
            why += ", and say who sent you"
        now.demand(StepKind.CALL, why, touch, person=touch.person)


def _thanked(now: Situation, touch: Touch) -> None:
    now.helpers.discard(touch.person)
    now.settle(StepKind.THANK, person=touch.person)


def _promised(now: Situation, touch: Touch) -> None:
    now.promise, now.in_the_letter = touch.day, False


def _paused(now: Situation, touch: Touch) -> None:
    now.paused_until = touch.day


def _resumed(now: Situation, touch: Touch) -> None:
    now.paused_until = None


def _barred(now: Situation, touch: Touch) -> None:
    if touch.bar is Bar.DO_NOT_CONTACT:
        if not touch.person or touch.person in (now.target, now.manager):
            never(now, touch)
        else:
            now.barred.add(touch.person)
            now.demands = [d for d in now.demands if d.person != touch.person]
    elif touch.person:
        now.no_calls_to.add(touch.person)
    else:
        now.no_calls = True


def _skipped(now: Situation, touch: Touch) -> None:
    if touch.skipped == StepKind.ASK_FRIEND:
        now.favours.pop(touch.person, None)
    elif touch.skipped == StepKind.CLOSE_KINDLY:
        now.demands.clear()
        now.end, now.ended = Reason.NO_ANSWER, touch
    elif touch.skipped == StepKind.CHECK_STATUS:
        _checked(now, touch)
    elif any(demand.kind == touch.skipped for demand in now.demands):
        now.settle(StepKind(touch.skipped))
    elif touch.skipped == StepKind.LOOK_AGAIN:
        now.resting, now.rest = touch, None
    else:
        now.skips.append(touch)


def _closed(now: Situation, touch: Touch) -> None:
    now.closed = touch


def _reopened(now: Situation, touch: Touch) -> None:
    barred_for_ever = now.end is Reason.DO_NOT_CONTACT
    now.closed = None
    now.answered(touch)
    now.engaged = None
    now.letter = now.first_letter = now.interview = now.offer = None
    now.followed = now.answer = None
    now.paused_until = None
    now.desk_calls.clear()
    now.favours.clear()
    if barred_for_ever:
        now.manager = now.target = ""
    now.end = now.ended = None


# They change what may be done or when, not since when it is due.
_TELLS_NOTHING = frozenset(
    {
        Kind.PAUSED, Kind.RESUMED, Kind.PROMISED, Kind.THANKED,
        Kind.ASKED, Kind.AGREED, Kind.REFUSED,
    }
)  # fmt: skip

_RULES: dict[Kind, Callable[[Situation, Touch], None]] = {
    Kind.ADDED: _added,
    Kind.NAMED: _named,
    Kind.SENT: _sent,
    Kind.CALLED: _called,
    Kind.MAILED: _mailed,
    Kind.REPLIED: after_reply,
    Kind.BOOKED: booked,
    Kind.INTERVIEWED: _interviewed,
    Kind.OFFERED: _offered,
    Kind.ASKED: _asked,
    Kind.AGREED: _agreed,
    Kind.REFUSED: _friend_refused,
    Kind.REFERRED: _referred,
    Kind.THANKED: _thanked,
    Kind.PROMISED: _promised,
    Kind.PAUSED: _paused,
    Kind.RESUMED: _resumed,
    Kind.BARRED: _barred,
    Kind.SKIPPED: _skipped,
    Kind.CLOSED: _closed,
    Kind.REOPENED: _reopened,
}
