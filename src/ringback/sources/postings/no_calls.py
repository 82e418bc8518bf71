"""Whether a posting asks that nobody calls, in eleven languages, and in its own words.

What only looks like it is left alone: "no calls from agencies", "do not hesitate to call", "no
calls after 6 pm" and the calls that are the work itself.
"""

import re
from collections.abc import Iterable
from functools import cache

from ringback.sources.postings.lines import alike, sentences
from ringback.sources.words import tables

LONGEST = 200
_WORDS = tables("no_calls")
_NOT_WORDS = re.compile(r"[\W_]+")


def _pattern(line: str) -> str:
    gap = alike(line.strip()).replace(" ~~ ", r" (?:\w+ ){0,6}?").replace(" ~ ", r" (?:\w+ ){0,3}?")
    return re.sub(r"(?<=\w)\*", r"\\w*", gap).replace("(", "(?:").replace("(?:?:", "(?:")


def _any_of(text: str) -> str:
    return "|".join(_pattern(word.replace("_", " ")) for word in text.split())


_GUARDS = {name: _any_of(text) for name, text in _WORDS["guards"].items()}
_OTHERS = rf"(?:{_GUARDS['others']})"


def _lines(text: str) -> str:
    return "|".join(_pattern(line) for line in text.split("\n") if line.strip())


def _barred(language: str) -> str:
    """A "no" some words before a call as a way to ask, or a "not accepted" some words behind."""
    contact, never, accepted = (
        _lines(_WORDS["contact"][language]),
        _any_of(_WORDS["never"][language]),
        _any_of(_WORDS["accepted"][language]),
    )
    between = rf"(?:(?!(?:{_any_of(_WORDS['work']['words'])}|{_OTHERS})\b)\w+ )"
    return (
        rf"(?:{never}) {between}{{0,3}}?(?:{contact})"
        rf"|(?:{contact}) {between}{{0,6}}?(?:{never}) (?:\w+ ){{0,4}}?(?:{accepted})"
        rf"|(?:{contact}) {between}{{0,4}}?(?:{accepted}) (?:{never})"
    )


@cache
def _wishes() -> re.Pattern[str]:
    """All ways to wish for no calls; only who reads a posting waits for so long a pattern."""
    every = (*map(_lines, _WORDS["wish"].values()), *map(_barred, _WORDS["contact"]))
    return re.compile(rf"\b(?:{'|'.join(every)})\b")


_SEEKERS = re.compile(rf"\b(?:{_GUARDS['seekers']})\b")
_INVITED = re.compile(rf"\b(?:{_GUARDS['invited']})\b")
_FROM_OTHERS = re.compile(
    rf"(?:\w+ ){{0,3}}(?:{_GUARDS['from']}) (?:\w+ ){{0,5}}?{_OTHERS}\b|(?:\w+ )?{_OTHERS}\b"
)
_NARROWED = re.compile(rf"(?:{_GUARDS['narrowed']})\b")
_OTHERS_BEFORE = re.compile(rf"(?:\b(\w+) )?\b{_OTHERS}\b")
_THEIR_CALL = re.compile(
    r"(?:do not|don t|dont|never|not) (?:cold )?(?:call|phone|telephone|ring)|ruf\w* .*"
)
_NONE = frozenset(_WORDS["guards"]["none"].split())
_THEIRS = frozenset(_WORDS["guards"]["theirs"].split())


def no_calls_in(lines: Iterable[str]) -> str:
    """The first sentence that asks for no calls, as it is written; empty where none does."""
    for line in lines:
        for sentence in sentences(line):
            if asks_for_none(sentence):
                return sentence[:LONGEST]
    return ""


def asks_for_none(sentence: str) -> bool:
    """Whether one sentence asks whoever applies not to call."""
    words = _NOT_WORDS.sub(" ", alike(sentence)).strip()
    if _INVITED.search(words):
        return False
    return any(_is_meant(words, found) for found in _wishes().finditer(words))


def _is_meant(words: str, found: re.Match[str]) -> bool:
    before, after = words[: found.start()].strip(), words[found.end() :].strip()
    seekers = bool(_SEEKERS.search(after) or _SEEKERS.search(before))
    if before.split(" ")[-1] in _THEIRS and _THEIR_CALL.fullmatch(found[0]):
        return False
    if not seekers and (_FROM_OTHERS.match(after) or _addresses_others(before)):
        return False
    return not _NARROWED.match(after)


def _addresses_others(before: str) -> bool:
    """Whether what stands before speaks to agencies, and does not merely bar them as well."""
    return any(found[1] not in _NONE for found in _OTHERS_BEFORE.finditer(before))
