"""Changing the cadence: the text is checked, and everything is planned anew in one act."""

from dataclasses import dataclass
from datetime import date

from ringback.book.openings import Opening
from ringback.book.parties import Search
from ringback.book.replan import differing, plan, replan
from ringback.core.cadence import Cadence
from ringback.core.cadence_file import BadCadence, read_cadence, write_cadence
from ringback.core.steps import Step
from ringback.desk.desk import Desk
from ringback.desk.refusal import Code, Refusal
from ringback.desk.verb import reading, verb


@dataclass(frozen=True)
class Move:
    """An opening whose step would be another: its day before and after (None: closed)."""

    opening: Opening
    before: date | None
    after: date | None
    why: str


def _read(text: str) -> Cadence:
    try:
        return read_cadence(text)
    except BadCadence as error:
        raise Refusal(Code.BAD_CADENCE, str(error), error.hint) from error


@verb
def change_cadence(desk: Desk, text: str) -> int:
    """Put other rules in force (TOML, see core.cadence_file); how many openings have a new step.

    Raises Refusal (bad cadence) with the line and the permitted range; nothing is changed then.
    """
    cadence = _read(text)
    desk.search.cadence = write_cadence(cadence)
    desk.search.save(update_fields=["cadence"])
    return replan(desk.search)


@reading
def preview_cadence(desk: Desk, text: str, limit: int = 20) -> tuple[int, list[Move]]:
    """What other rules would move: how many openings, and the first of them. Writes nothing."""
    cadence = _read(text)
    trial = Search.objects.get(pk=desk.search.pk)
    trial.cadence = write_cadence(cadence)
    moved = differing(plan(trial))
    rows = Opening.objects.select_related("employer", "step").in_bulk(
        [one.opening for one in moved[:limit]]
    )
    moves = []
    for one in moved[:limit]:
        row = rows[one.opening]
        kept = getattr(row, "step", None)
        step = one.outlook.step
        after = step.day if isinstance(step, Step) else None
        moves.append(
            Move(row, kept.day if kept else None, after, step.why if isinstance(step, Step) else "")
        )
    return len(moved), moves
