"""One row of a list of people into what it says, with every cell kept somewhere."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from ringback.core.found import Found, FoundEmployer, FoundPerson, FoundRoute
from ringback.sources.cells import key, plain
from ringback.sources.contact_cells import Cells
from ringback.sources.contact_columns import Layout, Part, Plan
from ringback.sources.contact_routes import add, bars_of, board_of, theirs_of, told_apart
from ringback.sources.contact_values import (
    domain_of,
    domain_of_mail,
    duns_of,
    mails_of,
    nothing,
    size_of,
)
from ringback.sources.records import Row
from ringback.sources.sending import do_not_contact_in

_PROFILE = re.compile(r"linkedin\.com/(?:in|pub)/", re.IGNORECASE)
_MOST_SIDES, _LONGEST_SIDE = 1_000, 2_000
_EMPLOYERS = (
    Part.EMPLOYER, Part.SITE, Part.SIZE, Part.DUNS, Part.PLACE, Part.CITY, Part.REGION,
    Part.COUNTRY, Part.SWITCHBOARD, Part.EMPLOYER_MAIL,
)  # fmt: skip
_NOTES = frozenset({"note", "notes"})


class _Side(NamedTuple):
    """What a row says of the employer alone: rows of the same employer say the same again."""

    employer: FoundEmployer | None
    board: dict[tuple[str, str], FoundRoute]
    bars: dict[Part, str]
    over: dict[int, str]
    doubts: list[str]


class Rows:
    """Makes of the rows of one table what they say."""

    def __init__(self, known: Plan, layout: Layout) -> None:
        self.known = known
        self.layout = layout
        self.sides: dict[tuple[str, ...], _Side] = {}
        told = {index for part in _EMPLOYERS for index in known.parts.get(part, ())}
        told |= {index for index, _, _ in known.flags}
        if layout.employer_by_mail:
            told |= {*known.parts.get(Part.MAIL, ())}
        self.told = sorted(told)
        self.named = known.parts.get(Part.EMPLOYER, ())

    def written(self, row: Row) -> str:
        """The employer's cell as it stands, with the spaces before it."""
        cells = row.cells
        return next((cells[i] for i in self.named if i < len(cells) and plain(cells[i])), "")

    def entry(self, row: Row, where: str) -> Found | str:
        """What a row says, or why it says nothing."""
        side = self._side(row.cells)
        cells = Cells(row.cells, self.known)
        cells.over.update(side.over)
        cells.doubts.extend(side.doubts)
        if row.mended:
            cells.doubts.append(row.mended)
        name = _name(cells)
        employer, only = side.employer, self.layout.people_only
        if not name and (employer is None or only):
            return "no name" if only else "neither a person nor an employer"
        if name and " " not in name and self.layout.employer_by_mail:
            cells.doubts.append("the file gives the first name only")
        mine, others = told_apart(theirs_of(cells, side.bars), side.board, named=bool(name))
        if employer is None:
            mine = (*mine, *others.values())
        elif others is not side.board:
            employer = replace(employer, routes=tuple(others.values()))
        person = _person(cells, name, mine) if name else None
        return Found(
            where=where,
            employer=employer,
            person=person,
            extra=cells.extra(),
            doubts=tuple(cells.doubts),
        )

    def _side(self, row: Sequence[str]) -> _Side:
        sign = tuple([row[index] for index in self.told if index < len(row)])
        side = self.sides.get(sign)
        if side is None:
            cells = Cells(row, self.known)
            bars = bars_of(cells)
            board: dict[tuple[str, str], FoundRoute] = {}
            for route in board_of(cells, bars):
                add(board, route)
            employer = _employer(cells, self.layout, tuple(board.values()))
            side = _Side(employer, board, bars, cells.over, cells.doubts)
            if len(self.sides) >= _MOST_SIDES:
                self.sides.clear()
            if sum(map(len, sign)) <= _LONGEST_SIDE:
                self.sides[sign] = side
        return side


def _name(cells: Cells) -> str:
    pieces = (Part.FIRST_NAME, Part.MIDDLE_NAME, Part.LAST_NAME)
    written = [text for text in map(cells.as_written, pieces) if _has_letters(text)]
    whole = "" if all(map(nothing, written)) else " ".join(written)
    best = whole
    for _, text in cells.all(Part.PERSON):
        if _has_letters(text) and _words(best) < _words(text):
            best = text
            break
    for index, text in cells.all(Part.PERSON):
        if not _words(text) <= _words(best):
            cells.kept(index, text)
    return best


def _has_letters(text: str) -> bool:
    return text[:1].isalpha() or any(map(str.isalpha, text))


def _words(name: str) -> frozenset[str]:
    return frozenset(key(name).split())


def _person(cells: Cells, name: str, routes: tuple[FoundRoute, ...]) -> FoundPerson:
    note = "\n".join(
        text if key(cells.heading(index)) in _NOTES else f"{cells.heading(index)}: {text}"
        for index, text in cells.all(Part.NOTE)
    )
    barred = do_not_contact_in(note) if note else ""
    if barred:
        cells.doubts.append(f"“{barred}” was taken as a wish of {name}")
    linkedin = cells.text(Part.LINKEDIN)
    for index, text in cells.all(Part.WEBSITE):
        if _PROFILE.search(text) and not linkedin:
            linkedin = text
        else:
            cells.kept(index, text)
    return FoundPerson(
        name=name,
        title=cells.text(Part.TITLE),
        level=cells.text(Part.LEVEL),
        function=cells.text(Part.FUNCTION),
        linkedin=linkedin.replace("\\/", "/"),
        city=cells.text(Part.PERSON_CITY) or cells.text(Part.PERSON_PLACE),
        region=cells.text(Part.PERSON_REGION),
        country=cells.text(Part.PERSON_COUNTRY),
        routes=routes,
        do_not_contact=barred,
        note=note,
    )


def _employer(cells: Cells, layout: Layout, routes: tuple[FoundRoute, ...]) -> FoundEmployer | None:
    site = cells.text(Part.SITE).replace("\\/", "/")
    domain = domain_of(site)
    if site and not domain:
        cells.kept(cells.known.parts[Part.SITE][0], site)
    name = cells.text(Part.EMPLOYER)
    if not name and layout.employer_by_mail and not domain:
        mails = (mail for _, text in cells.all(Part.MAIL) for mail in mails_of(text))
        domain = next(filter(None, map(domain_of_mail, mails)), "")
    if not name and domain:
        cells.doubts.append(f"the employer is known by its site {domain} only")
    if not name and not domain:
        return None
    duns, size = cells.text(Part.DUNS), cells.text(Part.SIZE)
    if duns and not duns_of(duns):
        at = cells.known.parts[Part.DUNS][0]
        cells.kept(at, duns, f"“{duns}” is no D-U-N-S number of nine digits")
    if size and not size.isdecimal():
        cells.kept(cells.known.parts[Part.SIZE][0], size)
    return FoundEmployer(
        name=name or domain,
        domain=domain,
        duns=duns_of(duns),
        size=size_of(size),
        # A column for the whole place goes where core.zones.place_of takes it apart.
        city=cells.text(Part.CITY) or cells.text(Part.PLACE),
        region=cells.text(Part.REGION),
        country=cells.text(Part.COUNTRY),
        routes=routes,
    )
