"""A tracker kept in Notion, exported as CSV, mostly inside a ZIP (formats 7)."""

import re
from urllib.parse import unquote

from ringback.sources import tracker
from ringback.sources.cells import plain
from ringback.sources.columns import Field
from ringback.sources.sheet import recognise as recognise_sheet
from ringback.sources.tables import Table

# Pages that a cell points to: "Acme (https://www.notion.so/Acme-0f…)", "Acme (Jobs%20ab/Acme.md)".
_PAGE = re.compile(r"\s*\((?:https://(?:www\.)?notion\.(?:so|site)/[^)]*|[^()\s]*%20[^()]*\.md)\)")
_FILE = re.compile(r"(?: |%20)[0-9a-f]{32}(?:_all)?\.csv$")
_KEPT_FILE = re.compile(r"\S+%20\S*/([^\s/]+)")
_TYPICAL = frozenset({"application date", "next action", "next action date", "company website"})
_PACKED = ("exportblock-", "export-")


def _without_pages(cell: str) -> str:
    """The text of a cell without the pages it points to; of a file kept there its name."""
    text = plain(_PAGE.sub("", cell))
    return unquote(file[1]) if (file := _KEPT_FILE.fullmatch(text)) else text


_HABITS = tracker.Habits(
    key="notion",
    label="a tracker in Notion",
    columns={"Next Action": Field.FOLLOW_UP, "Next Action Date": Field.FOLLOW_UP_ON},
    clean=_without_pages,
)


def recognise(table: Table) -> int:
    """90 for Notion's file names around a list of applications, 80 for its usual headings."""
    named = _FILE.search(table.name) or table.name.casefold().startswith(_PACKED)
    if named and recognise_sheet(table):
        return 90
    return 80 if tracker.heading_keys(table) >= _TYPICAL else 0


SOURCE = tracker.source(_HABITS, recognise)
