"""What happened in a search, with where and to whom: one reading for the numbers and the proof."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from ringback.book.asking import ask, hexadecimal, utc
from ringback.book.parties import Search
from ringback.book.suppress import struck_uids
from ringback.core.people import OpeningKind
from ringback.core.places import Place
from ringback.core.touches import Kind, Line, Purpose, Reason, Reply, Result, Touch, Via, Who

_HAPPENED = """
    SELECT t.uid, t.opening_id, t.at, t.kind, t.line, t.who, t.result, t.reply, t.via, t.purpose,
        t.reason, t.person_id, t.logged_at, o.title, o.kind, o.place, e.id, e.name, e.domain,
        e.country, e.region, e.zone, e.city, p.name, p.title, p.country, p.region, p.zone, p.city,
        r.value, r.extension
    FROM book_touch t JOIN book_opening o ON o.id = t.opening_id
        JOIN book_employer e ON e.id = o.employer_id
        LEFT JOIN book_person p ON p.id = t.person_id LEFT JOIN book_route r ON r.id = t.route_id
    WHERE t.search_id = %s AND t.kind IN (@KINDS) ORDER BY t.at, t.uid
"""


@dataclass(frozen=True, slots=True)
class Happened:
    """A touch that counts, with what it takes to tell of it; what is not known is empty.

    ``logged_at`` is when it was written down (UTC), ``place`` where the called person is.
    """

    touch: Touch
    logged_at: datetime
    title: str
    opening_kind: OpeningKind
    opening_place: str
    employer_id: int
    employer: str
    domain: str
    employer_place: Place
    person: str
    person_title: str
    place: Place
    number: str
    extension: str


def happened(search: Search, kinds: Collection[Kind]) -> list[Happened]:
    """What happened of these kinds, in order; struck touches are left out."""
    question = _HAPPENED.replace("@KINDS", ", ".join(["%s"] * len(kinds)))
    rows = ask(question, search.pk, *(kind.value for kind in kinds))
    struck = {uid.hex for uid in struck_uids(search)}
    found = []
    for (uid, opening, at, kind, line, who, result, reply, via, purpose, reason, person_id,
         logged_at, title, opening_kind, opening_place, employer_id, employer, domain,
         country, region, zone, city, person, person_title, p_country, p_region, p_zone, p_city,
         number, extension) in rows:  # fmt: skip
        id = hexadecimal(uid)
        if id in struck:
            continue
        touch = Touch(
            id=id,
            opening=str(opening),
            at=utc(at) or at,
            kind=Kind(kind),
            line=Line(line) if line else None,
            who=Who(who) if who else None,
            result=Result(result) if result else None,
            reply=Reply(reply) if reply else None,
            via=Via(via) if via else None,
            purpose=Purpose(purpose) if purpose else None,
            reason=Reason(reason) if reason else None,
            person=str(person_id) if person_id else "",
        )
        there = Place(country, region, zone, city)
        own = Place(p_country or "", p_region or "", p_zone or "", p_city or "")
        found.append(
            Happened(
                touch=touch,
                logged_at=utc(logged_at) or logged_at,
                title=title,
                opening_kind=OpeningKind(opening_kind),
                opening_place=opening_place,
                employer_id=employer_id,
                employer=employer,
                domain=domain,
                employer_place=there,
                person=person or "",
                person_title=person_title or "",
                place=own.or_else(there),
                number=number or "",
                extension=extension or "",
            )
        )
    return found
