"""A bar that an import brought about stands and falls with it."""

from pathlib import Path

import pytest

from ringback.book.parties import Person
from ringback.core.touches import Bar
from ringback.desk import course, imports
from ringback.desk.checking import look_over
from ringback.sources.source import ReadOptions
from tests.desk import factories as make


@pytest.mark.django_db
def test_a_bar_that_only_an_import_made_goes_with_it(tmp_path: Path) -> None:
    desk = make.a_desk()
    first = make.an_opening(desk, "Example Mill", number="+1 614 555 0142")
    course.bar(desk, first, Bar.DO_NOT_CONTACT, person=Person.objects.get())
    make.an_opening(desk, "Example Yard", manager="Kim Sample", number="", mail="")
    path = tmp_path / "kept.csv"
    head = "Company,Position,Date applied,Contact,Phone\n"
    path.write_text(f"{head}Example Yard,Nurse,2026-10-01,Kim Sample,+1 614 555 0142\n", "utf-8")
    report = imports.import_file(desk, path, ReadOptions())
    assert Person.objects.get(name="Kim Sample").do_not_contact

    imports.take_back(desk, report.import_id)

    assert not Person.objects.get(name="Kim Sample").do_not_contact
    assert look_over(desk) == []


@pytest.mark.django_db
def test_any_row_of_somebody_may_tell_that_they_said_never(tmp_path: Path) -> None:
    desk = make.a_desk()
    first = make.an_opening(desk, "Example Mill", number="+1 614 555 0142")
    course.bar(desk, first, Bar.DO_NOT_CONTACT, person=Person.objects.get())
    path = tmp_path / "kept.csv"
    rows = (
        "Company,Position,Date applied,Contact,Phone",
        "Example Yard,Nurse,2026-10-01,Kim Sample,+1 614 555 0142",
        "Example Yard,Engineer,2026-10-02,Kim Sample,+91 22 5550 0100",
    )
    path.write_text("\n".join(rows) + "\n", "utf-8")
    imports.import_file(desk, path, ReadOptions())
    assert Person.objects.get(name="Kim Sample").do_not_contact
    assert look_over(desk) == []
