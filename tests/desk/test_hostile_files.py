"""Files made to be misread, through the real import: the rows add up, and all of it goes back."""

import sys
import tempfile
from collections import Counter
from datetime import timedelta
from functools import cache
from pathlib import Path

import pytest
from django.db import transaction

from fuzz.chance import chances
from fuzz.mutate import mutated
from fuzz.samples import of_the_tests
from ringback.book.check import check
from ringback.desk.desk import Desk
from ringback.desk.imports import Report, import_file, preview, take_back
from ringback.desk.refusal import Code, Refusal
from ringback.sources.registry import open_file
from ringback.sources.source import ReadOptions
from ringback.sources.unreadable import Unreadable
from tests.desk import factories as make
from tests.desk.record_of import picture
from tests.desk.test_imports import added_up, whole

pytestmark = pytest.mark.django_db

FEW, MANY = 5, 200
OPTIONS = ReadOptions(day_first=False)


@cache
def known_files() -> tuple[tuple[bytes, ...], ...]:
    """Every sample that some source knows, by source."""
    found: dict[str, list[bytes]] = {}
    with tempfile.TemporaryDirectory() as name:
        file = Path(name, "sample")
        for sample in of_the_tests():
            file.write_bytes(sample)
            try:
                keys = [one.source.key for one in open_file(file) if one.source]
            except Unreadable:
                continue
            for key in keys[:1]:
                found.setdefault(key, []).append(sample)
    return tuple(tuple(found[key]) for key in sorted(found))


def hostile(number: int) -> bytes:
    """A file of the source whose turn it is, changed; for the same number the same."""
    chance = chances(number)
    files = known_files()
    return mutated(chance.choice(files[number % len(files)]), chance)


def tried(desk: Desk, path: Path) -> tuple[Report | None, Code | None]:
    """What an import came to, or why it was refused."""
    try:
        return import_file(desk, path, OPTIONS), None
    except Refusal as refusal:
        return None, refusal.code


def goes_in_and_out(path: Path) -> Report | None:
    """Import a file into a search that holds something, twice, and take it back; None: refused."""
    with transaction.atomic():
        desk = make.a_desk()
        make.an_opening(desk, title="Fitter", number="", mail="")
        desk = make.later(desk, make.NOW + timedelta(hours=5))
        seen, before = picture(desk.search), whole(desk)
        report, why = tried(desk, path)
        if report is None:
            assert why in (Code.BAD_FILE, Code.ASK)
            assert whole(desk) == before
        else:
            added_up(report)
            assert report.rows == sum(one.rows for one in preview(path, OPTIONS))
            assert list(check(desk.search)) == []
            stands = whole(desk)
            later = make.later(desk, desk.now + timedelta(days=2))
            again = import_file(later, path, OPTIONS)
            added_up(again)
            assert (again.created, again.updated) == (0, 0)
            assert whole(desk) == stands
            if report.import_id:
                take_back(later, report.import_id)
            assert list(check(desk.search)) == []
        assert picture(desk.search) == seen
        transaction.set_rollback(True)
    return report


def run(folder: Path, count: int) -> Counter[str]:
    """What became of so many files, and of their rows."""
    tally: Counter[str] = Counter()
    for number in range(count):
        path = folder / f"hostile-{number}"
        path.write_bytes(hostile(number))
        report = goes_in_and_out(path)
        tally["files refused" if report is None else "files read"] += 1
        if report is not None:
            for word in ("created", "updated", "known", "refused"):
                tally[word] += getattr(report, word)
    return tally


def test_a_few_hostile_files_add_up_and_go_back(tmp_path: Path) -> None:
    assert run(tmp_path, FEW)["files read"] > 0


@pytest.mark.faults
def test_many_hostile_files_add_up_and_go_back(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    tally = run(tmp_path, MANY)
    with capsys.disabled():
        sys.stdout.write(f"\n{MANY} hostile files: {dict(tally)}\n")
    assert tally["files read"] >= MANY // 2
    assert min(tally[word] for word in ("created", "known", "refused", "files refused")) > 0
