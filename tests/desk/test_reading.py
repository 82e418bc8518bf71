"""What the desk shows: today, the card, what is found, the rules and what they would move."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from ringback.book.openings import Opening, Step
from ringback.desk.answers import thank
from ringback.desk.calls import Told, log_call, outcome_named
from ringback.desk.card import card
from ringback.desk.checking import look_over
from ringback.desk.course import (
    last_act,
    promise,
    strike,
)
from ringback.desk.desk import Desk
from ringback.desk.finding import find
from ringback.desk.openings import find_opening
from ringback.desk.refusal import Code, Refusal
from ringback.desk.rules import change_cadence, preview_cadence
from ringback.desk.searches import tell_about_seeker, write_plan
from ringback.desk.sending import send
from ringback.desk.today import today
from tests.desk.factories import (
    a_call,
    a_desk,
    a_search,
    a_sent_opening,
    an_opening,
    later,
)

pytestmark = pytest.mark.django_db


def at(day: int, hour: int = 14) -> datetime:
    return datetime(2026, 10, day, hour, tzinfo=UTC)


def refused(code: Code, refusal: pytest.ExceptionInfo[Refusal]) -> bool:
    return refusal.value.code is code and refusal.value.sentence.endswith((".", "?", "”"))


# Today


def test_today_puts_the_one_next_call_on_top_and_counts_coverage() -> None:
    desk = a_desk()
    a_sent_opening(desk)
    other = a_sent_opening(desk, "Other Inc")
    a_call(later(desk, at(9)), other)
    monday = later(desk, at(13, 15))
    found = today(monday)
    assert found.first is not None
    assert (found.first.row.employer, found.first.row.number) == (
        "Example Tools Inc",
        "+16145550142",
    )
    assert (found.coverage.due, found.coverage.followed) == (2, 1)


def test_an_empty_day_tells_what_is_coming() -> None:
    desk = a_desk()
    a_sent_opening(desk)
    found = today(desk)
    assert found.first is None
    assert [item.row.day for item in found.coming] == [date(2026, 10, 9)]


def test_two_openings_at_one_employer_are_not_called_on_one_day() -> None:
    desk = a_desk()
    for title in ("Engineer", "Planner"):
        send(desk, an_opening(desk, title=title))
    found = today(later(desk, at(26, 15)))
    calls = [item for item in (found.first, *found.then) if item and item.is_call]
    assert len(calls) == 1
    assert [bool(item.waits) for item in found.waiting] == [True]


def test_a_search_never_sees_another() -> None:
    mine, theirs = a_desk(), a_desk()
    opening = a_sent_opening(mine)
    assert today(theirs).open_openings == 0
    assert find(theirs, "Example") == []
    with pytest.raises(Refusal) as refusal:
        find_opening(theirs, str(opening.pk))
    assert refused(Code.NOT_FOUND, refusal)
    with pytest.raises(Refusal):
        strike(theirs, tuple(one.uid for one in last_act(mine)))


# Finding, rules, plan


def test_an_opening_is_found_by_number_words_and_person_whatever_the_accents() -> None:
    desk = a_desk()
    opening = an_opening(desk, "Müller & Söhne GmbH", manager="Jürgen Weiß")
    for reference in (f"#{opening.pk}", "muller sohne", "engineer", "jurgen"):
        assert find_opening(desk, reference) == opening


def test_words_that_fit_several_openings_are_asked_back() -> None:
    desk = a_desk()
    an_opening(desk, title="Engineer")
    an_opening(desk, title="Planner")
    with pytest.raises(Refusal) as refusal:
        find_opening(desk, "example tools")
    assert refused(Code.AMBIGUOUS, refusal)


def test_other_rules_plan_everything_anew() -> None:
    desk = a_desk()
    opening = a_sent_opening(desk)
    count, moves = preview_cadence(desk, "first_call_days = 5")
    assert (count, moves[0].before, moves[0].after) == (1, date(2026, 10, 9), date(2026, 10, 14))
    assert change_cadence(desk, "first_call_days = 5") == 1
    assert Step.objects.get(opening=opening).day == date(2026, 10, 14)
    assert look_over(desk) == []


def test_a_wrong_rule_is_refused_with_its_line_and_range() -> None:
    desk = a_desk()
    with pytest.raises(Refusal) as refusal:
        change_cadence(desk, "retry_days = 2\nattempts = 90\n")
    assert refused(Code.BAD_CADENCE, refusal)
    assert "Line 2" in refusal.value.sentence
    assert "1 to 8" in refusal.value.hint


def test_an_unknown_zone_is_refused() -> None:
    with pytest.raises(Refusal) as refusal:
        tell_about_seeker(a_desk(), zone="Mars/Olympus")
    assert refused(Code.BAD_VALUE, refusal)


def test_the_seekers_own_plan_is_kept() -> None:
    desk = write_plan(a_desk(), days=("mon", "thu"), start=None, calls=8)
    assert (desk.search.plan_days, today(desk).planned_calls) == ("03", 8)


# The card


def test_the_card_holds_number_words_hours_and_what_was_sent(tmp_path: Path) -> None:
    desk = a_desk(search=a_search(seeker_name="Pat Doe"))
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear Ms Miller")
    opening = an_opening(desk)
    send(desk, opening, files=(letter,))
    shown = card(later(desk, at(9)), opening)
    assert shown.item is not None
    assert shown.item.row.number == "+16145550142"
    assert shown.script is not None
    assert "Pat Doe" in next(s.text for s in shown.script.sections if s.key == "opening")
    assert [name for event in shown.history for name in event.documents] == ["letter.txt"]
    assert len(shown.hours) == 2


def opening_words(desk: Desk, opening: Opening) -> str:
    script = card(desk, opening).script
    assert script is not None
    return " ".join(section.text for section in script.sections)


def test_the_words_claim_no_talk_that_was_not_with_this_person() -> None:
    desk = a_desk()
    opening = a_sent_opening(desk)
    told = Told(name="Priya Nair", number="614 555 0177")
    friday = later(desk, at(9))
    log_call(friday, opening, outcome_named("left-company"), told=told)
    send(friday, opening)
    words = opening_words(later(desk, at(15)), opening)
    assert "Priya Nair" in words
    assert "spoke" not in words
    assert "suggested" not in words


def test_the_words_name_who_referred_them() -> None:
    desk = a_desk()
    opening = a_sent_opening(desk)
    friday = later(desk, at(9))
    log_call(friday, opening, outcome_named("referred"),
             told=Told(name="Priya Nair", number="614 555 0177"))  # fmt: skip
    thank(friday, opening)
    assert "Ada Miller" in opening_words(later(desk, at(13)), opening)


def test_only_a_day_that_the_letter_names_is_called_a_promise() -> None:
    desk = a_desk()
    opening = a_sent_opening(desk)
    promise(desk, opening, date(2026, 10, 9))
    assert "said I would call" not in opening_words(later(desk, at(9)), opening)
    other = send(desk, an_opening(desk, "Other Inc", number="614 555 0155", mail="o@other.example"),
                 promise=date(2026, 10, 9))  # fmt: skip
    assert "would call" in opening_words(later(desk, at(9)), other.opening)
