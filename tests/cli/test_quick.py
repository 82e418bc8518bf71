"""The short way of `today --json` gives the very answer of the long way, or leaves it to that."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from ringback.cli.quick import Asked, asked
from tests.cli.process import environment, start

# Every five hours of three weeks: mornings, nights, weekends, holidays, days without work.
BOTH_WAYS = """
from datetime import timedelta
from ringback.cli import shapes
from ringback.doors import book
from ringback.doors import clock
from ringback.cli.quick import hours_of
from ringback.home import find_home
book.load()
from ringback.desk.glance import glance
from ringback.desk.searches import open_desk
from ringback.desk.today import today
home = find_home()
for step in range(100):
    now = clock.now() + timedelta(hours=5 * step - 48)
    long = shapes.today(today(open_desk(home.search, now)), home.search)
    short = glance(home, home.search, lambda _: now, hours_of)
    assert short is not None and shapes.today(short, home.search) == long, now
print("the same")
"""


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("quick")
    start(folder, "demo", "--json")
    return folder


def test_both_ways_give_the_same_day_at_any_moment(home: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", BOTH_WAYS],
        env=environment(home),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout == "the same\n", done.stderr


@pytest.mark.parametrize("at", ["2026-11-25 10:40", "tomorrow", "Thu 14:00", "in 3 hours"])
def test_both_ways_write_the_same_answer(home: Path, at: str) -> None:
    short = start(home, "today", "--json", "--at", at).stdout
    # A flag twice is more than the short way understands.
    long = start(home, "today", "--json", "--json", "--at", json.loads(short)["at"]).stdout
    assert short == long


@pytest.mark.parametrize(
    ("words", "understood"),
    [
        ("today --json", Asked("", "")),
        ("--at X today --json", Asked("", "X")),
        ("today --json --at=X", Asked("", "X")),
        ("--search me today --at X --json", Asked("me", "X")),
        ("today", None),
        ("--json today", None),
        ("today --json --at", None),
        ("today --json --search me", None),
        ("today --json more", None),
        ("today today --json", None),
        ("note 1 today --json", None),
    ],
)
def test_only_what_it_knows_goes_the_short_way(words: str, understood: Asked | None) -> None:
    assert asked(words.split()) == understood


def test_a_changed_cadence_counts_on_the_short_way_too(home: Path, tmp_path: Path) -> None:
    start(tmp_path, "config", "--zone", "America/New_York")
    start(tmp_path, "cadence", "--set", "afternoon_until=16:00", "--yes")
    short = start(tmp_path, "today", "--json")
    assert json.loads(short.stdout)["first"] is None


@pytest.mark.parametrize(("content", "code"), [(None, 16), (b"no database" * 200, 19), (b"", 16)])
def test_trouble_is_told_by_the_long_way(tmp_path: Path, content: bytes | None, code: int) -> None:
    if content is not None:
        (tmp_path / "book.sqlite3").write_bytes(content)
    done = start(tmp_path, "today", "--json")
    assert done.returncode == code
    assert json.loads(done.stdout)["error"]["exit"] == code


def test_the_short_way_loads_no_django_and_no_click(home: Path) -> None:
    line = "import sys; sys.argv = ['ringback', 'today', '--json']\n"
    line += "import ringback.cli.main as m\ntry:\n m.main()\nexcept SystemExit: pass\n"
    line += "print('LOADED', *sys.modules)"
    out = subprocess.check_output(
        [sys.executable, "-c", line], env=environment(home), text=True, encoding="utf-8"
    )
    loaded = set(out.rpartition("LOADED")[2].split())
    assert not loaded & {"django", "click", "rich", "phonenumbers"}
