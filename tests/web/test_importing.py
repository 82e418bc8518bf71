"""Lists that are handed in at a page: what is refused, what is kept, and that nothing leaks."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from ringback.book.imports import Import, ImportRow
from ringback.book.openings import Opening
from ringback.book.parties import Person, Search
from ringback.desk.desk import Desk
from ringback.desk.export import export_all
from ringback.desk.imports import import_file
from ringback.desk.openings import NewOpening, add
from ringback.desk.searches import start_search
from ringback.home import Home
from ringback.sources.source import ReadOptions
from ringback.web import readings
from tests.web.at import NOW
from tests.web.handing_in import DATA, SHEET, counts, files, hand_in, page_of

UNCLEAR = b"Company,Position,Date Applied\nAcme Foods,Fitter,3/4/2026\nBolt Tools,Clerk,5/6/2026\n"
UNKNOWN = b"Laden,Ding,Stand\nAcme Foods,Fitter,beworben\nBolt Tools,Clerk,beworben\n"


def bomb() -> bytes:
    """A ZIP of little that would unpack to some gigabytes, by the name of a workbook."""
    room = io.BytesIO()
    with zipfile.ZipFile(room, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/workbook.xml", "<workbook/>")
        for number in range(6):
            packed.writestr(f"xl/worksheets/sheet{number}.xml", b"0" * 5_000_000)
    return room.getvalue()


REFUSED = {
    "a page named as a table": ("list.csv", b"<!doctype html><html><body>hi", "web page"),
    "a bomb named as a workbook": ("list.xlsx", bomb(), "unpack to far more"),
    "nothing at all": ("list.csv", b"", "empty"),
    "NULs": ("list.csv", b"\0" * 500, "not a text file"),
    "a PDF": ("list.csv", b"%PDF-1.7\n" + b"x" * 50, "PDF"),
    "a broken ZIP": ("list.zip", b"PK\x03\x04" + b"\0" * 200, "damaged"),
    "a ZIP without a table": ("list.zip", b"PK\x05\x06" + b"\0" * 18, "without any CSV"),
    "a text": ("list.txt", b"Dear all\nI was there\nyesterday\n", "no list of applications"),
}  # fmt: skip


@pytest.mark.parametrize("what", REFUSED)
def test_what_is_no_list_is_refused_in_words(
    signed_in: Client, no_book: None, kept: Path, what: str
) -> None:
    name, content, words = REFUSED[what]
    before = counts()
    answer = signed_in.post("/import/", {"file": SimpleUploadedFile(name, content)})
    page = answer.content.decode()
    assert answer.status_code == 422
    alert = re.search(r'role="alert">(.*?)</div></div>', page, re.DOTALL)
    assert alert is not None
    assert words in alert[1]
    assert name in alert[1]
    # What is wrong, and what to do.
    assert alert[1].count("<p>") == 2
    assert files(kept) == []
    assert counts() == before


def test_no_file_at_all_is_said_so(signed_in: Client, no_book: None, kept: Path) -> None:
    answer = signed_in.post("/import/", {})
    assert answer.status_code == 422
    assert "Choose one first" in answer.content.decode()


@pytest.mark.parametrize(
    "name",
    ["../../../etc/passwd.csv", "..\\..\\boot.csv", "/etc/cron.d/x.csv", "....//a.csv", "CON",
     "a\u202evsc.exe", "x" * 400 + ".csv", "devices.json", "%2e%2e%2fx.csv"],
)  # fmt: skip
def test_a_name_from_outside_leads_nowhere(
    signed_in: Client, desk: Desk, kept: Path, web_home: Home, name: str
) -> None:
    before = sorted(web_home.folder.rglob("*"))
    address = page_of(signed_in, SHEET, name)
    (file,) = files(kept)
    assert re.fullmatch(r"[0-9a-f]{32}", file.name)
    assert file.stat().st_mode & 0o077 == 0
    assert kept.stat().st_mode & 0o077 == 0
    assert sorted(web_home.folder.rglob("*")) == sorted([*before, kept, file])
    page = signed_in.get(address).content.decode()
    assert file.name not in page
    assert "\u202e" not in page
    signed_in.post(f"{address}drop/")
    assert files(kept) == []


def test_a_look_writes_nothing(signed_in: Client, desk: Desk, kept: Path) -> None:
    before = counts()
    address = page_of(signed_in, SHEET, "online_sheet.csv")
    with CaptureQueriesContext(connection) as asked:
        page = signed_in.get(address).content.decode()
        signed_in.get(f"{address}status/")
    assert not [one for one in asked.captured_queries if not one["sql"].startswith("SELECT")]
    assert "a sheet kept by hand" in page
    assert "25 rows" in page
    assert "by its name" in page
    assert "by what stands in it" in page
    assert counts() == before


def test_a_sheet_is_read_in_told_and_taken_back(signed_in: Client, desk: Desk, kept: Path) -> None:
    address = page_of(signed_in, SHEET, "online_sheet.csv")
    assert signed_in.post(f"{address}read/")["Location"] == address
    answer = signed_in.get(address)
    of = Import.objects.get()
    assert (of.search, of.name) == (desk.search, "online_sheet.csv")
    assert answer["Location"] == f"/import/{of.pk}/?new=1"
    assert files(kept) == []
    page = signed_in.get(f"/import/{of.pk}/?new=1").content.decode()
    # Of the sheet's 25 rows one is a double, one names no employer, one has no such day.
    assert (of.created, of.known, of.refused) == (22, 1, 2)
    assert "22 openings" in page
    assert "7 have no manager yet" in page
    refused = signed_in.get(f"/import/{of.pk}/?became=refused").content.decode()
    assert "there is no day “11/31/2026”" in refused
    assert "Quarrystone" not in refused
    evidence = Person.objects.get(name="Avis Tarrow").evidence_set.filter(about="name").get()
    assert evidence.detail == "online_sheet.csv, line 2"
    assert signed_in.post(f"/import/{of.pk}/take-back/")["Location"].startswith("/import/?back=")
    assert not Opening.objects.exclude(stage="closed").exists()
    assert "was taken back" in signed_in.get(f"/import/{of.pk}/").content.decode()
    again = signed_in.post(f"/import/{of.pk}/take-back/")
    assert again.status_code == 422
    assert "taken back already" in again.content.decode()


def test_the_same_file_twice_changes_nothing(signed_in: Client, desk: Desk, kept: Path) -> None:
    signed_in.post(f"{page_of(signed_in, SHEET)}read/")
    before = counts()
    address = page_of(signed_in, SHEET)
    signed_in.post(f"{address}read/")
    assert "Nothing new is in it" in signed_in.get(address).content.decode()
    assert counts() == before


def test_the_first_list_begins_the_search(signed_in: Client, no_book: None, kept: Path) -> None:
    assert not Search.objects.exists()
    address = page_of(signed_in, SHEET)
    assert not Search.objects.exists()
    signed_in.post(f"{address}read/")
    assert Import.objects.get().search == Search.objects.get(name="main")


def test_a_refused_first_list_leaves_no_search(
    signed_in: Client, no_book: None, kept: Path
) -> None:
    address = page_of(signed_in, UNCLEAR)
    answer = signed_in.post(f"{address}read/", follow=True)
    assert answer.status_code == 422
    assert "Which comes first, day or month?" in answer.content.decode()
    assert not Search.objects.exists()
    (file,) = files(kept)
    file.write_bytes(b"<!doctype html><html></html>")
    answer = signed_in.post(f"{address}read/", {"order": "day"}, follow=True)
    assert answer.status_code == 422
    assert not Search.objects.exists()


@pytest.mark.parametrize(("order", "day"), [("day", "3 April"), ("month", "4 March")])
def test_the_order_of_day_and_month_is_asked_once(
    signed_in: Client, desk: Desk, kept: Path, order: str, day: str
) -> None:
    address = page_of(signed_in, UNCLEAR)
    page = signed_in.get(address).content.decode()
    assert page.count("Which comes first, day or month?") == 1
    # Until it is known, nothing can be counted; what was counted is read in.
    assert "Read 2 rows in" not in page
    signed_in.post(f"{address}read/", {"order": order})
    assert not Opening.objects.exists()
    assert "2 new openings" in signed_in.get(address).content.decode()
    signed_in.post(f"{address}read/", {"order": order})
    sent = Opening.objects.get(employer__name="Acme Foods").sent_at
    assert sent is not None
    assert f"{sent.day} {sent:%B}" == day


def test_columns_that_nobody_knows_are_told_by_hand(
    signed_in: Client, desk: Desk, kept: Path
) -> None:
    address = page_of(signed_in, UNKNOWN)
    page = signed_in.get(address).content.decode()
    assert "no list of applications or people known here" in page
    assert "Read 2 rows in" not in page
    told = {"heading": ["Laden", "Ding", "Stand"], "field": ["employer", "job title", "status"],
            "source": "sheet"}  # fmt: skip
    before = counts()
    # What was not shown yet is shown first.
    assert signed_in.post(f"{address}read/", told)["Location"] == address
    assert counts() == before
    page = signed_in.get(address).content.decode()
    assert page.count("you said so") == 2
    assert "Read 2 rows in" in page
    signed_in.post(f"{address}read/", {**told, "order": ""})
    assert set(Opening.objects.values_list("employer__name", "title")) == {
        ("Acme Foods", "Fitter"), ("Bolt Tools", "Clerk"),
    }  # fmt: skip


def test_a_column_can_be_left_out_and_what_was_said_forgotten(
    signed_in: Client, desk: Desk, kept: Path
) -> None:
    address = page_of(signed_in, SHEET)
    signed_in.post(f"{address}look/", {"heading": ["Role"], "field": ["-"]})
    row = re.search(r">Role</th>.*?</tr>", signed_in.get(address).content.decode(), re.DOTALL)
    assert row is not None
    assert "you said so" in row[0]
    signed_in.post(f"{address}look/", {"what": "forget"})
    assert "you said so" not in signed_in.get(address).content.decode()


def test_a_source_that_does_not_fit_is_said_and_the_last_look_stands(
    signed_in: Client, desk: Desk, kept: Path
) -> None:
    address = page_of(signed_in, SHEET)
    signed_in.post(f"{address}look/", {"source": "apollo"})
    assert "Apollo" in signed_in.get(address).content.decode()
    signed_in.post(f"{address}look/", {"source": "no-such-source"})
    assert "a sheet kept by hand" in signed_in.get(address).content.decode()


def test_an_export_of_ones_own_comes_back(
    signed_in: Client, desk: Desk, kept: Path, tmp_path: Path
) -> None:
    other = start_search("another", NOW)
    import_file(other, DATA / "online_sheet.csv", ReadOptions())
    export_all(other, tmp_path / "all.zip")
    whole = (tmp_path / "all.zip").read_bytes()
    # The same book holds it already, under its other name.
    address = page_of(signed_in, whole, "all.zip")
    assert "The whole search “another”" in signed_in.get(address).content.decode()
    answer = signed_in.post(f"{address}read/", follow=True)
    assert answer.status_code == 422
    assert "holds that search already" in answer.content.decode()
    assert not Opening.objects.filter(search=desk.search).exists()


def test_an_address_book_brings_people(signed_in: Client, desk: Desk, kept: Path) -> None:
    card = (b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ada Miller\r\nORG:Acme Foods\r\n"
            b"EMAIL:ada@acme.example\r\nEND:VCARD\r\n")  # fmt: skip
    address = page_of(signed_in, card, "people.vcf")
    signed_in.post(f"{address}read/")
    of = Import.objects.get()
    page = signed_in.get(f"/import/{of.pk}/").content.decode()
    assert "Ada Miller" in page
    assert "brought no opening" in page


def test_two_searches_never_mix(signed_in: Client, desk: Desk, kept: Path) -> None:
    other = start_search("another", NOW)
    theirs = import_file(other, DATA / "online_sheet.csv", ReadOptions())
    row = ImportRow.objects.filter(became="refused").first()
    assert row is not None
    for path in ("/import/", "/import/all/", "/import/refused/", "/gaps/"):
        page = signed_in.get(path).content.decode()
        assert "online_sheet" not in page
        assert "Bellweather" not in page
    assert signed_in.get(f"/import/{theirs.import_id}/").status_code == 404
    assert signed_in.post(f"/import/{theirs.import_id}/take-back/").status_code == 404
    assert signed_in.post(f"/import/refused/{row.pk}/mended/").status_code == 404
    row.refresh_from_db()
    assert row.mended_at is None
    assert Import.objects.get(pk=theirs.import_id).taken_back_at is None
    # The very same file is news to this search.
    signed_in.post(f"{page_of(signed_in, SHEET)}read/")
    mine = Import.objects.get(search=desk.search)
    assert mine.created == 22
    signed_in.post(f"/import/{mine.pk}/take-back/")
    assert Opening.objects.filter(search=other.search).exclude(stage="closed").exists()


def test_a_pair_that_may_be_one_is_asked_about_once(
    signed_in: Client, desk: Desk, kept: Path
) -> None:
    add(desk, NewOpening(employer="Acme Foods", manager="Ada Miller", manager_title="Engineer"))
    rows = b"Company,Position,Status,Contact\nAcme Foods,Fitter,Applied,A. Miller\n"
    signed_in.post(f"{page_of(signed_in, rows)}read/")
    of = Import.objects.get()
    page = signed_in.get(f"/import/{of.pk}/").content.decode()
    assert page.count("they are one") == 1
    pair = re.search(r'name="pair" value="([\d.]+)"', page)
    assert pair is not None
    assert "1 pair may be one" in signed_in.get("/import/").content.decode()
    told = {"pair": pair[1], "answer": "apart", "then": "//evil.example/"}
    assert signed_in.post("/import/doubts/settle/", {**told, "answer": ""}).status_code == 422
    assert signed_in.post("/import/doubts/settle/", told)["Location"] == "/import/doubts/"
    assert "No pair waits" in signed_in.get("/import/doubts/").content.decode()
    assert signed_in.post("/import/doubts/settle/", told).status_code == 422
    assert Person.objects.filter(merged_into=None).count() == 2


def test_a_refused_row_waits_until_it_is_mended(signed_in: Client, desk: Desk, kept: Path) -> None:
    signed_in.post(f"{page_of(signed_in, SHEET)}read/")
    page = signed_in.get("/import/refused/").content.decode()
    assert "which company was this??" in page
    row = ImportRow.objects.filter(became="refused").order_by("pk")[0]
    signed_in.post(f"/import/refused/{row.pk}/mended/")
    assert "which company was this??" not in signed_in.get("/import/refused/").content.decode()
    assert "1 row waits for mending" in signed_in.get("/import/").content.decode()


def test_only_so_many_files_wait(signed_in: Client, desk: Desk, kept: Path) -> None:
    first = page_of(signed_in, SHEET)
    for _ in range(readings.MOST):
        page_of(signed_in, SHEET)
    assert len(files(kept)) == readings.MOST
    gone = signed_in.get(first)
    assert gone.status_code == 404
    assert "Choose it once more" in gone.content.decode()


@pytest.mark.parametrize("path", ["", "status/"])
def test_a_file_that_was_never_handed_in_is_not_found(
    signed_in: Client, desk: Desk, kept: Path, path: str
) -> None:
    assert signed_in.get(f"/import/file/{'0' * 32}/{path}").status_code == 404


def test_a_stranger_hands_nothing_in(stranger: Client, desk: Desk, kept: Path) -> None:
    answer = hand_in(stranger, SHEET)
    assert answer.status_code in (401, 403)
    assert files(kept) == []


def test_a_hostile_cell_stays_text(signed_in: Client, desk: Desk, kept: Path) -> None:
    rows = b'Company,Position,Status\n"<script>alert(1)</script>",Fitter,Applied\n"B&B",x,Applied\n'
    address = page_of(signed_in, rows, "<img src=x>.csv")
    assert "<script>alert" not in signed_in.get(address).content.decode()
    signed_in.post(f"{address}read/")
    page = signed_in.get(f"/import/{Import.objects.get().pk}/").content.decode()
    assert "<script>alert" not in page
    assert "<img src=x>" not in page


def test_a_long_report_is_paged_in_few_questions(signed_in: Client, desk: Desk, kept: Path) -> None:
    asked, pages = [], []
    for count in (10, 230):
        rows = "".join(f"Firm {count} {n},Fitter,Applied\n" for n in range(count))
        sheet = f"Company,Position,Status\n{rows}".encode()
        signed_in.post(f"{page_of(signed_in, sheet)}read/")
        address = f"/import/{Import.objects.order_by('-pk')[0].pk}/"
        with CaptureQueriesContext(connection) as queries:
            pages.append(signed_in.get(address).content.decode())
        asked.append(len(queries))
        pages.append(signed_in.get(f"{address}?page=3").content.decode())
    assert asked[1] <= asked[0] + 1
    assert [page.count(">line ") for page in pages] == [10, 10, 100, 30]
