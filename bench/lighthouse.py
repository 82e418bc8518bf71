"""Lighthouse on the Today page of a large book, in the machine's own Chromium.

It is fetched by npm into a folder that goes with the run, and only where it was asked for.
"""

import json
import os
import shutil
import subprocess
from pathlib import Path
from statistics import median

from bench import pages
from bench.figures import say
from bench.serving import Desk, serving, visitor

VERSION = "12.8.2"
BARS = {"performance": 0.98, "accessibility": 1.0}
ROUNDS, TRIES = 3, 3
# Seconds: it takes some twenty, and as long again on a machine that does other things.
FETCHED_IN, ASKED_IN = 300, 120
# As its makers have them: a computer on a cable; a phone of the middle range on slow 4G.
FORMS = {"desktop": ("--preset=desktop",), "mobile": ()}
_FLAGS = "--headless=new --no-sandbox --disable-gpu"


class NotToBeHad(Exception):
    """Why Lighthouse cannot be run here, in a sentence."""


def today_page(home: Path, folder: Path) -> list[str]:
    """S8: the scores of the Today page (0 to 1), the medians of three; raises NotToBeHad."""
    browser = next(filter(None, map(shutil.which, ("chromium", "google-chrome"))), None)
    if browser is None:
        raise NotToBeHad("no Chromium on this machine")
    program = _fetched(folder)
    with serving(pages.environment(home)) as desk:
        headers = folder / "headers.json"
        headers.write_text(json.dumps({"Cookie": visitor(desk)[1]}), "utf-8")
        common = [
            str(program), f"{desk.origin}/", "--quiet", "--output=json", "--output-path=stdout",
            f"--extra-headers={headers}", f"--chrome-flags={_FLAGS}",
            f"--only-categories={','.join(BARS)}",
        ]  # fmt: skip
        environment = os.environ | {"CHROME_PATH": browser}
        return [
            _told(form, [_scores([*common, *words], environment, desk) for _ in range(ROUNDS)])
            for form, words in FORMS.items()
        ]


def _fetched(folder: Path) -> Path:
    npm = shutil.which("npm")
    if npm is None:
        raise NotToBeHad("no npm on this machine")
    words = [npm, "install", "--prefix", str(folder), "--ignore-scripts", "--no-audit", "--no-fund"]
    say(f"fetching Lighthouse {VERSION}")
    try:
        done = subprocess.run(
            [*words, f"lighthouse@{VERSION}"], capture_output=True, check=False, text=True,
            timeout=FETCHED_IN,
        )  # fmt: skip
    except subprocess.TimeoutExpired as late:
        raise NotToBeHad(f"npm did not fetch it in {FETCHED_IN} s") from late
    if done.returncode:
        raise NotToBeHad(f"npm cannot fetch it ({done.stderr.strip().splitlines()[-1]})")
    return folder / "node_modules" / ".bin" / "lighthouse"


def _scores(words: list[str], environment: dict[str, str], desk: Desk) -> dict[str, float]:
    # On a busy machine it may miss the beginning of the page, and asks to be run again.
    told = ""
    for _ in range(TRIES):
        try:
            done = subprocess.run(
                words, env=environment, capture_output=True, check=False, text=True,
                timeout=ASKED_IN,
            )  # fmt: skip
        except subprocess.TimeoutExpired:
            told = f"it did not end in {ASKED_IN} s"
            continue
        if done.returncode == 0:
            break
        told = done.stderr.strip()
    else:
        raise NotToBeHad(told)
    found = json.loads(done.stdout)
    assert found["finalDisplayedUrl"] == f"{desk.origin}/", found["finalDisplayedUrl"]
    scores = {name: found["categories"][name]["score"] for name in BARS}
    say(f"Lighthouse: {', '.join(f'{name} {score:.2f}' for name, score in scores.items())}")
    return scores


def _told(form: str, rounds: list[dict[str, float]]) -> str:
    middle = {name: median(one[name] for one in rounds) for name in BARS}
    met = all(middle[name] >= bar for name, bar in BARS.items())
    scores = ", ".join(f"{name} {middle[name]:.2f} (bar {bar:g})" for name, bar in BARS.items())
    return f"S8, Lighthouse {VERSION}, {form}: {scores}: {'met' if met else 'MISSED'}"
