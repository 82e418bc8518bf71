"""The plan against what was done: calls planned for a day, and calls logged on it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

# Four weeks: what came before was another plan more often than not.
DAYS = 28


@dataclass(frozen=True, slots=True)
class PlannedDay:
    """A day of the seeker's: calls that their plan names for it, and calls that were logged."""

    day: date
    planned: int
    done: int


@dataclass(frozen=True, slots=True)
class PlanAndDone:
    """The last days, the oldest first; only the plan as it reads now is known."""

    days: tuple[PlannedDay, ...]

    @property
    def planned(self) -> int:
        return sum(one.planned for one in self.days)

    @property
    def done(self) -> int:
        return sum(one.done for one in self.days)

    @property
    def says(self) -> str:
        if not self.planned:
            calls = "call was" if self.done == 1 else "calls were"
            return f"no plan is written down; {self.done} {calls} logged in these days"
        kept = sum(one.done >= one.planned for one in self.days if one.planned)
        of = sum(bool(one.planned) for one in self.days)
        return (
            f"{self.done} calls logged, {self.planned} planned; the plan was met on {kept} of "
            f"{of} planned days"
        )


def plan_and_done(
    calls: Mapping[date, int],
    first: date,
    today: date,
    *,
    weekdays: Collection[int],
    a_day: int,
    days_off: Collection[date],
) -> PlanAndDone:
    """The days up to today, from ``first`` (the search's first day) on, four weeks at most.

    ``weekdays`` (Monday is 0) and ``a_day`` are the plan; on a day off nothing is planned.
    """
    begin = max(first, today - timedelta(days=DAYS - 1))
    days = []
    for ahead in range((today - begin).days + 1):
        day = begin + timedelta(days=ahead)
        meant = day.weekday() in weekdays and day not in days_off
        days.append(PlannedDay(day, a_day if meant else 0, calls.get(day, 0)))
    return PlanAndDone(tuple(days))
