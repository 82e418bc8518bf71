"""What is refused: one sentence, a hint, and an exit code of its own for each reason."""

import pytest

from ringback.cli import run as running
from ringback.cli.exits import MEANINGS, REFUSED
from ringback.core.outcomes import OUTCOMES
from ringback.desk.refusal import Code, Refusal
from ringback.home import BadSettings
from tests.cli.terminal import Terminal


def test_every_code_has_an_exit_code_of_its_own() -> None:
    assert set(REFUSED) == set(Code)
    assert len(set(REFUSED.values())) == len(Code)
    assert set(REFUSED.values()) <= set(MEANINGS)


@pytest.mark.parametrize("code", list(Code))
def test_a_refusal_ends_in_its_exit_code(code: Code, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(words: list[str]) -> int:
        raise Refusal(code, "It cannot be done.", "Do something else.")

    monkeypatch.setattr(running, "_invoke", refuse)
    answer = Terminal().run("today", "--json")
    assert answer.code == REFUSED[code]
    assert answer.err == "ringback: It cannot be done.\n  → Do something else.\n"
    assert answer.data == {
        "error": {
            "code": code.value, "exit": REFUSED[code], "sentence": "It cannot be done.",
            "hint": "Do something else.",
        }
    }  # fmt: skip


def test_settings_that_cannot_be_used_have_a_code(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(words: list[str]) -> int:
        raise BadSettings("The settings file cannot be read.", "Mend it.")

    monkeypatch.setattr(running, "_invoke", refuse)
    assert Terminal().run("today").code == 21


def test_an_answer_that_cannot_be_written_has_a_code(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(words: list[str]) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(running, "_invoke", fail)
    answer = Terminal().run("today")
    assert answer.code == 22
    assert answer.err == "ringback: The answer could not be written: No space left on device.\n"


def test_ctrl_c_has_a_code(monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(words: list[str]) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(running, "_invoke", stop)
    assert Terminal().run("today").code == 130


def test_a_reader_that_went_away_is_met_in_silence(monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(words: list[str]) -> int:
        raise BrokenPipeError

    monkeypatch.setattr(running, "_invoke", gone)
    answer = Terminal().run("today")
    assert (answer.code, answer.err) == (141, "")


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("show", "nobody"), 3),
        (("show", "999"), 3),
        (("show", "a"), 4),
        (("send", "example"), 5),
        (("log", "closed", "busy"), 6),
        (("log", "acme", "jump"), 9),
        (("log", "acme", "interview"), 9),
        (("log", "acme", "busy", "--at", "tomorrow 10:00"), 10),
        (("resume", "acme"), 11),
        (("log", "acme", "busy", "--at", "the other day"), 12),
        (("name", "example", "Sam Lee", "--number", "twelve"), 12),
        (("config", "--zone", "Atlantis/Capital"), 12),
        (("cadence", "--set", "attempts=99"), 13),
        (("cadence", "--file", "/"), 14),
        (("import", "/no/such/file.csv"), 14),
        (("erase", "--everything"), 15),
        (("jump",), 2),
        (("log", "acme"), 2),
        (("today", "--search", "x"), 2),
    ],
)
def test_a_story_of_each_refusal(terminal: Terminal, words: tuple[str, ...], code: int) -> None:
    terminal("add", "Example Tools")
    terminal("add", "Closed Doors")
    terminal("close", "closed", "withdrawn")
    answer = terminal(*words, code=code)
    assert answer.err.startswith("ringback: ")
    assert "Traceback" not in answer.err


def test_an_unknown_search_is_said_to_be_one(terminal: Terminal) -> None:
    answer = terminal.run("--search", "other", "today")
    assert answer.code == 3
    assert "There is no search called “other”" in answer.err


def test_no_book_says_how_to_begin(empty: Terminal) -> None:
    answer = empty("today", code=16)
    assert "ringback add" in answer.err


def test_a_slip_of_the_pen_is_understood(terminal: Terminal) -> None:
    assert "Did you mean “today”?" in terminal("todya", code=2).err


def test_an_option_in_the_wrong_place_is_told_its_place(terminal: Terminal) -> None:
    assert "stands before the command" in terminal("today", "--search", "x", code=2).err


def test_a_name_without_its_quotes_is_met(terminal: Terminal) -> None:
    for typed, meant in (
        (("add", "Maple", "Freight"), 'add "Maple Freight"'),
        (
            ("add", "Maple", "Freight", "--city", "New York"),
            'add "Maple Freight" --city "New York"',
        ),
        (("log", "acme", "interview", "friday", "10am"), 'log acme interview -m "friday 10am"'),
        (("log", "acme", "foods", "busy"), 'log "acme foods" busy'),
        (("log", "acme", "talked", "next", "week"), 'log acme talked --day "next week"'),
        (("log", "acme", "filled", "by", "Sam"), 'log acme filled -n "by Sam"'),
    ):
        assert f"stands in quotes: `ringback {meant}`." in " ".join(
            terminal(*typed, code=2).err.split()
        )


def test_what_an_outcome_needs_is_shown_with_ones_own_opening(terminal: Terminal) -> None:
    refused = terminal("log", "acme", "interview", code=9)
    assert 'Such as: `ringback log 1 interview -m "tomorrow 10am"`.' in refused.err
    refused = terminal("log", "acme", "referred", code=9)
    assert 'Such as: `ringback log 1 referred --name "NAME"`.' in refused.err


def test_an_outcome_with_a_slip_in_it_is_guessed(terminal: Terminal) -> None:
    refused = terminal("log", "acme", "voicmail-left", code=9)
    assert "Did you mean “voicemail-left”?" in refused.err
    refused = terminal("log", "acme", "xyzzy", code=9)
    assert "`ringback log --help` tells all there are." in refused.err


def test_the_desk_in_the_browser_is_not_shown_as_of_another_moment(terminal: Terminal) -> None:
    refused = terminal.run("--at", "tomorrow 10:00", "serve", "--no-browser")
    assert refused.code == 12
    assert "always as of now" in refused.err


def test_words_without_the_own_name_say_so(terminal: Terminal) -> None:
    terminal("config", "--number", "+1 614 555 0199")
    assert "your own" not in terminal("next").out
    for given, command in (
        (("--name", ""), '--name "NAME"'), (("--number", ""), '--name "NAME" --number "NUMBER"'),
        (("--name", "Pat Doe"), '--number "NUMBER"'),
    ):  # fmt: skip
        terminal("config", *given)
        shown = terminal("next").out
        assert f"\nringback config {command}  your own in these words\n" in shown


def test_an_outcome_that_is_left_out_is_asked_for_with_all_there_are(terminal: Terminal) -> None:
    refused = terminal("log", "acme", code=2)
    lines = refused.err.splitlines()
    assert all(len(line) <= 80 for line in lines)
    for outcome in OUTCOMES:
        (line,) = (one for one in lines if one.split()[:1] == [outcome.word])
        assert line.split(maxsplit=1)[1].startswith(outcome.says)
