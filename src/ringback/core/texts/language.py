"""Languages: each is one data file beside this one, read once, when it is first asked for."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from ringback.core.texts.days import DayWords
from ringback.core.texts.sentences import Sentence, Way, way
from ringback.core.texts.speech import Pace, seconds

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
class Spoken:
    """Where a language is spoken: ISO countries, ``CH-ZH`` for a region, ``+4122`` for numbers.

    ``but_not`` are the regions and the beginnings of numbers of those countries in which it is not.
    """

    places: tuple[str, ...]
    but_not: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Honorifics:
    """What stands before a name, and how both change with their place in a sentence.

    ``forms`` are what the blanks of a person end in, the first with nothing. ``by_word`` has one
    way for each form, filled with ``family``, ``name`` (whole) and ``title`` ("Dr.").
    """

    forms: tuple[str, ...]
    by_word: Mapping[str, tuple[Way, ...]]


@dataclass(frozen=True, slots=True)
class Topic:
    """A protected trait: what it is called, and the words that give it away."""

    called: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Language:
    """All words of one language, which is ``called`` so by those who speak it.

    ``articles`` and ``from_words`` are taken off a fact before a sentence puts its own. ``pieces``
    are what this language alone needs besides the ``phrases`` that all have: cases, word order.
    ``sources`` say where a name is from, by what evidence calls it; ``teams`` are by the work.
    """

    code: str
    called: str
    spoken: Spoken
    pace: Pace
    days: DayWords
    articles: tuple[str, ...]
    from_words: tuple[str, ...]
    honorifics: Honorifics
    pieces: Sentences
    phrases: Sentences
    ask_for: Sentences
    teams: Mapping[str, str]
    sources: Mapping[str, str]
    notes: Sentences
    titles: Sentences
    sections: Mapping[str, SectionWords]
    mails: Mapping[str, MailWords]
    topics: Mapping[str, Topic]

    def seconds(self, text: str) -> float:
        """Seconds that a text of this language takes aloud."""
        return seconds(text, self.pace)


@cache
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
        called=_text(root.get("called"), "called"),
        spoken=_spoken(root.get("spoken"), "spoken"),
        pace=_pace(root.get("pace"), "pace"),
        days=DayWords(
            weekdays=_words(days.pop("weekdays", None), "days.weekdays"),
            months=_words(days.pop("months", None), "days.months"),
            patterns={name: _text(value, f"days.{name}") for name, value in days.items()},
        ),
        articles=_words(root.get("articles"), "articles"),
        from_words=_words(root.get("from_words"), "from_words"),
        honorifics=_honorifics(root.get("honorifics"), "honorifics"),
        pieces=_sentences(root.get("pieces", {}), "pieces"),
        phrases=_sentences(root.get("phrases"), "phrases"),
        ask_for=_sentences(root.get("ask_for"), "ask_for"),
        teams=_texts(root.get("teams"), "teams"),
        sources=_texts(root.get("sources"), "sources"),
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
            name: _topic(value, f"topics.{name}")
            for name, value in _table(root.get("topics"), "topics").items()
        },
    )


def shape(words: Language) -> frozenset[str]:
    """The keys that each language file has to have; ``pieces`` are each language's own."""
    return frozenset(
        (
            *(f"days.{name}" for name in words.days.patterns),
            *(f"honorifics.{name}" for name in words.honorifics.by_word),
            *(f"phrases.{name}" for name in words.phrases),
            *(f"ask_for.{name}" for name in words.ask_for),
            *(f"teams.{name}" for name in words.teams),
            *(f"sources.{name}" for name in words.sources),
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


def _spoken(value: object, where: str) -> Spoken:
    table = _table(value, where)
    return Spoken(
        places=_words(table.get("places"), f"{where}.places"),
        but_not=_words(table.get("but_not"), f"{where}.but_not"),
    )


def _pace(value: object, where: str) -> Pace:
    table = _table(value, where)
    per_minute = table.get("per_minute")
    if not isinstance(per_minute, int) or per_minute <= 0:
        raise ValueError(f"{where}.per_minute has to be a number of words or syllables.")
    return Pace(per_minute, nuclei=_words(table.get("nuclei"), f"{where}.nuclei"))


def _honorifics(value: object, where: str) -> Honorifics:
    table = _table(value, where)
    forms = _words(table.pop("forms", None), f"{where}.forms")
    by_word = _sentences(table, where)
    for name, ways in by_word.items():
        if len(ways) != len(forms):
            raise ValueError(f"{where}.{name} has to have {len(forms)} forms, like the others.")
    return Honorifics(forms, by_word)


def _topic(value: object, where: str) -> Topic:
    table = _table(value, where)
    return Topic(
        called=_text(table.get("called"), f"{where}.called"),
        words=_words(table.get("words"), f"{where}.words"),
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


def _texts(value: object, where: str) -> dict[str, str]:
    return {name: _text(text, f"{where}.{name}") for name, text in _table(value, where).items()}


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
