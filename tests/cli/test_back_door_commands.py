"""The back door and the receptionist from the terminal, each told as a story."""

import json
from pathlib import Path

from tests.cli.terminal import Terminal
from tests.sources.linkedin_files import OTHERS, WHOLE, export_of


def added(terminal: Terminal, *more: str) -> None:
    terminal(
        "add", "Riverbend Mill", "--title", "Planner", "--city", "Dayton", "--region", "OH",
        "--country", "US", *more,
    )  # fmt: skip


def test_a_friend_who_was_asked_is_the_next_step(terminal: Terminal) -> None:
    added(terminal)
    shown = terminal("refer", "riverbend", "Kim Sample", "--asked").out
    assert "Asked Kim Sample for a name or a word." in shown
    assert "Next: Ask Kim Sample how it went, on Mon 30 Nov." in shown
    words = terminal("next", "riverbend").out
    assert "I asked you today about Riverbend Mill." in words
    assert "May I say that you sent me?" in words


def test_a_promise_of_a_friend_has_their_day(terminal: Terminal) -> None:
    added(terminal)
    shown = terminal("refer", "riverbend", "Kim Sample", "--promised", "--by", "2026-12-04").out
    assert "Kim Sample will help, by Fri 4 Dec." in shown
    assert "Ask Kim Sample how it went, on Mon 7 Dec." in shown


def test_the_name_from_a_friend_is_thanked_for_and_called_in_their_name(
    terminal: Terminal,
) -> None:
    added(terminal)
    shown = terminal(
        "refer", "riverbend", "Kim Sample", "--to", "Lou Baker", "--to-title", "Plant Manager",
        "--number", "+1 937 555 0142", "--may-say",
    ).out  # fmt: skip
    assert "Referred by Kim Sample to Lou Baker (you may say so)." in shown
    assert "Next: Thank Kim Sample" in shown
    assert "Thank you for giving me the name of Lou Baker." in terminal("next", "riverbend").out
    shown = terminal("thank", "riverbend").out
    assert "Call Lou Baker" in shown
    assert "Kim Sample suggested that I talk to you." in terminal("next", "riverbend").out


def test_a_friend_who_does_not_want_to_be_named_is_not_named(terminal: Terminal) -> None:
    added(terminal)
    terminal("refer", "riverbend", "Kim Sample", "--to", "Lou Baker", "--number", "+1 937 555 0142")
    terminal("thank", "riverbend")
    script = terminal("next", "riverbend", "--json").data["script"]
    assert "Kim" not in str(script)
    assert "Your name came from somebody I know." in str(script)


def test_a_friend_who_cannot_help_leaves_the_search_to_go_on(terminal: Terminal) -> None:
    added(terminal)
    terminal("refer", "riverbend", "Kim Sample", "--asked")
    shown = terminal("refer", "riverbend", "Kim Sample", "--refused").out
    assert "Kim Sample cannot help." in shown
    assert "Next: Find out who hires" in shown


def test_what_goes_together_is_said(terminal: Terminal) -> None:
    added(terminal)
    asked = ("refer", "riverbend", "Kim Sample", "--asked")
    assert "leave out --asked" in terminal(*asked, "--may-say", code=2).err
    assert "Name one of" in terminal(*asked, "--refused", code=2).err
    assert "--to MANAGER" in terminal("refer", "riverbend", "Kim", "--may-say", code=2).err
    assert "--by goes with" in terminal("refer", "riverbend", "Kim", "--by", "Fri", code=2).err


# The receptionist


def test_without_a_name_the_step_is_the_switchboard_with_whom_to_ask_for(
    terminal: Terminal,
) -> None:
    added(terminal, "--switchboard", "+1 937 555 0100", "--reports-to", "Plant Manager")
    shown = terminal("next", "riverbend").out
    assert "Ask the switchboard who hires" in shown
    assert "Ask for your Plant Manager." in shown
    assert "I'd like to write to your Plant Manager." in shown
    assert terminal("next", "riverbend", "--json").data["ask_for"] == "your Plant Manager"


def test_what_the_receptionist_says_is_kept_with_the_person(terminal: Terminal) -> None:
    added(terminal, "--switchboard", "+1 937 555 0100")
    terminal(
        "log", "riverbend", "name", "--name", "Lou Baker", "--title", "Plant Manager",
        "--spelling", "LOO BAY-ker", "--extension", "214", "--best", "9:30-11",
        at="2026-11-25 10:00",
    )  # fmt: skip
    shown = terminal("show", "riverbend").out
    assert "Lou Baker (say: LOO BAY-ker), Plant Manager" in shown
    assert "(937) 555-0100 ext. 214" in shown
    assert "best reached from 09:30 to 11:00, on their clock" in shown
    terminal("send", "riverbend", at="2026-11-25 10:30")
    step = terminal("next", "riverbend", "--json").data["step"]
    assert isinstance(step, dict)
    assert step["earliest"] == "2026-12-01T14:30:00+00:00"
    assert step["latest"] == "2026-12-01T16:00:00+00:00"


