"""In which encoding a text file is written, and its lines, mended where encodings are mixed."""

import codecs
import io
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import BinaryIO

from ringback.sources.unreadable import Unreadable

LONGEST_LINE = 1_000_000
_CHUNK = 1 << 20
_EVIDENCE = 200_000
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_ESCAPED = re.compile("[\udc80-\udcff]")
# What UTF-8 looks like when it was once read as cp1252 and written back.
_GARBLED = re.compile("[ÃÂâÐÑ][\u0080-\u00bf\u0152-\u2122]")
_BETWEEN_LETTERS = frozenset("’‘´·‚-")
_BEFORE_A_LETTER = frozenset("’‘“„«¿¡ªº·–—•…´®©™§†")

Open = Callable[[], BinaryIO]


@dataclass(frozen=True, slots=True)
class Encoding:
    """``name`` as told to a person; single lines not in ``codec`` are read in ``fallback``."""

    name: str
    codec: str
    fallback: str = ""


class Mended(str):
    """A line that could not be taken as it stands; ``how`` says in words what was done to it.

    A kind of ``str``, so that the other lines cost nothing.
    """

    __slots__ = ("how",)
    how: str


def detect(open_: Open) -> Encoding:
    """The encoding, from a mark at the top, else from every byte of the file.

    UTF-8 proves itself; else cp1252 goes before any guess by statistics, which misread short
    Western texts.
    """
    with open_() as file:
        head = file.read(4096)
    for mark, codec in _MARKS:
        if head.startswith(mark):
            return Encoding(codec, codec, "cp1252" if codec == "utf-8-sig" else "")
    if codec := _wide(head):
        return Encoding(codec, codec)
    if _is_utf8(open_):
        return Encoding("utf-8", "utf-8")
    proper, other = _foreign_lines(open_)
    guessed = "cp1252" if _looks_western(other) else _guess(other)
    if proper:
        return Encoding(f"utf-8, some lines {guessed}", "utf-8", guessed)
    return Encoding(guessed, guessed)


def _wide(head: bytes) -> str:
    """UTF-16 without a mark: every other byte of Western text is zero."""
    half = len(head) // 2
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if half >= 4 and odd > 0.4 * half and even < 0.1 * half:
        return "utf-16-le"
    if half >= 4 and even > 0.4 * half and odd < 0.1 * half:
        return "utf-16-be"
    return ""


def _is_utf8(open_: Open) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")()
    with open_() as file:
        try:
            while chunk := file.read(_CHUNK):
                decoder.decode(chunk)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return False
    return True


def _foreign_lines(open_: Open) -> tuple[int, bytes]:
    """How many lines prove to be UTF-8, and the bytes of those that cannot be."""
    proper, size = 0, 0
    other: list[bytes] = []
    with open_() as file:
        for line in iter(partial(file.readline, LONGEST_LINE), b""):
            if line.isascii():
                continue
            try:
                line.decode("utf-8")
                proper += 1
            except UnicodeDecodeError:
                other.append(line)
                size += len(line)
            if size > _EVIDENCE:
                break
    return proper, b"".join(other)


def _looks_western(raw: bytes) -> bool:
    """Whether cp1252 gives words: accents among letters, signs where signs stand."""
    try:
        text = raw.decode("cp1252")
    except UnicodeDecodeError:
        return False
    good = bad = 0
    for match in re.finditer(r"[^\x00-\x7f]+", text):
        run, before, after = match[0], text[: match.start()][-1:], text[match.end() :][:1]
        if len(run) > 2 and run.isalpha():
            bad += len(run)
        elif run.isalpha():
            odd = run[-1].isupper() and (before.islower() or (before.isupper() and after.islower()))
            good, bad = good + (not odd), bad + odd
        else:
            inside = before.isalpha() and after.isalpha() and run[0] not in _BETWEEN_LETTERS
            leading = not before.isalpha() and after.isalpha() and run[0] not in _BEFORE_A_LETTER
            good, bad = good + (not inside and not leading), bad + (inside or leading)
    return bad * 5 <= good


def _guess(raw: bytes) -> str:
    # Imported here because it costs start-up and 3 MB, and hardly a file has to be guessed.
    import charset_normalizer

    best = charset_normalizer.from_bytes(raw[:_EVIDENCE]).best()
    codec = best.encoding if best else ""
    try:
        b"plain,text\n".decode(codec or "cp1252")
    except (UnicodeDecodeError, LookupError):
        return "cp1252"
    return codec.replace("_", "-") if codec and "utf" not in codec else "cp1252"


def lines(open_: Open, encoding: Encoding) -> Iterator[str]:
    """Every line, Mended where it had to be, its end made ``\\n``.

    What cannot be read at all becomes U+FFFD.
    Raises Unreadable at a line of more than a million characters.
    """
    errors = "surrogateescape" if encoding.codec.startswith("utf-8") else "replace"
    with io.TextIOWrapper(open_(), encoding.codec, errors) as file:
        for text in iter(partial(file.readline, LONGEST_LINE), ""):
            if len(text) == LONGEST_LINE and not text.endswith("\n"):
                raise Unreadable(
                    "line-too-long",
                    "A line of the file is longer than a million characters.",
                    "Save the sheet again as CSV from the program that made it.",
                )
            if text.isascii() and "\0" not in text:
                yield text
            else:
                yield _mend(text, encoding)


def _mend(text: str, encoding: Encoding) -> str:
    mended: list[str] = []
    if "\0" in text:
        text = text.replace("\0", "")
        mended.append("zero bytes were taken out")
    if _ESCAPED.search(text):
        fallback = encoding.fallback or "cp1252"
        text = text.encode("utf-8", "surrogateescape").decode(fallback, "replace")
        mended.append(f"this line is not in utf-8 and was read as {fallback}")
    if _GARBLED.search(text):
        # Imported here because it costs start-up and 3 MB, and hardly a file is garbled.
        import ftfy

        fixed = ftfy.fix_encoding(text)
        if fixed != text:
            text = fixed
            mended.append("garbled letters were set right")
    if not mended:
        return text
    line = Mended(text)
    line.how = "; ".join(mended)
    return line
