"""Whether a text looks like the name of a person, in scripts with and without capital letters."""

import re
from functools import lru_cache
from typing import NamedTuple

from ringback.sources.team_pages.east_asian_names import east_asian_name
from ringback.sources.team_pages.honorifics import (
    DOTTED,
    HONORIFICS,
    count_honorifics,
    is_degree,
    is_printed_degree,
)
from ringback.sources.team_pages.name_tokens import PARTICLES, sureness
from ringback.sources.team_pages.words import (
    EAST_ASIAN,
    GIVEN_NAMES,
    NO_CASE,
    NOT_NAMES,
    fold,
    has_role,
    is_given,
)


class NameLook(NamedTuple):
    """A name as printed, and how sure the text alone makes us: 1.0 certain, 0.3 one bare word."""

    name: str
    sure: float


_LONGEST = 80
_MOST_BLANKS = 9
_REFUSED_SIGN = re.compile(r"[@\\?!=<>#…%&+*_{}^~$€£\d;:|/]")
_NICKNAME = re.compile(
    r"\s*[\"“”„‟«»‘]([^\"“”„‟«»‘’]{1,24})[\"“”‟«»’]|\s*[(\[（]([^)\]）]{1,40})[)\]）]"
)
_JOINT = re.compile(r" (?:and|&|et|und|y|og|och|en|ja|és|и|та|και) ")
_SURE = 0.85
_BLANKS_OF_TWO = 4
_NICKNAME_SIGNS = frozenset('"“”„«»([（‘')
_CLEAN_START = re.compile(r"^[\s\-–—•·*>|,;:.»›▪●○◦_✓✔]+")
_CLEAN_END = re.compile(r"[\s\-–—•·*>|,;:«»›_]+$")
_PRONOUNS = re.compile(
    r"(?:she|he|they|her|him|them|sie|er|elle|il|ella|el|hun|han)\b.*/", re.IGNORECASE
)
_NOT_A_NAME = re.compile(r"\d|^[^A-ZÀ-ÞА-ЯΑ-Ω]+$")
_GLUED = re.compile(r"(?<!\w)([^\W\d_]{2,6})\.(?=[^\W\d_]{3})")
_LETTERS = re.compile(r"[^\W\d_]+")
_NOT_LETTERS = re.compile(r"[\W_]+")


@lru_cache(maxsize=8192)
def look_at_name(text: str) -> NameLook | None:
    """The person's name that a text is as a whole, or None.

    Honorifics before and degrees behind stay as printed; a reading in brackets and pronouns go.
    """
    if len(text) > _LONGEST or text.count(" ") > _MOST_BLANKS:
        return None
    if not (text[:1].isalpha() and text[-1:].isalpha()):
        text = _CLEAN_END.sub("", _CLEAN_START.sub("", text)).strip()
    if len(text) < 2:
        return None
    if not text.isascii() and EAST_ASIAN.search(text):
        name, sure = east_asian_name(text)
        return NameLook(name, sure) if sure else None
    if "." in text:
        text = _GLUED.sub(_unglued, text)
    if text.count(" ") >= _BLANKS_OF_TWO and (two := two_names(text)):
        return NameLook(text, min(one.sure for one in two))
    printed, bare = _without_nickname(text)
    if not bare or _REFUSED_SIGN.search(bare) or ".." in bare or "www" in bare:
        return None
    sure = _of_pieces(bare.split(",")) if "," in bare else sureness(bare.split())
    return NameLook(printed, sure) if sure else None


def two_names(text: str) -> tuple[NameLook, NameLook] | None:
    """The two full names that a text joins ("Jane Doe and John Roe"); None where it does not."""
    if text.count(" ") < _BLANKS_OF_TWO:
        return None
    for joint in _JOINT.finditer(text):
        halves = text[: joint.start()], text[joint.end() :]
        if not all(" " in half for half in halves):
            continue
        first, second = (look_at_name(half) for half in halves)
        if first and second and min(first.sure, second.sure) >= _SURE:
            return first, second
    return None


def _unglued(hit: re.Match[str]) -> str:
    """An honorific with a blank behind it ("Prof.Dr.Ana" is "Prof. Dr. Ana")."""
    word = fold(hit[1])
    return f"{hit[0]} " if word in HONORIFICS or word in DOTTED else hit[0]


def _of_pieces(pieces: list[str]) -> float:
    """How sure pieces between commas are one name: degrees behind it, or the family name first."""
    first, *others = (p.strip() for p in pieces)
    if all(is_degree(p) for p in others):
        return sureness(first.split())
    return _family_first(first, others[0]) if len(others) == 1 else 0.0


def may_begin(text: str) -> bool:
    """At a glance: whether a text can begin with a name, by its first two words."""
    tokens = text.split(None, 2)
    first = tokens[0].strip("\"“„«»'([-–—•*>|,:;")
    if not first.strip("."):
        return True
    if len(tokens) > 2 and tokens[1][0].islower() and tokens[0][-1].isalpha():
        second = fold(tokens[1]).rstrip(".")
        if second not in PARTICLES and second not in HONORIFICS and second[1:2] not in ("'", "’"):
            return False
    word = fold(first).rstrip(".")
    if first[0].islower():
        return word in PARTICLES or word in HONORIFICS or "." in first
    if word not in NOT_NAMES or word in GIVEN_NAMES or word in HONORIFICS:
        return True
    return first[-1] == "." and word in DOTTED


@lru_cache(maxsize=4096)
def name_key(name: str) -> frozenset[str]:
    """What two printings of one name share: its words without honorifics, degrees and nicknames."""
    if EAST_ASIAN.search(name):
        return frozenset([_NOT_LETTERS.sub("", name)])
    bare = _without_nickname(name)[1] or name
    if "," in bare:
        pieces = [p for p in bare.split(",") if p.strip()]
        while len(pieces) > 1 and is_degree(pieces[-1]):
            pieces.pop()
        bare = " ".join(pieces)
    tokens = bare.split()
    core = tokens[count_honorifics(tokens, fold(bare).split()) :]
    while len(core) > 2 and is_printed_degree(core[-1]):
        core.pop()
    return frozenset(_LETTERS.findall(fold(" ".join(core))))


def _without_nickname(text: str) -> tuple[str, str]:
    """The text as it is to be printed, and without nicknames in quotes or brackets.

    The second is empty where a bracket holds something else: a title, or more than three words.
    """
    if _NICKNAME_SIGNS.isdisjoint(text):
        return text, text
    printed, bare = text, text
    for found in _NICKNAME.finditer(text):
        inside = found.group(2) or ""
        if _PRONOUNS.match(inside) or NO_CASE.search(inside) or _NOT_A_NAME.search(inside):
            printed = printed.replace(found.group(), "")
        elif inside and (has_role(inside) or len(inside.split()) > 3):
            return text, ""
        bare = bare.replace(found.group(), " ")
    return " ".join(printed.split()), " ".join(bare.split())


def _family_first(family: str, given: str) -> float:
    """How sure "Acevedo, Bertha" is one person."""
    first, second = family.split(), given.split()
    if not 1 <= len(first) <= 3 or not 1 <= len(second) <= 3:
        return 0.0
    sure = sureness(second + first)
    if is_given(fold(second[0]).rstrip(".")):
        return min(sure, 0.9)
    return 0.45 if sure and len(first) == len(second) == 1 else 0.0
