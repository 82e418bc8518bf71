"""Address books: whose each number is, and cards of every version, whole or broken."""

import contextlib
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ringback.core.found import Found, FoundPerson, Refused
from ringback.core.people import RouteKind
from ringback.sources.registry import open_file
from ringback.sources.source import ReadOptions
from ringback.sources.unreadable import Unreadable
from tests.sources import contact_files as files
from tests.sources.kept import employer_of, file_of, read, read_one


def card(*lines: str, version: str = "3.0") -> str:
    return "\r\n".join(["BEGIN:VCARD", f"VERSION:{version}", *lines, "END:VCARD", ""])


def person_in(folder: Path, content: str | bytes) -> FoundPerson:
    found = read_one(file_of(folder, content, "people.vcf"))
    assert found.person is not None
    return found.person


def kinds(person: FoundPerson) -> list[tuple[RouteKind, str]]:
    return [(route.kind, route.value) for route in person.routes if route.kind.is_call]


def test_googles_labels_tell_the_numbers(tmp_path: Path) -> None:
    found = person_in(tmp_path, files.GOOGLE)
    assert found.name == "Émile J. Sørby"
    assert kinds(found) == [
        (RouteKind.DIRECT, "+1 251-555-0142"),
        (RouteKind.DIRECT, "+1 251-555-0143"),
        (RouteKind.MOBILE, "+1 251-555-0177"),
    ]
    assert found.linkedin == "https://www.linkedin.com/in/made-up-sorby"


def test_googles_main_number_is_the_employers(tmp_path: Path) -> None:
    found = read_one(file_of(tmp_path, files.GOOGLE_OLD))
    assert [route.value for route in employer_of(found).routes] == ["+1 251-555-0140"]


def test_outlooks_title_is_how_a_person_is_addressed(tmp_path: Path) -> None:
    found = person_in(tmp_path, files.OUTLOOK)
    assert (found.name, found.title) == ("Émile Sørby", "Sales Manager")
    assert found.note == (
        "Manager's Name: Nadja O'Rowe\nAssistant's Name: Ida Pell\n"
        "Assistant's Phone: (251) 555-0144"
    )


def test_an_old_card_is_read_through_its_quoting(tmp_path: Path) -> None:
    found = person_in(tmp_path, card(
        "N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:S=C3=B8rby;=C3=89mile;;;",
        "TITLE;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:Chef de l'=E9quipe=",
        " de nuit",
        "TEL;CELL:+12515550177",
        "TEL;WORK;FAX:+12515550149",
        version="2.1",
    ))  # fmt: skip
    assert (found.name, found.title) == ("Émile Sørby", "Chef de l'équipe de nuit")
    assert kinds(found) == [(RouteKind.MOBILE, "+12515550177")]


def test_an_old_card_in_its_own_charset_without_quoting(tmp_path: Path) -> None:
    raw = card("N;CHARSET=ISO-8859-2:Wałęsiak;Łucja;;;", version="2.1").encode("iso-8859-2")
    assert person_in(tmp_path, raw).name == "Łucja Wałęsiak"


def test_apples_own_label_tells_a_number(tmp_path: Path) -> None:
    found = read_one(file_of(tmp_path, card(
        "FN:Émile Sørby", "N:Sørby;Émile;;;", "ORG:Fairlead Marine\\, Inc.;Sales;Yard",
        "item1.TEL:+1 251-555-0140", "item1.X-ABLabel:_$!<Main>!$_",
        "item2.TEL:+1 251-555-0142", "item2.X-ABLabel:direct",
        "NOTE:one line\\nand a lo", " ng one",
    ), "people.vcf"))  # fmt: skip
    assert found.person is not None
    assert employer_of(found).name == "Fairlead Marine, Inc."
    assert found.person.function == "Sales, Yard"
    assert kinds(found.person) == [(RouteKind.DIRECT, "+1 251-555-0142")]
    assert [route.value for route in employer_of(found).routes] == ["+1 251-555-0140"]
    assert found.person.note == "one line\nand a long one"


def test_a_new_cards_number_brings_its_extension(tmp_path: Path) -> None:
    found = person_in(tmp_path, card(
        "FN:Émile Sørby", 'TEL;VALUE=uri;TYPE="voice,work":tel:+1-251-555-0140;ext=12',
        "URL:https://www.linkedin.com/in/made-up-sorby", version="4.0",
    ))  # fmt: skip
    (route,) = found.routes
    assert (route.kind, route.value, route.extension) == (
        RouteKind.SWITCHBOARD, "+1-251-555-0140", "12",
    )  # fmt: skip
    assert found.linkedin.endswith("made-up-sorby")


