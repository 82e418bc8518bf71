"""Everything of a search as one ZIP, and that ZIP back as the very same record."""

import csv
import errno
import hashlib
import io
import json
import os
import signal
import stat
import sys
import tempfile
import zipfile
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings

from ringback.book.check import check
from ringback.book.parties import Search
from ringback.desk.archive.bringing import import_archive
from ringback.desk.archive.shape import SCHEMA, TABLES
from ringback.desk.archive.sheets import safe
from ringback.desk.desk import Desk
from ringback.desk.erase import erase_search
from ringback.desk.export import export_all
from ringback.desk.imports import import_file, preview
from ringback.desk.refusal import Code, Refusal
from ringback.desk.sending import send
from ringback.sources.cells import plain
from ringback.sources.source import ReadOptions
from tests.desk import factories as make
from tests.desk.acts import ACTS, Act, live_through
from tests.desk.record_of import records_in, steps_of
from tests.examples import slow_examples

if sys.platform != "win32":
    import resource

pytestmark = pytest.mark.django_db

# What an archive of schema 2 is made of. A change here needs a new schema and a way from the
# old one: archives are kept for years.
COLUMNS = {
    "search": "uid country region zone city seeker_name seeker_number seeker_mail cadence "
    "language own_lines plan_days plan_from plan_calls days_off created_at",
    "employers": "uid country region zone city name key domain duns size note merged_into "
    "withdrawn_at",
    "people": "uid country region zone city employer name key spoken title level function is_hr "
    "is_connection linkedin note do_not_contact merged_into withdrawn_at best_from best_until",
    "routes": "uid employer person kind value extension ask_for restriction",
    "evidence": "uid person route about source detail found_at",
    "openings": "uid employer title kind url place salary reports_to posting closes_on no_calls "
    "in_hr source_ref created_at",
    "documents": "uid sha256 name size kept_at",
    "imports": "uid name sha256 source options at created updated known refused taken_back_at",
    "import_rows": "of where became reason cells opening_id before mended_at",
    "positions": "uid imported employer title place since until where",
    "ties": "uid imported profile name key where connected_on sent received sent_on received_on "
    "invited invited_on recommended_me_on recommended_them_on",
    "touches": "uid opening at logged_at kind person other route line who result reply via purpose "
    "bar reason moment day strikes skipped anyway note together imported",
    "sent_documents": "touch document name",
    "merges": "uid at kind kept gone moved undone_at",
    "suppressions": "digest touch_uid since",
}


@pytest.fixture
def lived(tmp_path: Path) -> Desk:
    return make.a_lived_search(tmp_path)


# What is written


def test_the_same_record_twice_gives_the_same_archive(lived: Desk, tmp_path: Path) -> None:
    first = export_all(lived, tmp_path / "a.zip")
    second = export_all(lived, tmp_path / "b.zip")
    assert first.path.read_bytes() == second.path.read_bytes()


def test_records_are_the_same_on_another_day(lived: Desk, tmp_path: Path) -> None:
    first = export_all(lived, tmp_path / "a.zip")
    second = export_all(make.later(lived, make.NOW + timedelta(days=9)), tmp_path / "b.zip")
    assert records_in(first.path) == records_in(second.path)


def test_the_manifest_tells_the_hash_and_the_count_of_everything(
    lived: Desk, tmp_path: Path
) -> None:
    exported = export_all(lived, tmp_path / "a.zip")
    with zipfile.ZipFile(exported.path) as archive:
        manifest = json.loads(archive.read("manifest.json"))
        told = {name: one["sha256"] for name, one in manifest["members"].items()}
        held = {
            name: hashlib.sha256(archive.read(name)).hexdigest()
            for name in archive.namelist()
            if name != "manifest.json"
        }
        lines = {
            table.name: archive.read(table.member).count(b"\n") for table in TABLES
        }  # fmt: skip
    assert told == held
    assert manifest["schema"] == SCHEMA
    assert manifest["counts"] == lines == exported.counts
    assert manifest["search"] == {"uid": str(lived.search.uid), "name": lived.search.name}


