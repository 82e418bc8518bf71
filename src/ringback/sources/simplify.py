"""Simplify's application tracker (formats 7, where its header is only assumed)."""

from ringback.core.touches import Via
from ringback.sources import tracker
from ringback.sources.cells import key, plain
from ringback.sources.tables import Table

_HABITS = tracker.Habits(key="simplify", label="Simplify's application tracker", via=Via.PORTAL)
_NEEDED = frozenset({"job title", "company", "url", "status", "date applied"})
_KNOWN = _NEEDED | {"location", "notes"}


def recognise(table: Table) -> int:
    """85 for just these headings with statuses in capitals, as no one types them by hand."""
    headings = tracker.heading_keys(table)
    if not _NEEDED <= headings <= _KNOWN:
        return 0
    if "simplify" in table.name.casefold():
        return 85
    index = next(i for i, heading in enumerate(table.headings) if key(heading) == "status")
    statuses = [plain(row.cells[index]) for row in table.sample if index < len(row.cells)]
    return 85 if any(statuses) and all(status.isupper() for status in statuses if status) else 0


SOURCE = tracker.source(_HABITS, recognise)
