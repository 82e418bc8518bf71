"""Silence: how long it takes until somebody answers, what is still open counted as open.

Kaplan and Meier's curve with Greenwood's interval on the log-log scale (evidence 4).
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from math import exp, log, sqrt

from ringback.core.numbers.rates import FEWEST, Z

# Where fewer are still waiting, each answer moves the curve by more than a fifth of what is left.
FEWEST_WAITING = 5
RULE = (
    f"The curve is told from {FEWEST} sendings on, and as far as at least {FEWEST_WAITING} of "
    f"them are still waiting: beyond, each answer would move it by a fifth or more."
)


@dataclass(frozen=True, slots=True)
class Wait:
    """Days from a sending to its first answer, or (not answered) to the last day looked at."""

    days: int
    answered: bool


@dataclass(frozen=True, slots=True)
class Point:
    """From ``day`` on: the share still without an answer, with its 80 % interval.

    ``waiting`` were without one until that day, ``answered`` got theirs on it.
    """

    day: int
    waiting: int
    answered: int
    silent: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Silence:
    """The curve of what was sent: all of it, and as far as it is told."""

    sent: int
    answered: int
    points: tuple[Point, ...]

    @property
    def is_told(self) -> bool:
        return self.sent >= FEWEST

    @property
    def told(self) -> tuple[Point, ...]:
        """The points by the rule ``RULE``."""
        if not self.is_told:
            return ()
        return tuple(point for point in self.points if point.waiting >= FEWEST_WAITING)

    @property
    def median(self) -> int | None:
        """The first day by which half have an answer; None while that cannot be told."""
        return next((point.day for point in self.told if point.silent <= 0.5), None)

    @property
    def says(self) -> str:
        if not self.is_told:
            return f"cannot tell yet: {self.answered} of {self.sent} answered so far"
        if not self.told:
            return "cannot tell yet: too few are still waiting"
        last = self.told[-1]
        share = f"{last.silent * 100:.0f} % ({last.low * 100:.0f} % to {last.high * 100:.0f} %)"
        if self.median is not None:
            median = self.median
            return f"half have an answer by day {median}; after day {last.day}, {share} have none"
        return f"after day {last.day}, {share} have no answer"


def silence(waits: Iterable[Wait]) -> Silence:
    """The curve; a wait that ends without an answer counts as open from then on.

    Who leaves on a day was still waiting when the answers of that day came (the usual order).
    """
    known = list(waits)
    ends = Counter(wait.days for wait in known)
    answers = Counter(wait.days for wait in known if wait.answered)
    waiting, silent, spread = len(known), 1.0, 0.0
    points: list[Point] = []
    for day in sorted(ends):
        answered = answers[day]
        if answered:
            silent *= 1 - answered / waiting
            spread += answered / (waiting * (waiting - answered)) if answered < waiting else 0.0
            before = points[-1].high if points else 1.0
            low, high = _interval(silent, spread) if silent > 0 else (0.0, before)
            points.append(Point(day, waiting, answered, silent, low, high))
        waiting -= ends[day]
    return Silence(len(known), sum(answers.values()), tuple(points))


def _interval(silent: float, spread: float) -> tuple[float, float]:
    """Greenwood's interval where log(-log) of the share is taken as normal: never beyond 0 or 1."""
    reach = Z * sqrt(spread) / -log(silent)
    return silent ** exp(reach), silent ** exp(-reach)
