"""Phone numbers as people write them into a cell or into a note, with their extensions."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ringback.core.people import RouteKind
from ringback.sources.cells import plain
from ringback.sources.dates import written

FEWEST, MOST = 7, 15
_EXTENSION = re.compile(
    r"[\s,;(]*(?:(?:\bext(?:ension|n)?|\bdurchwahl|\bdw|\bnst|\bnebenstelle|\banexo)\b\.?"
    r"|(?<=[\d\s])x\.?(?=\s?\d)|#)\s*:?\s*(\d{1,6})\b\)?",
    re.IGNORECASE,
)
_GAP = r"(?:\)[-./\s]?|\s?\(0\)\s?|\s?\(|\s[-\u2010-\u2013]\s?|[-./\s\u2010-\u2013])?"
_AREA = r"(?:\(?0\d{1,5}\)?\s/\s(?=\d))?"
_RUN = re.compile(
    rf"(?<![\w@/=.$€£-])(?:\+\s?)?{_AREA}\(?\d(?:{_GAP}\d)+(?!(?!x\.?\s?\d)[\w:@%]|\s?[€$£]|[.,]\d)"
)
_LETTERED = re.compile(r"[+(]?\d[\d()\s.-]*-?[A-Z][A-Z\d-]{3,}")
_KINDS = (
    (RouteKind.MOBILE, re.compile(r"\b(?:mobile?|cell|handy|mobil|portable|m[oó]vil|celular)\b")),
    (RouteKind.DIRECT, re.compile(r"\b(?:direct|durchwahl|ligne directe|directo)\b")),
    (
        RouteKind.SWITCHBOARD,
        re.compile(
            r"\b(?:switchboard|front desk|reception(?:ist)?|main|zentrale|empfang|standard|accueil|"
            r"centralita|recepci[oó]n|hq|operator|office)\b"
        ),
    ),
)
_NOT_THEIRS = re.compile(
    r"\b(?:(?:fax|telefax|télécopie|my|own|mein\w*|mon|mi)\b(?: \w+)?"
    r"|(?:req|ref|id|job|order)\b)[\s.:#]*$"
)
_NEAR = 32
_LONGEST = 100


@dataclass(frozen=True, slots=True)
class Number:
    """A number as written, without its extension; ``kind`` where a word beside it says so.

    ``span`` is where the number and its extension stand in the text.
    """

    value: str
    extension: str = ""
    kind: RouteKind | None = None
    span: tuple[int, int] = (0, 0)


def numbers_in(text: str) -> tuple[Number, ...]:
    """Every phone number in a text, save fax numbers and the writer's own.

    Runs of 7 to 15 digits that are no date, no time, no money.
    """
    return tuple(_numbers(plain(text)))


def _numbers(text: str) -> Iterator[Number]:
    end = 0
    for match in _RUN.finditer(text):
        before = text[max(end, match.start() - _NEAR) : match.start()].casefold()
        value = match[0].strip()
        end = match.end()
        if _NOT_THEIRS.search(before) or not _can_be_dialled(value):
            continue
        extension = _EXTENSION.match(text, match.end())
        end = extension.end() if extension else end
        after = re.match(r"\s*\(([^)]*)\)|\s+([^\W\d]+)", text[end : end + _NEAR])
        span = (match.start(), end)
        yield Number(value, extension[1] if extension else "", _kind(before, after), span)


def _can_be_dialled(value: str) -> bool:
    digits = sum(c.isdigit() for c in value)
    return FEWEST <= digits <= MOST and written(value) is None and not _begins_with_a_date(value)


def _begins_with_a_date(value: str) -> bool:
    return re.match(r"20\d\d([-/.])\d{1,2}\1\d", value) is not None


def _kind(before: str, after: re.Match[str] | None) -> RouteKind | None:
    beside = f"{before} | {after[0] if after else ''}".casefold()
    return next((kind for kind, words in _KINDS if words.search(beside)), None)


def numbers_in_cell(cell: str) -> tuple[Number, ...]:
    """The numbers of a cell that is meant for them: here letters may stand for digits."""
    found = numbers_in(cell)
    text = plain(cell)
    if not found and (match := _LETTERED.match(text)):
        extension = _EXTENSION.match(text, match.end())
        end = extension.end() if extension else match.end()
        return (Number(match[0].strip(), extension[1] if extension else "", None, (0, end)),)
    return found


def is_phone(cell: str) -> bool:
    """Whether a cell looks like a number by its own shape; bare digits may be any id."""
    text = plain(cell)
    if len(text) > _LONGEST:
        return False
    found = numbers_in(text)
    rest = _EXTENSION.sub("", text)
    return (
        bool(found)
        and not text.isdigit()
        and sum(c.isalpha() for c in rest) <= 10
        and len(found[0].value) >= 0.5 * len(rest)
    )
