"""Never again: somebody asked not to be contacted, and the whole search keeps to it."""

from collections.abc import Collection

from ringback.book.journal import Touch
from ringback.book.openings import Opening
from ringback.book.parties import Person
from ringback.book.replan import replan
from ringback.book.suppress import alike, refresh, suppress
from ringback.desk.desk import Desk


def never(desk: Desk, person: Person, touch: Touch) -> None:
    """Put somebody on the list for good, under every record that the book holds of them."""
    suppress(desk.search, person, desk.now, touch.uid)
    barred = refresh(desk.search, alike(desk.search, person))
    replan(desk.search, employers_of(barred) - {touch.opening.employer_id})


def employers_of(people: Collection[int]) -> set[int]:
    """The employers with openings at which these people are known, or for which they were asked."""
    asked = Touch.objects.filter(other_id__in=people)
    rows = Person.objects.filter(pk__in=people, employer__isnull=False)
    employers = rows.values_list("employer_id", flat=True)
    return set(asked.values_list("opening__employer_id", flat=True)) | set(
        Opening.objects.filter(employer_id__in=list(employers)).values_list(
            "employer_id", flat=True
        )
    )
