"""The seeker's own people, put together from every file and note that tells of them."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime

from ringback.book.journal import Touch
from ringback.book.parties import Employer, Evidence, Person, Route
from ringback.book.suppress import struck_uids
from ringback.book.ties import Position
from ringback.book.ties import Tie as TieRow
from ringback.core.facts import EmployerFacts, profile
from ringback.core.ties import Acquaintance, Contacts, Source, Stay
from ringback.core.touches import Kind
from ringback.desk.desk import Desk
from ringback.desk.friends import OWN_LABELS, own_people

_NUMBERS = ("direct", "mobile", "switchboard")


@dataclass(slots=True)
class Human:
    """One human being: their records, the newest first, each with the day of its evidence."""

    records: list[tuple[datetime | None, Person]]
    own: bool = True

    @property
    def person(self) -> Person:
        return self.records[0][1]

    @property
    def pks(self) -> set[int]:
        return {person.pk for _, person in self.records}

    @property
    def profiles(self) -> set[str]:
        return {profile(person.linkedin) for _, person in self.records} - {""}


@dataclass(slots=True)
class _Proof:
    """What evidence says of a person: of their name, and of a number of theirs."""

    name: Source | None = None
    number: Source | None = None
    newest: datetime | None = None


@dataclass(slots=True)
class OwnPeople:
    """Everybody whom the seeker knows in one search, looked up once for many questions."""

    desk: Desk
    humans: list[Human] = field(init=False)
    mine: list[Stay] = field(init=False)
    facts: dict[int, EmployerFacts] = field(default_factory=dict, init=False)
    _proofs: dict[int, _Proof] = field(init=False)
    _by_profile: dict[str, list[TieRow]] = field(init=False)
    _by_key: dict[str, list[TieRow]] = field(init=False)
    _helped: dict[int, date] = field(init=False)
    _keys: dict[str, int] = field(init=False)
    _phones: dict[int, list[str]] = field(init=False)

    def __post_init__(self) -> None:
        search = self.desk.search
        self._phones = defaultdict(list)
        board = Route.objects.filter(search=search, person=None).exclude(kind="mail")
        for pk, number in board.values_list("employer_id", "value"):
            self._phones[pk or 0].append(number)
        people = list(own_people(search).order_by("pk"))
        self._proofs = self._what_proves([person.pk for person in people])
        self.humans = self._humans(people)
        self._keys = defaultdict(int)
        for human in self.humans:
            for key in {person.key for _, person in human.records}:
                self._keys[key] += 1
        standing = {"search": search, "imported__taken_back_at__isnull": True}
        self._by_profile, self._by_key = defaultdict(list), defaultdict(list)
        for row in TieRow.objects.filter(**standing).select_related("imported").order_by("-pk"):
            if row.profile:
                self._by_profile[row.profile].append(row)
            self._by_key[row.key].append(row)
        self.mine = [
            Stay(
                EmployerFacts(name=row.employer), row.since, row.until,
                dated=row.since is not None, evidence=_place(row),
            )
            for row in Position.objects.filter(**standing).select_related("imported")
        ]  # fmt: skip
        self._helped = self._who_helped()

    def employers(self) -> dict[int, list[Human]]:
        """At which employers somebody is or was, by the employers' numbers."""
        found: dict[int, list[Human]] = defaultdict(list)
        for human in self.humans:
            for number in {person.employer_id for _, person in human.records}:
                if number is not None:
                    found[number].append(human)
        return found

    def others_at(self, employers: Iterable[int]) -> list[Human]:
        """People known at these employers, by whichever way, of whom a tie tells as well."""
        own = {pk for human in self.humans for pk in human.pks}
        rows = Person.objects.filter(
            search=self.desk.search, employer_id__in=list(employers), merged_into__isnull=True,
            withdrawn_at__isnull=True, do_not_contact=False,
        ).exclude(pk__in=own)  # fmt: skip
        return [
            Human([(None, person)], own=False)
            for person in rows.select_related("employer").order_by("pk")
            if profile(person.linkedin) in self._by_profile or person.key in self._by_key
        ]

    def facts_of(self, employer: Employer) -> EmployerFacts:
        """What is known of an employer, as it is compared."""
        found = self.facts.get(employer.pk)
        if found is None:
            found = self.facts[employer.pk] = EmployerFacts(
                name=employer.name, duns=employer.duns, domain=employer.domain,
                city=employer.city, region=employer.region, country=employer.country,
                phones=frozenset(self._phones.get(employer.pk, ())),
            )  # fmt: skip
        return found

    def connected_on(self, human: Human) -> date | None:
        days = [told.connected_on for told in self._contacts(human) if told.connected_on]
        return min(days, default=None)

    def acquaintance(self, human: Human) -> Acquaintance:
        """All that ties the seeker to somebody."""
        proofs = [self._proofs.get(pk, _Proof()) for pk in human.pks]
        number = next((proof.number for proof in proofs if proof.number), None)
        # A connection stands in no address book; what the network tells of it stands in its ties.
        listed = next((proof.name for proof in proofs if proof.name), None)
        helped = [self._helped[pk] for pk in human.pks if pk in self._helped]
        contacts = self._contacts(human)
        return Acquaintance(
            contacts=contacts,
            stays=tuple(
                Stay(self.facts_of(person.employer), evidence=self._seen(person))
                for _, person in human.records
                if person.employer is not None
            ),
            number=number,
            listed=listed if not contacts else None,
            helped_on=max(helped, default=None),
        )

    def _seen(self, person: Person) -> Source:
        proof = self._proofs.get(person.pk)
        return proof.name if proof and proof.name else Source()

    def _contacts(self, human: Human) -> tuple[Contacts, ...]:
        rows = [row for slug in sorted(human.profiles) for row in self._by_profile.get(slug, ())]
        known = {row.pk for row in rows}
        found = [_told(row) for row in rows]
        for key in sorted({person.key for _, person in human.records}):
            for row in self._by_key.get(key, ()):
                # Another profile of the same name is somebody else.
                if row.pk in known or (row.profile and human.profiles):
                    continue
                alone = human.own and self._keys[key] == 1 and not row.profile
                if alone or self._keys[key] <= 1:
                    found.append(_told(row, by_name_only=not alone))
        return tuple(found)

    def _humans(self, people: list[Person]) -> list[Human]:
        grouped: dict[str, list[tuple[datetime | None, Person]]] = defaultdict(list)
        for person in people:
            proof = self._proofs.get(person.pk, _Proof())
            key = profile(person.linkedin) or str(person.pk)
            grouped[key].append((proof.newest, person))
        for records in grouped.values():
            records.sort(key=lambda one: (one[0] is not None, one[0], one[1].pk), reverse=True)
        return [
            Human(records)
            for records in grouped.values()
            if not any(person.do_not_contact for _, person in records)
        ]

    def _what_proves(self, pks: list[int]) -> dict[int, _Proof]:
        """The evidence from the seeker's own files, and the day of the newest of any kind."""
        found: dict[int, _Proof] = defaultdict(_Proof)
        wanted = frozenset(pks)
        rows = Evidence.objects.filter(search=self.desk.search, person__isnull=False)
        for pk, about, source, detail, found_at, route in (
            rows.order_by("found_at", "pk")
            .values_list("person_id", "about", "source", "detail", "found_at", "route__kind")
            .iterator(chunk_size=2000)
        ):
            if pk not in wanted:
                continue
            proof = found[pk]
            if about in ("name", "title"):
                proof.newest = found_at
            if source not in OWN_LABELS:
                continue
            if about == "name":
                proof.name = Source(source, detail)
            elif route in _NUMBERS:
                proof.number = Source(source, detail)
        return found

    def _who_helped(self) -> dict[int, date]:
        """The last day on which each friend opened a door, as the seeker counts days."""
        struck = struck_uids(self.desk.search)
        rows = Touch.objects.filter(
            search=self.desk.search, kind=Kind.REFERRED.value, other__isnull=False
        )
        calendar = self.desk.calendar
        return {
            row.other_id: calendar.day_of(calendar.home, row.at)
            for row in rows.order_by("at")
            if row.uid not in struck and row.other_id is not None
        }


def _told(row: TieRow, *, by_name_only: bool = False) -> Contacts:
    return Contacts(
        evidence=_place(row), connected_on=row.connected_on, sent=row.sent, received=row.received,
        sent_on=row.sent_on, received_on=row.received_on, invited=row.invited,
        invited_on=row.invited_on, recommended_me_on=row.recommended_me_on,
        recommended_them_on=row.recommended_them_on, by_name_only=by_name_only,
    )  # fmt: skip


def _place(row: TieRow | Position) -> Source:
    return Source(row.imported.source, f"{row.imported.name}, {row.where}")
