"""An import of contacts that is taken back leaves nothing of itself but that it was."""

import zipfile
from pathlib import Path

import pytest

from ringback.book.check import check
from ringback.book.openings import Opening, Step
from ringback.book.parties import Employer, Person, Route
from ringback.core.places import Place
from ringback.core.steps import StepKind
from ringback.core.touches import Bar, Kind, Stage
from ringback.desk import course
from ringback.desk.desk import Desk
from ringback.desk.doubts import answer, doubts
from ringback.desk.erase import erase_search
from ringback.desk.export import export_all
from ringback.desk.imports import import_file, imports, take_back
from ringback.desk.openings import NewOpening, add
from ringback.sources.source import ReadOptions
from tests.desk import factories as make
from tests.desk.test_import_matching import ADA, COLUMBUS, FULL, file_of

pytestmark = pytest.mark.django_db

TRACE = ("imports", "import_rows", "import rows", "manifest", "index")


def exported(desk: Desk, folder: Path, name: str) -> dict[str, bytes]:
    """Everything in the export of a search, but for the trace that an import leaves."""
    path = folder / name
    export_all(desk, path)
    with zipfile.ZipFile(path) as archive:
        names = [one for one in archive.namelist() if not any(word in one for word in TRACE)]
        assert {"records/people.jsonl", "records/employers.jsonl"} <= set(names)
        return {one: archive.read(one) for one in names}


def a_book(folder: Path) -> Desk:
    """Somebody known in part: an employer without its facts, a person without a title."""
    desk = make.a_lived_search(folder)
    employer = make.an_employer(desk, "Quarrystone Fittings Inc", Place())
    ada = make.a_person(desk, employer, "Ada Miller", "")
    make.a_route(desk, ada, "+16145550144")
    make.some_evidence(desk, ada)
    return desk


ROWS = (
    {**FULL, "Company Name": "Quarrystone Fittings", "First Name": "ADA", "Last Name": "MILLER"},
    {**FULL, "Company Name": "Quarrystone Fittings", "First Name": "Bo", "Last Name": "Tarrow",
     "Email": "bo@quarry.example"},
    {**ADA, **COLUMBUS, "First Name": "Cynthia", "Email": "miller@other.example",
     "Company Name": "Oxbow Rail Ltd"},
    {**ADA, "First Name": "Di", "Email": "di@home.example", "Company Name": ""},
)  # fmt: skip


def test_the_export_is_what_it_was(tmp_path: Path) -> None:
    desk = a_book(tmp_path)
    before = exported(desk, tmp_path, "before.zip")
    report = import_file(desk, file_of(tmp_path, *ROWS), ReadOptions())
    assert (report.created, report.updated) == (3, 1)
    assert Employer.objects.get(name="Quarrystone Fittings Inc").duns == "001234567"
    assert exported(desk, tmp_path, "between.zip") != before
    take_back(desk, report.import_id)
    assert exported(desk, tmp_path, "after.zip") == before
    assert list(check(desk.search)) == []


def test_it_can_be_read_in_again_and_taken_back_again(tmp_path: Path) -> None:
    desk = a_book(tmp_path)
    before = exported(desk, tmp_path, "before.zip")
    path = file_of(tmp_path, *ROWS)
    for turn in range(3):
        report = import_file(desk, path, ReadOptions())
        assert (report.created, report.updated) == (3, 1)
        take_back(desk, report.import_id)
        assert exported(desk, tmp_path, f"after{turn}.zip") == before


def test_a_pair_that_was_said_to_be_one_is_parted_first(tmp_path: Path) -> None:
    desk = make.a_desk()
    ada = make.a_person(desk, make.an_employer(desk), "Ada Miller", "")
    make.a_route(desk, ada)
    row = {**ADA, "First Name": "A.", "Email": "office@tools.example"}
    report = import_file(desk, file_of(tmp_path, row), ReadOptions())
    (one,) = doubts(desk)
    answer(desk, one.number, same=True)
    ada.refresh_from_db()
    assert ada.title == "Director of Engineering"
    take_back(desk, report.import_id)
    ada.refresh_from_db()
    assert ada.title == ""
    assert [*Person.objects.filter(withdrawn_at=None)] == [ada]
    assert doubts(desk) == []
    assert list(check(desk.search)) == []


