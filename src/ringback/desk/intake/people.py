"""Of whom a row speaks: somebody who is known, somebody new, or one to be asked about."""

from collections.abc import Collection, Iterable, Iterator

from ringback.book.bulk import Bulk, rows_where
from ringback.book.parties import Person, Search
from ringback.core.alike_names import NOBODY, likeness
from ringback.core.blocks import family_starts
from ringback.core.facts import PersonFacts, profile
from ringback.core.names import person_key
from ringback.core.people import Function, Level
from ringback.core.places import Place
from ringback.core.same_people import same_person
from ringback.core.verdict import Answer, Verdict
from ringback.desk.intake.employers import Employers
from ringback.desk.intake.marks import Marks
from ringback.desk.intake.someone import (
    Meant,
    Someone,
    ToldPerson,
    fit,
    says_no_more,
    standing,
    together,
)
from ringback.desk.intake.taken import Doubt, Taken
from ringback.desk.intake.ways import Way, is_own, mails_in, phones_in

COLUMNS = (
    "employer_id", "name", "key", "title", "level", "function", "is_hr", "linkedin", "note",
    "country", "region", "zone", "city",
)  # fmt: skip
_READ = (
    "id", "merged_into_id", "employer_id", "name", "key", "title", "level", "function",
    "is_hr", "linkedin", "country", "region", "zone", "city", "do_not_contact",
)  # fmt: skip
_KEPT = 20_000


