"""What the simulator assumes: each value with its range, its ground, and what may replace it.

The defaults are evidence 5. None of them was measured on job seekers who call; that is said
wherever a result is shown.
"""

from collections.abc import Mapping
from copy import copy
from dataclasses import dataclass, replace

from ringback.core.numbers.beta import Beta

MOST_RESUMES = 200
MOST_TRIES = 8
_INTERVIEW, _REACH, _ADDED = Beta(2, 26), Beta(1.2, 8), Beta(3, 30)


@dataclass(frozen=True, slots=True)
class Inputs:
    """The assumptions of one scenario; shares are between 0 and 1, minutes are minutes.

    ``interview`` and ``added`` are chances that differ from one search to the next, ``reach`` one
    that differs from person to person. ``added`` is what a conversation adds (None: nothing).
    ``dead`` are postings that nobody fills, ``callable`` those with a name and a number that may
    be called, ``referral`` what a conversation opens elsewhere, ``irritated`` conversations that
    do harm and cost ``lost`` of the chance, ``written`` what a voicemail with its mail adds.
    """

    resumes: int = 25
    interview: Beta = _INTERVIEW
    dead: float = 0.20
    callable: float = 0.68
    reach: Beta = _REACH
    tries: int = 3
    added: Beta | None = _ADDED
    referral: float = 0.06
    referral_interview: float = 0.28
    irritated: float = 0.12
    lost: float = 0.3
    written: float = 0.005
    offer: float = 0.27
    research_minutes: float = 10
    dial_minutes: float = 3
    talk_minutes: float = 5
    note_minutes: float = 2

    def __post_init__(self) -> None:
        """Raise ValueError, naming the value, for what no search can be."""
        if not 1 <= self.resumes <= MOST_RESUMES:
            raise ValueError(f"“resumes” has to be from 1 to {MOST_RESUMES}")
        if not 1 <= self.tries <= MOST_TRIES:
            raise ValueError(f"“tries” has to be from 1 to {MOST_TRIES}")
        for name in SHARES:
            if not 0 <= getattr(self, name) <= 1:
                raise ValueError(f"“{name}” has to be between 0 and 1")


@dataclass(frozen=True, slots=True)
class Ground:
    """What an input means, the range in which it is taken to lie, and what it rests on."""

    says: str
    span: str
    ground: str


GROUNDS: dict[str, Ground] = {
    "interview": Ground(
        "interviews for each résumé when waiting", "3 to 17 %, mean 7 %",
        "surveys and vendors' data on cold applications (grounds 1.1)",
    ),
    "dead": Ground(
        "postings that nobody fills", "18 to 30 %", "one vendor's clients (grounds 1.2)"
    ),
    "callable": Ground(
        "résumés with a name and a number that may be called", "50 to 85 %", "an assumption"
    ),
    "reach": Ground(
        "dials that meet the person", "9 to 17 %, mean 13 %",
        "sales calls, not job seekers' (grounds 1.6)",
    ),
    "added": Ground(
        "interviews that a conversation adds", "2.5 to 18 %, mean 9 %",
        "not measured for job seekers; meetings from sales calls, and Job Club lore",
    ),
    "referral": Ground("conversations that give a usable name", "3 to 10 %", "an assumption"),
    "referral_interview": Ground(
        "interviews from such a name", "15 to 40 %", "vendors' data (grounds 1.4)"
    ),
    "irritated": Ground(
        "conversations that irritate", "5 to 20 %", "73 managers in Sweden (grounds 1.3)"
    ),
    "lost": Ground("of the chance lost by that", "0 to 60 %", "an assumption"),
    "written": Ground(
        "interviews that a voicemail with its mail adds", "0 to 2 %",
        "replies to sales mail (grounds 1.6)",
    ),
    "offer": Ground(
        "offers for each interview", "15 to 40 %", "one vendor and a college survey (grounds 1.1)"
    ),
}  # fmt: skip
SHARES = (
    "dead", "callable", "referral", "referral_interview", "irritated", "lost", "written", "offer",
)  # fmt: skip

CENTRAL = Inputs()
# Talk adds nothing; that it may irritate stays.
SCEPTIC = replace(CENTRAL, added=None, referral=0.0, written=0.0)
# Good numbers, skill, four tries: the friendly end of every range.
OPTIMIST = replace(
    CENTRAL, dead=0.18, callable=0.85, reach=Beta(1.2, 6), tries=4, added=Beta(6, 27),
    referral=0.10, referral_interview=0.40, irritated=0.05, lost=0.0, written=0.02,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Seen:
    """So many of so many: an own count that bears on an input."""

    done: int
    of: int


# How many cases a plain share is worth against the user's own.
_WEIGHT = 10.0


def with_counts(inputs: Inputs, counts: Mapping[str, Seen]) -> Inputs:
    """The same scenario with the user's own counts put in, each as far as it carries.

    A Beta becomes what it is after the counts; a plain share is taken to be worth ten cases; the
    reach keeps its spread from person to person and moves its mean. What a scenario takes to be
    nothing stays nothing. Raises ValueError for an input that there is not.
    """
    for name, seen in counts.items():
        value = _value(inputs, name)
        if not value:
            continue
        if isinstance(value, Beta):
            after = value.after(seen.done, seen.of)
            own = _with_mean(value, after.mean) if name == "reach" else after
            inputs = _with(inputs, name, own)
        else:
            share = (value * _WEIGHT + seen.done) / (_WEIGHT + seen.of)
            inputs = _with(inputs, name, share)
    return inputs


def with_shares(inputs: Inputs, shares: Mapping[str, float]) -> Inputs:
    """The same scenario with shares that the user sets; a Beta keeps its weight.

    What a scenario takes to be nothing stays nothing. Raises ValueError for what is no share, and
    for an input that there is not.
    """
    for name, share in shares.items():
        value = _value(inputs, name)
        if not 0 <= share <= 1 or (name in _SPREAD and share in (0, 1)):
            raise ValueError(f"“{name}” has to be a share between 0 and 1")
        if isinstance(value, Beta):
            inputs = _with(inputs, name, _with_mean(value, share))
        elif value:
            inputs = _with(inputs, name, share)
    return inputs


_SPREAD = ("interview", "reach", "added")


def _with_mean(belief: Beta, mean: float) -> Beta:
    weight = belief.a + belief.b
    return Beta(mean * weight, (1 - mean) * weight)


def _with(inputs: Inputs, name: str, value: Beta | float) -> Inputs:
    changed = copy(inputs)
    # The name is one of the inputs' own, and the copy is nobody else's yet.
    object.__setattr__(changed, name, value)
    return changed


def _value(inputs: Inputs, name: str) -> Beta | float | None:
    if name not in GROUNDS:
        raise ValueError(f"“{name}” is no input; inputs are {', '.join(GROUNDS)}")
    value = getattr(inputs, name)
    return value if isinstance(value, Beta | float) else None
