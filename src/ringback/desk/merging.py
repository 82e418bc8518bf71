"""Merging: two records of one person or one employer become one, and can be parted again."""

from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import Q

from ringback.book.journal import Touch
from ringback.book.openings import Opening
from ringback.book.parties import Employer, Evidence, Merge, Person, Route
from ringback.book.replan import replan
from ringback.book.suppress import alike, carry, drop, listing, refresh
from ringback.desk.desk import Desk
from ringback.desk.never import employers_of
from ringback.desk.refusal import Code, Refusal
from ringback.desk.verb import reading, verb


@dataclass(frozen=True)
class Preview:
    """What a merge would bring together, in words."""

    kept: str
    gone: str
    moves: tuple[str, ...]


@reading
def preview_people(kept: Person, gone: Person) -> Preview:
    """What merging the second person into the first would do; changes nothing."""
    routes = Route.objects.filter(person=gone).values_list("value", flat=True)
    count = Evidence.objects.filter(person=gone).count()
    return Preview(kept.name, gone.name, (*routes, f"{count} pieces of evidence"))


@reading
def preview_employers(kept: Employer, gone: Employer) -> Preview:
    """What merging the second employer into the first would do; changes nothing."""
    openings = Opening.objects.filter(employer=gone).values_list("title", flat=True)
    people = Person.objects.filter(employer=gone).values_list("name", flat=True)
    return Preview(kept.name, gone.name, (*openings, *people))


@verb
def merge_people(desk: Desk, kept: Person, gone: Person) -> Merge:
    """Make the first record stand for the second as well; what happened to either is theirs.

    Raises Refusal: not found where one went with its import, bad value where they are one already
    or work at different employers.
    """
    _both_stand(desk, kept, gone)
    if kept.pk == gone.pk or gone.merged_into_id is not None or kept.merged_into_id is not None:
        raise Refusal(Code.BAD_VALUE, "These are one record already.")
    if kept.employer_id != gone.employer_id and None not in (kept.employer_id, gone.employer_id):
        raise Refusal(
            Code.BAD_VALUE, f"{kept.name} and {gone.name} are at different employers.",
            "Merge the employers first, if they are one.",
        )  # fmt: skip
    own = set(Route.objects.filter(person=kept).values_list("value", "extension"))
    listed = listing(desk.search, kept) | listing(desk.search, gone)
    routes = [
        route.pk
        for route in Route.objects.filter(person=gone)
        if (route.value, route.extension) not in own
    ]
    evidence = list(Evidence.objects.filter(person=gone).values_list("pk", flat=True))
    Route.objects.filter(pk__in=routes).update(person=kept)
    Evidence.objects.filter(pk__in=evidence).update(person=kept)
    filled: dict[str, str | bool | None] = {}
    for field in ("title", "spoken", "linkedin", "city", "region", "country", "zone"):
        if not getattr(kept, field) and getattr(gone, field):
            filled[field] = ""
            setattr(kept, field, getattr(gone, field))
    if "title" in filled:
        filled |= {"level": kept.level, "function": kept.function, "is_hr": kept.is_hr}
        kept.level, kept.function, kept.is_hr = gone.level, gone.function, gone.is_hr
    if kept.employer_id is None and gone.employer_id is not None:
        # A friend who turns out to work there is found there from now on.
        filled["employer_id"] = None
        kept.employer_id = gone.employer_id
    kept.save()
    gone.merged_into = kept
    gone.save(update_fields=["merged_into"])
    carried = [
        *carry(desk.search, listed, kept, desk.now), *carry(desk.search, listed, gone, desk.now)
    ]  # fmt: skip
    merge = Merge.objects.create(
        search=desk.search, at=desk.now, kind="person", kept=kept.pk, gone=gone.pk,
        moved={"routes": routes, "evidence": evidence, "filled": filled, "carried": carried},
    )  # fmt: skip
    _replan(desk, kept, gone)
    return merge


