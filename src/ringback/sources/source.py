"""What a source is: how it is recognised, what it understands of a table, and what it reads."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from ringback.core.found import Found, Refused
from ringback.sources.columns import Field
from ringback.sources.tables import Table


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """What only the user can know of a file.

    ``day_first`` is the answer to the question of a date order (None: not asked yet). ``read_on``
    is the day of reading: in a sheet without any year, a day is the last of its name before it
    (None: it is refused). ``columns`` says for a heading which field it is (None: none), before
    anything is found out. ``seeker`` is the seeker's own name, where it is known: it tells which of
    two people in a list of messages is the one whose list it is. ``extra``: whether what no field
    took is wanted of a list of people as well.
    """

    day_first: bool | None = None
    read_on: date | None = None
    columns: Mapping[str, Field | None] = field(default_factory=dict)
    seeker: str = ""
    extra: bool = True


def nobody(table: Table) -> str:
    """The seeker's name in a table that does not tell it."""
    return ""


@dataclass(frozen=True, slots=True)
class UnderstoodColumn:
    """A column, what it was taken for (empty: kept beside) and why, with the first value in it."""

    heading: str
    meaning: str
    why: str = ""
    example: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Understanding:
    """What a source makes of a table, before anything is read into a book.

    ``date_order`` is in words, ``ask`` the one question to be put to the user (empty: none).
    ``rows`` counts what will come out as Found or Refused, ``blank`` the empty rows between them,
    ``passed`` the rows passed over for another reason: (where, why). ``notes`` are sentences.
    """

    source: str
    label: str
    name: str
    sheet: str = ""
    encoding: str = ""
    separator: str = ""
    heading_line: int = 0
    columns: tuple[UnderstoodColumn, ...] = ()
    date_order: str = ""
    ask: str = ""
    rows: int = 0
    blank: int = 0
    passed: tuple[tuple[str, str], ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One place that names and openings come from.

    ``recognise`` gives 0 where a table is none of its own, 90 and more for a signature that no
    other has, at most 50 where the columns merely make sense. ``read`` gives one Found or Refused
    for each row that is not passed over, and may raise Unreadable at any row.

    ``own``: its people are the seeker's own (an address book). ``family`` names the export that it
    is a part of: in a file of that family nothing else is made sense of. ``seeker`` reads the
    seeker's own name out of a table that has it. ``asks``: whether ``understood`` may have to ask.
    """

    key: str
    label: str
    recognise: Callable[[Table], int]
    read: Callable[[Table, ReadOptions], Iterator[Found | Refused]]
    understood: Callable[[Table, ReadOptions], Understanding]
    own: bool = False
    family: str = ""
    seeker: Callable[[Table], str] = nobody
    asks: bool = True
