"""What becomes of one row while it is taken in, and what it takes to take it back."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from ringback.core.found import Found
from ringback.core.places import Place


@dataclass(frozen=True, slots=True)
class Doubt:
    """Two records that may be of one and the same, kept apart until somebody says so.

    ``kind`` is person or employer; ``known`` was there before ``made``; ``why`` is in words.
    """

    kind: str
    known: int
    made: int
    why: str


# What a column of the book held before and holds now: only a value that is still there is undone.
Filled = dict[str, str | int | bool | list[int] | dict[str, list[int]]]


class Taken:
    """What becomes of one row.

    ``people``, ``employers``, ``routes`` and ``evidence`` number the rows of the book that were
    made for it; ``again`` are the employer and the person that it meant when the file was read
    before (0: none). ``filled`` says what was empty of its employer and of its person (see
    ``fill``), ``was`` what was empty of its opening. ``there`` is where the row says that its
    employer is.
    """

    __slots__ = (
        "again", "asked", "barred", "carried", "changed", "doubts", "employer", "employers",
        "evidence", "filled", "new", "opening", "people", "person", "placed", "routes", "row",
        "there", "was",
    )  # fmt: skip

    def __init__(self, row: Found) -> None:
        self.row = row
        self.employer = self.person = 0
        self.again = (0, 0)
        self.there: Place | None = None
        self.opening: int | None = None
        self.people: tuple[int, ...] = ()
        self.employers: tuple[int, ...] = ()
        self.routes: list[int] = []
        self.evidence: list[int] = []
        self.filled: dict[str, Filled] | None = None
        self.placed: Filled | None = None
        self.was: dict[str, str] | None = None
        self.barred: dict[str, dict[str, list[int]]] | None = None
        self.carried: list[list[str]] | None = None
        self.asked: list[Doubt] | None = None
        self.new = self.changed = False
        self.doubts = list(row.doubts)

    def fill(self, what: str, pk: int, fresh: Mapping[str, str | int | bool]) -> None:
        """Remember what was filled in where a person or an employer had nothing."""
        kept: Filled = {what: [pk], **fresh}
        if "employer_id" in kept:
            # By the table's name, so that an archive knows whose number it is.
            kept["at"] = {"employers": [int(fresh["employer_id"])]}
            del kept["employer_id"]
        self.filled = {**(self.filled or {}), what: kept}
        self.changed = True

    def put(self, employer: int, country: str, zone: str) -> None:
        """Remember where a number has put an employer of which no place was known."""
        self.placed = {"employers": [employer], "country": country, "zone": zone}

    @property
    def became(self) -> str:
        return "created" if self.new else "updated" if self.changed else "known"

    def restrict(self, route: int, why: str) -> None:
        """Remember that a route was known without the restriction that it has from now on."""
        self.barred = self.barred or {}
        self.barred.setdefault(why, {"routes": []})["routes"].append(route)
        self.changed = True

    def ask(self, doubt: Doubt) -> None:
        """Remember a pair that has to be asked about."""
        self.asked = [*(self.asked or ()), doubt]

    @property
    def before(self) -> str:
        """What taking back needs, as JSON."""
        # Lists of numbers are written the same in JSON.
        made = [
            f'"{what}":{list(pks)}'
            for what, pks in (
                ("people", self.people), ("employers", self.employers), ("routes", self.routes),
                ("evidence", self.evidence),
            ) if pks
        ]  # fmt: skip
        about = [f'"people":[{self.person}]'] if self.person else []
        about += [f'"employers":[{self.employer}]'] if self.employer else []
        begun = f'{{"about":{{{",".join(about)}}},"made":{{{",".join(made)}}}'
        if not (self.filled or self.placed or self.was or self.carried or self.barred):
            return begun + "}"
        kept = {
            "filled": self.filled, "placed": self.placed, "was": self.was, "carried": self.carried,
            "barred": self.barred,
        }  # fmt: skip
        return f"{begun},{json.dumps({name: one for name, one in kept.items() if one})[1:]}"
