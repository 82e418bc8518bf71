"""Calls and mails in the language of where one calls, or in the one that was chosen."""

from datetime import UTC, datetime

import pytest

from ringback.core.manager import Vacancy, ask_for
from ringback.core.places import Place
from ringback.core.texts.language import language, languages
from ringback.core.touches import Purpose
from ringback.desk.card import Card, card
from ringback.desk.course import name_manager
from ringback.desk.friends import OWN_LABELS
from ringback.desk.own_words import own_lines_in
from ringback.desk.parties import Source
from ringback.desk.posting import PUT_UP
from ringback.desk.refusal import Refusal
from ringback.desk.searches import choose_language, keep_own_line
from ringback.desk.sending import send
from ringback.desk.who import IN_POSTING
from ringback.sources.registry import sources
from tests.desk import factories as make

pytestmark = pytest.mark.django_db

BAVARIA = Place("DE", "BY", "Europe/Berlin", "München")
GENEVA = Place("CH", "GE", "Europe/Zurich", "Genève")
NAMES_OF_SERVICES = {
    "Apollo", "Crunchbase", "D&B Hoovers", "Evaboot (Sales Navigator)", "Hunter", "Lead411",
    "RocketReach", "Thomasnet", "ZoomInfo",
}  # fmt: skip
FRIDAY = datetime(2026, 10, 9, 9, 0, tzinfo=UTC)


def called_at(place: Place, *, chosen: str = "auto", manager: str = "Frau Eva Brandt") -> Card:
    """The card of a call that is due at an employer there."""
    desk = choose_language(make.a_desk(), chosen)
    opening = make.an_opening(
        desk, "Brandt Kunststoffe GmbH", "Industriemechaniker (m/w/d)", place=place,
        manager=manager, manager_title="Leiterin Instandhaltung" if manager else "",
        number="+49 89 555 0142" if manager else "", mail="brandt@kunststoffe.example",
        switchboard="" if manager else "+49 89 555 0100", source=Source("team page"),
    )  # fmt: skip
    if manager:
        send(desk, opening)
        desk = make.later(desk, FRIDAY)
    return card(desk, opening)


def said(shown: Card, key: str) -> str:
    section = shown.script.section(key) if shown.script else None
    return section.text if section else ""


def test_an_employer_in_germany_is_called_in_german() -> None:
    shown = called_at(BAVARIA)
    assert said(shown, "ask").endswith("Würden Sie mich bitte mit Frau Brandt verbinden?")
    assert "Ich habe Ihnen am Dienstag" in said(shown, "opening")
    assert "habe ich von der Teamseite Ihrer Website" in said(shown, "objection_how")


def test_one_in_ohio_is_called_in_english() -> None:
    assert said(called_at(make.OHIO), "ask").endswith("for Ms Brandt, please.")


def test_in_french_switzerland_nobody_is_called_in_german() -> None:
    assert said(called_at(GENEVA), "ask").endswith("for Ms Brandt, please.")


def test_the_language_that_was_chosen_holds_everywhere() -> None:
    assert "verbinden" in said(called_at(make.OHIO, chosen="de"), "ask")
    assert "please" in said(called_at(BAVARIA, chosen="en"), "ask")


def test_whom_to_ask_for_is_said_in_the_language_of_the_call_and_shown_in_english() -> None:
    shown = called_at(BAVARIA, manager="")
    assert "wer bei Ihnen den Bereich Produktion leitet?" in said(shown, "desk")
    assert shown.ask_for == "the person who leads your production team"


