"""Names of people and employers made comparable, and as they are shown."""

import re

from ringback.core.employer_names import employer_key
from ringback.core.letters import fold, spelling
from ringback.core.person_names import PersonKey, person_key
from ringback.core.person_text import behind_comma, family_written_large, is_plainly_written
from ringback.core.person_words import PARTICLES

__all__ = [
    "PersonKey",
    "display_name",
    "employer_key",
    "fold",
    "person_key",
    "spelling",
]

_PRONOUNS = re.compile(r"\s*[(\[][^()\[\]]*/[^()\[\]]*[)\]]")
_MAC = re.compile(r"\b(Mc|O['’]|D['’])([a-z])")


def display_name(name: str) -> str:
    """A person's name as it is shown and said: "OKAFOR, DANIEL, MBA" is "Daniel Okafor".

    Given names first where a comma or capitals tell which they are, no capitals throughout,
    credentials and pronouns off; titles before the name stay. What is written with care stays as
    it is written. Never empty for a text that is not.
    """
    if is_plainly_written(name):
        return name
    text = " ".join(_PRONOUNS.sub("", name).split())
    first, *parts = [part.strip() for part in text.split(",")]
    if given := next((part for part in parts if behind_comma(first, part)), ""):
        words = given.split()
        tail: list[str] = []
        while len(words) > 1 and fold(words[-1]) in PARTICLES:
            tail.insert(0, words.pop())
        first = " ".join([*words, *tail, first])
    elif large := family_written_large(first):
        words = first.split()
        first = " ".join([w for w in words if w not in large] + [w for w in words if w in large])
        first = " ".join(_cased(word) if word in large else word for word in first.split())
    if first.isupper() or first.islower():
        first = " ".join(_cased(word) for word in first.split())
    return first.strip(" ,;") or text or name


def _cased(word: str) -> str:
    if fold(word) in PARTICLES:
        return word.lower()
    return _MAC.sub(lambda found: found[1] + found[2].upper(), word.title())
