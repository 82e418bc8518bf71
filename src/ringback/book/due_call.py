"""Whom the kept step of an opening says to call, and on which number."""

from django.db import DEFAULT_DB_ALIAS

from ringback.book.asking import ask
from ringback.book.parties import Person, Route
from ringback.core.steps import StepKind

# What a call that is logged needs to know of them; the models read the rest where it is asked for.
_PERSON = ("id", "search_id", "employer_id", "name", "title", "key")
_ROUTE = ("id", "search_id", "employer_id", "person_id", "kind", "value", "extension")
_CALLS = (StepKind.CALL.value, StepKind.ASK_RECEPTIONIST.value)
_DUE_CALL = """
    SELECT s.kind, p.id, p.search_id, p.employer_id, p.name, p.title, p.key,
        r.id, r.search_id, r.employer_id, r.person_id, r.kind, r.value, r.extension
    FROM book_step s LEFT JOIN book_person p ON p.id = s.person_id
        LEFT JOIN book_route r ON r.id = s.route_id
    WHERE s.opening_id = %s
"""


def due_call(opening: int) -> tuple[Person | None, Route | None] | None:
    """The person (None: the switchboard) and the route of its next call.

    None where its step is no call, or where it has none.
    """
    for kind, *columns in ask(_DUE_CALL, opening):
        if kind in _CALLS:
            person, route = columns[: len(_PERSON)], columns[len(_PERSON) :]
            return (
                Person.from_db(DEFAULT_DB_ALIAS, _PERSON, person) if person[0] else None,
                Route.from_db(DEFAULT_DB_ALIAS, _ROUTE, route) if route[0] else None,
            )
    return None
