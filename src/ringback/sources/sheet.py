"""Any sheet that a person keeps of their applications."""

from ringback.sources import tracker
from ringback.sources.columns import Field
from ringback.sources.source import ReadOptions
from ringback.sources.tables import Table

_HABITS = tracker.Habits(key="sheet", label="a sheet kept by hand")
# A list of applications has one of these; a list of people or employers has none.
_KEPT_TRACK_OF = frozenset(
    {
        Field.SENT_ON,
        Field.STATUS,
        Field.FOLLOW_UP,
        Field.FOLLOW_UP_ON,
        Field.SAVED_ON,
        Field.CLOSES_ON,
    }
)
_BY_NAME = "by its name"


def recognise(table: Table) -> int:
    """Up to 50, the more of a list of applications it has."""
    known = tracker.columns(table, ReadOptions(), _HABITS)
    fields = {column.field for column in known if column.why == _BY_NAME}
    tracked = fields & _KEPT_TRACK_OF
    if Field.EMPLOYER not in fields or not tracked:
        return 0
    # First and last names in columns of their own are the mark of address books.
    if Field.FIRST_NAME in fields and not fields & {Field.SENT_ON, Field.FOLLOW_UP_ON}:
        return 0
    return min(50, 10 + 5 * len(fields - {None}))


SOURCE = tracker.source(_HABITS, recognise)
