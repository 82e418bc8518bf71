"""Sentences of the core and the desk in the language of the page: known again by their pattern.

What is kept in the book and what the rules answer is English, once and for all. A door that speaks
another language says it again: a sentence that stands in the catalogue as it is, or one that was
made of a pattern of the catalogue, with the very values that fill it (docs/decisions/languages.md).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from importlib.resources import files

from django.utils.dateformat import format as dated
from django.utils.translation import get_language, pgettext

# Messages of the core and the desk stand apart from those of the pages.
SAID = "said"
PATTERNS = "locale/sentences.txt"

# Filled with what people wrote or are called: that is said as it stands.
_VERBATIM = frozenset(
    """
    name name2 employer named after text reference title key close clean path filename shown
    member headings kind2 url query word extension inside sheet guessed fallback value country
    """.split()
)
_PLACE = re.compile(r"\{([a-z0-9_]*)\}")
_JOINS = ("; ", ", ", ": ", " or ")
# A pattern with fewer letters of its own than this says too little to be known by them alone.
_SHORTEST = 14
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_DAY = re.compile(rf"(?:(\d{{1,2}}) )?({'|'.join(_MONTHS)})(?: (\d{{4}}))?")
_FIGURES = re.compile(r"[\d\s.,:%]+")
_STOP = re.compile(r"[.!?] ")
_COUNTED = re.compile(r"(\D+) (\d+|morning|afternoon)")
_SHORT = re.compile(rf"(\d{{1,2}}) ({'|'.join(one[:3] for one in _MONTHS)})(?: (\d{{4}}))?")
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_POINT = re.compile(r"(\d)\.(\d+)(?= %|$)")
# No year, such as in “26 November”.
_LEAP = 2000


@dataclass(frozen=True, slots=True)
class _Pattern:
    """A sentence with its places; ``longest`` is the longest stretch of it that is always there."""

    message: str
    longest: str
    regex: re.Pattern[str]
    is_short: bool


def say(text: str) -> str:
    """A sentence in the language of the page; as it is where that does not know it."""
    return str(text) if not text or is_english() else _say(get_language() or "", str(text))


def is_english() -> bool:
    """Whether the page is in the language in which everything is made."""
    return (get_language() or "en").startswith("en")


@lru_cache(maxsize=8_192)
def _say(language: str, text: str) -> str:
    return _known(text) or _joined(text) or _begun(text) or _counted(text) or _figure(text)


def _known(text: str) -> str:
    return _fixed(text) or _filled(text)


def _begun(text: str) -> str:
    """A sentence that was given its capital or its full stop afterwards."""
    bare = text.removesuffix(".")
    tried = (bare, f"{bare}.", bare[:1].lower() + bare[1:], text[:1].lower() + text[1:])
    for one in tried:
        if one == text:
            continue
        said = _known(one) or _counted(one) or (_joined(one) if len(one) <= len(text) else "")
        if said:
            said = said if one[:1] == text[:1] else said[:1].upper() + said[1:]
            if text.endswith(".") == one.endswith("."):
                return said
            return f"{said}." if text.endswith(".") else said.removesuffix(".")
    return ""


def _counted(text: str) -> str:
    """A word with its number, or with what stands in brackets behind it."""
    if found := _COUNTED.fullmatch(text):
        said = _known(found[1])
        return f"{said} {say(found[2])}" if said else ""
    return ""


def _fixed(text: str) -> str:
    said = pgettext(SAID, text)
    return "" if said == text else said


def _filled(text: str) -> str:
    for pattern in _patterns():
        if pattern.longest in text and (found := pattern.regex.fullmatch(text)):
            given = found.groupdict()
            values = {name: _value(name, value) for name, value in given.items()}
            if pattern.is_short and not all(map(_is_clear, given.values(), values.values())):
                continue
            return _with_values(pgettext(SAID, pattern.message), values)
    return ""


def _is_clear(value: str, said: str) -> bool:
    """Whether what fills a place is a figure, nothing, or a sentence that is known."""
    return said != value or not _FIGURES.sub("", value)


def _with_values(said: str, values: Mapping[str, str]) -> str:
    return _PLACE.sub(lambda place: values[f"p_{place[1]}"], said)


def _value(name: str, value: str) -> str:
    """What fills a place: a day or a figure in the language's own way, a sentence said again."""
    said = _figure(value)
    return say(value) if said == value and name.removeprefix("p_") not in _VERBATIM else said