def test_a_schema_keeps_its_columns() -> None:
    shown = {table.name: " ".join(one.name for one in table.columns) for table in TABLES}
    assert shown == COLUMNS


def test_documents_are_in_it_under_their_content(lived: Desk, tmp_path: Path) -> None:
    exported = export_all(lived, tmp_path / "a.zip")
    with zipfile.ZipFile(exported.path) as archive:
        (name,) = [one for one in archive.namelist() if one.startswith("files/")]
        content = archive.read(name)
    assert content == b"%PDF not really"
    assert name == f"files/{hashlib.sha256(content).hexdigest()}/Résumé _26_.pdf"


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("../../etc/passwd", "passwd"),
        ("..", "document"),
        ("C:\\x\\a.doc", "a.doc"),
        ("", "document"),
    ],
)
def test_a_documents_name_leads_nowhere(name: str, kept: str, tmp_path: Path) -> None:
    desk = make.a_desk()
    make.a_document(desk, name=name)
    exported = export_all(desk, tmp_path / "a.zip")
    with zipfile.ZipFile(exported.path) as archive:
        (member,) = [one for one in archive.namelist() if one.startswith("files/")]
    assert member.rsplit("/", 1)[1] == kept
    erase_search(desk, sure=True)
    import_archive("back", exported.path, make.NOW)


def test_only_its_owner_may_read_it(lived: Desk, tmp_path: Path) -> None:
    exported = export_all(lived, tmp_path / "a.zip")
    if os.name != "nt":
        assert stat.S_IMODE(exported.path.stat().st_mode) == 0o600


def test_another_search_is_not_in_it(lived: Desk, tmp_path: Path) -> None:
    other = make.a_desk()
    make.an_opening(other, "Strangers Example", manager="Sam Stranger")
    exported = export_all(lived, tmp_path / "a.zip")
    with zipfile.ZipFile(exported.path) as archive:
        everything = b"".join(archive.read(name) for name in archive.namelist())
    assert b"Stranger" not in everything


def test_who_asked_never_to_be_contacted_is_listed_by_digest_alone(
    lived: Desk, tmp_path: Path
) -> None:
    exported = export_all(lived, tmp_path / "a.zip")
    lines = records_in(exported.path)["records/suppressions.jsonl"].splitlines()
    assert len(lines) == 3
    assert all(set(json.loads(line)) == {"digest", "touch_uid", "since"} for line in lines)


# Sheets for people


def sheets_of(path: Path) -> dict[str, list[list[str]]]:
    with zipfile.ZipFile(path) as archive:
        return {
            name: list(csv.reader(io.StringIO(archive.read(name).decode("utf-8-sig"))))
            for name in archive.namelist()
            if name.startswith("sheets/")
        }


def test_no_cell_of_a_sheet_is_a_formula(tmp_path: Path) -> None:
    desk = make.a_desk()
    for start in ("=", "+", "-", "@", "\t=", "\r=", " =", "\ufeff=", "\u200b@", "\n+"):
        opening = make.an_opening(desk, f"{start}cmd|' /C calc'!A0", f"{start}title")
        make.a_touch(desk, opening, note=f"{start}2+3")
    sheets = sheets_of(export_all(desk, tmp_path / "a.zip").path)
    cells = [cell for lines in sheets.values() for line in lines for cell in line]
    assert any(cell.startswith("'=") for cell in cells)
    assert not [cell for cell in cells if cell[:1] in ("=", "+", "-", "@", "\t", "\r", "\n")]


@pytest.mark.parametrize("text", ["+16145550142", "=SUM(A1)", "-5", "@home", "plain", "", "o'k"])
def test_reading_a_sheet_takes_the_apostrophe_off_again(text: str) -> None:
    assert plain(safe(text)) == text


def test_sheets_open_with_the_mark_of_utf_8(lived: Desk, tmp_path: Path) -> None:
    with zipfile.ZipFile(export_all(lived, tmp_path / "a.zip").path) as archive:
        names = [name for name in archive.namelist() if name.startswith("sheets/")]
        assert len(names) == 6
        assert all(archive.read(name).startswith(b"\xef\xbb\xbf") for name in names)


