"""Phone numbers in cells and in notes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ringback.core.people import RouteKind
from ringback.sources.numbers import is_phone, numbers_in, numbers_in_cell

TWELVE_COUNTRIES = (
    *("(614) 555-0143", "+44 20 7946 0123", "01632 960123", "030 23125 101", "+49 (0)30 23125-101"),
    *("01 99 00 12 34", "+34 91 555 01 23", "+61 2 5550 1234", "+353 1 555 0143"),
    *(
        "+41 44 555 01 43",
        "+43 1 5550143",
        "+31 20 555 0143",
        "+52 55 5555 0143",
        "+91 22 5550 1430",
    ),
)


@pytest.mark.parametrize("text", TWELVE_COUNTRIES)
def test_numbers_of_many_countries_are_taken_as_written(text: str) -> None:
    assert [number.value for number in numbers_in(text)] == [text]
    assert is_phone(text)


@pytest.mark.parametrize(
    ("text", "value", "extension"),
    [
        ("614-555-0143 x12", "614-555-0143", "12"),
        ("614.555.0143x12", "614.555.0143", "12"),
        ("(614) 555-0143 ext. 12", "(614) 555-0143", "12"),
        ("614-555-0143 extension 12", "614-555-0143", "12"),
        ("614-555-0143 #12", "614-555-0143", "12"),
        ("030 23125 101, Durchwahl 22", "030 23125 101", "22"),
        ("+1 614 555 0143 (ext 9)", "+1 614 555 0143", "9"),
    ],
)
def test_extensions_are_taken_off(text: str, value: str, extension: str) -> None:
    (number,) = numbers_in(text)
    assert (number.value, number.extension) == (value, extension)


def test_letters_stand_for_digits_in_a_cell_for_numbers_only() -> None:
    assert [number.value for number in numbers_in_cell("1-800-FLOWERS")] == ["1-800-FLOWERS"]
    assert numbers_in("order 1-800-FLOWERS") == ()


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("614-555-0143 / 614-555-0144", ["614-555-0143", "614-555-0144"]),
        ("614-555-0143; 614-555-0144", ["614-555-0143", "614-555-0144"]),
        ("614-555-0143 or 614-555-0144", ["614-555-0143", "614-555-0144"]),
        ("089 / 123456", ["089 / 123456"]),
    ],
)
def test_several_numbers_in_one_cell_are_kept_apart(text: str, values: list[str]) -> None:
    assert [number.value for number in numbers_in(text)] == values


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("cell 614-555-0143", RouteKind.MOBILE),
        ("614-555-0143 (mobile)", RouteKind.MOBILE),
        ("main number: 614-555-0143", RouteKind.SWITCHBOARD),
        ("Zentrale 030 23125 101", RouteKind.SWITCHBOARD),
        ("her direct line is 614-555-0143", RouteKind.DIRECT),
        ("614-555-0143", None),
    ],
)
def test_a_word_beside_a_number_says_what_it_is(text: str, kind: RouteKind | None) -> None:
    assert [number.kind for number in numbers_in(text)] == [kind]


@pytest.mark.parametrize(
    "text",
    [
        *("2026-11-03", "11/03/2026", "11/03/2026 14:30", "$85,000 - 90,000", "fax 614-555-0143"),
        *("my number 614-555-0143", "REQ-2026-0042", "https://x.example/jobs/1234567890"),
        *("id 12345678", "12 weeks, 40 hours", "a12345678b", "1234567890123456789", "50.000.000 €"),
    ],
)
def test_what_is_no_number_of_theirs_is_left_alone(text: str) -> None:
    assert numbers_in(text) == ()


def test_bare_digits_are_no_number_by_their_shape() -> None:
    assert not is_phone("6145550143")
    assert [number.value for number in numbers_in_cell("6145550143")] == ["6145550143"]


@given(st.text(max_size=80))
def test_any_text_can_be_searched(text: str) -> None:
    for number in numbers_in_cell(text):
        assert number.value
        assert sum(c.isalnum() for c in number.value) >= 5
