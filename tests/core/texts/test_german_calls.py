"""Whole calls in German, word for word as they were read through by eye."""

import tomllib
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from ringback.core.people import OpeningKind
from ringback.core.scripts import Facts, mail_for, script_for
from ringback.core.steps import StepKind
from ringback.core.touches import Via
from tests.core.script_facts import ANA_IN_GERMAN, TODAY

CALLS = tomllib.loads(Path(__file__).with_name("german_calls.toml").read_text("utf-8"))
NAMELESS = replace(
    ANA_IN_GERMAN, manager_name="", manager_mail="", wrote_to_manager=False, sent_on=None,
    sent_via="", team="",
)  # fmt: skip

FACTS: dict[str, Facts] = {
    "a first call to a named manager": ANA_IN_GERMAN,
    "the letter promised the call for today": replace(
        ANA_IN_GERMAN, promised=True, promised_on=TODAY
    ),
    "no honorific on file": replace(
        ANA_IN_GERMAN, manager_name="Dana Reyes", team="", name_source="the posting"
    ),
    "a man, written to through a colleague": replace(
        ANA_IN_GERMAN, manager_name="Herr Jonas Weber", suggested_by="Frau Ife Bello",
        name_source="",
    ),
    "applied on the portal": replace(ANA_IN_GERMAN, sent_via=Via.PORTAL, reference="A-77"),
    "they asked for this call": replace(
        ANA_IN_GERMAN, asked_to_call=True, spoke_on=date(2026, 11, 10)
    ),
    "nothing sent, nothing known of the team": replace(
        NAMELESS, manager_name="Robin Hale", proof="", opening_title="", seeker_number=""
    ),
    "the switchboard, no name known": replace(
        NAMELESS, ask_for="wer bei Ihnen den Bereich Instandhaltung leitet"
    ),
    "the switchboard, a letter is there": replace(
        NAMELESS, ask_for="wer bei Ihnen die Geschäfte führt", sent_on=date(2026, 11, 9),
        sent_via=Via.MAIL,
    ),
    "an approach, nothing advertised": replace(
        ANA_IN_GERMAN, opening_kind=OpeningKind.APPROACH, opening_title="Elektrikerin", team="",
        employer="Stadtwerke Auental",
    ),
    "a friend who works there": replace(
        ANA_IN_GERMAN, manager_name="Kofi Mensah", friend_there=True, team="",
        hires="Frau Eva Brandt", asked_friend_on=date(2026, 11, 6),
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", FACTS)
def test_a_whole_call_reads_as_it_was_approved(name: str) -> None:
    kinds = {"desk": StepKind.ASK_RECEPTIONIST, "friend_ask": StepKind.ASK_FRIEND}
    said = CALLS[name]
    kind = next((kind for key, kind in kinds.items() if key in said), StepKind.CALL)
    script = script_for(kind, FACTS[name], {}, "de")
    assert {s.key: s.text for s in script.sections if s.key in said} == said


def test_every_call_that_was_approved_is_held_to() -> None:
    assert set(CALLS) == set(FACTS)


def test_a_german_mail_as_it_is_sent() -> None:
    assert mail_for("follow up", ANA_IN_GERMAN, "de").body == (
        "Sehr geehrte Frau Dr. Brandt,\n\n"
        "ich habe Ihnen am Montag zur Stelle „Instandhaltungsplaner“ geschrieben. Bei Delta habe "
        "ich die Stillstände in einem Jahr um ein Drittel gesenkt.\n\n"
        "Was ist im Bereich Instandhaltung gerade am wichtigsten? Gern spreche ich am Montag um "
        "10 Uhr oder am Dienstag um 14:30 Uhr 20 Minuten mit Ihnen, damit Sie sich selbst ein "
        "Bild machen können. Auch über ein kurzes Nein freue ich mich.\n\n"
        "Mit freundlichen Grüßen\nAna Ruiz\n555-0142\nana@ruiz.example"
    )