def test_a_number_of_a_sheet_comes_back_whole_through_an_import(tmp_path: Path) -> None:
    desk = make.a_desk()
    make.an_opening(desk, mail="")
    with zipfile.ZipFile(export_all(desk, tmp_path / "a.zip").path) as archive:
        (tmp_path / "openings.csv").write_bytes(archive.read("sheets/openings.csv"))
        (tmp_path / "routes.csv").write_bytes(archive.read("sheets/routes.csv"))
    other = make.a_desk()
    report = import_file(other, tmp_path / "openings.csv", ReadOptions())
    assert (report.created, report.refused) == (1, 0)
    assert "'+16145550142" in (tmp_path / "routes.csv").read_text()
    assert plain("'+16145550142") == "+16145550142"


def test_sheets_show_the_seekers_own_clock(tmp_path: Path) -> None:
    desk = make.a_desk(search=make.a_search(country="DE", zone="Europe/Berlin", region="BE"))
    make.an_opening(desk)
    sheets = sheets_of(export_all(desk, tmp_path / "a.zip").path)
    assert sheets["sheets/journal.csv"][1][0] == "2026-10-06 16:00"


# The file itself


def test_a_file_that_is_there_stays_unless_told(lived: Desk, tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    path.write_text("mine")
    with pytest.raises(Refusal) as refused:
        export_all(lived, path)
    assert refused.value.code is Code.ASK
    assert path.read_text() == "mine"
    export_all(lived, path, overwrite=True)
    assert zipfile.is_zipfile(path)


def test_a_folder_is_no_place_to_write_to(lived: Desk, tmp_path: Path) -> None:
    with pytest.raises(Refusal) as refused:
        export_all(lived, tmp_path)
    assert refused.value.code is Code.BAD_FILE


def test_a_missing_folder_is_named(lived: Desk, tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="There is no folder") as refused:
        export_all(lived, tmp_path / "nowhere" / "a.zip")
    assert refused.value.code is Code.BAD_FILE


@pytest.mark.skipif(sys.platform == "win32", reason="no limit to the size of a file here")
def test_a_disk_that_fills_up_leaves_what_was_there(lived: Desk, tmp_path: Path) -> None:
    path = tmp_path / "to" / "a.zip"
    path.parent.mkdir()
    path.write_text("old")
    make.a_document(lived, os.urandom(300_000), "large.pdf")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    heard = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, before[1]))
    try:
        with pytest.raises(Refusal, match="cannot be written"):
            export_all(lived, path, overwrite=True)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, heard)
    assert [one.name for one in path.parent.iterdir()] == ["a.zip"]
    assert path.read_text() == "old"


