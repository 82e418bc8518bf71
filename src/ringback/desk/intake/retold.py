"""A file that was read before: its rows mean whom they meant then."""

from collections import deque
from collections.abc import Sequence

from ringback.book.imports import Import, ImportRow
from ringback.book.parties import Employer, Person
from ringback.desk.erase import GONE
from ringback.desk.intake.taken import Taken

_AT_ONCE = 500


class Retold:
    """What the rows of a file were about when it was last read, in their order."""

    def __init__(self, of: Import) -> None:
        same = Import.objects.filter(search=of.search, sha256=of.sha256, taken_back_at=None)
        self._before = same.exclude(pk=of.pk).order_by("-pk").first()
        self._last = 0
        self._waiting: dict[str, deque[tuple[int, int]]] = {}

    def tell(self, rows: Sequence[Taken]) -> None:
        """Say of these rows whom they meant, as far as that is still on file."""
        if self._before is None:
            return
        told = [self._about(one.row.where[:80]) for one in rows]
        firms = Employer.objects.filter(pk__in={firm for firm, _ in told}, withdrawn_at=None)
        people = Person.objects.filter(pk__in={person for _, person in told}, withdrawn_at=None)
        standing = set(firms.values_list("pk", flat=True))
        known = set(people.exclude(name=GONE).values_list("pk", flat=True))
        for one, (firm, person) in zip(rows, told, strict=True):
            one.again = (firm if firm in standing else 0, person if person in known else 0)

    def _about(self, where: str) -> tuple[int, int]:
        """The employer and the person of a row; 0 where none is known."""
        while where not in self._waiting and self._read_on():
            pass
        waiting = self._waiting.get(where)
        if waiting is None:
            return 0, 0
        told = waiting.popleft()
        if not waiting:
            del self._waiting[where]
        return told

    def _read_on(self) -> bool:
        rows = ImportRow.objects.filter(of=self._before, pk__gt=self._last).order_by("pk")
        some = list(rows.values_list("pk", "where", "before")[:_AT_ONCE])
        for pk, where, before in some:
            about = before.get("about", {})
            employer, person = about.get("employers") or [0], about.get("people") or [0]
            self._waiting.setdefault(where, deque()).append((employer[0], person[0]))
            self._last = pk
        return bool(some)
