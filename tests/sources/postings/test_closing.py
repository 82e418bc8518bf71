"""When a posting closes, as eleven languages write it, and when it does not say a day."""

from datetime import date

import pytest

from ringback.sources.postings.closing import DayHints, closing_in, day_of
from ringback.sources.postings.lines import lines_of_text

READ_ON = date(2026, 11, 10)
LAST = date(2026, 11, 30)


def hints(country: str = "", posted_on: date | None = None) -> DayHints:
    return DayHints(READ_ON, posted_on, country)


@pytest.mark.parametrize(
    "text",
    [
        "Closing date: 30 November 2026",
        "Closing date\n2026-11-30",
        "Apply by Nov 30, 2026",
        "Applications close on Monday, November 30th, 2026 at 5 pm EST",
        "Applications will be accepted until 11:59 p.m. on November 30, 2026.",
        "Bewerbungsfrist: 30.11.2026",
        "Bitte bewerben Sie sich bis zum 30. November 2026 an bewerbung@werk.example.",
        "Date limite de candidature : le 30 novembre 2026",
        "Fecha límite: 30 de noviembre de 2026",
        "Scadenza: entro il 30 novembre 2026",
        "Candidaturas até 30 de novembro de 2026",
        "Prazo: 30/11/2026",
        "Solliciteer vóór 30 november 2026",
        "Termin nadsyłania aplikacji: 30 listopada 2026 r.",
        "Sista ansökningsdag: 30 november 2026",
        "Ansøgningsfrist: den 30. november 2026, kl. 12.00",
        "Søknadsfrist: 30. november 2026",
        "Closing date 11/30/26",
        "How to apply\nDeadline: 30-11-2026",
    ],
)
def test_the_day_is_read(text: str) -> None:
    assert closing_in(lines_of_text(text), hints()).day == LAST


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Closing date: until further notice", "until further notice"),
        ("Open until filled", "Open until filled"),
        ("Deadline: ASAP", "ASAP"),
        ("Bewerbungsfrist: bis auf weiteres", "bis auf weiteres"),
        ("Sista ansökningsdag: tills vidare", "tills vidare"),
        ("Søknadsfrist: snarest", "snarest"),
        ("Termin składania aplikacji: do odwołania", "do odwołania"),
        ("Date limite : dès que possible", "dès que possible"),
    ],
)
def test_no_day_is_said_in_the_posting_s_words(text: str, words: str) -> None:
    closing = closing_in(lines_of_text(text), hints())
    assert (closing.words, closing.day, closing.doubt) == (words, None, "")


@pytest.mark.parametrize(
    ("text", "posted_on", "day"),
    [
        ("Apply by Nov 30", None, LAST),
        ("Apply by January 5", None, date(2027, 1, 5)),
        ("Apply by Oct 1", None, date(2026, 10, 1)),
        ("Frist: 30.11.", None, LAST),
        ("Apply by March 1", date(2026, 2, 1), date(2026, 3, 1)),
    ],
)
def test_a_day_without_a_year_is_the_next_one_and_said_to_be(
    text: str, posted_on: date | None, day: date
) -> None:
    closing = closing_in(lines_of_text(text), hints(posted_on=posted_on))
    assert closing.day == day
    assert str(day.year) in closing.doubt


def test_day_and_month_are_told_by_the_country_or_not_at_all() -> None:
    lines = lines_of_text("Closing date: 04/05/2027")
    assert closing_in(lines, hints("US")).day == date(2027, 4, 5)
    assert closing_in(lines, hints("DE")).day == date(2027, 5, 4)
    unclear = closing_in(lines, hints())
    assert unclear.day is None
    assert "can be" in unclear.doubt


def test_another_date_of_the_posting_tells_the_order() -> None:
    lines = lines_of_text("Posted 10/25/2026\nClosing date: 12/05/2026")
    assert closing_in(lines, hints()).day == date(2026, 12, 5)


@pytest.mark.parametrize(
    "text",
    [
        "You meet deadlines and enjoy it.",
        "The store closes at 9 pm.",
        "CDD jusqu'au 31 mars 2027",
        "Contrato hasta el 31 de diciembre de 2026",
        "Start date: 1 December 2026",
        "Der Vertrag ist bis zum 31.12.2027 befristet.",
    ],
)
def test_other_dates_are_no_closing_date(text: str) -> None:
    assert closing_in(lines_of_text(text), hints()).day is None


def test_a_day_that_is_none_is_said() -> None:
    closing = closing_in(lines_of_text("Closing date: 31 February 2027"), hints())
    assert closing.day is None
    assert "no day" in closing.doubt


def test_only_the_sentence_of_the_date_is_kept() -> None:
    text = "Apply by Nov 30. Write to Dana Reyes."
    assert closing_in(lines_of_text(text), hints()).words == "Nov 30"
    german = "Bewerbungsfrist: 30. November 2026. Wir freuen uns."
    assert closing_in(lines_of_text(german), hints()).words == "30. November 2026"


@pytest.mark.parametrize(
    ("field", "day"),
    [
        ("2026-11-30T23:59:59+01:00", LAST),
        ("2026-11-30", LAST),
        ("30.11.2026", LAST),
        ("2026-02-31", None),
        ("soon", None),
        ("", None),
    ],
)
def test_a_field_is_read_as_it_stands(field: str, day: date | None) -> None:
    assert day_of(field, hints()) == day