def test_a_full_disk_is_said_so(
    lived: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(Refusal) as refused:
        export_all(lived, tmp_path / "to.zip")
    assert refused.value.code is Code.FULL
    assert not list(tmp_path.glob(".ringback-*"))


def test_progress_is_told_to_the_last_row(lived: Desk, tmp_path: Path) -> None:
    told: list[int] = []
    exported = export_all(lived, tmp_path / "a.zip", told.append)
    assert told[-1] == sum(exported.counts.values())


# Bringing it back


def test_it_comes_back_as_the_very_same_record(lived: Desk, tmp_path: Path) -> None:
    exported = export_all(lived, tmp_path / "a.zip")
    steps, uid = steps_of(lived.search), lived.search.uid
    erase_search(lived, sure=True)
    brought = import_archive("another name", exported.path, make.NOW)
    again = export_all(Desk(brought.search, make.NOW), tmp_path / "b.zip")
    assert records_in(again.path) == records_in(exported.path)
    assert brought.counts == exported.counts
    assert steps_of(brought.search) == steps
    assert (brought.search.uid, brought.search.name) == (uid, "another name")
    assert list(check(brought.search)) == []


@given(acts=ACTS)
@settings(
    max_examples=slow_examples(12), suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_whatever_was_done_comes_back_as_the_very_same_record(acts: list[Act]) -> None:
    with tempfile.TemporaryDirectory() as name, transaction.atomic():
        folder = Path(name)
        desk = live_through(make.a_desk(), acts, folder)
        assert list(check(desk.search)) == []
        exported = export_all(desk, folder / "a.zip")
        steps = steps_of(desk.search)
        erase_search(desk, sure=True)
        brought = import_archive(make.a_desk(), exported.path, desk.now)
        again = export_all(Desk(brought.search, desk.now), folder / "b.zip")
        assert records_in(again.path) == records_in(exported.path)
        assert steps_of(brought.search) == steps
        assert list(check(brought.search)) == []
        transaction.set_rollback(True)


def test_a_second_time_changes_nothing(lived: Desk, tmp_path: Path) -> None:
    exported = export_all(lived, tmp_path / "a.zip")
    brought = import_archive(lived, exported.path, make.NOW)
    assert (sum(brought.counts.values()), brought.known) == (0, sum(exported.counts.values()))
    again = export_all(lived, tmp_path / "b.zip")
    assert records_in(again.path) == records_in(exported.path)


def test_an_older_archive_of_a_search_that_went_on_changes_nothing(
    lived: Desk, tmp_path: Path
) -> None:
    exported = export_all(lived, tmp_path / "a.zip")
    make.an_opening(lived, "Example Later Ltd")
    assert import_archive(lived, exported.path, make.NOW).known


def test_a_search_that_lacks_rows_of_its_archive_is_left_alone(lived: Desk, tmp_path: Path) -> None:
    before = export_all(lived, tmp_path / "before.zip")
    make.an_opening(lived, "Example Later Ltd")
    later = export_all(lived, tmp_path / "later.zip")
    erase_search(lived, sure=True)
    brought = import_archive("back", before.path, make.NOW)
    with pytest.raises(Refusal, match="gone another way") as refused:
        import_archive(Desk(brought.search, make.NOW), later.path, make.NOW)
    assert refused.value.code is Code.BAD_VALUE


def test_it_does_not_go_into_a_search_that_holds_something(lived: Desk, tmp_path: Path) -> None:
    exported = export_all(lived, tmp_path / "a.zip")
    erase_search(lived, sure=True)
    other = make.a_desk()
    make.an_opening(other)
    with pytest.raises(Refusal, match="holds something already"):
        import_archive(other, exported.path, make.NOW)


def test_a_search_is_not_brought_in_twice_under_two_names(lived: Desk, tmp_path: Path) -> None:
    exported = export_all(lived, tmp_path / "a.zip")
    with pytest.raises(Refusal, match="holds that search already"):
        import_archive("another", exported.path, make.NOW)
    assert not Search.objects.filter(name="another").exists()


def test_who_asked_never_to_be_contacted_stays_barred(lived: Desk, tmp_path: Path) -> None:
    exported = export_all(lived, tmp_path / "a.zip")
    erase_search(lived, sure=True)
    brought = import_archive("back", exported.path, make.NOW)
    desk = Desk(brought.search, make.NOW)
    other = make.an_opening(desk, "Another Example", manager="B. Baker")
    with pytest.raises(Refusal) as refused:
        send(desk, other)
    assert refused.value.code is Code.DO_NOT_CONTACT


def test_import_knows_an_archive_by_itself(lived: Desk, tmp_path: Path) -> None:
    exported = export_all(lived, tmp_path / "a.zip")
    erase_search(lived, sure=True)
    desk = make.a_desk()
    (understood,) = preview(exported.path, ReadOptions())
    assert understood.rows == sum(exported.counts.values())
    report = import_file(desk, exported.path, ReadOptions())
    assert (report.created, report.rows) == (understood.rows, understood.rows)
    again = export_all(desk, tmp_path / "b.zip")
    assert records_in(again.path) == records_in(exported.path)
    assert import_file(desk, exported.path, ReadOptions()).created == 0
