"""What becomes of one row while it is taken in, and what it takes to take it back."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from ringback.book.parties import Employer
from ringback.core.found import Found


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


@dataclass(slots=True)
class Taken:
    """What becomes of one row.

    ``made`` names rows of the book by table; ``filled`` what was empty of its employer and of its
    person (see ``fill``), ``was`` what was empty of its opening.
    """

    row: Found
    employer: int = 0
    person: int = 0
    opening: int | None = None
    made: dict[str, list[int]] = field(default_factory=dict)
    filled: dict[str, Filled] = field(default_factory=dict)
    placed: Filled = field(default_factory=dict)
    was: dict[str, str] = field(default_factory=dict)
    carried: list[list[str]] = field(default_factory=list)
    new: bool = False
    changed: bool = False
    doubts: list[str] = field(default_factory=list)
    asked: list[Doubt] = field(default_factory=list)

    def note(self, what: str, pk: int) -> None:
        """Remember that a row of the book was made."""
        self.made.setdefault(what, []).append(pk)

    def fill(self, what: str, pk: int, fresh: Mapping[str, str | int | bool]) -> None:
        """Remember what was filled in where a person or an employer had nothing."""
        kept: Filled = {what: [pk], **fresh}
        if "employer_id" in kept:
            # By the table's name, so that an archive knows whose number it is.
            kept["at"] = {"employers": [int(fresh["employer_id"])]}
            del kept["employer_id"]
        self.filled[what] = kept
        self.changed = True

    def put(self, employer: Employer) -> None:
        """Remember where a number has put an employer of which no place was known."""
        self.placed = {
            "employers": [employer.pk], "country": employer.country, "zone": employer.zone,
        }  # fmt: skip

    @property
    def became(self) -> str:
        return "created" if self.new else "updated" if self.changed else "known"

    @property
    def before(self) -> str:
        """What taking back needs, as JSON."""
        if not (self.filled or self.placed or self.was or self.carried):
            # Lists of numbers are written the same in JSON.
            made = ",".join([f'"{what}":{pks}' for what, pks in self.made.items()])
            return f'{{"made":{{{made}}}}}'
        kept = {
            "made": self.made, "filled": self.filled, "placed": self.placed, "was": self.was,
            "carried": self.carried,
        }  # fmt: skip
        return json.dumps({name: one for name, one in kept.items() if one})
