"""Your own reach by half-day and weekday: when dials met the person, on the clock over there.

Studies of the best hour contradict one another (evidence 1.6), so no hour is ever called the
best: each slot is shown with its interval, and the halves of the day are compared as chances.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from ringback.core.numbers.beta import Beta, chance_that_more
from ringback.core.numbers.rates import FEWEST, Rate
from ringback.core.workdays import Half

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
# Written out: in some languages it is one word.
HALF_DAYS = (
    ("Monday morning", "Monday afternoon"), ("Tuesday morning", "Tuesday afternoon"),
    ("Wednesday morning", "Wednesday afternoon"), ("Thursday morning", "Thursday afternoon"),
    ("Friday morning", "Friday afternoon"), ("Saturday morning", "Saturday afternoon"),
    ("Sunday morning", "Sunday afternoon"),
)  # fmt: skip
# A difference is named once it is nine times as likely as the contrary (evidence 4).
SURE = 0.9
RULE = (
    f"Mornings and afternoons are compared from {FEWEST} dials each on; a difference is named once "
    f"it is at least {SURE * 100:.0f} % likely. It may still be chance, or whom you called when."
)


class Dial(NamedTuple):
    """A call that rang: the weekday (Monday is 0) and half-day there, and whether it met them."""

    weekday: int
    half: Half
    reached: bool


@dataclass(frozen=True, slots=True)
class Slot:
    """One half of one weekday."""

    weekday: int
    half: Half
    rate: Rate

    @property
    def name(self) -> str:
        return HALF_DAYS[self.weekday][list(Half).index(self.half)]


@dataclass(frozen=True, slots=True)
class Slots:
    """Reach by slot, in the order of the week (weekends only where there were dials)."""

    slots: tuple[Slot, ...]
    morning: Rate
    afternoon: Rate

    @property
    def likelier_in_the_morning(self) -> float:
        """The probability that mornings reach more often, from these dials alone (Jeffreys)."""
        even = Beta(0.5, 0.5)
        return chance_that_more(
            even.after(self.morning.done, self.morning.of),
            even.after(self.afternoon.done, self.afternoon.of),
        )

    @property
    def says(self) -> str:
        if min(self.morning.of, self.afternoon.of) < FEWEST:
            return "cannot tell yet whether mornings or afternoons reach more"
        chance = self.likelier_in_the_morning
        if 1 - SURE < chance < SURE:
            return "cannot tell yet: mornings and afternoons do not differ by more than chance may"
        which = "mornings" if chance >= SURE else "afternoons"
        return f"your dials met them more often on {which}, so far"


def slots(dials: Iterable[Dial] | Mapping[Dial, int]) -> Slots:
    """Reach for each half of each working day, and for mornings and afternoons over all."""
    counted: Counter[Dial] = Counter(dials)
    seen = {(dial.weekday, dial.half) for dial in counted}
    wanted = {(day, half) for day in range(5) for half in Half} | seen
    order = list(Half)
    return Slots(
        tuple(
            Slot(day, half, _rate(counted, day, half))
            for day, half in sorted(wanted, key=lambda slot: (slot[0], order.index(slot[1])))
        ),
        morning=_rate(counted, None, Half.MORNING),
        afternoon=_rate(counted, None, Half.AFTERNOON),
    )


def _rate(counted: Counter[Dial], weekday: int | None, half: Half) -> Rate:
    """Of the dials of a half-day, on one weekday or on all of them."""
    own = {
        dial: count
        for dial, count in counted.items()
        if dial.half is half and weekday in (None, dial.weekday)
    }
    reached = sum(count for dial, count in own.items() if dial.reached)
    return Rate(reached, sum(own.values()))
