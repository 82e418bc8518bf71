"""Archives from strangers: whatever is wrong with one, it is said, and nothing of it stays."""

import hashlib
import json
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ringback.book.parties import Search
from ringback.desk.archive.bringing import import_archive
from ringback.desk.archive.shape import TABLES
from ringback.desk.desk import Desk
from ringback.desk.erase import erase_search
from ringback.desk.export import export_all
from ringback.desk.refusal import Code, Refusal
from tests.desk import factories as make
from tests.desk.record_of import records_in

pytestmark = pytest.mark.django_db

Manifest = dict[str, Any]


@pytest.fixture
def lived(tmp_path: Path) -> Desk:
    return make.a_lived_search(tmp_path)


def repacked(
    path: Path,
    change: Callable[[dict[str, bytes]], None] = lambda members: None,
    tell: Callable[[Manifest], None] = lambda manifest: None,
    *,
    honest: bool = True,
) -> Path:
    """The archive with something in it changed; ``honest``: its manifest tells the new hashes."""
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    manifest: Manifest = json.loads(members.pop("manifest.json"))
    change(members)
    if honest:
        manifest["members"] = {
            name: {"sha256": hashlib.sha256(content).hexdigest(), "bytes": len(content)}
            for name, content in members.items()
        }
        for table in TABLES:
            if table.member in members:
                manifest["counts"][table.name] = members[table.member].count(b"\n")
    tell(manifest)
    target = path.with_name("changed.zip")
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
        archive.writestr("manifest.json", json.dumps(manifest))
    return target


def altered(table: str, **fields: object) -> Callable[[dict[str, bytes]], None]:
    """A change to the first row of a table."""

    def change(members: dict[str, bytes]) -> None:
        first, *rest = members[f"records/{table}.jsonl"].splitlines(keepends=True)
        row = {**json.loads(first), **fields}
        members[f"records/{table}.jsonl"] = b"".join([json.dumps(row).encode() + b"\n", *rest])

    return change


def line(table: str, text: bytes) -> Callable[[dict[str, bytes]], None]:
    """A line put before the others of a table."""

    def change(members: dict[str, bytes]) -> None:
        members[f"records/{table}.jsonl"] = text + b"\n" + members[f"records/{table}.jsonl"]

    return change


def twice(members: dict[str, bytes]) -> None:
    members["records/touches.jsonl"] *= 2


def no_files(members: dict[str, bytes]) -> None:
    for name in [one for one in members if one.startswith("files/")]:
        del members[name]


def in_a_ring(members: dict[str, bytes]) -> None:
    rows = [json.loads(line) for line in members["records/people.jsonl"].splitlines()]
    rows[0]["merged_into"], rows[1]["merged_into"] = rows[1]["uid"], rows[0]["uid"]
    members["records/people.jsonl"] = b"".join(json.dumps(row).encode() + b"\n" for row in rows)


UNKNOWN = "01a00000-0000-7000-8000-000000000000"

