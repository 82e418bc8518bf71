"""Erasing: nothing of somebody is left anywhere, and what they asked for stays in force."""

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from django.db import IntegrityError, connection
from psycopg import sql

from ringback.book.check import check
from ringback.book.journal import Touch
from ringback.book.models import Evidence, Opening, Person, Route, Search
from ringback.core.touches import Kind
from ringback.desk.archive.bringing import import_archive
from ringback.desk.archive.shape import TABLES, Holds
from ringback.desk.desk import Desk
from ringback.desk.erase import TEXTS, erase_person, erase_search
from ringback.desk.export import export_all
from ringback.desk.imports import import_file, take_back
from ringback.desk.merging import merge_people
from ringback.desk.openings import NewOpening, add
from ringback.desk.record import record, touch
from ringback.desk.refusal import Code, Refusal
from ringback.desk.sending import send
from ringback.sources.source import ReadOptions
from tests.desk import factories as make

pytestmark = pytest.mark.django_db

NAME, MAIL, NUMBER = "Zelda Quimby", "zq@tools.example", "+16145550187"
MARKS = (b"zelda", b"quimby", b"zq@tools", b"5550187", b"555-0187", b"555.0187")


def everything_kept() -> bytes:
    """The whole database as bytes, in small letters: its file on SQLite, its rows on PostgreSQL."""
    connection.ensure_connection()
    if connection.vendor == "sqlite":
        kept: bytes = connection.connection.serialize()
        return kept.lower()
    with connection.cursor() as cursor:
        cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = current_schema()")
        parts: list[str] = []
        for (table,) in cursor.fetchall():
            cursor.execute(sql.SQL("SELECT t::text FROM {} t").format(sql.Identifier(table)))
            parts.extend(row for (row,) in cursor.fetchall())
    # Documents are shown in hexadecimal digits.
    return "\n".join(parts).encode().lower()


def left_of(*marks: bytes) -> list[bytes]:
    kept = everything_kept()
    return [mark for mark in marks if mark in kept or mark.hex().encode() in kept]


def with_zelda(folder: Path, desk: Desk) -> Person:
    """Zelda in every corner of a search: rows, notes of others, sheets, letters, merges."""
    opening = make.an_opening(desk, manager=NAME, number=NUMBER, mail=MAIL)
    letter = folder / "to Zelda Quimby.txt"
    letter.write_text("Dear Zelda Quimby, …")
    send(desk, opening, files=(letter,), note="she said (614) 555-0187 is best")
    make.a_call(desk, opening, "voicemail-left")
    other = add(
        desk,
        NewOpening(
            employer="Example Bakery Ltd", title="Assistant to Zelda Quimby", manager="Bo Baker",
            posting="Ask for Quimby, Zelda.", reports_to=NAME, note="ZELDA QUIMBY knows them",
            no_calls="says zq@tools.example",
        ),
    ).opening  # fmt: skip
    make.a_touch(desk, other, note="call 614.555.0187 first")
    sheet = folder / "zelda quimby.csv"
    sheet.write_text(
        "Company,Position,Date Applied,Contact,Phone,Email,Notes\n"
        f"Example Tools Inc,Fitter,2026-09-28,{NAME},614-555-0187,{MAIL},\n"
        f"Example Mill,Miller,2026-09-29,Bo Mill,,,{NAME} told me\n"
        f",,not a day,{NAME},614-555-0187,,\n"
    )
    import_file(desk, sheet, ReadOptions())
    person = Person.objects.get(search=desk.search, name=NAME)
    second = make.a_person(desk, person.employer, "Quimby, Z. Zelda Quimby")
    make.a_route(desk, second, "+16145550188")
    merge_people(desk, person, second)
    bo = Person.objects.filter(search=desk.search, name="Bo Baker").first()
    Route.objects.create(
        search=desk.search, employer=other.employer, kind="switchboard", value="+16145550100",
        ask_for=NAME, restriction=f"not through {NAME}",
    )  # fmt: skip
    Evidence.objects.create(
        search=desk.search, person=bo, about="name", source=NAME, found_at=desk.now,
        detail=f"{MAIL} wrote of them",
    )  # fmt: skip
    desk.search.own_lines = {"opening": f"I am calling {NAME}", "close": "Thank you."}
    desk.search.save()
    return person


