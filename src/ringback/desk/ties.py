"""Who of the seeker's own people is or was at an employer, how well they know them, what to ask."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from ringback.book.journal import Touch
from ringback.book.openings import Opening
from ringback.book.parties import Employer, Person, Route
from ringback.book.replan import standing
from ringback.book.suppress import struck_uids
from ringback.core.facts import EmployerFacts
from ringback.core.names import fold
from ringback.core.people import OpeningKind
from ringback.core.places import Place
from ringback.core.same import Answer, Verdict, employer_blocks, same_employer
from ringback.core.scripts import Facts, Script, script_for
from ringback.core.texts.choice import language_for
from ringback.core.ties import Strength, Tie, tie
from ringback.core.touches import Kind, Stage
from ringback.desk.desk import Desk
from ringback.desk.openings import find_opening
from ringback.desk.own_people import Human, OwnPeople
from ringback.desk.own_words import home_of, own_lines_in
from ringback.desk.parties import find_employer
from ringback.desk.refusal import Code, Refusal
from ringback.desk.verb import reading

# Of those who may merely know somebody there, as many as a person would think of asking.
MOST_PERHAPS = 10
_STRENGTHS = tuple(Strength)
_OF_FRIENDS = (Kind.ASKED, Kind.AGREED, Kind.REFUSED, Kind.REFERRED)


class Where(StrEnum):
    """How somebody stands to an employer, as far as is known."""

    THERE = "works there"
    WAS = "worked there"
    PERHAPS = "may know people there"


@dataclass(frozen=True)
class Asked:
    """What came last of asking them for an opening: asked, agreed, refused or referred."""

    what: str
    on: date
    by: date | None


@dataclass(frozen=True)
class Opener:
    """Somebody who may open the door: who, how they stand to the employer, how strong the tie is.

    ``at`` is the employer of their newest record; ``doubts`` say why it may be another employer
    than the one in question (empty: it is the same).
    """

    person: Person
    where: Where
    at: Employer | None
    doubts: tuple[str, ...]
    tie: Tie
    routes: tuple[Route, ...]
    asked: Asked | None = None


@dataclass(frozen=True)
class BackDoor:
    """The seeker's own people for one employer, the likeliest to help first.

    ``employer`` is None for a name that the book does not hold; ``opening`` the one in question.
    """

    name: str
    employer: Employer | None
    opening: Opening | None
    people: tuple[Opener, ...]


@dataclass(slots=True)
class _Looking:
    """One look over the seeker's own people, for as many employers as are asked for."""

    desk: Desk
    own: OwnPeople = field(init=False)
    at: dict[int, list[Human]] = field(init=False)
    firms: dict[int, Employer] = field(init=False)
    blocks: dict[str, set[int]] = field(init=False)

    def __post_init__(self) -> None:
        self.own = OwnPeople(self.desk)
        self.at = self.own.employers()
        self.firms = Employer.objects.in_bulk(list(self.at))
        self.blocks = {}
        for pk, firm in self.firms.items():
            for block in employer_blocks(self.own.facts_of(firm)):
                self.blocks.setdefault(block, set()).add(pk)

    def door(self, name: str, employer: Employer | None, opening: Opening | None) -> BackDoor:
        facts = self.own.facts_of(employer) if employer else EmployerFacts(name=name)
        same = self._same(facts, employer)
        asked = _asked(self.desk, opening) if opening else {}
        found: dict[int, Opener] = {}
        for pk, verdict in same.items():
            for human in self.at.get(pk, ()):
                self._add(found, human, pk, verdict, asked)
        if employer is not None:
            for human in self.own.others_at([employer.pk]):
                self._add(found, human, employer.pk, None, asked)
        for human in self._perhaps(facts):
            self._add(found, human, 0, None, asked)
        return BackDoor(name, employer, opening, tuple(sorted(found.values(), key=_order)))

    def _same(self, facts: EmployerFacts, employer: Employer | None) -> dict[int, Verdict | None]:
        """The records that may be of this employer; None where it is the very record."""
        near = {
            pk for block in employer_blocks(facts) for pk in self.blocks.get(block, ())
        }  # fmt: skip
        found: dict[int, Verdict | None] = {}
        for pk in sorted(near):
            if employer is not None and pk == employer.pk:
                continue
            verdict = same_employer(facts, self.own.facts_of(self.firms[pk]))
            if verdict.answer is not Answer.DIFFERENT:
                found[pk] = verdict
        if employer is not None:
            found[employer.pk] = None
        return found

    def _perhaps(self, facts: EmployerFacts) -> list[Human]:
        """Those to whom the seeker was connected while they worked at this employer themselves."""
        times = [
            stay
            for stay in self.own.mine
            if stay.since and same_employer(facts, stay.employer).answer is Answer.SAME
        ]
        if not times:
            return []
        met = []
        for human in self.own.humans:
            on = self.own.connected_on(human)
            if on and any(
                stay.since and stay.since <= on <= (stay.until or date.max) for stay in times
            ):
                met.append((on, human.person.pk, human))
        return [human for _, _, human in sorted(met, key=lambda one: one[:2])[:MOST_PERHAPS]]

    def _add(
        self,
        found: dict[int, Opener],
        human: Human,
        employer: int,
        verdict: Verdict | None,
        asked: dict[int, Asked],
    ) -> None:
        person = human.person
        how = tie(self.own.acquaintance(human), self.own.mine, self.desk.today)
        if how is None or person.pk in found:
            return
        where = Where.PERHAPS
        if employer:
            where = Where.THERE if person.employer_id == employer else Where.WAS
        doubtful = verdict is not None and verdict.answer is Answer.ASK
        found[person.pk] = Opener(
            person=person,
            where=where,
            at=person.employer,
            doubts=verdict.reasons if verdict is not None and doubtful else (),
            tie=how,
            routes=tuple(Route.objects.filter(person_id__in=human.pks).order_by("pk")),
            asked=next((asked[pk] for pk in human.pks if pk in asked), None),
        )


