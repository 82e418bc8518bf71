"""Language files: complete, alike, and refused with the place when they are broken."""

import re
from collections.abc import Iterator
from importlib.resources import files

import pytest

from ringback.core.scripts import MAIL_PURPOSES, STEP_KINDS, Facts, Script, script_for
from ringback.core.texts.fields import fields_of
from ringback.core.texts.language import language, languages, read_language, shape
from ringback.core.texts.sentences import Sentence

ENGLISH = (files("ringback.core.texts") / "en.toml").read_text("utf-8")


def test_english_is_there() -> None:
    assert "en" in languages()
    assert language("en-GB") is language("en") or language("en-GB") == language("en")


@pytest.mark.parametrize("code", languages())
def test_every_language_has_the_same_keys(code: str) -> None:
    assert shape(language(code)) == shape(language("en"))
    assert len(language(code).days.weekdays) == 7
    assert len(language(code).days.months) == 12


def test_a_missing_sentence_changes_the_shape() -> None:
    less = read_language("xx", ENGLISH.replace("\nrepeat = ", "\nagain = "))
    assert shape(less) != shape(language("en"))


@pytest.mark.parametrize("code", languages())
def test_every_sentence_asks_only_for_fields_there_are(code: str) -> None:
    words = language(code)
    of_notes = {"subject", "takes", "limit", "topics"}
    there = {*fields_of(Facts(), words), *of_notes}
    for name, sentence in every_sentence(code):
        asked = {field for each in sentence for field in each.fields}
        assert asked <= there, name


@pytest.mark.parametrize("code", languages())
def test_every_section_and_mail_is_used(code: str) -> None:
    words = language(code)
    assert set(words.titles) == set(STEP_KINDS)
    assert set(words.mails) == {*MAIL_PURPOSES, "frame"} - {"thank"}
    own = dict.fromkeys(words.sections, "mine")
    scripts: list[Script] = [script_for(kind, Facts(), own, code) for kind in STEP_KINDS]
    used = {section.key for script in scripts for section in script.sections}
    assert set(words.sections) <= used


@pytest.mark.parametrize("code", languages())
def test_no_text_has_a_gap(code: str) -> None:
    for name, sentence in every_sentence(code):
        for each in sentence:
            text = "".join(part.text for part in each.parts)
            assert "  " not in text, name
            assert text == text.strip(), name


@pytest.mark.parametrize(
    ("find", "put", "place"),
    [
        (r"weekdays = \[.*?\]", "weekdays = 7", "days.weekdays"),
        (r'today = "today"', "today = 3", "days.today"),
        (r'thanks = "Thank you, that', 'thanks = "{Thank you, that', "section.desk_thanks.thanks"),
        (r'heading = "The letter"', "heading = []", "mail.letter.heading"),
        (r"\[titles\]", "[titles2]", "titles"),
        (r"per_minute = 150", "per_minute = 0", "pace.per_minute"),
        (r"frau = \[.*?\]", 'frau = ["Ms {family}", "Ms"]', "honorifics.frau"),
        (r'called = "age"', "called = 1", "topics.age.called"),
    ],
)
def test_a_broken_file_is_refused_with_the_place(find: str, put: str, place: str) -> None:
    broken = re.sub(find, put, ENGLISH, count=1, flags=re.DOTALL)
    assert broken != ENGLISH
    with pytest.raises(ValueError, match=re.escape(place)):
        read_language("en", broken)


def every_sentence(code: str) -> Iterator[tuple[str, Sentence]]:
    words = language(code)
    yield from words.pieces.items()
    yield from words.phrases.items()
    yield from words.notes.items()
    yield from words.titles.items()
    for name, section in words.sections.items():
        for key, sentence in section.sentences.items():
            yield f"{name}.{key}", sentence
    for name, mail in words.mails.items():
        yield f"{name}.subject", mail.subject
        for paragraph in mail.paragraphs.values():
            for key, sentence in paragraph.items():
                yield f"{name}.{key}", sentence


def test_pieces_are_a_languages_own() -> None:
    more = read_language("xx", ENGLISH.replace("[pieces]\n", '[pieces]\nof_it = "of {employer}"\n'))
    assert shape(more) == shape(language("en"))
    assert fields_of(Facts(employer="Acme"), more)["of_it"] == "of Acme"


@pytest.mark.parametrize("code", languages())
def test_where_it_is_spoken_is_told_by_codes(code: str) -> None:
    spoken = language(code).spoken
    for each in (*spoken.places, *spoken.but_not):
        assert re.fullmatch(r"[A-Z]{2}(-[A-Z0-9]{1,3})?|\+[1-9]\d{1,5}", each)
