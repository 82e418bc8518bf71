"""What an import asks instead of guessing."""

from datetime import date
from pathlib import Path

import pytest

from ringback.book.imports import Import
from ringback.book.journal import Touch
from ringback.book.openings import Opening
from ringback.core.touches import Kind
from ringback.desk.imports import import_file
from ringback.desk.refusal import Code, Refusal
from ringback.sources.source import ReadOptions
from tests.desk.factories import a_desk

pytestmark = pytest.mark.django_db

UNCLEAR = "Company,Position,Date Applied,Status\nAcme,Mechanic,09/10/2026,Applied\n"


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    path = tmp_path / "sheet.csv"
    path.write_text(UNCLEAR)
    return path


def test_a_file_whose_dates_can_be_read_two_ways_is_asked_about_and_nothing_is_read(
    sheet: Path,
) -> None:
    desk = a_desk()
    with pytest.raises(Refusal) as refusal:
        import_file(desk, sheet, ReadOptions())
    assert refusal.value.code is Code.ASK
    assert "--day-first" in refusal.value.hint
    assert not Import.objects.exists()
    assert not Opening.objects.exists()


@pytest.mark.parametrize(
    ("day_first", "expected"), [(True, date(2026, 10, 6)), (False, date(2026, 9, 10))]
)
def test_the_answer_decides_which_day_it_was(sheet: Path, day_first: bool, expected: date) -> None:
    desk = a_desk()
    sheet.write_text(UNCLEAR.replace("09/10/2026", "06/10/2026") if day_first else UNCLEAR)
    import_file(desk, sheet, ReadOptions(day_first=day_first))
    assert Touch.objects.get(kind=Kind.SENT.value).at.date() == expected
