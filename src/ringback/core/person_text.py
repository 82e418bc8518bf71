"""The words of a person's name, and which of them are titles, credentials or asides."""

import re
from unicodedata import normalize

from ringback.core.letters import fold, respelled
from ringback.core.nicknames import GIVEN
from ringback.core.person_words import BORN, CREDENTIALS, GENERATIONS, TITLES

_ASIDE = re.compile(r"[(\[{]([^()\[\]{}]*)[)\]}]|(?<![\w'])['\"]([^'\"]+)['\"](?!\w)")
_NO_NAME = re.compile(r"[^\w.',\-]|_")
_PRONOUNS = frozenset(
    "she her hers he him his they them sie ihr er ihm elle il ella el xe ze".split()
)


def without_asides(text: str) -> tuple[str, list[str]]:
    """A folded name without its brackets and quotes, and the names that stood in them."""
    also: list[str] = []
    for found in _ASIDE.finditer(text):
        words = words_of(found[1] or found[2] or "")
        if 0 < len(words) < 4 and not _PRONOUNS.issuperset(words):
            also.append(respelled(" ".join(word for word in words if word not in BORN)))
    outside = " ".join(_ASIDE.sub(" ", text).split())
    return (outside, also) if outside else (text, [])


def is_plainly_written(name: str) -> bool:
    """Whether a name is two words like "Ada Kerler", about whose parts there is no question."""
    first, _, last = name.partition(" ")
    return (
        name.isascii()
        and name.istitle()
        and (first.isalpha() and last.isalpha())
        and (len(first) > 1 < len(last))
    )


def words_of(text: str, *, after: bool = False) -> list[str]:
    """The words of a folded name; what a hyphen joins is one word with a space in it.

    ``after`` a whole name "M.D." is no initials.
    """
    if text.replace(" ", "").isalpha():
        return text.split()
    words: list[str] = []
    for written in _NO_NAME.sub(" ", text).split():
        word = written.strip(".',-")
        if not word or word.isdigit():
            continue
        if len(word) == 1:
            words.append(word + "." if "." in written else "'t" if written == "'t" else word)
            continue
        word = word.replace("'", "").replace(",", "")
        if "." in word:
            joined = word.replace(".", "")
            pieces = [piece.strip("-") for piece in word.split(".")]
            large = after or bool(words) or any(len(piece) > 1 for piece in pieces)
            if (large and joined in CREDENTIALS) or joined in TITLES:
                words.append(joined)
                continue
            words += [p.replace("-", " ") if len(p) > 1 else p + "." for p in pieces if p]
            continue
        words.append(" ".join(word.replace("-", " ").split()) if "-" in word else word)
    if "v." in words[1:-1] and words[words.index("v.") + 1] == "d.":
        at = words.index("v.")
        words[at : at + 2] = ["van", "der"]
    return words


def is_end(words: list[str]) -> bool:
    """Whether a part behind a comma is credentials or "Jr." and not the given name."""
    return all(
        word in CREDENTIALS or word in GENERATIONS or word in TITLES
        for written in words
        for word in written.split()
    )


def behind_comma(first: str, part: str) -> bool:
    """Whether what stands behind a comma is the given name of what stands before it."""
    words = words_of(fold(first))
    more = words_of(fold(part), after=len(words) > 1)
    return bool(words and more) and not (is_end(more) or is_position(words, more))


def is_position(words: list[str], more: list[str]) -> bool:
    """Whether a part behind a comma tells what somebody is: "Daniel Okafor, Plant Manager"."""
    return len(words) > 1 and words[0] in GIVEN and more[0] not in GIVEN and len(more[0]) > 2


def is_written_large(word: str, name: str) -> bool:
    """Whether a name has a word in capitals that are not those of all its words ("PhD", "MBA")."""
    for written in name.split():
        letters = written.replace(".", "").strip(",;()")
        if letters.lower() == word:
            return any(letter.isupper() for letter in letters[1:]) and not name.isupper()
    return False


def family_written_large(name: str) -> frozenset[str]:
    """The words in capitals where others are not: "LEMAÎTRE Jean-François", "Lea DE LA TOUR"."""
    if name.isupper() or name.islower():
        return frozenset()
    written = (name if name.isascii() else normalize("NFC", name)).split()
    large = [word for word in written if len(word) > 1 and word.isupper() and "." not in word]
    if len(large) == len(written) or not any(len(word) > 2 for word in large):
        return frozenset()
    return frozenset(large)
