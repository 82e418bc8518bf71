"""A day put together: what comes first, what comes later, what has to wait and why.

Plain values in and out; whoever reads the book (desk.today, desk.glance) hands in its rows.
"""

from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from ringback.book.due_row import Row
from ringback.core.best_time import narrowed
from ringback.core.coverage import Coverage
from ringback.core.places import Place
from ringback.core.steps import StepKind
from ringback.core.workdays import Calendar, Half, Span

# As many as fit a person's day; what is more is counted, not shown.
AT_ONCE = 50
# What was agreed for a certain moment comes before all else once it is as near as this.
AT_HAND = timedelta(minutes=10)
# As many of the next steps are shown on a day without any.
SOON = 5

_CALLS = (StepKind.CALL.value, StepKind.ASK_RECEPTIONIST.value)


# Why a due call waits for another day.
NO_MORE_TODAY = "they cannot be called any more today"


class Item(NamedTuple):
    """One line of the day. ``open`` is the span in which it can be done next (UTC)."""

    row: Row
    open: Span
    there: datetime
    waits: str = ""

    @property
    def is_call(self) -> bool:
        return self.row.kind in _CALLS

    def is_at_hand(self, now: datetime) -> bool:
        """Whether it can be done at a moment (aware UTC), or was agreed for one just after it."""
        return self.open.start <= (now + AT_HAND if self.row.exact else now)

    def overdue(self, today: date) -> int:
        """Days since its day has passed, as the calendar counts them."""
        return max(0, (today - self.row.day).days)


class Today(NamedTuple):
    """A day as the seeker faces it. ``first`` is the one next thing; ``more`` counts the rest."""

    at: datetime
    day: date
    first: Item | None
    then: tuple[Item, ...]
    waiting: tuple[Item, ...]
    coming: tuple[Item, ...]
    more: int
    open_openings: int
    coverage: Coverage
    silent: int
    planned_calls: int


class Read(NamedTuple):
    """What the book says of a day: the due rows, those that come next, and the counts."""

    due: list[Row]
    count_due: int
    coming: list[Row]
    open_openings: int
    coverage: Coverage
    silent: int
    planned_calls: int


def end_of_day(calendar: Calendar, now: datetime) -> datetime:
    """The moment at which the seeker's next day begins."""
    today = calendar.day_of(calendar.home, now)
    return calendar.at(calendar.home, today + timedelta(days=1), time.min)


def day_of(read: Read, calendar: Calendar, now: datetime) -> Today:
    """The day of these rows as of a moment (aware UTC)."""
    items = [item_in(calendar, row, now) for row in read.due]
    ready, waiting = _one_caller_each(items, end_of_day(calendar, now))
    ready.sort(key=lambda item: _urgency(item, now))
    return Today(
        at=now,
        day=calendar.day_of(calendar.home, now),
        first=ready[0] if ready else None,
        then=tuple(ready[1:]),
        waiting=tuple(waiting),
        coming=tuple(item_in(calendar, row, now) for row in read.coming),
        more=read.count_due - len(read.due),
        open_openings=read.open_openings,
        coverage=read.coverage,
        silent=read.silent,
        planned_calls=read.planned_calls,
    )


def place_of(row: Row) -> Place:
    """Where the person called is: their own place, else their employer's."""
    return row.place


def item_in(calendar: Calendar, row: Row, now: datetime) -> Item:
    """A row as a line of the day, with the span in which it can be done next."""
    there = calendar.now_there(row.place, now)
    if row.kind not in _CALLS or row.exact or now <= row.earliest:
        return Item(row, Span(row.earliest, row.latest), there)
    return Item(row, _span_from(calendar, row, there.date(), now), there)


def _span_from(calendar: Calendar, row: Row, day: date, now: datetime) -> Span:
    """The span in which an overdue call can next be made, from a day there, in its half of it."""
    half, place = Half(row.half) if row.half else None, row.place
    for span in narrowed(calendar, place, day, calendar.spans(place, day, half), row.best):
        if span.end > now:
            return Span(max(span.start, now), span.end)
    on, spans = calendar.next_callable(place, day + timedelta(days=1), half=half)
    return narrowed(calendar, place, on, spans, row.best)[0]


def _one_caller_each(items: list[Item], tomorrow: datetime) -> tuple[list[Item], list[Item]]:
    """Split into what can be done today and what must wait, with the reason for it."""
    now: list[Item] = []
    waiting: list[Item] = []
    called: dict[int, Item] = {}
    for item in items:
        row = item.row
        if not item.is_call or row.exact:
            now.append(item)
            continue
        first = called.setdefault(row.employer_id, item)
        if first is not item:
            waits = f"one call at a time for each employer: “{first.row.title}” comes first"
            waiting.append(Item(row, item.open, item.there, waits))
        elif item.open.start >= tomorrow:
            waiting.append(Item(row, item.open, item.there, NO_MORE_TODAY))
        else:
            now.append(item)
    return now, waiting


def _urgency(item: Item, now: datetime) -> tuple[int, datetime, datetime]:
    row = item.row
    if row.exact and item.is_at_hand(now):
        return 0, row.earliest, row.earliest
    if item.is_call and not row.exact and item.open.start <= now:
        return 1, item.open.end, row.earliest
    if not item.is_call and row.earliest <= now:
        return 2, row.latest, row.earliest
    return 3, item.open.start, row.earliest
