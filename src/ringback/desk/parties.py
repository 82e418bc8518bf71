"""Employers, people and the ways to reach them, each fact with its evidence."""

from dataclasses import dataclass
from datetime import datetime

from ringback.book.parties import Employer, Evidence, Person, Route
from ringback.book.replan import replan
from ringback.book.suppress import alike, carry, is_suppressed, listing, refresh
from ringback.core.names import display_name, employer_key, person_key
from ringback.core.people import RouteKind
from ringback.core.phones import LETTER_O, NO_AREA_CODE, NotAPhone, read_phone
from ringback.core.places import NOWHERE, Place
from ringback.core.titles import read_title
from ringback.desk.desk import Desk
from ringback.desk.never import employers_of
from ringback.desk.placing import place_by_number
from ringback.desk.refusal import Code, Refusal
from ringback.desk.verb import verb

OWN_WORD = "told by you"


@dataclass(frozen=True)
class Source:
    """Where a fact came from, as its evidence will say; ``found_at`` defaults to now."""

    source: str = OWN_WORD
    detail: str = ""
    found_at: datetime | None = None


YOUR_WORD = Source()


def find_employer(desk: Desk, name: str) -> Employer | None:
    """The employer of this name, however it is written (``core.names``).

    A record that went with the import that brought it is not found: it is made anew.
    """
    rows = Employer.objects.filter(
        search=desk.search, key=employer_key(name), withdrawn_at__isnull=True
    )
    found = rows.order_by("pk").first()
    while found is not None and found.merged_into is not None:
        found = found.merged_into
    return found


def employer_named(
    desk: Desk,
    name: str,
    *,
    domain: str = "",
    duns: str = "",
    size: int = 0,
    place: Place = NOWHERE,
) -> Employer:
    """The employer of this name, made if need be; what is newly known about it is filled in."""
    name = " ".join(name.split())
    if not name:
        raise Refusal(Code.BAD_VALUE, "An employer needs a name.")
    found = find_employer(desk, name)
    if found is None:
        return Employer.objects.create(
            search=desk.search, name=name, key=employer_key(name), domain=domain, duns=duns,
            size=size, country=place.country, region=place.region, zone=place.zone,
            city=place.city,
        )  # fmt: skip
    fresh = {
        "domain": domain, "duns": duns, "size": size, "country": place.country,
        "region": place.region, "zone": place.zone, "city": place.city,
    }  # fmt: skip
    changed = [key for key, value in fresh.items() if value and not getattr(found, key)]
    if changed:
        for key in changed:
            setattr(found, key, fresh[key])
        found.save(update_fields=changed)
    return found


def key_of_person(name: str) -> str:
    """The comparable name of a person, as the book keeps it."""
    return (person_key(name).folded or name.casefold())[:300]


def person_at(
    desk: Desk,
    employer: Employer | None,
    name: str,
    *,
    title: str = "",
    source: Source = YOUR_WORD,
    place: Place = NOWHERE,
    linkedin: str = "",
    connection: bool = False,
) -> Person:
    """The person of this name at this employer, made if need be, with evidence for the name.

    A "Ms" or a "Herr" that is told now of somebody known without one is kept from here on.
    """
    name = display_name(name)
    if not name:
        raise Refusal(Code.BAD_VALUE, "A person needs a name.")
    key = key_of_person(name)
    found = Person.objects.filter(
        search=desk.search, employer=employer, key=key, withdrawn_at__isnull=True
    ).first()
    while found is not None and found.merged_into is not None:
        found = found.merged_into
    made = found is None
    if found is None:
        found = Person(
            search=desk.search, employer=employer, name=name, key=key, is_connection=connection,
            country=place.country, region=place.region, zone=place.zone, city=place.city,
            linkedin=linkedin,
        )  # fmt: skip
    new_address = not person_key(found.name).address and bool(person_key(name).address)
    if new_address:
        found.name = name
    new_title = bool(title) and title != found.title
    if new_title:
        read = read_title(title)
        found.title = title
        found.level, found.function, found.is_hr = read.level, read.function, read.is_hr
    if made or new_title or new_address:
        found.save()
        if made:
            found.do_not_contact = is_suppressed(desk.search, found)
            if found.do_not_contact:
                found.save(update_fields=["do_not_contact"])
    add_evidence(desk, found, "name", source)
    if new_title:
        add_evidence(desk, found, "title", source)
    return found


