"""Rows of a file written into the book, some hundred at a time, whole or not at all."""

from collections.abc import Iterable, Sequence
from functools import partial

from ringback.book.bulk import Bulk, change, rows_where
from ringback.book.imports import Import, ImportRow
from ringback.book.parties import Employer, Evidence, Person, Route
from ringback.core.found import Found, FoundEmployer, FoundOpening
from ringback.core.names import display_name, person_key
from ringback.core.people import RouteKind
from ringback.core.places import NOWHERE, Place
from ringback.core.zones import place_of
from ringback.desk.desk import Desk
from ringback.desk.intake import people as people_columns
from ringback.desk.intake.bars import Bars
from ringback.desk.intake.employers import COLUMNS, Employers, Told
from ringback.desk.intake.known import Known
from ringback.desk.intake.openings import Openings
from ringback.desk.intake.people import People
from ringback.desk.intake.retold import Retold
from ringback.desk.intake.someone import Meant, ToldPerson, key_of
from ringback.desk.intake.taken import Taken
from ringback.desk.intake.ways import Way, houses_of, is_own, ways_of
from ringback.desk.placing import placed_by_number

_ROUTE = ("kind", "value", "extension", "restriction", "person_id", "employer_id")
_EVIDENCE = ("person_id", "route_id", "about", "detail")
_IMPORT_ROW = ("where", "became", "reason", "opening_id", "before")
_BY_LAND = frozenset({RouteKind.DIRECT.value, RouteKind.SWITCHBOARD.value})
_MOST_TOLD = 1_000

Key = tuple[str, int, str, str]
"""Whose a route is (person or employer, and the number), its value and its extension."""

Said = tuple[FoundEmployer, str | None]
"""What a row says of its employer; of an opening, where that is."""


