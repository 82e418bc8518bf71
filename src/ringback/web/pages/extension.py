"""The browser extension: paired by a code, then it hands in the page that somebody looks at.

No cookie counts here. Each request carries the token that one extension got when it was paired,
and comes from the origin that it was paired from; the token opens nothing else.
"""

import json
from collections.abc import Callable
from dataclasses import replace
from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from ringback.book.openings import Step
from ringback.core.found import FoundPerson
from ringback.core.posting import Posting
from ringback.desk.fitting import openings_for_page
from ringback.desk.parties import Source
from ringback.desk.posting import keep_posting, read_posting
from ringback.desk.refusal import Code as Why
from ringback.desk.refusal import Refusal
from ringback.desk.visiting import saved_page
from ringback.desk.who import keep_people
from ringback.doors import step_words
from ringback.doors.tongue import say
from ringback.settings import HOME
from ringback.web.codes import Code
from ringback.web.context import speech_of
from ringback.web.desks import NotBegun, begun_desk_of, desk_of, opening_of
from ringback.web.devices import Device, DeviceKind, Devices
from ringback.web.entrance import open_to_all
from ringback.web.guard import EXTENSIONS
from ringback.web.pages.entering import browser_of
from ringback.web.pages.posting import LONGEST, hint_here
from ringback.web.refusals import STATUS
from ringback.web.serving import served

LARGEST = 10_000_000
LONGEST_URL = 2000
_MOST_SHOWN = 200
_PREFLIGHT_SECONDS = 600

code = Code()

Given = dict[str, str]
Told = dict[str, object]
Work = Callable[[HttpRequest, Given], Told]


@require_safe
def adding(request: HttpRequest) -> HttpResponseBase:
    """How the extension is added, with the code that counts now."""
    context = {"part": "/settings/", "tab": "devices", "code": code.shown(),
               "desk_address": f"http://127.0.0.1:{served().port}"}  # fmt: skip
    return render(request, "ringback/settings_extension.html", context)


@require_POST
def show_code(request: HttpRequest) -> HttpResponseBase:
    """Make a code; the one before counts no more."""
    code.renew()
    return redirect("/settings/devices/extension/")


def _origin_of(request: HttpRequest) -> str:
    """The extension that asks, as its browser names it; empty for anybody else.

    It is on this machine: what comes over HTTPS comes from the home network.
    """
    if request.is_secure():
        return ""
    origin = str(request.META.get("HTTP_ORIGIN", ""))
    try:
        asked = urlsplit(origin)
    except ValueError:
        return ""
    if asked.scheme not in EXTENSIONS or origin != f"{asked.scheme}://{asked.netloc}":
        return ""
    # As browsers write them: 32 letters, or a UUID.
    is_plain = asked.netloc.isascii() and asked.netloc.replace("-", "").isalnum()
    return origin if is_plain and len(origin) < 100 else ""


def _is_paired(origin: str) -> bool:
    kind = DeviceKind.EXTENSION.value
    return any(one.kind == kind and one.origin == origin for one in Devices(HOME).all())


def _device_of(request: HttpRequest, origin: str) -> Device | None:
    scheme, _space, credential = request.headers.get("Authorization", "").partition(" ")
    if scheme.lower() != "bearer":
        return None
    device = Devices(HOME).known(credential.strip())
    if device is None or device.kind != DeviceKind.EXTENSION.value:
        return None
    if device.origin != origin:
        return None
    Devices(HOME).saw(device)
    return device


def _sealed(answer: HttpResponse, origin: str) -> HttpResponse:
    """Let one extension read the answer, and nobody besides (Fetch standard, CORS protocol)."""
    answer["Vary"] = "Origin"
    if origin:
        answer["Access-Control-Allow-Origin"] = origin
    return answer


def _preflight(origin: str) -> HttpResponse:
    answer = _sealed(HttpResponse(status=204 if origin else 403), origin)
    if origin:
        answer["Access-Control-Allow-Methods"] = "POST"
        answer["Access-Control-Allow-Headers"] = "Authorization, Content-Type"
        answer["Access-Control-Max-Age"] = str(_PREFLIGHT_SECONDS)
    return answer


