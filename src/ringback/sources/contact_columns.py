"""What each column of a list of people or employers holds, by what is known of its source."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from itertools import compress

from ringback.core.found import Found
from ringback.sources.cells import key
from ringback.sources.columns import Column, Field
from ringback.sources.row import column_name
from ringback.sources.tables import Table


class Part(StrEnum):
    """What a column can hold; those that a list of applications knows too have the same words."""

    EMPLOYER = Field.EMPLOYER.value
    SITE = Field.SITE.value
    SIZE = Field.SIZE.value
    DUNS = "employer's D-U-N-S number"
    PLACE = Field.PLACE.value
    CITY = Field.CITY.value
    REGION = Field.REGION.value
    COUNTRY = Field.COUNTRY.value
    SWITCHBOARD = Field.SWITCHBOARD.value
    EMPLOYER_MAIL = Field.EMPLOYER_MAIL.value
    PERSON = Field.PERSON.value
    FIRST_NAME = Field.FIRST_NAME.value
    MIDDLE_NAME = "contact's middle name"
    LAST_NAME = Field.LAST_NAME.value
    TITLE = Field.PERSON_TITLE.value
    LEVEL = "contact's level"
    FUNCTION = "contact's function"
    LINKEDIN = Field.LINKEDIN.value
    WEBSITE = "contact's page"
    PERSON_PLACE = "contact's place"
    PERSON_CITY = "contact's city"
    PERSON_REGION = "contact's region"
    PERSON_COUNTRY = "contact's country"
    PHONE = Field.PERSON_PHONE.value
    MOBILE = Field.MOBILE.value
    LABELLED = "number, by its label"
    MAIL = Field.PERSON_MAIL.value
    NOTE = Field.NOTE.value
    RESTRICTION = "restriction"


CALLS = frozenset({Part.PHONE, Part.MOBILE, Part.LABELLED, Part.SWITCHBOARD})
THEIR_CALLS = CALLS - {Part.SWITCHBOARD}
ROUTES = CALLS | {Part.MAIL, Part.EMPLOYER_MAIL}

More = Callable[[Found, str], Iterable[Found]]


def as_it_is(found: Found, written: str) -> Iterator[Found]:
    """A row that says one thing."""
    yield found


@dataclass(frozen=True, slots=True)
class Flag:
    """A column that bars routes: which parts, and the words for a flag that is merely set."""

    bars: frozenset[Part]
    words: str = ""


@dataclass(frozen=True, kw_only=True)
class Layout:
    """What is known of a source's files.

    ``columns`` says what a heading holds, the better of two columns first; where ``numbered``, a
    number in a heading stands for any. ``joined`` names columns that stand before a number in
    three pieces. ``people_only``: a row without a name says nothing. ``employer_by_mail``: nothing
    else tells the employer. ``content`` tells columns by what stands in them; ``more`` makes of a
    row (and its employer's cell as written) what it says beside, afresh for each reading;
    ``more_of_extra`` where it reads that out of what no part took.
    """

    key: str
    label: str
    columns: Mapping[str, Part]
    flags: Mapping[str, Flag] = field(default_factory=dict)
    joined: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    numbered: bool = False
    people_only: bool = False
    employer_by_mail: bool = False
    content: Callable[[Table], Mapping[int, Part]] = lambda table: {}
    more: Callable[[], More] = lambda: as_it_is
    more_of_extra: bool = False
    notes: tuple[str, ...] = ()

    @cached_property
    def ranks(self) -> Mapping[str, tuple[int, Part]]:
        """By comparable heading: what it holds, and how good it is for that."""
        return {
            self.name(heading): (rank, part) for rank, (heading, part) in enumerate(
                self.columns.items()
            )
        }  # fmt: skip

    def name(self, heading: str) -> str:
        """A heading made comparable."""
        return re.sub(r"\d+", "0", key(heading)) if self.numbered else key(heading)


@dataclass(frozen=True)
class Plan:
    """Where in a row each part stands, the best first; ``labels``, ``joined`` and ``flags`` by
    column; ``beside`` are the columns that no part took."""

    headings: tuple[str, ...]
    parts: Mapping[Part, tuple[int, ...]]
    labels: Mapping[int, int]
    joined: Mapping[int, tuple[int, ...]]
    flags: tuple[tuple[int, str, Flag], ...]
    beside: tuple[int, ...]
    said: frozenset[int]

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The headings; a column without one is told by its letter."""
        headings = enumerate(self.headings)
        return tuple(heading or column_name(Column(index, "", None)) for index, heading in headings)

    @cached_property
    def names_beside(self) -> tuple[str, ...]:
        """The names of the columns that no part took."""
        return tuple(self.names[index] for index in self.beside)

    @cached_property
    def _is_beside(self) -> tuple[bool, ...]:
        beside = frozenset(self.beside)
        return tuple(index in beside for index in range(len(self.headings)))

    def cells_beside(self, cells: Iterable[str]) -> tuple[str, ...]:
        """The cells of a row that stand in the columns that no part took."""
        return tuple(compress(cells, self._is_beside))

    def part_of(self, index: int) -> Part | None:
        if any(index == at for at, _, _ in self.flags):
            return Part.RESTRICTION
        return next((part for part, at in self.parts.items() if index in at), None)


def plan(table: Table, layout: Layout, told: Mapping[str, Field | None]) -> Plan:
    """What stands where in a table: by the user's word, the source's habit, the content."""
    said = {key(heading): wanted for heading, wanted in told.items()}
    width = max([len(table.headings), *(len(row.cells) for row in table.sample)])
    headings = (*table.headings, *[""] * (width - len(table.headings)))
    names = [layout.name(heading) for heading in headings]
    content = layout.content(table)
    # Best first; of "Phone 2" and "Phone 1", which stand alike, the lower number.
    found: list[tuple[tuple[int, str], int, Part]] = []
    by_user: set[int] = set()
    for index, heading in enumerate(headings):
        if key(heading) in said:
            by_user.add(index)
            part = _part(said[key(heading)])
            if part:
                found.append(((-1, ""), index, part))
        elif index in content:
            found.append(((len(layout.columns), ""), index, content[index]))
        elif names[index] in layout.ranks:
            rank, part = layout.ranks[names[index]]
            found.append(((rank, key(heading)), index, part))
    parts: dict[Part, tuple[int, ...]] = {}
    for _, index, part in sorted(found):
        parts[part] = (*parts.get(part, ()), index)
    at = {name: index for index, name in reversed([*enumerate(names)])}
    joined = {
        at[layout.name(number)]: tuple(at[layout.name(h)] for h in before if layout.name(h) in at)
        for number, before in layout.joined.items() if layout.name(number) in at
    }  # fmt: skip
    flags = tuple(
        (index, headings[index], flag)
        for heading, flag in layout.flags.items()
        for index, name in enumerate(names)
        if name == layout.name(heading) and index not in by_user
    )
    labels = _labels(headings, parts.get(Part.LABELLED, ()))
    taken = {index for _, index, _ in found} | {index for index, _, _ in flags}
    taken |= {index for before in joined.values() for index in before} | {*labels.values()}
    beside = tuple(index for index in range(width) if index not in taken)
    return Plan(headings, parts, labels, joined, flags, beside, frozenset(by_user))


def _part(wanted: Field | None) -> Part | None:
    return next((part for part in Part if wanted is not None and part.value == wanted.value), None)


def _labels(headings: tuple[str, ...], numbers: tuple[int, ...]) -> dict[int, int]:
    """For "Phone 2 - Value" the column "Phone 2 - Label" or "Phone 2 - Type"."""
    at = {key(heading): index for index, heading in enumerate(headings)}
    found = {}
    for index in numbers:
        stem = key(headings[index]).removesuffix("value")
        label = at.get(f"{stem}label", at.get(f"{stem}type"))
        if label is not None:
            found[index] = label
    return found
