"""Do not contact: who must never be contacted again, in any opening, under any record of theirs.

What they are recognised by is kept as a digest only, so that the list can outlive an erasure.
"""

import hashlib
from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from ringback.book.bulk import rows_where
from ringback.book.journal import Touch
from ringback.book.parties import Person, Route, Search, Suppression
from ringback.core.touches import Bar, Kind, Reply, Result


def _digest(search: Search, mark: str) -> str:
    keyed = hashlib.blake2b(mark.encode(), key=search.uid.bytes, digest_size=32)
    return keyed.hexdigest()


def marks(person: Person) -> set[str]:
    """What somebody is recognised by: mails, own numbers, profile, and name at an employer.

    An employer's switchboard is no mark: others are called there too.
    """
    routes = Route.objects.filter(person=person).values_list("kind", "value")
    where = person.employer.key if person.employer is not None else None
    return marks_of(person.linkedin, routes, person.key, where)


def marks_of(
    linkedin: str, routes: Iterable[tuple[str, str]], name: str, employer: str | None
) -> set[str]:
    """The same of somebody by kind and value of their routes, and the keys of the names."""
    found = {f"linkedin:{linkedin.casefold().rstrip('/')}"} if linkedin else set()
    for kind, value in routes:
        if kind != "switchboard":
            found.add(f"{'mail' if kind == 'mail' else 'number'}:{value.casefold()}")
    if name:
        # A friend may be known by no more than their name.
        found.add(f"name:{name}@{employer or ''}")
    return found


def listed(search: Search, some: Iterable[str]) -> set[str]:
    """Those of many marks that stand on the list, struck or not."""
    by_digest = {_digest(search, mark): mark for mark in some}
    rows = rows_where(
        "book_suppression", "digest", "search_id = %s AND digest", [search.pk], by_digest
    )
    return {by_digest[digest] for (digest,) in rows}


def suppress(search: Search, person: Person, since: datetime, touch_uid: UUID | None) -> None:
    """Put somebody on the list, for every record by which they may come back."""
    Suppression.objects.bulk_create(
        Suppression(search=search, digest=_digest(search, mark), touch_uid=touch_uid, since=since)
        for mark in sorted(marks(person))
    )


def listing(search: Search, person: Person) -> set[UUID | None]:
    """The touches by which somebody stands on the list, struck or not (None: for good)."""
    digests = [_digest(search, mark) for mark in marks(person)]
    rows = Suppression.objects.filter(search=search, digest__in=digests)
    return set(rows.values_list("touch_uid", flat=True))


def carry(
    search: Search, touches: Iterable[UUID | None], person: Person, since: datetime
) -> list[list[str]]:
    """Keep somebody on the list by these touches under what they are recognised by now.

    The rows that it took, each as its digest and its touch; ``drop`` takes them away again.
    """
    wanted = [(_digest(search, mark), uid) for mark in sorted(marks(person)) for uid in touches]
    rows = Suppression.objects.filter(search=search, digest__in=[digest for digest, _ in wanted])
    there = set(rows.values_list("digest", "touch_uid"))
    fresh = [one for one in wanted if one not in there]
    Suppression.objects.bulk_create(
        Suppression(search=search, digest=digest, touch_uid=uid, since=since)
        for digest, uid in fresh
    )
    return [[digest, str(uid or "")] for digest, uid in fresh]


def drop(search: Search, carried: Iterable[list[str]]) -> None:
    """Take away what ``carry`` added."""
    for digest, uid in carried:
        rows = Suppression.objects.filter(search=search, digest=digest)
        rows.filter(touch_uid=uid or None).delete()


def is_suppressed(search: Search, person: Person) -> bool:
    """Whether somebody is on the list, under whichever record the book now holds of them."""
    touches = listing(search, person)
    if not touches:
        return False
    if None in touches:
        return True
    struck = struck_uids(search)
    return any(uid not in struck for uid in touches)


def struck_uids(search: Search, opening: int | None = None) -> frozenset[UUID]:
    """The touches of a search that are struck, strikes that are themselves struck left out.

    ``opening`` asks about the touches of that one alone: a strike stands with what it strikes.
    """
    rows = Touch.objects.filter(search=search, kind=Kind.STRUCK.value)
    if opening is not None:
        rows = rows.filter(opening_id=opening)
    by: dict[UUID, list[UUID]] = {}
    for uid, strikes in rows.values_list("uid", "strikes"):
        if strikes is not None:
            by.setdefault(strikes, []).append(uid)

    def is_struck(uid: UUID) -> bool:
        return any(not is_struck(strike) for strike in by.get(uid, ()))

    return frozenset(uid for uid in by if is_struck(uid))


def alike(search: Search, person: Person) -> list[Person]:
    """Every record in the search that may be of this person: one of their marks is the same.

    What was made one with this record is of the same person, whatever name it bears.
    """
    records = _made_one(person)
    same = Q(pk__in=[one.pk for one in records])
    own = Route.objects.filter(person__in=records).exclude(kind="switchboard")
    for value in set(own.values_list("value", flat=True)):
        same |= Q(route__value__iexact=value)
    for one in records:
        if one.linkedin:
            profile = one.linkedin.rstrip("/")
            same |= Q(linkedin__iexact=profile) | Q(linkedin__iexact=f"{profile}/")
        if one.key:
            # Several records may be of one employer, as one that came back once it was withdrawn.
            where = Q(employer__key=one.employer.key) if one.employer else Q(employer=None)
            same |= where & Q(key=one.key)
    found = Person.objects.filter(search=search).select_related("employer")
    return list(found.filter(same).distinct())


def _made_one(person: Person) -> list[Person]:
    """The record, the one that stands for it, and all for which that one stands."""
    first = person
    while first.merged_into is not None:
        first = first.merged_into
    records = level = [first]
    while level:
        level = list(Person.objects.filter(merged_into__in=level).select_related("employer"))
        records = records + level
    return records


def refresh(search: Search, people: Iterable[Person]) -> set[int]:
    """Keep ``do_not_contact`` of these people in step with the record; who changed."""
    changed: set[int] = set()
    for person in people:
        barred = is_suppressed(search, person)
        if person.do_not_contact != barred:
            person.do_not_contact = barred
            person.save(update_fields=["do_not_contact"])
            changed.add(person.pk)
    return changed


def says_never(touch: Touch) -> bool:
    """Whether somebody asked in this touch never to be contacted again."""
    return (
        touch.bar == Bar.DO_NOT_CONTACT.value
        or touch.result == Result.DO_NOT_CONTACT.value
        or touch.reply == Reply.STOP.value
    )
