"""The arithmetic of the simulator: exact distributions, nothing drawn at random.

One résumé has a chance of an interview by itself; followed up, it may be talked about. Given the
chances of one search the résumés are independent, so their interviews are the sum of independent
draws; over the searches that there can be it is averaged by Gauss's quadrature, which is exact
for few résumés and beyond that right to far more digits than are shown.
"""

from dataclasses import dataclass
from math import fsum

from ringback.core.simulator.inputs import Inputs

# So many that more of them change no distribution of 100 résumés by a millionth.
_NODES, _NODES_ADDED = 16, 8
_LOW, _HIGH = 0.1, 0.9

Spread = tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Way:
    """What comes of one way to go about it.

    ``interviews`` holds the probability of each number of them, from none on; ``offer`` is the
    probability of one offer at least.
    """

    interviews: Spread
    offer: float

    @property
    def mean(self) -> float:
        return fsum(count * chance for count, chance in enumerate(self.interviews))

    @property
    def any_interview(self) -> float:
        return fsum(self.interviews[1:])


@dataclass(frozen=True, slots=True)
class Outcome:
    """Waiting and following up, side by side.

    ``gain`` is what following up changes in the mean number of interviews of one and the same
    search; ``gain_low`` and ``gain_high`` are its tenth and ninetieth percentile over what a
    conversation may add. ``fewer`` is the probability that somebody who follows up ends with
    fewer interviews than somebody else, of the very same chances, who waits.
    """

    wait: Way
    follow: Way
    gain: float
    gain_low: float
    gain_high: float
    fewer: float
    conversations: float
    dials: float
    minutes: float


def outcome(inputs: Inputs) -> Outcome:
    """What comes of waiting and of following up under these assumptions."""
    most = 2 * inputs.resumes + 1
    waiting, following, fewer = [0.0] * most, [0.0] * most, 0.0
    for chance, weight in inputs.interview.nodes(_NODES):
        alone = of_many((1 - chance, chance), inputs.resumes)
        called = _followed(inputs, chance, most)
        fewer += weight * _below(called, alone)
        for spread, of_this in ((waiting, alone), (following, called)):
            for count, share in enumerate(of_this):
                spread[count] += weight * share
    wait, follow = _way(inputs, waiting), _way(inputs, following)
    reached, dials = _reached(inputs)
    resumes = inputs.resumes * inputs.callable
    each_dial = inputs.dial_minutes + inputs.note_minutes
    minutes = inputs.research_minutes + dials * each_dial + reached * inputs.talk_minutes
    low, high = (
        _gain(inputs, inputs.added.quantile(share) if inputs.added else 0.0)
        for share in (_LOW, _HIGH)
    )
    return Outcome(
        wait=wait,
        follow=follow,
        gain=follow.mean - wait.mean,
        gain_low=low,
        gain_high=high,
        fewer=fewer,
        conversations=resumes * reached,
        dials=resumes * dials,
        minutes=resumes * minutes,
    )


def _followed(inputs: Inputs, chance: float, most: int) -> Spread:
    """The interviews of one search that follows up, averaged over what a conversation may add."""
    added = inputs.added.nodes(_NODES_ADDED) if inputs.added else ((0.0, 1.0),)
    spread = [0.0] * most
    for more, weight in added:
        one = _one_resume(inputs, chance, more)
        for count, share in enumerate(of_many(one, inputs.resumes)):
            spread[count] += weight * share
    return tuple(spread)


def _way(inputs: Inputs, spread: list[float]) -> Way:
    last = max(count for count, share in enumerate(spread) if share > 1e-12)
    shown = tuple(spread[: last + 1])
    offer = fsum(share * (1 - (1 - inputs.offer) ** count) for count, share in enumerate(shown))
    return Way(shown, offer)


def _one_resume(inputs: Inputs, chance: float, added: float) -> Spread:
    """The probabilities that a résumé that is followed up leads to no, one, two interviews."""
    # The chance by itself is that of all postings; of those that are filled it is greater.
    alive = max(1 - inputs.dead, chance)
    by_itself = chance / alive if alive else 0.0
    called = inputs.callable
    reached = called * _reached(inputs)[0]
    missed = called - reached
    written = by_itself + (1 - by_itself) * inputs.written
    talked = _after_a_talk(inputs, by_itself, added)
    elsewhere = inputs.referral * inputs.referral_interview
    own = alive * ((1 - called) * by_itself + missed * written + reached * talked)
    both = alive * reached * talked * elsewhere
    either = own + reached * elsewhere
    return (1 - either + both, either - 2 * both, both)


def _after_a_talk(inputs: Inputs, by_itself: float, added: float) -> float:
    well = by_itself + (1 - by_itself) * added
    badly = by_itself * (1 - inputs.lost)
    return (1 - inputs.irritated) * well + inputs.irritated * badly


def _reached(inputs: Inputs) -> tuple[float, float]:
    """The probability that somebody is met within the tries, and the dials that takes in the mean.

    Of those who were missed before, fewer are met: each person has a chance of their own.
    """
    a, b = inputs.reach.a, inputs.reach.b
    missed, dials = 1.0, 0.0
    for k in range(inputs.tries):
        dials += missed
        missed *= (b + k) / (a + b + k)
    return 1 - missed, dials


def _gain(inputs: Inputs, added: float) -> float:
    chance = inputs.interview.mean
    _, one, two = _one_resume(inputs, chance, added)
    return inputs.resumes * (one + 2 * two - chance)


def of_many(one: Spread, count: int) -> Spread:
    """The distribution of a sum of ``count`` independent draws of one."""
    found: Spread = (1.0,)
    power = one
    while count:
        if count & 1:
            found = _sum(found, power)
        count >>= 1
        if count:
            power = _sum(power, power)
    return found


def _sum(one: Spread, other: Spread) -> Spread:
    found = [0.0] * (len(one) + len(other) - 1)
    for i, first in enumerate(one):
        if first > 1e-18:
            for j, second in enumerate(other):
                found[i + j] += first * second
    return tuple(found)


def _below(first: Spread, second: Spread) -> float:
    """The probability that an independent draw of the first is below one of the second."""
    left, total = fsum(second), 0.0
    for share, other in zip(first, second, strict=False):
        left -= other
        total += share * max(left, 0.0)
    return total
