"""What the simulator says: the sceptic beside the others, own counts in, no claim beyond them."""

import re

import pytest

from ringback.core.numbers.beta import Beta
from ringback.core.simulator.comparison import NOT_MEASURED, compare
from ringback.core.simulator.inputs import (
    CENTRAL,
    GROUNDS,
    SCEPTIC,
    Seen,
    with_counts,
    with_shares,
)


def test_the_sceptic_always_stands_beside() -> None:
    for found in (compare(), compare(5), compare(25, {"reach": Seen(20, 40)}, {"added": 0.5})):
        assert [one.key for one in found.scenarios] == ["central", "sceptic", "optimist"]
        assert any(
            sentence.startswith("Sceptic (a talk adds nothing)") for sentence in found.sentences
        )
        assert found.sentences[-1] == NOT_MEASURED


def test_the_central_sentence() -> None:
    assert compare().sentences[0] == (
        "Central (the middle of each range): of 100 such searches 74 come to an interview by "
        "waiting and 83 by following up; 36 and 43 come to an offer."
    )


def test_nothing_is_claimed_that_evidence_6_forbids() -> None:
    said = " ".join(compare().sentences)
    assert not re.search(r"raises? interviews by|hidden|best (?:hour|time)|proven|will get", said)


def test_own_counts_move_a_belief_as_far_as_they_carry() -> None:
    own = with_counts(CENTRAL, {"interview": Seen(3, 25), "offer": Seen(0, 10)})
    assert own.interview == Beta(5, 48)
    assert own.offer == pytest.approx((0.27 * 10 + 0) / 20)


def test_own_dials_move_the_mean_of_the_reach_and_not_its_spread() -> None:
    own = with_counts(CENTRAL, {"reach": Seen(30, 100)})
    assert own.reach.mean == pytest.approx((1.2 + 30) / (9.2 + 100))
    assert own.reach.a + own.reach.b == pytest.approx(9.2)


def test_what_the_sceptic_takes_to_be_nothing_stays_nothing() -> None:
    told = with_shares(SCEPTIC, {"added": 0.5, "referral": 0.5, "written": 0.5})
    assert (told.added, told.referral, told.written) == (None, 0.0, 0.0)
    assert with_counts(SCEPTIC, {"referral": Seen(5, 5)}).referral == 0.0


def test_a_share_that_is_told_becomes_the_mean() -> None:
    told = with_shares(CENTRAL, {"callable": 0.9, "interview": 0.2})
    assert told.callable == 0.9
    assert told.interview.mean == pytest.approx(0.2)


@pytest.mark.parametrize(
    ("resumes", "shares"),
    [(0, {}), (201, {}), (25, {"callable": 1.5}), (25, {"added": 0.0}), (25, {"luck": 0.5})],
)
def test_what_cannot_be_is_refused(resumes: int, shares: dict[str, float]) -> None:
    with pytest.raises(ValueError, match=r"has to be|is no input"):
        compare(resumes, None, shares)


def test_every_share_that_can_be_told_has_its_ground() -> None:
    for name in GROUNDS:
        assert with_shares(CENTRAL, {name: 0.5}) != CENTRAL


def test_the_chart_adds_up() -> None:
    for scenario in compare(40).scenarios:
        rows = scenario.chart.rows
        assert sum(float(row[1] or 0) for row in rows) == pytest.approx(1, abs=0.001)
        assert sum(float(row[2] or 0) for row in rows) == pytest.approx(1, abs=0.001)
        assert 'role="img"' in scenario.chart.svg
