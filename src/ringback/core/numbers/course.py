"""Coverage over time: week by week, how much of what was sent was followed up, and when."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta

from ringback.core.coverage import Coverage
from ringback.core.numbers.rates import Rate
from ringback.core.outreach import Outreach, coverage

_WEEK = timedelta(days=7)
_SUNDAY = 6


@dataclass(frozen=True, slots=True)
class Followed:
    """One sending with what came of its follow-up, in days.

    ``due_on`` and ``late_after`` (the business day after it) are days where the called person is,
    the others the seeker's; ``recorded_on`` is the day on which the sending was written down.
    ``due_on`` is None where nothing had to be followed up (see core.outreach).
    """

    sent_on: date
    recorded_on: date
    due_on: date | None
    late_after: date | None
    followed_on: date | None

    @property
    def always_dated(self) -> bool:
        """Whether it had a dated next step all the time, from before its follow-up was due.

        What is in the book always has one; only what was written down after its day had none.
        """
        return self.due_on is None or self.recorded_on <= self.due_on

    @property
    def on_time(self) -> bool:
        """Whether it was followed up by the business day after its day (evidence 4)."""
        if self.followed_on is None:
            return False
        return self.late_after is None or self.followed_on <= self.late_after


@dataclass(frozen=True, slots=True)
class Week:
    """How things stood at the end of a day: the sendings so far, and their follow-up."""

    day: date
    sent: int
    coverage: Coverage
    on_time: int


@dataclass(frozen=True, slots=True)
class Course:
    """The weeks since the first sending, and the shares over all of them."""

    weeks: tuple[Week, ...]
    dated: Rate
    on_time: Rate


def course(sendings: Iterable[Followed], today: date) -> Course:
    """Coverage at the end of each week (a Sunday), and as of today."""
    known = sorted(sendings, key=lambda one: one.sent_on)
    weeks = tuple(_at(known, day) for day in _ends(known[0].sent_on, today)) if known else ()
    last = weeks[-1] if weeks else None
    return Course(
        weeks,
        dated=Rate(sum(one.always_dated for one in known), len(known)),
        on_time=Rate(last.on_time, last.coverage.due) if last else Rate(0, 0),
    )


def _ends(first: date, today: date) -> list[date]:
    days = []
    day = first + timedelta(days=(_SUNDAY - first.weekday()) % 7)
    while day < today:
        days.append(day)
        day += _WEEK
    return [*days, today]


def _at(sendings: Sequence[Followed], day: date) -> Week:
    so_far = [_as_of(one, day) for one in sendings if one.sent_on <= day]
    on_time = sum(one.on_time for one in so_far)
    return Week(day, len(so_far), coverage(map(_outreach, so_far), day), on_time)


def _as_of(one: Followed, day: date) -> Followed:
    """A sending as it stood at the end of a day: what was done later is not done yet."""
    later = one.followed_on is not None and one.followed_on > day
    return replace(one, followed_on=None) if later else one


def _outreach(one: Followed) -> Outreach:
    followed = _noon(one.followed_on) if one.followed_on else None
    return Outreach(_noon(one.sent_on), one.due_on, followed, None)


def _noon(day: date) -> datetime:
    return datetime.combine(day, time(12), UTC)
