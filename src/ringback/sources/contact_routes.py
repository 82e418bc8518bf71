"""Whose the numbers and mail addresses in a row of a list of people are, and what bars them."""

from collections.abc import Iterable
from dataclasses import replace

from ringback.core.found import FoundRoute
from ringback.core.people import RouteKind
from ringback.sources.cells import is_shared_box
from ringback.sources.contact_cells import Cells
from ringback.sources.contact_columns import Part
from ringback.sources.contact_values import (
    bar_in,
    digits_of,
    is_bare_number,
    kind_by_label,
    mails_of,
    nothing,
    numbers_of,
)


def bars_of(cells: Cells) -> dict[Part, str]:
    """By part: why routes of it may not be used."""
    found: dict[Part, list[str]] = {}
    for index, heading, flag in cells.known.flags:
        why = bar_in(heading, cells.at(index), flag.words)
        for part in flag.bars if why else ():
            found.setdefault(part, []).append(why)
    return {part: "; ".join(whys) for part, whys in found.items()}


def theirs_of(cells: Cells, bars: dict[Part, str]) -> list[FoundRoute]:
    """The routes in the person's columns: direct lines first, mobile numbers last."""
    found: list[FoundRoute] = []
    parts = cells.known.parts
    if Part.PHONE in parts:
        _calls(found, cells, Part.PHONE, RouteKind.DIRECT, bars)
    if Part.LABELLED in parts:
        _labelled(found, cells, bars)
    if Part.MOBILE in parts:
        _calls(found, cells, Part.MOBILE, RouteKind.MOBILE, bars)
    if Part.MAIL in parts:
        _mails(found, cells, Part.MAIL, bars)
    return found


def board_of(cells: Cells, bars: dict[Part, str]) -> list[FoundRoute]:
    """The routes in the employer's columns."""
    found: list[FoundRoute] = []
    _calls(found, cells, Part.SWITCHBOARD, RouteKind.SWITCHBOARD, bars)
    _mails(found, cells, Part.EMPLOYER_MAIL, bars)
    return found


def _calls(
    found: list[FoundRoute], cells: Cells, part: Part, kind: RouteKind, bars: dict[Part, str]
) -> None:
    why = bars.get(part, "")
    for index in cells.known.parts.get(part, ()):
        text = cells.cells[index]
        if not text:
            continue
        if not cells.known.joined and is_bare_number(text):
            found.append(FoundRoute(kind=kind, value=text, restriction=why))
        elif not nothing(text):
            _numbers(found, cells, index, text, kind, why)


def _labelled(found: list[FoundRoute], cells: Cells, bars: dict[Part, str]) -> None:
    why = bars.get(Part.LABELLED, "")
    for index, text in cells.all(Part.LABELLED):
        at = cells.known.labels.get(index)
        label = cells.at(at) if at is not None else ""
        kind = kind_by_label(label)
        if kind is None:
            cells.kept(index, text)
        else:
            _numbers(found, cells, index, text, kind, why)


def _numbers(
    found: list[FoundRoute], cells: Cells, index: int, text: str, kind: RouteKind, why: str
) -> None:
    pieces = cells.known.joined.get(index, ())
    before = " ".join(filter(None, map(cells.at, pieces)))
    if before:
        code = cells.at(pieces[0])
        sign = "+" if code and code.isdecimal() and len(pieces) > 1 else ""
        text = f"{sign}{before} {text}"
    numbers = numbers_of(text)
    for value, extension in numbers:
        # An extension belongs to a switchboard, through which the person is reached.
        through = RouteKind.SWITCHBOARD if extension and kind is RouteKind.DIRECT else kind
        found.append(FoundRoute(kind=through, value=value, extension=extension, restriction=why))
    if not numbers:
        cells.kept(index, text, f"“{text[:60]}” is no number that can be dialled")


def _mails(found: list[FoundRoute], cells: Cells, part: Part, bars: dict[Part, str]) -> None:
    why = bars.get(part, "")
    for index in cells.known.parts.get(part, ()):
        text = cells.cells[index]
        if not text:
            continue
        mails = mails_of(text)
        found += [FoundRoute(kind=RouteKind.MAIL, value=mail, restriction=why) for mail in mails]
        if not mails and not nothing(text):
            cells.kept(index, text)


def told_apart(
    theirs: Iterable[FoundRoute], board: dict[tuple[str, str], FoundRoute], *, named: bool
) -> tuple[tuple[FoundRoute, ...], dict[tuple[str, str], FoundRoute]]:
    """The person's routes and the employer's, none twice; a bar holds wherever the number stands.

    A number of the person's without an extension that is the employer's too is no direct line, a
    shared box nobody's own, and a number without a person the switchboard's. The employer's come
    back as they went in where nothing is added.
    """
    mine: dict[tuple[str, str], FoundRoute] = {}
    others = board
    for route in theirs:
        sign = _sign(route)
        if route.kind is RouteKind.MAIL:
            own = not is_shared_box(route.value)
        else:
            own = route.kind is not RouteKind.SWITCHBOARD or bool(route.extension)
        if named and own and sign not in others:
            _add(mine, sign, route)
        else:
            others = dict(others) if others is board else others
            board_kind = route.kind in (RouteKind.MAIL, RouteKind.SWITCHBOARD)
            shared = route if board_kind else replace(route, kind=RouteKind.SWITCHBOARD)
            _add(others, sign, shared)
    return tuple(mine.values()), others


def by_sign(routes: Iterable[FoundRoute]) -> dict[tuple[str, str], FoundRoute]:
    """Routes by what two ways of writing one have in common, none twice."""
    found: dict[tuple[str, str], FoundRoute] = {}
    for route in routes:
        _add(found, _sign(route), route)
    return found


def _add(
    routes: dict[tuple[str, str], FoundRoute], sign: tuple[str, str], route: FoundRoute
) -> None:
    """Adds a route that is not there yet; of one that is, its bar."""
    known = routes.setdefault(sign, route)
    if route.restriction and not known.restriction:
        routes[sign] = replace(known, restriction=route.restriction)


def _sign(route: FoundRoute) -> tuple[str, str]:
    if route.kind is RouteKind.MAIL:
        return route.value.casefold(), route.extension
    return digits_of(route.value), route.extension
