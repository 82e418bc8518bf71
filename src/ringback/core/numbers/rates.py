"""Rates: so many of so many, the interval that they lie in, and whether that tells anything yet."""

from dataclasses import dataclass
from math import sqrt

# Every interval of the product covers 80 % (evidence 4): one in five lies outside.
COVERS = 0.8
# The standard normal quantile at 90 %, which leaves a tenth on either side.
Z = 1.2815515655446004
FEWEST = 10
WIDEST = 0.30

RULE = (
    f"A share is told from {FEWEST} cases on, and once its 80 % interval is at most "
    f"{WIDEST * 100:.0f} points wide."
)
REASON = (
    f"Below {FEWEST} cases a single one moves the share by more than {100 / FEWEST:.0f} points; "
    f"a wider interval does not even tell one in five from one in two."
)


@dataclass(frozen=True, slots=True)
class Rate:
    """``done`` of ``of`` cases. Raises ValueError where there are more done than there were."""

    done: int
    of: int

    def __post_init__(self) -> None:
        if not 0 <= self.done <= self.of:
            raise ValueError(f"{self.done} of {self.of} cannot be")

    @property
    def share(self) -> float | None:
        """Between 0 and 1; None where there is no case."""
        return self.done / self.of if self.of else None

    @property
    def interval(self) -> tuple[float, float]:
        """Where the share lies with 80 % confidence (see ``wilson``)."""
        return wilson(self.done, self.of)

    @property
    def is_told(self) -> bool:
        """Whether the cases carry a share by the rule ``RULE``."""
        low, high = self.interval
        return self.of >= FEWEST and high - low <= WIDEST

    @property
    def says(self) -> str:
        """The rate in words: never a share without its cases and its interval."""
        if not self.of:
            return "cannot tell yet: no case"
        if not self.is_told:
            return f"cannot tell yet: {self.done} of {self.of}"
        low, high = self.interval
        return f"{percent(self.done / self.of)} ({percent(low)} to {percent(high)})"


def wilson(done: int, of: int, z: float = Z) -> tuple[float, float]:
    """The Wilson score interval of a share; (0, 1) where there is no case.

    ``z`` is the normal quantile of its upper end. It keeps its promise for few cases and for
    shares near 0 and 1, where the usual interval does not (Brown, Cai and DasGupta 2001).
    """
    if not of:
        return 0.0, 1.0
    share, square = done / of, z * z / of
    middle = (share + square / 2) / (1 + square)
    half = z / (1 + square) * sqrt(share * (1 - share) / of + square / (4 * of))
    low = middle - half if done else 0.0
    high = middle + half if done < of else 1.0
    return max(0.0, low), min(1.0, high)


def percent(share: float) -> str:
    """A share in whole percent, as it is written: nothing is rounded to none, or to all."""
    if 0 < share < 0.005:
        return "under 1 %"
    if 0.995 <= share < 1:
        return "over 99 %"
    return f"{share * 100:.0f} %"
