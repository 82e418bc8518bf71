"""Files of people taken into the book: who works where, how they are reached, what bars it."""

from pathlib import Path

import pytest

from ringback.book.openings import Opening
from ringback.book.parties import Employer, Person, Route
from ringback.desk.imports import import_file
from ringback.sources.source import ReadOptions
from tests.desk.factories import a_desk
from tests.sources import contact_files as files

pytestmark = pytest.mark.django_db
EVERY = [
    pytest.param(text, id=f"{source}-{number}")
    for source, texts in files.ALL.items()
    for number, text in enumerate(texts)
]


def file_of(folder: Path, text: str) -> Path:
    path = folder / "people.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_research_export_brings_people_and_no_opening(tmp_path: Path) -> None:
    report = import_file(a_desk(), file_of(tmp_path, files.HOOVERS), ReadOptions())
    assert (report.source, report.created, report.refused) == ("D&B Hoovers", 2, 0)
    assert not Opening.objects.exists()
    employer = Employer.objects.get()
    assert employer.name == "Fairlead Marine, Inc."
    assert (employer.duns, employer.size) == ("001234567", 340)
    assert {person.name: person.employer_id for person in Person.objects.all()} == {
        "Nadja O'Rowe": employer.pk,
        "Émile Sørby": employer.pk,
    }


def test_restrictions_end_in_the_routes(tmp_path: Path) -> None:
    import_file(a_desk(), file_of(tmp_path, files.HOOVERS), ReadOptions())
    barred = Route.objects.exclude(restriction="").values_list("value", "restriction")
    assert set(barred) == {
        ("+12515550142", "Direct phone usage restriction"),
        ("e.sorby@fairlead.example", "Email usage restriction: Do not use"),
    }
    assert Route.objects.get(value="+12515550140").employer is not None


@pytest.mark.parametrize("text", EVERY)
def test_every_row_is_told_and_a_second_import_changes_nothing(text: str, tmp_path: Path) -> None:
    desk = a_desk()
    first = import_file(desk, file_of(tmp_path, text), ReadOptions())
    assert (first.refused, first.rows) == (0, len(first.lines))
    before = (Employer.objects.count(), Person.objects.count(), Route.objects.count())
    again = import_file(desk, file_of(tmp_path, text), ReadOptions())
    assert (again.created, again.updated) == (0, 0)
    assert (Employer.objects.count(), Person.objects.count(), Route.objects.count()) == before


@pytest.mark.parametrize("text", [files.CRUNCHBASE, files.THOMASNET_FLAT])
def test_all_the_people_that_one_row_names_are_brought(text: str, tmp_path: Path) -> None:
    report = import_file(a_desk(), file_of(tmp_path, text), ReadOptions())
    assert report.created == 2
    assert {person.name for person in Person.objects.all()} == {"Nadja O'Rowe", "Émile Sørby"}
