"""How much of two job titles is the same: support for two records of one person, no more."""

import re
from functools import lru_cache

from ringback.core.letters import spelling

_SAID = {
    "vp": "vice president",
    "svp": "senior vice president",
    "evp": "executive vice president",
    "avp": "assistant vice president",
    "ceo": "chief executive officer",
    "cfo": "chief financial officer",
    "coo": "chief operating officer",
    "cto": "chief technology officer",
    "cio": "chief information officer",
    "cmo": "chief marketing officer",
    "chro": "chief human resources officer",
    "hr": "human resources",
    "it": "information technology",
    "md": "managing director",
    "gm": "general manager",
    "sr": "senior",
    "jr": "junior",
    "mgr": "manager",
    "mngr": "manager",
    "mgmt": "management",
    "dir": "director",
    "eng": "engineering",
    "engr": "engineer",
    "ops": "operations",
    "op": "operations",
    "mfg": "manufacturing",
    "mktg": "marketing",
    "acct": "accounting",
    "admin": "administrator",
    "asst": "assistant",
    "assoc": "associate",
    "exec": "executive",
    "supv": "supervisor",
    "coord": "coordinator",
    "tech": "technical",
    "dev": "development",
    "gf": "geschaftsfuhrer",
    "gl": "geschaftsleitung",
    "ltg": "leitung",
    "ltr": "leiter",
    "stv": "stellvertretender",
}
_EMPTY = frozenset(
    """of the and for & a an in at to de la le les des du d l el los las y e i und der die das fur
    im von van het een voor en och og av af di del della dei do da dos das w ds z na""".split()
)
_WORD = re.compile(r"[^\W_]+")


def title_likeness(one: str, other: str) -> float:
    """The share of the words of two titles that is common to them: 1 only for the same words.

    Order and small words aside; a word within another counts ("Leiter Einkauf", "Einkaufsleiter").
    """
    first, second = _words(one), _words(other)
    if not first or not second or first == second:
        return 1.0 if first and second else 0.0
    held = sum(_is_among(word, second) for word in first)
    held += sum(_is_among(word, first) for word in second)
    return min(0.9, held / (len(first) + len(second)))


def _is_among(word: str, words: frozenset[str]) -> bool:
    return word in words or any(
        (len(word) > 3 and word in other) or (len(other) > 3 and other in word) for other in words
    )


@lru_cache(maxsize=4096)
def _words(title: str) -> frozenset[str]:
    said = " ".join(_SAID.get(word, word) for word in _WORD.findall(spelling(title)))
    return frozenset(word for word in said.split() if word not in _EMPTY)
