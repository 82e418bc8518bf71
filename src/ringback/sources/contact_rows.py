"""One row of a list of people into what it says, with every cell kept somewhere."""

import re
from dataclasses import replace
from itertools import compress
from typing import NamedTuple

from ringback.core.found import Found, FoundEmployer, FoundPerson, FoundRoute
from ringback.sources.cells import key
from ringback.sources.contact_cells import Cells, Plainly
from ringback.sources.contact_columns import Layout, Part, Plan
from ringback.sources.contact_routes import bars_of, board_of, by_sign, theirs_of, told_apart
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
_PIECES = (Part.FIRST_NAME, Part.MIDDLE_NAME, Part.LAST_NAME)
_SAYS = (
    Part.TITLE, Part.LEVEL, Part.FUNCTION, Part.PERSON_PLACE, Part.PERSON_CITY, Part.PERSON_REGION,
    Part.PERSON_COUNTRY,
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

    def __init__(self, known: Plan, layout: Layout, *, extra: bool = True) -> None:
        self.extra = extra
        self.known = known
        self.layout = layout
        self.plain = Plainly()
        self.width = len(known.headings)
        self.sides: dict[tuple[str, ...], _Side] = {}
        told = {index for part in _EMPLOYERS for index in known.parts.get(part, ())}
        told |= {index for index, _, _ in known.flags}
        if layout.employer_by_mail:
            told |= {*known.parts.get(Part.MAIL, ())}
        self.tells = tuple(index in told for index in range(self.width))
        self.pieces = tuple(known.parts[part] for part in _PIECES if part in known.parts)
        self.named = known.parts.get(Part.EMPLOYER, ())

    def written(self, row: Row) -> str:
        """The employer's cell as it stands, with the spaces before it."""
        cells = row.cells
        for index in self.named:
            if index < len(cells) and self.plain[cells[index]]:
                return cells[index]
        return ""

    def entry(self, row: Row, where: str) -> Found | str:
        """What a row says, or why it says nothing."""
        plain_cells = list(map(self.plain.__getitem__, row.cells))
        if len(plain_cells) < self.width:
            plain_cells += [""] * (self.width - len(plain_cells))
        side = self._side(plain_cells)
        cells = Cells(plain_cells, self.known)
        cells.over |= side.over
        cells.doubts += side.doubts
        if row.mended:
            cells.doubts.append(row.mended)
        name = _name(cells, self.pieces)
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
            extra=cells.extra() if self.extra else (),
            doubts=tuple(cells.doubts),
        )

    def _side(self, row: list[str]) -> _Side:
        sign = tuple(compress(row, self.tells))
        side = self.sides.get(sign)
        if side is None:
            cells = Cells(row, self.known)
            bars = bars_of(cells)
            board = by_sign(board_of(cells, bars))
            employer = _employer(cells, self.layout, tuple(board.values()))
            side = _Side(employer, board, bars, cells.over, cells.doubts)
            if len(self.sides) >= _MOST_SIDES:
                self.sides.clear()
            if sum(map(len, sign)) <= _LONGEST_SIDE:
                self.sides[sign] = side
        return side


def _name(cells: Cells, pieces: tuple[tuple[int, ...], ...]) -> str:
    """The whole name, of its pieces or as it stands: "Na" and "Null" are names too."""
    row = cells.cells
    written: list[str] = []
    for columns in pieces:
        text = row[columns[0]] or next((row[index] for index in columns if row[index]), "")
        if text and (text[0].isalpha() or any(map(str.isalpha, text))):
            written.append(text)
    best = "" if all(map(nothing, written)) else " ".join(written)
    if Part.PERSON not in cells.known.parts:
        return best
    wholes = cells.all(Part.PERSON)
    for _, text in wholes:
        if any(map(str.isalpha, text)) and _words(best) < _words(text):
            best = text
            break
    for index, text in wholes:
        if not _words(text) <= _words(best):
            cells.kept(index, text)
    return best


def _words(name: str) -> frozenset[str]:
    return frozenset(key(name).split())


def _person(cells: Cells, name: str, routes: tuple[FoundRoute, ...]) -> FoundPerson:
    parts = cells.known.parts
    note = _note(cells) if Part.NOTE in parts else ""
    barred = do_not_contact_in(note) if note else ""
    if barred:
        cells.doubts.append(f"“{barred}” was taken as a wish of {name}")
    linkedin = cells.text(Part.LINKEDIN)
    for index, text in cells.all(Part.WEBSITE) if Part.WEBSITE in parts else ():
        if _PROFILE.search(text) and not linkedin:
            linkedin = text
        else:
            cells.kept(index, text)
    title, level, function, place, city, region, country = map(cells.text, _SAYS)
    return FoundPerson(
        name=name,
        title=title,
        level=level,
        function=function,
        linkedin=linkedin.replace("\\/", "/"),
        city=city or place,
        region=region,
        country=country,
        routes=routes,
        do_not_contact=barred,
        note=note,
    )


def _note(cells: Cells) -> str:
    return "\n".join(
        text if key(cells.known.names[index]) in _NOTES else f"{cells.known.names[index]}: {text}"
        for index, text in cells.all(Part.NOTE)
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
