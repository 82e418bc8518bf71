"""Encodings of text files: told from the bytes, line by line where they are mixed."""

from io import BytesIO
from pathlib import Path
from typing import BinaryIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ringback.sources.encodings import Mended, detect, lines
from ringback.sources.unreadable import Unreadable
from tests.sources.kept import HEADINGS, ROWS, as_csv, cells_of, file_of, items_of

TEXT = as_csv([HEADINGS, *ROWS])


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "latin-1"],
)
def test_the_same_sheet_reads_the_same_in_any_encoding(tmp_path: Path, encoding: str) -> None:
    assert cells_of(file_of(tmp_path, TEXT.encode(encoding))) == list(ROWS)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Компания;Должность\nРельсы Севера;плановик смены\nЗавод Восток;кладовщик\n", "cp1251"),
        (
            "firma;stanowisko\nŁódzkie Żłobki;księgowość i płace\nŹródło Śląskie;sprzątać\n",
            "cp1250",
        ),
        (
            "会社名,職種\n株式会社北の工場,生産計画担当者\n東の倉庫株式会社,在庫管理の仕事\n",
            "shift_jis",
        ),
    ],
)
def test_a_sheet_in_another_script_is_not_taken_for_western(
    tmp_path: Path, text: str, encoding: str
) -> None:
    path = file_of(tmp_path, (text * 5).encode(encoding))
    found = detect(lambda: path.open("rb"))
    assert found.name != "cp1252"
    assert "".join(lines(lambda: path.open("rb"), found)) == text * 5


@pytest.mark.parametrize("name", ["Müller", "Céline", "Ñandú", "O’Neill", "“Zoë”", "Šimek"])
def test_one_short_western_word_is_enough_for_cp1252(tmp_path: Path, name: str) -> None:
    path = file_of(tmp_path, f"Company,Contact\nOxbow,{name}\n".encode("cp1252"))
    assert detect(lambda: path.open("rb")).name == "cp1252"
    assert cells_of(path) == [("Oxbow", name)]


def test_a_line_in_another_encoding_is_mended_and_said(tmp_path: Path) -> None:
    good, other, last = (as_csv([row]) for row in (HEADINGS, ROWS[1], ROWS[1]))
    path = file_of(tmp_path, good.encode() + other.encode("cp1252") + last.encode())
    first, second = items_of(path)
    assert first == (2, ROWS[1], "this line is not in utf-8 and was read as cp1252")
    assert second == (3, ROWS[1], "")


def test_letters_garbled_by_an_earlier_program_are_set_right(tmp_path: Path) -> None:
    garbled = TEXT.encode().decode("cp1252").encode()
    path = file_of(tmp_path, garbled)
    assert cells_of(path) == list(ROWS)
    assert items_of(path)[1][2] == "garbled letters were set right"


def test_zero_bytes_are_taken_out_and_said(tmp_path: Path) -> None:
    path = file_of(tmp_path, TEXT.replace("Oxbow", "Ox\0bow").encode())
    assert items_of(path)[2] == (4, ROWS[2], "zero bytes were taken out")


def test_a_line_of_a_million_characters_is_refused(tmp_path: Path) -> None:
    path = file_of(tmp_path, "Company,Position\n" + "x" * 1_000_001)
    with pytest.raises(Unreadable, match="longer than a million") as refusal:
        items_of(path)
    assert refusal.value.code == "line-too-long"


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_lines_end_as_any_system_ends_them(tmp_path: Path, line_end: str) -> None:
    path = file_of(tmp_path, as_csv([HEADINGS, *ROWS], line_end=line_end))
    assert [item[0] for item in items_of(path)] == [2, 3, 4]


@given(st.binary(max_size=300))
def test_any_bytes_become_characters_that_a_database_takes(raw: bytes) -> None:
    def file() -> BinaryIO:
        return BytesIO(raw)

    for line in lines(file, detect(file)):
        line.encode("utf-8")
        assert "\0" not in line
        assert not isinstance(line, Mended) or line.how
