"""The first start: three ways to begin; and the way into the demo and out of it."""

import subprocess
import sys

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.template import loader
from django.urls import path
from django.views.decorators.http import require_POST, require_safe

from ringback.desk.refusal import Code, Refusal
from ringback.home import is_demo_entered
from ringback.settings import HOME
from ringback.web import server
from ringback.web.patience import AGAIN, OPENED
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
    context = {"again": AGAIN if server.can_start_anew() else 0, "to_demo": is_demo_entered()}
    page = loader.render_to_string("ringback/starting.html", context, request)
    return Parting(page) if server.can_start_anew() else HttpResponse(page)


@require_safe
def opened(request: HttpRequest) -> HttpResponseBase:
    """Whether this program shows the book that is the current one: “yes” or “no”.

    The program that parts answers it too, so that whoever waits is told of no fault.
    """
    is_so = not server.starts_anew() and is_demo_entered() == HOME.demo
    answer = HttpResponse("yes" if is_so else "no", content_type="text/plain; charset=utf-8")
    answer["Cache-Control"] = "no-store"
    return answer


urls = [
    path("welcome/", welcome),
    path("demo/enter/", enter_demo),
    path("demo/leave/", leave_demo),
    path(OPENED.removeprefix("/"), opened),
]
