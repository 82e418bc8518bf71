"""The reader held against real pages with labels, where a folder of them is at hand.

The folder is named by ``RINGBACK_TEAMPAGES``, or is ``shared/teampages`` beside the checkout; it
holds ``pages/``, ``gold/``, ``index.jsonl`` and its own ``score.py``.
"""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from ringback.sources.team_page import read_page
from ringback.sources.team_pages.page import as_json

BESIDE = Path(__file__).parents[3] / "shared" / "teampages"
FOLDER = Path(os.environ.get("RINGBACK_TEAMPAGES", BESIDE))

pytestmark = pytest.mark.skipif(
    not (FOLDER / "score.py").is_file(), reason="no labelled team pages (RINGBACK_TEAMPAGES)"
)


@pytest.fixture(scope="module")
def scores(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, object]:
    """What the folder's own program says of the reader's answers to all of its pages."""
    folder = tmp_path_factory.mktemp("scores")
    answers = {
        page.stem: as_json(read_page(page.read_bytes()))["people"]
        for page in sorted((FOLDER / "pages").glob("*.html"))
    }
    (folder / "answers.json").write_text(json.dumps(answers), "utf-8")
    asked = ["--gold", FOLDER / "gold", "--index", FOLDER / "index.jsonl", "--split", "all"]
    words = [folder / "answers.json", *asked, "--json", folder / "scores.json", "--no-table"]
    subprocess.run([sys.executable, FOLDER / "score.py", *map(str, words)], check=True)
    told: dict[str, object] = json.loads((folder / "scores.json").read_text("utf-8"))
    return told


def _share(scores: Mapping[str, object], name: str) -> float:
    value = scores[name]
    assert isinstance(value, float), name
    return value


def test_names_are_found_and_no_others(scores: Mapping[str, object]) -> None:
    assert _share(scores, "f1") >= 0.95


def test_titles_are_right(scores: Mapping[str, object]) -> None:
    assert _share(scores, "title_near") >= 0.93


def test_mails_and_numbers_are_right(scores: Mapping[str, object]) -> None:
    assert _share(scores, "email_accuracy") >= 0.93
    assert _share(scores, "phone_accuracy") >= 0.93


def test_pages_without_staff_are_left_empty(scores: Mapping[str, object]) -> None:
    pages = scores["pages"]
    assert isinstance(pages, dict)
    assert pages["without_people"] > 0
    assert pages["without_people_left_empty"] == pages["without_people"]
