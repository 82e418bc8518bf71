"""When a service wants to be asked again: the header Retry-After (RFC 9110, 10.2.3)."""

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

# A longer wait than this is the user's to decide on, in seconds.
LONGEST_WAIT = 30.0
_LONGEST_TEXT = 60
_A_MONTH = 31 * 86_400


def seconds_until(retry_after: str, now: datetime) -> float | None:
    """The wait in seconds that the header asks for, as seconds or as a date; None: neither.

    A date that has passed asks for none; more than a month is taken for nonsense.
    """
    text = retry_after.strip()[:_LONGEST_TEXT]
    if text.isascii() and text.isdecimal():
        seconds = float(text)
    else:
        try:
            moment = parsedate_to_datetime(text)
        except ValueError:
            return None
        seconds = max(0.0, (moment.astimezone(UTC) - now).total_seconds())
    return seconds if seconds <= _A_MONTH else None


def in_words(seconds: float) -> str:
    """How long that is, rounded up: "40 seconds", "12 minutes", "3 hours", "2 days"."""
    for size, unit, from_ in ((86_400, "day", 172_800), (3_600, "hour", 7_200), (60, "minute", 90)):
        if seconds >= from_:
            count = -int(-seconds // size)
            return f"{count} {unit}s"
    count = max(1, -int(-seconds // 1))
    return "1 second" if count == 1 else f"{count} seconds"