class People:
    """The people of one search, found by what a row says of them; new ones are put on file."""

    def __init__(self, search: Search, bulk: Bulk, employers: Employers) -> None:
        self.search = search
        self.bulk = bulk
        self.employers = employers
        # By employer, and by the beginnings of what may be the family name.
        self._rooms: dict[int, dict[str, list[Someone]]] = {}
        self._by_pk: dict[int, Someone] = {}
        self._owners: dict[str, set[int]] = {}
        self._marks = Marks()
        known = Person.objects.filter(search=search, withdrawn_at__isnull=True)
        profiles = known.exclude(linkedin="").values_list("pk", "linkedin")
        for pk, linkedin in profiles.iterator(chunk_size=500):
            self._marks.add([f"l:{profile(linkedin)}"], pk)
        self._namesakes: dict[str, set[int]] = {}
        self._any_alone = False
        alone = known.filter(employer__isnull=True).values_list("pk", "key")
        for pk, key in alone.iterator(chunk_size=500):
            self._stands_alone(key, pk)

    def enter(
        self,
        firms: Iterable[int],
        new: Collection[int],
        owners: dict[str, set[int]],
        names: Iterable[str],
    ) -> None:
        """Look up who is known at these employers (at new ones nobody), and by these names.

        ``owners`` are the people to whom numbers and addresses belong.
        """
        if len(self._by_pk) >= _KEPT:
            self._rooms.clear()
            self._by_pk.clear()
        self._owners = owners
        empty = [pk for pk in firms if pk not in self._rooms]
        self._rooms |= {pk: {} for pk in empty}
        for someone in self._read("employer_id", [pk for pk in empty if pk not in new]):
            self._seat(someone)
        self._namesakes = {name: set() for name in names}
        where = "withdrawn_at IS NULL AND search_id = %s AND key"
        rows = rows_where("book_person", "id, key", where, [self.search.pk], self._namesakes)
        for pk, key in rows:
            self._namesakes[key].add(pk)

    def find(self, one: Taken, told: ToldPerson) -> Meant:
        """Of whom a row speaks."""
        employer = one.employer
        if one.again[1]:
            (meant,) = self._those([one.again[1]])
            return Meant(self._now(meant), new=False)
        candidates = self._candidates(told, employer)
        if not candidates:
            return Meant(self._make(told, employer), new=True)
        found = told.found
        facts = self._in_facts(
            told.name, employer, told.ways, told.place, found.title, found.linkedin
        )
        judged = [(same_person(facts, self._facts(some)), some) for some in candidates]
        same = [
            some
            for verdict, some in judged
            if verdict.answer is Answer.SAME
            or (verdict.answer is Answer.ASK and says_no_more(told, employer, some))
        ]
        here = [some for some in same if together(employer, some.employer)]
        if here:
            best = self._now(max(here, key=lambda some: fit(told, employer, some)))
            self._fill(one, best, told, employer)
            return Meant(best, new=False)
        made = self._make(told, employer)
        asked = [(verdict, some) for verdict, some in judged if verdict.answer is Answer.ASK]
        if asked:
            verdict, known = max(asked, key=lambda pair: fit(told, employer, pair[1]))
            one.ask(self._doubt(verdict, self._now(known), made))
        return Meant(made, new=True, twins=tuple(same))

    def works_at(self, employer: int, told: ToldPerson) -> bool:
        """Whether somebody is known to work at an employer."""
        if employer not in self._rooms:
            self.bulk.write()
            self._rooms[employer] = {}
            for someone in self._read("employer_id", [employer]):
                self._seat(someone)
        found = told.found
        facts = self._in_facts(
            told.name, employer, told.ways, told.place, found.title, found.linkedin
        )
        return any(
            says_no_more(told, employer, some)
            or same_person(facts, self._facts(some)).answer is Answer.SAME
            for some in self._alike(told, employer)
        )

    def reached(self, who: Meant, ways: list[Way]) -> None:
        """Learn that somebody is reached in these ways."""
        someone = who.someone
        if not who.new:
            someone.ways = [*someone.ways, *(way for way in ways if way not in someone.ways)]
            someone.facts = None
        for way in ways:
            if is_own(way):
                self._owners.setdefault(way.value, set()).add(someone.pk)

    def write(self) -> None:
        """Put the new ones into the book."""
        self.bulk.write()

    def close(self) -> None:
        self._marks.close()

    def _candidates(self, told: ToldPerson, employer: int) -> list[Someone]:
        """Who is worth comparing: one of a like name there, of a number, mailbox or profile."""
        strangers: set[int] = set()
        for way in told.ways:
            if way.value in self._owners and is_own(way):
                strangers |= self._owners[way.value]
        if told.found.linkedin:
            strangers |= self._marks.sharing([f"l:{profile(told.found.linkedin)}"])
        if not employer:
            strangers |= self._namesakes.get(told.key, set())
        elif self._any_alone:
            strangers |= self._marks.sharing([f"a:{told.key}"])
        found = self._alike(told, employer)
        strangers -= {some.pk for some in found}
        return [*found, *self._those(strangers)] if strangers else found

    def _alike(self, told: ToldPerson, employer: int) -> list[Someone]:
        """Those at an employer whose name may be the same person's.

        Who bears quite another name is known by number, mailbox or profile alone.
        """
        room = self._rooms.get(employer) if employer else None
        if not room:
            return []
        found: dict[int, Someone] = {}
        for start in family_starts(told.parts):
            for some in room.get(start, ()):
                if some.pk not in found and likeness(told.parts, some.parts).need < NOBODY:
                    found[some.pk] = some
        return [*found.values()]

    def _make(self, told: ToldPerson, employer: int) -> Someone:
        found, place, name, key = told.found, told.place, told.name, told.key
        title = found.title[:300]
        level, function, is_hr = standing(found)
        pk = self.bulk.add(
            employer or None, name, key, title, level, function, is_hr, found.linkedin[:300],
            found.note, place.country, place.region, place.zone, place.city[:120],
        )  # fmt: skip
        made = Someone(
            pk, employer, name, told.parts, key, title, level, function, is_hr, found.linkedin,
            place, told.ways,
        )  # fmt: skip
        self._seat(made)
        if found.linkedin:
            self._marks.add([f"l:{profile(found.linkedin)}"], pk)
        if not employer:
            self._stands_alone(key, pk)
        if key in self._namesakes:
            self._namesakes[key].add(pk)
        return made

    def _fill(self, one: Taken, known: Someone, told: ToldPerson, employer: int) -> None:
        """Fill in what the book does not know of somebody; what it knows stays."""
        found = told.found
        fresh: dict[str, str | int | bool] = {}
        level, function, is_hr = standing(found)
        hr = False
        if found.title and not known.title:
            known.title = fresh["title"] = found.title[:300]
            hr = is_hr
        if known.level == Level.UNKNOWN and level != Level.UNKNOWN:
            known.level = fresh["level"] = level
        if known.function == Function.UNKNOWN and function != Function.UNKNOWN:
            known.function = fresh["function"] = function
            hr = is_hr
        if hr and not known.is_hr:
            known.is_hr = fresh["is_hr"] = True
        if found.linkedin and not known.linkedin:
            known.linkedin = fresh["linkedin"] = found.linkedin[:300]
            self._marks.add([f"l:{profile(found.linkedin)}"], known.pk)
        if known.place != told.place:
            place = known.place.or_else(told.place)
            for name in ("country", "region", "zone", "city"):
                if getattr(place, name) != getattr(known.place, name):
                    fresh[name] = getattr(place, name)
            known.place = place
        if employer and not known.employer:
            fresh["employer_id"] = known.employer = employer
            self._rooms.setdefault(employer, {})
            self._seat(known)
        if fresh:
            self.bulk.write()
            Person.objects.filter(pk=known.pk).update(**fresh)
            one.fill("people", known.pk, fresh)
            known.facts = None

    def _facts(self, some: Someone) -> PersonFacts:
        if some.facts is None:
            some.facts = self._in_facts(
                some.name, some.employer, some.ways, some.place, some.title, some.linkedin
            )
        return some.facts

    def _in_facts(
        self, name: str, employer: int, ways: list[Way], place: Place, title: str, linkedin: str
    ) -> PersonFacts:
        firm = self.employers.firm(employer).facts if employer else None
        # The book's own number tells whether two work at one employer as well as a D-U-N-S number.
        return PersonFacts(
            name=name, employer=firm.name if firm else "", domain=firm.domain if firm else "",
            duns=str(employer or ""), phones=phones_in(ways), mails=mails_in(ways),
            city=place.city, region=place.region, country=place.country, title=title,
            linkedin=linkedin,
        )  # fmt: skip

    def _doubt(self, verdict: Verdict, known: Someone, made: Someone) -> Doubt:
        where = self.employers.firm(known.employer).facts.name if known.employer else ""
        at = f" at {where}" if where else ""
        barred = "; they asked never to be contacted" if known.barred else ""
        why = ", ".join(verdict.reasons)
        return Doubt("person", known.pk, made.pk, f"{known.name}{at}: {why}{barred}")

    def _stands_alone(self, key: str, pk: int) -> None:
        self._any_alone = True
        self._marks.add([f"a:{key}"], pk)

    def _seat(self, someone: Someone) -> None:
        self._by_pk[someone.pk] = someone
        room = self._rooms.get(someone.employer)
        if room is not None:
            for start in family_starts(someone.parts):
                room.setdefault(start, []).append(someone)

    def _now(self, someone: Someone) -> Someone:
        """Who stands for somebody whose record was merged."""
        while someone.into is not None:
            (someone,) = self._those([someone.into])
        return someone

    def _those(self, pks: Collection[int]) -> list[Someone]:
        known = [self._by_pk[pk] for pk in pks if pk in self._by_pk]
        missing = [pk for pk in pks if pk not in self._by_pk]
        if missing:
            self.bulk.write()
            for someone in self._read("id", missing):
                self._by_pk[someone.pk] = someone
                known.append(someone)
        return known

    def _read(self, column: str, pks: Collection[int]) -> Iterator[Someone]:
        """People as they are on file, with the ways to reach them."""
        if not pks:
            return
        where = f"withdrawn_at IS NULL AND search_id = %s AND {column}"
        rows = [*rows_where("book_person", ", ".join(_READ), where, [self.search.pk], pks)]
        ways: dict[int, list[Way]] = {}
        routes = rows_where(
            "book_route", "person_id, kind, value, extension", "person_id", [], [r[0] for r in rows]
        )
        for person, kind, value, extension in routes:
            ways.setdefault(person, []).append(Way(kind, value, extension, ""))
        for row in rows:
            pk, into, employer, name, key, title, level, function, is_hr, linkedin, *place, no = row
            yield Someone(
                pk, employer or 0, name, person_key(name), key, title, level, function,
                bool(is_hr), linkedin, Place(*place), ways.get(pk, []), bool(no), into,
            )  # fmt: skip