def test_when_the_person_leaves_the_switchboard_can_still_be_asked(terminal: Terminal) -> None:
    added(terminal, "--manager", "Lou Baker", "--number", "+1 937 555 0100 ext. 214")
    terminal("send", "riverbend")
    shown = terminal("log", "riverbend", "left-company", at="2026-12-01 10:00").out
    assert "Next: Ask the switchboard who hires" in shown
    step = terminal("next", "riverbend", "--json", at="2026-12-01 10:00").data["step"]
    assert isinstance(step, dict)
    assert step["route"] == {
        "kind": "switchboard", "value": "+19375550100", "extension": "", "tel": "tel:+19375550100",
    }  # fmt: skip


def test_hours_and_extensions_that_cannot_be_are_refused(terminal: Terminal) -> None:
    added(terminal, "--manager", "Lou Baker")
    best = terminal("log", "riverbend", "blocked", "--best", "sometimes", code=12).err
    assert "“sometimes” names no hours of a day." in best
    lone = terminal("log", "riverbend", "blocked", "--extension", "12", code=12).err
    assert "Of which number is 12 the extension?" in lone
    odd = terminal("log", "riverbend", "blocked", "--extension", "none", code=12).err
    assert "“none” is no extension." in odd


def test_the_session_asks_what_a_receptionist_can_tell(terminal: Terminal) -> None:
    added(terminal, "--switchboard", "+1 937 555 0100")
    answers = ["a", "Lou Baker", "Plant Manager", "LOO", "", "214", "whenever", "9:30-11", "", ""]
    text = "".join(f"{line}\n" for line in answers)
    shown = terminal("call", "riverbend", "--plain", at="2026-11-30 11:00", text=text).out
    assert "“whenever” names no hours of a day." in shown
    kept = terminal("show", "riverbend").out
    assert "(937) 555-0100 ext. 214" in kept
    assert "best reached from 09:30 to 11:00" in kept


# One's own people


def test_the_dry_run_of_an_export_says_what_each_part_is(
    terminal: Terminal, tmp_path: Path
) -> None:
    path = export_of(tmp_path, WHOLE)
    shown = terminal("import", str(path), "--dry-run").out
    for part in ("LinkedIn's messages", "LinkedIn's positions", "LinkedIn's connections"):
        assert part in shown
    assert "CONTENT" in shown
    assert "not kept" in shown
    assert "left alone" in shown
    assert all(name in " ".join(shown.split()) for name in OTHERS)
    assert "Nothing was read in" in shown
    assert terminal("import", "--list", "--json").data["imports"] == []


def test_an_export_is_read_in_and_its_people_are_ties(terminal: Terminal, tmp_path: Path) -> None:
    terminal("import", str(export_of(tmp_path, WHOLE)), "--yes")
    shown = " ".join(terminal("ties", "quarrystone").out.split())
    assert "Avis Tarrow, Vice President, Operations: works there" in shown
    assert "close: they recommended you on 6 May 2019; you wrote to each other" in shown
    assert "messages.csv, line 2" in shown
    assert "Hello Avis Tarrow, it's Pat Doe." in shown
    assert "--asked once you have asked Avis Tarrow" in shown


def test_ties_of_all_that_is_open_and_what_came_of_asking(
    terminal: Terminal, tmp_path: Path
) -> None:
    terminal("import", str(export_of(tmp_path, WHOLE)), "--yes")
    terminal("refer", "quarrystone", "Avis Tarrow", "--promised", "--by", "2026-12-04")
    doors = json.loads(terminal("ties", "--json").out)["doors"]
    assert [door["employer"]["name"] for door in doors] == [
        "Quarrystone Fittings, Inc.",
        "Vorhaus Muster GmbH",
    ]
    shown = terminal("ties").out
    assert "promised to help, by 4 December (25 November)" in shown


def test_without_anybody_it_says_where_people_come_from(terminal: Terminal) -> None:
    assert "None of your own people" in terminal("ties").out
    assert "None of your own people is known there." in terminal("ties", "acme").out
    assert "None of your own people is known there." in terminal("ties", "Never Heard Of").out
    assert "no opening with the number 99" in terminal("ties", "99", code=3).err
