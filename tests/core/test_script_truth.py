"""What holds for the words of every language whatever is on file: true, whole, short enough."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ringback.core.scripts import (
    MAIL_PURPOSES,
    STEP_KINDS,
    Facts,
    mail_for,
    script_for,
)
from ringback.core.texts.language import language, languages
from ringback.core.touches import Via
from tests.core.script_facts import (
    ANA,
    TODAY,
    any_facts,
    every_text,
    in_german,
    ordinary,
    spoken,
)


@dataclass(frozen=True, slots=True)
class Marks:
    """Patterns by which a claim is recognised in a language."""

    promise: str
    promised_today: str
    suggested: str
    asked: str
    returning: str
    wrote: str
    applied: str
    spoke: str
    a_gender: str
    resume: str
    personal: str
    not_to_be_said: str


MARKS = {
    "en": Marks(
        promise="said I would call", promised_today="would call today", suggested="suggested",
        asked="asked me to call|was asked to call", returning="returning", wrote="I wrote to you",
        applied="I applied|application is already in", spoke="We spoke",
        a_gender=r"\b([Hh]e|[Ss]he|[Hh]im|[Hh]er|[Hh]is|[Hh]ers|[Ss]ir|[Mm]adam)\b",
        resume="résumé", personal="personal", not_to_be_said="Never “",
    ),
    "de": Marks(
        promise="meinen Anruf angekündigt", promised_today="für heute meinen Anruf",
        suggested="hat mich an", asked="um Rückruf gebeten", returning="rufe zurück",
        wrote=r"[Ii]ch habe Ihnen\b[^.;]* geschrieben",
        applied=r"[Ii]ch habe mich\b[^.;]* beworben|schon eingereicht|Beworben habe ich",
        spoke=r"[Ww]ir haben\b[^.;]* gesprochen",
        a_gender=r"\b(er|ihn|ihm|seine[mnrs]?|Herrn?|Frau|Dame)\b",
        resume="Lebenslauf|Bewerbung erhalten", personal="persönlich|privat",
        not_to_be_said="Nie „",
    ),
}  # fmt: skip

in_every_language = pytest.mark.parametrize("lang", languages())


def test_every_language_is_held_to_the_same_truths() -> None:
    assert set(MARKS) == set(languages())


@dataclass(frozen=True, slots=True)
class Said:
    """All that is said and written in a language where some facts are on file."""

    lang: str
    facts: Facts
    texts: tuple[str, ...]

    @property
    def marks(self) -> Marks:
        return MARKS[self.lang]

    def of(self, key: str) -> str:
        """The words of one part."""
        return spoken(self.facts, key, lang=self.lang)


def no_text_has_an_unfilled_blank_a_gap_or_a_none(said: Said) -> None:
    for text in said.texts:
        assert "{" not in text
        assert "}" not in text
        assert "  " not in text
        assert not re.search(r"\b(None|nan)\b", text)
        assert "\n\n\n" not in text
        assert all(line == line.strip(" ") for line in text.splitlines())
        text.encode()


def the_opening_takes_20_seconds_at_most_and_the_voicemail_25(said: Said) -> None:
    takes = language(said.lang).seconds
    assert takes(said.of("opening")) <= 20
    assert takes(said.of("voicemail")) <= 25


def a_subject_is_one_line_and_a_mail_never_empty(said: Said) -> None:
    for purpose in MAIL_PURPOSES:
        mail = mail_for(purpose, said.facts, said.lang)
        assert len(mail.subject.splitlines()) == 1
        assert mail.body


def no_mark_stands_alone(said: Said) -> None:
    for text in said.texts:
        assert not re.search(r" [,.;:?!](\s|$)|[,;:]{2}|[,;:][.?!]|\(\)|„“", text)


def a_promise_is_spoken_of_when_there_is_one_and_only_then(said: Said) -> None:
    facts, promise = said.facts, said.marks.promise
    for key in ("opening", "voicemail", "about"):
        assert (promise in said.of(key)) == (facts.promised and not facts.asked_to_call)
    assert facts.promised or promise not in "".join(said.texts)


def today_is_promised_only_when_the_promise_named_today(said: Said) -> None:
    if said.marks.promised_today in "".join(said.texts):
        assert said.facts.promised
        assert said.facts.promised_on == said.facts.today


def somebody_suggested_it_when_they_may_be_named_and_only_then(said: Said) -> None:
    named = bool(said.facts.suggested_by)
    assert (said.marks.suggested in said.of("opening")) == named
    assert (said.marks.suggested in said.of("about")) == named
    assert named or said.marks.suggested not in "".join(said.texts)


def they_asked_for_the_call_only_when_they_did(said: Said) -> None:
    marks = said.marks
    texts = " ".join(text for text in said.texts if marks.not_to_be_said not in text)
    assert bool(re.search(marks.asked, texts)) == said.facts.asked_to_call
    assert marks.returning not in texts


def written_or_applied_is_said_only_of_what_is_on_file(said: Said) -> None:
    facts, marks = said.facts, said.marks
    texts = " ".join(said.texts)
    gone_out = facts.sent_on is None or facts.sent_on <= TODAY
    portal = facts.sent_via is Via.PORTAL
    if re.search(marks.wrote, texts):
        assert facts.wrote_to_manager
        assert gone_out
        assert not portal
    if re.search(marks.applied, texts):
        assert portal
        assert gone_out
        assert facts.sent_on or facts.wrote_to_manager
    if facts.spoke_on is None:
        assert not re.search(marks.spoke, texts)


def a_voicemail_says_who_calls_and_from_which_number(said: Said) -> None:
    text = said.of("voicemail")
    assert said.facts.seeker_name in text
    assert said.facts.seeker_number in text


def nothing_said_guesses_a_gender(said: Said) -> None:
    for text in said.texts:
        assert not re.search(said.marks.a_gender, text)


def nothing_to_be_said_asks_for_the_resume_or_calls_it_personal(said: Said) -> None:
    for kind in STEP_KINDS:
        for section in script_for(kind, said.facts, {}, said.lang).sections:
            if section.seconds:
                assert not re.search(said.marks.resume, section.text)
                assert not re.search(said.marks.personal, section.text)


# What holds whatever is on file, be it a mark of no meaning; and what holds of people and firms.
OF_ANY = (
    no_text_has_an_unfilled_blank_a_gap_or_a_none,
    the_opening_takes_20_seconds_at_most_and_the_voicemail_25,
    a_subject_is_one_line_and_a_mail_never_empty,
)
OF_THE_ORDINARY = (
    *OF_ANY,
    no_mark_stands_alone,
    a_promise_is_spoken_of_when_there_is_one_and_only_then,
    today_is_promised_only_when_the_promise_named_today,
    somebody_suggested_it_when_they_may_be_named_and_only_then,
    they_asked_for_the_call_only_when_they_did,
    written_or_applied_is_said_only_of_what_is_on_file,
    a_voicemail_says_who_calls_and_from_which_number,
    nothing_said_guesses_a_gender,
    nothing_to_be_said_asks_for_the_resume_or_calls_it_personal,
)


def holds(rules: tuple[Callable[[Said], None], ...], lang: str, facts: Facts) -> None:
    """Make all texts once, and hold them to each rule; whichever fails is named in the trace."""
    said = Said(lang, facts, tuple(every_text(facts, lang)))
    for rule in rules:
        rule(said)


@in_every_language
@given(facts=any_facts)
@example(facts=Facts(need="very long line stoppages " * 8))
@example(
    facts=replace(ANA, team="very long team " * 8, seeker_name="Ana " * 60, employer="Acme " * 40)
)
@example(
    # Two of its sentences take longer with the capital letter that they begin with.
    facts=Facts(
        seeker_name="王小明",
        manager_name="0",
        manager_mail="boss@acme.example",
        team="000",
        proof="a } b { c",
        suggested_by="aÆ",
        spoke_on=date(2026, 10, 1),
    )
)
def test_what_is_said_is_whole_and_short_enough_whatever_is_on_file(
    lang: str, facts: Facts
) -> None:
    holds(OF_ANY, lang, facts)


@in_every_language
@given(facts=ordinary)
def test_what_is_said_is_true(lang: str, facts: Facts) -> None:
    holds(OF_THE_ORDINARY, lang, facts)


@in_every_language
def test_who_suggested_it_is_named_however_long_the_names_are(lang: str) -> None:
    facts = replace(
        ANA, seeker_name="Jean-Luc de la Tour", manager_name="Maria del Carmen Pérez",
        manager_family="", honorific="Dr", manager_mail="", employer="", opening_title="", team="",
        proof="", suggested_by="Kofi Mensah", sent_on=date(2026, 10, 1), wrote_to_manager=False,
        promised=True, promised_on=TODAY,
    )  # fmt: skip
    holds(OF_THE_ORDINARY, lang, facts)


@in_every_language
def test_what_is_on_file_is_recognised_by_its_mark(lang: str) -> None:
    marks = MARKS[lang]
    portal = replace(ANA, sent_via=Via.PORTAL)
    spoke = replace(ANA, spoke_on=TODAY)
    assert re.search(marks.wrote, " ".join(every_text(ANA, lang)))
    assert re.search(marks.applied, " ".join(every_text(portal, lang)))
    assert re.search(marks.spoke, " ".join(every_text(spoke, lang)))


# The commonest English words that are no German ones.
ENGLISH_ONLY = re.compile(
    r"\b(the|and|you|your|yours|to|of|with|for|is|it|this|that|my|me|we|at|on|about|would|could|can|may|"
    r"have|not|please|thank|hello|when|who|how|from|by|if|there|their|them|or|be|call|called|"
    r"team page|posting|receptionist|manager|sent|wrote|letter|voicemail|resume|résumé|noon|pm)\b"
)


@given(facts=in_german)
def test_german_texts_hold_no_english_word_and_no_mark_astray(facts: Facts) -> None:
    for text in every_text(facts, "de"):
        assert not ENGLISH_ONLY.search(text)
        assert not re.search(r" [,.;:?!](\s|$)|[,;:]{2}|[,;:][.?!]|\(\)|„“|  ", text)
        assert not re.search(r"\b(\w{2,}) \1\b", text)
        for sentence in re.findall(r"(?:^|[.?!] )(\w[^\n]*)", text.partition("\n\n")[0]):
            assert not sentence[0].islower()


@given(facts=in_german, purpose=st.sampled_from(MAIL_PURPOSES))
def test_a_german_mail_goes_on_after_the_comma_of_its_greeting(facts: Facts, purpose: str) -> None:
    greeting, first, *_rest, end = mail_for(purpose, facts, "de").body.split("\n\n")
    assert re.fullmatch(r"(Guten Tag( .+)?|Sehr geehrte(r Herr|\ Frau) .+),", greeting)
    assert first[0].islower() or first.startswith(("Herr Mensah", "Kofi Mensah", "Sie "))
    assert end.startswith("Mit freundlichen Grüßen\n")
