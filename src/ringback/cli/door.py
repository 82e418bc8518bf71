"""The door that a command stands in: which search, which moment, how the answer is to look."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import wraps
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

import click

from ringback.cli import shapes
from ringback.cli.folding import folded_for
from ringback.doors.days import Reading
from ringback.doors.moments import read_day, read_moment
from ringback.doors.own_time import MORNING, own_reading, read_happened, reading_there

if TYPE_CHECKING:
    from ringback.core.places import Place
    from ringback.core.workdays import Calendar
    from ringback.desk.desk import Desk

P = ParamSpec("P")
R = TypeVar("R")


@dataclass(slots=True)
class Door:
    """What was asked for on the command line before and beside the command's own words."""

    at: str = ""
    search: str = ""
    json: bool = False
    no_color: bool = False
    told_where: bool = False

    def desk(self) -> Desk:
        """The desk of the search. Raises Refusal where there is no book or no such search."""
        from ringback.cli import begin
        from ringback.desk.searches import open_desk
        from ringback.doors import book

        if not book.there_is_a_book():
            raise begin.no_search(book.own_search())
        desk = open_desk(self._name(), book.now())
        if desk is None:
            raise begin.no_search(self._name())
        return self._as_of(desk)

    def begun_desk(self) -> Desk:
        """The desk of the search, with the book and the search begun where there are none."""
        desk, has_just_begun = self.begun()
        if has_just_begun:
            self.tell_begun(desk)
        return desk

    def begun(self) -> tuple[Desk, bool]:
        """The same, and whether it has just begun; to be told once that is sure to stay."""
        from ringback.doors import book

        desk, has_just_begun = book.begun_desk(self._name())
        return self._as_of(desk), has_just_begun

    def tell_begun(self, desk: Desk) -> None:
        """Say that a search has begun."""
        from ringback.cli import begin

        if not self.json:
            click.echo(folded_for(sys.stderr, begin.begun(desk)), err=True)

    def calendar(self) -> tuple[Calendar, datetime]:
        """The seeker's calendar and what counts as now, also where no search has begun yet."""
        from ringback.core.workdays import Calendar
        from ringback.desk.refusal import Code, Refusal
        from ringback.doors import book

        try:
            desk = self.desk()
        except Refusal as refusal:
            if refusal.code not in (Code.NO_BOOK, Code.NOT_FOUND):
                raise
            calendar, now = Calendar(home=book.home_here()), book.now()
            if self.at:
                now = read_moment(self.at, own_reading(calendar, now, clock=MORNING))
            return calendar, now.astimezone(UTC)
        return desk.calendar, desk.now

    def happened(self, desk: Desk, text: str | None) -> datetime | None:
        """When something happened, in the seeker's own time; None where nothing was said.

        Raises NotAMoment.
        """
        return read_happened(text, desk.calendar, desk.now) if text else None

    def moment(self, desk: Desk, text: str, place: Place) -> datetime:
        """A moment to come, on the clock of whoever is there. Raises NotAMoment."""
        read = read_moment(text, reading_there(desk.calendar, desk.now, place))
        return read.astimezone(UTC)

    def day(self, desk: Desk, text: str, *, past: bool = False) -> date:
        """A day, as the seeker counts days. Raises NotAMoment."""
        return read_day(text, self.own(desk, past=past))

    def own(self, desk: Desk, *, past: bool = False, clock: time | None = None) -> Reading:
        """How moments are read that the seeker tells in their own time."""
        return own_reading(desk.calendar, desk.now, past=past, clock=clock)

    def answer(self, shape: object) -> None:
        """Write an answer as JSON, and nothing else."""
        shapes.write(shape)

    def _name(self) -> str:
        from ringback.doors.book import own_search

        return self.search or own_search()

    def _as_of(self, desk: Desk) -> Desk:
        if not self.json and not self.told_where:
            from ringback.cli.begin import say_if_demo

            say_if_demo()
        self.told_where = True
        if not self.at:
            return desk
        # A frozen dataclass of the desk: the same search at the moment that was asked for.
        moment = read_moment(self.at, self.own(desk, clock=MORNING))
        return type(desk)(desk.search, moment.astimezone(UTC))


same_door = click.make_pass_decorator(Door, ensure=True)


def pass_door(command: Callable[Concatenate[Door, P], R]) -> Callable[P, R]:
    """Hand a command its door, with Django loaded: what it imports of the desk needs that."""

    @wraps(command)
    def run(door: Door, /, *args: P.args, **kwargs: P.kwargs) -> R:
        from ringback.doors.book import load

        load()
        return command(door, *args, **kwargs)

    return same_door(run)
