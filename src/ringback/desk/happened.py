"""What happened in a search, with where and to whom, as the proof tells it."""

from collections.abc import Collection
from datetime import datetime
from typing import NamedTuple

from ringback.book.asking import ask, moments, put_as
from ringback.book.parties import Search
from ringback.book.suppress import struck_uids
from ringback.book.told import coded
from ringback.core.people import OpeningKind
from ringback.core.places import Place
from ringback.core.touches import Kind, Touch

_KINDS = {kind.value: kind for kind in OpeningKind}
_HAPPENED = """
    SELECT @HEX(t.uid), t.opening_id, @UTC(t.at), @FORMAT('%%s,%%s,%%s,%%s,%%s,%%s,%%s,%%s,%%s',
            t.kind, t.line, t.who, t.result, t.reply, t.via, t.purpose, t.bar, t.reason),
        t.person_id, o.title, o.kind, o.place, e.id, e.name, e.domain, e.country, e.region, e.zone,
        e.city, p.name, p.title, r.value, r.extension
    FROM book_touch t JOIN book_opening o ON o.id = t.opening_id
        JOIN book_employer e ON e.id = o.employer_id
        LEFT JOIN book_person p ON p.id = t.person_id LEFT JOIN book_route r ON r.id = t.route_id
    WHERE t.search_id = %s AND t.kind IN (@KINDS) AND t.opening_id IN (
        SELECT opening_id FROM book_touch WHERE search_id = %s AND at >= %s AND at < %s)
    ORDER BY t.at, t.uid
"""


class Happened(NamedTuple):
    """A touch that counts, with what it takes to tell of it; what is not known is empty."""

    touch: Touch
    title: str
    opening_kind: OpeningKind
    opening_place: str
    employer_id: int
    employer: str
    domain: str
    employer_place: Place
    person: str
    person_title: str
    number: str
    extension: str


def happened(
    search: Search, kinds: Collection[Kind], since: datetime, until: datetime
) -> list[Happened]:
    """What happened of these kinds, in order, to the openings of which something did in a period.

    The period is from ``since`` to before ``until`` (aware); struck touches are left out.
    """
    question = _HAPPENED.replace("@KINDS", ", ".join(["%s"] * len(kinds)))
    asked = (kind.value for kind in kinds)
    put, moment_of = put_as(), moments()
    struck = {uid.hex for uid in struck_uids(search)}
    found = []
    for (id, opening, at, words, person_id, title, kind, opening_place, employer_id, employer,
         domain, country, region, zone, city, person, person_title, number, extension) in ask(
             question, search.pk, *asked, search.pk, put(since), put(until)):  # fmt: skip
        if id in struck:
            continue
        touch = Touch(
            id, str(opening), moment_of(at), *coded(words),
            person=str(person_id) if person_id else "",
        )  # fmt: skip
        found.append(
            Happened(
                touch, title, _KINDS[kind], opening_place, employer_id, employer, domain,
                Place(country, region, zone, city), person or "", person_title or "",
                number or "", extension or "",
            )
        )  # fmt: skip
    return found
