"""The Beta distribution: what so many of so many say of the chance behind them (evidence 4)."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from math import exp, lgamma, log, log1p, pi, sin, sqrt

_TINY = 1e-300
_EXACT = 1e-15
_STEPS = 400
_HALVINGS, _ROUGH = 80, 32


@dataclass(frozen=True, slots=True)
class Beta:
    """A chance that is not known exactly: its parameters, both above 0.

    After x of n it is ``Beta(a + x, b + n - x)``; without a view of one's own a and b are ½
    (Jeffreys).
    """

    a: float
    b: float

    @property
    def mean(self) -> float:
        return self.a / (self.a + self.b)

    def after(self, done: int, of: int) -> "Beta":
        """What it is once ``done`` of ``of`` were seen."""
        return Beta(self.a + done, self.b + of - done)

    def below(self, x: float) -> float:
        """The probability that the chance is at most ``x``: the regularised incomplete beta."""
        if x <= 0:
            return 0.0
        if x >= 1:
            return 1.0
        a, b = self.a, self.b
        front = exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log1p(-x))
        # The fraction converges fast only on the near side of the mean.
        if x < (a + 1) / (a + b + 2):
            return front * _fraction(a, b, x) / a
        return 1 - front * _fraction(b, a, 1 - x) / b

    def quantile(self, share: float) -> float:
        """The chance below which it lies with probability ``share``."""
        low, high = 0.0, 1.0
        for _ in range(_HALVINGS):
            middle = (low + high) / 2
            low, high = (middle, high) if self.below(middle) < share else (low, middle)
        return (low + high) / 2

    def nodes(self, count: int) -> tuple[tuple[float, float], ...]:
        """Chances with their weights: the mean of a polynomial of degree below 2·count is exact.

        Gauss's quadrature; the points are the roots of Jacobi polynomials, which lie between
        those of the one before (Golub and Welsch 1969).
        """
        return _nodes(self.a, self.b, count)


def chance_that_more(one: Beta, other: Beta) -> float:
    """The probability that the first chance is greater than the second (both at least ½, ½)."""
    # In the angle θ with p = sin² θ the density is bounded also where a or b is ½.
    scale = lgamma(one.a + one.b) - lgamma(one.a) - lgamma(one.b)
    total = 0.0
    for step in range(_STEPS + 1):
        p = sin(step / _STEPS * pi / 2) ** 2
        ends = step in (0, _STEPS)
        weight = 1 if ends else 4 if step % 2 else 2
        down = log(max(p, _TINY)) * (one.a - 0.5) + log(max(1 - p, _TINY)) * (one.b - 0.5)
        total += weight * 2 * exp(scale + down) * other.below(p)
    return min(1.0, max(0.0, total * (pi / 2 / _STEPS) / 3))


def _fraction(a: float, b: float, x: float) -> float:
    """Lentz's way of the continued fraction of the incomplete beta (Numerical Recipes 6.4)."""
    over, under = 1.0, 1 / _not_zero(1 - (a + b) * x / (a + 1))
    value = under
    for m in range(1, _STEPS):
        for part in (
            m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)),
            -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1)),
        ):
            under = 1 / _not_zero(1 + part * under)
            over = _not_zero(1 + part / over)
            value *= over * under
        if abs(over * under - 1) < _EXACT:
            break
    return value


def _not_zero(x: float) -> float:
    return x if abs(x) > _TINY else _TINY


@lru_cache(maxsize=64)
def _nodes(a: float, b: float, count: int) -> tuple[tuple[float, float], ...]:
    middles, widths = _recurrence(a, b, count)
    roots: list[float] = []
    for degree in range(1, count + 1):

        def value(x: float, degree: int = degree) -> float:
            return _polynomials(middles, widths, x, degree)[degree]

        # All but the last roots serve to part the next ones.
        times = _HALVINGS if degree == count else _ROUGH
        roots = [_root(value, *between, times) for between in pairwise([0.0, *roots, 1.0])]
    found = []
    for root in roots:
        squares = sum(p * p for p in _polynomials(middles, widths, root, count - 1))
        found.append((root, 1 / squares))
    return tuple(found)


def _recurrence(a: float, b: float, count: int) -> tuple[list[float], list[float]]:
    """The coefficients of the orthonormal polynomials for Beta(a, b) on the span from 0 to 1."""
    down, up = b - 1, a - 1
    both = down + up
    middles, widths = [(1 + (up - down) / (both + 2)) / 2], [0.0]
    for k in range(1, count + 1):
        twice = 2 * k + both
        middles.append((1 + (up * up - down * down) / (twice * (twice + 2))) / 2)
        if k == 1:
            square = 4 * (1 + down) * (1 + up) / (twice * twice * (twice + 1))
        else:
            square = 4 * k * (k + down) * (k + up) * (k + both)
            square /= twice * twice * (twice + 1) * (twice - 1)
        widths.append(sqrt(square) / 2)
    return middles, widths


def _polynomials(middles: list[float], widths: list[float], x: float, degree: int) -> list[float]:
    values = [1.0]
    for k in range(degree):
        before = widths[k] * values[k - 1] if k else 0.0
        values.append(((x - middles[k]) * values[k] - before) / widths[k + 1])
    return values


def _root(value: Callable[[float], float], low: float, high: float, times: int) -> float:
    """The one root between two points, by so many halvings, or down to the last digit."""
    rising = value(high) > 0
    for _ in range(times):
        middle = (low + high) / 2
        if middle in (low, high):
            break
        low, high = (low, middle) if (value(middle) > 0) == rising else (middle, high)
    return (low + high) / 2
