"""What a team page says of a company's staff, for those who read pages and those who ask."""

from dataclasses import dataclass

from ringback.core.found import FoundPerson
from ringback.core.people import RouteKind


@dataclass(frozen=True, slots=True)
class Page:
    """What a page says of a company's staff.

    ``people`` in page order; ``built_by_script`` where nobody is named because the page is empty
    until a browser runs it; ``links`` to likely team pages of the same site, best first; ``notes``
    in words for the user.
    """

    people: tuple[FoundPerson, ...] = ()
    built_by_script: bool = False
    links: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def as_json(page: Page) -> dict[str, list[dict[str, str | None]]]:
    """The page's people as ``{"people": [{"name", "title", "email", "phone", "linkedin"}, …]}``."""
    return {"people": [_json_person(p) for p in page.people]}


def _json_person(person: FoundPerson) -> dict[str, str | None]:
    mail = next((r.value for r in person.routes if r.kind is RouteKind.MAIL), None)
    call = next((r for r in person.routes if r.kind.is_call), None)
    phone = None
    if call is not None:
        phone = f"{call.value} ext. {call.extension}" if call.extension else call.value
    return {
        "name": person.name,
        "title": person.title or None,
        "email": mail,
        "phone": phone,
        "linkedin": person.linkedin or None,
    }
