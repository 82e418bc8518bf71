"""The commands besides the daily ones: next, show, plan, cadence, config, import, export, check."""

import json
from pathlib import Path

import pytest

from tests.cli.terminal import Terminal

SHEET = """Company,Position,Date applied,Status
Riverbend Paper,Planner,2026-11-18,Applied
Hollow Oak Dairy,Buyer,2026-11-19,Applied
"""


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    file = tmp_path / "sheet.csv"
    file.write_text(SHEET, "utf-8")
    return file


def test_the_next_step_has_words_history_and_evidence(terminal: Terminal) -> None:
    shown = terminal("next").out
    for part in (
        "Your first 20 seconds", "Ask for the meeting", "So far", "Who is known there",
        "name from team page", "more parts",
    ):  # fmt: skip
        assert part in shown
    assert "“We are not hiring”" in terminal("next", "--all").out


def test_the_number_is_shown_as_a_code_to_scan(terminal: Terminal) -> None:
    shown = terminal("next", "--qr").out
    assert "█" in shown
    assert "it dials +12165550142" in shown


def test_the_code_is_drawn_in_ascii_where_need_be(terminal: Terminal) -> None:
    terminal.encoding = "ascii"
    assert "##" in terminal("next", "--qr").out


def test_the_next_step_in_json_has_the_whole_card(terminal: Terminal) -> None:
    card = terminal("next", "--json").data
    assert set(card) == {
        "opening", "step", "hours", "script", "mail", "missing", "people", "switchboard", "history",
        "ask_for",
    }  # fmt: skip


def test_no_call_due_is_told(terminal: Terminal) -> None:
    terminal("pause", "acme", "in 2 weeks")
    terminal("next", "--call", code=11)


def test_the_language_of_calls_is_chosen_shown_and_said(terminal: Terminal) -> None:
    assert "language  auto" in " ".join(terminal("config").out.split("\n")[1:8])
    assert "language  de" in terminal("config", "--language", "DE").out
    shown = terminal("next").out
    assert "Ihre ersten 20 Sekunden" in shown
    assert "Your first 20 seconds" not in shown
    assert '"language": "de"' in terminal("config", "--json").out
    assert "There are auto, de, en." in terminal("config", "--language", "tlh", code=12).err


def test_all_openings_are_listed_by_stage(terminal: Terminal) -> None:
    terminal("add", "Example Tools")
    shown = terminal("show").out
    assert shown.index("Researching") < shown.index("Sent")
    assert "Acme" not in terminal("show", "--stage", "researching").out
    terminal("close", "acme", "withdrawn")
    assert "Acme" not in terminal("show").out
    assert "Acme" in terminal("show", "--closed").out


def test_a_plan_is_written_and_shown(terminal: Terminal) -> None:
    assert "have not written a plan" in terminal("plan").out
    terminal("plan", "--days", "mon-wed,fri", "--from", "9:30", "--calls", "8")
    assert "Mon, Tue, Wed, Fri, from 09:30, 8 calls a day." in terminal("plan").out
    assert "your plan: 8 calls a day" in terminal("today").out
    terminal("plan", "--calls", "5")
    assert terminal("plan", "--json").data["from"] == "09:30"


def test_days_off_move_what_the_seeker_does_at_the_desk(terminal: Terminal) -> None:
    shown = terminal("plan", "--off", "2026-12-24..2026-12-31", "--off", "11/27").out
    assert "Days off: Fri 27 Nov; Thu 24 Dec to Thu 31 Dec." in shown
    assert "Fri 27 Nov" not in terminal("plan", "--on", "11/27").out


@pytest.mark.parametrize("words", [("--days", "someday"), ("--from", "25:00"), ("--calls", "900"),
                                   ("--off", "2026-12-31..2026-12-01")])  # fmt: skip
def test_a_plan_that_cannot_be_is_refused(terminal: Terminal, words: tuple[str, str]) -> None:
    terminal("plan", *words, code=12)


def test_every_rule_is_shown_with_its_ground(terminal: Terminal) -> None:
    shown = terminal("cadence").out
    assert "first_call_days  3 business days" in shown
    assert "Grounds 2.2: employers read portals in batches." in " ".join(shown.split())
    assert "docs/grounds.md" in shown
    rules = terminal("cadence", "retry_days", "--json").data["rules"]
    assert isinstance(rules, list)
    assert len(rules) == 1


