"""Settings: who one is, the plan of the day, data, devices."""

import tempfile
from dataclasses import replace
from datetime import date, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo, available_timezones

from django.conf import settings as django_settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_POST, require_safe

from ringback.desk.desk import Desk
from ringback.desk.erase import erase_search
from ringback.desk.export import export_all
from ringback.desk.refusal import Code, Refusal
from ringback.desk.searches import (
    WEEKDAYS,
    choose_language,
    take_days_off,
    tell_about_seeker,
    write_plan,
)
from ringback.doors.clock import now, zone_here
from ringback.doors.moments import read_day
from ringback.doors.own_parts import spoken_choices
from ringback.doors.own_time import own_reading
from ringback.doors.words import Speech, number, speech
from ringback.settings import HOME
from ringback.web.desks import NotBegun, desk_of
from ringback.web.devices import Devices
from ringback.web.entrance import device_of, own_path

LOOKS = ("", "light", "dark")
A_YEAR = 365 * 24 * 3600
MOST_DAYS_OFF = 120


@require_safe
def you(request: HttpRequest) -> HttpResponseBase:
    """Who the seeker is, where they are, and how the pages look."""
    desk = desk_of(request)
    context = {"part": "/settings/", "tab": "you", "search": desk.search, "number": _number(desk),
               "spoken": spoken_choices(), "zones": sorted(available_timezones())}  # fmt: skip
    return render(request, "ringback/settings_you.html", context)


def _number(desk: Desk) -> str:
    """The seeker's own number as it is said."""
    return number(desk.search.seeker_number, "", desk.search.country)


@require_POST
def keep_you(request: HttpRequest) -> HttpResponseBase:
    """Keep who the seeker is and where."""
    fields = ("name", "number", "mail", "country", "region", "zone")
    given = {name: request.POST.get(name, "").strip() for name in fields}
    desk = desk_of(request)
    if given["number"] == _number(desk):
        # As it was shown: what is kept stays as it was told.
        del given["number"]
    desk = tell_about_seeker(desk, **given)
    if request.POST.get("spoken"):
        choose_language(desk, request.POST["spoken"])
    return _back("/settings/")


@require_POST
def keep_name(request: HttpRequest) -> HttpResponseBase:
    """Keep the seeker's name and number, told where words lack them; the rest stays."""
    given = {name: request.POST.get(name, "").strip() or None for name in ("name", "number")}
    tell_about_seeker(desk_of(request), **given)
    return redirect(own_path(request, request.POST.get("then", "/")))


@require_POST
def keep_look(request: HttpRequest) -> HttpResponseBase:
    """Light, dark or as the machine has it; and the language: kept in this browser."""
    response = redirect("/settings/")
    look = request.POST.get("look", "")
    if look in LOOKS:
        _cookie(request, response, "ringback_look", look)
    language = request.POST.get("language", "")
    if language in dict(django_settings.LANGUAGES) or not language:
        _cookie(request, response, django_settings.LANGUAGE_COOKIE_NAME, language)
    return response


def _cookie(request: HttpRequest, response: HttpResponse, name: str, value: str) -> None:
    if value:
        response.set_cookie(
            name, value, max_age=A_YEAR, samesite="Strict", httponly=True,
            secure=request.is_secure(),
        )  # fmt: skip
    else:
        response.delete_cookie(name, samesite="Strict")


@require_safe
def plan(request: HttpRequest) -> HttpResponseBase:
    """The seeker's own days, hour and number of calls, and their days off."""
    desk = desk_of(request)
    off = [date.fromisoformat(day) for day in desk.search.days_off]
    context = {
        "part": "/settings/", "tab": "plan", "search": desk.search,
        "weekdays": [(day, str(at) in desk.search.plan_days) for at, day in enumerate(WEEKDAYS)],
        "off": [day for day in sorted(off) if day >= desk.today],
    }  # fmt: skip
    return render(request, "ringback/settings_plan.html", context)