def _figure(value: str) -> str:
    """A day or a number as the language writes it; anything else as it is."""
    try:
        return _day(value) or _POINT.sub(rf"\1{_comma()}\2", value)
    except ValueError:
        return value


def _day(value: str) -> str:
    if found := _DAY.fullmatch(value):
        day = date(int(found[3] or _LEAP), _MONTHS.index(found[2]) + 1, int(found[1] or 1))
        return say_day(day, with_day=bool(found[1]), with_year=bool(found[3]))
    if found := _SHORT.fullmatch(value):
        at = next(at for at, name in enumerate(_MONTHS, 1) if name.startswith(found[2]))
        day = date(int(found[3] or _LEAP), at, int(found[1]))
        # Translators: Django's letters for dates; “26 Nov 2026”, and without its year.
        return dated(day, pgettext("date", "j M Y") if found[3] else pgettext("date", "j M"))
    if found := _ISO.fullmatch(value):
        return say_day(date(int(found[1]), int(found[2]), int(found[3])))
    return ""


def say_day(day: date, *, with_day: bool = True, with_year: bool = True) -> str:
    """A day with its month in full: “26 November 2026”, or a part of that."""
    if not with_day:
        # Translators: Django's letters for dates; a month with its year, and a month alone.
        return dated(day, pgettext("date", "F Y") if with_year else pgettext("date", "F"))
    # Translators: Django's letters for dates; a day with its month, with and without its year.
    return dated(day, pgettext("date", "j F Y") if with_year else pgettext("date", "j F"))


def _comma() -> str:
    # Translators: what parts whole numbers from tenths.
    return pgettext("number", ".")


def _joined(text: str) -> str:
    """Several sentences in a row, each of them known; the first may end in a full stop."""
    for found in _STOP.finditer(text):
        head, tail = text[: found.start() + 1], text[found.end() :]
        said, rest = _known(head) or _begun(head), say(tail)
        if said and rest != tail:
            return f"{said} {rest}"
    for sign in _JOINS:
        parts = text.split(sign)
        if len(parts) > 1:
            said_parts = [say(part.strip('"')) for part in parts]
            known = [one != part for one, part in zip(said_parts, parts, strict=True)]
            clear = [
                is_known or not _FIGURES.sub("", part)
                for is_known, part in zip(known, parts, strict=True)
            ]
            if (all(clear) and any(known)) or (sign == "; " and any(known)):
                return _sign(sign).join(said_parts)
    return ""


def _sign(sign: str) -> str:
    return f" {pgettext(SAID, 'or')} " if sign == " or " else sign


@cache
def _patterns() -> tuple[_Pattern, ...]:
    """The patterns with places, the ones that say most first."""
    lines = files("ringback").joinpath(PATTERNS).read_text("utf-8").splitlines()
    made = [_pattern(line.replace("\\n", "\n")) for line in lines if _PLACE.search(line)]
    return tuple(sorted(made, key=lambda one: -_told(one.message)))


def _told(message: str) -> int:
    return len(_PLACE.sub("", message))


def _pattern(message: str) -> _Pattern:
    fixed = _PLACE.split(message)
    texts, names = fixed[::2], fixed[1::2]
    regex = re.escape(texts[0])
    for name, text in zip(names, texts[1:], strict=True):
        # What may follow a name, such as “ at Acme”, may be missing.
        regex += f"(?P<p_{name}>.*?)" + re.escape(text)
    is_short = len(names) > 1 and sum(map(len, texts)) < _SHORTEST
    return _Pattern(message, max(texts, key=len), re.compile(regex, re.DOTALL), is_short)