def _no(status: int, sentence: str, hint: str = "", **more: object) -> JsonResponse:
    told = {"error": say(sentence), "hint": say(hint), **more}
    return JsonResponse(told, status=status)


@open_to_all
@csrf_exempt
def pair(request: HttpRequest) -> HttpResponseBase:
    """Give an extension a token of its own for the code that a page of the desk shows."""
    origin = _origin_of(request)
    if request.method == "OPTIONS":
        return _preflight(origin if code.shown() else "")
    if request.method != "POST" or not origin:
        return _no(403, _("Only the browser extension pairs here."))
    try:
        typed = _body(request).get("code", "")
    except Refusal as refusal:
        return _sealed(_no(422, refusal.sentence), origin)
    if not code.take(typed):
        return _sealed(_no(
            403, _("That code does not count, or counts no more."),
            _("Have the desk show a new one: Settings, Devices, Add the browser extension."),
        ), origin)  # fmt: skip
    name = _("Extension in %(browser)s") % {"browser": browser_of(request)}
    _device, credential = Devices(HOME).admit(name, DeviceKind.EXTENSION, origin)
    return _sealed(JsonResponse({"token": credential}), origin)


def _for_extension(work: Work) -> Callable[[HttpRequest], HttpResponseBase]:
    """A view that an extension alone may ask, with its token; refusals are answered as JSON."""

    def view(request: HttpRequest) -> HttpResponseBase:
        origin = _origin_of(request)
        if request.method == "OPTIONS":
            return _preflight(origin if _is_paired(origin) else "")
        device = _device_of(request, origin) if request.method == "POST" and origin else None
        if device is None:
            allowed = origin if _is_paired(origin) else ""
            return _sealed(_no(401, _("This extension is not paired with the desk.")), allowed)
        return _sealed(_answered(request, work), origin)

    return open_to_all(csrf_exempt(view))


def _answered(request: HttpRequest, work: Work) -> JsonResponse:
    try:
        return JsonResponse(work(request, _body(request)))
    except NotBegun:
        return _no(409, _("There is no search yet."), _("Keep a posting first."))
    except _Lacking as lacking:
        return _no(422, lacking.sentence, needs=lacking.needs)
    except Refusal as refusal:
        status = 413 if refusal.code is Why.FULL else STATUS.get(refusal.code, 422)
        return _no(status, refusal.sentence, _hint(refusal))


def _hint(refusal: Refusal) -> str:
    """What to do, for somebody who looks at the page itself."""
    if refusal.code is Why.AMBIGUOUS:
        return _("Open the one you mean on a page of its own.")
    if refusal.code is Why.BAD_FILE:
        return _("Mark its text, copy it, and paste it at the desk under Add an opening.")
    return hint_here(refusal)


class _Lacking(Exception):
    """A posting that does not say what is needed; ``needs`` are the fields to be asked for."""

    def __init__(self, sentence: str, needs: list[str]) -> None:
        super().__init__(sentence)
        self.sentence, self.needs = sentence, needs


def _body(request: HttpRequest) -> Given:
    """The texts of a JSON object, of at most ten million bytes. Raises Refusal."""
    length = max(0, int(request.META.get("CONTENT_LENGTH") or 0))
    if length > LARGEST:
        raise Refusal(Why.FULL, _("That page is too large to be handed in."))
    try:
        told = json.loads(request.read(length))
    except (ValueError, RecursionError) as error:
        raise Refusal(Why.BAD_VALUE, _("What was sent is not JSON.")) from error
    if not isinstance(told, dict):
        raise Refusal(Why.BAD_VALUE, _("What was sent is no JSON object."))
    return {str(name): value for name, value in told.items() if isinstance(value, str)}


