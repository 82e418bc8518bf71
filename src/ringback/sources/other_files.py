"""Opens, as tables, the files that are none: cards, records in JSON, a saved page."""

from pathlib import Path

from ringback.sources import json_records, thomasnet_page, vcard
from ringback.sources.tables import Table

# Styles are named far down a saved page.
_HEAD = 400_000


def open_other(path: Path) -> tuple[Table, ...]:
    """The table of such a file; empty for any other, and for one that cannot be opened.

    Raises Unreadable for a broken one.
    """
    try:
        if not path.is_file():
            return ()
        with path.open("rb") as file:
            head = file.read(_HEAD)
        if vcard.is_vcard(head):
            return (vcard.table_of(path),)
        if thomasnet_page.is_profile(head):
            return (thomasnet_page.table_of(path),)
        return (json_records.table_of(path),) if json_records.is_json(head) else ()
    except (OSError, ValueError):
        return ()
