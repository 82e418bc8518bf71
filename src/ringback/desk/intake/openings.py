"""Openings of a file, and what has happened to them, written into the book."""

from collections.abc import Sequence

from ringback.book.imports import Import
from ringback.book.journal import Touch
from ringback.book.openings import Opening
from ringback.book.parties import Person
from ringback.core.found import FoundOpening
from ringback.core.names import fold
from ringback.core.people import Function
from ringback.core.titles import read_title
from ringback.core.touches import Kind
from ringback.desk.desk import Desk
from ringback.desk.intake.journey import Happened, journey
from ringback.desk.intake.known import Known, names_one_job
from ringback.desk.intake.taken import Taken
from ringback.desk.record import touch

# What may be filled in where the book has nothing, from a row about an opening that is known.
_FILLED = ("url", "place", "salary", "closes_on", "reports_to", "no_calls")
_WITH_PERSON = frozenset({Kind.NAMED, Kind.SENT, Kind.REPLIED, Kind.BOOKED, Kind.OFFERED})


class Openings:
    """Takes the openings of one file into one search."""

    def __init__(self, desk: Desk, of: Import, known: Known) -> None:
        self.desk = desk
        self.of = of
        self.known = known
        self.calendar = desk.calendar

    def take(self, rows: Sequence[Taken]) -> None:
        """Write the openings of these rows, and their touches."""
        taken = [one for one in rows if one.row.opening is not None and one.employer]
        fresh: dict[tuple[int, str], Opening] = {}
        for one in taken:
            found = one.row.opening
            if found is None:
                continue
            key = (one.employer, fold(found.title))
            pk = self.known.openings.get(key) or self.known.urls.get((one.employer, found.url))
            if pk is not None:
                one.opening = pk
                self._fill(one, pk, found)
            elif key not in fresh:
                fresh[key] = self._opening(one, found)
                one.new = True
        for key, made in zip(fresh, Opening.objects.bulk_create(fresh.values()), strict=True):
            self.known.openings[key] = made.pk
            if names_one_job(made.url):
                self.known.urls.setdefault((made.employer_id, made.url), made.pk)
        for one in taken:
            if one.opening is None and one.row.opening is not None:
                one.opening = self.known.openings[one.employer, fold(one.row.opening.title)]
        Touch.objects.bulk_create([made for one in taken for made in self._touches(one)])

    def _opening(self, one: Taken, found: FoundOpening) -> Opening:
        return Opening(
            search=self.desk.search, employer_id=one.employer, title=" ".join(found.title.split()),
            kind=found.kind.value, url=found.url, place=found.place, salary=found.salary,
            reports_to=found.reports_to, closes_on=found.closes_on, no_calls=found.no_calls[:200],
            in_hr=read_title(found.title).function is Function.HR, created_at=self.desk.now,
        )  # fmt: skip

    def _fill(self, one: Taken, pk: int, found: FoundOpening) -> None:
        """Fill in what the book does not know of an opening; what it knows stays."""
        kept = Opening.objects.get(pk=pk)
        filled = [name for name in _FILLED if getattr(found, name) and not getattr(kept, name)]
        for name in filled:
            one.was = {**(one.was or {}), name: ""}
            setattr(kept, name, getattr(found, name))
        if filled:
            kept.save(update_fields=filled)
            one.changed = True

    def _touches(self, one: Taken) -> list[Touch]:
        found, opening = one.row.opening, one.opening
        if found is None or opening is None:
            return []
        known = self.known.happened[opening]
        told = journey(found, known, bool(one.person), self.desk.now, self.calendar)
        one.doubts.extend(told.doubts)
        if told.touches:
            one.changed = True
        made = []
        for happened in told.touches:
            made.append(self._touch(one, opening, happened))
            known.add(happened.kind.value)
        return made

    def _touch(self, one: Taken, opening: int, happened: Happened) -> Touch:
        whom = one.person if happened.kind in _WITH_PERSON else 0
        note = happened.note
        if happened.kind is Kind.ADDED and one.row.extra:
            more = "\n".join(f"{heading}: {cell}" for heading, cell in one.row.extra)
            note = f"{note}\n{more}".strip()
        return touch(
            self.desk, Opening(pk=opening), happened.kind, at=happened.at,
            person=Person(pk=whom) if whom else None, via=happened.via, reply=happened.reply,
            reason=happened.reason, day=happened.day, anyway=happened.anyway, note=note,
            imported=self.of,
        )  # fmt: skip
