"""Calls told without a network: what a device may keep, and how it hands them in later."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponseBase, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from ringback.book.openings import Opening
from ringback.core.outcomes import OUTCOMES, Outcome
from ringback.desk.calls import outcome_named
from ringback.desk.card import history
from ringback.desk.desk import Desk
from ringback.desk.refusal import Code, Refusal
from ringback.desk.replay import ToldOn, recorded, replay_call
from ringback.desk.today import item_of, today
from ringback.doors.days import NotAMoment
from ringback.doors.queue import queue_of
from ringback.doors.step_words import doing_next, what_happened
from ringback.doors.tongue import say
from ringback.web.context import speech_of
from ringback.web.desks import desk_of
from ringback.web.faults import web_hint
from ringback.web.moments import happened_told
from ringback.web.pages.telling import FIELDS, read_told
from ringback.web.refusals import STATUS

LARGEST = 64_000
LONGEST_FIELD = 500
LONGEST_NOTE = 20_000
# A device whose clock was set anew while a call waited cannot tell how long ago it was.
A_LONG_WAIT = timedelta(days=31)
_CONFLICTS = frozenset({Code.CLOSED, Code.DO_NOT_CONTACT, Code.ASK})


@dataclass(frozen=True, slots=True)
class LateCall:
    """A call as a device hands it in.

    ``ago`` is since when it waits, by the device's own clock; ``when`` says, as of then, when the
    call was made, empty for that very moment.
    """

    uid: UUID
    opening: UUID
    on: ToldOn
    ago: timedelta
    outcome: Outcome
    fields: Mapping[str, str]
    note: str
    when: str
    anyway: bool


@require_http_methods(["GET", "HEAD", "POST"])
def replay(request: HttpRequest) -> HttpResponseBase:
    """Take one call that waited (POST), or say what a device needs to hand it in (GET)."""
    desk = desk_of(request)
    if request.method != "POST":
        return JsonResponse(_kept(desk, get_token(request)))
    try:
        call = late_call(request.body)
    except ValueError as error:
        said = _("What was sent is not a call: %s.") % error
        return _answer("malformed", said, status=422)
    opening = Opening.objects.filter(search=desk.search, uid=call.opening).first()
    if opening is None:
        return _answer("not here", _("There is no such opening in this search."), status=404)
    try:
        return _replayed(desk, opening, call)
    except (Refusal, NotAMoment) as trouble:
        return _refused(desk, opening, call, trouble)


def late_call(body: bytes) -> LateCall:
    """What a device sent, read strictly. Raises ValueError with what is wrong about it."""
    if len(body) > LARGEST:
        raise ValueError(_("it is too long"))
    try:
        given = json.loads(body)
    except (ValueError, RecursionError):
        raise ValueError(_("it is no JSON")) from None
    if not isinstance(given, dict):
        raise ValueError(_("it is no JSON object"))
    on, fields = given.get("on", {}), given.get("fields", {})
    if not isinstance(on, dict) or not isinstance(fields, dict) or set(fields) - set(FIELDS):
        raise ValueError(_("its fields cannot be read"))
    try:
        outcome = outcome_named(_text(given, "outcome", 40))
    except Refusal as refusal:
        raise ValueError(say(refusal.sentence).rstrip(".")) from None
    return LateCall(
        uid=_name(given, "uid"),
        opening=_name(given, "opening"),
        on=ToldOn(*(_name(on, part) if on.get(part) else None
                    for part in ("after", "person", "route"))),
        ago=_moment(given, "sent") - _moment(given, "at"),
        outcome=outcome,
        fields={name: _text(fields, name, LONGEST_FIELD) for name in fields},
        note=_text(given, "note", LONGEST_NOTE),
        when=_text(given, "when", LONGEST_FIELD).strip(),
        anyway=given.get("anyway") is True,
    )  # fmt: skip


def _replayed(desk: Desk, opening: Opening, call: LateCall) -> JsonResponse:
    if recorded(desk, opening, call.uid):
        return JsonResponse({"state": "recorded", "again": True})
    then = replace(desk, now=desk.now - _ago(call))
    moment, day, told = read_told(then, opening.pk, call.fields)
    try:
        replay_call(
            desk, opening, call.outcome, uid=call.uid, on=call.on,
            at=happened_told(then, call.when) or then.now,
            anyway=call.anyway, moment=moment, day=day, told=told, note=call.note.strip(),
        )  # fmt: skip
    except Refusal:
        # The same call may have come in by another way at this very moment.
        if not recorded(desk, opening, call.uid):
            raise
    return JsonResponse({"state": "recorded", "again": False})


def _ago(call: LateCall) -> timedelta:
    if timedelta(minutes=-5) <= call.ago <= A_LONG_WAIT:
        return max(call.ago, timedelta())
    if call.anyway:
        return timedelta()
    raise Refusal(
        Code.ASK, _("The clock of this device was changed since the call was told."),
        _("Recorded all the same, the call counts as made now."),
    )  # fmt: skip


def _refused(
    desk: Desk, opening: Opening, call: LateCall, trouble: Refusal | NotAMoment
) -> JsonResponse:
    """Why a call waits on, with what is there now; the person decides."""
    code = trouble.code if isinstance(trouble, Refusal) else Code.BAD_VALUE
    speech = speech_of(desk)
    item = item_of(desk, opening.pk)
    events = [one.touch for one in history(desk, opening) if not one.struck][-3:]
    now = {
        "address": f"/openings/{opening.pk}/",
        "stage": say(opening.stage),
        "step": f"{doing_next(item.row)}, {speech.day(item.row.day)}"
        if item else "",
        "happened": [f"{speech.past(one.at)}: {what_happened(one, speech)}" for one in events],
    }  # fmt: skip
    state = "differs" if code in _CONFLICTS else "refused"
    status = 409 if code in _CONFLICTS else STATUS.get(code, 422)
    return _answer(state, say(str(trouble)), say(web_hint(trouble.hint)), status, now)


def _answer(
    state: str, sentence: str, hint: str = "", status: int = 200, now: object = None
) -> JsonResponse:
    return JsonResponse(
        {"state": state, "sentence": sentence, "hint": hint, "now": now}, status=status
    )


def _kept(desk: Desk, token: str) -> dict[str, Any]:
    """Whose calls these are, what lets them be handed in, and the calls of the day in order."""
    ready, coming = queue_of(today(desk), desk.now)
    calls = [
        {"number": one.row.opening, "who": one.row.person or one.row.employer,
         "employer": one.row.employer}
        for one in (*ready, *coming)
    ]  # fmt: skip
    return {"search": str(desk.search.uid), "token": token, "calls": calls}


def _text(given: Mapping[str, Any], name: str, longest: int) -> str:
    value = given.get(name, "")
    if not isinstance(value, str) or len(value) > longest or "\0" in value:
        raise ValueError(_("“%s” is no text of at most %d letters") % (name, longest))
    return value


def _name(given: Mapping[str, Any], name: str) -> UUID:
    try:
        return UUID(_text(given, name, 40))
    except ValueError:
        raise ValueError(_("“%s” is no UUID") % name) from None


def _moment(given: Mapping[str, Any], name: str) -> datetime:
    try:
        moment = datetime.fromisoformat(_text(given, name, 40))
        if moment.tzinfo is None:
            raise ValueError
        return moment.astimezone(UTC)
    except (ValueError, OverflowError):
        raise ValueError(_("“%s” is no moment with its zone") % name) from None


@require_safe
def waiting(request: HttpRequest) -> HttpResponseBase:
    """The calls that wait in this browser: its own script shows them, also without a network."""
    desk_of(request)
    return render(request, "ringback/waiting.html", {"keeps": True, "outcomes": OUTCOMES})


urls = [path("replay/", replay), path("waiting/", waiting)]
