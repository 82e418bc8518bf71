"""Statuses in people's own words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ringback.sources.statuses import STAGES, later, stage_of

SAID = {
    "found": [
        *("Wishlist", "Bookmarked", "not yet applied", "To apply", "saved", "applying", "no"),
        *("noch nicht beworben", "à postuler", "por enviar", "gemerkt", "draft"),
    ],
    "sent": [
        *("Applied", "APPLIED", "sent 11/3", "waiting to hear", "ghosted", "no response", "✓"),
        *("applied, no word yet", "auto reply only", "left vm", "followed up", "under review"),
        *("beworben", "abgeschickt", "Eingangsbestätigung", "keine Antwort", "in Bearbeitung"),
        *(
            "candidature envoyée",
            "postulé",
            "en attente",
            "enviado",
            "sin respuesta",
            "no interview",
        ),
    ],
    "replied": [
        *("they called back", "In touch", "heard back", "Rückmeldung erhalten"),
        *("ils ont répondu", "en contacto"),
    ],
    "talked": [
        *("talked", "Talked to Alan 11/3", "spoke to Alan", "had a call", "phone call with Alan"),
        *("telefoniert", "mit Frau Sommer gesprochen", "llamada con Ana"),
    ],
    "interviewing": [
        *("Interview scheduled", "phone screen Tuesday", "2nd round", "interviewed, no answer yet"),
        *("interview offered", "Vorstellungsgespräch am 3.12.", "eingeladen", "entretien prévu"),
        "entrevista el lunes",
    ],
    "offered": ["Offer", "Negotiating", "Angebot", "offre", "oferta"],
    "accepted": ["Accepted", "got the job", "zugesagt", "acceptée", "contratado"],
    "declined": ["Offer declined", "I declined", "Angebot abgelehnt"],
    "rejected": [
        *("Rejected", "Not Selected", "rejected after interview", "position filled", "got a no :("),
        *("Absage", "abgelehnt", "refusée", "refus", "rechazada", "they went with someone else"),
    ],
    "closed": [
        *("I withdrew", "Archived", "job expired", "cancelled", "zurückgezogen", "retirada"),
        "annulée",
    ],
}


@pytest.mark.parametrize(
    ("status", "stage"), [(status, stage) for stage, said in SAID.items() for status in said]
)
def test_a_status_in_own_words_means_a_stage(status: str, stage: str) -> None:
    assert stage_of(status).stage == stage
    assert not stage_of(status).doubt


def test_an_unknown_status_is_said_and_not_guessed() -> None:
    assert stage_of("purple").stage == ""
    assert stage_of("purple").doubt == "the status “purple” is not known"


def test_declined_does_not_say_who() -> None:
    assert stage_of("declined").stage == "closed"
    assert "who declined" in stage_of("declined").doubt


def test_the_later_of_two_stages_counts() -> None:
    assert later("sent", "rejected") == later("rejected", "sent") == "rejected"
    assert later("", "found") == "found"


@given(st.text(max_size=60))
def test_any_text_is_a_known_stage_or_none(status: str) -> None:
    assert stage_of(status).stage in (*STAGES, "")