@verb
def merge_employers(desk: Desk, kept: Employer, gone: Employer) -> Merge:
    """Make the first record stand for the second as well, with its openings, people and routes."""
    _both_stand(desk, kept, gone)
    if kept.pk == gone.pk or gone.merged_into_id is not None or kept.merged_into_id is not None:
        raise Refusal(Code.BAD_VALUE, "These are one record already.")
    people = Person.objects.filter(employer=gone).select_related("employer")
    listed = {person.pk: listing(desk.search, person) for person in people}
    moved: dict[str, list[int] | list[list[str]]] = {
        "openings": list(Opening.objects.filter(employer=gone).values_list("pk", flat=True)),
        "people": list(Person.objects.filter(employer=gone).values_list("pk", flat=True)),
        "routes": list(Route.objects.filter(employer=gone).values_list("pk", flat=True)),
    }
    Opening.objects.filter(employer=gone).update(employer=kept)
    Person.objects.filter(employer=gone).update(employer=kept)
    Route.objects.filter(employer=gone).update(employer=kept)
    # They are known by their employer's name among others, and that is another one now.
    there = Person.objects.filter(pk__in=listed).select_related("employer")
    barred = [person for person in there if listed[person.pk]]
    moved["carried"] = [
        one for person in barred for one in carry(desk.search, listed[person.pk], person, desk.now)
    ]
    gone.merged_into = kept
    gone.save(update_fields=["merged_into"])
    merge = Merge.objects.create(
        search=desk.search, at=desk.now, kind="employer", kept=kept.pk, gone=gone.pk, moved=moved
    )
    replan(desk.search, {kept.pk} | _refresh(desk, barred, kept.pk))
    return merge


@verb
def part(desk: Desk, merge: Merge) -> None:
    """Take a merge back: both records stand for themselves again.

    Raises Refusal (nothing) where it was taken back before.
    """
    if merge.undone_at is not None:
        raise Refusal(Code.NOTHING, "That merge was taken back already.")
    moved = merge.moved
    drop(desk.search, moved.get("carried", ()))
    if merge.kind == "person":
        kept, gone = Person.objects.get(pk=merge.kept), Person.objects.get(pk=merge.gone)
        Route.objects.filter(pk__in=moved["routes"]).update(person=gone)
        Evidence.objects.filter(pk__in=moved["evidence"]).update(person=gone)
        for field, before in moved["filled"].items():
            setattr(kept, field, before)
        kept.save()
        gone.merged_into = None
        gone.save(update_fields=["merged_into"])
        _replan(desk, kept, gone)
    else:
        firm = Employer.objects.get(pk=merge.gone)
        Opening.objects.filter(pk__in=moved["openings"]).update(employer=firm)
        Person.objects.filter(pk__in=moved["people"]).update(employer=firm)
        Route.objects.filter(pk__in=moved["routes"]).update(employer=firm)
        firm.merged_into = None
        firm.save(update_fields=["merged_into"])
        there = Person.objects.filter(pk__in=moved["people"]).select_related("employer")
        barred = [person for person in there if listing(desk.search, person)]
        changed = _refresh(desk, barred, merge.kept, firm.pk)
        replan(desk.search, {merge.kept, firm.pk} | changed)
    merge.undone_at = desk.now
    merge.save(update_fields=["undone_at"])


@reading
def last_merge(desk: Desk) -> Merge | None:
    """The newest merge that still stands."""
    rows = Merge.objects.filter(search=desk.search, undone_at__isnull=True)
    return rows.order_by("-pk").first()


def _both_stand(desk: Desk, *records: Person | Employer) -> None:
    for one in records:
        if one.search_id != desk.search.pk:
            raise Refusal(Code.NOT_FOUND, "That record is not in this search.")
        if one.withdrawn_at is not None:
            raise Refusal(
                Code.NOT_FOUND, f"{one.name} went when its import was taken back.",
                "Merge records that are on file.",
            )  # fmt: skip


def _refresh(desk: Desk, listed: Collection[Person], *employers: int) -> set[int]:
    """Keep in step who is barred at these employers, and whoever may be one of those listed.

    The employers at which that changes something.
    """
    people = Person.objects.filter(search=desk.search, employer_id__in=employers)
    concerned = {other.pk: other for person in listed for other in alike(desk.search, person)}
    concerned |= {person.pk: person for person in (*people.select_related("employer"), *listed)}
    return employers_of(refresh(desk.search, concerned.values()))


def _replan(desk: Desk, *people: Person) -> None:
    """Plan anew where these people work, and wherever else a touch speaks of them."""
    about = Q(person__in=people) | Q(other__in=people)
    touches = Touch.objects.filter(about, search=desk.search)
    employers = set(touches.values_list("opening__employer_id", flat=True))
    employers |= {one.employer_id for one in people if one.employer_id is not None}
    replan(desk.search, employers | _refresh(desk, people))
