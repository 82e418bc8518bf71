"""Today at a glance: the same day as ``desk.today``, read from the book's file without Django."""

import sqlite3
from collections.abc import Callable
from datetime import datetime

from ringback.book.file import BookFile, SearchFacts, opened
from ringback.book.kept_years import KeptYears
from ringback.core.workdays import Calendar, Hours
from ringback.desk.day import AT_ONCE, SOON, Read, Today, day_of, end_of_day
from ringback.home import Home


def glance(
    home: Home,
    name: str,
    now_of: Callable[[Calendar], datetime],
    hours_of: Callable[[str], Hours],
) -> Today | None:
    """The day of a search.

    ``now_of`` says as of which moment (aware UTC), ``hours_of`` gives the calling hours of a
    cadence as it is written; both may raise ValueError.

    None wherever anything stands in the way: no such search, another database, a book that is
    damaged, locked or of another version. The desk then does the same, and says what is wrong.
    """
    if home.database or not home.book.exists():
        return None
    try:
        with opened(home.book) as book:
            search = book.search(name) if book.is_current() else None
            if search is None:
                return None
            calendar = Calendar(
                hours=hours_of(search.cadence),
                days_off=search.days_off,
                home=search.home,
                years=KeptYears(home.folder),
            )
            return _day(book, search, calendar, now_of(calendar))
    except (sqlite3.Error, ValueError):
        return None


def _day(book: BookFile, search: SearchFacts, calendar: Calendar, now: datetime) -> Today:
    tomorrow = end_of_day(calendar, now)
    rows = book.due(search.id, tomorrow, AT_ONCE)
    full = len(rows) == AT_ONCE
    read = Read(
        due=rows,
        count_due=book.count_due(search.id, tomorrow) if full else len(rows),
        coming=[] if rows else book.coming(search.id, tomorrow, SOON),
        open_openings=book.count_open(search.id),
        coverage=book.coverage(search.id, calendar.day_of(calendar.home, now)),
        silent=book.silent(search.id),
        planned_calls=search.plan_calls,
    )
    return day_of(read, calendar, now)
