"""An opening: its next step ready to do, its people and where they are from, all that happened."""

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.urls import path
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ringback.book.suppress import says_never
from ringback.core.touches import Kind, Purpose, Reason, Reply, Stage, Via
from ringback.desk.ahead import ahead
from ringback.desk.card import Card, card
from ringback.desk.course import last_act
from ringback.desk.sent_files import files_of_opening
from ringback.web.desks import desk_of, opening_of

# Reasons that the record itself gives are not for choosing.
REASONS = tuple(one for one in Reason if one not in (Reason.NOT_ADDED, Reason.DO_NOT_CONTACT))
# Which form does a step; what is not here is a call, or has a form of its own.
FORMS = {
    "find manager": "name",
    "find route": "route",
    "send": "send",
    "apply": "send",
    "mail": "mail",
    "answer": "mail",
    "check status": "mail",
    "close kindly": "mail",
    "thank": "thank",
    "interview": "held",
    "decide": "decide",
    "look again": "reopen",
}


@require_safe
def opening_page(request: HttpRequest, number: int) -> HttpResponseBase:
    """Everything about one opening."""
    desk = desk_of(request)
    opening = opening_of(desk, number)
    shown = card(desk, opening)
    kind = shown.item.row.kind if shown.item else ""
    context = {
        "part": "/openings/",
        "card": shown,
        "item": shown.item,
        "form": FORMS.get(kind, ""),
        "ahead": ahead(desk, opening, _("the one they name")),
        "events": tuple(reversed(shown.history)),
        "last": next((one.uid for one in reversed(last_act(desk, opening))), None),
        "barring": tuple(
            one.touch for one in shown.history if not one.struck and says_never(one.touch)
        ),
        "files": files_of_opening(desk, number),
        "paused": _is_paused(shown),
        "is_resting": opening.stage in (Stage.DORMANT.value, Stage.CLOSED.value),
        "mail_address": mail_address(shown),
        "mailto": mailto(shown),
        "vias": tuple(Via),
        "replies": tuple(Reply),
        "purposes": tuple(Purpose),
        "reasons": REASONS,
    }
    return render(request, "ringback/opening.html", context)


def mail_address(shown: Card) -> str:
    """Where the mail of the step goes; empty where no address is known."""
    row = shown.item.row if shown.item else None
    if row is None:
        return ""
    if "@" in row.number:
        return row.number
    for known in shown.people:
        if known.person.pk == row.person_id:
            return next((one.value for one in known.routes if one.kind == "mail"), "")
    return ""


def mailto(shown: Card) -> str:
    """The address that opens the seeker's own mail program with the words in it."""
    address = mail_address(shown)
    if not address or shown.mail is None:
        return ""
    words = {"subject": shown.mail.subject, "body": shown.mail.body}
    return f"mailto:{address}?{urlencode(words).replace('+', '%20')}"


def _is_paused(shown: Card) -> bool:
    """Whether a pause that still counts was the last word on it."""
    for event in reversed(shown.history):
        if event.struck:
            continue
        if event.touch.kind == Kind.RESUMED.value:
            return False
        if event.touch.kind == Kind.PAUSED.value:
            day = event.touch.day
            return day is not None and shown.item is not None and shown.item.row.day > day
    return False


urls = [path("openings/<int:number>/", opening_page)]
