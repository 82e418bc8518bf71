"""The queue of a calling session: which calls of a day can be made now, and which later."""

from collections.abc import Collection
from datetime import datetime

from ringback.desk.day import NO_MORE_TODAY, Item, Today


def queue_of(
    day: Today, now: datetime, later: Collection[int] = ()
) -> tuple[list[Item], list[Item]]:
    """The calls that can be made at ``now`` (aware UTC), and those whose hours begin later.

    A call that was agreed for a certain moment can be made once that is at hand.
    ``later`` are openings that the caller has put off in this session.
    """
    calls = [one for one in (day.first, *day.then) if one is not None and one.is_call]
    calls = [one for one in calls if one.row.opening not in later]
    ready = [one for one in calls if one.is_at_hand(now)]
    return ready, [one for one in calls if one not in ready]


def on_another_day(day: Today) -> list[Item]:
    """What is due and waits until they can be called again, and what comes then; soonest first."""
    waiting = [one for one in day.waiting if one.waits == NO_MORE_TODAY]
    return sorted((*waiting, *day.coming), key=lambda one: one.open.start)
