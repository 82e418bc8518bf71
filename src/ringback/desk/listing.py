"""The list of all openings with what each waits for, in one query."""

from dataclasses import dataclass, replace
from datetime import date

from ringback.book.openings import Opening
from ringback.core.touches import Stage
from ringback.desk.desk import Desk
from ringback.desk.ended import taken_back
from ringback.desk.verb import reading

_COLUMNS = (
    "pk", "title", "employer_id", "employer__name", "stage", "kind",
    "step__kind", "step__day", "step__person__name",
)  # fmt: skip
_ORDER = {stage.value: index for index, stage in enumerate(Stage)}


@dataclass(frozen=True, slots=True)
class Listed:
    """One opening in the list; without a step it is closed. ``day`` is the step's due day.

    ``taken_back`` tells that it is closed because its adding was taken back.
    """

    opening: int
    title: str
    employer_id: int
    employer: str
    stage: str
    kind: str
    step: str | None
    day: date | None
    person: str | None
    taken_back: bool = False


@reading
def listed(desk: Desk, *, stage: Stage | None = None, closed: bool = False) -> list[Listed]:
    """The openings of a search by stage and due day; closed ones only when asked for."""
    rows = Opening.objects.filter(search=desk.search)
    if stage is not None:
        rows = rows.filter(stage=stage.value)
    elif not closed:
        rows = rows.exclude(stage=Stage.CLOSED.value)
    found = [Listed(*row) for row in rows.values_list(*_COLUMNS)]
    if any(one.stage == Stage.CLOSED.value for one in found):
        gone = taken_back(desk)
        found = [replace(one, taken_back=one.opening in gone) for one in found]
    found.sort(key=lambda one: (_ORDER.get(one.stage, 0), one.day or date.max, one.opening))
    return found
