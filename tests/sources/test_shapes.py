"""One sheet in many shapes reads the same, and any file at all is read or refused."""

import contextlib
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ringback.core.found import Found, Refused
from ringback.sources.records import Broken, Passed, Row
from ringback.sources.registry import recognise, source
from ringback.sources.source import ReadOptions
from ringback.sources.tables import Table, open_tables
from ringback.sources.unreadable import Unreadable
from tests.sources.kept import as_csv, file_of, read, workbook_of

HEADINGS = (
    *("Company", "Position", "Date Applied", "Status", "Contact Person", "Contact Phone"),
    *("Location", "Job URL", "Next Action", "Deadline", "Notes"),
)
ROWS = (
    ("Quarrystone Fittings, Inc.", "Plant Scheduler", "11/16/2026", "Applied", "Avis Tarrow",
     "937-555-0101", "Springfield, OH", "https://quarrystone.example/jobs/1", "call her",
     "11/30/2026", "said \"soon\"; ask again"),
    ("Vorhaus Muster GmbH", "Schichtplaner", "11/3/2026", "beworben", "Céline Müller",
     "030 23125 101", "Köln, Germany", "", "", "", "zweimal angerufen"),
    ("Oxbow Rail", "Planner", "11/4/2026", "rejected", "", "", "Toledo, OH", "", "", "", ""),
)  # fmt: skip
CASES: tuple[Callable[[str], str], ...] = (
    str,
    str.upper,
    str.lower,
    str.title,
    lambda h: h.replace(" ", "_"),
    lambda h: f" {h}: ",
)


@pytest.fixture(scope="module")
def as_it_was(tmp_path_factory: pytest.TempPathFactory) -> list[Found]:
    items = read(file_of(tmp_path_factory.mktemp("plain"), as_csv([HEADINGS, *ROWS])))
    assert all(isinstance(item, Found) for item in items)
    return [item for item in items if isinstance(item, Found)]


@given(
    order=st.permutations(range(len(HEADINGS))),
    case=st.sampled_from(CASES),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1252"]),
    separator=st.sampled_from(",;\t|"),
    extra=st.booleans(),
    title=st.booleans(),
)
def test_the_same_rows_in_another_shape_say_the_same(
    tmp_path_factory: pytest.TempPathFactory,
    as_it_was: list[Found],
    order: list[int],
    case: Callable[[str], str],
    encoding: str,
    separator: str,
    extra: bool,
    title: bool,
) -> None:
    rows = [[case(HEADINGS[i]) for i in order], *([cells[i] for i in order] for cells in ROWS)]
    if extra:
        rows = [[*cells, word] for cells, word in zip(rows, ["Rank", "1", "2", "3"], strict=True)]
    above = [["My applications"], []] if title else []
    path = tmp_path_factory.mktemp("shape") / "sheet.csv"
    path.write_bytes(as_csv([*above, *rows], separator).encode(encoding))
    items = read(path)
    assert [said(item) for item in items] == [said(item) for item in as_it_was]
    for item, rank in zip(items, "123", strict=True):
        assert isinstance(item, Found)
        assert item.extra == ((("Rank", rank),) if extra else ())


def said(item: Found | Refused) -> object:
    assert isinstance(item, Found)
    return item.employer, item.person, item.opening, item.doubts


def test_a_workbook_says_the_same_as_the_text(tmp_path: Path, as_it_was: list[Found]) -> None:
    items = read(workbook_of(tmp_path, [HEADINGS, *ROWS]))
    assert [said(item) for item in items] == [said(item) for item in as_it_was]


PIECES = st.sampled_from([
    *(b'"', b",", b";", b"\t", b"\n", b"\r\n", b"\r", b"\0", b'""', b"\xff", b"\xe9", b"\xc3\xa9"),
    *(b"\xef\xbb\xbf", b"\xff\xfe", b"|", b"'", b"=1+1", b"11/3/2026", b'\\"', b"sep=;\n", b"  "),
    *(b"Company", b"Status", b"sent", b"\xe2\x80\x8b", b"\xf0\x9f\x98\x80", b"Total", b"Nov 3"),
])  # fmt: skip
WHOLE = as_csv([HEADINGS, *ROWS]).encode()


@st.composite
def broken_sheets(draw: st.DrawFn) -> bytes:
    """A good sheet with a few pieces cut out and others put in."""
    content = WHOLE
    for _ in range(draw(st.integers(1, 8))):
        at, cut = draw(st.integers(0, len(content))), draw(st.integers(0, 20))
        content = content[:at] + draw(PIECES) + content[at + cut :]
    return content


@given(
    st.one_of(
        st.binary(max_size=300),
        st.lists(PIECES, max_size=60).map(b"".join),
        broken_sheets(),
        st.tuples(st.sampled_from(["utf-16", "utf-16-le", "utf-32"]), st.text(max_size=80)).map(
            lambda pair: pair[1].encode(pair[0], "replace")
        ),
    )
)
def test_any_bytes_are_read_row_by_row_or_refused_in_a_sentence(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    path = tmp_path_factory.mktemp("any") / "sheet.csv"
    path.write_bytes(content)
    check_every_row_is_accounted_for(path)


def check_every_row_is_accounted_for(path: Path) -> None:
    sheet = source("sheet")
    tables: tuple[Table, ...] = ()
    with contextlib.suppress(Unreadable):
        tables = open_tables(path)
    for table in tables:
        items = list(table.rows())
        rows = sum(isinstance(item, Row | Broken) for item in items)
        passed = sum(item.rows for item in items if isinstance(item, Passed))
        read = list(sheet.read(table, ReadOptions()))
        understanding = sheet.understood(table, ReadOptions())
        assert len(read) == rows == understanding.rows
        assert passed == understanding.blank + len(understanding.passed)
        recognise(table)
        for item in read:
            # A book keeps it: no half characters, and a place of at most 80.
            repr(item).encode()
            assert len(item.where) <= 80


@settings(max_examples=200)
@given(content=broken_sheets(), times=st.integers(1, 3))
def test_two_hundred_hostile_files_lose_no_row(
    tmp_path_factory: pytest.TempPathFactory, content: bytes, times: int
) -> None:
    path = tmp_path_factory.mktemp("hostile") / "sheet.csv"
    path.write_bytes(content * times)
    check_every_row_is_accounted_for(path)