def test_nothing_of_a_person_is_left(tmp_path: Path) -> None:
    desk = make.a_desk()
    person = with_zelda(tmp_path, desk)
    assert set(left_of(*MARKS)) == set(MARKS)
    erase_person(desk, person)
    assert left_of(*MARKS) == []
    assert list(check(desk.search)) == []
    assert desk.search.own_lines == {"close": "Thank you."}


def test_what_was_done_and_who_else_is_there_stays(tmp_path: Path) -> None:
    desk = make.a_desk()
    person = with_zelda(tmp_path, desk)
    touches = Touch.objects.filter(search=desk.search).count()
    openings = Opening.objects.filter(search=desk.search).count()
    erase_person(desk, person)
    assert Touch.objects.filter(search=desk.search).count() == touches
    assert Opening.objects.filter(search=desk.search).count() == openings
    assert Person.objects.filter(search=desk.search, name="Bo Baker").exists()
    assert Opening.objects.filter(search=desk.search, title="Assistant to erased person").exists()


def test_an_import_that_named_them_can_still_be_taken_back(tmp_path: Path) -> None:
    desk = make.a_desk()
    person = with_zelda(tmp_path, desk)
    erase_person(desk, person)
    assert take_back(desk, desk.search.import_set.get().pk)
    assert list(check(desk.search)) == []


def test_an_archive_made_after_an_erasure_says_nothing_of_them(tmp_path: Path) -> None:
    desk = make.a_desk()
    erase_person(desk, with_zelda(tmp_path, desk))
    exported = export_all(desk, tmp_path / "a.zip")
    with zipfile.ZipFile(exported.path) as archive:
        kept = b"".join(archive.read(name) for name in archive.namelist()).lower()
        kept += "".join(archive.namelist()).encode().lower()
    assert [mark for mark in MARKS if mark in kept] == []


def test_an_archive_from_before_does_not_bring_them_back_into_the_search(tmp_path: Path) -> None:
    desk = make.a_desk()
    person = with_zelda(tmp_path, desk)
    exported = export_all(desk, tmp_path / "a.zip")
    erase_person(desk, person)
    with pytest.raises(Refusal, match="gone another way"):
        import_archive(desk, exported.path, make.NOW)
    assert left_of(*MARKS) == []


def test_who_asked_not_to_be_contacted_stays_barred_when_they_come_back(tmp_path: Path) -> None:
    desk = make.a_desk()
    opening = make.an_opening(desk, manager=NAME, number=NUMBER, mail=MAIL)
    make.a_call(desk, opening, "never")
    erase_person(desk, Person.objects.get(search=desk.search))
    assert left_of(*MARKS) == []
    assert list(check(desk.search)) == []
    sheet = tmp_path / "again.csv"
    sheet.write_text(
        "Company,Position,Date Applied,Contact,Email\n"
        f"Other Example,Fitter,2026-09-28,Z. Q.,{MAIL}\n"
    )
    import_file(desk, sheet, ReadOptions())
    assert Person.objects.get(search=desk.search, name__startswith="Z").do_not_contact
    again = make.an_opening(desk, "Third Example", manager="Someone Else", number=NUMBER, mail="")
    with pytest.raises(Refusal) as refused:
        send(desk, again)
    assert refused.value.code is Code.DO_NOT_CONTACT


def test_the_bar_of_an_erased_person_falls_with_its_touch() -> None:
    desk = make.a_desk()
    opening = make.an_opening(desk, manager=NAME, number=NUMBER, mail=MAIL)
    logged = make.a_call(desk, opening, "never")
    person = Person.objects.get(search=desk.search)
    erase_person(desk, person)
    person.refresh_from_db()
    assert person.do_not_contact
    record(desk, [touch(desk, opening, Kind.STRUCK, strikes=logged.touches[0].uid)])
    again = make.an_opening(desk, "Other Example", manager="New Name", number=NUMBER, mail="")
    assert not Person.objects.get(search=desk.search, name="New Name").do_not_contact
    assert again.stage == "ready"


