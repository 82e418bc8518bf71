"""How something went out and what kind of opening it is, told from a row's own words."""

import re
from collections.abc import Iterable

from ringback.core.people import OpeningKind
from ringback.core.touches import Via
from ringback.sources.cells import key, plain, spoken
from ringback.sources.words import listed, pattern, tables

_WORDS = tables("sending")
# "mail" stands inside "snail mail" and "web mail form": the longer phrase has to win.
_VIAS = {phrase: Via(via) for via, text in _WORDS["via"].items() for phrase in listed(text)}
_VIA = pattern(_WORDS["via"].values())
_TOLD = re.compile(
    r"\b(?:sent|applied|submitted|went out|gesendet|beworben|geschickt|verschickt|envoye|postule|"
    r"enviado|aplicado)\b(?: \w+){0,3}? (?:by|via|through|on|per|uber|durch|par|sur|por|en|it|in)\b"
    r"((?: \w+){1,3})"
)
_ONLINE = re.compile(
    r"\b(?:sent|applied|submitted|beworben|gesendet|postule|envoye|enviado|aplicado)\b"
    r" (?:online|en ligne|en linea)\b"
)
_HANDED = re.compile(
    r"\bdropped (?:\w+ ){0,3}off\b|\bhand(?:ed)? delivered\b|\bpersonlich abgegeben\b"
)
_E_MAILED = re.compile(r"\be ?mailed (?:\w+ ){0,3}(?:resume|cv|letter|application)\b")
_KINDS = {OpeningKind(kind): pattern([text]) for kind, text in _WORDS["kind"].items()}
_NO_CALLS = pattern([_WORDS["wish"]["no calls"]])
_DO_NOT_CONTACT = pattern([_WORDS["wish"]["do not contact"]])
_DIVIDER = re.compile(rf"(?:{'|'.join(listed(_WORDS['divider']['first']))})\b.{{0,30}}")
_DECORATED = re.compile(r"[-=*#>~_.·•—–]{2,}")


def via_in(cell: str) -> Via | None:
    """The way that a cell meant for it names."""
    match = _VIA.search(key(cell))
    return _VIAS[match[0]] if match else None


def via_told(texts: Iterable[str]) -> Via | None:
    """The way that running text tells: "sent by post", "applied via LinkedIn"."""
    for text in texts:
        words = key(text)
        match = _TOLD.search(words)
        if match and (found := via_in(match[1])):
            return found
        if _ONLINE.search(words):
            return Via.PORTAL
        if _HANDED.search(words):
            return Via.HAND
        if _E_MAILED.search(words):
            return Via.MAIL
    return None


def kind_in(texts: Iterable[str]) -> OpeningKind | None:
    """An approach or a referral, where one of the texts says so."""
    keys = [key(text) for text in texts]
    for kind, words in _KINDS.items():
        if any(words.search(text) for text in keys):
            return kind
    return None


def no_calls_in(text: str) -> str:
    """The words that ask not to call, as written; empty where there are none."""
    return _sentence_with(_NO_CALLS, text)


def do_not_contact_in(text: str) -> str:
    """The words that ask not to be contacted any more; empty where there are none."""
    return _sentence_with(_DO_NOT_CONTACT, text)


def _sentence_with(words: re.Pattern[str], text: str) -> str:
    for sentence in re.split(r"(?<=[.!?;])\s+|\n", text):
        if words.search(spoken(sentence)):
            return sentence.strip()
    return ""


def is_divider(cell: str) -> bool:
    """Whether a cell that is alone in its row heads the rows below: "--- week 2 ---"."""
    return bool(_DECORATED.match(plain(cell))) or _DIVIDER.fullmatch(key(cell)) is not None
