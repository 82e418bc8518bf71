"""The clock: the one place at which the terminal reads what time it is, and where."""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from ringback.home import Demo


def now() -> datetime:
    """This moment, aware UTC."""
    return datetime.now(UTC)


def now_in(folder: Path) -> datetime:
    """What counts as now for the book in a folder: in the demo's its own clock."""
    return now() + Demo(folder).ahead


def zone_here() -> str:
    """The IANA name of this machine's own time zone; empty where it cannot be told."""
    # Asked once, when a search begins: no other command has to load it.
    import whenever

    try:
        return whenever.ZonedDateTime.now(whenever.SYSTEM_TZ).tz_id or ""
    except (ValueError, OSError):
        return ""


@contextmanager
def zone_kept() -> Iterator[None]:
    """Leave the process the machine's own zone while Django is loaded, which gives it another.

    Where the seeker is, is still to be asked.
    """
    zone = os.environ.get("TZ")
    try:
        yield
    finally:
        if zone is None:
            os.environ.pop("TZ", None)
        else:
            os.environ["TZ"] = zone
        if hasattr(time, "tzset"):
            time.tzset()


def country_of(zone: str) -> str:
    """The country (ISO 3166-1 alpha-2) that the zone database keeps a zone under; else empty."""
    from importlib.resources import files

    try:
        table = (files("tzdata") / "zoneinfo" / "zone.tab").read_text("utf-8")
    except (OSError, ModuleNotFoundError):
        return ""
    rows = (line.split("\t") for line in table.splitlines() if not line.startswith("#"))
    return next((row[0] for row in rows if len(row) > 2 and row[2] == zone), "")