def _page(given: Given) -> tuple[str, bytes]:
    """The address of a page and what it holds, marked as what it is: text of the browser's own."""
    url = given.get("url", "").partition("#")[0]
    try:
        asked = urlsplit(url)
        fine = asked.scheme in ("http", "https") and bool(asked.hostname)
    except ValueError:
        fine = False
    if not fine or len(url) > LONGEST_URL or not url.isprintable() or " " in url:
        raise Refusal(Why.BAD_VALUE, _("This is no page of the web."))
    if not given.get("html", "").strip():
        raise Refusal(Why.BAD_VALUE, _("This page holds nothing to read."))
    # The mark goes before what the page says of its own encoding, which was undone by the browser.
    return url, b"\xef\xbb\xbf" + given["html"].encode("utf-8", "replace")


def _keep_posting(request: HttpRequest, given: Given) -> Told:
    """Keep the posting on a page as an opening; one that is known is left as it is."""
    url, content = _page(given)
    desk = begun_desk_of(request)
    posting = _with_words(read_posting(desk, content, url=url).posting, given)
    needs = [name for name in ("employer", "title") if not getattr(posting, name)]
    if needs:
        lacks = {"employer": _("who the employer is"), "title": _("what the job is called")}
        missing = _(" and ").join(lacks[name] for name in needs)
        raise _Lacking(_("The posting does not say %(what)s.") % {"what": missing}, needs)
    kept = keep_posting(desk, posting)
    opening, step = kept.logged.opening, kept.logged.step
    said = speech_of(desk)
    return {
        "opening": opening.pk,
        "known": kept.known,
        "title": opening.title,
        "employer": opening.employer.name,
        "people": [one.name for one in kept.people],
        "no_calls": opening.no_calls,
        "closes": said.date(opening.closes_on) if opening.closes_on else "",
        "next": _doing(step) if step else "",
        "day": said.day(step.day) if step else "",
        "address": request.build_absolute_uri(f"/openings/{opening.pk}/"),
    }


def _doing(step: Step) -> str:
    return step_words.doing(step.kind, step.person.name if step.person else "")


def _with_words(posting: Posting, given: Given) -> Posting:
    """The posting with what the person says of it where it says nothing."""
    said = {
        name: " ".join(given.get(name, "").split())[: LONGEST[name]]
        for name in ("employer", "title")
    }
    return replace(
        posting, employer=posting.employer or said["employer"],
        title=posting.title or said["title"],
    )  # fmt: skip


def _offer_people(request: HttpRequest, given: Given) -> Told:
    """Whom a page names, and the openings they may be kept for; with one chosen, keep them."""
    url, content = _page(given)
    desk = desk_of(request)
    chosen = given.get("opening", "")
    opening = opening_of(desk, int(chosen[:12])) if chosen.isdecimal() else None
    page = saved_page(urlsplit(url).hostname or url, content, url).page
    if not page.people:
        raise Refusal(
            Why.NOT_FOUND, _("This page names nobody whom Ringback could tell."),
            _("Try the page of the management, or of the team."),
        )  # fmt: skip
    if opening is None:
        return {
            "people": [_person(one) for one in page.people[:_MOST_SHOWN]],
            "count": len(page.people),
            "openings": [
                {
                    "opening": one.opening.pk, "employer": one.opening.employer.name,
                    "title": one.opening.title, "fits": one.fits,
                }
                for one in openings_for_page(desk, url, _MOST_SHOWN)
            ],
        }  # fmt: skip
    kept = keep_people(desk, opening.employer, page.people, Source("team page", url))
    return {
        "opening": opening.pk, "employer": opening.employer.name, "title": opening.title,
        "new": len(kept.new), "known": len(kept.known),
        "address": request.build_absolute_uri(f"/openings/{opening.pk}/who/"),
    }  # fmt: skip


def _person(found: FoundPerson) -> Told:
    return {"name": found.name, "title": found.title}


def _leave(request: HttpRequest, given: Given) -> Told:
    """Shut out the very extension that asks."""
    device = _device_of(request, _origin_of(request))
    return {"left": device is not None and Devices(HOME).revoke(device.id)}


urls = [
    path("settings/devices/extension/", adding),
    path("settings/devices/extension/code/", show_code),
    path("extension/pair/", pair),
    path("extension/posting/", _for_extension(_keep_posting)),
    path("extension/people/", _for_extension(_offer_people)),
    path("extension/leave/", _for_extension(_leave)),
]
