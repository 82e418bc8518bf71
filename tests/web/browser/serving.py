"""A real desk, served by its own program to a real browser, with a book of its own."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Page

from ringback.home import demo_of

FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip
# Firefox moves nothing, as the others are told for each page.
PREFERENCES: dict[str, str | float | bool] = {"ui.prefersReducedMotion": 1}
# What goes the same way in every browser is tried in each; Firefox cannot be made a phone.
IN_BOTH = pytest.mark.parametrize("browser", ["chromium", "firefox"], indirect=True)
# What needs the windows of a browser or its own reader of PDF.
IN_THE_WHOLE = pytest.mark.parametrize("browser", ["whole_chromium"], indirect=True)
ON_EACH = pytest.mark.parametrize(
    ("browser", "phone"), [("chromium", False), ("chromium", True), ("firefox", False)],
    ids=["computer", "phone", "firefox"], indirect=["browser"],
)  # fmt: skip
# Where the demo's person lives it is a Tuesday morning, whatever day and hour it is here.
MORNING = datetime(2026, 12, 1, 15, 0, tzinfo=UTC)


def chromium() -> str | None:
    """The Chromium of this machine, with its windows; None where there is none."""
    return _first("chromium", "chromium-browser", "google-chrome")


def quick_chromium() -> str | None:
    """The Chromium that only ever runs unseen, in a third of the time; else the whole one."""
    return _first("chromium-headless-shell", "chrome-headless-shell") or chromium()


def firefox() -> str | None:
    """The Firefox of this machine; None where there is none."""
    return _first("firefox-esr", "firefox")


def _first(*names: str) -> str | None:
    return next((found for name in names if (found := shutil.which(name))), None)


def unfold(page: Page) -> None:
    """Open whatever a page has folded away."""
    page.evaluate("for (const part of document.querySelectorAll('details')) part.open = true")


@dataclass(frozen=True)
class Served:
    """A desk that is being served: its folder, its origin, and the address that lets one in."""

    home: Path
    origin: str
    start: str

    def run(self, *words: str) -> str:
        """What the terminal's command answers about the same book."""
        return run(self.home, *words)


def run(home: Path, *words: str) -> str:
    """Run a command of the program on the book in a folder."""
    done = subprocess.run(
        [sys.executable, "-m", "ringback", *words], env=environment(home), text=True,
        capture_output=True, check=False, timeout=120,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout


def set_clock(home: Path, moment: datetime = MORNING) -> None:
    """Let the book in a folder be read as of a moment."""
    ahead = moment - datetime.now(UTC)
    demo_of(home.parent).__class__(home).set_ahead(ahead)


@contextmanager
def serving(home: Path, port: int = 0) -> Iterator[Served]:
    """Serve the book in a folder on a port of this machine, a free one where none is given."""
    process = subprocess.Popen(
        [sys.executable, "-m", "ringback", "serve", "--no-browser", "--json", "--port", str(port)],
        env=environment(home), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
    )  # fmt: skip
    try:
        assert process.stdout is not None
        told = json.loads("".join(iter(process.stdout.readline, "}\n")) + "}")
        origin = f"http://127.0.0.1:{told['port']}"
        yield Served(home, origin, told["address"])
    finally:
        process.terminate()
        with suppress(subprocess.TimeoutExpired):
            process.wait(timeout=10)
        process.kill()
        process.communicate()


def environment(home: Path) -> dict[str, str]:
    dropped = ("RINGBACK_DATABASE", "RINGBACK_SEARCH", "DJANGO_SETTINGS_MODULE")
    kept = {name: value for name, value in os.environ.items() if name not in dropped}
    return {**kept, "RINGBACK_HOME": str(home), "TZ": "America/New_York"}