@reading
def connections_at(desk: Desk, where: Opening | Employer | str) -> BackDoor:
    """The seeker's own people at the employer of an opening, at an employer, or of that name.

    Whoever asked not to be contacted is left out.
    """
    looking = _Looking(desk)
    if isinstance(where, Opening):
        return looking.door(where.employer.name, where.employer, where)
    if isinstance(where, Employer):
        return looking.door(where.name, where, _only_opening(desk, where))
    return looking.door(where, None, None)


@reading
def all_doors(desk: Desk) -> tuple[BackDoor, ...]:
    """The same for every opening that is not closed, those without any of one's own left out."""
    looking = _Looking(desk)
    rows = Opening.objects.filter(search=desk.search).exclude(stage=Stage.CLOSED.value)
    doors = (
        looking.door(opening.employer.name, opening.employer, opening)
        for opening in rows.select_related("employer").order_by("pk")
    )
    return tuple(door for door in doors if door.people)


def place_named(desk: Desk, reference: str) -> Opening | Employer | str:
    """What is meant: an opening by its number or words, an employer by its name, else the name.

    Raises Refusal (not found) for a number that no opening has, (ambiguous).
    """
    text = reference.strip()
    if text.lstrip("#").isdigit():
        return find_opening(desk, text)
    employer = find_employer(desk, text)
    if employer is None:
        employer = _employer_of_words(desk, text)
    if employer is not None:
        return _only_opening(desk, employer) or employer
    try:
        return find_opening(desk, text)
    except Refusal as refusal:
        if refusal.code is not Code.NOT_FOUND:
            raise
        return text


def words_for(desk: Desk, door: BackDoor, opener: Opener) -> Script:
    """What to ask somebody, truthfully, for the opening or the employer in question."""
    opening, person = door.opening, opener.person
    hires = ""
    if opening is not None:
        ground = standing(desk.search, opening)
        manager = ground.person(ground.now.manager)
        hires = manager.name if manager is not None and manager.id != str(person.pk) else ""
    facts = Facts(
        seeker_name=desk.search.seeker_name,
        manager_name=person.name,
        manager_spoken=person.spoken,
        employer=door.name,
        opening_title=opening.title if opening else "",
        opening_kind=OpeningKind(opening.kind) if opening else OpeningKind.APPROACH,
        in_hr=bool(opening and opening.in_hr),
        hires=hires,
        today=desk.today,
        friend_there=opener.where is Where.THERE and not opener.doubts,
        friend_was_there=opener.where is Where.WAS and not opener.doubts,
        asked_friend_on=opener.asked.on if opener.asked else None,
    )
    search = desk.search
    there = Place(person.country, person.region, person.zone, person.city)
    lang = language_for(search.language, there, home=home_of(search))
    return script_for("ask friend", facts, own_lines_in(search, lang), lang)


def _employer_of_words(desk: Desk, text: str) -> Employer | None:
    words = fold(text).split()
    rows = Employer.objects.filter(
        search=desk.search, merged_into__isnull=True, withdrawn_at__isnull=True
    )
    fitting = [
        row for row in rows.order_by("pk") if words and all(w in fold(row.name) for w in words)
    ]
    pursued = [row for row in fitting if Opening.objects.filter(employer=row).exists()]
    chosen = pursued or fitting
    if len(chosen) > 1:
        shown = "; ".join(row.name for row in chosen[:5])
        raise Refusal(
            Code.AMBIGUOUS, f"“{text}” fits {len(chosen)} employers: {shown}.",
            "Say which by more of its name, or give the number of an opening.",
        )  # fmt: skip
    return chosen[0] if chosen else None


def _only_opening(desk: Desk, employer: Employer) -> Opening | None:
    rows = Opening.objects.filter(search=desk.search, employer=employer)
    found = list(rows.exclude(stage=Stage.CLOSED.value).select_related("employer")[:2])
    return found[0] if len(found) == 1 else None


def _asked(desk: Desk, opening: Opening) -> dict[int, Asked]:
    """What came last of asking anybody for an opening, by person."""
    struck = struck_uids(desk.search)
    calendar = desk.calendar
    rows: Iterable[Touch] = Touch.objects.filter(
        opening=opening, kind__in=[kind.value for kind in _OF_FRIENDS], other__isnull=False
    ).order_by("at", "uid")
    return {
        row.other_id: Asked(row.kind, calendar.day_of(calendar.home, row.at), row.day)
        for row in rows
        if row.uid not in struck and row.other_id is not None
    }


def _order(opener: Opener) -> tuple[int, bool, int, str, int]:
    places = tuple(Where)
    return (
        places.index(opener.where), bool(opener.doubts),
        _STRENGTHS.index(opener.tie.strength), opener.person.name, opener.person.pk,
    )  # fmt: skip
