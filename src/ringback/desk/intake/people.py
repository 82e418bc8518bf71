"""Of whom a row speaks: somebody who is known, somebody new, or one to be asked about."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from ringback.book.bulk import Bulk, rows_where
from ringback.book.parties import Person, Search
from ringback.core.facts import PersonFacts, profile
from ringback.core.found import FoundPerson
from ringback.core.names import PersonKey, display_name, person_key
from ringback.core.people import Function, Level
from ringback.core.places import Place
from ringback.core.same_people import same_person
from ringback.core.titles import read_title
from ringback.core.verdict import Answer, Verdict
from ringback.desk.intake.employers import Employers, Firm
from ringback.desk.intake.marks import Marks
from ringback.desk.intake.taken import Doubt, Taken
from ringback.desk.intake.ways import Way, mails_in, phones_in

COLUMNS = (
    "employer_id", "name", "key", "title", "level", "function", "is_hr", "linkedin", "note",
    "country", "region", "zone", "city",
)  # fmt: skip
_READ = (
    "id", "merged_into_id", "employer_id", "name", "key", "title", "level", "function",
    "linkedin", "country", "region", "zone", "city", "do_not_contact",
)  # fmt: skip
_KEPT = 20_000
_SIGNS_FROM = "\u3040"
"""From here on a sign is a word."""
# Words for a level that are no title: as such they would be read as something else.
_STAFF = frozenset({"non-manager", "non manager", "entry", "junior", "individual contributor"})


@dataclass(slots=True)
class Someone:
    """A person of the book as far as matching needs them; ``employer`` is 0 where none is known."""

    pk: int
    employer: int
    name: str
    key: str
    title: str
    level: str
    function: str
    linkedin: str
    place: Place
    phones: frozenset[str]
    mails: frozenset[str]
    barred: bool = False
    into: int | None = None
    facts: PersonFacts | None = None


@dataclass(slots=True)
class ToldPerson:
    """What a row says of a person, in the book's own terms."""

    found: FoundPerson
    key: PersonKey
    ways: list[Way]
    place: Place
    phones: frozenset[str] = field(init=False)
    mails: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        self.phones, self.mails = phones_in(self.ways), mails_in(self.ways)


@dataclass(slots=True)
class Meant:
    """Of whom a row speaks; ``twins`` are records of them at other employers."""

    someone: Someone
    new: bool
    twins: list[Someone] = field(default_factory=list)


