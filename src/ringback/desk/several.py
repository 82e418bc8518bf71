"""One act on several openings: all of them or none, and taken back as one."""

from collections.abc import Iterable
from datetime import date

from ringback.book.openings import Opening
from ringback.core.touches import Kind, Reason, Stage
from ringback.desk.desk import Desk
from ringback.desk.record import Logged, record, touch
from ringback.desk.refusal import Code, Refusal
from ringback.desk.verb import verb


@verb
def pause_each(desk: Desk, numbers: Iterable[int], until: date) -> Logged:
    """Let these openings rest through a day. Raises Refusal (bad value, closed, not found)."""
    if until < desk.today:
        raise Refusal(Code.BAD_VALUE, f"{until} has passed already.", "Give a day to come.")
    rows = _open_ones(desk, numbers)
    return record(desk, [touch(desk, row, Kind.PAUSED, day=until) for row in rows])


@verb
def close_each(desk: Desk, numbers: Iterable[int], reason: Reason) -> Logged:
    """Close these openings for one reason. Raises Refusal (closed, not found, nothing)."""
    rows = _open_ones(desk, numbers)
    return record(desk, [touch(desk, row, Kind.CLOSED, reason=reason) for row in rows])


def _open_ones(desk: Desk, numbers: Iterable[int]) -> list[Opening]:
    wanted = set(numbers)
    if not wanted:
        raise Refusal(Code.NOTHING, "No opening was chosen.", "Choose one or more of them first.")
    rows = list(
        Opening.objects.filter(search=desk.search, pk__in=wanted)
        .select_related("employer")
        .order_by("pk")
    )
    if len(rows) != len(wanted):
        raise Refusal(Code.NOT_FOUND, "One of these openings is not in this search.")
    closed = [row for row in rows if row.stage == Stage.CLOSED.value]
    if closed:
        names = ", ".join(f"{row.title or 'Letter'} at {row.employer.name}" for row in closed[:3])
        raise Refusal(Code.CLOSED, f"Closed already: {names}.", "Leave out what is closed.")
    return rows
