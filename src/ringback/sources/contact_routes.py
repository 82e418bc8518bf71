"""Whose the numbers and mail addresses in a row of a list of people are, and what bars them."""

from collections.abc import Iterator
from dataclasses import replace

from ringback.core.found import FoundRoute
from ringback.core.people import RouteKind
from ringback.sources.cells import is_shared_box
from ringback.sources.contact_cells import Cells
from ringback.sources.contact_columns import Part
from ringback.sources.contact_values import (
    bar_in,
    digits_of,
    kind_by_label,
    mails_of,
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


def theirs_of(cells: Cells, bars: dict[Part, str]) -> tuple[FoundRoute, ...]:
    """The routes in the person's columns: direct lines first, mobile numbers last."""
    calls = (
        *_calls(cells, Part.PHONE, RouteKind.DIRECT, bars),
        *_labelled(cells, bars),
        *_calls(cells, Part.MOBILE, RouteKind.MOBILE, bars),
    )
    return (*calls, *_mails(cells, Part.MAIL, bars))


def board_of(cells: Cells, bars: dict[Part, str]) -> tuple[FoundRoute, ...]:
    """The routes in the employer's columns."""
    calls = _calls(cells, Part.SWITCHBOARD, RouteKind.SWITCHBOARD, bars)
    return (*calls, *_mails(cells, Part.EMPLOYER_MAIL, bars))


def _calls(
    cells: Cells, part: Part, kind: RouteKind, bars: dict[Part, str]
) -> Iterator[FoundRoute]:
    for index, text in cells.all(part):
        yield from _numbers(cells, index, text, kind, bars.get(part, ""))


def _labelled(cells: Cells, bars: dict[Part, str]) -> Iterator[FoundRoute]:
    why = bars.get(Part.LABELLED, "")
    for index, text in cells.all(Part.LABELLED):
        at = cells.known.labels.get(index)
        label = cells.at(at) if at is not None else ""
        kind = kind_by_label(label)
        if kind is None:
            cells.kept(index, text)
        else:
            yield from _numbers(cells, index, text, kind, why)


def _numbers(
    cells: Cells, index: int, text: str, kind: RouteKind, why: str
) -> Iterator[FoundRoute]:
    before = " ".join(filter(None, map(cells.at, cells.known.joined.get(index, ()))))
    if before:
        pieces = cells.known.joined[index]
        code = cells.at(pieces[0]) if pieces else ""
        sign = "+" if code and code.isdecimal() and len(pieces) > 1 else ""
        text = f"{sign}{before} {text}"
    found = False
    for value, extension in numbers_of(text):
        found = True
        # An extension belongs to a switchboard, through which the person is reached.
        through = RouteKind.SWITCHBOARD if extension and kind is RouteKind.DIRECT else kind
        yield FoundRoute(kind=through, value=value, extension=extension, restriction=why)
    if not found:
        cells.kept(index, text, f"“{text[:60]}” is no number that can be dialled")


def _mails(cells: Cells, part: Part, bars: dict[Part, str]) -> Iterator[FoundRoute]:
    for index, text in cells.all(part):
        found = mails_of(text)
        for mail in found:
            yield FoundRoute(kind=RouteKind.MAIL, value=mail, restriction=bars.get(part, ""))
        if not found:
            cells.kept(index, text)


def told_apart(
    theirs: tuple[FoundRoute, ...], board: dict[tuple[str, str], FoundRoute], *, named: bool
) -> tuple[tuple[FoundRoute, ...], dict[tuple[str, str], FoundRoute]]:
    """The person's routes and the employer's, none twice; a bar holds wherever the number stands.

    A number of the person's without an extension that is the employer's too is no direct line, a
    shared box nobody's own, and a number without a person the switchboard's. The employer's come
    back as they went in where nothing is added.
    """
    mine: dict[tuple[str, str], FoundRoute] = {}
    others = board
    for route in theirs:
        shared = route.kind is RouteKind.MAIL and is_shared_box(route.value)
        through = route.kind is RouteKind.SWITCHBOARD and not route.extension
        if named and not shared and not through and _sign(route) not in others:
            add(mine, route)
        else:
            kind = RouteKind.SWITCHBOARD if route.kind.is_call else route.kind
            others = dict(others) if others is board else others
            add(others, replace(route, kind=kind))
    return tuple(mine.values()), others


def add(routes: dict[tuple[str, str], FoundRoute], route: FoundRoute) -> None:
    """Adds a route that is not there yet; of one that is, its bar."""
    known = routes.setdefault(_sign(route), route)
    if route.restriction and not known.restriction:
        routes[_sign(route)] = replace(known, restriction=route.restriction)


def _sign(route: FoundRoute) -> tuple[str, str]:
    value = digits_of(route.value) if route.kind.is_call else route.value.casefold()
    return value, route.extension
