"""Numbers and mail addresses of a file as the book keeps them."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from ringback.core.found import FoundRoute
from ringback.core.people import RouteKind
from ringback.core.phones import NotAPhone, read_phone


class Way(NamedTuple):
    """A route to be: its kind, E.164 number or mail address, extension and restriction."""

    kind: str
    value: str
    extension: str
    restriction: str


_KINDS = {kind: kind.value for kind in RouteKind}
_BOARD, _MAIL = RouteKind.SWITCHBOARD.value, RouteKind.MAIL.value


def ways_of(routes: Iterable[FoundRoute], country: str, doubts: list[str]) -> list[Way]:
    """These routes, numbers read as written in a country; what is none is told in ``doubts``."""
    found: list[Way] = []
    for route in routes:
        value, extension = route.value.strip(), route.extension
        if not value:
            continue
        if route.kind is RouteKind.MAIL:
            if "@" not in value:
                doubts.append(f"“{route.value}” is no mail address")
                continue
            value = value.casefold()
        else:
            phone = read_phone(value, country)
            if isinstance(phone, NotAPhone):
                doubts.append(f"“{route.value}” is kept out: {phone.reason}")
                continue
            value, extension = phone.e164, extension or phone.extension
        found.append(Way(_KINDS[route.kind], value, extension, route.restriction[:300]))
    return found


def houses_of(ways: Iterable[Way]) -> list[Way]:
    """The numbers behind extensions: they stay with the employer should somebody leave."""
    kind = RouteKind.SWITCHBOARD.value
    return [Way(kind, way.value, "", "") for way in ways if way.extension and not way.restriction]


def is_own(way: Way) -> bool:
    """Whether it may be somebody's own: a switchboard without an extension is not."""
    return way.kind != _BOARD or way.extension != ""


def phones_in(ways: Sequence[Way]) -> frozenset[str]:
    """The numbers by which one of several people is told, a shared one with its extension."""
    return frozenset(
        way.value + (f"x{way.extension}" if way.extension else "")
        for way in ways if way.kind != _MAIL and is_own(way)
    )  # fmt: skip


def mails_in(ways: Sequence[Way]) -> frozenset[str]:
    return frozenset(way.value for way in ways if way.kind == _MAIL)
