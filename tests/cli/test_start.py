"""Starting: what is loaded, and what a terminal, a pipe or a folder can do to it."""

import json
import re
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from ringback.cli.commands import MODULES
from tests.cli.process import command, environment, start

HEAVY = ("django", "rich", "phonenumbers", "holidays", "segno", "click")
LOADED = """
import sys
sys.argv = ["ringback", *{words!r}]
from ringback.cli.main import main
try:
    main()
except SystemExit:
    pass
print("LOADED", *sorted(name for name in sys.modules if "." not in name))
"""


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a book in which Acme Foods was added."""
    folder = tmp_path_factory.mktemp("made")
    start(folder, "add", "Acme Foods")
    return folder


@pytest.fixture
def home(made: Path, tmp_path: Path) -> Path:
    """A home of the test's own with such a book."""
    folder = tmp_path / "home"
    shutil.copytree(made, folder)
    return folder


def loaded(home: Path, *words: str) -> set[str]:
    line = [sys.executable, "-c", LOADED.format(words=list(words))]
    out = subprocess.check_output(line, env=environment(home), text=True, encoding="utf-8")
    return set(out.rpartition("LOADED")[2].split())


def test_help_loads_nothing_heavy(tmp_path: Path) -> None:
    assert not loaded(tmp_path, "--help") & set(HEAVY)


def test_help_on_a_command_loads_no_database_and_no_screen(tmp_path: Path) -> None:
    modules = loaded(tmp_path, "log", "--help")
    assert not modules & {"django", "rich", "holidays", "segno"}


def test_an_answer_in_json_loads_no_screen(home: Path) -> None:
    assert not loaded(home, "today", "--json") & {"rich", "segno", "phonenumbers"}


def test_help_on_a_command_can_be_asked_for_in_two_ways(tmp_path: Path) -> None:
    assert start(tmp_path, "help", "log").stdout == start(tmp_path, "log", "--help").stdout


def test_help_names_every_command(tmp_path: Path) -> None:
    shown = start(tmp_path, "--help").stdout
    assert all(f"\n  {name} " in shown for name in MODULES)


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252"])
def test_a_terminal_without_utf_8_is_met(tmp_path: Path, encoding: str) -> None:
    more = {"PYTHONIOENCODING": encoding, "COLUMNS": "80"}
    done = subprocess.run(
        command("add", "Müller & Söhne 中", "--title", "Einkäufer"),
        env=environment(tmp_path, **more), capture_output=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert b"Traceback" not in done.stderr
    assert "M" in done.stdout.decode(encoding)


def test_json_is_whole_without_utf_8(home: Path) -> None:
    more = {"PYTHONIOENCODING": "ascii"}
    start(home, "add", "Müller 中")
    shown = json.loads(start(home, "show", "--json", **more).stdout)
    assert shown["openings"][-1]["employer"]["name"] == "Müller 中"


def test_a_reader_that_goes_away_is_met_in_silence(home: Path) -> None:
    line = command("cadence")
    with subprocess.Popen(
        line, env=environment(home), stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 141


def test_a_full_disk_behind_the_answer_is_said(tmp_path: Path) -> None:
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("no /dev/full on this machine")
    with full.open("w") as out:
        done = subprocess.run(
            command("--help"), env=environment(tmp_path), stdout=out, stderr=subprocess.PIPE,
            text=True, check=False,
        )  # fmt: skip
    assert done.returncode == 22
    assert "Traceback" not in done.stderr


def test_no_book_welcomes_and_prints_the_ways_in(tmp_path: Path) -> None:
    done = start(tmp_path)
    assert done.returncode == 0
    for way in ("ringback demo", "ringback import FILE", "ringback add"):
        assert way in done.stdout


def test_with_a_book_the_main_job_is_today(home: Path) -> None:
    assert start(home).stdout.startswith("Follow-up coverage")


def test_a_new_search_is_where_the_machine_is(tmp_path: Path) -> None:
    assert (
        "has begun in Asia/Kathmandu, NP"
        in start(tmp_path, "add", "Acme", TZ="Asia/Kathmandu").stderr
    )


def test_a_book_that_is_no_database_is_said_to_be_damaged(tmp_path: Path) -> None:
    (tmp_path / "book.sqlite3").write_bytes(b"this is no database" * 100)
    done = start(tmp_path, "today")
    assert done.returncode == 19
    assert "damaged" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_home_that_is_a_file_is_said(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.touch()
    done = start(file / "home", "add", "Acme")
    assert done.returncode in (14, 20, 21)
    assert "Traceback" not in done.stderr


def test_settings_that_are_no_toml_are_said(tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text("database = ", "utf-8")
    done = start(tmp_path, "today")
    assert done.returncode == 21
    assert "config.toml" in done.stderr


def test_a_book_of_a_newer_version_is_left_alone(home: Path) -> None:
    with sqlite3.connect(home / "book.sqlite3") as book:
        book.execute(
            "INSERT INTO django_migrations (app, name, applied) VALUES ('book', '9999_x', '')"
        )
    book.close()
    done = start(home, "today")
    assert done.returncode == 20
    assert "newer version" in done.stderr


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_shell_has_its_completion(tmp_path: Path, shell: str) -> None:
    done = start(tmp_path, "completion", shell)
    assert done.returncode == 0
    assert "_RINGBACK_COMPLETE" in done.stdout


def test_the_tab_key_completes_commands(tmp_path: Path) -> None:
    done = start(
        tmp_path, _RINGBACK_COMPLETE="bash_complete", COMP_WORDS="ringback re", COMP_CWORD="1"
    )
    assert {line.partition(",")[2] for line in done.stdout.split()} == {
        "redo", "refer", "reopen", "reply", "resume",
    }  # fmt: skip


def test_the_tab_key_completes_outcomes(tmp_path: Path) -> None:
    done = start(
        tmp_path, _RINGBACK_COMPLETE="bash_complete", COMP_WORDS="ringback log 1 voice",
        COMP_CWORD="3",
    )  # fmt: skip
    assert "voicemail-left" in done.stdout


def test_the_tab_key_completes_openings(home: Path) -> None:
    done = start(
        home, _RINGBACK_COMPLETE="fish_complete", COMP_WORDS="ringback show ", COMP_CWORD=""
    )
    assert "Acme Foods" in done.stdout


@pytest.mark.parametrize("words", [
    (), ("today",), ("next",), ("show", "1"), ("--help",), ("add", "--help"), ("log", "--help"),
    ("never", "--help"), ("nonsense",),
])  # fmt: skip
def test_commands_are_shown_as_they_have_to_be_typed(home: Path, words: tuple[str, ...]) -> None:
    told = start(home, *words, RINGBACK_CALLED="python3 run.py")
    shown = told.stdout + told.stderr
    assert "python3 run.py " in shown
    assert not re.search("ringback [a-z-]", shown)


def test_what_is_exported_is_brought_back_as_it_has_to_be_typed(home: Path, tmp_path: Path) -> None:
    told = start(home, "export", str(tmp_path / "all.zip"), RINGBACK_CALLED="python3 run.py")
    assert "`python3 run.py import` brings it back." in told.stdout


def test_what_a_program_reads_is_the_same_however_it_is_called(home: Path) -> None:
    words = ("today", "--json", "--at", "2099-01-01 10:00")
    assert start(home, *words, RINGBACK_CALLED="x").stdout == start(home, *words).stdout
