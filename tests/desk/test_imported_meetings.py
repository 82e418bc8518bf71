"""An interview or a talk of which a sheet speaks: its own day, or a question, never today."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from ringback.book.journal import Touch
from ringback.book.openings import Opening, Step
from ringback.core.touches import Kind, Line, Reply, Result
from ringback.desk.imports import import_file
from ringback.sources.source import ReadOptions
from tests.desk.factories import NOW, a_desk

pytestmark = pytest.mark.django_db


def imported(folder: Path, status: str, note: str = "") -> tuple[Step, str]:
    """The next step of an opening with this status, sent in September; and what was said of it."""
    sheet = folder / "sheet.csv"
    sheet.write_text(
        "Company,Position,Date Applied,Status,Notes,City,State\n"
        f'Example Mill,Mechanic,9/14/2026,"{status}","{note}",Columbus,OH\n'
    )
    desk = a_desk()
    (line,) = import_file(desk, sheet, ReadOptions()).lines
    again = import_file(desk, sheet, ReadOptions())
    assert (again.created, again.updated) == (0, 0)
    return Step.objects.select_related("opening").get(), line.reason


def test_the_moment_of_an_interview_is_read_where_it_stands(tmp_path: Path) -> None:
    step, said = imported(tmp_path, "Interview 11/30 10am")
    assert step.kind == "interview"
    assert step.exact
    # Ten in Ohio, where the employer is.
    assert step.earliest == datetime(2026, 11, 30, 15, 0, tzinfo=UTC)
    assert "an interview is set for 2026-11-30, 10:00 there" in said


def test_the_moment_may_stand_in_the_notes(tmp_path: Path) -> None:
    step, _ = imported(tmp_path, "Interview", "Nice people. Interview on Nov 30 at 10:00 am.")
    assert step.earliest == datetime(2026, 11, 30, 15, 0, tzinfo=UTC)


def test_an_interview_without_its_hour_is_asked_about_until_its_day(tmp_path: Path) -> None:
    step, said = imported(tmp_path, "Interview 11/30")
    assert (step.kind, step.exact) == ("interview", False)
    assert step.latest.date() >= date(2026, 11, 30)
    assert "without an hour: you will be asked" in said
    assert not Touch.objects.filter(moment__isnull=False).exists()


def test_an_interview_without_a_day_is_asked_about(tmp_path: Path) -> None:
    step, said = imported(tmp_path, "Interview scheduled")
    assert (step.kind, step.exact) == ("interview", False)
    assert "does not plainly say when: you will be asked" in said


def test_an_interview_that_is_over_is_not_one_to_come(tmp_path: Path) -> None:
    step, said = imported(tmp_path, "Interviewed 9/28 10am")
    assert (step.kind, step.exact) == ("interview", False)
    assert "you will be asked how it went" in said


def test_talked_on_a_day_is_a_conversation_by_telephone(tmp_path: Path) -> None:
    imported(tmp_path, "talked to Dana Reyes 9/28")
    call = Touch.objects.get(kind=Kind.CALLED)
    assert (call.line, call.result) == (Line.ANSWERED.value, Result.TALKED.value)
    assert call.at.date() == date(2026, 9, 28)
    assert Opening.objects.get().stage == "in conversation"
    assert not Touch.objects.filter(kind=Kind.REPLIED).exists()


def test_talked_without_a_day_is_a_conversation_too_and_that_is_said(tmp_path: Path) -> None:
    step, said = imported(tmp_path, "talked")
    call = Touch.objects.get(kind=Kind.CALLED)
    assert (call.result, call.note) == (Result.TALKED.value, "the sheet says: talked")
    assert "it does not plainly say when: today is taken" in said
    assert step.kind == "thank"
    assert not Touch.objects.filter(kind=Kind.REPLIED).exists()


def test_what_they_wrote_is_still_an_answer_in_writing(tmp_path: Path) -> None:
    imported(tmp_path, "they wrote back")
    assert Touch.objects.get(kind=Kind.REPLIED).reply == Reply.INFORMATION.value
    assert Touch.objects.get(kind=Kind.REPLIED).at == NOW
