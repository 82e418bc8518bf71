"""How long a text takes when it is said aloud."""

import re
from typing import Final

WORDS_PER_MINUTE: Final = 150

_DIGITS = re.compile(r"\d+")
_GROUP_BREAK = re.compile(r"(?<=\d)[\s./()+-]+(?=\d)")
_SAID_SIGNS = re.compile(r"[%&+@#€$£§=]")
_LETTERED = re.compile(r"\S*[^\W\d_]\S*")
_LONG_WORD = 14
# Scripts written without spaces: about two characters to a spoken word.
_UNSPACED = re.compile("[\u0e00-\u0eff\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")


def seconds(text: str, words_per_minute: float = WORDS_PER_MINUTE) -> float:
    """Seconds that the text takes aloud (evidence 2.4: 150 words a minute).

    A digit counts as a word and so does the pause between two groups of digits, which makes 2.8
    to 4 s of a telephone number; a sign such as ``%`` is a word, a word of more than 14 letters
    two or more.
    """
    if words_per_minute <= 0:
        raise ValueError("Nobody speaks at less than one word a minute.")
    return spoken_words(text) * 60 / words_per_minute


def spoken_words(text: str) -> int:
    """The number of words as ``seconds`` counts them."""
    pauses = len(_GROUP_BREAK.findall(text))
    digits = sum(len(run) for run in _DIGITS.findall(text))
    signs = len(_SAID_SIGNS.findall(text))
    unspaced = len(_UNSPACED.findall(text))
    rest = _SAID_SIGNS.sub(" ", _UNSPACED.sub(" ", _DIGITS.sub(" ", text)))
    words = sum(map(_words_of, _LETTERED.findall(rest)))
    return pauses + digits + signs + -(-unspaced // 2) + words


def _words_of(word: str) -> int:
    if len(word) <= _LONG_WORD:
        return 1
    return max(1, -(-sum(map(str.isalpha, word)) // _LONG_WORD))