def test_a_card_of_a_company_names_nobody(tmp_path: Path) -> None:
    lines = ("FN:Oxbow Rail", "ORG:Oxbow Rail", "X-ABShowAs:COMPANY", "TEL;TYPE=WORK:+12515550140")
    found = read_one(file_of(tmp_path, card(*lines), "people.vcf"))
    assert found.person is None
    assert [route.kind for route in employer_of(found).routes] == [RouteKind.SWITCHBOARD]


def test_a_group_of_contacts_is_passed_over(tmp_path: Path) -> None:
    path = file_of(tmp_path, card("KIND:group", "FN:Yard") + card("FN:Ida Pell"), "people.vcf")
    (known,) = open_file(path)
    assert known.source is not None
    told = known.source.understood(known.table, ReadOptions())
    assert (told.rows, told.passed) == (1, (("line 1", "a group of contacts"),))


def test_a_card_that_is_never_closed_takes_no_other_with_it(tmp_path: Path) -> None:
    text = "BEGIN:VCARD\r\nFN:Ida Pell\r\n" + card("FN:Émile Sørby")
    items = read(file_of(tmp_path, text, "people.vcf"))
    assert [item.person.name for item in items if isinstance(item, Found) and item.person] == [
        "Ida Pell", "Émile Sørby",
    ]  # fmt: skip
    assert isinstance(items[0], Found)
    assert items[0].doubts == ("the card is never closed",)


def test_a_picture_of_any_size_is_passed_by(tmp_path: Path) -> None:
    picture = "PHOTO;ENCODING=b;TYPE=JPEG:" + "A" * 3_000_000
    assert person_in(tmp_path, card(picture, "FN:Ida Pell")).name == "Ida Pell"


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_card_in_any_encoding(codec: str, tmp_path: Path) -> None:
    assert person_in(tmp_path, card("FN:Émile Sørby").encode(codec)).name == "Émile Sørby"


PIECES = st.sampled_from([
    "BEGIN:VCARD", "END:VCARD", "VERSION:2.1", "N:Pell;Ida", "FN;ENCODING=QUOTED-PRINTABLE:=C3=",
    'TEL;TYPE="a:+1251', "TEL:+12515550140", "item1.X-ABLabel:", " folded", "ORG:;;;", "KIND:org",
    "NOTE;CHARSET=klingon:\udcff", "ADR:;;;", "=", ":", ";;", "\\", "EMAIL:x@y.example",
])  # fmt: skip


@given(st.lists(PIECES | st.text(max_size=40), max_size=25))
def test_whatever_stands_in_cards_gives_values(tmp_path_factory: pytest.TempPathFactory,
                                               lines: list[str]) -> None:  # fmt: skip
    text = "\r\n".join(["BEGIN:VCARD", *lines]).encode("utf-8", "surrogateescape")
    values_or_unreadable(tmp_path_factory.mktemp("cards") / "people.vcf", text)


CELLS = st.sampled_from(["", "n/a", "+1 251-555-0140 x5", "'+1", "1.2E10", "a@b.example", "true",
                         "https://[", "Ida", "\0", '"', "9" * 400, "501-1000"])  # fmt: skip
HEADINGS = [
    text.partition("\n")[0].split(",")
    for texts in files.ALL.values()
    for text in texts
    if not text.startswith("Notes")
]


@given(st.sampled_from(HEADINGS), st.data())
def test_whatever_stands_in_a_list_of_people_gives_values(
    tmp_path_factory: pytest.TempPathFactory, headings: list[str], data: st.DataObject
) -> None:
    width = len(headings)
    row = st.lists(CELLS | st.text(max_size=12), min_size=width, max_size=width + 2)
    rows = data.draw(st.lists(row, min_size=1, max_size=3))
    text = "\n".join(",".join(line) for line in [headings, *rows])
    path = tmp_path_factory.mktemp("lists") / "people.csv"
    values_or_unreadable(path, text.encode("utf-8", "replace"))


@given(st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(
        st.sampled_from(["tgramsId", "name", "personnel", "title", "x"]), inner, max_size=4),
    max_leaves=12,
))  # fmt: skip
def test_whatever_stands_in_json_gives_values(
    tmp_path_factory: pytest.TempPathFactory, found: object
) -> None:
    path = tmp_path_factory.mktemp("json") / "people.json"
    values_or_unreadable(path, json.dumps([{"tgramsId": "1", "name": found}]).encode())
    values_or_unreadable(path, json.dumps([{"tgramsId": "1", "name": found}]).encode()[:-3])


def values_or_unreadable(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with contextlib.suppress(Unreadable):
        for known in open_file(path):
            if known.source is not None:
                known.source.understood(known.table, ReadOptions())
                items = known.source.read(known.table, ReadOptions())
                assert all(isinstance(item, Found | Refused) for item in items)
