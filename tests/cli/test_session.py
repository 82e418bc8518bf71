"""The calling session: by lines in this process, by keys in a real terminal."""

import shutil
import signal
import sys
from pathlib import Path

import pytest

from ringback.cli.session import COMMANDS
from ringback.core.outcomes import OUTCOMES
from tests.cli.process import command, environment, start
from tests.cli.terminal import WEDNESDAY, Terminal


def calling(terminal: Terminal, *lines: str, code: int = 0) -> str:
    """What a session by lines shows; each line is answered to one question."""
    return terminal("call", "--plain", text="".join(f"{one}\n" for one in lines), code=code).out


def test_no_key_of_the_session_is_one_of_an_outcome() -> None:
    assert not set(COMMANDS) & {outcome.key for outcome in OUTCOMES}
    assert not {"\r", "\n", " "} & {outcome.key for outcome in OUTCOMES}


def test_a_call_is_shown_with_number_hours_and_words(terminal: Terminal) -> None:
    shown = calling(terminal, "q")
    for part in (
        "Call Dana Reyes", "until noon", "Your first 20 seconds", "Voicemail",
        "Dial for Dana Reyes: (216) 555-0142", "What came of it?", "0 dials",
    ):  # fmt: skip
        assert part in shown


def test_one_key_and_a_note_record_a_call(terminal: Terminal) -> None:
    shown = calling(terminal, "n", "rang eight times", "")
    assert "Next: Call Dana Reyes, on Mon 30 Nov" in shown
    assert "1 dial, 0 conversations, 0 interviews." in shown
    assert "All of it counts as of" in shown
    assert "undo  takes the last one back" in shown
    assert "“rang eight times”" in terminal("show", "acme").out


def test_a_word_serves_as_well_as_a_key(terminal: Terminal) -> None:
    assert "voicemail, message left" in calling(terminal, "voicemail-left", "")


def test_an_interview_asks_when_and_counts(terminal: Terminal) -> None:
    shown = calling(terminal, "i", "someday", "yesterday 10:00", "Mon 14:00", "")
    assert "is not a moment that I understand" in shown
    assert "That has passed already." in shown
    assert "Understood as Mon 30 Nov, 2:00 pm." in shown
    assert "1 dial, 1 conversation, 1 interview." in shown


def test_what_is_needed_and_left_empty_records_nothing(terminal: Terminal) -> None:
    shown = calling(terminal, "r", "", "q")
    assert "Nothing was recorded." in shown
    assert "0 dials" in shown


def test_a_name_is_asked_with_title_and_number(terminal: Terminal) -> None:
    calling(terminal, "r", "Kim Park", "Plant Manager", "", "+1 216 555 0155", "", "q")
    shown = terminal("show", "acme").out
    assert "Kim Park, Plant Manager" in shown
    assert "(216) 555-0155" in shown


def test_a_number_that_cannot_be_read_is_refused_and_the_call_stays(terminal: Terminal) -> None:
    shown = calling(terminal, "r", "Kim Park", "", "", "twelve", "", "q")
    assert "There is no number here." in shown
    assert "0 dials" in shown


def test_the_last_one_is_taken_back_and_comes_up_again(terminal: Terminal) -> None:
    terminal("add", "Example Tools", "--manager", "Sam Lee", "--number", "+1 216 555 0166",
             at="2026-11-20 9:00")  # fmt: skip
    terminal("send", "example", at="2026-11-20 10:30")
    shown = calling(terminal, "n", "", "u", "q")
    assert "Taken back: " in shown
    assert "0 dials" in shown
    assert shown.count("What came of it?") == 3


def test_a_call_is_left_for_later(terminal: Terminal) -> None:
    shown = calling(terminal, "g")
    assert "No more calls for now." in shown
    assert "0 dials" in shown


def test_words_keys_and_code_are_shown_on_demand(terminal: Terminal) -> None:
    shown = calling(terminal, "?", "d", "Q", "&", "q")
    assert "would not put me through" in shown
    assert "“We are not hiring”" in shown
    assert "Scan it with your phone" in shown
    assert "No outcome has that key." in shown


def test_the_end_of_the_lines_ends_the_session(terminal: Terminal) -> None:
    assert "1 dial" in calling(terminal, "n")


