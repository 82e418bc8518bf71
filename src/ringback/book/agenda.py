"""What is due: the rows of a day, read in one query from the kept steps."""

from datetime import date, datetime
from typing import NamedTuple

from ringback.book.asking import Value, ask, days, moments
from ringback.book.due_row import Row, rows_of
from ringback.book.parties import Search
from ringback.core.coverage import Coverage

# Each begins with the same columns, those of due_row.Row; a question is asked as it stands here.
_DUE = """
    SELECT s.opening_id, s.kind, @UTC(s.earliest), @UTC(s.latest), @DAY(s.day), s.why, s.attempt,
        s.purpose, s.exact, s.leave_voicemail, s.half, o.title, o.employer_id, e.name, o.stage,
        s.person_id, coalesce(p.name, ''), coalesce(p.spoken, ''), coalesce(p.title, ''),
        coalesce(r.value, ''), coalesce(r.extension, ''), coalesce(r.kind, ''), e.country, e.region,
        e.zone, e.city, p.country, p.region, p.zone, p.city, p.best_from, p.best_until
    FROM book_step s JOIN book_opening o ON o.id = s.opening_id
        JOIN book_employer e ON e.id = o.employer_id
        LEFT JOIN book_person p ON p.id = s.person_id LEFT JOIN book_route r ON r.id = s.route_id
    WHERE s.search_id = %s AND s.earliest < %s ORDER BY s.earliest, s.opening_id LIMIT %s
"""
_COMING = _DUE.replace("s.earliest < %s", "s.earliest >= %s")
_ONE = _DUE[: _DUE.index("WHERE")] + "WHERE s.opening_id = %s"
_DUE_BY = "(SELECT count(*) FROM book_step WHERE search_id = %s AND earliest < %s)"
_OPEN = "(SELECT count(*) FROM book_step WHERE search_id = %s)"
_FOLLOWED = """
    (SELECT count(*) FROM book_opening WHERE search_id = %s AND followed_at IS NOT NULL)
"""
_MISSED = """
    (SELECT count(*) FROM book_opening
     WHERE search_id = %s AND followed_at IS NULL AND due_on < %s)
"""
_SILENT = """
    (SELECT count(*) FROM book_opening
     WHERE search_id = %s AND sent_at IS NOT NULL AND answered_at IS NULL AND stage <> 'closed')
"""
_COVERED = "SELECT " + f"{_FOLLOWED}, {_MISSED}"
# All counts of a day in one question: each has its index, and asking takes longer than counting.
_COUNTS = "SELECT " + f"{_DUE_BY}, {_OPEN}, {_FOLLOWED}, {_MISSED}, {_SILENT}"


class Counts(NamedTuple):
    """The numbers of a day; ``silent`` were sent and have neither an answer nor an end."""

    due: int
    open: int
    coverage: Coverage
    silent: int


def due(search: Search, until: datetime, limit: int) -> list[Row]:
    """Steps whose window opens before ``until``, the longest open first."""
    return _rows(_DUE, search.pk, until, limit)


def coming(search: Search, after: datetime, limit: int) -> list[Row]:
    """Steps whose window opens at a moment or after it, the soonest first."""
    return _rows(_COMING, search.pk, after, limit)


def step_of(opening: int) -> Row | None:
    """The kept step of one opening."""
    return next(iter(_rows(_ONE, opening)), None)


def counts(search: Search, until: datetime, today: date) -> Counts:
    """How much there is: due before ``until``, open, covered as of ``today``, and silent."""
    pk = search.pk
    ((due, open, followed, missed, silent),) = ask(_COUNTS, pk, until, pk, pk, pk, today, pk)
    return Counts(due, open, Coverage(followed + missed, followed), silent)


def coverage(search: Search, today: date) -> Coverage:
    """Follow-up coverage of the search as of a day (see core.outreach.coverage)."""
    ((followed, missed),) = ask(_COVERED, search.pk, search.pk, today)
    return Coverage(followed + missed, followed)


def count_open(search: Search) -> int:
    """How many openings have a step."""
    ((count,),) = ask("SELECT " + _OPEN, search.pk)
    return int(count)


def _rows(question: str, *values: Value) -> list[Row]:
    found, moment_of, day_of = ask(question, *values), moments(), days()
    return list(
        rows_of(
            (*row[:2], moment_of(row[2]), moment_of(row[3]), day_of(row[4]), *row[5:])
            for row in found
        )
    )
