"""Favours: when to ask again somebody the seeker knows, who was asked to open the door (M10)."""

from ringback.core.ground import Ground
from ringback.core.situation import Favour
from ringback.core.steps import Step, StepKind

# Before anything is sent, a friend's word decides whom to write to and in whose name.
_WAIT = frozenset(
    {StepKind.FIND_MANAGER, StepKind.ASK_RECEPTIONIST, StepKind.FIND_ROUTE, StepKind.SEND}
)


def with_favours(ground: Ground, step: Step, *, demanded: bool) -> Step:
    """The step, or asking a friend again where that comes first.

    What a letter or a talk made due is never put off for a friend. Before the first letter their
    answer is waited for, unless the posting closes by then.
    """
    asks = [ask for favour in ground.now.favours.values() if (ask := ask_again(ground, favour))]
    if not asks:
        return step
    ask = min(asks, key=lambda one: one.earliest)
    closes = ground.opening.closes_on
    waits = ground.now.letter is None and not demanded and step.kind in _WAIT
    if waits and not (closes is not None and closes <= ask.day):
        return ask
    return ask if ask.latest < step.earliest else step


def ask_again(ground: Ground, favour: Favour) -> Step | None:
    """The day to ask a friend how it went; None once they were asked often enough.

    It names no route: how one talks to a friend is one's own affair.
    """
    cadence, calendar, last = ground.cadence, ground.calendar, favour.last
    friend = ground.opening.person(favour.friend)
    if favour.asked >= cadence.friend_asks or ground.is_barred(favour.friend):
        return None
    name = friend.name if friend else "Your friend"
    if last.day is not None:
        day, wait = last.day, 1
        why = f"{name} said that they would know by {last.day:%-d %B}: ask how it went"
    else:
        day, wait = ground.own_day(last.at), cadence.friend_days
        what = "agreed to help" if favour.agreed else "was asked for a name or a word"
        why = f"{name} {what}: ask how it went"
    return ground.desk(
        StepKind.ASK_FRIEND, why, calendar.add_business_days(calendar.home, day, wait),
        person=favour.friend, attempt=favour.asked + 1,
    )  # fmt: skip
