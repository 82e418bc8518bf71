"""The parts of a cadence: every rule under one heading, in the order of the rules."""

from ringback.core.cadence import RULES
from ringback.core.cadence_parts import parts


def test_every_rule_stands_in_one_part_and_in_its_order() -> None:
    assert [rule.key for _heading, rules in parts() for rule in rules] == list(RULES)


def test_no_part_is_long_and_no_heading_stands_twice() -> None:
    headings = [heading for heading, _rules in parts()]
    assert len(headings) == len(set(headings))
    assert max(len(rules) for _heading, rules in parts()) < 12


def test_a_rule_stands_where_its_subject_is() -> None:
    where = {rule.key: heading for heading, rules in parts() for rule in rules}
    assert where["first_call_days"] == "The first call"
    assert where["retry_days"] == "Further calls"
    assert where["status_checks"] == "After an interview or an offer"
    assert where["friday_until"] == "Hours of calls"
