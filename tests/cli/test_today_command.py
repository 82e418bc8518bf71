"""`ringback today`: coverage first, the one next thing, the rest of the day, empty days."""

import pytest

from ringback.cli import called
from tests.cli.terminal import Terminal


def test_coverage_is_the_first_line(terminal: Terminal) -> None:
    assert terminal("today").out.startswith("Follow-up coverage: nothing due yet")
    terminal("log", "acme", "no-answer")
    shown = terminal("today", at="2026-11-27 9:00").out
    assert shown.startswith("Follow-up coverage 1 of 1 followed up (100 %)")


def test_the_next_thing_has_all_it_takes(terminal: Terminal) -> None:
    shown = terminal("today").out
    for part in (
        "Call Dana Reyes, Maintenance Manager", "Acme Foods · Maintenance Planner", "#1",
        "(216) 555-0142", "It is 10:00 am there, as here", "until noon, 2 h from now",
        "Due 3 business days after what you sent arrived",
        "Sent Fri 20 Nov by e-mail to Dana Reyes",
        "ringback log 1 no-answer  when done; others: ringback log 1",
    ):  # fmt: skip
        assert part in shown


@pytest.mark.parametrize("words", [("today",), ("next",), ("show", "acme")])
def test_no_command_is_broken_over_two_lines(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    monkeypatch.setattr(called, "name", lambda: "python3 run.py")
    lines = terminal(*words).out.splitlines()
    assert all(len(line) <= 80 for line in lines)
    (line,) = (one for one in lines if "run.py log 1 no-answer" in one)
    assert line.endswith("  when done; others: python3 run.py log 1")


@pytest.mark.parametrize("words", [("today",), ("next",), ("show", "acme")])
def test_what_a_long_command_is_for_stands_below_it(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    long = "python3 search/ringback/run.py"
    monkeypatch.setattr(called, "name", lambda: long)
    lines = terminal(*words).out.splitlines()
    assert all(len(line) <= 80 for line in lines)
    at = next(at for at, line in enumerate(lines) if line.endswith(f"{long} log 1 no-answer"))
    assert lines[at + 1].strip() == f"when done; others: {long} log 1"


def test_a_call_abroad_says_both_clocks(terminal: Terminal) -> None:
    terminal(
        "add", "Nordwind Papier", "--city", "Hamburg", "--country", "DE", "--manager", "Jo Albers",
        "--number", "+49 40 5550110", at="2026-11-20 9:00",
    )  # fmt: skip
    terminal("send", "nordwind", at="2026-11-20 9:30")
    shown = terminal("next", "nordwind").out
    assert "It is 4:00 pm there (Hamburg)" in shown
    assert "until 5:00 pm, 1 h from now" in shown


def test_what_had_passed_when_it_was_told_is_late_from_then_on(terminal: Terminal) -> None:
    for name, number in (("Bolt Tools", "216 555 0155"), ("Crane Yard", "216 555 0166")):
        terminal(
            "add", name, "--title", "Planner", "--manager", "Sam Lee", "--number", number,
            "--sent", "Mon of last week", "--city", "Cleveland", "--country", "US",
        )  # fmt: skip
    shown = terminal("today").out
    assert "overdue" not in shown
    assert "late" not in shown
    assert "after what you sent arrived (since Thu 19 Nov)" in terminal("next", "bolt").out
    shown = terminal("today", at="2026-11-27 10:00").out
    assert "2 days late" in shown
    assert "(overdue by 2 days)" in terminal("next", "bolt", at="2026-11-27 10:00").out


def test_overdue_is_said_in_words(terminal: Terminal) -> None:
    assert "overdue by 6 days" in terminal("today", at="2026-12-01 10:00").out


def test_two_openings_with_one_manager_make_one_call_a_day(terminal: Terminal) -> None:
    terminal("add", "Acme Foods", "--title", "Planner II", at="2026-11-20 9:00")
    terminal("name", "2", "Dana Reyes", at="2026-11-20 9:00")
    terminal("send", "2", at="2026-11-20 10:00")
    shown = terminal("today").out
    assert shown.count("(216) 555-0142") == 1


def test_nothing_recorded_says_what_to_do_first(empty: Terminal) -> None:
    empty("config", "--zone", "America/New_York")
    shown = empty("today").out
    assert "Nothing is being pursued." in shown
    assert "ringback add" in shown
    assert "ringback import" in shown


def test_a_day_without_work_says_what_comes(terminal: Terminal) -> None:
    terminal("log", "acme", "no-answer")
    shown = terminal("today", at="2026-11-25 18:00").out
    assert "Nothing is due." in shown
    assert "Coming" in shown
    assert "Mon 30 Nov" in shown


def test_another_day_can_be_seen_from_before_or_behind_the_command(terminal: Terminal) -> None:
    before = terminal.run("--at", "2026-11-30 10:00", "today").out
    behind = terminal.run("today", "--at", "2026-11-30 10:00").out
    assert before == behind
    assert "Mon 30 Nov" in before


def test_lines_stay_within_sixty_columns(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    for words in (("today",), ("next",), ("show",), ("show", "1"), ("gate",), ("cadence",)):
        shown = terminal(*words).out
        assert max(map(len, shown.splitlines())) <= 60


def test_it_answers_in_json(terminal: Terminal) -> None:
    day = terminal("today", "--json").data
    first = day["first"]
    assert isinstance(first, dict)
    assert first["earliest"] == "2026-11-25T14:00:00+00:00"
    assert first["there"] == "2026-11-25T10:00:00-05:00"
    assert first["route"] == {
        "kind": "direct", "value": "+12165550142", "extension": "", "tel": "tel:+12165550142",
    }  # fmt: skip
    assert day["coverage"] == {"due": 0, "followed": 0, "share": None}
