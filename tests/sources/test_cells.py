"""Single cells: what they hold and what they only seem to hold."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ringback.sources.cells import (
    is_bare_title,
    is_mail,
    is_shared_box,
    is_url,
    key,
    names_nobody,
    plain,
    says_nothing,
)


@pytest.mark.parametrize(
    ("cell", "seen"),
    [
        ("  Oxbow\u00a0Rail ", "Oxbow Rail"),
        ("\ufeffCompany", "Company"),
        ("Ox\u200bbow", "Oxbow"),
        ("'+1 614 555 0143", "+1 614 555 0143"),
        ("'=1+1", "=1+1"),
        ("'s-Hertogenbosch", "'s-Hertogenbosch"),
        ("", ""),
    ],
)
def test_a_cell_is_what_one_sees(cell: str, seen: str) -> None:
    assert plain(cell) == seen


@given(st.text())
def test_plain_twice_is_plain_once_but_for_a_second_apostrophe(cell: str) -> None:
    assert plain(plain(cell)) in (plain(cell), plain(plain(cell)[1:]))


@pytest.mark.parametrize("cell", ["", " ", "-", "n/a", "N/A", "?", "—", "tbd", "k.A.", "\u200b"])
def test_ways_to_say_nothing(cell: str) -> None:
    assert says_nothing(cell)


@pytest.mark.parametrize("cell", ["HR", "n/a", "?", "Personalabteilung", "hiring manager", "123"])
def test_cells_that_name_nobody(cell: str) -> None:
    assert names_nobody(cell)


@pytest.mark.parametrize("cell", ["Dana Hollis", "Hr. Adler", "李雷", "Dean Miller", "محمد علي"])
def test_cells_that_name_somebody(cell: str) -> None:
    assert not names_nobody(cell)
    assert not is_bare_title(cell)


@pytest.mark.parametrize(
    "cell", ["Plant Manager", "VP of Operations", "Owner", "the store manager"]
)
def test_a_title_by_itself_is_no_name(cell: str) -> None:
    assert is_bare_title(cell)


@pytest.mark.parametrize("cell", ["a@b.example", "mailto:a@b.example", "a.b+c@d-e.example"])
def test_mail_addresses(cell: str) -> None:
    assert is_mail(cell)


@pytest.mark.parametrize("cell", ["a@b", "a b@c.example", "@home", "a@b.example, c@d.example"])
def test_what_is_no_single_mail_address(cell: str) -> None:
    assert not is_mail(cell)


@pytest.mark.parametrize("cell", ["https://x.example/a?b=1", "www.x.example", "x.example/jobs/1"])
def test_links(cell: str) -> None:
    assert is_url(cell)


@pytest.mark.parametrize("cell", ["Oxbow Rail", "85.000", "6.1.2026", "a@b.example", "see notes"])
def test_what_is_no_link(cell: str) -> None:
    assert not is_url(cell)


def test_an_office_box_belongs_to_nobody() -> None:
    assert is_shared_box("Jobs@x.example")
    assert not is_shared_box("dana.hollis@x.example")


def test_words_compare_without_case_accents_and_marks() -> None:
    assert key("  Fecha de Envío: ") == "fecha de envio"
