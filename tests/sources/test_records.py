"""Rows out of lines: a quote left open never takes another row with it."""

from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ringback.sources.records import Broken, Passed, Row, records
from ringback.sources.separators import separate
from ringback.sources.unreadable import Unreadable
from tests.sources.kept import HEADINGS, ROWS, as_csv, file_of, items_of

PLAIN = st.text("abcé 1.-'", max_size=8)
LINES = st.lists(st.lists(PLAIN.filter(str.strip), min_size=4, max_size=4), min_size=3, max_size=9)


def stripped(cells: Iterable[str]) -> tuple[str, ...]:
    """As anyone sees them: spaces at the edges of a cell say nothing."""
    return tuple(map(str.strip, cells))


def rows_of(text: str) -> list[Row | Broken | Passed]:
    lines = text.splitlines(keepends=True)
    return list(records(lines, separate(lines)))


def test_an_open_quote_is_taken_out_where_the_row_is_whole_without_it() -> None:
    text = as_csv([HEADINGS, *ROWS], ";", "\n").replace("Planner;", '"Planner;')
    (*_, last) = rows_of(text)
    assert last == (4, ROWS[2], "a quotation mark that is never closed was taken out")


def test_an_open_quote_breaks_its_own_row_and_no_other() -> None:
    text = (
        as_csv([HEADINGS, *ROWS], line_end="\n")
        .replace('"main', "main")
        .replace("Schicht", '"Schicht')
    )
    text = text.replace("Vorhaus Muster", '"Vorhaus" Muster')
    _, first, second, third = rows_of(text)
    assert first == (2, ROWS[0], "")
    assert isinstance(second, Broken)
    assert (second.line, second.reason) == (3, "a quotation mark is opened and never closed")
    assert third[0] == 4


def test_an_open_quote_in_the_last_row_is_found_too() -> None:
    text = 'a,b,c,d\n1,2,3,4\n1,2,3,4\n1,2,"3 and more\n'
    assert [item[0] for item in rows_of(text)] == [1, 2, 3, 4]
    assert isinstance(rows_of(text)[-1], Broken)


def test_a_quoted_cell_may_have_many_lines() -> None:
    text = 'a,b,c,d\n1,"two\nlines, and a comma",3,4\n1,2,3,4\n'
    assert rows_of(text)[1:] == [(2, ("1", "two\nlines, and a comma", "3", "4"), ""),
                                 (4, ("1", "2", "3", "4"), "")]  # fmt: skip


def test_inch_marks_and_nicknames_are_letters() -> None:
    text = 'a,b,c\n19" rack,Bob "the boss" Lee,5\'10"\n"Bob" Lee,x,y\n1,2,3\n'
    assert [item[1] for item in rows_of(text)] == [
        ("a", "b", "c"),
        ('19" rack', 'Bob "the boss" Lee', "5'10\""),
        ("Bob Lee", "x", "y"),
        ("1", "2", "3"),
    ]


def test_backslashes_may_escape_quotes() -> None:
    text = 'a,b,c\n1,"she said \\"yes\\", twice",3\n1,2,3\n'
    assert rows_of(text)[1][1] == ("1", 'she said "yes", twice', "3")


def test_blank_rows_are_counted_where_they_stand() -> None:
    assert rows_of("a,b\n\n1,2\n,\n  , \n") == [
        (1, ("a", "b"), ""),
        (2, "blank", 1),
        (3, ("1", "2"), ""),
        (4, "blank", 1),
        (5, "blank", 1),
    ]


def test_200_000_columns_are_refused_in_a_sentence(tmp_path: Path) -> None:
    path = file_of(tmp_path, "Company,Position\n" + "," * 200_000 + "x\n")
    with pytest.raises(Unreadable, match="Line 2 has 200,001 columns") as refusal:
        items_of(path)
    assert refusal.value.code == "too-wide"


def test_a_cell_of_200_000_characters_is_named_and_the_next_row_read() -> None:
    text = f"a,b,c\n1,{'x' * 200_000},3\n4,5,6\n"
    _, broken, after = rows_of(text)
    assert broken == (2, "a cell is longer than 131,072 characters", ())
    assert after == (3, ("4", "5", "6"), "")


def test_a_file_of_open_quotes_alone_is_given_up() -> None:
    with pytest.raises(Unreadable) as refusal:
        rows_of("a,b,c,d\n" + '1,"2,3\n' * 4000)
    assert refusal.value.code == "broken-quotes"


@given(rows=LINES, at=st.integers(0, 200), row=st.integers(0, 8))
def test_a_stray_quote_anywhere_leaves_every_other_row_alone(
    rows: list[list[str]], at: int, row: int
) -> None:
    lines = [",".join(cells) + "\n" for cells in rows]
    row %= len(lines)
    at %= len(lines[row])
    broken = [*lines]
    broken[row] = f'{lines[row][:at]}"{lines[row][at:]}'
    before, after = (
        {
            item.line: stripped(item.cells)
            for item in rows_of("".join(text))
            if not isinstance(item, Passed)
        }
        for text in (lines, broken)
    )
    assert before.keys() == after.keys()
    assert all(after[line] == cells for line, cells in before.items() if line != row + 1)


@given(st.lists(st.lists(st.text('ab,;"\n é'), min_size=3, max_size=3), min_size=2, max_size=9))
def test_what_csv_writes_is_read_back(rows: list[list[str]]) -> None:
    rows = [["one", "two", "three"], *rows]
    lines = [line + "\n" for line in as_csv(rows, line_end="\n").split("\n")[:-1]]
    found = list(records(lines, separate(lines)))
    assert not any(isinstance(item, Broken) for item in found)
    read = [stripped(item.cells) for item in found if isinstance(item, Row)]
    assert read == [cells for cells in map(stripped, rows) if any(cells)]