def test_outside_their_hours_it_says_from_when(terminal: Terminal) -> None:
    shown = terminal("call", "--plain", at="2026-11-25 8:00").out
    assert "the next one from 9:00 am, in 1 h: Dana" in shown


def test_the_hours_that_are_told_are_those_of_the_day_on_which_they_can_be_called(
    terminal: Terminal,
) -> None:
    terminal("config", "--zone", "America/Denver")
    # They begin an hour later on a Monday.
    shown = terminal("next", "acme", at="2026-11-27 22:00").out
    assert "from Mon 30 Nov, 10:00 am (8:00 am for you)" in " ".join(shown.split())
    assert "That day in your time: 8:00 am to" in shown


def test_one_opening_can_be_called_by_itself(terminal: Terminal) -> None:
    shown = terminal("call", "acme", "--plain", text="b\n\n").out
    assert "1 dial" in shown
    assert shown.count("What came of it?") == 1


def test_an_opening_without_a_call_is_refused(terminal: Terminal) -> None:
    terminal("add", "Example Tools")
    terminal("call", "example", code=11)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A book in which Dana Reyes is to be called."""
    folder = tmp_path_factory.mktemp("calling")
    start(
        folder, "--at", "2026-11-20 9:00", "add", "Acme Foods", "--title", "Planner",
        "--manager", "Dana Reyes", "--number", "+1 216 555 0142",
    )  # fmt: skip
    start(folder, "--at", "2026-11-20 10:00", "send", "acme")
    return folder


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminal")
def test_a_real_terminal_gives_keys_and_can_be_resized(home: Path) -> None:
    import pexpect

    python, *line = command("--at", WEDNESDAY, "call")
    child = pexpect.spawn(
        python, line, env=environment(home), dimensions=(24, 80), encoding="utf-8", timeout=60
    )
    child.expect("What came of it")
    assert "tel:" in child.before, "the number is a link"
    child.setwinsize(20, 50)
    child.send("?")
    child.expect("What came of it")
    child.send("d")
    child.expect("What came of it")
    words = child.before.replace("\r", "").splitlines()
    assert max(map(len, words)) < 80
    child.send("V")
    child.expect("Note")
    child.sendline("asked her to ring back")
    child.sendline("")
    child.expect("1 dial, 0 conversations, 0 interviews")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminal")
def test_ctrl_c_ends_with_the_summary_and_its_code(home: Path) -> None:
    import pexpect

    python, *line = command("--at", "2026-12-03 10:00", "call", "acme")
    # Whatever runs the tests may itself pass over Ctrl+C, and a child would do as it does.
    child = pexpect.spawn(
        python, line, env=environment(home), encoding="utf-8", timeout=60,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    )  # fmt: skip
    child.expect("What came of it")
    child.sendintr()
    child.expect("0 dials")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 130
    assert "Traceback" not in child.before


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminal")
def test_a_call_that_is_logged_without_its_outcome_asks_for_it(home: Path, tmp_path: Path) -> None:
    import pexpect

    folder = tmp_path / "home"
    shutil.copytree(home, folder)
    python, *line = command("--at", WEDNESDAY, "log", "acme")
    child = pexpect.spawn(python, line, env=environment(folder), encoding="utf-8", timeout=60)
    child.expect("What came of it")
    assert all(outcome.says in child.before for outcome in OUTCOMES)
    child.sendline("&")
    child.expect("“&” is none of them")
    child.expect("What came of it")
    child.sendline("c")
    child.expect("When, on their clock")
    child.sendline("Fri 10:00")
    child.expect("Understood as Fri 27 Nov")
    child.expect("Note")
    child.sendline("")
    child.expect("asked me to call back")
    child.expect("Next: ")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminal")
def test_nothing_is_logged_where_no_outcome_is_told(home: Path) -> None:
    import pexpect

    before = start(home, "--at", WEDNESDAY, "show", "acme", "--json").stdout
    python, *line = command("--at", WEDNESDAY, "log", "acme")
    child = pexpect.spawn(python, line, env=environment(home), encoding="utf-8", timeout=60)
    child.expect("What came of it")
    child.sendline("q")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 130
    assert start(home, "--at", WEDNESDAY, "show", "acme", "--json").stdout == before
