"""Teal's job tracker, as it exports it (formats 7)."""

from ringback.core.touches import Via
from ringback.sources import tracker
from ringback.sources.columns import Field
from ringback.sources.tables import Table

_HABITS = tracker.Habits(
    key="teal",
    label="Teal's job tracker",
    via=Via.PORTAL,
    columns={"Job Position": Field.TITLE, "Follow up": Field.FOLLOW_UP_ON},
)
_SIGNATURE = frozenset({"job position", "excitement"})


def recognise(table: Table) -> int:
    """95 for the two headings that no other tracker has together."""
    return 95 if tracker.heading_keys(table) >= _SIGNATURE else 0


SOURCE = tracker.source(_HABITS, recognise)