def test_what_was_done_with_somebody_since_keeps_them(tmp_path: Path) -> None:
    desk = make.a_desk()
    report = import_file(desk, file_of(tmp_path, FULL), ReadOptions())
    opening = make.an_opening(desk, "Example Tools Inc", manager="Ada Miller", number="", mail="")
    assert opening.touch_set.filter(kind=Kind.NAMED, person__name="Ada Miller").exists()
    take_back(desk, report.import_id)
    assert Person.objects.get().withdrawn_at is None
    assert not Route.objects.exists()
    assert list(check(desk.search)) == []


def test_what_the_seeker_wrote_over_stays(tmp_path: Path) -> None:
    desk = a_book(tmp_path)
    report = import_file(desk, file_of(tmp_path, *ROWS), ReadOptions())
    Employer.objects.filter(name="Quarrystone Fittings Inc").update(size=77)
    Person.objects.filter(employer__name="Quarrystone Fittings Inc", name="Ada Miller").update(
        title="Chair", level="board"
    )
    take_back(desk, report.import_id)
    quarry = Employer.objects.get(name="Quarrystone Fittings Inc")
    assert (quarry.size, quarry.duns) == (77, "")
    ada = Person.objects.get(employer=quarry, name="Ada Miller")
    assert (ada.title, ada.level) == ("Chair", "board")
    assert list(check(desk.search)) == []


def test_an_archive_knows_whose_pairs_and_fillings_are_meant(tmp_path: Path) -> None:
    desk = a_book(tmp_path)
    row = {**COLUMBUS, "First Name": "C.", "Last Name": "Miller", "Company Name": "Oxbow Rail Ltd"}
    import_file(desk, file_of(tmp_path, *ROWS, row), ReadOptions())
    asked = [(one.kind, one.what, one.why) for one in doubts(desk)]
    assert [what for _, what, _ in asked] == ["C. Miller"]
    path = tmp_path / "whole.zip"
    export_all(desk, path)
    erase_search(desk, sure=True)
    # Other numbers for the same rows.
    make.a_person(make.a_desk())
    back = make.a_desk()
    import_file(back, path, ReadOptions())
    assert [(one.kind, one.what, one.why) for one in doubts(back)] == asked
    take_back(back, imports(back)[0].pk)
    assert doubts(back) == []
    people = Person.objects.filter(search=back.search, employer__name__startswith="Quarrystone")
    assert [(one.name, one.title) for one in people] == [("Ada Miller", "")]
    assert list(check(back.search)) == []


def test_who_comes_back_with_what_was_done_is_on_record_again_and_never_called(
    tmp_path: Path,
) -> None:
    desk = make.a_desk()
    path = tmp_path / "sent.csv"
    path.write_text(
        "Company,Position,Date applied,Contact,Phone,Status\n"
        "Example Bakery,Baker,2026-10-05,Ada Miller,+1 614 555 0142,Interview\n"
    )
    report = import_file(desk, path, ReadOptions())
    take_back(desk, report.import_id)
    gone = (Person.objects.get().withdrawn_at, Employer.objects.get().withdrawn_at)
    assert None not in gone

    strikes, _ = course.last_undo(desk, None)
    course.strike(desk, strikes)
    ada = Person.objects.get()
    assert (ada.withdrawn_at, Employer.objects.get().withdrawn_at) == (None, None)
    assert Step.objects.get().person_id == ada.pk

    course.bar(desk, Opening.objects.get(), Bar.DO_NOT_CONTACT, person=ada)
    assert not Step.objects.filter(person=ada).exists()
    assert list(check(desk.search)) == []


def test_who_is_told_by_hand_after_it_was_taken_back_is_on_record(tmp_path: Path) -> None:
    desk = make.a_desk()
    sheet = tmp_path / "sheet.csv"
    sheet.write_text(
        "Company,Position,Date applied,Contact,Phone\n"
        f"Sample Yard Ltd,Engineer,{desk.now.date()},Jo Muster,+1 614 555 0142\n"
    )
    take_back(desk, import_file(desk, sheet, ReadOptions()).import_id)
    opening = add(
        desk,
        NewOpening(employer="Sample Yard", title="Engineer", manager="Jo Muster",
                   manager_title="Plant Manager", number="+1 614 555 0142"),
    ).opening  # fmt: skip
    assert opening.stage == Stage.READY.value
    assert opening.employer.withdrawn_at is None
    step = Step.objects.select_related("person").get(opening=opening)
    assert step.kind == StepKind.SEND.value
    assert step.person is not None
    assert (step.person.name, step.person.withdrawn_at) == ("Jo Muster", None)
    assert list(check(desk.search)) == []
