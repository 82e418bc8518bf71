"""What an archive's records look like: one table a file, one row a line, every column of the book.

The columns are the models' own, so that a new one is never forgotten. Left out is what the book
computes (steps, stages) and what only means something inside one database (row numbers).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from django.db import models

from ringback.book.imports import Import, ImportRow
from ringback.book.journal import Document, SentDocument, Touch
from ringback.book.openings import Opening
from ringback.book.parties import Employer, Evidence, Merge, Person, Route, Search, Suppression
from ringback.book.ties import Position, Tie
from ringback.core.people import Function, Level, OpeningKind, RouteKind
from ringback.core.touches import Bar, Kind, Line, Purpose, Reason, Reply, Result, Via, Who

FORMAT = "ringback archive"
# Raised with every change to the columns below; a test holds the two together.
SCHEMA = 3


class Holds(StrEnum):
    """What a column holds, as JSON writes it."""

    TEXT = "text"
    WHOLE = "whole number"
    YES_NO = "true or false"
    UID = "uid"
    MOMENT = "moment in UTC"
    DAY = "day"
    CLOCK = "time of day"
    TREE = "list or object"
    ROW = "uid of a row"


@dataclass(frozen=True, slots=True)
class Column:
    """One column. ``to`` is the table whose row it names; ``words`` what alone may stand in it.

    ``most`` is the longest text, or the largest number; ``since`` the schema that brought it.
    """

    name: str
    holds: Holds
    null: bool = False
    most: int | None = None
    to: str = ""
    words: frozenset[str] = frozenset()
    since: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """One file of records. ``pointing`` are the columns that hold bare row numbers of the book.

    ``since`` is the schema that brought it: an older archive has no such file.
    """

    name: str
    model: type[models.Model]
    columns: tuple[Column, ...]
    pointing: Mapping[str, str] = field(default_factory=dict)
    since: int = 1

    def of(self, schema: int) -> tuple[Column, ...]:
        """The columns that an archive of this schema has."""
        return tuple(column for column in self.columns if column.since <= schema)

    @property
    def member(self) -> str:
        return f"records/{self.name}.jsonl"

    @property
    def has_uid(self) -> bool:
        return self.columns[0].name == "uid"


_LEFT_OUT: dict[type[models.Model], tuple[str, ...]] = {
    # The name is what one book calls it, and stands in the manifest.
    Search: ("name",),
    Opening: ("stage", "sent_at", "due_on", "followed_at", "answered_at"),
    Document: ("content",),
}

_WORDS: dict[tuple[type[models.Model], str], type[StrEnum]] = {
    (Person, "level"): Level,
    (Person, "function"): Function,
    (Route, "kind"): RouteKind,
    (Opening, "kind"): OpeningKind,
    (Touch, "kind"): Kind,
    (Touch, "line"): Line,
    (Touch, "who"): Who,
    (Touch, "result"): Result,
    (Touch, "reply"): Reply,
    (Touch, "via"): Via,
    (Touch, "purpose"): Purpose,
    (Touch, "bar"): Bar,
    (Touch, "reason"): Reason,
}

_NAMES: dict[type[models.Model], str] = {
    Search: "search",
    Employer: "employers",
    Person: "people",
    Route: "routes",
    Evidence: "evidence",
    Opening: "openings",
    Document: "documents",
    Import: "imports",
    ImportRow: "import_rows",
    Position: "positions",
    Tie: "ties",
    Touch: "touches",
    SentDocument: "sent_documents",
    Merge: "merges",
    Suppression: "suppressions",
}

# What came after the first schema; in an older archive these are empty.
_SINCE: dict[type[models.Model] | tuple[type[models.Model], str], int] = {
    Position: 2,
    Tie: 2,
    (Person, "best_from"): 2,
    (Person, "best_until"): 2,
    (Search, "language"): 3,
}

# Which table a bare row number belongs to; of a merge it depends on the merge's kind.
_POINTING: dict[type[models.Model], dict[str, str]] = {
    Import: {"options": ""},
    ImportRow: {"opening_id": "openings", "before": ""},
    Merge: {"kept": "", "gone": "", "moved": ""},
}


def _column(model: type[models.Model], of: models.Field[object, object]) -> Column:
    name, null = of.name, of.null
    if name in _POINTING.get(model, {}) and not isinstance(of, models.JSONField):
        return Column(name, Holds.ROW, null)
    if isinstance(of, models.ForeignKey):
        return Column(name, Holds.ROW, null, to=_NAMES[of.related_model])
    kinds: tuple[tuple[type[models.Field[object, object]], Holds], ...] = (
        (models.UUIDField, Holds.UID),
        (models.DateTimeField, Holds.MOMENT),
        (models.DateField, Holds.DAY),
        (models.TimeField, Holds.CLOCK),
        (models.BooleanField, Holds.YES_NO),
        (models.JSONField, Holds.TREE),
    )
    for kind, holds in kinds:
        if isinstance(of, kind):
            return Column(name, holds, null)
    if isinstance(of, models.IntegerField):
        most = 32_767 if isinstance(of, models.PositiveSmallIntegerField) else 2**31 - 1
        return Column(name, Holds.WHOLE, null, most)
    known = _WORDS.get((model, name))
    words = frozenset(word.value for word in known) if known else frozenset()
    # Only a touch's kind has to be there; its axes are empty where they do not apply.
    words |= {""} if model is Touch and name != "kind" and known else frozenset()
    return Column(name, Holds.TEXT, null, of.max_length, words=words)


def _table(model: type[models.Model]) -> Table:
    left_out = ("id", "search", *_LEFT_OUT.get(model, ()))
    fields = [one for one in model._meta.concrete_fields if one.name not in left_out]
    fields.sort(key=lambda one: one.name != "uid")
    columns = tuple(
        replace(_column(model, one), since=_SINCE.get((model, one.name), 1)) for one in fields
    )
    return Table(
        _NAMES[model], model, columns, _POINTING.get(model, {}), since=_SINCE.get(model, 1)
    )


# In this order a row comes after those that it names (merged records aside).
TABLES: tuple[Table, ...] = tuple(_table(model) for model in _NAMES)
