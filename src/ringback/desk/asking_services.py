"""A research service asked about an employer because the seeker said so; what it told is kept."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from ipaddress import ip_address

from ringback.book.openings import Opening
from ringback.book.parties import Employer
from ringback.core.found import FoundEmployer, FoundPerson
from ringback.core.manager import Known, Vacancy, rank
from ringback.core.names import employer_key
from ringback.core.people import Person as PersonValue
from ringback.core.people import RouteKind
from ringback.core.titles import read_title
from ringback.core.zones import place_of
from ringback.desk.desk import Desk
from ringback.desk.parties import Source, put_route
from ringback.desk.refusal import Code, Refusal
from ringback.desk.verb import verb
from ringback.desk.who import Kept, keep_each
from ringback.sources.api.client import LIMITS, Client
from ringback.sources.api.keys import find_keys, forget, missing, store
from ringback.sources.api.service import Answer, Planned, Question, Service
from ringback.sources.api.services import SERVICES
from ringback.sources.contact_values import domain_of, duns_of
from ringback.sources.unreadable import Unreadable
from ringback.sources.web.addresses import is_loopback
from ringback.sources.web.domains import same_site
from ringback.sources.web.guest import Guest
from ringback.sources.web.urls import is_number, read_url

# For tests alone: "hunter=http://127.0.0.1:8000", a server of this machine in a service's place.
TEST_SERVICES_VARIABLE = "RINGBACK_TEST_SERVICES"
# By what went wrong at a service: why the desk refuses.
CODES = {
    "key": Code.KEY, "later": Code.LATER, "question": Code.BAD_VALUE, "unknown": Code.NOT_FOUND,
    "ambiguous": Code.AMBIGUOUS, "barred": Code.DO_NOT_CONTACT,
}  # fmt: skip


@dataclass(frozen=True)
class Asking:
    """What would be asked of a service, and what it would cost, before anything is.

    ``key_in`` says where the key was found; empty where there is none.
    """

    service: Service
    question: Question
    steps: tuple[Planned, ...]
    units: int
    key_in: str


@dataclass(frozen=True)
class Asked:
    """What came of it: who is new and who was known, units used, addresses asked, remarks."""

    kept: Kept
    used: int
    requests: tuple[str, ...]
    notes: tuple[str, ...]


def service_named(name: str) -> Service:
    """Raises Refusal (not found)."""
    found = SERVICES.get(name.casefold())
    if found is None:
        raise Refusal(
            Code.NOT_FOUND, f"There is no service called “{name}”.",
            f"There are {', '.join(SERVICES)}.",
        )  # fmt: skip
    return found


def keep_key(service: Service, parts: Sequence[str]) -> None:
    """Store a service's key in the system's keyring, one text for each part of it.

    Raises Refusal (key).
    """
    try:
        for need, part in zip(service.needs, parts, strict=True):
            store(need, part, service.label)
    except Unreadable as error:
        raise _refusal(error) from None


def forget_key(service: Service) -> bool:
    """Take a service's key out of the keyring; whether it was there. Raises Refusal (key)."""
    try:
        return forget(service)
    except Unreadable as error:
        raise _refusal(error) from error


def plan_asking(
    desk: Desk,
    opening: Opening,
    service: Service,
    *,
    known_as: str = "",
    person: str = "",
    most: int | None = None,
) -> Asking:
    """Work out what a service would be asked about an opening's employer; nothing is asked.

    ``known_as`` is the employer's site or D-U-N-S number where the book has none or another;
    ``person`` asks for one person alone; ``most`` is how many units may be used. Raises Refusal
    (bad value, key).
    """
    employer = opening.employer
    domain, duns = employer.domain, employer.duns
    if known_as:
        domain, duns = domain_of(known_as) or domain, duns_of(known_as) or duns
        if not domain_of(known_as) and not duns_of(known_as):
            raise Refusal(
                Code.BAD_VALUE, f"“{known_as}” is neither a site nor a D-U-N-S number.",
                "Write acme.example, or nine digits.",
            )  # fmt: skip
    if most is None:
        most = service.usual_for_one if person else service.usual
    if not 1 <= most <= service.largest:
        raise Refusal(
            Code.BAD_VALUE,
            f"{service.label} is asked for 1 to {service.largest} {service.unit}s at a time.",
            "Ask again for the rest.",
        )
    question = Question(
        employer=employer.name, domain=domain, duns=duns, city=employer.city,
        country=employer.country, person=" ".join(person.split()), most=most,
        order=_Order(desk.today, opening),
    )  # fmt: skip
    try:
        steps = tuple(service.plan(_base_of(service), question))
        keys = find_keys(service)
    except Unreadable as error:
        raise _refusal(error) from error
    units = sum(step.units for step in steps)
    return Asking(service, question, steps, units, keys.where if keys else "")


