"""Rates and their intervals, held against SciPy's."""

import pytest
import scipy
from hypothesis import given
from hypothesis import strategies as st

from ringback.core.numbers.rates import Rate, percent, wilson

COUNTS = st.integers(1, 5000).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of)))


@given(COUNTS)
def test_the_interval_is_wilsons(counts: tuple[int, int]) -> None:
    done, of = counts
    theirs = scipy.stats.binomtest(done, of).proportion_ci(confidence_level=0.8, method="wilson")
    assert wilson(done, of) == pytest.approx((theirs.low, theirs.high), abs=1e-12)


@given(COUNTS)
def test_the_share_lies_in_its_interval(counts: tuple[int, int]) -> None:
    rate = Rate(*counts)
    low, high = rate.interval
    assert rate.share is not None
    assert 0 <= low <= rate.share <= high <= 1


def test_of_no_case_anything_may_be_true() -> None:
    assert Rate(0, 0).interval == (0.0, 1.0)
    assert Rate(0, 0).share is None
    assert Rate(0, 0).says == "cannot tell yet: no case"


def test_three_cases_are_never_a_percentage() -> None:
    assert Rate(1, 3).says == "cannot tell yet: 1 of 3"
    assert Rate(0, 3).says == "cannot tell yet: 0 of 3"


def test_nine_cases_tell_nothing_however_clear_they_look() -> None:
    assert not Rate(0, 9).is_told
    assert Rate(0, 10).is_told


def test_an_even_share_needs_more_cases_than_a_rare_one() -> None:
    # 80 % Wilson intervals of half of the cases: 31 points wide at 16, under 30 at 18.
    assert not Rate(8, 16).is_told
    assert Rate(9, 18).is_told


def test_a_told_share_brings_its_interval() -> None:
    # By hand: z² / n = 0.0657, the middle 0.1059, half the width 0.0722.
    assert Rate(2, 25).says == "8 % (3 % to 18 %)"


def test_more_done_than_there_were_cannot_be() -> None:
    with pytest.raises(ValueError, match="4 of 3"):
        Rate(4, 3)


def test_rare_is_not_written_as_never() -> None:
    assert percent(0.0) == "0 %"
    assert percent(0.001) == "under 1 %"
    assert percent(0.999) == "over 99 %"
    assert percent(1.0) == "100 %"
