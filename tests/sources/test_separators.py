"""Separators: the one that cuts the rows most evenly."""

import pytest

from ringback.sources.separators import separate
from tests.sources.kept import HEADINGS, ROWS, as_csv


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_the_separator_is_found(separator: str) -> None:
    lines = as_csv([HEADINGS, *ROWS], separator).splitlines(keepends=True)
    assert separate(lines).separator == separator
    assert separate(lines).width == len(HEADINGS)


def test_a_comma_in_every_salary_does_not_win_over_semicolons() -> None:
    lines = ["Firma;Gehalt;Status\n", *(f"Oxbow {n};{n}5,000;sent\n" for n in range(9))]
    assert separate(lines).separator == ";"


def test_a_title_above_does_not_hide_the_separator() -> None:
    lines = ["My applications, this autumn, all of them\n", "\n", *["a;b;c\n"] * 6]
    assert separate(lines).separator == ";"


def test_the_line_that_excel_writes_on_top_is_believed() -> None:
    how = separate(["sep=;\n", "a;b,c\n", "d;e,f\n"])
    assert (how.separator, how.width, how.announced) == (";", 2, True)


def test_a_space_after_the_comma_does_not_hide_the_quotes() -> None:
    how = separate(['a, "b, c", d\n', 'e, "f, g", h\n'])
    assert how.loose
    assert how.width == 3


@pytest.mark.parametrize("lines", [[], [""], ["word\n"], ['"\n'], ["~\n", "^\n"], ["\\\n", '"']])
def test_what_has_no_separator_is_one_column(lines: list[str]) -> None:
    assert separate(lines).width <= 2


def test_separators_nobody_else_uses_are_found_too() -> None:
    lines = ["Company^Position^Status\n", "Oxbow^Planner^sent\n", "Gable^Clerk^sent\n"]
    assert separate(lines).separator == "^"


def test_quotes_in_a_row_take_no_longer_than_other_text() -> None:
    # The sniffer of the standard library goes over them again for each pair of them.
    lines = ['"\n', "||||\n", '"' * 2_000 + "'" * 2_000 + "\n", "a|b|c\n"] * 5
    assert separate(lines).separator == "|"
