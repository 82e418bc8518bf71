"""How long a page waits for the book: what only reads gives up soon, and comes back by itself.

While another book is being opened, every page waits for the program that will show that one.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render

from ringback.desk.refusal import Code, Refusal
from ringback.desk.verb import trouble
from ringback.home import is_demo_entered
from ringback.web import server

Answer = Callable[[HttpRequest], HttpResponseBase]
# Seconds. Whoever writes waits for their turn as long as anywhere else (ringback.settings).
SHORT = 1
AGAIN = 2
# Where the page that waits for the other book asks for it (pages.welcome).
OPENED = "/demo/opened/"
_SAFE = frozenset({"GET", "HEAD"})


class Patience:
    """A page that cannot read the book, since a long import is written to it, says so at once."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if server.starts_anew() and request.path != OPENED:
            return opens_other(request)
        if request.method not in _SAFE:
            return self.answer(request)
        with _waiting_shortly():
            return self.answer(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """The page that waits for the book, in place of one that reads it."""
        refusal = trouble(error) if isinstance(error, DatabaseError) else error
        if request.method not in _SAFE or not isinstance(refusal, Refusal):
            return None
        return waits(request) if refusal.code is Code.BUSY else None


def waits(request: HttpRequest) -> HttpResponse:
    """Say what goes on, and come back to this address until the book can be read."""
    # What the book would have to be read for is left out.
    context = {"again": AGAIN, "demo_now": ""}
    answer = render(request, "ringback/busy.html", context, status=503)
    answer["Retry-After"] = str(AGAIN)
    answer["Cache-Control"] = "no-store"
    return answer


def opens_other(request: HttpRequest) -> HttpResponse:
    """The page that waits for the other book, in place of one that would still show this one."""
    context = {"again": AGAIN, "to_demo": is_demo_entered()}
    answer = render(request, "ringback/starting.html", context, status=503)
    answer["Retry-After"] = str(AGAIN)
    answer["Cache-Control"] = "no-store"
    return answer


@contextmanager
def _waiting_shortly() -> Iterator[None]:
    """Have a connection that this thread opens wait for a short time alone.

    As an option of the connection: its very first words to SQLite may have to wait already.
    """
    usual = connection.settings_dict
    if connection.vendor == "sqlite":
        options = {**usual["OPTIONS"], "timeout": SHORT}
        connection.settings_dict = {**usual, "OPTIONS": options}
    try:
        yield
    finally:
        connection.settings_dict = usual
