"""Friends: whom the seeker means when they name somebody they know."""

from django.db.models import Q, QuerySet

from ringback.book.parties import Evidence, Person, Search
from ringback.core.record_number import record_number
from ringback.desk.desk import Desk
from ringback.desk.parties import YOUR_WORD, Source, key_of_person, person_at
from ringback.desk.refusal import Code, Refusal

# What evidence says of people from an address book of the seeker's own: the labels of such sources.
# Written down, since loading every source for a look at one opening takes long; a test holds it.
OWN_LABELS = frozenset(
    {
        "LinkedIn's connections", "LinkedIn's export", "Google Contacts", "Outlook's contacts",
        "a vCard address book",
    }
)  # fmt: skip


def own_people(search: Search) -> QuerySet[Person]:
    """People of the seeker's own: named as such, or from an address book of theirs."""
    listed = Evidence.objects.filter(search=search, source__in=OWN_LABELS, person__isnull=False)
    return Person.objects.filter(
        Q(is_connection=True) | Q(pk__in=listed.values("person_id")),
        search=search, merged_into__isnull=True, withdrawn_at__isnull=True,
    ).select_related("employer")  # fmt: skip


def friend_named(desk: Desk, name: str, *, title: str = "", source: Source = YOUR_WORD) -> Person:
    """The connection of this name or number, wherever they work; made where there is none.

    Raises Refusal (not found) for a number that nobody has, (ambiguous) where several people of
    the seeker's own have the name.
    """
    text = name.strip().lstrip("#")
    known = Person.objects.filter(
        search=desk.search, merged_into__isnull=True, withdrawn_at__isnull=True
    ).select_related("employer")
    if text.isdigit():
        found = known.filter(pk=record_number(text)).first()
        if found is None:
            raise Refusal(
                Code.NOT_FOUND, f"There is no person with the number {text}.",
                "`ringback ties` lists your own people with their numbers.",
            )  # fmt: skip
        return found
    own = list(own_people(desk.search).filter(key=key_of_person(name)).order_by("pk"))
    profiles = {one.linkedin.casefold().rstrip("/") or str(one.pk) for one in own}
    if len(profiles) > 1:
        shown = "; ".join(
            f"#{one.pk} {one.name}" + (f" at {one.employer.name}" if one.employer else "")
            for one in own[:5]
        )
        raise Refusal(
            Code.AMBIGUOUS, f"You know {len(own)} people called “{name}”: {shown}.",
            "Say which by the number, such as 12.",
        )  # fmt: skip
    if own:
        return own[-1]
    return person_at(desk, None, name, title=title, connection=True, source=source)