def test_a_change_of_rules_shows_what_would_move_and_asks(terminal: Terminal) -> None:
    shown = terminal("cadence", "--set", "first_call_days=5", "--dry-run").out
    assert "This changes 1 opening." in shown
    assert "today" in shown
    assert "Mon 30 Nov" in shown
    terminal("cadence", "--set", "first_call_days=5", code=15)
    assert (
        "The cadence is changed"
        in terminal(
            "cadence", "--set", "first_call_days=5", "--set", 'morning_from="08:30"', "--yes"
        ).out
    )
    assert terminal("cadence", "--toml").out == 'first_call_days = 5\nmorning_from = "08:30"\n'
    assert "changed; the default is 3" in terminal("cadence", "first_call_days").out
    terminal("cadence", "--reset", "--yes")
    assert terminal("cadence", "--toml").out == ""


def test_a_cadence_from_a_file_is_refused_by_line(terminal: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "cadence.toml"
    file.write_text("# mine\nattempts = 30\n", "utf-8")
    answer = terminal("cadence", "--file", str(file), code=13)
    assert "Line 2" in answer.err
    assert "from 1 to 8" in answer.err


def test_the_seeker_and_their_lines_are_set(terminal: Terminal) -> None:
    terminal("config", "--number", "+1 202 555 0100", "--line", "proof", "I cut scrap by half.")
    assert "I cut scrap by half." in terminal("config").out
    assert "I cut scrap by half." in terminal("next").out
    terminal("config", "--line", "no such part", "x", code=12)
    assert "opening" in terminal("config", "--parts").out


def test_a_sheet_is_shown_read_in_and_taken_back(empty: Terminal, sheet: Path) -> None:
    empty("config", "--zone", "America/New_York")
    dry = empty("import", str(sheet), "--dry-run").out
    assert "Company" in dry
    assert "employer" in dry
    assert "Nothing was read in" in dry
    done = empty("import", str(sheet)).out
    assert "2 rows of sheet.csv: 2 new" in done
    assert "ringback gate" in done
    again = empty("import", str(sheet), "--json").data
    assert (again["created"], again["known"]) == (0, 2)
    listed = empty("import", "--list", "--json").data["imports"]
    assert isinstance(listed, list)
    first = listed[-1]
    assert isinstance(first, dict)
    empty("import", "--take-back", str(first["id"]))
    assert "Riverbend" not in empty("show").out


def test_an_undo_does_not_tear_an_import_apart(empty: Terminal, sheet: Path) -> None:
    empty("import", str(sheet))
    answer = empty("undo", code=15)
    assert "--take-back" in answer.err


def test_an_export_comes_back_as_it_was(terminal: Terminal, tmp_path: Path) -> None:
    archive = tmp_path / "all.zip"
    terminal("export", str(archive))
    assert "--overwrite" in terminal("export", str(archive), code=15).err
    terminal("export", str(archive), "--overwrite")
    before = terminal("show", "1", "--json").data["history"]
    terminal("erase", "--everything", "--yes")
    terminal("import", str(archive), "--yes")
    opening = json.loads(terminal("show", "--json").out)["openings"][0]["id"]
    after = terminal("show", str(opening), "--json").data["history"]
    assert _kinds(after) == _kinds(before)


def _kinds(history: object) -> list[tuple[object, object]]:
    assert isinstance(history, list)
    return [(touch["uid"], touch["kind"]) for touch in history]


def test_a_whole_book_passes_the_check(terminal: Terminal) -> None:
    assert terminal("check").out == "The book is whole.\n"
    assert terminal("check", "--json").data["whole"] is True


def test_a_step_that_was_tampered_with_is_found_and_mended(terminal: Terminal) -> None:
    from ringback.book.openings import Step

    Step.objects.update(attempt=7)
    assert "ringback check --mend" in terminal("check", code=23).out
    assert "1 step was put right." in terminal("check", "--mend").out


def test_a_person_is_erased_everywhere(terminal: Terminal) -> None:
    terminal("note", "acme", "Dana Reyes likes early calls")
    terminal("erase", "--person", "Dana Reyes", code=15)
    terminal("erase", "--person", "Dana Reyes", "--yes")
    assert "Dana" not in terminal("show", "acme", "--json").out
