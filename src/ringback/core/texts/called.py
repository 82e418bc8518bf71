"""How somebody is called: by what stands before their name on file, and never by a guess."""

from ringback.core.letters import spelling
from ringback.core.person_names import person_key
from ringback.core.person_words import MEN, NAMES_TOO, TITLES, WOMEN
from ringback.core.texts.language import Honorifics
from ringback.core.texts.sentences import say

_ADDRESSES = MEN | WOMEN


def called(
    name: str, honorifics: Honorifics, honorific: str = "", family: str = ""
) -> tuple[str, ...]:
    """A person in each form of the language; all empty where there is no name.

    The honorific may also stand before the name ("Frau Dr. Reyes"). Without one, or with one that
    the language does not know, they are called by what is on file.
    """
    before, bare = (honorific, name) if honorific else _parted(name)
    whole = bare or family
    if not whole:
        return ("",) * len(honorifics.forms)
    words = {spelling(word).strip("."): word for word in before.split()}
    found = next((word for word in honorifics.by_word if word in words), "")
    if not found:
        plain = f"{honorific} {family or name}".strip() if honorific else name
        return (plain,) * len(honorifics.forms)
    fields = {
        "title": " ".join(said for word, said in words.items() if word not in _ADDRESSES),
        "family": family or _family_of(bare) or whole,
        "name": whole,
    }
    return tuple(say((way,), fields) or name for way in honorifics.by_word[found])


def _parted(name: str) -> tuple[str, str]:
    """What stands before a name, and the name."""
    words = name.split()
    at = 0
    while at < len(words) - 1:
        word = spelling(words[at]).strip(".")
        if word not in TITLES or (word in NAMES_TOO and at > len(words) - 3):
            break
        at += 1
    return " ".join(words[:at]), " ".join(words[at:])


def _family_of(name: str) -> str:
    """The family name as it is written; empty where the order of the words leaves a doubt."""
    key = person_key(name)
    words = name.split()
    ends = (" ".join(words[at:]) for at in range(1, len(words)))
    return next((end for end in ends if key.sure and spelling(end) == key.family), "")