class People:
    """The people of one search, found by what a row says of them; new ones are put on file."""

    def __init__(self, search: Search, bulk: Bulk, employers: Employers) -> None:
        self.search = search
        self.bulk = bulk
        self.employers = employers
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
        fixed = [self.search.pk]
        for pk, key in rows_where("book_person", "id, key", where, fixed, self._namesakes):
            self._namesakes[str(key)].add(pk)

    def find(self, one: Taken, told: ToldPerson, firm: Firm | None) -> Meant:
        """Of whom a row speaks."""
        employer = firm.pk if firm else 0
        candidates = self._candidates(told, employer)
        if not candidates:
            return Meant(self._make(told, employer), new=True)
        found = told.found
        facts = self._in_facts(
            found.name, employer, told.phones, told.mails, told.place, found.title, found.linkedin
        )  # fmt: skip
        judged = [(same_person(facts, self._facts(some)), some) for some in candidates]
        here = [
            some for verdict, some in judged
            if verdict.answer is Answer.SAME and _together(employer, some.employer)
        ]  # fmt: skip
        if here:
            best = self._now(max(here, key=lambda some: _fit(told, employer, some)))
            self._fill(one, best, told, employer)
            return Meant(best, new=False)
        made = self._make(told, employer)
        twins = [some for verdict, some in judged if verdict.answer is Answer.SAME]
        asked = [(verdict, some) for verdict, some in judged if verdict.answer is Answer.ASK]
        if asked:
            verdict, known = max(asked, key=lambda pair: _fit(told, employer, pair[1]))
            one.asked.append(self._doubt(verdict, self._now(known), made))
        return Meant(made, new=True, twins=twins)

    def reached(self, someone: Someone, ways: Iterable[Way]) -> None:
        """Learn that somebody is reached in these ways."""
        own = [way for way in ways if way.own]
        someone.phones |= phones_in(own)
        someone.mails |= mails_in(own)
        someone.facts = None
        for way in own:
            self._owners.setdefault(way.value, set()).add(someone.pk)

    def write(self) -> None:
        """Put the new ones into the book."""
        self.bulk.write()

    def close(self) -> None:
        self._marks.close()

    def _candidates(self, told: ToldPerson, employer: int) -> list[Someone]:
        """Who is worth comparing: one with a word of the name there, a number, a profile."""
        found: dict[int, Someone] = {}
        room = self._rooms.get(employer) if employer else None
        if room:
            for start in _starts(told.key):
                for someone in room.get(start, ()):
                    found[someone.pk] = someone
        strangers: set[int] = set()
        for way in told.ways:
            if way.own:
                strangers.update(self._owners.get(way.value, ()))
        if told.found.linkedin:
            strangers |= self._marks.sharing([f"l:{profile(told.found.linkedin)}"])
        key = key_of(told.key, told.found.name)
        if not employer:
            strangers |= self._namesakes.get(key, set())
        elif self._any_alone:
            strangers |= self._marks.sharing([f"a:{key}"])
        strangers -= found.keys()
        return [*found.values(), *self._those(strangers)] if strangers else [*found.values()]

    def _make(self, told: ToldPerson, employer: int) -> Someone:
        found, place = told.found, told.place
        key = key_of(told.key, found.name)
        title = found.title[:300]
        level, function, is_hr = standing(found)
        name = display_name(found.name)[:300]
        pk = self.bulk.add(
            employer or None, name, key, title, level, function, is_hr,
            found.linkedin[:300], found.note, place.country, place.region, place.zone, place.city,
        )  # fmt: skip
        made = Someone(
            pk, employer, name, key, title, level, function, found.linkedin, place,
            told.phones, told.mails,
        )  # fmt: skip
        self._seat(made, told.key)
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
        if found.title and not known.title:
            known.title, known.level, known.function = found.title[:300], level, function
            fresh |= {"title": known.title, "level": level, "function": function, "is_hr": is_hr}
        else:
            if known.level == Level.UNKNOWN and level != Level.UNKNOWN:
                known.level = fresh["level"] = level
            if known.function == Function.UNKNOWN and function != Function.UNKNOWN:
                known.function = fresh["function"] = function
                fresh |= {"is_hr": True} if is_hr else {}
        if found.linkedin and not known.linkedin:
            known.linkedin = fresh["linkedin"] = found.linkedin[:300]
            self._marks.add([f"l:{profile(found.linkedin)}"], known.pk)
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
                some.name, some.employer, some.phones, some.mails, some.place, some.title,
                some.linkedin,
            )  # fmt: skip
        return some.facts

    def _in_facts(
        self,
        name: str,
        employer: int,
        phones: frozenset[str],
        mails: frozenset[str],
        place: Place,
        title: str,
        linkedin: str,
    ) -> PersonFacts:
        firm = self.employers.firm(employer).facts if employer else None
        # The book's own number tells whether two work at one employer as well as a D-U-N-S number.
        return PersonFacts(
            name=name, employer=firm.name if firm else "", domain=firm.domain if firm else "",
            duns=str(employer or ""), phones=phones, mails=mails, city=place.city,
            region=place.region, country=place.country, title=title, linkedin=linkedin,
        )  # fmt: skip

    def _stands_alone(self, key: str, pk: int) -> None:
        self._any_alone = True
        self._marks.add([f"a:{key}"], pk)

    def _doubt(self, verdict: Verdict, known: Someone, made: Someone) -> Doubt:
        where = self.employers.firm(known.employer).facts.name if known.employer else ""
        at = f" at {where}" if where else ""
        barred = "; they asked never to be contacted" if known.barred else ""
        why = ", ".join(verdict.reasons)
        return Doubt("person", known.pk, made.pk, f"{known.name}{at}: {why}{barred}")

    def _seat(self, someone: Someone, key: PersonKey | None = None) -> None:
        self._by_pk[someone.pk] = someone
        room = self._rooms.get(someone.employer)
        if room is not None:
            for start in _starts(key or person_key(someone.name)):
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
        """People as they are on file, with what is their own to reach them by."""
        if not pks:
            return
        where = f"withdrawn_at IS NULL AND search_id = %s AND {column}"
        rows = [*rows_where("book_person", ", ".join(_READ), where, [self.search.pk], pks)]
        ways: dict[int, list[Way]] = {}
        routes = rows_where(
            "book_route", "person_id, kind, value, extension", "person_id", [], [r[0] for r in rows]
        )
        for person, kind, value, extension in routes:
            way = Way(str(kind), str(value), str(extension), "")
            if way.own:
                ways.setdefault(person, []).append(way)
        for pk, into, employer, *texts, barred in rows:
            name, key, title, level, function, linkedin, *place = map(str, texts)
            own = ways.get(pk, [])
            yield Someone(
                pk, employer or 0, name, key, title, level, function, linkedin,
                Place(*place), phones_in(own), mails_in(own), bool(barred),
                into,
            )  # fmt: skip


def key_of(key: PersonKey, name: str) -> str:
    """The comparable name as the book keeps it (see desk.parties.key_of_person)."""
    return (key.folded or name.casefold())[:300]


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


def standing(found: FoundPerson) -> tuple[str, str, bool]:
    """Level, function and whether it is HR: by the title, else by the source's own words."""
    return _standing(found.title, found.level, found.function, found.board)


def _starts(key: PersonKey) -> set[str]:
    """The beginnings of the words of a name, any of which may be of the family name."""
    words = key.folded.split()
    words.append(key.family.replace(" ", ""))
    full = [word for word in words if len(word) > 1 or word > _SIGNS_FROM]
    return {word[:1] if word > _SIGNS_FROM else word[:3] for word in full or words}


def _together(employer: int, other: int) -> bool:
    """Whether two records can be one: of one employer, or of none that is known."""
    return employer == other or not employer or not other


def _fit(told: ToldPerson, employer: int, some: Someone) -> tuple[object, ...]:
    """How well somebody fits among several that may be meant; the older of two alike."""
    found, place = told.found, told.place
    return (
        not (told.mails.isdisjoint(some.mails) and told.phones.isdisjoint(some.phones)),
        found.linkedin != "" and profile(found.linkedin) == profile(some.linkedin),
        employer == some.employer,
        key_of(told.key, found.name) == some.key,
        found.title == some.title,
        place.city == some.place.city,
        -some.pk,
    )