def test_a_colleague_with_the_same_number_is_not_erased() -> None:
    desk = make.a_desk()
    make.an_opening(desk, manager=NAME, number=NUMBER, mail=MAIL)
    make.an_opening(desk, title="Fitter", manager="Bo Baker", number=NUMBER, mail="")
    erase_person(desk, Person.objects.get(search=desk.search, name=NAME))
    assert Person.objects.filter(search=desk.search, name="Bo Baker").exists()
    assert Route.objects.filter(search=desk.search, value=NUMBER).count() == 1


def test_touches_are_final_again_after_an_erasure(tmp_path: Path) -> None:
    desk = make.a_desk()
    erase_person(desk, with_zelda(tmp_path, desk))
    with pytest.raises(IntegrityError):
        Touch.objects.filter(search=desk.search).update(note="x")


def test_every_text_of_the_book_is_looked_through() -> None:
    own = {
        "country", "region", "zone", "key", "level", "function", "kind", "line", "who", "result",
        "reply", "via", "purpose", "bar", "skipped", "became", "about", "sha256", "digest",
        "duns", "extension",
    }  # fmt: skip
    beside = {
        # The record of a person itself is emptied, with its routes; others' stay theirs.
        "people": {"name", "spoken", "city", "linkedin"},
        "routes": {"value"},
        # Whose reasons, sources and moves are words of the product's own.
        "touches": {"reason"},
        "imports": {"source", "options"},
        "merges": {"moved"},
        # The row of whom it is about goes as a whole.
        "ties": {"profile", "name", "invited"},
        "search": {
            "seeker_name", "seeker_number", "seeker_mail", "cadence", "own_lines", "plan_days",
            "days_off", "city", "language",
        },
    }  # fmt: skip
    looked = {model: set(fields) for model, _, fields in TEXTS}
    for table in TABLES:
        texts = {
            column.name for column in table.columns if column.holds in (Holds.TEXT, Holds.TREE)
        } - own - beside.get(table.name, set())  # fmt: skip
        if table.name == "import_rows":
            texts |= {"before"}
        assert texts == looked.get(table.model, set()), table.name


def test_nothing_of_a_search_is_left(tmp_path: Path) -> None:
    desk = make.a_desk()
    with_zelda(tmp_path, desk)
    other = make.a_desk()
    make.an_opening(other)
    erase_search(desk, sure=True)
    assert left_of(*MARKS) == []
    assert Search.objects.get() == other.search
    assert list(check(other.search)) == []


def test_a_search_is_not_erased_unasked() -> None:
    desk = make.a_desk()
    with pytest.raises(Refusal) as refused:
        erase_search(desk, sure=False)
    assert refused.value.code is Code.ASK
    assert Search.objects.filter(pk=desk.search.pk).exists()


LIVES = """
import django; django.setup()
from pathlib import Path
from ringback.book.create import create_book
create_book()
from tests.desk import factories as make
from tests.desk.test_erase import with_zelda
from ringback.desk.erase import erase_person, erase_search
desk = make.a_desk()
person = with_zelda(Path({folder!r}), desk)
{erase}
"""


@pytest.mark.parametrize("erase", ["erase_person(desk, person)", "erase_search(desk, sure=True)"])
def test_no_file_of_the_book_holds_a_byte_of_them(erase: str, tmp_path: Path) -> None:
    home, folder = tmp_path / "home", tmp_path / "folder"
    home.mkdir()
    folder.mkdir()
    environment = {
        **{name: value for name, value in os.environ.items() if name != "RINGBACK_DATABASE"},
        "RINGBACK_HOME": str(home),
        "PYTHONPATH": os.pathsep.join(["src", "."]),
    }
    for what, held in (("pass", True), (erase, False)):
        shutil.rmtree(home)
        home.mkdir()
        subprocess.run(
            [sys.executable, "-c", LIVES.format(folder=str(folder), erase=what)],
            env=environment, check=True, cwd=Path(__file__).parents[2],
        )  # fmt: skip
        kept = b"".join(path.read_bytes() for path in home.rglob("*") if path.is_file()).lower()
        assert len(kept) > 100_000
        assert all((mark in kept) is held for mark in MARKS)
