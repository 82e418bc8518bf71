"""Which employer a row speaks of: one that is known, a new one, or one to be asked about."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

from ringback.book.bulk import Bulk
from ringback.book.parties import Employer, Route, Search
from ringback.core.blocks import employer_blocks
from ringback.core.facts import EmployerFacts
from ringback.core.found import FoundEmployer
from ringback.core.names import employer_key
from ringback.core.places import NOWHERE, Place
from ringback.core.same_employers import same_employer
from ringback.core.verdict import Answer
from ringback.desk.intake.marks import Marks
from ringback.desk.intake.taken import Doubt, Taken
from ringback.desk.intake.ways import Way, mails_in

_KEPT, _AT_ONCE = 4_000, 500
COLUMNS = ("name", "key", "domain", "duns", "size", "country", "region", "zone", "city")
_READ = ("pk", "merged_into_id", *COLUMNS)


@dataclass(slots=True)
class Firm:
    """An employer of the book as far as matching needs it."""

    pk: int
    key: str
    facts: EmployerFacts
    size: int
    place: Place
    into: int | None = None


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


class Employers:
    """The employers of one search, found by what a row says of them; new ones are put on file."""

    def __init__(self, search: Search, bulk: Bulk) -> None:
        self.search = search
        self.bulk = bulk
        self._marks = Marks()
        self._firms: dict[int, Firm] = {}
        self._unwritten: set[int] = set()
        known = Employer.objects.filter(search=search, withdrawn_at__isnull=True)
        rows = known.values_list(*_READ).iterator(chunk_size=_AT_ONCE)
        while some := list(islice(rows, _AT_ONCE)):
            for firm in _firms(some):
                self._learn(firm)

    def find(self, one: Taken, told: Told) -> Firm:
        """The employer of a row: known, or new; which of the two may have to be asked."""
        found = told.found
        key = employer_key(found.name)
        facts = _facts(told)
        candidates = self._all(self._marks.sharing(_marks(key, facts, told.place)))
        if told.alone:
            named = [firm for firm in candidates if firm.key == key]
            if named:
                return self._now(min(named, key=lambda firm: firm.pk))
        judged = [(same_employer(facts, firm.facts), firm) for firm in candidates]
        same = [firm for verdict, firm in judged if verdict.answer is Answer.SAME]
        if same:
            best = self._now(max(same, key=lambda firm: _fit(key, facts, firm)))
            self._fill(one, best, told)
            return best
        made = self._make(told, key, facts)
        one.note("employers", made.pk)
        asked = [(verdict, firm) for verdict, firm in judged if verdict.answer is Answer.ASK]
        if asked:
            verdict, firm = max(asked, key=lambda pair: _fit(key, facts, pair[1]))
            known = self._now(firm)
            why = ", ".join(verdict.reasons)
            one.asked.append(Doubt("employer", known.pk, made.pk, f"{known.facts.name}: {why}"))
        return made

    def firm(self, pk: int) -> Firm:
        """An employer by its number."""
        firm = self._firms.get(pk)
        return self._load([pk])[0] if firm is None else firm

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

    def _make(self, told: Told, key: str, facts: EmployerFacts) -> Firm:
        found, place = told.found, told.place
        name = " ".join(found.name.split())
        pk = self.bulk.add(
            name, key, found.domain, found.duns, found.size,
            place.country, place.region, place.zone, place.city,
        )  # fmt: skip
        self._unwritten.add(pk)
        if told.alone:
            facts = replace(facts, city=place.city, region=place.region, country=place.country)
        firm = Firm(pk, key, facts, found.size, place)
        self._learn(firm)
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

    def _learn(self, firm: Firm) -> None:
        if len(self._firms) >= _KEPT:
            self._firms.clear()
        self._firms[firm.pk] = firm
        self._marks.add(_marks(firm.key, firm.facts, firm.place), firm.pk)

    def _now(self, firm: Firm) -> Firm:
        """Who stands for a merged employer."""
        while firm.into is not None:
            firm = self.firm(firm.into)
        return firm

    def _all(self, pks: set[int]) -> list[Firm]:
        known = [firm for pk in pks if (firm := self._firms.get(pk)) is not None]
        return known + self._load([pk for pk in pks if pk not in self._firms])

    def _load(self, pks: list[int]) -> list[Firm]:
        if not pks:
            return []
        if not self._unwritten.isdisjoint(pks):
            self.write()
        rows = Employer.objects.filter(pk__in=pks).values_list(*_READ)
        found = list(_firms(list(rows)))
        for firm in found:
            self._learn(firm)
        return found


_Row = tuple[int, int | None, str, str, str, str, int, str, str, str, str]


def _firms(rows: Sequence[_Row]) -> Iterator[Firm]:
    """Employers as they are on file, with the ways to reach them."""
    ways: dict[int, list[str]] = {}
    routes = Route.objects.filter(employer_id__in=[row[0] for row in rows])
    for pk, value in routes.values_list("employer_id", "value"):
        ways.setdefault(pk or 0, []).append(value)
    for pk, into, name, key, domain, duns, size, country, region, zone, city in rows:
        values = ways.get(pk, ())
        facts = EmployerFacts(
            name=name, duns=duns, domain=domain, city=city, region=region, country=country,
            phones=frozenset(value for value in values if "@" not in value),
            mails=frozenset(value for value in values if "@" in value),
        )  # fmt: skip
        yield Firm(pk, key, facts, size, Place(country, region, zone, city), into)


def _facts(told: Told) -> EmployerFacts:
    place = NOWHERE if told.alone else told.place
    return EmployerFacts(
        name=told.found.name, duns=told.found.duns, domain=told.found.domain, city=place.city,
        region=place.region, country=place.country, mails=mails_in(told.ways),
        phones=frozenset(way.value for way in told.ways if "@" not in way.value),
    )  # fmt: skip


def _marks(key: str, facts: EmployerFacts, place: Place) -> Iterable[str]:
    """What finds an employer again: how it is written, and core's blocks."""
    whole = f"{key}|{place.city}|{facts.duns}|{facts.domain}"
    return {f"k:{key}", f"=:{whole}", *employer_blocks(facts)}


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
