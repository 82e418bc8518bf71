"""The calling session: number, words, the letter that was sent, an outcome, the next call."""

from dataclasses import dataclass
from uuid import UUID

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from ringback.book.openings import Opening
from ringback.core.outcomes import OUTCOMES, Outcome
from ringback.core.people import RouteKind
from ringback.core.scripts import Section
from ringback.core.steps import StepKind
from ringback.core.touches import Who
from ringback.desk.calls import Named, log_call, outcome_named
from ringback.desk.card import Card, card
from ringback.desk.day import Item
from ringback.desk.letter import last_letter
from ringback.desk.replay import recorded, stands
from ringback.desk.sent_files import files_of_letter
from ringback.desk.today import today
from ringback.doors.queue import on_another_day, queue_of
from ringback.web.desks import desk_of, opening_of
from ringback.web.moments import happened_told
from ringback.web.pages.acts import done
from ringback.web.pages.telling import FIELDS, read_told

# As many of the latest events stand beside a call.
LATEST = 5
# Parts of a script that are opened when it comes to it: what they say, the end, a voicemail.
_AT_NEED = frozenset({"to_hr", "hr", "message", "close_again", "improper", "never", "desk_hr"})
_ENDING = frozenset({"referral", "goodbye", "end"})
_VOICEMAIL = "voicemail"
# What is said on the way to somebody; whoever has a line of their own mostly answers it.
_GETTING_THROUGH = frozenset({"ask", "about", "route"})
_OWN_LINES = frozenset({RouteKind.DIRECT.value, RouteKind.MOBILE.value})
_TITLES = {
    None: _("Nobody to talk to"),
    Who.MANAGER: _("You talked to them"),
    Who.RECEPTIONIST: _("The receptionist or HR answered"),
}
# Where an answer by somebody else is told.
_TOLD_WITH: dict[Who | None, Who] = {Who.HR: Who.RECEPTIONIST}


@dataclass(frozen=True, slots=True)
class Group:
    """The outcomes by who answered; most calls are told by those that stand open."""

    title: object
    stands_open: bool
    outcomes: tuple[Outcome, ...]


@dataclass(frozen=True, slots=True)
class Fold:
    """Sections of a script that are opened together, when it comes to it."""

    title: object
    sections: tuple[Section, ...]


@require_safe
def next_call(request: HttpRequest) -> HttpResponseBase:
    """Go to the call that can be made now; where there is none, say when there will be."""
    desk = desk_of(request)
    later = _put_off(request)
    day = today(desk)
    ready, coming = queue_of(day, desk.now, later)
    if ready:
        words = {"later": ",".join(map(str, sorted(later)))} if later else {}
        words |= {"did": request.GET["did"]} if "did" in request.GET else {}
        address = f"/call/{ready[0].row.opening}/"
        return redirect(f"{address}?{urlencode(words)}" if words else address)
    # Whoever has nothing else to do today adds another one.
    due = [one for one in (day.first, *day.then) if one is not None and one not in coming]
    ahead = on_another_day(day)
    context = {"part": "/call/", "keeps": True, "coming": coming, "later": later,
               "is_empty": not day.open_openings, "is_free": not due and not later,
               "had_some": Opening.objects.filter(search=desk.search).exists(),
               "morrow": next((one for one in ahead if one.waits), None),
               "ahead": next(iter(ahead), None),
               "tells_next": True}  # fmt: skip
    return render(request, "ringback/no_call.html", context)


@require_safe
def call(request: HttpRequest, number: int) -> HttpResponseBase:
    """One call: whom, where, the words, what was sent, and a key for each outcome."""
    desk = desk_of(request)
    opening = opening_of(desk, number)
    shown = card(desk, opening)
    later = _put_off(request)
    ready, _coming = queue_of(today(desk), desk.now, later)
    context = {
        "part": "/call/",
        "keeps": True,
        "on": stands(desk, opening),
        "card": shown,
        "item": shown.item,
        "letter": last_letter(desk, number),
        "files": files_of_letter(desk, number),
        **words_of(shown),
        "groups": groups(shown.item),
        "latest": tuple(reversed(shown.history))[:LATEST],
        "rest": sum(1 for one in ready if one.row.opening != number),
        "later": ",".join(map(str, sorted(later | {number}))),
        "put_off": ",".join(map(str, sorted(later))),
    }
    return render(request, "ringback/call.html", context)


@require_POST
def log(request: HttpRequest, number: int) -> HttpResponseBase:
    """Record what came of a call, and go on to the next one."""
    desk = desk_of(request)
    opening = opening_of(desk, number)
    outcome = outcome_named(request.POST.get("outcome", ""))
    uid = uid_in(request.GET.get("uid", ""))
    logged = recorded(desk, opening, uid) if uid else None
    if logged is None:
        # Each field is named for its outcome.
        fields = {name: request.POST.get(f"{outcome.word}-{name}", "") for name in FIELDS}
        moment, day, told = read_told(desk, number, fields)
        logged = log_call(
            desk, opening, outcome, moment=moment, day=day, told=told,
            at=happened_told(desk, request.POST.get("at", "").strip()),
            note=request.POST.get("note", "").strip(),
            given=Named(uid) if uid else None,
        )  # fmt: skip
    later = request.POST.get("later", "")
    return done(f"/call/?{urlencode({'later': later})}" if later else "/call/", logged)


def uid_in(text: str) -> UUID | None:
    """The name that a browser gave to a call, if it is one."""
    try:
        return UUID(text)
    except ValueError:
        return None


def groups(item: Item | None) -> tuple[Group, ...]:
    """The outcomes by who answered; the receptionist first where it is they who are called."""
    answers = list(_TITLES)
    is_asked = item is not None and item.row.kind == StepKind.ASK_RECEPTIONIST.value
    if is_asked:
        answers.sort(key=lambda who: who is not Who.RECEPTIONIST)
    return tuple(
        Group(
            _TITLES[who],
            who is None or (is_asked and who is Who.RECEPTIONIST),
            tuple(one for one in OUTCOMES if _TOLD_WITH.get(one.who, one.who) is who),
        )
        for who in answers
    )


def words_of(shown: Card) -> dict[str, object]:
    """The script in two: what is said in any case, and what is opened when it comes to it."""
    sections = shown.script.sections if shown.script else ()
    now = shown.item is not None and shown.item.row.leave_voicemail
    is_own_line = shown.item is not None and shown.item.row.route_kind in _OWN_LINES
    folds = (
        Fold(
            _("If somebody else answers"),
            tuple(one for one in sections if one.key in _GETTING_THROUGH and is_own_line),
        ),
        Fold(_("If they say …"), tuple(one for one in sections if _at_need(one))),
        Fold(_("How the call ends"), tuple(one for one in sections if one.key in _ENDING)),
        Fold(
            _("If nobody answers"),
            tuple(one for one in sections if one.key == _VOICEMAIL and not now),
        ),
    )
    folded = {one.key for fold in folds for one in fold.sections}
    return {
        "first_words": [one for one in sections if one.key not in folded],
        "folds": [fold for fold in folds if fold.sections],
    }


def _put_off(request: HttpRequest) -> frozenset[int]:
    given = request.GET.get("later", "")[:2_000].split(",")
    return frozenset(int(one) for one in given if one.isascii() and one.isdigit())


def _at_need(section: Section) -> bool:
    return section.key.startswith("objection") or section.key in _AT_NEED


urls = [
    path("call/", next_call),
    path("call/<int:number>/", call),
    path("call/<int:number>/log/", log),
]
