"""The Beta distribution, held against SciPy's."""

from fractions import Fraction
from math import comb

import numpy as np
import pytest
import scipy
from hypothesis import assume, given
from hypothesis import strategies as st

from ringback.core.numbers.beta import Beta, chance_that_more

PARAMETER = st.floats(0.5, 300)


@given(PARAMETER, PARAMETER, st.floats(0, 1))
def test_the_distribution_is_the_incomplete_beta(a: float, b: float, x: float) -> None:
    assert Beta(a, b).below(x) == pytest.approx(scipy.special.betainc(a, b, x), abs=1e-10)


@given(PARAMETER, PARAMETER, st.floats(0.01, 0.99))
def test_a_quantile_leaves_its_share_below(a: float, b: float, share: float) -> None:
    quantile = Beta(a, b).quantile(share)
    assert scipy.special.betainc(a, b, quantile) == pytest.approx(share, abs=1e-9)


@given(PARAMETER, PARAMETER, st.integers(2, 20))
def test_the_nodes_are_gausss(a: float, b: float, count: int) -> None:
    # SciPy divides nothing by nothing there.
    assume(abs(a + b - 1) > 1e-9)
    points, weights = scipy.special.roots_jacobi(count, b - 1, a - 1)
    mine = np.array(Beta(a, b).nodes(count))
    assert mine[:, 0] == pytest.approx((1 + points) / 2, abs=1e-9)
    assert mine[:, 1] == pytest.approx(weights / weights.sum(), abs=1e-7)


@pytest.mark.parametrize("count", [2, 7, 20])
@pytest.mark.parametrize("hair", [0, 1e-16])
def test_the_nodes_between_are_chebyshevs(count: int, hair: float) -> None:
    """For Beta(1/2, 1/2) the nodes are cosines of equal weight (Abramowitz and Stegun, 25.4.38)."""
    nodes = np.array(Beta(0.5, 0.5 + hair).nodes(count))
    turns = (2 * np.arange(count, 0, -1) - 1) * np.pi / (2 * count)
    assert nodes[:, 0] == pytest.approx((1 + np.cos(turns)) / 2, abs=1e-9)
    assert nodes[:, 1] == pytest.approx(1 / count, abs=1e-9)


def test_thirteen_nodes_make_twenty_five_powers_exact() -> None:
    """E (1 - p)^25 under Beta(2, 26) is 26·27 / (51·52), by hand."""
    silent = sum(weight * (1 - p) ** 25 for p, weight in Beta(2, 26).nodes(13))
    assert silent == pytest.approx(float(Fraction(26 * 27, 51 * 52)), rel=1e-12)


def test_one_chance_above_another_by_hand() -> None:
    """For whole parameters the probability is a finite sum (Miller's formula)."""
    a, b, c, d = 3, 9, 2, 7
    total = Fraction(0)
    for k in range(c):
        # B(a + k, b + d) / ((d + k) B(1 + k, d) B(a, b)), all whole numbers.
        total += _b(a + k, b + d) / ((d + k) * _b(1 + k, d) * _b(a, b))
    assert chance_that_more(Beta(c, d), Beta(a, b)) == pytest.approx(float(total), abs=1e-9)


def _b(a: int, b: int) -> Fraction:
    return Fraction(1, (a + b - 1) * comb(a + b - 2, a - 1))


@pytest.mark.parametrize(
    ("one", "other"),
    [((0.5, 10.5), (0.5, 3.5)), ((2.5, 8.5), (1.5, 9.5)), ((40.5, 200.5), (30.5, 180.5))],
)
def test_one_chance_above_another_as_an_integral(
    one: tuple[float, float], other: tuple[float, float]
) -> None:
    first, second = scipy.stats.beta(*one), scipy.stats.beta(*other)
    theirs, _ = scipy.integrate.quad(lambda u: second.cdf(first.ppf(u)), 0, 1, limit=400)
    assert chance_that_more(Beta(*one), Beta(*other)) == pytest.approx(theirs, abs=1e-6)


@given(st.integers(0, 60), st.integers(0, 60))
def test_of_two_alike_neither_is_above(done: int, missed: int) -> None:
    even = Beta(done + 0.5, missed + 0.5)
    assert chance_that_more(even, even) == pytest.approx(0.5, abs=1e-6)


def test_a_belief_after_counts() -> None:
    assert Beta(2, 26).after(3, 25) == Beta(5, 48)
    assert Beta(2, 26).mean == pytest.approx(1 / 14)
