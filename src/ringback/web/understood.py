"""A table of a file as a page shows it: its columns, and what each of them may be said to be."""

from dataclasses import dataclass

from ringback.sources.columns import Field
from ringback.sources.contact_columns import Part
from ringback.sources.registry import source
from ringback.sources.source import Understanding, UnderstoodColumn
from ringback.sources.unreadable import Unreadable

MOST_COLUMNS = 120
MOST_PASSED = 20
_NAMING = frozenset(
    {Field.EMPLOYER.value, Field.PERSON.value, Field.FIRST_NAME.value, Field.LAST_NAME.value,
     Field.PERSON_MAIL.value}
)  # fmt: skip
_PARTS = frozenset(part.value for part in Part)
_LISTS = tuple(Field)
_PEOPLE = tuple(field for field in Field if field.value in _PARTS)


@dataclass(frozen=True)
class Shown:
    """A table as it is shown, and what each of its columns may be said to be (empty: nothing)."""

    told: Understanding
    fields: tuple[Field, ...]

    @property
    def names_somebody(self) -> bool:
        """Whether a row of it can be read at all: it names an employer, or somebody."""
        meanings = {column.meaning for column in self.told.columns}
        return not self.fields or bool(meanings & _NAMING)

    @property
    def columns(self) -> tuple[UnderstoodColumn, ...]:
        return self.told.columns[:MOST_COLUMNS]

    @property
    def more(self) -> int:
        return max(0, len(self.told.columns) - MOST_COLUMNS)

    @property
    def is_list(self) -> bool:
        """Whether it is a list of applications, of which a column not understood is kept."""
        return self.fields is _LISTS

    @property
    def words(self) -> frozenset[str]:
        return frozenset(field.value for field in self.fields)

    @property
    def passed(self) -> tuple[tuple[str, str], ...]:
        return self.told.passed[:MOST_PASSED]

    @property
    def more_passed(self) -> int:
        return len(self.told.passed[MOST_PASSED:])


def shown(table: Understanding) -> Shown:
    """A table with what its columns may be said to be."""
    return Shown(table, _fields(table.source))


def _fields(key: str) -> tuple[Field, ...]:
    """What a column of this source's tables may be said to be; empty where it is known for good."""
    try:
        known = source(key)
    except Unreadable:
        return ()
    if not known.asks:
        return _PEOPLE
    return () if known.family else _LISTS