@pytest.mark.parametrize(
    ("vacancy", "size", "expected"),
    [
        (Vacancy("Maintenance Technician"), 300, "wer bei Ihnen den Bereich Instandhaltung leitet"),
        (Vacancy("Barista"), 12, "wer bei Ihnen die Geschäfte führt"),
        (
            Vacancy("Zythologist"), 0,
            "wer bei Ihnen für die Stelle „Zythologist“ fachlich zuständig ist",
        ),
        (
            Vacancy("Welder", reports_to="Leiter Fertigung"), 90,
            "wer bei Ihnen die Funktion „Leiter Fertigung“ hat",
        ),
        (Vacancy(""), 0, "wer bei Ihnen über die Einstellung entscheidet"),
    ],
)  # fmt: skip
def test_a_german_receptionist_is_asked_with_a_verb_at_the_end(
    vacancy: Vacancy, size: int, expected: str
) -> None:
    assert ask_for(vacancy, size, "de") == expected


def test_a_language_without_words_is_refused_with_those_there_are() -> None:
    with pytest.raises(Refusal, match="There are no words in “tlh”") as refused:
        choose_language(make.a_desk(), "tlh")
    assert refused.value.hint == "There are auto, de, en."


def test_a_mail_is_in_the_same_language_as_its_step() -> None:
    desk = make.a_desk()
    opening = make.an_opening(desk, "Brandt Kunststoffe GmbH", place=BAVARIA, manager="Eva Brandt")
    shown = card(desk, opening)
    assert said(shown, "mail letter").startswith("Betreff: Bewerbung als Engineer: Pat Doe\n\n")
    assert "\n\nGuten Tag Eva Brandt,\n\nich interessiere mich" in said(shown, "mail letter")
    assert Purpose.FOLLOW_UP.value in language("de").mails


@pytest.mark.parametrize("code", languages())
def test_every_label_that_evidence_has_is_known_or_a_name(code: str) -> None:
    known = language(code).sources
    labels = {source.label for source in sources()} | {IN_POSTING, PUT_UP, *OWN_LABELS}
    assert {label for label in labels if label.casefold() not in known} == NAMES_OF_SERVICES


def test_a_frau_that_is_told_later_is_said_from_then_on() -> None:
    desk = make.a_desk()
    opening = make.an_opening(desk, "Brandt Kunststoffe GmbH", place=BAVARIA, manager="Eva Brandt")
    told = name_manager(desk, opening, "Frau Eva Brandt").opening
    assert "Sehr geehrte Frau Brandt," in said(card(desk, told), "mail letter")
    again = name_manager(desk, told, "Eva Brandt").opening
    assert "Sehr geehrte Frau Brandt," in said(card(desk, again), "mail letter")


def test_an_own_line_is_said_in_its_own_language_only() -> None:
    desk = keep_own_line(make.a_desk(), "proof", "I cut scrap by half.")
    desk = keep_own_line(desk, "close", "Shall I come by?")
    assert own_lines_in(desk.search, "de") == {}
    desk = keep_own_line(desk, "de/proof", "Ich habe den Ausschuss halbiert.")
    assert own_lines_in(desk.search, "de") == {"proof": "Ich habe den Ausschuss halbiert."}
    assert own_lines_in(desk.search, "en") == {
        "proof": "I cut scrap by half.", "close": "Shall I come by?",
    }  # fmt: skip


def test_the_language_that_was_chosen_is_that_of_the_own_lines() -> None:
    desk = choose_language(keep_own_line(make.a_desk(), "proof", "Ich habe es gebaut."), "de")
    assert own_lines_in(desk.search, "de") == {"proof": "Ich habe es gebaut."}


def test_a_german_call_has_the_german_proof() -> None:
    desk = make.a_desk()
    for part, line in (("proof", "I cut scrap by half."), ("de/proof", "Ich lernte es in Ulm.")):
        keep_own_line(desk, part, line)
    opening = make.an_opening(desk, "Brandt Kunststoffe GmbH", place=BAVARIA, manager="Eva Brandt")
    send(desk, opening)
    shown = card(make.later(desk, FRIDAY), opening)
    assert "Ich lernte es in Ulm." in said(shown, "opening")
    assert "scrap" not in "".join(
        one.text for one in (shown.script.sections if shown.script else ())
    )
