"""What every page has at hand: the desk's way of speaking, the ways through the house."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import DatabaseError
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext_lazy as _

from ringback.book.journal import Touch
from ringback.core.touches import Kind
from ringback.desk.day import Item
from ringback.desk.desk import Desk
from ringback.desk.refusal import Refusal
from ringback.desk.today import item_of
from ringback.doors.step_words import what_and_when
from ringback.doors.words import Speech, speech, zone_of
from ringback.settings import HOME
from ringback.web.desks import NotBegun, desk_of
from ringback.web.moments import place_of_opening


@dataclass(frozen=True, slots=True)
class Way:
    """One entry of the navigation. ``narrow``: it has a place on the bar of a phone."""

    address: str
    name: Any
    icon: str
    narrow: bool = False


WAYS = (
    Way("/", _("Today"), "today", narrow=True),
    Way("/call/", _("Call"), "phone", narrow=True),
    Way("/openings/", _("Openings"), "board", narrow=True),
    Way("/people/", _("People"), "people", narrow=True),
    Way("/import/", _("Import"), "import"),
    Way("/numbers/", _("Numbers"), "numbers"),
    Way("/proof/", _("Proof"), "proof"),
    Way("/settings/", _("Settings"), "settings"),
)
MORE = Way("/more/", _("More"), "more", narrow=True)


def house(request: HttpRequest) -> dict[str, Any]:
    """The context of every template; what the book is asked for, it is asked for when used."""
    return {
        "ways": WAYS,
        "more": MORE,
        "is_demo": HOME.demo,
        "demo_now": SimpleLazyObject(lambda: demo_now(request)),
        "speech": SimpleLazyObject(lambda: speech_of(desk_of(request))),
        "done": SimpleLazyObject(lambda: done_in(request)),
        "done_said": SimpleLazyObject(lambda: done_said(request)),
        "undone": SimpleLazyObject(lambda: touch_in(request, "undone")),
        "next_step": SimpleLazyObject(lambda: step_after(request)),
        "look": request.COOKIES.get("ringback_look", ""),
    }


def demo_now(request: HttpRequest) -> str:
    """Which day and hour it is in the demo; empty where its book cannot be read just now."""
    try:
        said = speech_of(desk_of(request))
    except (NotBegun, Refusal, DatabaseError):
        return ""
    return f"{said.date(said.today)}, {said.clock(said.now)}"


def speech_of(desk: Desk) -> Speech:
    """How days, hours and numbers are said at this desk."""
    return speech(desk)


def done_in(request: HttpRequest) -> Touch | None:
    """The touch of what was just done that the page says and offers to take back: the first one.

    Of an opening that was added as sent already it is the sending, which has a day to be told.
    """
    done = touch_in(request, "did")
    if done is None or done.kind != Kind.ADDED.value or done.together is None:
        return done
    sent = _rows(request).filter(together=done.together, kind=Kind.SENT.value).first()
    return sent or done


def done_said(request: HttpRequest) -> str:
    """What was just done, with its day and an hour that was told as they were understood.

    The hour is said on their clock and on the seeker's, once where both show the same.
    """
    done, desk = done_in(request), desk_of(request)
    if done is None:
        return ""
    said = speech_of(desk)
    if done.moment is None:
        return what_and_when(done, said)
    place = place_of_opening(desk, done.opening_id)
    there = zone_of(desk.calendar.now_there(place, done.moment))
    return what_and_when(done, said, None if said.same_clock(done.moment, there) else there)


def touch_in(request: HttpRequest, name: str) -> Touch | None:
    """The touch of this search that an address names; None where it names none."""
    try:
        uid = UUID(request.GET.get(name, ""))
    except ValueError:
        return None
    return _rows(request).filter(uid=uid).first()


def _rows(request: HttpRequest) -> QuerySet[Touch]:
    rows = Touch.objects.filter(search=desk_of(request).search)
    return rows.select_related("person", "other", "opening__employer")


def step_after(request: HttpRequest) -> Item | None:
    """What comes next on the opening of which something was just done; of several, nothing."""
    done = done_in(request)
    if done is None:
        return None
    if done.together is not None:
        same = Touch.objects.filter(together=done.together, kind=done.kind)
        if same.exclude(opening_id=done.opening_id).exists():
            return None
    return item_of(desk_of(request), done.opening_id)
