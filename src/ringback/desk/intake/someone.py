"""Somebody, as the book has them and as a row speaks of them."""

from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from ringback.core.facts import PersonFacts, profile
from ringback.core.found import FoundPerson
from ringback.core.names import PersonKey
from ringback.core.people import Function, Level
from ringback.core.places import Place
from ringback.core.titles import read_title
from ringback.desk.intake.ways import Way

# Words for a level that are no title: as such they would be read as something else.
_STAFF = frozenset({"non-manager", "non manager", "entry", "junior", "individual contributor"})


@dataclass(slots=True)
class Someone:
    """A person of the book as far as matching needs them.

    ``employer`` is 0 where none is known.
    """

    pk: int
    employer: int
    name: str
    parts: PersonKey
    key: str
    title: str
    level: str
    function: str
    is_hr: bool
    linkedin: str
    place: Place
    ways: list[Way]
    barred: bool = False
    into: int | None = None
    facts: PersonFacts | None = None


class ToldPerson(NamedTuple):
    """What a row says of a person, in the book's own terms."""

    found: FoundPerson
    name: str
    parts: PersonKey
    key: str
    ways: list[Way]
    place: Place


class Meant(NamedTuple):
    """Of whom a row speaks; ``twins`` are records of them at other employers."""

    someone: Someone
    new: bool
    twins: tuple[Someone, ...] = ()


def key_of(parts: PersonKey, name: str) -> str:
    """The comparable name as the book keeps it (see desk.parties.key_of_person)."""
    return (parts.folded or name.casefold())[:300]


def standing(found: FoundPerson) -> tuple[str, str, bool]:
    """Level, function and whether it is HR: by the title, else by the source's own words."""
    return _standing(found.title, found.level, found.function, found.board)


@lru_cache(maxsize=8192)
def _standing(title: str, level: str, function: str, board: bool) -> tuple[str, str, bool]:
    read = read_title(title)
    height = Level.BOARD if board else read.level
    if height is Level.UNKNOWN and level:
        height = Level.STAFF if level.casefold() in _STAFF else read_title(level).level
    work, is_hr = read.function, read.is_hr
    if work is Function.UNKNOWN and function:
        work = read_title(function).function
        is_hr = is_hr or work is Function.HR
    return height.value, work.value, is_hr


def together(employer: int, other: int) -> bool:
    """Whether two records can be one: of one employer, or of none that is known."""
    return employer == other or not employer or not other


def says_no_more(told: ToldPerson, employer: int, some: Someone) -> bool:
    """Whether a row tells nothing of somebody of this name that is not on file already.

    Then it is no doubt that has to be asked about: nothing is brought together.
    """
    found = told.found
    return (
        told.key == some.key
        and employer == some.employer
        and found.title in ("", some.title)
        and profile(found.linkedin) in ("", profile(some.linkedin))
        and told.place.or_else(some.place) == some.place
        and {way.value for way in told.ways} <= {way.value for way in some.ways}
    )


def fit(told: ToldPerson, employer: int, some: Someone) -> tuple[object, ...]:
    """How well somebody fits among several that may be meant; the older of two alike."""
    found = told.found
    values = {way.value for way in told.ways}
    return (
        not values.isdisjoint(way.value for way in some.ways),
        found.linkedin != "" and profile(found.linkedin) == profile(some.linkedin),
        employer == some.employer,
        told.key == some.key,
        found.title == some.title,
        told.place.city == some.place.city,
        -some.pk,
    )
