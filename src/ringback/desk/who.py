"""Who hires: the people known at an employer, ranked for an opening, and how they become known."""

from collections.abc import Iterable
from dataclasses import dataclass

from ringback.book.journal import Touch
from ringback.book.openings import Opening
from ringback.book.parties import Employer, Evidence, Person, Route
from ringback.book.replan import replan, standing
from ringback.book.suppress import struck_uids, suppress
from ringback.core.found import FoundPerson
from ringback.core.ground import Ground
from ringback.core.manager import Known, Vacancy, ask_for, rank
from ringback.core.people import Function, Level, RouteKind
from ringback.core.people import Person as PersonValue
from ringback.core.posting import department_in
from ringback.core.texts.language import ENGLISH
from ringback.core.titles import read_title
from ringback.core.touches import Kind, Result
from ringback.desk.desk import Desk
from ringback.desk.parties import Source, person_at, put_route
from ringback.desk.refusal import Refusal
from ringback.desk.verb import reading, verb

_INSIDE = Result.REFERRED_INSIDE.value
# As evidence says that the posting itself names somebody.
IN_POSTING = "the posting"
_WRONG = frozenset({Result.WRONG_PERSON.value, Result.LEFT_COMPANY.value})


@dataclass(frozen=True)
class Suggestion:
    """Somebody who may hire for the opening, best first, with the reasons and what is on file.

    ``aside``: they do not hire for it themselves, but may say who does.
    """

    person: Person
    reasons: tuple[str, ...]
    routes: tuple[Route, ...]
    evidence: tuple[Evidence, ...]
    aside: bool
    is_manager: bool


@dataclass(frozen=True)
class WhoHires:
    """The answer to "who hires for it?": people in order, and what to ask the receptionist for."""

    opening: Opening
    suggestions: tuple[Suggestion, ...]
    ask_for: str
    switchboard: tuple[Route, ...]


@dataclass(frozen=True)
class Kept:
    """People that a page or file named: who is new, who was known, and what could not be kept."""

    new: tuple[Person, ...]
    known: tuple[Person, ...]
    doubts: tuple[str, ...]


@reading
def who_hires(desk: Desk, opening: Opening, lang: str = ENGLISH) -> WhoHires:
    """The people known at the employer in the order in which they are likely to hire for this.

    ``lang`` is the language (ISO 639-1) in which it is said whom to ask for.
    """
    ground = standing(desk.search, opening)
    value = ground.opening
    vacancy = _vacancy(opening, ground)
    known = _what_is_known(desk, opening, value.people)
    ranked = rank(vacancy, known, value.employer.size, desk.today)
    rows = Person.objects.prefetch_related("route_set", "evidence_set").in_bulk(
        [int(candidate.person.id) for candidate in ranked]
    )
    suggestions = []
    for candidate in ranked:
        row = rows[int(candidate.person.id)]
        suggestions.append(
            Suggestion(
                person=row,
                reasons=candidate.reasons,
                routes=tuple(row.route_set.all()),
                evidence=tuple(row.evidence_set.all()),
                aside=candidate.aside,
                is_manager=candidate.person.id == ground.now.manager,
            )
        )
    return WhoHires(
        opening,
        tuple(suggestions),
        ask_for(vacancy, value.employer.size, lang),
        tuple(Route.objects.filter(employer=opening.employer, person=None)),
    )


def asked_for(opening: Opening, ground: Ground, lang: str = ENGLISH) -> str:
    """Whom to ask the receptionist for, ready for "I'd like to write to …"."""
    return ask_for(_vacancy(opening, ground), ground.employer.size, lang)


def _vacancy(opening: Opening, ground: Ground) -> Vacancy:
    return Vacancy(
        title=opening.title, function=_work_of(opening), place=ground.employer.place,
        reports_to=opening.reports_to, in_hr=opening.in_hr,
    )  # fmt: skip


def where_posted(opening: Opening) -> str:
    """How evidence names the posting of an opening: by its address, else by the job."""
    return opening.url or f"“{opening.title}”"


def _work_of(opening: Opening) -> Function:
    """The work that the posting's department names, where the job's title names none."""
    if read_title(opening.title).function is not Function.UNKNOWN:
        return Function.UNKNOWN
    return read_title(department_in(opening.posting)).function


@verb
def keep_people(
    desk: Desk, employer: Employer, people: Iterable[FoundPerson], source: Source
) -> Kept:
    """Keep people whom a page or a file names at an employer, with their routes and evidence.

    A number that cannot be read is told among the doubts; the person is kept all the same.
    """
    return keep_each(desk, employer, [(found, source) for found in people])


@verb
def keep_each(desk: Desk, employer: Employer, people: Iterable[tuple[FoundPerson, Source]]) -> Kept:
    """The same for people each of whom has a source of their own.

    Somebody whom their source says not to contact is on the list from then on.
    """
    new: list[Person] = []
    known: list[Person] = []
    doubts: list[str] = []
    before = set(Person.objects.filter(employer=employer).values_list("pk", flat=True))
    for found, source in people:
        person = person_at(
            desk, employer, found.name, title=found.title, source=source, linkedin=found.linkedin
        )
        if found.board and person.level != Level.BOARD.value:
            person.level = Level.BOARD.value
            person.save(update_fields=["level"])
        if found.do_not_contact and not person.do_not_contact:
            suppress(desk.search, person, desk.now, None)
            person.do_not_contact = True
            person.save(update_fields=["do_not_contact"])
        (known if person.pk in before else new).append(person)
        for route in found.routes:
            kind = None if route.kind is RouteKind.MAIL else route.kind
            text = f"{route.value} ext. {route.extension}" if route.extension else route.value
            try:
                put_route(desk, text, employer=employer, person=person, kind=kind, source=source,
                          restriction=route.restriction)  # fmt: skip
            except Refusal as refusal:
                doubts.append(f"{found.name}: {refusal.sentence}")
    replan(desk.search, {employer.pk})
    return Kept(tuple(new), tuple(known), tuple(doubts))


def _what_is_known(desk: Desk, opening: Opening, people: tuple[PersonValue, ...]) -> list[Known]:
    """The people with what calls to this employer, and the age of the evidence, have taught."""
    struck = struck_uids(desk.search)
    rows = Touch.objects.filter(search=desk.search, opening__employer=opening.employer)
    wrong: set[str] = set()
    referred: set[str] = set()
    for uid, kind, person, other, result in rows.exclude(result="").values_list(
        "uid", "kind", "person_id", "other_id", "result"
    ):
        if uid in struck:
            continue
        if result in _WRONG and person is not None:
            wrong.add(str(person))
        if kind == Kind.REFERRED.value:
            referred.add(str(person))
        elif result == _INSIDE and other is not None:
            referred.add(str(other))
    evidence = Evidence.objects.filter(search=desk.search, person__employer=opening.employer)
    confirmed = set(evidence.filter(source="the receptionist").values_list("person_id", flat=True))
    posted = evidence.filter(source=IN_POSTING, about="name")
    posted = posted.filter(detail__in=("", where_posted(opening)))
    named = set(posted.values_list("person_id", flat=True))
    newest = {
        person: found_at.date()
        for person, found_at in evidence.order_by("found_at").values_list("person_id", "found_at")
    }
    return [
        Known(
            person=person,
            named_in_posting=int(person.id) in named,
            confirmed_by_receptionist=int(person.id) in confirmed,
            evidence=newest.get(int(person.id)),
            wrong_person=person.id in wrong,
            referred_to=person.id in referred,
        )
        for person in people
    ]
