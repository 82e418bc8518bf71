"""Terminals and pipes that cannot show every character: a near one is written, never a failure."""

import codecs
import io
import sys
import unicodedata

PLAIN = {
    "“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "…": "...",
    "·": "*", "•": "*", "→": "->", "←": "<-", "↳": "->", "×": "x", "✓": "+", "─": "-", "━": "-",
    "▸": ">", "\u00a0": " ", "\u202f": " ", "ß": "ss", "æ": "ae", "Æ": "AE", "ø": "o", "Ø": "O",
    "ł": "l", "Ł": "L", "œ": "oe", "Œ": "OE", "đ": "d", "þ": "th", "ð": "d",
}  # fmt: skip


def make_tolerant() -> None:
    """Let standard output and error replace what their encoding lacks by something near it."""
    codecs.register_error("ringback", _nearest)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper) and _lacks(stream.encoding):
            stream.reconfigure(errors="ringback")


def nearest(text: str, encoding: str) -> str:
    """The text as this encoding can hold it."""
    codecs.register_error("ringback", _nearest)
    return text.encode(encoding, "ringback").decode(encoding)


def _lacks(encoding: str | None) -> bool:
    name = (encoding or "ascii").lower().replace("_", "-")
    return not name.startswith(("utf-8", "utf8", "utf-16", "utf-32"))


def _nearest(error: UnicodeError) -> tuple[str | bytes, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    text = error.object[error.start : error.end]
    return "".join(_plain(character) for character in text), error.end


def _plain(character: str) -> str:
    if character in PLAIN:
        return PLAIN[character]
    base = unicodedata.normalize("NFKD", character).encode("ascii", "ignore").decode()
    return base or "?"
