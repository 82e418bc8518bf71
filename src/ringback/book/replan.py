"""Keeping each opening's step and stage with the touches from which they follow."""

from collections.abc import Collection, Iterable, Iterator
from enum import StrEnum
from itertools import islice
from typing import NamedTuple

from django.db import connection

from ringback.book.asking import ask, at_once, put_as
from ringback.book.openings import Opening as OpeningRow
from ringback.book.openings import Step as StepRow
from ringback.book.parties import Search
from ringback.book.values import Kept, Party, cadence_of, calendar_of, parties
from ringback.core.cadence import Cadence
from ringback.core.ground import Ground
from ringback.core.planner import Outlook, outlook
from ringback.core.steps import Closed, Step, StepKind
from ringback.core.touches import Purpose, Stage, live
from ringback.core.workdays import Calendar, Half

_AT_ONCE = 400
_COLUMNS = (
    "kind", "earliest", "latest", "day", "person_id", "route_id", "why", "attempt", "purpose",
    "exact", "leave_voicemail", "half",
)  # fmt: skip
_DERIVED = ("stage", "sent_at", "due_on", "followed_at", "answered_at")

_EMPLOYERS = "SELECT DISTINCT employer_id FROM book_opening WHERE search_id = %s"
# Said to the database directly: through the models, writing took three times the planning.
_KEEP_STEP = """
    INSERT INTO book_step (opening_id, search_id, kind, earliest, latest, day, person_id, route_id,
        why, attempt, purpose, exact, leave_voicemail, half)
    VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s)
    ON CONFLICT (opening_id) DO UPDATE SET kind = excluded.kind, earliest = excluded.earliest,
        latest = excluded.latest, day = excluded.day, person_id = excluded.person_id,
        route_id = excluded.route_id, why = excluded.why, attempt = excluded.attempt,
        purpose = excluded.purpose, exact = excluded.exact,
        leave_voicemail = excluded.leave_voicemail, half = excluded.half
"""
_KEEP_DERIVED = """
    UPDATE book_opening SET stage = %s, sent_at = %s, due_on = %s, followed_at = %s,
        answered_at = %s
    WHERE id = %s
"""


# A member's own value is looked up anew each time it is asked for.
_WORD: dict[StrEnum | None, str] = {
    None: "",
    **{word: word.value for words in (Stage, StepKind, Purpose, Half) for word in words},
}


class _Nothing(NamedTuple):
    sent_at: None = None
    due_on: None = None
    followed_at: None = None
    answered_at: None = None


_NOTHING_SENT = _Nothing()


class Planned(NamedTuple):
    """What the planner says of one opening, and what the book keeps of it, column by column."""

    opening: int
    outlook: Outlook
    says: Kept
    kept: Kept


def plan(search: Search, employers: Collection[int] | None = None) -> Iterator[Planned]:
    """What the planner says of every opening at these employers (None: of the whole search)."""
    cadence = cadence_of(search)
    calendar = calendar_of(search, cadence)
    if employers is None:
        employers = [pk for (pk,) in ask(_EMPLOYERS, search.pk)]
    ids = sorted(employers)
    for start in range(0, len(ids), _AT_ONCE):
        for party in parties(search, ids[start : start + _AT_ONCE]):
            yield from plan_party(party, cadence, calendar)


def plan_party(party: Party, cadence: Cadence, calendar: Calendar) -> Iterator[Planned]:
    """What the planner says of every opening at one employer."""
    record = live(party.touches)
    for opening in party.openings:
        pk = int(opening.id)
        found = outlook(opening, record, cadence, calendar)
        says = Kept(_derived(found), _columns(found.step))
        yield Planned(pk, found, says, party.kept[pk])


def standing(search: Search, opening: OpeningRow) -> Ground:
    """The ground of one opening as it is now: its value, situation, people and rules."""
    cadence = cadence_of(search)
    calendar = calendar_of(search, cadence)
    (party,) = parties(search, [opening.employer_id])
    value = next(one for one in party.openings if one.id == str(opening.pk))
    return Ground(value, live(party.touches), cadence, calendar)


def grounds(search: Search, employers: Collection[int]) -> Iterator[Ground]:
    """The same of every opening at these employers, which are some hundred at most."""
    cadence = cadence_of(search)
    calendar = calendar_of(search, cadence)
    for party in parties(search, employers):
        record = live(party.touches)
        for opening in party.openings:
            yield Ground(opening, record, cadence, calendar)


def replan(search: Search, employers: Collection[int] | None = None) -> int:
    """Write the step and stage of every opening at these employers; how many differed.

    To be called inside the transaction that added the touch.
    """
    changed = 0
    planned = plan(search, employers)
    while batch := list(islice(planned, _AT_ONCE)):
        changed += _write(search, batch)
    return changed


def replan_opening(
    search: Search, opening: OpeningRow, employers: Collection[int]
) -> StepRow | None:
    """The same, one of their openings kept in step; what its step is now (None: closed)."""
    planned = list(plan(search, employers))
    _write(search, planned)
    own = next(one for one in planned if one.opening == opening.pk)
    for name, value in zip(_DERIVED, own.says.derived, strict=True):
        setattr(opening, name, value)
    if own.says.step is None:
        return None
    values = dict(zip(_COLUMNS, own.says.step, strict=True))
    return StepRow(opening=opening, search=search, **values)


def differing(planned: Iterable[Planned]) -> list[Planned]:
    """Those for which the book keeps something else than the planner says."""
    return [one for one in planned if one.kept != one.says]


def _derived(outlook: Outlook) -> tuple[object, ...]:
    sent = outlook.outreach or _NOTHING_SENT
    return (_WORD[outlook.stage], sent.sent_at, sent.due_on, sent.followed_at, sent.answered_at)


def _columns(step: Step | Closed) -> tuple[object, ...] | None:
    if isinstance(step, Closed):
        return None
    return (
        _WORD[step.kind],
        step.earliest,
        step.latest,
        step.day,
        int(step.person) if step.person else None,
        int(step.route) if step.route else None,
        step.why[:400],
        step.attempt,
        _WORD[step.purpose],
        step.exact,
        step.leave_voicemail,
        _WORD[step.half],
    )


def _write(search: Search, planned: Collection[Planned]) -> int:
    """Write what differs, steps and what else is derived each for itself."""
    changed = differing(planned)
    if not changed:
        return 0
    closed = [one.opening for one in changed if one.says.step is None]
    if closed:
        StepRow.objects.filter(opening_id__in=closed).delete()
    put = put_as()
    steps, derived = [], []
    for one in changed:
        step, (stage, *days) = one.says.step, one.says.derived
        if step is not None and step != one.kept.step:
            kind, earliest, latest, day, *others = step
            steps.append(
                (one.opening, search.pk, kind, put(earliest), put(latest), put(day), *others)
            )
        if one.says.derived != one.kept.derived:
            derived.append((stage, *map(put, days), one.opening))
    with at_once(), connection.cursor() as cursor:
        if steps:
            cursor.executemany(_KEEP_STEP, steps)
        if derived:
            cursor.executemany(_KEEP_DERIVED, derived)
    return len(changed)
