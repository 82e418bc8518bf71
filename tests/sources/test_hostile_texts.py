"""What the fuzzing found: texts that no book can keep, files of few bytes that fill the memory."""

import json
import time
import zipfile
from pathlib import Path

import pytest

from ringback.sources.registry import open_file
from ringback.sources.separators import separate
from ringback.sources.tables import open_tables
from ringback.sources.team_pages.charset import text_of
from ringback.sources.unreadable import Unreadable
from tests.sources.kept import cells_of, file_of, read_one, workbook_of


@pytest.mark.parametrize(
    "line",
    ["TITLE:Yard\0 Director", "TITLE;ENCODING=QUOTED-PRINTABLE:Yard=00 Director",
     "TITLE;CHARSET=raw_unicode_escape;ENCODING=QUOTED-PRINTABLE:Yard\\ud800 Director"],
)  # fmt: skip
def test_a_card_brings_no_zero_bytes_and_no_halves_of_characters(tmp_path: Path, line: str) -> None:
    card = f"BEGIN:VCARD\nFN:Kim Sample\nORG:Example Mill\n{line}\nEND:VCARD\n"
    person = read_one(file_of(tmp_path, card, "people.vcf")).person
    assert person is not None
    assert person.title == "Yard Director"


def test_neither_does_json_in_its_names_or_values(tmp_path: Path) -> None:
    supplier = {"tgramsId": "9", "name\0": "x", "name": "Oxbow\ud800 Rail\0", "\udfffodd": "\0"}
    found = read_one(file_of(tmp_path, json.dumps([supplier]), "supplier.json"))
    assert found.employer is not None
    assert found.employer.name == "Oxbow Rail"
    assert all("\0" not in f"{name}{text}" for name, text in found.extra)
    assert "\udfff" not in str(found)


def test_neither_does_a_workbook(tmp_path: Path) -> None:
    whole = workbook_of(tmp_path, [("Company", "Position"), ("Oxbow Rail", "Planner")])
    path = tmp_path / "escaped.xlsx"
    with zipfile.ZipFile(whole) as source, zipfile.ZipFile(path, "w") as out:
        for name in source.namelist():
            out.writestr(name, source.read(name).replace(b"Oxbow Rail", b"Oxbow_x0000_ Rail"))
    assert cells_of(path) == [("Oxbow Rail", "Planner")]
    assert open_tables(path)[0].sample[0].cells[0] == "Oxbow Rail"


def test_a_long_word_costs_no_more_than_as_many_short_ones() -> None:
    def seconds(text: str) -> float:
        begun = time.process_time()
        separate([f'"{text}\n'])
        return time.process_time() - begun

    seconds("warm")
    assert seconds("Dr." * 2_600) < 20 * max(seconds("Dr. " * 1_950), 0.02)


@pytest.mark.parametrize("name", ["rot13", "hex", "unicode_escape", "idna", "cp037", "utf-16-le"])
def test_a_page_that_names_no_charset_of_the_web_is_read_all_the_same(name: str) -> None:
    page = f'<meta charset="{name}"><h1>Our team</h1><p>Kim Sample, Yard Director</p>'.encode()
    assert text_of(page + b"\xff") == page.decode() + "ÿ"


def test_a_page_brings_no_halves_of_characters() -> None:
    assert text_of(b'<meta charset="utf-7">a+2AA-b\xff') == '<meta charset="utf-7">a\ufffdb\ufffd'


@pytest.mark.parametrize(
    "content",
    ["[" + "{}," * 2_000_000 + "{}]", "[" + '{"a":[' * 9 + "1," * 2_000_000 + "1" + "]}" * 9 + "]",
     "[" + ",".join(f'{{"name{n}":1}}' for n in range(20_000)) + "]"],
    ids=["objects", "values", "columns"],
)  # fmt: skip
def test_json_that_would_fill_the_memory_is_refused(tmp_path: Path, content: str) -> None:
    with pytest.raises(Unreadable) as refusal:
        open_file(file_of(tmp_path, content, "bomb.json"), "thomasnet")
    assert refusal.value.code == "too-large"
