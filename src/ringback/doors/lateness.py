"""How late a step is: since its day, but never since before it was known here."""

from datetime import date
from typing import NamedTuple

from ringback.desk.day import Item


class Lateness(NamedTuple):
    """``days`` late; ``since`` is the day of a step that had passed when it was written down."""

    days: int
    since: date | None


def lateness(item: Item, today: date, written: date | None) -> Lateness:
    """How late a step is; ``written`` is the day on which what it follows from was recorded.

    Who enters a letter of last week is late with its call from then on, and not before.
    """
    overdue = item.overdue(today)
    if not overdue or written is None or written <= item.row.day:
        return Lateness(overdue, None)
    return Lateness(max(0, (today - written).days), item.row.day)
