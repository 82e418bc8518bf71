"""ZIP files: looked at before they are unpacked."""

import io
import struct
import zipfile
from collections.abc import Mapping
from pathlib import Path

from ringback.sources.records import Row
from ringback.sources.tables import open_tables
from tests.sources.kept import HEADINGS, ROWS, as_csv, file_of, refusal_of

TEXT = as_csv([HEADINGS, *ROWS])


def zipped(members: Mapping[str, str | bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return file.getvalue()


def test_every_text_table_in_a_zip_is_opened(tmp_path: Path) -> None:
    members: dict[str, str | bytes] = {
        "Jobs/Applied.csv": TEXT,
        "Jobs/Saved.tsv": as_csv([HEADINGS, *ROWS], "\t"),
        "photo.png": b"\x89PNG",
        "__MACOSX/Jobs/._Applied.csv": b"\x00\x05",
    }
    applied, saved = open_tables(file_of(tmp_path, zipped(members), "export.zip"))
    assert (applied.name, applied.where(2)) == ("export.zip / Applied.csv", "Applied.csv, line 2")
    assert saved.separator == "tab"
    assert [row.cells for row in saved.rows() if isinstance(row, Row)] == list(ROWS)


def test_a_member_without_a_name_is_passed_over(tmp_path: Path) -> None:
    content = zipped({"x": "nobody's", "a.csv": TEXT, "folder.csv/": ""})
    entry = content.index(b"PK\x01\x02")
    # Its name of one letter is made a comment of one letter.
    nameless = bytearray(content)
    struct.pack_into("<HHH", nameless, entry + 28, 0, 0, 1)
    (table,) = open_tables(file_of(tmp_path, bytes(nameless), "export.zip"))
    assert table.name == "export.zip / a.csv"


def test_a_member_that_claims_more_than_there_is_is_refused(tmp_path: Path) -> None:
    content = bytearray(zipped({"a.csv": TEXT, "b.csv": TEXT}))
    at = content.index(b"PK\x01\x02")
    struct.pack_into("<L", content, at + 20, 0xFFFF_FFF0)
    assert refusal_of(file_of(tmp_path, bytes(content), "export.zip")).code == "broken-zip"


def test_a_table_alone_in_its_zip_needs_no_name(tmp_path: Path) -> None:
    (table,) = open_tables(file_of(tmp_path, zipped({"a.csv": TEXT}), "export.zip"))
    assert table.where(2) == "line 2"


def test_a_zip_in_a_zip_is_opened_and_a_third_is_not(tmp_path: Path) -> None:
    inner = zipped({"a.csv": TEXT})
    (table,) = open_tables(file_of(tmp_path, zipped({"Part-1.zip": inner}), "two.zip"))
    assert len(list(table.rows())) == 3
    deeper = zipped({"outer.zip": zipped({"Part-1.zip": inner})})
    assert refusal_of(file_of(tmp_path, deeper, "three.zip")).code == "nothing-inside"


def test_of_a_view_and_the_whole_table_the_whole_is_read(tmp_path: Path) -> None:
    members = {"Jobs.csv": as_csv([HEADINGS, ROWS[0]]), "Jobs_all.csv": TEXT, "Other.csv": TEXT}
    names = [table.name for table in open_tables(file_of(tmp_path, zipped(members), "n.zip"))]
    assert names == ["n.zip / Jobs_all.csv", "n.zip / Other.csv"]


def test_a_zip_that_swells_is_refused_unopened(tmp_path: Path) -> None:
    assert refusal_of(file_of(tmp_path, zipped({"a.csv": b"," * 20_000_000}))).code == "bomb"
    inner = zipped({"a.csv": b"," * 20_000_000})
    assert refusal_of(file_of(tmp_path, zipped({"Part-1.zip": inner}))).code == "bomb"


def test_a_zip_of_a_hundred_thousand_files_is_refused_unlisted(tmp_path: Path) -> None:
    content = bytearray(zipped({"a.csv": TEXT}))
    end = content.rfind(b"PK\x05\x06")
    struct.pack_into("<L", content, end + 12, 90_000_000)
    assert refusal_of(file_of(tmp_path, bytes(content))).code == "bomb"


def test_a_member_longer_than_it_says_is_not_followed(tmp_path: Path) -> None:
    content = bytearray(zipped({"a.csv": TEXT + "x" * 5_000_000}))
    entry = content.rfind(b"PK\x01\x02")
    struct.pack_into("<L", content, entry + 24, 300)
    assert refusal_of(file_of(tmp_path, bytes(content))).code == "broken-zip"


def test_a_damaged_member_is_refused(tmp_path: Path) -> None:
    content = bytearray(zipped({"a.csv": TEXT * 50}))
    content[80] ^= 0xFF
    assert refusal_of(file_of(tmp_path, bytes(content))).code == "broken-zip"


def test_a_locked_zip_is_refused_by_its_own_code(tmp_path: Path) -> None:
    content = bytearray(zipped({"a.csv": TEXT}))
    for at in (content.find(b"PK\x03\x04") + 6, content.rfind(b"PK\x01\x02") + 8):
        content[at] |= 1
    assert refusal_of(file_of(tmp_path, bytes(content))).code == "password"