@require_POST
def keep_plan(request: HttpRequest) -> HttpResponseBase:
    """Keep the plan of the day."""
    text = request.POST.get("from", "").strip()
    calls = request.POST.get("calls", "").strip() or "0"
    try:
        start = time.fromisoformat(text) if text else None
        count = int(calls)
    except ValueError as error:
        raise Refusal(
            Code.BAD_VALUE, "The hour or the number of calls cannot be read.",
            "Write the hour as 09:00, and the calls as a number.",
        ) from error  # fmt: skip
    write_plan(desk_of(request), days=tuple(request.POST.getlist("day")), start=start, calls=count)
    return _back("/settings/plan/")


@require_POST
def days_off(request: HttpRequest) -> HttpResponseBase:
    """Take days off, from one through another, or take them back."""
    desk = desk_of(request)
    how = own_reading(desk.calendar, desk.now)
    first = read_day(request.POST.get("first", ""), how)
    last = read_day(request.POST["last"], how) if request.POST.get("last") else first
    count = (last - first).days + 1
    if not 0 < count <= MOST_DAYS_OFF:
        raise Refusal(
            Code.BAD_VALUE, "The last day comes before the first, or more than 120 days after it.",
            "Take them off in two goes.",
        )  # fmt: skip
    days = tuple(first + timedelta(days=one) for one in range(count))
    take_days_off(desk, days, back=request.POST.get("what") == "back")
    return _back("/settings/plan/")


@require_safe
def data(request: HttpRequest) -> HttpResponseBase:
    """Where the book is, everything as one file, and the way to remove it all."""
    context = {"part": "/settings/", "tab": "data", "home": HOME, "search": desk_of(request).search}
    return render(request, "ringback/settings_data.html", context)


@require_POST
def export(request: HttpRequest) -> HttpResponseBase:
    """Everything of the search as one ZIP."""
    desk = desk_of(request)
    name = f"ringback-{desk.search.name}-{desk.today}.zip"
    with tempfile.TemporaryDirectory(prefix="ringback-export-") as folder:
        done = export_all(desk, Path(folder, "export.zip"))
        content = done.path.read_bytes()
    answer = HttpResponse(content, content_type="application/zip")
    answer["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name)
    return answer


@require_POST
def erase(request: HttpRequest) -> HttpResponseBase:
    """Remove the whole search, once its name was typed."""
    desk = desk_of(request)
    erase_search(desk, sure=request.POST.get("name", "").strip() == desk.search.name)
    return redirect("/welcome/")


@require_safe
def devices(request: HttpRequest) -> HttpResponseBase:
    """The browsers that may enter, each to be shut out."""
    own = device_of(request)
    context = {"part": "/settings/", "tab": "devices", "devices": Devices(HOME).all(),
               "own": own.id if own else "", "clock": _clock(request)}  # fmt: skip
    return render(request, "ringback/settings_devices.html", context)


def _clock(request: HttpRequest) -> Speech:
    """How days are said of devices: at the hour that it is, also where the demo's own goes ahead.

    A device can be let in before a search is begun.
    """
    try:
        return replace(speech(desk_of(request)), now=now())
    except NotBegun:
        return Speech(now(), ZoneInfo(zone_here() or "UTC"))


@require_POST
def shut_out(request: HttpRequest) -> HttpResponseBase:
    """Shut a device out, at once."""
    Devices(HOME).revoke(request.POST.get("device", ""))
    response = redirect("/settings/devices/")
    own = device_of(request)
    if own is not None and own.id == request.POST.get("device"):
        response["Clear-Site-Data"] = '"cache", "storage"'
    return response


def _back(address: str) -> HttpResponse:
    return redirect(f"{address}?kept=1")


urls = [
    path("settings/", you),
    path("settings/you/", keep_you),
    path("settings/name/", keep_name),
    path("settings/look/", keep_look),
    path("settings/plan/", plan),
    path("settings/plan/keep/", keep_plan),
    path("settings/plan/off/", days_off),
    path("settings/data/", data),
    path("settings/data/export/", export),
    path("settings/data/erase/", erase),
    path("settings/devices/", devices),
    path("settings/devices/shut-out/", shut_out),
]
