"""The curve of silence: a table reckoned by hand, and SciPy's estimate of the same cases."""

import pytest
import scipy
from hypothesis import given
from hypothesis import strategies as st

from ringback.core.numbers.survival import Wait, silence

WAITS = st.lists(st.builds(Wait, st.integers(0, 60), st.booleans()), min_size=1, max_size=80)


def test_by_hand() -> None:
    """Ten sent: answers on day 2 (one), 5 (two) and 9 (one); open at 5, 7 and four at 20."""
    days = [(2, True), (5, True), (5, True), (5, False), (7, False), (9, True)]
    waits = [Wait(*one) for one in days] + [Wait(20, False)] * 4
    curve = silence(waits)
    assert [(p.day, p.waiting, p.answered) for p in curve.points] == [
        (2, 10, 1),
        (5, 9, 2),
        (9, 5, 1),
    ]
    assert [p.silent for p in curve.points] == pytest.approx([9 / 10, 7 / 10, 7 / 10 * 4 / 5])


@given(WAITS)
def test_it_is_kaplans_and_meiers(waits: list[Wait]) -> None:
    answered = [wait.days for wait in waits if wait.answered]
    still = [wait.days for wait in waits if not wait.answered]
    theirs = scipy.stats.ecdf(scipy.stats.CensoredData(uncensored=answered, right=still)).sf
    curve = silence(waits)
    for point in curve.points:
        assert point.silent == pytest.approx(float(theirs.evaluate(point.day)), abs=1e-12)
    assert [point.day for point in curve.points] == sorted(set(answered))


@pytest.mark.filterwarnings("ignore::RuntimeWarning")
@given(WAITS)
def test_its_interval_is_greenwoods_on_the_log_log_scale(waits: list[Wait]) -> None:
    answered = [wait.days for wait in waits if wait.answered]
    still = [wait.days for wait in waits if not wait.answered]
    sf = scipy.stats.ecdf(scipy.stats.CensoredData(uncensored=answered, right=still)).sf
    theirs = sf.confidence_interval(0.8, method="log-log")
    for point in silence(waits).points:
        if point.silent > 0:
            assert point.low == pytest.approx(float(theirs.low.evaluate(point.day)), abs=1e-9)
            assert point.high == pytest.approx(float(theirs.high.evaluate(point.day)), abs=1e-9)


@given(WAITS)
def test_it_only_falls_and_stays_in_its_interval(waits: list[Wait]) -> None:
    shares = [1.0, *(point.silent for point in silence(waits).points)]
    assert shares == sorted(shares, reverse=True)
    for point in silence(waits).points:
        assert 0 <= point.low <= point.silent + 1e-12
        assert point.silent - 1e-12 <= point.high <= 1


def test_open_cases_are_not_counted_as_a_no() -> None:
    """Fifty of a hundred answered on day 3; the rest was sent yesterday."""
    curve = silence([Wait(3, True)] * 50 + [Wait(1, False)] * 50)
    assert curve.points[0].silent == 0.0


def test_nine_sendings_tell_nothing() -> None:
    curve = silence([Wait(3, True)] * 4 + [Wait(30, False)] * 5)
    assert curve.told == ()
    assert curve.median is None
    assert curve.says == "cannot tell yet: 4 of 9 answered so far"


def test_the_thin_end_of_the_curve_is_not_told() -> None:
    curve = silence([Wait(day, True) for day in range(1, 13)])
    assert [point.day for point in curve.told] == list(range(1, 9))
    assert curve.median == 6


def test_nothing_sent_has_no_curve() -> None:
    assert silence([]).says == "cannot tell yet: 0 of 0 answered so far"


def test_a_day_and_a_share_are_not_read_as_one_number() -> None:
    curve = silence([Wait(3, True)] * 6 + [Wait(9, True)] * 2 + [Wait(20, False)] * 4)
    assert curve.says.startswith("half have an answer by day 3; after day 9, 33 % (")
    assert curve.says.endswith(" %) have none")
