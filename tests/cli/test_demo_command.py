"""`ringback demo`, as processes of their own: in, a call, an outcome, and out again."""

import json
import os
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from ringback.doors.clock import now_in
from ringback.home import Demo
from tests.cli.seat import ROWS, Seat

SOURCE = Path(__file__).parents[2] / "src"


class Terminal:
    """A home folder in which commands are run one after the other."""

    def __init__(self, home: Path) -> None:
        self.home = home
        kept = {k: v for k, v in os.environ.items() if not k.startswith("RINGBACK_")}
        self.environment = {
            **kept, "RINGBACK_HOME": str(home), "PYTHONPATH": str(SOURCE), "TZ": "UTC",
            "PYTHONUTF8": "1",
        }  # fmt: skip

    def run(self, *words: str, code: int = 0) -> subprocess.CompletedProcess[str]:
        line = [sys.executable, "-m", "ringback.cli.main", *words]
        done = subprocess.run(
            line, env=self.environment, capture_output=True, text=True, check=False
        )
        assert done.returncode == code, done.stderr
        return done


@pytest.fixture
def terminal(tmp_path: Path) -> Terminal:
    return Terminal(tmp_path / "home")


def test_a_newcomer_sees_today_the_next_step_an_outcome_and_what_follows(
    terminal: Terminal,
) -> None:
    assert "Follow-up coverage" in terminal.run("demo").stdout
    assert terminal.run("next", "prairie").stdout.startswith("Call Sunita Rao")
    logged = terminal.run("log", "prairie", "no-answer")
    assert "Next" in logged.stdout
    assert "In the demo" in logged.stderr
    assert json.loads(terminal.run("today", "--json").stdout)["search"] == "demo"


def test_the_demo_is_left_and_entered_again_as_it_was(terminal: Terminal) -> None:
    terminal.run("demo", "--json")
    terminal.run("close", "prairie", "withdrawn")
    terminal.run("demo", "--leave")
    terminal.run("today", code=16)
    terminal.run("demo", "--json")
    terminal.run("close", "prairie", "withdrawn", code=6)
    terminal.run("demo", "--again", "--json")
    terminal.run("close", "prairie", "withdrawn")


def test_somebody_with_a_book_of_their_own_stays_in_it(terminal: Terminal) -> None:
    terminal.run("add", "Example Tools")
    shown = terminal.run("demo", "--json").stdout
    assert json.loads(shown)["current"] is False
    assert "Example Tools" in terminal.run("show").stdout
    shown = " ".join(terminal.run("demo").stdout.split())
    assert "what you type next is done in your own book." in shown
    assert "go in first: `ringback demo --enter`." in shown
    terminal.run("demo", "--enter", "--json")
    assert "Example Tools" not in terminal.run("show").stdout
    assert "You are in the demo: what you type next is done there" in terminal.run("demo").stdout


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminal")
def test_the_demo_fits_a_terminal_and_says_how_to_see_the_rest(tmp_path: Path) -> None:
    shown = Seat(tmp_path / "home", "demo").end()
    assert len(shown.splitlines()) < ROWS
    assert "`ringback show` lists all" in shown
    assert "until `ringback demo --leave`" in " ".join(shown.split())


def test_the_demo_is_entered_from_the_welcome_as_well(terminal: Terminal) -> None:
    words = (
        "from ringback.doors import book; book.load(); from ringback.cli.run import run; "
        "raise SystemExit(run(['demo', '--json']))"
    )
    line = [sys.executable, "-c", words]
    done = subprocess.run(
        line, env=terminal.environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["current"] is True
    assert not (terminal.home / "book.sqlite3").exists()
    assert terminal.run("next", "prairie").stdout.startswith("Call Sunita Rao")


def test_every_command_in_the_demo_goes_by_its_own_clock(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    Demo(home / "demo").folder.mkdir()
    Demo(home / "demo").set_ahead(timedelta(hours=30))
    ahead = now_in(home / "demo") - now_in(home)
    assert timedelta(hours=29) < ahead < timedelta(hours=31)
