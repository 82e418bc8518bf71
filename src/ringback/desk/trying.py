"""What reading a file in would bring, counted in the book itself and given up again."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from django.db import transaction

from ringback.book.openings import Opening
from ringback.book.parties import Employer, Person
from ringback.desk.desk import Desk
from ringback.desk.imports import import_file
from ringback.desk.intake.lines import Line, Lines
from ringback.desk.intake.questions import Asked
from ringback.desk.verb import reading
from ringback.sources.source import ReadOptions

# So many rows of each kind, and so many pairs, are told one by one.
MOST = 100
_MADE = (("openings", Opening), ("people", Person), ("employers", Employer))


@dataclass(frozen=True, slots=True)
class Tried:
    """What an import would bring. ``became`` counts its rows by what would become of them.

    ``openings``, ``people`` and ``employers`` count the new ones. ``refused`` and ``odd`` (taken,
    but worth a look) are the first rows of their kind; ``asked`` the first pairs that may be one,
    of ``pairs`` in all.
    """

    became: dict[str, int]
    openings: int
    people: int
    employers: int
    refused: tuple[Line, ...]
    odd: tuple[Line, ...]
    odds: int
    asked: tuple[Asked, ...]
    pairs: int

    @property
    def rows(self) -> int:
        return sum(self.became.values())

    @property
    def is_nothing(self) -> bool:
        """Whether the book would stay as it is."""
        return not (self.became["created"] or self.became["updated"])

    @property
    def more_refused(self) -> int:
        return self.became["refused"] - len(self.refused)

    @property
    def more_odd(self) -> int:
        return self.odds - len(self.odd)

    @property
    def more_asked(self) -> int:
        return self.pairs - len(self.asked)


@reading
def tried(
    begin: Callable[[], Desk],
    path: Path,
    options: ReadOptions,
    key: str = "",
    progress: Callable[[int], None] = lambda done: None,
) -> Tried:
    """What reading a file in would bring, exactly; the book stays as it is.

    ``begin`` opens the desk, and may begin the search: that is given up again as well.
    Raises Refusal as ``import_file`` does, and whatever ``progress`` raises.
    """
    with transaction.atomic():
        desk = begin()
        before = _counts(desk)
        report = import_file(desk, path, options, key, progress)
        made = {name: count - before[name] for name, count in _counts(desk).items()}
        became = {name: getattr(report, name) for name in report.lines.counts}
        transaction.set_rollback(True)
    odd = sum(1 for _ in _odd(report.lines))
    return Tried(
        became=became, **made, refused=tuple(islice(_refused(report.lines), MOST)),
        odd=tuple(islice(_odd(report.lines), MOST)), odds=odd, asked=report.asked[:MOST],
        pairs=len(report.asked),
    )  # fmt: skip


def _counts(desk: Desk) -> dict[str, int]:
    return {
        name: model._default_manager.filter(search=desk.search).count() for name, model in _MADE
    }


def _refused(lines: Lines) -> Iterator[Line]:
    return (line for line in lines if line.became == "refused")


def _odd(lines: Lines) -> Iterator[Line]:
    return (line for line in lines if line.became != "refused" and line.reason)
