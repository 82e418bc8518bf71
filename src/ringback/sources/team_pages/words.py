"""What words tell: which belong to a job title, which are given names, which no name contains."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from ringback.sources.team_pages.word_lists import words_of

# Letters that no decomposition makes plain.
_SPECIAL = {"ø": "o", "ł": "l", "ı": "i", "đ": "d", "ð": "d", "æ": "ae", "œ": "oe", "þ": "th"}
_SPECIAL_LETTER = re.compile(f"[{''.join(_SPECIAL)}]")
_LETTERS = re.compile("[^\x00-\x7f]+")
_DIACRITIC = re.compile("[\u0300-\u036f]+")
# The shortest beginnings and ends of role words have as many letters.
_HOOK = 4
_LINE = 200
_WORD = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*\.?")
_PARTS = re.compile("[-.]")
NO_CASE = re.compile(
    "[\u0590-\u08ff\u0900-\u0dff\u0e00-\u0eff\u10a0-\u10ff\u1100-\u11ff\u3040-\u9fff\uac00-\ud7af]"
)
EAST_ASIAN = re.compile("[\u3005-\u3007\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


def _by_hook(parts: Iterable[str], *, end: bool = False) -> dict[str, tuple[str, ...]]:
    """Beginnings or ends of words by the four letters that all of a kind share."""
    found: dict[str, tuple[str, ...]] = {}
    for part in parts:
        hook = part[-_HOOK:] if end else part[:_HOOK]
        found[hook] = (*found.get(hook, ()), part)
    return found


GIVEN_NAMES = words_of("given_names.txt")
_REFUSING = words_of("not_names.txt")
# Refuse a text as a name but for a known given name or an honorific in front ("Jane Young").
SURNAMES_TOO = frozenset(w[1:] for w in _REFUSING if w[0] == "?")
NOT_NAMES = frozenset(w for w in _REFUSING if w[0] != "?")
_ROLES = words_of("role_words.txt")
_ROLE_STARTS = _by_hook(w[:-1] for w in _ROLES if w.endswith("-"))
_ROLE_ENDS = _by_hook((w[1:] for w in _ROLES if w.startswith("-")), end=True)
_ROLE_WORDS = frozenset(w for w in _ROLES if w[0] not in "-~" and w[-1] != "-")
_ROLE_PARTS = re.compile("|".join(re.escape(w[1:]) for w in sorted(_ROLES) if w[0] == "~"))


def fold(text: str) -> str:
    """Lower case without Latin, Greek and Cyrillic diacritics, for comparing words."""
    if text.isascii():
        return text.lower()
    return _fold_line(text) if len(text) < _LINE else _fold_letters(text)


def _fold_letters(text: str) -> str:
    return _LETTERS.sub(_folded_run, text).lower()


# A line is asked about in several ways.
_fold_line = lru_cache(maxsize=4096)(_fold_letters)


def _folded_run(run: re.Match[str]) -> str:
    return _fold_run(run[0])


@lru_cache(maxsize=8192)
def _fold_run(run: str) -> str:
    """Letters beyond ASCII, which pages repeat."""
    low = unicodedata.normalize("NFD", unicodedata.normalize("NFKC", run).casefold())
    low = unicodedata.normalize("NFC", _DIACRITIC.sub("", low))
    return low if low.isascii() else _SPECIAL_LETTER.sub(lambda hit: _SPECIAL[hit[0]], low)


def words(text: str) -> list[str]:
    """The folded words of a text, without digits and outer punctuation."""
    return [w.rstrip(".") for w in _WORD.findall(fold(text))]


def is_given(word: str) -> bool:
    """Whether a folded word is a given name and nothing else."""
    if word in GIVEN_NAMES:
        return word not in NOT_NAMES and len(word) > 1
    if "-" not in word and "." not in word:
        return False
    parts = [p for p in _PARTS.split(word) if p]
    if not parts or len(parts[-1]) < 3:
        return False
    return all(p in GIVEN_NAMES or len(p) == 1 for p in parts)


@lru_cache(maxsize=8192)
def role_of_word(word: str) -> str:
    """How a folded word is one of a title's: ``word``, ``end`` (a compound's end) or empty."""
    if word in _ROLE_WORDS:
        return "word"
    starts = _ROLE_STARTS.get(word[:_HOOK])
    if starts is not None and word.startswith(starts):
        return "word"
    ends = _ROLE_ENDS.get(word[-_HOOK:])
    return "end" if ends is not None and word.endswith(ends) and word not in ends else ""


@lru_cache(maxsize=4096)
def has_role(text: str) -> bool:
    """Whether a text holds a word of job titles, in any of the languages of the table."""
    folded = fold(text)
    for word in _WORD.findall(folded):
        bare = word.rstrip(".")
        if role_of_word(bare):
            return True
        if ("-" in bare or "." in bare) and any(role_of_word(p) for p in _PARTS.split(bare) if p):
            return True
    return not folded.isascii() and _ROLE_PARTS.search(folded) is not None
