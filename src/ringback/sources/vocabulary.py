"""What the words of a heading are about, in English, German, French and Spanish."""

import re
from enum import StrEnum

from ringback.sources.cells import key
from ringback.sources.words import tables


class Concept(StrEnum):
    """What a word in a heading is about."""

    EMPLOYER = "employer"
    POSITION = "position"
    JOB = "job"
    PERSON = "person"
    DATE = "date"
    SENT = "sent"
    SAVED = "saved"
    CLOSES = "closes"
    NEXT = "next"
    STATUS = "status"
    RESPONSE = "response"
    PHONE = "phone"
    NUMBER = "number"
    DIRECT = "direct"
    MOBILE = "mobile"
    SWITCHBOARD = "switchboard"
    EXTENSION = "extension"
    MAIL = "mail"
    LINK = "link"
    SITE = "site"
    LINKEDIN = "linkedin"
    PLACE = "place"
    CITY = "city"
    REGION = "region"
    COUNTRY = "country"
    SALARY = "salary"
    NOTE = "note"
    VIA = "via"
    FILE = "file"
    REPORTS = "reports"
    KIND = "kind"
    SIZE = "size"
    FIRST_NAME = "first name"
    LAST_NAME = "last name"
    NAME = "name"


_SILENT_WORDS = "silent"
_LONGEST = 4
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z][a-z])")


def _index() -> tuple[dict[str, frozenset[Concept]], frozenset[str]]:
    found: dict[str, set[Concept]] = {}
    silent: set[str] = set()
    for name, languages in tables("headings").items():
        words = [word.replace("_", " ") for text in languages.values() for word in text.split()]
        if name == _SILENT_WORDS:
            silent.update(words)
            continue
        for word in words:
            found.setdefault(word, set()).add(Concept(name))
    return {word: frozenset(concepts) for word, concepts in found.items()}, frozenset(silent)


_CONCEPTS, _SILENT = _index()


def concepts_in(heading: str) -> tuple[frozenset[Concept], tuple[str, ...]]:
    """The concepts of a heading's words, longest phrases first, and the words not known."""
    words = key(_CAMEL.sub(" ", heading)).split()
    concepts: set[Concept] = set()
    unknown: list[str] = []
    while words:
        for length in range(min(_LONGEST, len(words)), 0, -1):
            phrase = " ".join(words[:length])
            if phrase in _CONCEPTS:
                concepts |= _CONCEPTS[phrase]
                break
        else:
            length = 1
            if words[0] not in _SILENT and not words[0].isdigit():
                unknown.append(words[0])
        words = words[length:]
    return frozenset(concepts), tuple(unknown)