def ask(desk: Desk, opening: Opening, asking: Asking, client: Client | None = None) -> Asked:
    """Ask the service what was planned, and keep what it tells with its evidence.

    Raises Refusal (key, later, bad value, not found, ambiguous, do not contact, not fetched).
    """
    service = asking.service
    client = client or own_client(service)
    try:
        keys = find_keys(service)
        if keys is None:
            raise missing(service)
        for secret in keys.parts.values():
            client.hide(secret)
        answer = service.ask(client, keys.parts, asking.question)
    except Unreadable as error:
        raise _refusal(error) from error
    kept, doubts = keep_answer(desk, opening.employer, service, asking.question, answer)
    return Asked(kept, answer.used, tuple(client.asked), (*answer.notes, *doubts))


def own_client(service: Service) -> Client:
    """A client with the product's own limits."""
    base = _base_of(service)
    here = frozenset[tuple[str, int]]()
    if base != service.base:
        url = read_url(base)
        here = frozenset({(url.host, url.port)})
    guest = Guest(limits=LIMITS, here=here)
    return Client(service.label, base, guest=guest, meanings=service.meanings)


@verb
def keep_answer(
    desk: Desk, employer: Employer, service: Service, question: Question, answer: Answer
) -> tuple[Kept, tuple[str, ...]]:
    """Keep the people of an answer, and what it says of the employer; with the doubts it leaves.

    Who is said to work elsewhere is left out. A restriction stays with its route.
    """
    people: list[tuple[FoundPerson, Source]] = []
    doubts: list[str] = []
    for told in answer.told:
        person, there = told.found.person, told.found.employer
        if person is None:
            continue
        if there is not None and _is_elsewhere(question, there):
            doubts.append(f"{person.name} works at {there.name} now, says {service.label}.")
            continue
        source = Source(service.label, told.sureness)
        people.append((person, source))
        doubts += [f"{person.name}: {doubt}" for doubt in told.found.doubts]
        if there is not None:
            _fill_in(employer, there)
            doubts += _keep_board(desk, employer, there, source)
    return keep_each(desk, employer, people), tuple(dict.fromkeys(doubts))


def _is_elsewhere(question: Question, there: FoundEmployer) -> bool:
    """Whether an answer speaks of another employer than was asked for.

    Where only a name was asked for, the service's own choice of the company stands.
    """
    if question.duns and there.duns:
        return question.duns != there.duns
    if not question.domain or not there.domain:
        return False
    return not same_site(question.domain, there.domain) and employer_key(
        question.employer
    ) != employer_key(there.name)


def _fill_in(employer: Employer, there: FoundEmployer) -> None:
    """What the book does not know of the employer yet."""
    place = place_of(there.country, there.region, there.city)
    fresh = {"domain": there.domain, "duns": there.duns, "size": there.size}
    if not employer.country and not employer.city:
        fresh |= {"country": place.country, "region": place.region, "zone": place.zone,
                  "city": place.city}  # fmt: skip
    changed = [name for name, value in fresh.items() if value and not getattr(employer, name)]
    for name in changed:
        setattr(employer, name, fresh[name])
    if changed:
        employer.save(update_fields=changed)


def _keep_board(desk: Desk, employer: Employer, there: FoundEmployer, source: Source) -> list[str]:
    """The employer's own routes; what could not be read, told."""
    doubts = []
    for route in there.routes:
        kind = None if route.kind is RouteKind.MAIL else route.kind
        try:
            put_route(desk, route.value, employer=employer, kind=kind, source=source,
                      restriction=route.restriction)  # fmt: skip
        except Refusal as refusal:
            doubts.append(refusal.sentence)
    return doubts


@dataclass(frozen=True)
class _Order:
    """Puts titles in the order in which they are likely to hire for an opening (core.manager)."""

    today: date
    opening: Opening

    def __call__(self, titles: Sequence[str]) -> Sequence[int]:
        opening = self.opening
        vacancy = Vacancy(
            title=opening.title, reports_to=opening.reports_to, in_hr=opening.in_hr
        )  # fmt: skip
        known = [Known(_somebody(place, title)) for place, title in enumerate(titles)]
        ranked = rank(vacancy, known, opening.employer.size, self.today)
        return [int(one.person.id) for one in ranked]


def _somebody(place: int, title: str) -> PersonValue:
    read = read_title(title)
    return PersonValue(
        id=str(place), name=f"{place:04}", title=title, level=read.level, function=read.function,
        is_hr=read.is_hr,
    )  # fmt: skip


def _base_of(service: Service) -> str:
    """Where the service is: its own address, or that of a server of this machine in a test."""
    named = os.environ.get(TEST_SERVICES_VARIABLE, "")
    for one in named.split(","):
        key, _, address = one.strip().partition("=")
        if key == service.key:
            host = read_url(address).host
            if not (is_number(host) and is_loopback(ip_address(host))):
                raise Refusal(Code.BAD_VALUE, f"{TEST_SERVICES_VARIABLE} is for this machine only.")
            return address
    return service.base


def _refusal(error: Unreadable) -> Refusal:
    return Refusal(CODES.get(error.code, Code.NOT_FETCHED), error.sentence, error.hint)
