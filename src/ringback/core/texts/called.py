"""How somebody is called: by what stands before their name on file, and never by a guess."""

from ringback.core.letters import spelling
from ringback.core.person_names import person_key
from ringback.core.person_words import MEN, NAMES_TOO, TITLES, WOMEN
from ringback.core.texts.language import Honorifics
from ringback.core.texts.sentences import say

_DEGREES = TITLES - MEN - WOMEN


def called(
    name: str, honorifics: Honorifics, honorific: str = "", family: str = ""
) -> tuple[str, ...]:
    """A person in each form of the language, cleaned; all empty where there is no name.

    The honorific may also stand before the name ("Frau Dr. Reyes"). Without one, or with one that
    the language does not know, they are called by what is on file.
    """
    before, bare = (honorific, name) if honorific else _parted(name, honorifics)
    whole = bare or family
    if not whole:
        return ("",) * len(honorifics.forms)
    words = {spelling(word).strip("."): word for word in before.split()}
    found = next((word for word in honorifics.by_word if word in words), "")
    as_it_is = f"{honorific} {family or name}".strip() if honorific else name
    fields = {
        "title": " ".join(said for word, said in words.items() if word in _DEGREES),
        "family": family or _family_of(bare) or whole,
        "name": whole if found else as_it_is,
    }
    return tuple(say((way,), fields) for way in honorifics.by_word[found or "none"])


def _parted(name: str, honorifics: Honorifics) -> tuple[str, str]:
    """What stands before a name, and the name."""
    words = name.split()
    at = 0
    while at < len(words) - 1:
        word = spelling(words[at]).strip(".")
        known = word in TITLES or word in honorifics.by_word
        if not known or (word in NAMES_TOO and at > len(words) - 3):
            break
        at += 1
    return " ".join(words[:at]), " ".join(words[at:])


def _family_of(name: str) -> str:
    """The family name as it is written; empty where the order of the words leaves a doubt."""
    key = person_key(name)
    words = name.split()
    ends = (" ".join(words[at:]) for at in range(1, len(words)))
    return next((end for end in ends if key.sure and spelling(end) == key.family), "")
