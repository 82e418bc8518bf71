"""Today: one next thing on top, ready to do; the rest of the day; what must wait, and why."""

from ringback.book import agenda
from ringback.desk.day import AT_ONCE, SOON, Item, Read, Today, day_of, end_of_day, item_in
from ringback.desk.desk import Desk
from ringback.desk.verb import reading


@reading
def today(desk: Desk, limit: int = AT_ONCE) -> Today:
    """What there is to do on the desk's day, the one next thing first.

    Moments that others named come first, then calls that can be made now, then work at the desk,
    then calls whose hours come later in the day; what must wait says why.
    """
    calendar, search = desk.calendar, desk.search
    tomorrow = end_of_day(calendar, desk.now)
    rows = agenda.due(search, tomorrow, limit)
    counts = agenda.counts(search, tomorrow, desk.today)
    read = Read(
        due=rows,
        count_due=counts.due if len(rows) == limit else len(rows),
        coming=[] if rows else agenda.coming(search, tomorrow, SOON),
        open_openings=counts.open,
        coverage=counts.coverage,
        silent=counts.silent,
        planned_calls=search.plan_calls,
    )
    return day_of(read, calendar, desk.now)


@reading
def item_of(desk: Desk, opening: int) -> Item | None:
    """The line of one opening, whatever its day."""
    row = agenda.step_of(opening)
    return item_in(desk.calendar, row, desk.now) if row is not None else None
