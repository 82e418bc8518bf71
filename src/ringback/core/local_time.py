"""Wall clocks of zones as moments: what a clock change skips, and what it shows twice."""

from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError


@lru_cache(maxsize=1024)
def zone_called(name: str) -> ZoneInfo | None:
    """The zone of an IANA name; None where there is none of that name."""
    try:
        return ZoneInfo(name) if name else None
    except (ZoneInfoNotFoundError, ValueError, OSError):
        # A name such as "America" or "../etc" is a folder, or no key at all.
        return None


@lru_cache(maxsize=4096)
def moment_of(zone: ZoneInfo, day: date, clock: time) -> datetime:
    """The UTC moment at which a clock there shows a time.

    A time that the clocks skip becomes the moment after the gap; of one that they show twice, the
    first is taken (RFC 5545, 3.3.5, for the latter).
    """
    local = datetime.combine(day, clock.replace(tzinfo=None, fold=0), zone)
    moment = local.astimezone(UTC)
    if moment.astimezone(zone).replace(tzinfo=None) == local.replace(tzinfo=None):
        return moment
    return _end_of_gap(zone, local)


def _end_of_gap(zone: ZoneInfo, skipped: datetime) -> datetime:
    """The moment of the clock change that skipped a local time, to the second."""
    # Read with the offset from after the change it lies before the change, and the other way round.
    before, after = skipped.replace(fold=1).astimezone(UTC), skipped.astimezone(UTC)
    earlier = before.astimezone(zone).utcoffset()
    while after - before > timedelta(seconds=1):
        middle = before + (after - before) / 2
        if middle.astimezone(zone).utcoffset() == earlier:
            before = middle
        else:
            after = middle
    return after.replace(microsecond=0)


def local_of(zone: ZoneInfo, moment: datetime) -> datetime:
    """A moment as clocks there show it.

    Raises ValueError for a naive one.
    """
    if moment.tzinfo is None:
        raise ValueError(f"{moment.isoformat()} says no zone: an aware moment is needed")
    return moment.astimezone(zone)
