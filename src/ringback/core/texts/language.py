"""Languages: each is one data file beside this one, read once, when it is first asked for."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from ringback.core.texts.days import DayWords
from ringback.core.texts.sentences import Sentence, way

ENGLISH = "en"

Sentences = Mapping[str, Sentence]


@dataclass(frozen=True, slots=True)
class SectionWords:
    """A section: sentences in their order. ``advice`` is read, one sentence a line, not said."""

    heading: str
    hint: str
    advice: bool
    sentences: Sentences


@dataclass(frozen=True, slots=True)
class MailWords:
    """A mail: what it is called, its subject and its paragraphs, each of sentences."""

    heading: str
    hint: str
    subject: Sentence
    paragraphs: Mapping[str, Sentences]


@dataclass(frozen=True, slots=True)
class Language:
    """All words of one language.

    ``articles`` and ``from_words`` are taken off a fact before a sentence puts its own.
    ``topics`` are the words that give away a protected trait.
    """

    code: str
    days: DayWords
    articles: tuple[str, ...]
    from_words: tuple[str, ...]
    phrases: Sentences
    notes: Sentences
    titles: Sentences
    sections: Mapping[str, SectionWords]
    mails: Mapping[str, MailWords]
    topics: Mapping[str, tuple[str, ...]]


def languages() -> tuple[str, ...]:
    """The codes of the languages there are, in order."""
    names = (entry.name for entry in files(__package__).iterdir())
    return tuple(sorted(name.removesuffix(".toml") for name in names if name.endswith(".toml")))


@cache
def language(code: str = ENGLISH) -> Language:
    """The words of a language (ISO 639-1, region ignored); English where it is not there."""
    short = code.replace("_", "-").split("-")[0].lower()
    found = short if short in languages() else ENGLISH
    return read_language(found, (files(__package__) / f"{found}.toml").read_text("utf-8"))


def read_language(code: str, toml: str) -> Language:
    """Read a language file; ValueError, naming the place, when it is not one."""
    root = _table(tomllib.loads(toml), code)
    days = _table(root.get("days"), "days")
    return Language(
        code=code,
        days=DayWords(
            weekdays=_words(days.pop("weekdays", None), "days.weekdays"),
            months=_words(days.pop("months", None), "days.months"),
            patterns={name: _text(value, f"days.{name}") for name, value in days.items()},
        ),
        articles=_words(root.get("articles"), "articles"),
        from_words=_words(root.get("from_words"), "from_words"),
        phrases=_sentences(root.get("phrases"), "phrases"),
        notes=_sentences(root.get("notes"), "notes"),
        titles=_sentences(root.get("titles"), "titles"),
        sections={
            name: _section(value, f"section.{name}")
            for name, value in _table(root.get("section"), "section").items()
        },
        mails={
            name: _mail(value, f"mail.{name}")
            for name, value in _table(root.get("mail"), "mail").items()
        },
        topics={
            name: _words(value, f"topics.{name}")
            for name, value in _table(root.get("topics"), "topics").items()
        },
    )


def shape(words: Language) -> frozenset[str]:
    """The keys of a language, by which two language files are compared."""
    return frozenset(
        (
            *(f"days.{name}" for name in words.days.patterns),
            *(f"phrases.{name}" for name in words.phrases),
            *(f"notes.{name}" for name in words.notes),
            *(f"titles.{name}" for name in words.titles),
            *(f"topics.{name}" for name in words.topics),
            *(
                f"section.{name}.{sentence}"
                for name, section in words.sections.items()
                for sentence in (*section.sentences, f"advice={section.advice}")
            ),
            *(
                f"mail.{name}.{paragraph}.{sentence}"
                for name, mail in words.mails.items()
                for paragraph, sentences in mail.paragraphs.items()
                for sentence in sentences
            ),
        )
    )


def _section(value: object, where: str) -> SectionWords:
    table = _table(value, where)
    return SectionWords(
        heading=_text(table.pop("heading", None), f"{where}.heading"),
        hint=_text(table.pop("hint", ""), f"{where}.hint"),
        advice=table.pop("advice", False) is True,
        sentences=_sentences(table, where),
    )


def _mail(value: object, where: str) -> MailWords:
    table = _table(value, where)
    return MailWords(
        heading=_text(table.pop("heading", None), f"{where}.heading"),
        hint=_text(table.pop("hint", ""), f"{where}.hint"),
        subject=_sentence(table.pop("subject", None), f"{where}.subject"),
        paragraphs={
            name: _sentences(paragraph, f"{where}.{name}") for name, paragraph in table.items()
        },
    )


def _sentences(value: object, where: str) -> dict[str, Sentence]:
    return {
        name: _sentence(sentence, f"{where}.{name}")
        for name, sentence in _table(value, where).items()
    }


def _sentence(value: object, where: str) -> Sentence:
    raw = (value,) if isinstance(value, str) else _words(value, where)
    try:
        return tuple(way(text) for text in raw)
    except ValueError as error:
        raise ValueError(f"{where}: {error}") from error


def _words(value: object, where: str) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise ValueError(f"{where} has to be a list of texts.")
    return tuple(_text(item, where) for item in value)


def _text(value: object, where: str) -> str:
    if not isinstance(value, str):
        raise ValueError(f"{where} has to be a text.")
    return value


def _table(value: object, where: str) -> dict[str, object]:
    if not isinstance(value, dict):
        raise ValueError(f"{where} has to be a table.")
    return {str(key): item for key, item in value.items()}
