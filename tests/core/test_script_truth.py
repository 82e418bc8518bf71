"""What holds for the words whatever is on file: true, whole, and short enough."""

import re
from dataclasses import replace

from hypothesis import example, given
from hypothesis import strategies as st

from ringback.core.scripts import (
    MAIL_PURPOSES,
    STEP_KINDS,
    Facts,
    mail_for,
    script_for,
    seconds,
)
from ringback.core.touches import Via
from tests.core.script_facts import (
    ANA,
    TODAY,
    any_facts,
    every_text,
    ordinary,
    spoken,
)


@given(any_facts)
def test_no_text_has_an_unfilled_blank_a_gap_or_a_none(facts: Facts) -> None:
    for text in every_text(facts):
        assert "{" not in text
        assert "}" not in text
        assert "  " not in text
        assert not re.search(r"\b(None|nan)\b", text)
        assert "\n\n\n" not in text
        assert all(line == line.strip(" ") for line in text.splitlines())
        text.encode()


@given(ordinary)
def test_no_mark_stands_alone(facts: Facts) -> None:
    for text in every_text(facts):
        assert not re.search(r" [,.;:?!](\s|$)|[,;:]{2}|[,;:][.?!]|\(\)", text)


@given(any_facts)
@example(Facts(need="very long line stoppages " * 8))
@example(replace(ANA, team="very long team " * 8, seeker_name="Ana " * 60, employer="Acme " * 40))
def test_opening_takes_20_seconds_at_most_and_voicemail_25(facts: Facts) -> None:
    assert seconds(spoken(facts, "opening")) <= 20
    assert seconds(spoken(facts, "voicemail")) <= 25


@given(any_facts, st.sampled_from(MAIL_PURPOSES))
def test_a_subject_is_one_line_and_never_empty(facts: Facts, purpose: str) -> None:
    mail = mail_for(purpose, facts)
    assert len(mail.subject.splitlines()) == 1
    assert mail.body


@given(ordinary)
def test_a_promise_is_spoken_of_when_there_is_one_and_only_then(facts: Facts) -> None:
    for key in ("opening", "voicemail", "about"):
        said = "said I would call" in spoken(facts, key)
        assert said == (facts.promised and not facts.asked_to_call)
    assert facts.promised or "said I would call" not in "".join(every_text(facts))


@given(ordinary)
def test_today_is_promised_only_when_the_promise_named_today(facts: Facts) -> None:
    if "would call today" in "".join(every_text(facts)):
        assert facts.promised
        assert facts.promised_on == facts.today


@given(ordinary)
def test_somebody_suggested_it_when_they_may_be_named_and_only_then(facts: Facts) -> None:
    assert ("suggested" in spoken(facts, "opening")) == bool(facts.suggested_by)
    assert ("suggested" in spoken(facts, "about")) == bool(facts.suggested_by)
    assert facts.suggested_by or "suggested" not in "".join(every_text(facts))


@given(ordinary)
def test_they_asked_for_the_call_only_when_they_did(facts: Facts) -> None:
    texts = " ".join(text for text in every_text(facts) if "Never “" not in text)
    assert ("asked me to call" in texts) == facts.asked_to_call
    assert "returning" not in texts


@given(ordinary)
def test_written_or_applied_is_said_only_of_what_is_on_file(facts: Facts) -> None:
    texts = " ".join(every_text(facts))
    gone_out = facts.sent_on is None or facts.sent_on <= TODAY
    portal = facts.sent_via is Via.PORTAL
    if "I wrote to you" in texts:
        assert facts.wrote_to_manager
        assert gone_out
        assert not portal
    if "I applied" in texts or "application is already in" in texts:
        assert portal
        assert gone_out
        assert facts.sent_on or facts.wrote_to_manager
    if facts.spoke_on is None:
        assert "We spoke" not in texts


@given(ordinary)
def test_a_voicemail_says_who_calls_and_from_which_number(facts: Facts) -> None:
    text = spoken(facts, "voicemail")
    assert facts.seeker_name in text
    assert facts.seeker_number in text


@given(ordinary)
def test_nothing_said_guesses_a_gender(facts: Facts) -> None:
    for text in every_text(facts):
        assert not re.search(r"\b(he|she|him|her|his|hers|sir|madam)\b", text, re.IGNORECASE)


@given(ordinary)
def test_nothing_to_be_said_asks_for_the_resume_or_calls_it_personal(facts: Facts) -> None:
    for kind in STEP_KINDS:
        for section in script_for(kind, facts, {}).sections:
            if section.seconds:
                assert "résumé" not in section.text
                assert "personal" not in section.text
