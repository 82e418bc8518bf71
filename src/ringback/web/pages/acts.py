"""Acts that any page may ask for: taking the last thing back, and bringing it back again."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import path
from django.utils.http import urlencode
from django.views.decorators.http import require_POST, require_safe

from ringback.book.journal import Touch
from ringback.core.touches import Kind
from ringback.desk.course import last_act, last_undo, strike
from ringback.desk.desk import Desk
from ringback.desk.record import Logged
from ringback.desk.refusal import Code, Refusal
from ringback.doors.days import NotAMoment
from ringback.doors.tongue import say
from ringback.web.context import speech_of
from ringback.web.desks import desk_of
from ringback.web.entrance import own_path
from ringback.web.moments import moment_told, place_of_opening


@require_POST
def undo(request: HttpRequest) -> HttpResponseBase:
    """Take back what one act recorded: the one that is named, else the last one of all."""
    desk = desk_of(request)
    act = _act_of(desk, request.POST.get("did", "")) or last_act(desk)
    if not act:
        raise Refusal(Code.NOTHING, "There is nothing to take back.")
    strike(desk, tuple(one.uid for one in act))
    then = request.POST.get("then", "")
    return redirect(own_path(request, then) if then else _after_undo(act))


def _after_undo(act: list[Touch]) -> str:
    """Back to where it was done, so that it can be done otherwise; what was added is gone."""
    first = act[0]
    kinds = {Kind(one.kind) for one in act}
    page = "call" if first.kind == Kind.CALLED.value else "openings"
    is_one = len({one.opening_id for one in act}) == 1 and Kind.ADDED not in kinds
    address = f"/{page}/{first.opening_id}/" if is_one else "/"
    return f"{address}?{urlencode({'undone': str(first.uid)})}"


@require_POST
def redo(request: HttpRequest) -> HttpResponseBase:
    """Bring back what the last undo took back, if nothing was recorded since."""
    desk = desk_of(request)
    strikes, _ = last_undo(desk)
    if not strikes:
        raise Refusal(Code.NOTHING, "Nothing was taken back just now.")
    strike(desk, strikes)
    return redirect(own_path(request, request.POST.get("then", "/")))


@require_safe
def understood(request: HttpRequest) -> HttpResponseBase:
    """How a moment that was typed is understood, on their clock and on the seeker's."""
    desk = desk_of(request)
    name = next((name for name in request.GET if name.endswith("moment")), "")
    text = request.GET.get(name, "")
    if not text.strip():
        return HttpResponse("")
    try:
        place = place_of_opening(desk, int(request.GET.get("opening", "")))
        moment, there = moment_told(desk, text, place)
    except (NotAMoment, ValueError) as trouble:
        return HttpResponse(say(str(trouble)), content_type="text/plain; charset=utf-8")
    said = speech_of(desk).both(moment, there)
    return HttpResponse(said, content_type="text/plain; charset=utf-8")


def done(address: str, logged: Logged) -> HttpResponse:
    """Go on to a page that says what was done and offers to take it back."""
    joined = "&" if "?" in address else "?"
    return redirect(f"{address}{joined}{urlencode({'did': str(logged.touches[0].uid)})}")


def _act_of(desk: Desk, uid: str) -> list[Touch]:
    try:
        first = Touch.objects.filter(search=desk.search, uid=UUID(uid)).first()
    except ValueError:
        return []
    if first is None:
        return []
    if first.together is None:
        return [first]
    return list(Touch.objects.filter(search=desk.search, together=first.together))


urls = [path("undo/", undo), path("redo/", redo), path("understood/", understood)]
