"""Which employer a row speaks of: one that is known, a new one, or one to be asked about."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import NamedTuple

from ringback.book.bulk import Bulk, rows_where
from ringback.book.parties import Employer, Search
from ringback.core.blocks import first_letters, names_and_places
from ringback.core.facts import EmployerFacts
from ringback.core.found import FoundEmployer
from ringback.core.names import employer_key
from ringback.core.places import NOWHERE, Place
from ringback.core.same_employers import Alike, alike_names, same_employer
from ringback.core.verdict import Answer
from ringback.desk.intake.marks import Marks
from ringback.desk.intake.taken import Doubt, Taken
from ringback.desk.intake.ways import Way, mails_in

_KEPT, _AT_ONCE = 4_000, 500
COLUMNS = ("name", "key", "domain", "duns", "size", "country", "region", "zone", "city")
_READ = ("id", "merged_into_id", *COLUMNS)


@dataclass(slots=True)
class Firm:
    """An employer of the book as far as matching needs it."""

    pk: int
    key: str
    facts: EmployerFacts
    size: int
    place: Place
    into: int | None = None


class Marked(NamedTuple):
    """What an employer is found by, and under what to look for it."""

    borne: frozenset[str]
    sought: frozenset[str]


@dataclass(slots=True)
class Told:
    """What a row says of its employer, in the book's own terms.

    ``alone`` is said of a tracker: the name that the seeker wrote stands for the employer.
    """

    found: FoundEmployer
    place: Place
    ways: list[Way]
    alone: bool = False
    doubts: list[str] = field(default_factory=list)
    key: str = field(init=False)
    facts: EmployerFacts = field(init=False)
    marks: Marked = field(init=False)

    def __post_init__(self) -> None:
        found, place = self.found, NOWHERE if self.alone else self.place
        self.key = employer_key(found.name)
        self.facts = EmployerFacts(
            name=found.name, duns=found.duns, domain=found.domain, city=place.city,
            region=place.region, country=place.country, mails=mails_in(self.ways),
            phones=frozenset(way.value for way in self.ways if "@" not in way.value),
        )  # fmt: skip
        self.marks = _marked(self.key, self.facts)


class Employers:
    """The employers of one search, found by what a row says of them; new ones are put on file."""

    def __init__(self, search: Search, bulk: Bulk) -> None:
        self.search = search
        self.bulk = bulk
        self._marks = Marks()
        self._firms: dict[int, Firm] = {}
        # What is put on file while some employers are expected, by its marks.
        self._fresh: dict[str, set[int]] = {}
        self._unwritten: set[int] = set()
        known = Employer.objects.filter(search=search, withdrawn_at__isnull=True)
        rows = known.values_list(*_READ).iterator(chunk_size=_AT_ONCE)
        while some := list(islice(rows, _AT_ONCE)):
            for firm in _firms(some):
                self._marks.add(_marked(firm.key, firm.facts).borne, firm.pk)

    def expect(self, some: Sequence[Told]) -> list[set[int]]:
        """Look up all at once who is worth comparing with these; for ``find``, in their order."""
        sharing = [self._marks.sharing(told.marks.sought) for told in some]
        self._fresh.clear()
        if len(self._firms) >= _KEPT:
            self._firms.clear()
        self._load({pk for pks in sharing for pk in pks if pk not in self._firms})
        return sharing

    def find(
        self, one: Taken, told: Told, expected: set[int], works_there: Callable[[int], bool]
    ) -> Firm:
        """The employer of a row: known, or new; which of the two may have to be asked.

        An employer of this very name is no doubt where the row's person is known to work
        (``works_there``).
        """
        key, facts = told.key, told.facts
        fresh = (self._fresh[mark] for mark in told.marks.sought & self._fresh.keys())
        candidates = [self.firm(pk) for pk in expected.union(*fresh)]
        if told.alone:
            named = [firm for firm in candidates if firm.key == key]
            if named:
                return self._now(min(named, key=lambda firm: firm.pk))
        worth = (firm for firm in candidates if _may_be(facts, firm.facts))
        judged = [(same_employer(facts, firm.facts), firm) for firm in worth]
        same = [firm for verdict, firm in judged if verdict.answer is Answer.SAME] or [
            firm
            for verdict, firm in judged
            if verdict.answer is Answer.ASK and key == firm.key and works_there(firm.pk)
        ]
        if same:
            best = self._now(max(same, key=lambda firm: _fit(key, facts, firm)))
            self._fill(one, best, told)
            return best
        made = self._make(told)
        one.employers = (made.pk,)
        asked = [(verdict, firm) for verdict, firm in judged if verdict.answer is Answer.ASK]
        if asked:
            verdict, firm = max(asked, key=lambda pair: _fit(key, facts, pair[1]))
            known = self._now(firm)
            why = ", ".join(verdict.reasons)
            one.ask(Doubt("employer", known.pk, made.pk, f"{known.facts.name}: {why}"))
        return made

    def knows_all(self, pk: int, told: Told) -> bool:
        """Whether a row tells nothing of an employer that is not on file."""
        firm, facts = self.firm(pk), told.facts
        return (
            facts.domain in ("", firm.facts.domain)
            and facts.duns in ("", firm.facts.duns)
            and told.place.or_else(firm.place) == firm.place
            and facts.phones <= firm.facts.phones
            and facts.mails <= firm.facts.mails
        )

    def standing(self, pk: int) -> int:
        """Who stands for an employer since."""
        return self._now(self.firm(pk)).pk

    def firm(self, pk: int) -> Firm:
        """An employer by its number."""
        firm = self._firms.get(pk)
        return self._load({pk})[0] if firm is None else firm

    def reached(self, pk: int, ways: Sequence[Way]) -> None:
        """Learn that an employer is reached in these ways."""
        firm = self.firm(pk)
        phones = firm.facts.phones | {way.value for way in ways if "@" not in way.value}
        mails = firm.facts.mails | mails_in(ways)
        if phones != firm.facts.phones or mails != firm.facts.mails:
            firm.facts = replace(firm.facts, phones=phones, mails=mails)
            self._learn(firm)

    def placed(self, pk: int, place: Place) -> None:
        """Learn where an employer is."""
        firm = self.firm(pk)
        firm.place = place
        firm.facts = replace(firm.facts, country=place.country)

    def write(self) -> None:
        """Put the new ones into the book."""
        self.bulk.write()
        self._unwritten.clear()

    def close(self) -> None:
        self._marks.close()

    def _make(self, told: Told) -> Firm:
        found, place, key, facts = told.found, told.place, told.key, told.facts
        name = " ".join(found.name.split())
        pk = self.bulk.add(
            name, key, found.domain, found.duns, found.size,
            place.country, place.region, place.zone, place.city,
        )  # fmt: skip
        self._unwritten.add(pk)
        if told.alone:
            facts = replace(facts, city=place.city, region=place.region, country=place.country)
        firm = Firm(pk, key, facts, found.size, place)
        self._learn(firm, _marked(key, facts) if told.alone else told.marks)
        return firm

    def _fill(self, one: Taken, firm: Firm, told: Told) -> None:
        """Fill in what the book does not know of an employer; what it knows stays."""
        found, facts, place = told.found, firm.facts, told.place
        fresh: dict[str, str | int] = {}
        if found.domain and not facts.domain:
            fresh["domain"] = found.domain
        if found.duns and not facts.duns:
            fresh["duns"] = found.duns
        if found.size and not firm.size:
            fresh["size"] = found.size
        if not told.alone:
            filled = firm.place.or_else(place)
            fresh |= {
                name: value
                for name in ("country", "region", "zone", "city")
                if (value := getattr(filled, name)) != getattr(firm.place, name)
            }
            firm.place = filled
        if not fresh:
            return
        if firm.pk in self._unwritten:
            self.write()
        Employer.objects.filter(pk=firm.pk).update(**fresh)
        one.fill("employers", firm.pk, fresh)
        firm.size = firm.size or found.size
        firm.facts = replace(
            facts, domain=facts.domain or found.domain, duns=facts.duns or found.duns,
            city=firm.place.city, region=firm.place.region, country=firm.place.country,
        )  # fmt: skip
        self._learn(firm)

    def _learn(self, firm: Firm, marks: Marked | None = None) -> None:
        self._firms[firm.pk] = firm
        borne = (marks or _marked(firm.key, firm.facts)).borne
        self._marks.add(borne, firm.pk)
        for mark in borne:
            self._fresh.setdefault(mark, set()).add(firm.pk)

    def _now(self, firm: Firm) -> Firm:
        """Who stands for a merged employer."""
        while firm.into is not None:
            firm = self.firm(firm.into)
        return firm

    def _load(self, pks: set[int]) -> list[Firm]:
        if not pks:
            return []
        if not self._unwritten.isdisjoint(pks):
            self.write()
        rows = rows_where("book_employer", ", ".join(_READ), "id", [], pks)
        found = list(_firms([*rows]))
        self._firms |= {firm.pk: firm for firm in found}
        return found


_Row = tuple[int, int | None, str, str, str, str, int, str, str, str, str]


def _firms(rows: Sequence[_Row]) -> Iterator[Firm]:
    """Employers as they are on file, with the ways to reach them."""
    ways: dict[int, list[str]] = {}
    pks = [row[0] for row in rows]
    for pk, value in rows_where("book_route", "employer_id, value", "employer_id", [], pks):
        ways.setdefault(pk, []).append(value)
    for pk, into, name, key, domain, duns, size, country, region, zone, city in rows:
        values = ways.get(pk, ())
        facts = EmployerFacts(
            name=name, duns=duns, domain=domain, city=city, region=region, country=country,
            phones=frozenset(value for value in values if "@" not in value),
            mails=frozenset(value for value in values if "@" in value),
        )  # fmt: skip
        yield Firm(pk, key, facts, size, Place(country, region, zone, city), into)


def _marked(key: str, facts: EmployerFacts) -> Marked:
    """Core's blocks, and how the employer is written.

    The letters of a long name are looked for among names, and a name among letters: two long names
    of the same letters have nothing else in common.
    """
    names, letters = names_and_places(facts), first_letters(facts)
    written = {f"k:{key}", f"=:{key}|{facts.city}|{facts.duns}|{facts.domain}"}
    as_letters = {f"i{mark}" for mark in names if mark.startswith("n:")}
    own_letters = {f"i{mark}" for mark in letters}
    return Marked(names | own_letters | written, names | letters | as_letters | written)


def _may_be(facts: EmployerFacts, other: EmployerFacts) -> bool:
    """Whether two records can be judged anything but different."""
    if (facts.duns and facts.duns == other.duns) or (facts.site and facts.site == other.site):
        return True
    pairs = ((one, two) for one in facts.names for two in other.names)
    return any(alike_names(one, two) is not Alike.NOT for one, two in pairs)


def _fit(key: str, facts: EmployerFacts, firm: Firm) -> tuple[object, ...]:
    """How well an employer fits among several that may be meant; the older of two alike."""
    there = firm.facts
    return (
        facts.duns != "" and facts.duns == there.duns,
        facts.domain != "" and facts.domain == there.domain,
        not facts.phones.isdisjoint(there.phones),
        key == firm.key,
        facts.city != "" and facts.city == there.city,
        -firm.pk,
    )
