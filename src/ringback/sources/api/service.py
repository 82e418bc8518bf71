"""What a research service is: what it needs, what it would be asked, what came of asking it."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from ringback.core.found import Found
from ringback.sources.api.client import Client
from ringback.sources.api.parts import Json
from ringback.sources.api.secret import Secret
from ringback.sources.api.statuses import Meanings
from ringback.sources.contact_columns import Layout
from ringback.sources.contact_lists import read
from ringback.sources.json_records import table_of_records
from ringback.sources.source import ReadOptions
from ringback.sources.unreadable import Unreadable


def as_they_come(titles: Sequence[str]) -> Sequence[int]:
    """No title before another."""
    return range(len(titles))


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Whom a service is asked about.

    ``person``: only this one. ``most`` is how many of the service's units may be used (see
    Service). ``order`` gives, of a list of titles, the places of those worth asking for, the best
    first.
    """

    employer: str
    domain: str = ""
    duns: str = ""
    city: str = ""
    country: str = ""
    person: str = ""
    most: int = 1
    order: Callable[[Sequence[str]], Sequence[int]] = as_they_come


@dataclass(frozen=True, slots=True)
class Planned:
    """A request that would be made: method and address without a key, what for, units at most."""

    request: str
    says: str
    units: int = 0


@dataclass(frozen=True, slots=True)
class Told:
    """What a service says of one person, and how sure it is: the words of the evidence."""

    found: Found
    sureness: str


@dataclass(slots=True)
class Answer:
    """What came of asking; ``used`` counts the units that were used, as far as that is known."""

    told: list[Told] = field(default_factory=list)
    used: int = 0
    notes: list[str] = field(default_factory=list)

    def keep(self, records: Iterable[tuple[Json, str]], layout: Layout) -> None:
        """Add the people that these records name, read as the service's files are."""
        nameless = 0
        for record, sureness in records:
            found = next(found_in(record, layout), None)
            if found is None or found.person is None:
                nameless += 1
            else:
                self.told.append(Told(found, sureness))
        if nameless:
            self.notes.append(f"Left out, because no person is named: {nameless}.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """A part of a key: its environment variable, its entry in the keyring, what it is called."""

    variable: str
    entry: str
    says: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """A service that can be asked.

    ``unit`` is what it counts ("credit"), ``usual`` how many are used where nobody says another
    number (``usual_for_one`` where one person is asked for), ``largest`` the bound. ``costs`` says
    in a sentence what a unit buys, ``terms`` where a key comes from.
    """

    key: str
    label: str
    base: str
    needs: tuple[Need, ...]
    unit: str
    usual: int
    usual_for_one: int = 1
    largest: int
    costs: str
    terms: str
    meanings: Meanings
    plan: Callable[[str, Question], Sequence[Planned]]
    ask: Callable[[Client, Mapping[str, Secret], Question], Answer]


def found_in(record: Json, layout: Layout) -> Iterator[Found]:
    """What one record says; nothing where it says nothing."""
    table = table_of_records([record], Path(layout.label))
    for entry in read(table, ReadOptions(), layout):
        if isinstance(entry, Found):
            yield entry


def later_pages(answer: Answer, ask: Callable[[], bool]) -> None:
    """Ask on while ``ask`` says there is more; trouble after the first is noted, not raised.

    What was paid for already is never lost to a page that did not come.
    """
    more = True
    while more:
        try:
            more = ask()
        except Unreadable as error:
            if not answer.told:
                raise
            answer.notes.append(f"There is more, which was not had: {error.sentence}")
            return
