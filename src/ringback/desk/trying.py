"""What reading a file in would bring, counted in the book itself and given up again."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Set
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
from ringback.sources.dates import year_supposed
from ringback.sources.source import ReadOptions

# So many rows of each kind, and so many pairs, are told one by one.
MOST = 100
# Said once from so many rows on.
_FEW = 2
_MADE = (("openings", Opening), ("people", Person), ("employers", Employer))


@dataclass(frozen=True, slots=True)
class Common:
    """Something that was taken for granted in several rows; ``rows`` counts them all."""

    says: str
    rows: int
    where: tuple[str, ...]

    @property
    def more(self) -> int:
        return self.rows - len(self.where)


@dataclass(frozen=True, slots=True)
class Tried:
    """What an import would bring. ``became`` counts its rows by what would become of them.

    ``openings``, ``people`` and ``employers`` count the new ones. ``refused`` and ``odd`` (taken,
    but worth a look) are the first rows of their kind; ``asked`` the first pairs that may be one,
    of ``pairs`` in all. ``common`` is what holds for several rows alike and is told of none.
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
    common: tuple[Common, ...] = ()

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
    common = common_of(
        (line.where, line.reason) for line in report.lines if line.became != "refused"
    )
    shared = {one.says for one in common}
    odd = sum(1 for _ in _odd(report.lines, shared))
    return Tried(
        became=became, **made, refused=tuple(islice(_refused(report.lines), MOST)),
        odd=tuple(islice(_odd(report.lines, shared), MOST)), odds=odd, asked=report.asked[:MOST],
        pairs=len(report.asked), common=common,
    )  # fmt: skip


def _counts(desk: Desk) -> dict[str, int]:
    return {
        name: model._default_manager.filter(search=desk.search).count() for name, model in _MADE
    }


def _refused(lines: Lines) -> Iterator[Line]:
    return (line for line in lines if line.became == "refused")


def _odd(lines: Lines, shared: Set[str]) -> Iterator[Line]:
    """The rows that are worth a look, without what is said of several at once."""
    for line in lines:
        if line.became != "refused" and (reason := own_reason(line.reason, shared)):
            yield line._replace(reason=reason)


def own_reason(reason: str, shared: Set[str]) -> str:
    """What is said of a row alone: its reason without what is said of several at once."""
    says, rest = year_supposed(reason)
    return rest if says in shared else reason


def common_of(told: Iterable[tuple[str, str]]) -> tuple[Common, ...]:
    """The years that were taken for several rows alike, from where each stood and what it says."""
    rows: Counter[str] = Counter()
    where: dict[str, list[str]] = {}
    for place, reason in told:
        says, _ = year_supposed(reason)
        if says:
            rows[says] += 1
            if len(where.setdefault(says, [])) < MOST:
                where[says].append(place)
    return tuple(
        Common(says, count, tuple(where[says])) for says, count in rows.items() if count >= _FEW
    )
