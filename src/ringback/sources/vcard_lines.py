"""The cards of a vCard file, of any version and however badly written, within bounds."""

import io
import quopri
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from ringback.sources import encodings
from ringback.sources.cells import keepable
from ringback.sources.encodings import Encoding, Open

_LONGEST_LINE = 8_192
_LONGEST_VALUE = 16_384
_LONGEST_HEAD = 1_000
_MOST_PROPERTIES = 500
_PARAMETER = re.compile(r';((?:[^;"]|"[^"]*")*)')
_UNESCAPED = re.compile(r"(?<!\\);")
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_QUOTED = "QUOTED-PRINTABLE"
_BINARY = frozenset({"PHOTO", "LOGO", "SOUND", "KEY"})


@dataclass(frozen=True, slots=True)
class Property:
    """One line of a card. ``types`` are lower-case, ``value`` is decoded but still escaped."""

    name: str
    value: str
    types: frozenset[str] = frozenset()
    group: str = ""

    def text(self) -> str:
        return unescaped(self.value)

    def pieces(self) -> list[str]:
        """The parts of a name, an organisation or an address."""
        return [unescaped(piece) for piece in _UNESCAPED.split(self.value)]


@dataclass(slots=True)
class Card:
    """A card and the line that it begins on; ``mended`` says what was wrong with it."""

    line: int
    properties: list[Property] = field(default_factory=list)
    mended: str = ""

    def add(self, found: Property) -> None:
        if len(self.properties) < _MOST_PROPERTIES:
            self.properties.append(found)
        else:
            self.mended = f"only its first {_MOST_PROPERTIES} lines were read"


def unescaped(text: str) -> str:
    return _ESCAPE.sub(lambda match: "\n" if match[1] in "nN" else match[1], text).strip()


def cards(open_: Open) -> Iterator[Card]:
    """Every card, one at a time; a card that is never closed ends where the next begins."""
    encoding = encodings.detect(open_)
    card: Card | None = None
    for number, line in _unfolded(open_, encoding):
        found = _property(line, encoding)
        if found is None:
            continue
        edge = found.value.strip().upper() == "VCARD"
        if edge and found.name == "BEGIN":
            if card is not None:
                card.mended = "the card is never closed"
                yield card
            card = Card(number)
        elif card is not None and edge and found.name == "END":
            yield card
            card = None
        elif card is not None and found.name not in _BINARY:
            card.add(found)
    if card is not None:
        card.mended = "the card is never closed"
        yield card


def _unfolded(open_: Open, encoding: Encoding) -> Iterator[tuple[int, str]]:
    """Lines put together again: folded ones, and those that quoted-printable broke."""
    pending, begun = "", 0
    for number, line in _lines(open_, encoding):
        broken = pending.endswith("=") and _QUOTED in pending[:_LONGEST_HEAD].upper()
        edge = line[:10].upper().startswith(("BEGIN:VCAR", "END:VCARD"))
        if pending and not edge and (broken or line[:1] in (" ", "\t")):
            if len(pending) < _LONGEST_VALUE:
                pending = f"{pending[:-1]}{line}" if broken else f"{pending}{line[1:]}"
            continue
        if pending:
            yield begun, pending
        pending, begun = line, number
    if pending:
        yield begun, pending


def _lines(open_: Open, encoding: Encoding) -> Iterator[tuple[int, str]]:
    """Lines without their ends; of one that is too long its beginning."""
    errors = "surrogateescape" if encoding.codec.startswith("utf-8") else "replace"
    with open_() as file, io.TextIOWrapper(file, encoding.codec, errors) as text:
        number, inside = 1, False
        while piece := text.readline(_LONGEST_LINE):
            if not inside:
                yield number, piece.rstrip("\n")
            inside = not piece.endswith("\n")
            number += not inside


def _property(line: str, encoding: Encoding) -> Property | None:
    head, value = _parted(line)
    if not head:
        return None
    group, _, name = head.partition(";")[0].strip().upper().rpartition(".")
    types: set[str] = set()
    charset, quoted = "", False
    for parameter in _PARAMETER.findall(head):
        what, _, said = parameter.partition("=")
        what = what.strip().upper()
        if what == "CHARSET":
            charset = said.strip(' "')
        elif _QUOTED in (what, said.strip(' "').upper()):
            quoted = True
        elif what == "TYPE" or not said:
            names = (said or what).replace('"', "").split(",")
            types.update(one.strip().casefold() for one in names)
    text = keepable(_decoded(value, charset, quoted, encoding))
    return Property(name, text, frozenset(types), group)


def _parted(line: str) -> tuple[str, str]:
    """What stands before the first colon outside quotes, and what stands after it."""
    inside = False
    for at, sign in enumerate(line[:_LONGEST_HEAD]):
        if sign == '"':
            inside = not inside
        elif sign == ":" and not inside:
            return line[:at], line[at + 1 :]
    return "", ""


def _decoded(value: str, charset: str, quoted: bool, encoding: Encoding) -> str:
    if not quoted and not charset and value.isascii():
        return value
    try:
        raw = value.encode(encoding.codec, "surrogateescape")
    except UnicodeError:
        raw = value.encode("utf-8", "replace")
    if quoted:
        raw = quopri.decodestring(raw)
    elif not any("\udc80" <= sign <= "\udcff" for sign in value) and not _single(encoding):
        return value
    for codec in filter(None, (charset, "utf-8", "cp1252")):
        try:
            return raw.decode(codec)
        except (UnicodeError, LookupError):
            continue
    return raw.decode("latin-1")


def _single(encoding: Encoding) -> bool:
    return not encoding.codec.startswith("utf")
