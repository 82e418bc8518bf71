"""Where the headings of a sheet stand: below a title, above the rows, sometimes again later."""

import re
from collections.abc import Sequence

from ringback.sources.cells import is_mail, is_number, key, plain, says_nothing
from ringback.sources.columns import named
from ringback.sources.dates import written
from ringback.sources.numbers import is_phone
from ringback.sources.records import Passed, Row

LOOKED_AT = 25
_LONGEST = 60
_MOST_IN_TOTALS = 6
_TOTAL = re.compile(
    r"(?:grand )?(?:total|totals|sum|count|average)|summe|gesamt|insgesamt|anzahl|somme|suma|"
    r"total\b.{0,30}|(?:number|anzahl|nombre|numero) (?:of|der|de)\b.{0,30}"
)


def heading_row(rows: Sequence[Row]) -> Row | None:
    """The row among the first ones that names the columns; None where the rows begin at once."""
    scored = [(_score(row.cells), row) for row in rows[:LOOKED_AT]]
    if not scored:
        return None
    best = max(scored, key=lambda pair: pair[0])
    return best[1] if best[0] > 0 else None


def _score(cells: Sequence[str]) -> float:
    """How much a row looks like headings: known words, short texts, none twice."""
    filled = [cell for cell in cells if not says_nothing(cell)]
    texts = [cell for cell in filled if _can_be_heading(cell)]
    known = sum(named(cell) is not None for cell in texts)
    # A stray date beside real headings does no harm; one status among dates is no heading.
    needed = 0.8 if known > 1 else 1.0
    if not texts or len(texts) < needed * len(filled):
        return 0
    distinct = len({key(cell) for cell in texts})
    if distinct < 2 and not (known and len(cells) == 1):
        return 0
    return 3 * known + distinct - (len(filled) - distinct)


def _can_be_heading(cell: str) -> bool:
    return (
        len(cell) <= _LONGEST
        and not is_mail(cell)
        and not cell.casefold().startswith(("http:", "https:", "www."))
        and written(cell) is None
        and not is_number(cell)
        and not is_phone(cell)
    )


def passed_over(row: Row, headings: Sequence[str]) -> Passed | None:
    """The row as Passed where it only repeats the headings or sums up what stands above."""
    cells = row.cells
    again = bool(headings) and plain(cells[0]) == headings[0]
    if again and tuple(map(plain, cells[: len(headings)])) == tuple(headings):
        return Passed(row.line, "headings again")
    if len(cells) - cells.count("") > _MOST_IN_TOTALS:
        return None
    filled = [plain(cell) for cell in cells if plain(cell)]
    if not filled:
        return Passed(row.line, "blank")
    if _TOTAL.fullmatch(key(filled[0])) and all(map(_sums_up, filled[1:])):
        return Passed(row.line, "total")
    return None


def _sums_up(cell: str) -> bool:
    return is_number(cell) or _TOTAL.fullmatch(key(cell)) is not None
