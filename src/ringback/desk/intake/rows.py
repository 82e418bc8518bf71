"""Rows of a file written into the book, some hundred at a time, whole or not at all."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from ringback.book.imports import Import, ImportRow
from ringback.book.journal import Touch
from ringback.book.openings import Opening
from ringback.book.parties import Employer, Evidence, Person, Route
from ringback.book.suppress import is_suppressed, suppress
from ringback.core.found import Found, FoundEmployer, FoundOpening, FoundPerson, FoundRoute
from ringback.core.names import display_name, employer_key, fold
from ringback.core.people import Function, Level, RouteKind
from ringback.core.phones import NotAPhone, read_phone
from ringback.core.places import NOWHERE, Place
from ringback.core.titles import read_title
from ringback.core.touches import Kind
from ringback.core.zones import place_of
from ringback.desk.desk import Desk
from ringback.desk.intake.journey import Happened, journey
from ringback.desk.intake.known import Known, names_one_job
from ringback.desk.never import employers_of
from ringback.desk.parties import key_of_person
from ringback.desk.placing import place_by_number
from ringback.desk.record import touch

# What may be filled in where the book has nothing, from a row about an opening that is known.
_FILLED = ("url", "place", "salary", "closes_on", "reports_to", "no_calls")


@dataclass(slots=True)
class Taken:
    """What becomes of one row while it is taken in."""

    row: Found
    employer: int = 0
    person: int | None = None
    opening: int | None = None
    made: dict[str, list[int]] = field(default_factory=dict)
    titled: dict[str, list[int]] = field(default_factory=dict)
    placed: dict[str, list[int] | str] = field(default_factory=dict)
    was: dict[str, str] = field(default_factory=dict)
    new: bool = False
    changed: bool = False
    doubts: list[str] = field(default_factory=list)

    def note(self, what: str, pk: int) -> None:
        self.made.setdefault(what, []).append(pk)

    def note_titled(self, pk: int) -> None:
        self.titled.setdefault("people", []).append(pk)

    def note_placed(self, employer: Employer) -> None:
        self.placed = {
            "employers": [employer.pk], "country": employer.country, "zone": employer.zone,
        }  # fmt: skip

    @property
    def became(self) -> str:
        return "created" if self.new else "updated" if self.changed else "known"


class Intake:
    """Takes rows of one file into one search; the caller holds the transaction."""

    def __init__(self, desk: Desk, of: Import, known: Known) -> None:
        self.desk = desk
        self.of = of
        self.known = known
        self.calendar = desk.calendar
        self.employers_touched: set[int] = set()
        self.suppressing = desk.search.suppression_set.exists()
        self.employer_of: dict[int, int] = {}

    def take(self, rows: Sequence[Found]) -> list[Taken]:
        """Write these rows; what becomes of each, in their order."""
        taken = [Taken(row, doubts=list(row.doubts)) for row in rows]
        self._employers(taken)
        self._people(taken)
        self._routes(taken)
        self._openings(taken)
        self._touches(taken)
        ImportRow.objects.bulk_create(
            ImportRow(
                of=self.of,
                where=one.row.where[:80],
                became=one.became,
                reason="; ".join(one.doubts)[:500],
                opening_id=one.opening,
                before={
                    "made": one.made,
                    "was": one.was,
                    "titled": one.titled,
                    "placed": one.placed,
                },
            )
            for one in taken
        )
        return taken

    # Employers

    def _employers(self, taken: list[Taken]) -> None:
        fresh: dict[str, Employer] = {}
        keys = []
        for one in taken:
            found = one.row.employer
            key = employer_key(found.name) if found else ""
            keys.append(key)
            if found and key not in self.known.employers and key not in fresh:
                fresh[key] = self._employer(found, key, one.row.opening)
                one.new = one.row.opening is None and one.row.person is None
        for made in Employer.objects.bulk_create(fresh.values()):
            self.known.employers[made.key] = made.pk
        for one, key in zip(taken, keys, strict=True):
            one.employer = self.known.employers.get(key, 0)
            if key in fresh:
                one.note("employers", one.employer)
                del fresh[key]

    def _employer(self, found: FoundEmployer, key: str, opening: FoundOpening | None) -> Employer:
        place = self._place(found.country, found.region, found.city)
        if place == NOWHERE and opening is not None:
            place = place_of("", "", opening.place) if opening.place else NOWHERE
        return Employer(
            search=self.desk.search, name=" ".join(found.name.split()), key=key,
            domain=found.domain, duns=found.duns, size=found.size, country=place.country,
            region=place.region, zone=place.zone, city=place.city,
        )  # fmt: skip

    def _place(self, country: str, region: str, city: str) -> Place:
        return place_of(country, region, city) if country or region or city else NOWHERE

    # People

    def _people(self, taken: list[Taken]) -> None:
        fresh: dict[tuple[int, str], Person] = {}
        evidence: list[tuple[Taken, Evidence]] = []
        retitled: list[Person] = []
        for one in taken:
            found = one.row.person
            if found is None or not found.name.strip():
                continue
            key = (one.employer, key_of_person(found.name))
            pk = self.known.people.get(key)
            if pk is None and key not in fresh:
                fresh[key] = self._person(found, key)
                one.new = one.new or one.row.opening is None
                one.changed = True
            elif pk is not None and found.title and not self.known.titles.get(pk):
                retitled.append(self._titled(pk, found.title))
                one.changed = True
                one.note_titled(pk)
        for made in Person.objects.bulk_create(fresh.values()):
            self.known.people[made.employer_id or 0, made.key] = made.pk
            self.known.titles[made.pk] = made.title
        Person.objects.bulk_update(retitled, ["title", "level", "function", "is_hr"])
        for one in taken:
            found = one.row.person
            if found is None or not found.name.strip():
                continue
            key = (one.employer, key_of_person(found.name))
            one.person = self.known.people[key]
            if key in fresh:
                one.note("people", one.person)
                del fresh[key]
            evidence.extend((one, proof) for proof in self._evidence(one, found))
        proofs = Evidence.objects.bulk_create(proof for _, proof in evidence)
        for (one, _), proof in zip(evidence, proofs, strict=True):
            one.note("evidence", proof.pk)
            if proof.person_id is not None:
                self.known.evidence.add((proof.person_id, proof.about, proof.source))

    def _person(self, found: FoundPerson, key: tuple[int, str]) -> Person:
        place = self._place(found.country, found.region, found.city)
        read = read_title(found.title)
        level = Level.BOARD if found.board else read.level
        return Person(
            search=self.desk.search, employer_id=key[0] or None, name=display_name(found.name),
            key=key[1], title=found.title, level=level, function=read.function,
            is_hr=read.is_hr, linkedin=found.linkedin, note=found.note, country=place.country,
            region=place.region, zone=place.zone, city=place.city,
        )  # fmt: skip

    def _titled(self, pk: int, title: str) -> Person:
        read = read_title(title)
        self.known.titles[pk] = title
        return Person(pk=pk, title=title, level=read.level, function=read.function,
                      is_hr=read.is_hr)  # fmt: skip

    def _evidence(self, one: Taken, found: FoundPerson) -> list[Evidence]:
        made = []
        for about, said in (("name", found.name), ("title", found.title)):
            key = (one.person or 0, about, self.of.source)
            if said and key not in self.known.evidence:
                self.known.evidence.add(key)
                made.append(self._proof(one, about, one.person))
        return made

    def _proof(
        self, one: Taken, about: str, person: int | None, route: Route | None = None
    ) -> Evidence:
        return Evidence(
            search=self.desk.search, person_id=person, route=route, about=about,
            source=self.of.source, detail=f"{self.of.name}, {one.row.where}"[:500],
            found_at=self.desk.now,
        )  # fmt: skip

    # Routes

    def _routes(self, taken: list[Taken]) -> None:
        fresh: dict[tuple[str, int, str, str], tuple[Taken, Route]] = {}
        self.employer_of = {one.person: one.employer for one in taken if one.person is not None}
        for one in taken:
            to_person = one.row.person.routes if one.row.person and one.person else ()
            to_employer = one.row.employer.routes if one.row.employer else ()
            for routes, owner in (
                (to_person, ("person", one.person or 0)), (to_employer, ("employer", one.employer)),
            ):  # fmt: skip
                for found in routes:
                    route = self._route(one, found, owner)
                    if route is None:
                        continue
                    key = (*owner, route.value, route.extension)
                    if key not in self.known.routes and key not in fresh:
                        fresh[key] = (one, route)
                        one.changed = True
                    elif route.restriction:
                        self._restrict(one, key, fresh, route.restriction)
        made = Route.objects.bulk_create(route for _, route in fresh.values())
        evidence = []
        for (key, (one, _)), route in zip(fresh.items(), made, strict=True):
            self.known.routes[key] = route.pk
            one.note("routes", route.pk)
            evidence.append(self._proof(one, "route", route.person_id, route))
        Evidence.objects.bulk_create(evidence)
        self._place_employers(fresh.values())
        self._bar(taken)
        if self.suppressing:
            self._keep_barred({one.person for one in taken if one.person is not None})

    def _restrict(
        self,
        one: Taken,
        key: tuple[str, int, str, str],
        fresh: dict[tuple[str, int, str, str], tuple[Taken, Route]],
        restriction: str,
    ) -> None:
        """A route that was known without its restriction has it from now on, also after undo."""
        if key in fresh:
            fresh[key][1].restriction = restriction
            return
        free = Route.objects.filter(pk=self.known.routes[key], restriction="")
        if free.update(restriction=restriction):
            one.changed = True

    def _bar(self, taken: list[Taken]) -> None:
        """People whom the source itself says not to contact are on the list from now on."""
        said = {one.person for one in taken
                if one.person and one.row.person and one.row.person.do_not_contact}  # fmt: skip
        for person in Person.objects.filter(pk__in=said, do_not_contact=False):
            suppress(self.desk.search, person, self.desk.now, None)
            person.do_not_contact = True
            person.save(update_fields=["do_not_contact"])
            self.employers_touched |= employers_of({person.pk})
            self.suppressing = True

    def _route(self, one: Taken, found: FoundRoute, owner: tuple[str, int]) -> Route | None:
        value, extension = found.value.strip(), found.extension
        if not owner[1] or not value:
            return None
        if found.kind is RouteKind.MAIL:
            value = value.casefold() if "@" in value else ""
        else:
            country = self._country(one.row) or self.desk.search.country or "US"
            phone = read_phone(value, country)
            if isinstance(phone, NotAPhone):
                one.doubts.append(f"“{found.value}” is kept out: {phone.reason}")
                return None
            value, extension = phone.e164, extension or phone.extension
        if not value:
            one.doubts.append(f"“{found.value}” is no mail address")
            return None
        return Route(
            search=self.desk.search, kind=found.kind.value, value=value, extension=extension,
            restriction=found.restriction[:300],
            person_id=owner[1] if owner[0] == "person" else None,
            employer_id=owner[1] if owner[0] == "employer" else None,
        )  # fmt: skip

    def _place_employers(self, routes: Iterable[tuple[Taken, Route]]) -> None:
        """Employers of which nothing tells where they are, placed by a number of theirs."""
        numbers: dict[int, tuple[Taken, str]] = {}
        for one, route in routes:
            if route.kind in (RouteKind.DIRECT.value, RouteKind.SWITCHBOARD.value):
                owner = route.employer_id or self.employer_of.get(route.person_id or 0, 0)
                numbers.setdefault(owner, (one, route.value))
        unplaced = Employer.objects.filter(pk__in=numbers, country="", zone="")
        for employer in unplaced:
            one, number = numbers[employer.pk]
            place_by_number(employer, number)
            one.note_placed(employer)

    def _country(self, row: Found) -> str:
        """The country of a number written without one, from the place that the row names."""
        there, opening = row.employer, row.opening
        place = self._place(there.country, there.region, there.city) if there else NOWHERE
        if not place.country and opening is not None and opening.place:
            place = place_of("", "", opening.place)
        return place.country

    def _keep_barred(self, people: set[int]) -> None:
        for person in Person.objects.filter(pk__in=people).select_related("employer"):
            if not person.do_not_contact and is_suppressed(self.desk.search, person):
                person.do_not_contact = True
                person.save(update_fields=["do_not_contact"])
                self.employers_touched |= employers_of({person.pk})

    # Openings and what happened to them

    def _openings(self, taken: list[Taken]) -> None:
        fresh: dict[tuple[int, str], Opening] = {}
        for one in taken:
            found = one.row.opening
            if found is None or not one.employer:
                continue
            key = (one.employer, fold(found.title))
            pk = self.known.openings.get(key) or self.known.urls.get((one.employer, found.url))
            if pk is not None:
                one.opening = pk
                self._fill(one, pk, found)
            elif key not in fresh:
                fresh[key] = self._opening(one, found)
                one.new = True
        for key, made in zip(fresh, Opening.objects.bulk_create(fresh.values()), strict=True):
            self.known.openings[key] = made.pk
            if names_one_job(made.url):
                self.known.urls.setdefault((made.employer_id, made.url), made.pk)
        for one in taken:
            if one.row.opening is not None and one.employer and one.opening is None:
                one.opening = self.known.openings[one.employer, fold(one.row.opening.title)]

    def _opening(self, one: Taken, found: FoundOpening) -> Opening:
        return Opening(
            search=self.desk.search, employer_id=one.employer, title=" ".join(found.title.split()),
            kind=found.kind.value, url=found.url, place=found.place, salary=found.salary,
            reports_to=found.reports_to, closes_on=found.closes_on, no_calls=found.no_calls[:200],
            in_hr=read_title(found.title).function is Function.HR, created_at=self.desk.now,
        )  # fmt: skip

    def _fill(self, one: Taken, pk: int, found: FoundOpening) -> None:
        """Fill in what the book does not know of an opening; what it knows stays."""
        kept = Opening.objects.get(pk=pk)
        filled = [name for name in _FILLED if getattr(found, name) and not getattr(kept, name)]
        for name in filled:
            one.was[name] = ""
            setattr(kept, name, getattr(found, name))
        if filled:
            kept.save(update_fields=filled)
            one.changed = True

    def _touches(self, taken: list[Taken]) -> None:
        made: list[Touch] = []
        for one in taken:
            found = one.row.opening
            if found is None or one.opening is None:
                continue
            known = self.known.happened[one.opening]
            told = journey(found, known, one.person is not None, self.desk.now, self.calendar)
            one.doubts.extend(told.doubts)
            for happened in told.touches:
                made.append(self._touch(one, one.opening, happened))
                known.add(happened.kind.value)
            if told.touches:
                one.changed = True
                self.employers_touched.add(one.employer)
        for one in taken:
            if one.changed and one.employer:
                self.employers_touched.add(one.employer)
        Touch.objects.bulk_create(made)

    def _touch(self, one: Taken, opening: int, happened: Happened) -> Touch:
        whom = one.person if happened.kind in _WITH_PERSON else None
        note = happened.note
        if happened.kind is Kind.ADDED and one.row.extra:
            more = "\n".join(f"{heading}: {cell}" for heading, cell in one.row.extra)
            note = f"{note}\n{more}".strip()
        return touch(
            self.desk, Opening(pk=opening), happened.kind, at=happened.at,
            person=Person(pk=whom) if whom else None, via=happened.via, reply=happened.reply,
            reason=happened.reason, day=happened.day, anyway=happened.anyway, note=note,
            imported=self.of,
        )  # fmt: skip


_WITH_PERSON = frozenset({Kind.NAMED, Kind.SENT, Kind.REPLIED, Kind.BOOKED, Kind.OFFERED})
