"""The openings as a table: one page of them, chosen, sorted and counted by the database."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from django.db.models import Count, F, Q, QuerySet

from ringback.book.openings import Opening
from ringback.core.touches import Stage
from ringback.desk.desk import Desk
from ringback.desk.ended import taken_back
from ringback.desk.verb import reading

AT_ONCE = 100


class Order(StrEnum):
    """By what the table is sorted; each can be turned round."""

    DUE = "due"
    EMPLOYER = "employer"
    TITLE = "title"
    STAGE = "stage"
    SENT = "sent"


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which openings: ``stage`` empty means all but the closed ones; ``page`` counts from 1."""

    words: str = ""
    stage: str = ""
    step: str = ""
    order: Order = Order.DUE
    backwards: bool = False
    page: int = 1


@dataclass(frozen=True, slots=True)
class Line:
    """One opening of the table; ``sent_at`` is aware UTC, ``day`` the due day of its step.

    ``earliest`` is the moment of a step that is ``exact``, an interview's such as was agreed.
    ``taken_back`` tells that it is closed because its adding was taken back.
    """

    opening: int
    title: str
    employer: str
    place: str
    stage: str
    sent_at: datetime | None
    step: str | None
    day: date | None
    person: str | None
    earliest: datetime | None
    exact: bool | None
    taken_back: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A page of lines, how many there are in all, and how many stand at each stage."""

    lines: tuple[Line, ...]
    count: int
    page: int
    pages: int
    by_stage: tuple[tuple[str, int], ...]


_FIELDS = (
    "pk", "title", "employer__name", "place", "stage", "sent_at", "step__kind", "step__day",
    "step__person__name", "step__earliest", "step__exact",
)  # fmt: skip
_BY = {
    Order.DUE: "step__earliest",
    Order.EMPLOYER: "employer__name",
    Order.TITLE: "title",
    Order.STAGE: "stage",
    Order.SENT: "sent_at",
}


@reading
def table(desk: Desk, wanted: Wanted, at_once: int = AT_ONCE) -> Table:
    """The openings that are wanted, in three queries, or five, however many there are."""
    mine = Opening.objects.filter(search=desk.search)
    counts = dict(mine.values_list("stage").annotate(Count("pk")))
    rows = _chosen(mine, wanted)
    count = rows.count()
    pages = max(1, -(-count // at_once))
    page = min(max(1, wanted.page), pages)
    by = F(_BY[wanted.order])
    way = by.desc(nulls_last=True) if wanted.backwards else by.asc(nulls_last=True)
    first = (page - 1) * at_once
    found = rows.order_by(way, "pk").values_list(*_FIELDS)[first : first + at_once]
    lines = tuple(Line(*row) for row in found)
    if any(line.stage == Stage.CLOSED.value for line in lines):
        gone = taken_back(desk)
        lines = tuple(replace(line, taken_back=line.opening in gone) for line in lines)
    return Table(
        lines=lines,
        count=count,
        page=page,
        pages=pages,
        by_stage=tuple((stage.value, counts.get(stage.value, 0)) for stage in Stage),
    )


def _chosen(rows: "QuerySet[Opening]", wanted: Wanted) -> "QuerySet[Opening]":
    if wanted.stage:
        rows = rows.filter(stage=wanted.stage)
    else:
        rows = rows.exclude(stage=Stage.CLOSED.value)
    if wanted.step:
        rows = rows.filter(step__kind=wanted.step)
    for word in wanted.words.split():
        rows = rows.filter(
            Q(title__icontains=word)
            | Q(employer__name__icontains=word)
            | Q(place__icontains=word)
            | Q(step__person__name__icontains=word)
        )
    return rows