class Intake:
    """Takes rows of one file into one search; the caller holds the transaction."""

    def __init__(self, desk: Desk, of: Import, known: Known) -> None:
        self.desk = desk
        self.of = of
        search, here = desk.search, {"search_id": desk.search.pk}
        proof = {"source": of.source, "found_at": desk.now}
        self.employers = Employers(search, Bulk(Employer, COLUMNS, here))
        persons = Bulk(Person, people_columns.COLUMNS, here)
        self.people = People(search, persons, self.employers)
        self._routes = Bulk(Route, _ROUTE, here)
        self._evidence = Bulk(Evidence, _EVIDENCE, here | proof)
        self._rows = Bulk(ImportRow, _IMPORT_ROW, {"of_id": of.pk}, numbered=False)
        self._retold = Retold(of)
        self._openings = Openings(
            desk, of, known, lambda employer: self.employers.firm(employer).place
        )
        self._bars = Bars(desk, self.employers)
        self._with_openings = {employer for employer, _ in known.openings}
        self._country = search.country or "US"
        # What rows said of their employers, and which these are, for rows that say it again.
        self._told: dict[Said, tuple[int, Told]] = {}
        # Routes that are known, of those that the present rows speak of, and their restriction.
        self._known: dict[Key, tuple[int, str]] = {}
        self.changed: set[int] = set()

    @property
    def employers_touched(self) -> set[int]:
        """Employers with openings at which something has changed."""
        return self.changed | self._bars.concerned

    def take(self, rows: Sequence[Found]) -> list[Taken]:
        """Write these rows; what becomes of each, in their order."""
        taken = [Taken(row) for row in rows]
        self._retold.tell(taken)
        fresh = self._employers(taken)
        places = [self._there(one) for one in taken]
        persons = [
            self._person(one, place, one.doubts) for one, place in zip(taken, places, strict=True)
        ]
        self._look_up(taken, persons, [told for _, told in fresh])
        meant = [
            (one, told, self._meant(one, told))
            for one, told in zip(taken, persons, strict=True) if told is not None
        ]  # fmt: skip
        self._prove(meant)
        numbers: dict[int, tuple[Taken, str]] = {}
        for one, told, who in meant:
            self._reach(one, ("person", who.someone.pk), told.ways, numbers)
            if one.employer:
                self._reach(one, ("employer", one.employer), houses_of(told.ways), numbers)
        for one, firm in fresh:
            self._reach(one, ("employer", one.employer), firm.ways, numbers)
            self.employers.reached(one.employer, firm.ways)
        self._write()
        self._place(numbers)
        self._bars.hold(meant)
        self._openings.take(taken)
        for one in taken:
            self._rows.add(
                one.row.where[:80], one.became, "; ".join(one.doubts)[:500], one.opening, one.before
            )
            if one.opening is not None:
                self._with_openings.add(one.employer)
            if one.changed and one.employer in self._with_openings:
                self.changed.add(one.employer)
        for one, _, who in meant:
            # Somebody may be known at an employer that the row does not name.
            if one.changed and who.someone.employer in self._with_openings:
                self.changed.add(who.someone.employer)
        self._rows.write()
        return taken

    def close(self) -> None:
        """Let go of what was looked up."""
        self.employers.close()
        self.people.close()

    # What a row says

    def _employers(self, taken: Sequence[Taken]) -> list[tuple[Taken, Told]]:
        """Find or make the employers of rows; those that are told for the first time."""
        if len(self._told) >= _MOST_TOLD:
            self._told.clear()
        first: dict[Said, Told] = {}
        telling: list[tuple[Taken, Said]] = []
        said: Said | None = None
        for one in taken:
            found, opening = one.row.employer, one.row.opening
            if found is None:
                continue
            # Rows of one employer come together, and share what a source makes of it.
            if said is None or found is not said[0] or opening is not None:
                said = (found, None if opening is None else opening.place)
                if said not in self._told and said not in first:
                    first[said] = self._in_words(found, opening)
            telling.append((one, said))
        expected = dict(zip(first, self.employers.expect([*first.values()]), strict=True))
        fresh: list[tuple[Taken, Told]] = []
        known: tuple[int, Told] | None = None
        before: Said | None = None
        for one, said in telling:
            if said is not before:
                before, known = said, self._told.get(said)
            if one.again[0]:
                told = known[1] if known is not None else first[said]
                if known is None:
                    fresh.append((one, told))
                known = self._told[said] = (self.employers.standing(one.again[0]), told)
            elif known is None:
                told = first[said]
                firm = self.employers.find(
                    one, told, expected[said], partial(self._works_at, one, told)
                )
                one.new = bool(one.employers) and said[1] is None and one.row.person is None
                fresh.append((one, told))
                known = self._told[said] = (firm.pk, told)
            one.employer, one.there = known[0], known[1].place
            if known[1].doubts:
                one.doubts += known[1].doubts
        return fresh

    def _works_at(self, one: Taken, told: Told, firm: int) -> bool:
        """Whether the person of a row is known at an employer; without one, if all is known."""
        person = self._person(one, told.place, [])
        if person is None:
            return self.employers.knows_all(firm, told)
        return self.people.works_at(firm, person)

    def _there(self, one: Taken) -> Place:
        """Where a row says that it is."""
        opening = one.row.opening
        return (
            _place("", "", opening.place) if one.there is None and opening else one.there or NOWHERE
        )

    def _in_words(self, found: FoundEmployer, opening: FoundOpening | None) -> Told:
        place = _place(found.country, found.region, found.city)
        if opening is not None and place == NOWHERE:
            place = _place("", "", opening.place)
        doubts: list[str] = []
        ways = ways_of(found.routes, place.country or self._country, doubts)
        return Told(found, place, ways, alone=opening is not None, doubts=doubts)

    def _person(self, one: Taken, there: Place, doubts: list[str]) -> ToldPerson | None:
        found = one.row.person
        if found is None or not found.name.strip():
            return None
        place = _place(found.country, found.region, found.city)
        country = place.country or there.country or self._country
        ways = ways_of(found.routes, country, doubts)
        name = display_name(found.name)[:300]
        parts = person_key(name)
        return ToldPerson(found, name, parts, key_of(parts, name), ways, place)

    def _look_up(
        self, taken: list[Taken], persons: list[ToldPerson | None], firms: list[Told]
    ) -> None:
        """Read what the book knows of the routes, employers and names that these rows speak of."""
        values = {way.value for one in persons if one is not None for way in one.ways}
        values |= {way.value for one in firms for way in one.ways}
        owners: dict[str, set[int]] = {}
        self._known.clear()
        rows = rows_where(
            "book_route", "id, person_id, employer_id, value, extension, restriction, kind",
            "search_id = %s AND value", [self.desk.search.pk], values,
        )  # fmt: skip
        for pk, person, employer, value, extension, restriction, kind in rows:
            owner = ("person", person) if person else ("employer", employer)
            self._known[*owner, value, extension] = (pk, restriction)
            if person and is_own(Way(kind, value, extension, restriction)):
                owners.setdefault(value, set()).add(person)
        made = {pk for one in taken for pk in one.employers}
        names = {
            person.key
            for one, person in zip(taken, persons, strict=True)
            if person is not None and not one.employer
        }
        employers = {one.employer for one in taken if one.employer and one.row.person}
        self.people.enter(employers, made, owners, names)

    # Who is meant

    def _meant(self, one: Taken, told: ToldPerson) -> Meant:
        who = self.people.find(one, told)
        self.people.reached(who, told.ways)
        one.person = who.someone.pk
        if who.new:
            one.people = (one.person,)
            one.new = one.new or one.row.opening is None
            one.changed = True
            if not one.employer:
                one.doubts.append("no employer is named: kept as somebody whom you know")
        for twin in who.twins:
            there = self.employers.firm(twin.employer).facts.name
            one.doubts.append(f"{twin.name} is known at {there} too; both records are kept")
        return who

    def _prove(self, meant: Iterable[tuple[Taken, ToldPerson, Meant]]) -> None:
        """Keep where names and titles are from, once for each source."""
        known = {who.someone.pk for _, _, who in meant if not who.new}
        rows = rows_where(
            "book_evidence", "person_id, about", "source = %s AND person_id",
            [self.of.source], known,
        )  # fmt: skip
        there = {(person, about) for person, about in rows}
        for one, told, who in meant:
            pk = who.someone.pk
            detail = self._detail(one)
            for about, said in (("name", told.found.name), ("title", told.found.title)):
                if said and (pk, about) not in there:
                    one.evidence.append(self._evidence.add(pk, None, about, detail))
                    if pk in known:
                        there.add((pk, about))

    # How they are reached

    def _reach(
        self,
        one: Taken,
        whose: tuple[str, int],
        ways: Iterable[Way],
        numbers: dict[int, tuple[Taken, str]],
    ) -> None:
        """Keep these routes, with where they are from; ``numbers`` may place an employer."""
        what, pk = whose
        person, employer = (pk, None) if what == "person" else (None, pk)
        detail = ""
        for way in ways:
            key = (what, pk, way.value, way.extension)
            known = self._known.get(key)
            if known is None:
                route = self._routes.add(
                    way.kind, way.value, way.extension, way.restriction, person, employer
                )
                self._known[key] = (route, way.restriction)
                detail = detail or self._detail(one)
                self._evidence.add(person, route, "route", detail)
                one.routes.append(route)
                one.changed = True
                if one.employer and way.kind in _BY_LAND:
                    numbers.setdefault(one.employer, (one, way.value))
            elif way.restriction and not known[1]:
                self._routes.write()
                Route.objects.filter(pk=known[0]).update(restriction=way.restriction)
                self._known[key] = (known[0], way.restriction)
                one.restrict(known[0], way.restriction)

    def _detail(self, one: Taken) -> str:
        return f"{self.of.name}, {one.row.where}"[:500]

    def _write(self) -> None:
        self.employers.write()
        self.people.write()
        self._routes.write()
        self._evidence.write()

    def _place(self, numbers: dict[int, tuple[Taken, str]]) -> None:
        """Employers of which nothing tells where they are, placed by a number of theirs."""
        places: list[tuple[str, str, int]] = []
        for pk, (one, number) in numbers.items():
            if self.employers.firm(pk).place != NOWHERE:
                continue
            country, zone = placed_by_number(number)
            places.append((country, zone, pk))
            one.put(pk, country, zone)
            self.employers.placed(pk, Place(country=country, zone=zone))
        change("book_employer", ("country", "zone"), places)


def _place(country: str, region: str, city: str) -> Place:
    return place_of(country, region, city) if country or region or city else NOWHERE
