"""How long a text takes when it is said aloud."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

_DIGITS = re.compile(r"\d+")
_GROUP_BREAK = re.compile(r"(?<=\d)[\s./()+-]+(?=\d)")
_SAID_SIGNS = re.compile(r"[%&+@#€$£§=]")
_LETTERED = re.compile(r"\S*[^\W\d_]\S*")
_RUN = re.compile(r"[^\W\d_]+")
_LONG_WORD = 14
# Letters that are said one by one: "HR", "IT".
_LONGEST_INITIALS = 3
# Scripts written without spaces: about two characters to a spoken word.
_UNSPACED = re.compile("[\u0e00-\u0eff\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")


@dataclass(frozen=True, slots=True)
class Pace:
    """How fast a language is said: so many words a minute, or syllables.

    With ``nuclei``, the letters that are the heart of a syllable, the longest first, syllables are
    counted: right where one language puts into a word what another says in three. What is said one
    by one (a digit, a sign, the pause between two groups of digits) takes ``single`` seconds.
    """

    per_minute: float
    nuclei: tuple[str, ...] = ()
    single: float = 0.4

    def __post_init__(self) -> None:
        if self.per_minute <= 0 or self.single <= 0:
            raise ValueError("Nobody speaks at less than one word a minute.")


ENGLISH_PACE = Pace(150)


def seconds(text: str, pace: Pace = ENGLISH_PACE) -> float:
    """Seconds that the text takes aloud (evidence 2.4: 150 English words a minute).

    A digit counts by itself and so does the pause between two groups of digits, which makes 2.8
    to 4 s of a telephone number. Where words are counted, one of more than 14 letters is two or
    more.
    """
    count = _syllables(pace.nuclei) if pace.nuclei else _words_of
    said = sum(map(count, _lettered(text)))
    singles = _singles(text) + -(-len(_UNSPACED.findall(text)) // 2)
    return (singles * (pace.single * pace.per_minute / 60) + said) * 60 / pace.per_minute


def spoken_words(text: str) -> int:
    """The number of words as they are said: each digit and each sign is one."""
    unspaced = len(_UNSPACED.findall(text))
    return _singles(text) + -(-unspaced // 2) + sum(map(_words_of, _lettered(text)))


def _singles(text: str) -> int:
    pauses = len(_GROUP_BREAK.findall(text))
    digits = sum(len(run) for run in _DIGITS.findall(text))
    return pauses + digits + len(_SAID_SIGNS.findall(text))


def _lettered(text: str) -> list[str]:
    rest = _SAID_SIGNS.sub(" ", _UNSPACED.sub(" ", _DIGITS.sub(" ", text)))
    return _LETTERED.findall(rest)


def _words_of(word: str) -> int:
    if len(word) <= _LONG_WORD:
        return 1
    return max(1, -(-sum(map(str.isalpha, word)) // _LONG_WORD))


@lru_cache(maxsize=8)
def _syllables(nuclei: tuple[str, ...]) -> Callable[[str], int]:
    """Counts the syllables of a word; at least one, and one a letter for initials.

    In another alphabet two letters are taken for a syllable.
    """
    heart = re.compile("|".join(map(re.escape, nuclei)))

    def count(word: str) -> int:
        return max(1, sum(map(in_run, _RUN.findall(word))))

    def in_run(run: str) -> int:
        if run.isupper() and len(run) <= _LONGEST_INITIALS:
            return len(run)
        return len(heart.findall(run.casefold())) or (
            len(run) if run.isascii() else -(-len(run) // 2)
        )

    return count
