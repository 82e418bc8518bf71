"""A refusal as a page: what, why, what to do; nothing was done."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from ringback.book.openings import Opening
from ringback.desk.refusal import Code, Refusal
from ringback.doors.days import NotAMoment
from ringback.doors.tongue import say
from ringback.web.desks import NotBegun, desk_of, opening_of
from ringback.web.entrance import own_path
from ringback.web.faults import Mending, to_mend, web_hint

Answer = Callable[[HttpRequest], HttpResponseBase]

UNREADABLE = 422
STATUS = {
    Code.NOT_FOUND: 404,
    Code.AMBIGUOUS: 409,
    Code.GATE: 409,
    Code.CLOSED: 409,
    Code.DO_NOT_CONTACT: 409,
    Code.NO_CALLS: 409,
    Code.BUSY: 503,
    Code.FULL: 507,
    Code.DAMAGED: 500,
    Code.DATABASE: 500,
}

# These take what is sent piece by piece, or as it is, and hold it to rules of their own.
_READ_THEIR_BODY = ("/import/", "/replay/", "/extension/")


class Refusals:
    """Every refusal of the desk becomes a page with its sentence and a way back."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.answer(request)

    def process_view(
        self,
        request: HttpRequest,
        view: Answer,
        words: tuple[object, ...],
        named: dict[str, object],
    ) -> HttpResponse | None:
        """Refuse a text that no keyboard writes and no database takes: one with a zero in it."""
        fields = list(request.GET.lists())
        if not request.path.startswith(_READ_THEIR_BODY):
            fields += request.POST.lists()
        if any("\0" in one for name, values in fields for one in (name, *map(str, values))):
            return refused(request, _("There is a character in it that no text holds."), "", 422)
        return None

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """The page for what the desk refused; other errors are Django's."""
        if isinstance(error, NotBegun):
            return redirect("/welcome/")
        if isinstance(error, Refusal):
            status = STATUS.get(error.code, UNREADABLE)
            mending = to_mend(request, error.sentence) if status == UNREADABLE else None
            return refused(request, error.sentence, web_hint(error.hint), status, mending)
        if isinstance(error, NotAMoment):
            mending = to_mend(request, str(error))
            return refused(request, str(error), error.hint, UNREADABLE, mending)
        return None


def refused(
    request: HttpRequest, sentence: str, hint: str, status: int, mending: Mending | None = None
) -> HttpResponse:
    """The page that says what was not done and why; and the field to put right, if it is one."""
    back = own_path(request, _path_of(request.META.get("HTTP_REFERER", "")))
    context = {"sentence": say(sentence), "hint": say(hint), "back": back, "mending": mending,
               "wrong": mending.name if mending else "", "about": _about(request, mending),
               "frame": f"ringback/{'base' if mending else 'bare'}.html"}  # fmt: skip
    return render(request, "ringback/refusal.html", context, status=status)


def _about(request: HttpRequest, mending: Mending | None) -> Opening | None:
    """The opening of which something was told that is to be put right."""
    found = request.resolver_match
    if mending is None or found is None or "number" not in found.kwargs:
        return None
    return opening_of(desk_of(request), found.kwargs["number"])


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The page for a form whose token is missing or old."""
    return refused(
        request, _("This form is no longer valid, so nothing was done."),
        _("Go back, load the page again and send it once more."), 403,
    )  # fmt: skip


def not_found(request: HttpRequest, exception: Http404) -> HttpResponse:
    """The page for an address that leads nowhere."""
    return refused(
        request, _("There is nothing at this address."),
        _("Go back, or begin with what is to be done today."), 404,
    )  # fmt: skip


def broken(request: HttpRequest) -> HttpResponse:
    """The page for a fault of our own; what it was is not shown to a browser."""
    return refused(
        request, _("Something went wrong here, and nothing was written."),
        _("Try it once more. If it happens again, `ringback check` looks the book over."), 500,
    )  # fmt: skip


def _path_of(address: str) -> str:
    _, _, rest = address.partition("://")
    return "/" + rest.partition("/")[2] if rest else "/"
