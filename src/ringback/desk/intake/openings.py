"""Openings of a file, and what has happened to them, written into the book."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from ringback.book.asking import put_as
from ringback.book.bulk import Bulk, rows_where
from ringback.book.imports import Import
from ringback.book.journal import Touch
from ringback.book.openings import Opening
from ringback.core.found import FoundOpening
from ringback.core.names import fold
from ringback.core.people import Function
from ringback.core.places import NOWHERE, Place
from ringback.core.titles import read_title
from ringback.core.touches import Kind
from ringback.desk.desk import Desk
from ringback.desk.intake.journey import Happened, journey
from ringback.desk.intake.known import Known, names_one_job
from ringback.desk.intake.taken import Taken

# What may be filled in where the book has nothing, from a row about an opening that is known.
_FILLED = ("url", "place", "salary", "closes_on", "reports_to", "no_calls")
_WITH_PERSON = frozenset(
    {Kind.NAMED, Kind.SENT, Kind.REPLIED, Kind.BOOKED, Kind.OFFERED, Kind.CALLED}
)
_OPENING = (
    "employer_id", "title", "kind", "url", "place", "salary", "reports_to", "closes_on",
    "no_calls", "in_hr",
)  # fmt: skip
_TOUCH = (
    "opening_id", "at", "kind", "person_id", "via", "reply", "reason", "day", "anyway", "note",
    "moment", "line", "who", "result",
)  # fmt: skip

Holds = dict[str, str | date | None]
"""What an opening that is known holds of what may be filled in."""


@dataclass(slots=True)
class _Fresh:
    """An opening that is not in the book yet, as its rows tell it, and its number."""

    employer: int
    found: FoundOpening
    pk: int = 0

    def takes(self, other: FoundOpening) -> bool:
        """Fill in what the rows before left open; whether this one told any of it."""
        found = self.found
        self.found = replace(
            found, url=found.url or other.url, place=found.place or other.place,
            salary=found.salary or other.salary, closes_on=found.closes_on or other.closes_on,
            reports_to=found.reports_to or other.reports_to,
            no_calls=found.no_calls or other.no_calls,
        )  # fmt: skip
        return self.found != found


class Openings:
    """Takes the openings of one file into one search."""

    def __init__(self, desk: Desk, of: Import, known: Known, place: Callable[[int], Place]) -> None:
        self.desk = desk
        self._place = place
        self.known = known
        self.calendar = desk.calendar
        self._put = put_as()
        search = {"search_id": desk.search.pk}
        self._openings = Bulk(Opening, _OPENING, search | {"created_at": desk.now})
        written = {"logged_at": desk.now, "imported_id": of.pk}
        self._touches = Bulk(Touch, _TOUCH, search | written)

    def take(self, rows: Sequence[Taken]) -> None:
        """Write the openings of these rows, and their touches."""
        fresh: dict[tuple[int, str], _Fresh] = {}
        told = [(one, one.row.opening, fold(one.row.opening.title))
                for one in rows if one.row.opening is not None and one.employer]  # fmt: skip
        for one, found, title in told:
            key = (one.employer, title)
            pk = self.known.openings.get(key) or self.known.urls.get((one.employer, found.url))
            if pk is not None:
                one.opening = pk
            elif key not in fresh:
                fresh[key] = _Fresh(one.employer, found)
                one.new = True
            elif fresh[key].takes(found):
                one.changed = True
        self._fill(told)
        for key, new in fresh.items():
            new.pk = self._add(new.employer, new.found)
            self.known.openings[key] = new.pk
            if names_one_job(new.found.url):
                self.known.urls.setdefault((new.employer, new.found.url), new.pk)
        self._openings.write()
        for one, found, title in told:
            if one.opening is None:
                one.opening = self.known.openings[one.employer, title]
            self._happened(one, one.opening, found)
        self._touches.write()

    def _add(self, employer: int, found: FoundOpening) -> int:
        in_hr = read_title(found.title).function is Function.HR
        return self._openings.add(
            employer, " ".join(found.title.split()), found.kind.value, found.url, found.place,
            found.salary, found.reports_to, self._put(found.closes_on), found.no_calls[:200],
            in_hr,
        )  # fmt: skip

    def _fill(self, told: Sequence[tuple[Taken, FoundOpening, str]]) -> None:
        """Fill in what the book does not know of openings; what it knows stays."""
        known = [(one, one.opening, found) for one, found, _ in told if one.opening is not None]
        columns, pks = ", ".join(("id", *_FILLED)), {pk for _, pk, _ in known}
        rows = rows_where("book_opening", columns, "id", [], pks)
        holds: dict[int, Holds] = {pk: dict(zip(_FILLED, told, strict=True)) for pk, *told in rows}
        for one, pk, found in known:
            kept = holds[pk]
            filled = {name: value for name in _FILLED
                      if (value := getattr(found, name)) and not kept[name]}  # fmt: skip
            if filled:
                one.was = {**(one.was or {}), **dict.fromkeys(filled, "")}
                kept |= filled
                Opening.objects.filter(pk=pk).update(**filled)
                one.changed = True

    def _happened(self, one: Taken, opening: int, found: FoundOpening) -> None:
        """Add what a row tells that is not known to have happened."""
        known = self.known.happened[opening]
        told = journey(
            found,
            known,
            bool(one.person),
            self.desk.now,
            self.calendar,
            self._place(one.employer) if found.met_on else NOWHERE,
        )
        one.doubts.extend(told.doubts)
        if told.touches:
            one.changed = True
        for happened in told.touches:
            self._touch(one, opening, happened)
            known.add(happened.kind.value)

    def _touch(self, one: Taken, opening: int, happened: Happened) -> None:
        whom = one.person if happened.kind in _WITH_PERSON else 0
        note = happened.note
        if happened.kind is Kind.ADDED and one.row.extra:
            more = "\n".join(f"{heading}: {cell}" for heading, cell in one.row.extra)
            note = f"{note}\n{more}".strip()
        self._touches.add(
            opening, self._put(happened.at), happened.kind.value, whom or None,
            _word(happened.via), _word(happened.reply), _word(happened.reason),
            self._put(happened.day), happened.anyway, note,
            self._put(happened.moment), _word(happened.line), _word(happened.who),
            _word(happened.result),
        )  # fmt: skip


def _word(coded: StrEnum | None) -> str:
    return "" if coded is None else coded.value
