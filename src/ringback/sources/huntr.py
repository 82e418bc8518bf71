"""Huntr's board, as its full export and its lists have it (formats 7)."""

from ringback.core.touches import Via
from ringback.sources import tracker
from ringback.sources.columns import Field
from ringback.sources.tables import Table

_HABITS = tracker.Habits(
    key="huntr",
    label="Huntr's board",
    via=Via.PORTAL,
    columns={"List": Field.STATUS, "listName": Field.STATUS},
)
_FILE = "user_jobs_user_full_data_download"
# The full export writes its headings in camel case; its lists are known from others' importers.
_FULL = frozenset({"listname", "htmldescription"})
_LISTS = (
    frozenset({"employer", "job title", "list"}),
    frozenset({"company", "title", "list"}),
)


def recognise(table: Table) -> int:
    """95 by the file's name or the full export's headings, 80 by those of a list."""
    headings = tracker.heading_keys(table)
    if _FILE in table.name.casefold() or headings >= _FULL:
        return 95
    return 80 if any(headings >= shape for shape in _LISTS) else 0


SOURCE = tracker.source(_HABITS, recognise)
