"""The doubtful pairs of an import: kept apart, and asked about once."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypedDict, cast

from ringback.book.imports import Import
from ringback.book.parties import Employer, Person
from ringback.desk.intake.taken import Taken

ASKED = "asked"
_TABLE = {"person": "people", "employer": "employers"}


class _Kept(TypedDict, total=False):
    """A question as the import keeps it; the rows by their table, for an archive to find them."""

    people: list[int]
    employers: list[int]
    where: str
    why: str
    answer: str


@dataclass(frozen=True)
class Asked:
    """Two records that may be one. ``number`` names the question; ``known`` was there before.

    ``what`` is the made one as it is called, ``why`` the known one and the reasons in words;
    ``answer`` is same, apart or still empty.
    """

    number: str
    kind: str
    where: str
    what: str
    why: str
    known: int
    made: int
    answer: str


class Questions:
    """Collects the questions of one import."""

    def __init__(self, of: Import) -> None:
        self.of = of
        self._kept: dict[str, _Kept] = {}

    def add(self, rows: Iterable[Taken]) -> None:
        for one in rows:
            for doubt in one.asked or ():
                kept: _Kept = {"where": one.row.where[:80], "why": doubt.why, "answer": ""}
                pair = [doubt.known, doubt.made]
                if doubt.kind == "person":
                    kept["people"] = pair
                else:
                    kept["employers"] = pair
                self._kept[str(len(self._kept) + 1)] = kept

    def keep(self) -> None:
        """Put them on file with their import; the caller saves it."""
        if self._kept:
            self.of.options[ASKED] = self._kept


def asked_by(of: Import) -> tuple[Asked, ...]:
    """The questions of an import, in their order; one is moot without both of its records.

    Two that were merged since have their answer.
    """
    kept = cast(dict[str, _Kept], of.options.get(ASKED, {}))
    people = {pk for one in kept.values() for pk in one.get("people", ())}
    firms = {pk for one in kept.values() for pk in one.get("employers", ())}
    standing = {"withdrawn_at": None}
    there: Mapping[str, Mapping[int, Person | Employer]] = {
        "person": {one.pk: one for one in Person.objects.filter(pk__in=people, **standing)},
        "employer": {one.pk: one for one in Employer.objects.filter(pk__in=firms, **standing)},
    }
    found = []
    for number, one in kept.items():
        kind = "person" if "people" in one else "employer"
        pair = [
            there[kind][pk]
            for pk in one.get("people") or one.get("employers") or ()
            if pk in there[kind]
        ]
        if len(pair) == 2:
            known, made = pair
            merged = made.merged_into_id is not None or known.merged_into_id is not None
            found.append(
                Asked(f"{of.pk}.{number}", kind, one["where"], made.name, one["why"], known.pk,
                      made.pk, one["answer"] or ("same" if merged else ""))
            )  # fmt: skip
    return tuple(found)
