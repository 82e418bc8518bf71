"""Coverage over time: week by week, how much of what was sent was followed up, and when."""

from bisect import bisect
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from ringback.core.coverage import Coverage
from ringback.core.numbers.rates import Rate

_A_DAY, _WEEK = timedelta(days=1), timedelta(days=7)
_SUNDAY = 6


@dataclass(frozen=True, slots=True)
class Followed:
    """One sending with what came of its follow-up, in days.

    ``due_on`` and ``late_after`` (the business day after it) are days where the called person is,
    the others the seeker's; ``recorded_on`` is the day on which the sending was written down.
    ``due_on`` is None where nothing had to be followed up (see core.outreach). ``is_open`` where
    its opening is not closed; ``step_on`` is the day of the next step there, None without one.
    """

    sent_on: date
    recorded_on: date
    due_on: date | None
    late_after: date | None
    followed_on: date | None
    is_open: bool = True
    step_on: date | None = None

    @property
    def written_in_time(self) -> bool:
        """Whether it was written down by the day on which its follow-up was due.

        What is taken in from a list of earlier letters mostly was not: that is no step lost.
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
    """The weeks since the first sending, and the shares over all of them.

    ``dated``: of those still open, how many have a dated next step now.
    """

    weeks: tuple[Week, ...]
    dated: Rate
    written_in_time: Rate
    on_time: Rate


def course(sendings: Iterable[Followed], today: date) -> Course:
    """Coverage at the end of each week (a Sunday), and as of today."""
    known = list(sendings)
    sent = sorted(one.sent_on for one in known)
    # From when on each counts as sent, as followed up, as followed up on time, and as missed.
    done = sorted(max(one.sent_on, one.followed_on) for one in known if one.followed_on)
    on_time = sorted(
        max(one.sent_on, one.followed_on) for one in known if one.followed_on and one.on_time
    )
    missed, made_up = _missed(known)
    weeks = tuple(
        Week(
            day,
            bisect(sent, day),
            Coverage(
                bisect(done, day) + bisect(missed, day) - bisect(made_up, day), bisect(done, day)
            ),
            bisect(on_time, day),
        )
        for day in (_ends(sent[0], today) if sent else ())
    )
    last = weeks[-1] if weeks else None
    still_open = [one for one in known if one.is_open]
    return Course(
        weeks,
        dated=Rate(sum(one.step_on is not None for one in still_open), len(still_open)),
        written_in_time=Rate(sum(one.written_in_time for one in known), len(known)),
        on_time=Rate(last.on_time, last.coverage.due) if last else Rate(0, 0),
    )


def _missed(sendings: Iterable[Followed]) -> tuple[list[date], list[date]]:
    """The days from which on sendings were due without a follow-up, and those that ended it."""
    missed, made_up = [], []
    for one in sendings:
        if one.due_on is None or one.due_on == date.max:
            continue
        first = max(one.sent_on, one.due_on + _A_DAY)
        followed = max(one.sent_on, one.followed_on) if one.followed_on else None
        if followed is None or first < followed:
            missed.append(first)
            made_up += [followed] if followed else []
    return sorted(missed), sorted(made_up)


def _ends(first: date, today: date) -> list[date]:
    days = []
    day = first + timedelta(days=(_SUNDAY - first.weekday()) % 7)
    while day < today:
        days.append(day)
        day += _WEEK
    return [*days, today]
