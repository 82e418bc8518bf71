"""Letters made comparable: case, accents, widths and transliterated umlauts taken off a text."""

import re
import unicodedata

# What NFKD would spell out: "Denholm™" would become "denholmtm", "O´Hara" would fall apart.
_SIGNS: dict[str, str | None] = {**dict.fromkeys("™®©℠℗"), "´": "'", "\u1ffd": "'"}
_SIGN_TABLE = str.maketrans(_SIGNS)

# What a Latin letter without a decomposition is written as where it is not to be had.
_LETTERS = {
    "æ": "ae",
    "œ": "oe",
    "ø": "o",
    "ł": "l",
    "đ": "d",
    "ð": "d",
    "ɖ": "d",
    "þ": "th",
    "ħ": "h",
    "ı": "i",
    "ŋ": "n",
    "ŧ": "t",
    "ə": "e",
    "ǝ": "e",
    "ɨ": "i",
    "ƒ": "f",
    "ƙ": "k",
    "ɓ": "b",
    "ɗ": "d",
    "·": "",
    "⁄": "/",
    "∕": "/",
}
_TWO_LETTERS = {"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "æ": "ae", "œ": "oe"}
_TWO_FOR_ONE = frozenset(_TWO_LETTERS) | {letter.upper() for letter in _TWO_LETTERS}
_WRITTEN_OUT = str.maketrans(_TWO_LETTERS)
_QUOTES = "‘’‚‛ʹʻʼʽʾʿˈ′“”„‟«»‹›"
_DASHES = "‐‒–—―−"


def _range(first: int, last: int) -> dict[int, str | None]:
    return dict.fromkeys(range(first, last + 1), None)


_OFF: dict[int, str | None] = {
    # Accents; Arabic and Hebrew vowel points; the Arabic stretching bar.
    **_range(0x300, 0x36F),
    **_range(0x591, 0x5BD),
    **_range(0x610, 0x61A),
    **_range(0x640, 0x640),
    **_range(0x64B, 0x65F),
    **_range(0x670, 0x670),
    # Invisible: soft hyphen, zero width, direction marks, variation selectors.
    **_range(0xAD, 0xAD),
    **_range(0x200B, 0x200F),
    **_range(0x202A, 0x202E),
    **_range(0x2060, 0x206F),
    **_range(0xFE00, 0xFE0F),
    **_range(0xFEFF, 0xFEFF),
    **{ord(letter): plain for letter, plain in _LETTERS.items()},
    **dict.fromkeys(map(ord, _QUOTES), "'"),
    **dict.fromkeys(map(ord, _DASHES), "-"),
}

# What is left out of a transliterated umlaut: the e of ae, oe, ue between consonants or where a
# longer word begins, never after a vowel or q ("Bauer", "request"), where a word ends ("Joe") or in
# three letters ("AEG"); the e of aeu (äu); the second a of aa (å).
_LEFT_OUT = re.compile(
    r"(?<=[bcdfghj-npr-tv-z][aou])e(?=[bcdfghj-np-tv-xz])"
    r"|(?<=(?<![a-z])[aou])e(?=[bcdfghj-np-tv-xz][a-z])"
    r"|(?<=a)e(?=u)"
    r"|(?<=a)a(?=[a-z]{2})|(?<=[a-z]{2}a)a"
)


def fold(text: str) -> str:
    """Lower case, no accents, plain quotes and dashes, one space between words.

    "Łódź – Straße" is "lodz - strasse", "Müller" is "muller"; "Mueller" stays "mueller" (see
    ``spelling``). Letters of other scripts stay what they are, without their points. The same
    for every Unicode normal form of a text, and folding twice changes nothing. For matching,
    not for showing.
    """
    if text.isascii():
        return " ".join(text.lower().split())
    if not _SIGNS.keys().isdisjoint(text):
        text = text.translate(_SIGN_TABLE)
    folded = unicodedata.normalize("NFKD", text).casefold()
    folded = unicodedata.normalize("NFKD", folded).translate(_OFF)
    if not folded.isascii():
        folded = unicodedata.normalize("NFC", folded)
    return " ".join(folded.split())


def spelling(text: str) -> str:
    """``fold``, and ü = ue = u, ö = oe = o, ä = ae = a, å = aa = a within words.

    "Müller", "Mueller" and "Muller" are one; "Bauer" and "Bur" are not.
    """
    return respelled(fold(text))


def respelled(folded: str) -> str:
    """``spelling`` of a text that is folded already."""
    while "ae" in folded or "oe" in folded or "ue" in folded or "aa" in folded:
        shorter = _LEFT_OUT.sub("", folded)
        if shorter == folded:
            break
        folded = shorter
    return folded


def has_umlauts(text: str) -> bool:
    """Whether a text has letters for which others write two: ü and ue, ø and oe, å and aa."""
    return not text.isascii() and not _TWO_FOR_ONE.isdisjoint(unicodedata.normalize("NFC", text))


def written_out(text: str) -> str:
    """``fold`` with two letters for an umlaut: "Ås" and "Aas" are "aas"."""
    return fold(unicodedata.normalize("NFC", text).casefold().translate(_WRITTEN_OUT))
