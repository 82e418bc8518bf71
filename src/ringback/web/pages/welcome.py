"""The first start: three ways to begin; and the way into the demo and out of it."""

import subprocess
import sys

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.template import loader
from django.urls import path
from django.views.decorators.http import require_POST, require_safe

from ringback.desk.refusal import Code, Refusal
from ringback.web import server
from ringback.web.patience import AGAIN
from ringback.web.serving import served

A_MINUTE = 60


class Parting(HttpResponse):
    """The last page of this program: it starts anew once the page was handed over."""

    def close(self) -> None:
        """Called by the server when all of the page was sent."""
        super().close()
        server.start_anew()


@require_safe
def welcome(request: HttpRequest) -> HttpResponseBase:
    """Three ways to begin, for whoever has nothing recorded yet; and how a phone comes in."""
    lets_in = bool(served().home_origins) and not request.is_secure()
    return render(request, "ringback/welcome.html", {"lets_in": lets_in})


@require_POST
def enter_demo(request: HttpRequest) -> HttpResponseBase:
    """Make the demo the current book, and start this server anew on it."""
    return _change_book(request, "--enter")


@require_POST
def leave_demo(request: HttpRequest) -> HttpResponseBase:
    """Go back to the seeker's own book."""
    return _change_book(request, "--leave")


def _change_book(request: HttpRequest, how: str) -> HttpResponseBase:
    """A process opens but one book: the other is made current, and the server starts anew."""
    command = [sys.executable, "-m", "ringback", "demo", how, "--json"]
    made = subprocess.run(command, capture_output=True, timeout=A_MINUTE, check=False)
    if made.returncode:
        raise Refusal(
            Code.DATABASE, "The demo could not be opened.", "Try `ringback demo` in the terminal."
        )
    if not server.can_start_anew():
        return render(request, "ringback/starting.html", {"again": 0})
    return Parting(loader.render_to_string("ringback/starting.html", {"again": AGAIN}, request))


urls = [
    path("welcome/", welcome),
    path("demo/enter/", enter_demo),
    path("demo/leave/", leave_demo),
]
