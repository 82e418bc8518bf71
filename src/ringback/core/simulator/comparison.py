"""Wait or follow up, in three scenarios side by side, claiming no more than is known.

Nobody has measured what a call after an application adds (evidence 0 and 7), so the sceptic's
scenario, in which a talk adds nothing, always stands beside the others.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from ringback.core.numbers import svg_bars
from ringback.core.numbers.chart import Chart
from ringback.core.simulator.inputs import (
    CENTRAL,
    GROUNDS,
    OPTIMIST,
    SCEPTIC,
    Inputs,
    Seen,
    with_counts,
    with_shares,
)
from ringback.core.simulator.world import Outcome, Way, outcome

_SCENARIOS = (
    ("central", "Central", "the middle of each range", CENTRAL),
    ("sceptic", "Sceptic", "a talk adds nothing", SCEPTIC),
    ("optimist", "Optimist", "the friendly end of each range, and four tries", OPTIMIST),
)
NOT_MEASURED = (
    "No trial has tested the call after an application: what a conversation adds is not measured "
    "for job seekers. This is arithmetic on assumptions, not a forecast."
)
_SHOWN = 6


@dataclass(frozen=True, slots=True)
class Scenario:
    """One set of assumptions with what comes of it."""

    key: str
    name: str
    says: str
    inputs: Inputs
    outcome: Outcome

    @property
    def sentence(self) -> str:
        """What comes of it, in searches out of a hundred."""
        wait, follow = self.outcome.wait, self.outcome.follow
        scenario = self.name
        return (
            f"{scenario} ({self.says}): of 100 such searches {_hundred(wait.any_interview)} come "
            f"to an interview by waiting and {_hundred(follow.any_interview)} by following up; "
            f"{_hundred(wait.offer)} and {_hundred(follow.offer)} come to an offer."
        )

    @property
    def chart(self) -> Chart:
        """How many interviews there are, waiting and following up."""
        title = f"Interviews from {self.inputs.resumes} résumés: {self.name.lower()}"
        names = ("waiting", "following up")
        rows = [
            (_label(count), _chance(self.outcome.wait, count), _chance(self.outcome.follow, count))
            for count in range(_SHOWN + 1)
        ]
        bars = [svg_bars.Bar(*row) for row in rows]
        key = f"simulated-{self.key}"
        return Chart(
            key,
            title,
            self.sentence,
            ("interviews", *names),
            tuple((name, round(one, 4), round(other, 4)) for name, one, other in rows),
            svg_bars.beside(key, title, f"{self.sentence} {NOT_MEASURED}", bars, names),
        )


@dataclass(frozen=True, slots=True)
class Comparison:
    """The three scenarios, and the own counts and shares that were put into them."""

    scenarios: tuple[Scenario, ...]
    counts: Mapping[str, Seen]
    shares: Mapping[str, float]

    @property
    def sentences(self) -> tuple[str, ...]:
        """What may be said of them, the sceptic's word included."""
        central = self.scenarios[0].outcome
        effort = (
            f"Following up takes some {central.dials:.0f} dials, {central.conversations:.0f} "
            f"conversations and {central.minutes / 60:.0f} hours in the central scenario."
        )
        luck = (
            f"One search cannot show it: even there, {_hundred(central.fewer)} in 100 who follow "
            f"up end with fewer interviews than somebody of the same chances who waits."
        )
        return (*(one.sentence for one in self.scenarios), effort, luck, NOT_MEASURED)

    @property
    def own_counts(self) -> tuple[str, ...]:
        """The own counts that were put in, in words."""
        return tuple(
            f"{GROUNDS[name].says}: {seen.done} of {seen.of}" for name, seen in self.counts.items()
        )


def compare(
    resumes: int = CENTRAL.resumes,
    counts: Mapping[str, Seen] | None = None,
    shares: Mapping[str, float] | None = None,
) -> Comparison:
    """The three scenarios for so many résumés, with own counts and then own shares put in.

    Raises ValueError for a number or a share that cannot be.
    """
    own, told = dict(counts or {}), dict(shares or {})
    scenarios = []
    for key, name, says, inputs in _SCENARIOS:
        mine = with_shares(with_counts(replace(inputs, resumes=resumes), own), told)
        scenarios.append(Scenario(key, name, says, mine, outcome(mine)))
    return Comparison(tuple(scenarios), own, told)


def _hundred(chance: float) -> int:
    return round(chance * 100)


def _label(count: int) -> str:
    return f"{count}" if count < _SHOWN else f"{count} or more"


def _chance(way: Way, count: int) -> float:
    """The probability of so many interviews; of the last number shown, or of more."""
    if count == _SHOWN:
        return sum(way.interviews[count:])
    return way.interviews[count] if count < len(way.interviews) else 0.0