def add_evidence(
    desk: Desk, person: Person | None, about: str, source: Source, route: Route | None = None
) -> None:
    """Keep where a fact came from, once for each source and detail."""
    detail = source.detail[:500]
    # Merged records may hold the same evidence twice, so this asks instead of getting the one.
    kept = Evidence.objects.filter(
        search=desk.search, person=person, route=route, about=about, source=source.source[:60],
        detail=detail,
    )  # fmt: skip
    if not kept.exists():
        Evidence.objects.create(
            search=desk.search, person=person, route=route, about=about, source=source.source[:60],
            detail=detail, found_at=source.found_at or desk.now,
        )  # fmt: skip


def read_route(text: str, country: str) -> tuple[RouteKind | None, str, str]:
    """What a number or mail address says: mail or not (None: a number), value, extension.

    A number without its country's code is one of ``country``. Raises Refusal (bad value) for what
    is neither.
    """
    text = text.strip()
    if "@" in text:
        local, _, domain = text.rpartition("@")
        if not local or "." not in domain or any(c.isspace() for c in text):
            raise Refusal(Code.BAD_VALUE, f"“{text}” is not a mail address.")
        return RouteKind.MAIL, f"{local}@{domain.casefold()}", ""
    phone = read_phone(text, country or "US")
    if isinstance(phone, NotAPhone):
        raise Refusal(Code.BAD_VALUE, phone.reason, _how_to_write(phone, country))
    return None, phone.e164, phone.extension


def _how_to_write(phone: NotAPhone, country: str) -> str:
    if phone.reason == LETTER_O:
        return "Write it with the digit 0."
    if phone.reason == NO_AREA_CODE and country:
        return "Write it with its area code."
    return "Write it with its country code, such as +1 202 555 0142."


def put_route(
    desk: Desk,
    text: str,
    *,
    employer: Employer,
    person: Person | None = None,
    kind: RouteKind | None = None,
    source: Source = YOUR_WORD,
    restriction: str = "",
) -> Route:
    """A route to a person, or to the employer's switchboard, made once; part of a verb.

    Of a number with an extension the employer keeps the number, and the person both.
    """
    country = (person.country if person else "") or employer.country or desk.search.country
    mail, value, extension = read_route(text, country)
    fitting = mail or kind or (RouteKind.DIRECT if person else RouteKind.SWITCHBOARD)
    if person is not None and extension:
        # Behind an extension is a house: its number stays with the employer should they leave.
        fitting = RouteKind.SWITCHBOARD if fitting is RouteKind.DIRECT else fitting
        put_route(desk, value, employer=employer, source=source)
    kept = Route.objects.filter(
        search=desk.search, employer=employer if person is None else None, person=person,
        value=value, extension=extension,
    )  # fmt: skip
    route = kept.order_by("pk").first()
    made = route is None
    if route is None:
        route = Route.objects.create(
            search=desk.search, employer=employer if person is None else None, person=person,
            value=value, extension=extension, kind=fitting, restriction=restriction,
        )  # fmt: skip
    if made and fitting is not RouteKind.MAIL and not employer.country and not employer.zone:
        place_by_number(person if fitting is RouteKind.MOBILE and person else employer, value)
    if not made and restriction and route.restriction != restriction:
        route.restriction = restriction
        route.save(update_fields=["restriction"])
    add_evidence(desk, person, "route", source, route)
    if made and person is not None:
        _keep_barred(desk, person)
    return route


def _keep_barred(desk: Desk, person: Person) -> None:
    """Bar somebody whom a new way to reach them tells to be on the list; it goes on it as well."""
    search, was = desk.search, person.do_not_contact
    if not was and not is_suppressed(search, person):
        return
    person.do_not_contact = True
    if not was:
        person.save(update_fields=["do_not_contact"])
    carry(search, listing(search, person), person, desk.now)
    changed = refresh(search, alike(search, person)) | (set() if was else {person.pk})
    if changed:
        replan(search, employers_of(changed))


@verb
def add_route(
    desk: Desk,
    text: str,
    *,
    employer: Employer,
    person: Person | None = None,
    kind: RouteKind | None = None,
    source: Source = YOUR_WORD,
    restriction: str = "",
) -> Route:
    """Keep a number or a mail address, and re-plan what waited for it."""
    route = put_route(
        desk, text, employer=employer, person=person, kind=kind, source=source,
        restriction=restriction,
    )  # fmt: skip
    replan(desk.search, {employer.pk})
    return route
