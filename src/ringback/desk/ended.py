"""An opening that is closed, or out of the book again because its adding was taken back."""

from uuid import UUID

from django.db.models import QuerySet

from ringback.book.journal import Touch
from ringback.book.openings import Opening
from ringback.book.suppress import struck_uids
from ringback.core.touches import Kind, Stage
from ringback.desk.desk import Desk
from ringback.desk.refusal import Code, Refusal
from ringback.desk.verb import reading


def named(opening: Opening) -> str:
    """An opening as one speaks of it."""
    return f"{opening.title or 'Letter'} at {opening.employer.name}"


def must_be_open(opening: Opening) -> None:
    """Raises Refusal (closed) for an opening on which nothing can be done."""
    if opening.stage == Stage.CLOSED.value:
        raise closed(opening)


def closed(opening: Opening) -> Refusal:
    """The refusal for an opening that is closed, with the command that opens it again."""
    return Refusal(
        Code.CLOSED, f"“{named(opening)}” is closed.",
        f"Reopen it first: `ringback reopen {opening.pk}`.",
    )  # fmt: skip


@reading
def never_added(desk: Desk, opening: Opening) -> bool:
    """Whether it is as if it had never been added: that was taken back."""
    return bool(_gone(_additions(desk).filter(opening=opening), _struck(desk, opening)))


@reading
def taken_back(desk: Desk) -> frozenset[int]:
    """All openings of a search that are as if they had never been added."""
    of_closed = _additions(desk).filter(opening__stage=Stage.CLOSED.value)
    return _gone(of_closed, struck_uids(desk.search)) if of_closed.exists() else frozenset()


@reading
def strikes_of_adding(desk: Desk, opening: Opening) -> tuple[UUID, ...]:
    """The strikes that took its adding back, with what was taken back in the same act."""
    struck, rows = _struck(desk, opening), Touch.objects.filter(search=desk.search, opening=opening)
    strikes = [one for one in rows.filter(kind=Kind.STRUCK.value) if one.uid not in struck]
    adding = set(_additions(desk).filter(opening=opening).values_list("uid", flat=True))
    acts = {one.together or one.uid for one in strikes if one.strikes in adding}
    return tuple(one.uid for one in strikes if (one.together or one.uid) in acts)


@reading
def last_taken_back(desk: Desk) -> Opening | None:
    """Where something was taken back last that still is; None where nothing is."""
    struck = struck_uids(desk.search)
    rows = Touch.objects.filter(search=desk.search, kind=Kind.STRUCK.value, imported=None)
    for row in rows.select_related("opening__employer").order_by("-pk").iterator(chunk_size=50):
        if row.strikes in struck and row.uid not in struck:
            return row.opening
    return None


def _additions(desk: Desk) -> QuerySet[Touch]:
    return Touch.objects.filter(search=desk.search, kind=Kind.ADDED.value)


def _gone(additions: QuerySet[Touch], struck: frozenset[UUID]) -> frozenset[int]:
    """The openings of which no addition stands."""
    rows = list(additions.values_list("opening_id", "uid"))
    standing = {opening for opening, uid in rows if uid not in struck}
    return frozenset(opening for opening, _ in rows) - standing


def _struck(desk: Desk, opening: Opening) -> frozenset[UUID]:
    return struck_uids(desk.search, opening.pk)
