"""The desk of a request: the search that this server was started for, at this moment."""

from django.http import HttpRequest

from ringback.book.openings import Opening
from ringback.desk.desk import Desk
from ringback.desk.refusal import Code, Refusal
from ringback.desk.searches import open_desk
from ringback.doors import book

_DESK = "ringback.desk"


class NotBegun(Exception):
    """There is no book yet, or nothing in it: the welcome page comes first."""


def desk_of(request: HttpRequest) -> Desk:
    """The desk, opened once for each request. Raises NotBegun, Refusal."""
    kept = request.META.get(_DESK)
    if isinstance(kept, Desk):
        return kept
    if not book.there_is_a_book():
        raise NotBegun
    desk = open_desk(book.own_search(), book.now())
    if desk is None:
        raise NotBegun
    request.META[_DESK] = desk
    return desk


def begun_desk_of(request: HttpRequest) -> Desk:
    """The desk, with the book and the search begun where there are none. Raises Refusal."""
    desk, _ = book.begun_desk(book.own_search())
    request.META[_DESK] = desk
    return desk


def opening_of(desk: Desk, number: int) -> Opening:
    """The opening of this number, in this search alone. Raises Refusal (not found)."""
    found = Opening.objects.filter(search=desk.search, pk=number).select_related("employer").first()
    if found is None:
        raise Refusal(Code.NOT_FOUND, f"There is no opening {number} in this search.")
    return found
