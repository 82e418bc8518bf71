"""At which level the manager who hires stands, by size of employer and job family."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from ringback.core.people import Function, Level
from ringback.core.titles import RANK

SMALL = 25
"""Below this number of staff the owner, president or manager hires (evidence 2.5)."""

_UPTO = (10, 50, 200, 1000)
_NOT_KNOWN = slice(1, 4)  # an employer of unknown size may be any of 11 to 1,000
_USUAL = 2


@dataclass(frozen=True, slots=True)
class Span:
    """The ranks (``Title.rank``) that usually hire: lowest, highest, and the most usual one."""

    low: float
    high: float
    usual: float


def who_hires(function: Function, size: int, rank: float) -> Span:
    """The ranks that hire for a job of this function and rank (1: leads nobody; evidence 2.5).

    ``size`` is the number of staff, 0 or less where it is not known. For a job that leads
    people itself the span moves up: nobody is hired by their own level.
    """
    columns = _table().get(function) or _table()[Function.GENERAL]
    if size > 0:
        levels = columns[_band(size)]
        span = Span(min(levels), max(levels), levels[0])
    else:
        every = [level for column in columns[_NOT_KNOWN] for level in column]
        span = Span(min(every), max(every), columns[_USUAL][0])
    return _above(span, rank)


def _band(size: int) -> int:
    return next((at for at, most in enumerate(_UPTO) if size <= most), len(_UPTO))


def _above(span: Span, rank: float) -> Span:
    if rank < RANK[Level.LEAD]:
        return span
    low = min(max(span.low, float(int(rank)) + 1), RANK[Level.OWNER])
    high = min(max(span.high, low + 1), RANK[Level.OWNER])
    return Span(low, high, max(low, span.usual))


@cache
def _table() -> dict[Function, tuple[tuple[float, ...], ...]]:
    ranks = {level.value: rank for level, rank in RANK.items()}
    ranks["vp"] = RANK[Level.VICE_PRESIDENT]
    table: dict[Function, tuple[tuple[float, ...], ...]] = {}
    text = files("ringback.core").joinpath("tables", "who_hires.txt").read_text("utf-8")
    for line in text.splitlines():
        family, colon, columns = line.partition(":")
        if colon and not line.startswith("#"):
            table[Function(family)] = tuple(
                tuple(ranks[level] for level in column.split()) for column in columns.split("|")
            )
    return table
