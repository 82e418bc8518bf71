"""Replanning: every step follows from the touches, in one search at a time."""

from datetime import timedelta

import pytest

from ringback.book.agenda import coming, count_open, due, step_of
from ringback.book.check import check
from ringback.book.openings import Opening, Step
from ringback.book.replan import differing, plan, replan, standing
from ringback.book.values import merged_people, parties
from ringback.core.outcomes import BY_WORD
from ringback.core.touches import Reason
from ringback.desk.calls import log_call
from ringback.desk.course import close, strike
from ringback.desk.finding import find
from ringback.desk.openings import find_opening
from ringback.desk.refusal import Code, Refusal
from tests.desk import factories as make
from tests.desk.record_of import steps_of

pytestmark = pytest.mark.django_db


def test_replanning_a_whole_book_changes_nothing() -> None:
    desk = make.a_desk()
    for number in range(12):
        make.a_sent_opening(desk, f"Example {number} Ltd")
    before = steps_of(desk.search)
    assert replan(desk.search) == 0
    assert steps_of(desk.search) == before


def test_replanning_brings_back_what_was_lost() -> None:
    desk = make.a_desk()
    make.a_call(desk, make.a_sent_opening(desk), "voicemail-left")
    before = steps_of(desk.search)
    Step.objects.all().delete()
    Opening.objects.update(stage="researching", sent_at=None, due_on=None)
    assert replan(desk.search) == 1
    assert steps_of(desk.search) == before


def test_only_the_employers_that_are_named_are_planned() -> None:
    desk = make.a_desk()
    one, two = make.a_sent_opening(desk), make.a_sent_opening(desk, "Example Works")
    Step.objects.all().delete()
    assert replan(desk.search, {one.employer_id}) == 1
    assert [step.opening_id for step in Step.objects.all()] == [one.pk]
    assert len(differing(list(plan(desk.search)))) == 1
    assert two.pk not in Step.objects.values_list("pk", flat=True)


def test_a_closed_opening_keeps_no_step() -> None:
    desk = make.a_desk()
    opening = make.a_sent_opening(desk)
    logged = close(desk, opening, Reason.WITHDRAWN)
    assert (logged.step, logged.opening.stage) == (None, "closed")
    assert step_of(opening.pk) is None


def test_striking_gives_back_the_step_before() -> None:
    desk = make.a_desk()
    opening = make.a_sent_opening(desk)
    before = steps_of(desk.search)
    later = make.later(desk, make.NOW + timedelta(days=3))
    logged = make.a_call(later, opening, "voicemail-left")
    assert steps_of(desk.search) != before
    strike(later, tuple(one.uid for one in logged.touches))
    assert steps_of(desk.search) == before


def test_more_openings_than_are_planned_at_once_are_all_planned() -> None:
    desk = make.a_desk()
    for number in range(3):
        make.an_opening(desk, f"Example {number}")
    Step.objects.all().delete()
    assert replan(desk.search) == 3


# Searches never mix


def test_what_one_search_is_told_moves_no_other() -> None:
    desk, other = make.a_desk(), make.a_desk()
    opening = make.a_sent_opening(desk)
    make.a_sent_opening(other)
    before = steps_of(other.search)
    make.a_call(desk, opening, "never")
    make.an_opening(desk, title="Another")
    replan(desk.search)
    assert steps_of(other.search) == before
    assert list(check(other.search)) == []


def test_the_same_employer_is_another_row_in_another_search() -> None:
    desk, other = make.a_desk(), make.a_desk()
    mine, theirs = make.an_opening(desk), make.an_opening(other)
    assert mine.employer_id != theirs.employer_id
    assert parties(desk.search, [theirs.employer_id]) == []
    assert standing(desk.search, mine).opening.others == ()


def test_agenda_and_finding_keep_to_their_search() -> None:
    desk, other = make.a_desk(), make.a_desk()
    make.a_sent_opening(desk)
    theirs = make.a_sent_opening(other, "Strangers Example")
    far = make.NOW + timedelta(days=400)
    assert {row.employer for row in due(desk.search, far, 99)} == {"Example Tools Inc"}
    assert {row.employer for row in coming(desk.search, make.NOW, 99)} <= {"Example Tools Inc"}
    assert count_open(desk.search) == 1
    for reference in (str(theirs.pk), "strangers"):
        with pytest.raises(Refusal) as refused:
            find_opening(desk, reference)
        assert refused.value.code is Code.NOT_FOUND
    assert find(desk, "strangers") == []


def test_no_touch_of_another_search_can_be_struck() -> None:
    desk, other = make.a_desk(), make.a_desk()
    said = make.a_call(other, make.a_sent_opening(other), "never")
    with pytest.raises(Refusal) as refused:
        strike(desk, tuple(one.uid for one in said.touches))
    assert refused.value.code is Code.NOT_FOUND


def test_merged_people_lead_to_the_last_who_stands_for_them() -> None:
    desk = make.a_desk()
    merge = make.a_merge(desk)
    assert merged_people(desk.search) == {merge.gone: merge.kept}
    assert merged_people(make.a_search()) == {}


def test_a_call_is_logged_in_the_search_of_its_opening_alone() -> None:
    desk, other = make.a_desk(), make.a_desk()
    opening = make.a_sent_opening(desk)
    with pytest.raises(Refusal) as refused:
        log_call(other, opening, BY_WORD["no-answer"])
    assert refused.value.code is Code.NOT_FOUND
