"""The situation of an opening: what its touches, read in order, leave to be done.

The rules that lead there stand in ``consequences`` and ``story``.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime

from ringback.core.cadence import Cadence
from ringback.core.steps import StepKind
from ringback.core.touches import Kind, Purpose, Reason, Touch


@dataclass(frozen=True, slots=True, kw_only=True)
class Demand:
    """Something that a touch asks for.

    Due at ``moment`` exactly; or ``wait`` business days after ``day``, else after ``since``.
    """

    kind: StepKind
    why: str
    since: datetime
    person: str = ""
    moment: datetime | None = None
    day: date | None = None
    wait: Callable[[Cadence], int] | None = None
    purpose: Purpose | None = None


@dataclass(frozen=True, slots=True)
class Favour:
    """What somebody whom the seeker knows was asked for: a name, or a word with the manager.

    ``last`` is what was said last of it, ``asked`` how often they were asked since they agreed.
    """

    friend: str
    last: Touch
    asked: int = 0

    @property
    def agreed(self) -> bool:
        return self.last.kind is Kind.AGREED


@dataclass(slots=True)
class Situation:
    """Where an opening stands after its live touches.

    ``target`` is whom the chase is after, ``letter`` what they were sent, ``engaged`` the last
    time that anybody there talked or wrote back, ``mails`` the follow-up mails since, ``rest``
    the day until which the opening rests where they named one; ``followed`` and ``answer`` the
    first follow-up of, and the first answer to, the first letter. ``favours`` are those still to
    come, by friend, ``helpers`` the friends who are still to be thanked.
    """

    added: datetime | None = None
    manager: str = ""
    target: str = ""
    letter: Touch | None = None
    first_letter: Touch | None = None
    promise: date | None = None
    in_the_letter: bool = False
    engaged: Touch | None = None
    mails: list[Touch] = field(default_factory=list)
    desk_calls: list[Touch] = field(default_factory=list)
    skips: list[Touch] = field(default_factory=list)
    demands: list[Demand] = field(default_factory=list)
    gone: set[str] = field(default_factory=set)
    barred: set[str] = field(default_factory=set)
    no_calls: bool = False
    no_calls_to: set[str] = field(default_factory=set)
    written_to: list[str] = field(default_factory=list)
    resting: Touch | None = None
    rest: date | None = None
    end: Reason | None = None
    ended: Touch | None = None
    closed: Touch | None = None
    paused_until: date | None = None
    interview: Touch | None = None
    offer: Touch | None = None
    favours: dict[str, Favour] = field(default_factory=dict)
    helpers: set[str] = field(default_factory=set)
    checks: int = 0
    followed: Touch | None = None
    answer: Touch | None = None
    last: Touch | None = None

    def settle(self, *kinds: StepKind, person: str = "") -> bool:
        """Take the first demand of these kinds off the list, that of ``person`` before others."""
        fitting = self.demands and [d for d in self.demands if d.kind in kinds]
        if not fitting:
            return False
        mine = [d for d in fitting if person and d.person == person]
        self.demands.remove((mine or fitting)[0])
        return True

    def demand(
        self,
        kind: StepKind,
        why: str,
        touch: Touch,
        *,
        person: str = "",
        moment: datetime | None = None,
        day: date | None = None,
        wait: Callable[[Cadence], int] | None = None,
        purpose: Purpose | None = None,
    ) -> None:
        self.demands.append(
            Demand(
                kind=kind, why=why, since=touch.at, person=person or touch.person,
                moment=moment, day=day, wait=wait, purpose=purpose,
            )
        )  # fmt: skip

    def answered(self, touch: Touch) -> None:
        """Somebody talked or wrote: what was planned before gives way to what they said."""
        self.engaged = touch
        if self.first_letter is not None and self.answer is None:
            self.answer = touch
        self.demands = [d for d in self.demands if self._thanks_a_helper(d)]
        self.mails.clear()
        self.skips.clear()
        self.resting = self.rest = None
        self.promise = None

    def _thanks_a_helper(self, demand: Demand) -> bool:
        return demand.kind is StepKind.THANK and demand.person in self.helpers
