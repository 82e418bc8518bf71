"""Lists of tasks of other programs, as long as ours, to be timed beside it."""

import json
import os
import shutil
import subprocess
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from bench import books
from bench.figures import process


class NotToBeHad(Exception):
    """Why a program cannot be timed here, in a sentence."""


def taskwarrior(folder: Path, count: int) -> Callable[[], object]:
    """``task next`` of Taskwarrior 2 or 3; raises NotToBeHad."""
    task = shutil.which("task")
    # Another program bears the same name.
    if task is None or _version(task)[:2] not in ("2.", "3."):
        raise NotToBeHad("no `task` of Debian's taskwarrior here")
    home, settings = folder / f"tasks-{count}", folder / "taskrc"
    words = [task, "rc.confirmation=off", "rc.verbose=nothing", "rc.hooks=off"]
    environment = os.environ | {"TASKDATA": str(home), "TASKRC": str(settings)}
    if not home.exists():
        home.mkdir()
        settings.touch()
        made = [{"description": one, "project": "search", "due": due} for one, due in _tasks(count)]
        file = folder / "tasks.json"
        file.write_text(json.dumps(made), "utf-8")
        subprocess.run(
            [*words, "import", str(file)], env=environment, capture_output=True, check=True
        )
    return process((*words, "next"), environment)


def todoman(folder: Path, count: int) -> Callable[[], object]:
    """``todo list`` of todoman 4, what it keeps of its files in its cache; raises NotToBeHad."""
    todo = shutil.which("todo") or shutil.which("todoman")
    if todo is None or "4." not in _version(todo):
        raise NotToBeHad("no `todo` of todoman here")
    home, settings = folder / f"todos-{count}", folder / f"todoman-{count}.py"
    words = [todo, "--config", str(settings), "list"]
    if not home.exists():
        (home / "search").mkdir(parents=True)
        settings.write_text(
            f"path = '{home}/*'\ndefault_list = 'search'\ncache_path = '{home}.sqlite3'\n", "utf-8"
        )
        for n, (one, due) in enumerate(_tasks(count)):
            lines = (
                *("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:bench", "BEGIN:VTODO", f"UID:{n}"),
                *(f"DTSTAMP:{due}", f"SUMMARY:{one}", f"DUE:{due}", "STATUS:NEEDS-ACTION"),
                *("END:VTODO", "END:VCALENDAR", ""),
            )
            (home / "search" / f"{n}.ics").write_text("\r\n".join(lines), "utf-8")
        subprocess.run(words, capture_output=True, check=True)
    return process(words, os.environ)


def _version(program: str) -> str:
    done = subprocess.run([program, "--version"], capture_output=True, text=True, check=False)
    return done.stdout.strip().rpartition(" ")[2]


def _tasks(count: int) -> list[tuple[str, str]]:
    """What each task is called, and when it is due."""
    return [
        (
            f"Call Kim Sample{n} at Example Works {n}",
            f"{books.NOW + timedelta(days=n % 90):%Y%m%dT%H%M%SZ}",
        )
        for n in range(count)
    ]
