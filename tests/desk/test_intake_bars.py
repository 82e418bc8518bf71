"""What a file says against contacting somebody holds, also for those who were known before."""

from pathlib import Path

import pytest

from ringback.book.imports import Import
from ringback.book.parties import Person, Route
from ringback.core.found import Found, FoundEmployer, FoundPerson
from ringback.desk.checking import look_over
from ringback.desk.imports import import_file
from ringback.desk.intake.known import what_is_known
from ringback.desk.intake.rows import Intake
from ringback.desk.refusal import Code, Refusal
from ringback.desk.sending import send
from ringback.sources.source import ReadOptions
from tests.desk.factories import a_desk, an_opening

pytestmark = pytest.mark.django_db

HEADINGS = "First Name,Last Name,Title,Company Name,Work Direct Phone,Do Not Call,Apollo Contact Id"
OPENED = f"{HEADINGS}\nAda,Miller,Director,Example Tools Inc,614-555-0142,FALSE,1\n"
BARRED = f"{HEADINGS}\nAda,Miller,Director,Example Tools Inc,614-555-0142,TRUE,1\n"


def test_a_restriction_reaches_a_number_that_was_known_without_it(tmp_path: Path) -> None:
    desk = a_desk()
    an_opening(desk)
    file = tmp_path / "people.csv"
    for text in (OPENED, BARRED, OPENED):
        file.write_text(text)
        import_file(desk, file, ReadOptions())
    direct = Route.objects.get(person__name="Ada Miller", kind="direct")
    assert direct.restriction
    assert look_over(desk) == []


def test_somebody_whom_a_card_says_not_to_contact_is_never_written_to(tmp_path: Path) -> None:
    desk = a_desk()
    opening = an_opening(desk, number="")
    person = Person.objects.get(name="Ada Miller")
    of = Import.objects.create(search=desk.search, name="a", sha256="", source="a", at=desk.now)
    row = Found(
        where="row 1",
        employer=FoundEmployer(name="Example Tools Inc"),
        person=FoundPerson(name="Ada Miller", do_not_contact="opted out"),
    )
    Intake(desk, of, what_is_known(desk.search)).take([row])
    person.refresh_from_db()
    assert person.do_not_contact
    with pytest.raises(Refusal) as refusal:
        send(desk, opening, anyway="it is urgent")
    assert refusal.value.code is Code.DO_NOT_CONTACT
