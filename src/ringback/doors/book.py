"""Opening the book for a door: Django loaded, the tables up to date, the search found."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from django.apps import apps
from django.conf import settings
from django.db import DatabaseError

from ringback.core.places import Place
from ringback.desk.refusal import Code, Refusal
from ringback.doors import clock

if TYPE_CHECKING:
    from datetime import datetime

    from ringback.desk.desk import Desk


def load() -> None:
    """Have Django know the book's models; no more of it is set up than that takes."""
    if apps.ready:
        return
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ringback.settings")
    with clock.zone_kept():
        apps.populate(settings.INSTALLED_APPS)


def there_is_a_book() -> bool:
    """Whether the book is there, brought up to date where an older version wrote it.

    Raises Refusal for a book of a newer version and for whatever the database cannot do.
    """
    from ringback.book.state import State, book_state
    from ringback.desk.verb import trouble

    try:
        state = book_state()
    except DatabaseError as error:
        raise trouble(error) from error
    if state is State.NEWER:
        raise Refusal(
            Code.DATABASE,
            "This book was written by a newer version of Ringback.",
            "Update Ringback; nothing was changed.",
        )
    if state is State.OLD:
        make_book()
    return state is not State.MISSING


def make_book() -> None:
    """Make the book, or bring its tables up to date. Raises Refusal."""
    from ringback.book.create import create_book
    from ringback.desk.verb import trouble

    try:
        create_book()
    except DatabaseError as error:
        raise trouble(error) from error
    except OSError as error:
        raise Refusal(
            Code.DATABASE,
            f"The book cannot be made: {error.strerror or error}: {error.filename}.",
            "Choose another folder with RINGBACK_HOME.",
        ) from error


def own_search() -> str:
    """The name of the search that the environment or the settings name."""
    from ringback.settings import HOME

    return HOME.search


def now() -> datetime:
    """What counts as now: this moment, or in the demo that of its own clock."""
    from ringback.settings import HOME

    return clock.now_in(HOME.folder)


def begun_desk(name: str) -> tuple[Desk, bool]:
    """The desk of a search, with the book and the search begun where there are none.

    Says too whether it has just begun; then the seeker's zone and country are this machine's.
    Raises Refusal.
    """
    from ringback.desk.searches import open_desk, start_search, tell_about_seeker

    if not there_is_a_book():
        make_book()
    desk = open_desk(name, now())
    if desk is not None:
        return desk, False
    here = home_here()
    desk = start_search(name, now())
    return tell_about_seeker(desk, zone=here.zone or None, country=here.country or None), True


def home_here() -> Place:
    """Where this machine is, as far as it says: the home of a search that begins on it."""
    zone = clock.zone_here()
    return Place(country=clock.country_of(zone), zone=zone)
