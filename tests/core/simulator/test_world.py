"""The simulator's arithmetic: against SciPy, against every way it can go, against evidence 5."""

from dataclasses import replace
from itertools import product
from math import prod

import pytest
import scipy
from hypothesis import given, settings
from hypothesis import strategies as st

from ringback.core.numbers.beta import Beta
from ringback.core.simulator import world
from ringback.core.simulator.inputs import CENTRAL, OPTIMIST, SCEPTIC, Inputs
from ringback.core.simulator.world import of_many, outcome

SHARE = st.floats(0, 1)
# Each is some milliseconds of arithmetic, most of it the same.
SOME = settings(max_examples=20)
INPUTS = st.builds(
    Inputs,
    resumes=st.integers(1, 9),
    interview=st.builds(Beta, st.floats(1, 6), st.floats(8, 60)),
    dead=st.floats(0, 0.4),
    callable=SHARE,
    reach=st.builds(Beta, st.floats(0.5, 4), st.floats(2, 20)),
    tries=st.integers(1, 5),
    added=st.none() | st.builds(Beta, st.floats(1, 6), st.floats(8, 60)),
    referral=SHARE,
    referral_interview=SHARE,
    irritated=SHARE,
    lost=SHARE,
    written=st.floats(0, 0.1),
    offer=SHARE,
)


@SOME
@given(st.integers(1, 31), st.floats(1, 10), st.floats(5, 80))
def test_waiting_is_beta_binomial(resumes: int, a: float, b: float) -> None:
    wait = outcome(replace(CENTRAL, resumes=resumes, interview=Beta(a, b))).wait
    theirs = scipy.stats.betabinom(resumes, a, b)
    for count, share in enumerate(wait.interviews):
        assert share == pytest.approx(theirs.pmf(count), abs=1e-9)


@SOME
@given(INPUTS)
def test_every_distribution_is_one(inputs: Inputs) -> None:
    found = outcome(inputs)
    for way in (found.wait, found.follow):
        assert sum(way.interviews) == pytest.approx(1, abs=1e-9)
        assert min(way.interviews) >= -1e-12
        assert 0 <= way.offer <= way.any_interview + 1e-9


@SOME
@given(INPUTS)
def test_nobody_called_means_nothing_changed(inputs: Inputs) -> None:
    found = outcome(replace(inputs, callable=0.0))
    assert found.dials == found.conversations == found.minutes == 0
    assert found.gain == pytest.approx(0, abs=1e-9)
    assert found.follow.interviews == pytest.approx(found.wait.interviews, abs=1e-9)


@SOME
@given(INPUTS)
def test_a_talk_that_adds_nothing_can_only_do_harm(inputs: Inputs) -> None:
    nothing = replace(inputs, added=None, referral=0.0, written=0.0)
    assert outcome(nothing).gain <= 1e-9


@SOME
@given(INPUTS)
def test_the_gain_lies_where_it_is_said_to_lie(inputs: Inputs) -> None:
    found = outcome(inputs)
    assert found.gain_low <= found.gain_high + 1e-12


def test_two_resumes_by_every_way_they_can_go() -> None:
    """Two résumés, their chances known: dead, called, reached, irritated, named, or not."""
    sure = 1e9
    inputs = Inputs(
        resumes=2, interview=Beta(0.1 * sure, 0.9 * sure), dead=0.25, callable=0.6,
        reach=Beta(0.5 * sure, 0.5 * sure), tries=2, added=Beta(0.2 * sure, 0.8 * sure),
        referral=0.3, referral_interview=0.5, irritated=0.4, lost=0.5, written=0.05,
    )  # fmt: skip
    one = {0: 0.0, 1: 0.0, 2: 0.0}
    for dead, called, reached, irritated, itself, added, written, named in product(
        (False, True), repeat=8
    ):
        alone = 0.1 / 0.75
        chances = {0.25: dead, 0.6: called, 0.75: reached, 0.4: irritated, 0.15: named}
        weight = prod(p if so else 1 - p for p, so in chances.items())
        harm = called and reached and irritated
        weight *= (alone * (0.5 if harm else 1)) if itself else 1 - alone * (0.5 if harm else 1)
        weight *= 0.2 if added else 0.8
        weight *= 0.05 if written else 0.95
        own = itself or (called and reached and not irritated and added)
        own = own or (called and not reached and written)
        count = int(own and not dead) + int(called and reached and named)
        one[count] += weight
    expected = of_many((one[0], one[1], one[2]), 2)
    assert outcome(inputs).follow.interviews == pytest.approx(expected, abs=1e-6)


def test_more_nodes_change_nothing_that_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = outcome(replace(OPTIMIST, resumes=100))
    monkeypatch.setattr(world, "_NODES", 24)
    monkeypatch.setattr(world, "_NODES_ADDED", 14)
    finer = outcome(replace(OPTIMIST, resumes=100))
    assert shown.follow.interviews == pytest.approx(finer.follow.interviews, abs=1e-6)


def test_the_dials_by_hand() -> None:
    """Beta(1.2, 8): missed once 8/9.2, twice 8/9.2 · 9/10.2, thrice · 10/11.2."""
    once, twice = 8 / 9.2, 8 / 9.2 * 9 / 10.2
    found = outcome(CENTRAL)
    assert found.dials == pytest.approx(17 * (1 + once + twice))
    assert found.conversations == pytest.approx(17 * (1 - twice * 10 / 11.2))


def test_the_scenarios_are_those_of_the_evidence() -> None:
    """The table of evidence 5, drawn 20,000 times, within what its digits and inputs leave."""
    central, sceptic, optimist = map(outcome, (CENTRAL, SCEPTIC, OPTIMIST))
    assert (central.wait.mean, central.follow.mean) == pytest.approx((1.8, 2.2), abs=0.05)
    assert (central.wait.any_interview, central.follow.any_interview) == pytest.approx(
        (0.74, 0.83), abs=0.01
    )
    assert (central.wait.offer, central.follow.offer) == pytest.approx((0.36, 0.43), abs=0.01)
    assert central.dials == pytest.approx(45, abs=0.5)
    assert central.fewer == pytest.approx(0.28, abs=0.01)
    assert -0.03 <= sceptic.gain <= 0
    assert optimist.gain == pytest.approx(1.85, abs=0.1)
    assert optimist.follow.any_interview == pytest.approx(0.96, abs=0.01)


@given(st.lists(st.floats(0.01, 1), min_size=3, max_size=3), st.integers(0, 40))
def test_a_sum_of_many_has_the_means_of_all(weights: list[float], count: int) -> None:
    one = tuple(weight / sum(weights) for weight in weights)
    mean = one[1] + 2 * one[2]
    many = of_many(one, count)
    assert sum(many) == pytest.approx(1, abs=1e-9)
    assert sum(k * share for k, share in enumerate(many)) == pytest.approx(count * mean, abs=1e-7)