BROKEN: list[tuple[str, Callable[[dict[str, bytes]], None], str]] = [
    ("no JSON", line("touches", b"{"), "records/touches.jsonl in changed.zip, line 1: .*not JSON"),
    ("no object", line("people", b"[]"), "line 1: .*not a JSON object"),
    ("deep", line("people", b"[" * 100_000), "line 1: .*not JSON"),
    ("no such words", altered("search", language="tlh"), "no words in its language “tlh”"),
    ("deep tree", altered("search", own_lines={"a": json.loads("[" * 50 + "]" * 50)}), "too deep"),
    ("no such column", altered("people", password="x"), "“password” is no column here"),
    ("column missing", line("people", b'{"uid":"x"}'), "“best_from” is missing"),
    ("no such touch", altered("touches", kind="hacked"), "“hacked”, which it never does"),
    ("no kind", altered("touches", kind=""), "which it never does"),
    ("no such opening", altered("touches", opening=UNKNOWN), "names a row of openings"),
    ("no such person", altered("touches", person=UNKNOWN), "names a row of people"),
    ("no such merge", altered("people", merged_into=UNKNOWN), "merges a row into none"),
    ("ring", in_a_ring, "merges a row into none"),
    ("no uid", altered("touches", uid="me"), "“uid” is no uid"),
    ("no moment", altered("touches", at="2026-10-06"), "“at” is no moment in UTC"),
    ("not UTC", altered("touches", at="2026-10-06T10:00:00+02:00"), "“at” is no moment in UTC"),
    ("year", altered("touches", day="9999-12-31"), "“day” is no day"),
    ("too long", altered("people", name="x" * 301), "longer than 300"),
    ("NUL", altered("people", name="a\0b"), "characters that no text has"),
    ("half a character", altered("people", name="\ud800"), "characters that no text has"),
    ("null", altered("people", name=None), "“name” is empty"),
    ("number for text", altered("people", name=5), "“name” is no text"),
    ("text for number", altered("employers", size="5"), "“size” is no whole number"),
    ("below nothing", altered("employers", size=-5), "out of range"),
    ("huge", altered("employers", size=10**30), "out of range"),
    ("yes", altered("people", is_hr=1), "“is_hr” is no true or false"),
    ("cadence", altered("search", cadence="attempts = ["), "cadence cannot be read"),
    ("days off", altered("search", days_off=["soon"]), "days cannot be read"),
    ("own lines", altered("search", own_lines={"a": 5}), "own_lines"),
    ("another uid", altered("search", uid=UNKNOWN), "another search than its manifest says"),
    ("twice", twice, "holds rows twice"),
    ("document gone", no_files, "lacks the file"),
    ("no search", lambda members: members.update({"records/search.jsonl": b""}), "no one search"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("change", "told"),
    [pytest.param(change, told, id=name) for name, change, told in BROKEN],
)
def test_what_is_broken_is_refused_in_one_sentence_and_nothing_stays(
    lived: Desk, tmp_path: Path, change: Callable[[dict[str, bytes]], None], told: str
) -> None:
    changed = repacked(export_all(lived, tmp_path / "a.zip").path, change)
    erase_search(lived, sure=True)
    with pytest.raises(Refusal, match=told) as refused:
        import_archive("back", changed, make.NOW)
    assert refused.value.code is Code.BAD_FILE
    assert not Search.objects.filter(name="back").exists()
    assert all(not table.model._default_manager.exists() for table in TABLES)


def with_counts(**counts: int) -> Callable[[Manifest], None]:
    return lambda manifest: manifest["counts"].update(counts)


def with_member(name: str) -> Callable[[Manifest], None]:
    return lambda manifest: manifest["members"].update({name: {"sha256": "0" * 64, "bytes": 1}})


LYING: list[tuple[Callable[[Manifest], None], str]] = [
    (lambda manifest: manifest.update(schema=99), "another version of Ringback"),
    (lambda manifest: manifest.update(schema=None), "another version of Ringback"),
    (lambda manifest: manifest.update(format="zip"), "no archive of a search"),
    (lambda manifest: manifest.update(members={}), "manifest .* is not whole"),
    (lambda manifest: manifest.update(counts=5), "manifest .* is not whole"),
    (with_counts(touches=1), "another number of rows"),
    (with_counts(touches=-1), "manifest .* is not whole"),
    (with_member("../x"), "manifest .* is not whole"),
    (with_member("files/../../x"), "manifest .* is not whole"),
    (with_member("sheets/x.csv"), "damaged, or missing"),
]


@pytest.mark.parametrize(("tell", "told"), LYING)
def test_a_manifest_that_lies_is_refused(
    lived: Desk, tmp_path: Path, tell: Callable[[Manifest], None], told: str
) -> None:
    changed = repacked(export_all(lived, tmp_path / "a.zip").path, tell=tell)
    erase_search(lived, sure=True)
    with pytest.raises(Refusal, match=told):
        import_archive("back", changed, make.NOW)
    assert not Search.objects.exists()


def as_schema_1(members: dict[str, bytes]) -> None:
    """What the first version wrote: no ties, no positions, no hours of a person, no language."""
    for name in ("ties", "positions"):
        del members[f"records/{name}.jsonl"]
    for name, lacking in (("people", ("best_from", "best_until")), ("search", ("language",))):
        rows = [json.loads(row) for row in members[f"records/{name}.jsonl"].splitlines()]
        for row in rows:
            for column in lacking:
                del row[column]
        members[f"records/{name}.jsonl"] = b"".join(
            json.dumps(row).encode() + b"\n" for row in rows
        )


def test_an_archive_of_the_first_schema_still_comes_back(lived: Desk, tmp_path: Path) -> None:
    now = export_all(lived, tmp_path / "a.zip").path
    old = repacked(now, as_schema_1, lambda manifest: manifest.update(schema=1))
    erase_search(lived, sure=True)
    brought = import_archive("again", old, make.NOW)
    again = export_all(Desk(brought.search, make.NOW), tmp_path / "b.zip").path
    assert records_in(again) == records_in(now)


def test_a_changed_file_is_noticed(lived: Desk, tmp_path: Path) -> None:
    change = altered("people", name="Somebody Else")
    changed = repacked(export_all(lived, tmp_path / "a.zip").path, change, honest=False)
    erase_search(lived, sure=True)
    with pytest.raises(Refusal, match="is not what was written into it"):
        import_archive("back", changed, make.NOW)


def test_an_archive_packed_by_another_way_and_damaged_is_refused(
    lived: Desk, tmp_path: Path
) -> None:
    whole = export_all(lived, tmp_path / "a.zip").path
    erase_search(lived, sure=True)
    packed = tmp_path / "b.zip"
    with zipfile.ZipFile(whole) as source, zipfile.ZipFile(packed, "w", zipfile.ZIP_LZMA) as out:
        for name in source.namelist():
            out.writestr(name, source.read(name))
    with zipfile.ZipFile(packed) as archive:
        at = archive.getinfo("records/people.jsonl").header_offset + len("records/people.jsonl")
    content = bytearray(packed.read_bytes())
    content[at + 44 : at + 60] = b"\xff" * 16
    packed.write_bytes(content)
    with pytest.raises(Refusal, match="is damaged, or missing"):
        import_archive("back", packed, make.NOW)


def test_a_member_that_claims_more_than_there_is_is_refused(lived: Desk, tmp_path: Path) -> None:
    content = bytearray(export_all(lived, tmp_path / "a.zip").path.read_bytes())
    erase_search(lived, sure=True)
    struct.pack_into("<L", content, content.index(b"PK\x01\x02") + 20, 0xFFFF_FFF0)
    claiming = tmp_path / "b.zip"
    claiming.write_bytes(content)
    with pytest.raises(Refusal, match="damaged, or not whole"):
        import_archive("back", claiming, make.NOW)


def test_every_archive_cut_short_is_refused(lived: Desk, tmp_path: Path) -> None:
    whole = export_all(lived, tmp_path / "a.zip").path.read_bytes()
    erase_search(lived, sure=True)
    cut = tmp_path / "cut.zip"
    for at in range(0, len(whole) - 1, max(1, len(whole) // 40)):
        cut.write_bytes(whole[:at])
        with pytest.raises(Refusal):
            import_archive("back", cut, make.NOW)


def test_a_flipped_byte_is_noticed_or_does_no_harm(lived: Desk, tmp_path: Path) -> None:
    exported = export_all(lived, tmp_path / "a.zip")
    whole, records = exported.path.read_bytes(), records_in(exported.path)
    erase_search(lived, sure=True)
    flipped = tmp_path / "flipped.zip"
    for at in range(7, len(whole), max(1, len(whole) // 60)):
        flipped.write_bytes(whole[:at] + bytes([whole[at] ^ 0x55]) + whole[at + 1 :])
        try:
            brought = import_archive("back", flipped, make.NOW)
        except Refusal:
            continue
        desk = Desk(brought.search, make.NOW)
        again = export_all(desk, tmp_path / "b.zip", overwrite=True)
        assert records_in(again.path) == records
        erase_search(desk, sure=True)


def test_a_bomb_is_refused_before_it_is_unpacked(lived: Desk, tmp_path: Path) -> None:
    exported = export_all(lived, tmp_path / "a.zip")
    changed = repacked(exported.path, lambda m: m.update({"records/x.jsonl": bytes(60_000_000)}))
    erase_search(lived, sure=True)
    with pytest.raises(Refusal, match="nothing was unpacked"):
        import_archive("back", changed, make.NOW)


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"hello", b"PK\x05\x06" + bytes(18)])
def test_what_is_no_archive_is_refused(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(content)
    with pytest.raises(Refusal) as refused:
        import_archive("back", path, make.NOW)
    assert refused.value.code is Code.BAD_FILE


def test_a_missing_archive_and_a_folder_are_refused(tmp_path: Path) -> None:
    for path in (tmp_path / "none.zip", tmp_path):
        with pytest.raises(Refusal) as refused:
            import_archive("back", path, make.NOW)
        assert refused.value.code is Code.BAD_FILE
