"""Settings: who one is, the plan, the rules with their grounds, own words, data, devices."""

import tempfile
from dataclasses import dataclass, field, replace
from datetime import date, time, timedelta
from enum import StrEnum
from pathlib import Path
from urllib.parse import urlencode
from zoneinfo import ZoneInfo, available_timezones

from django.conf import settings as django_settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.http import content_disposition_header
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from ringback.core.cadence import RULES, Cadence, Rule, Value
from ringback.core.cadence_parts import parts
from ringback.core.scripts import Facts, words_for
from ringback.desk.desk import Desk
from ringback.desk.erase import erase_search
from ringback.desk.export import export_all
from ringback.desk.own_words import home_language, part_of
from ringback.desk.refusal import Code, Refusal
from ringback.desk.rules import change_cadence, preview_cadence
from ringback.desk.searches import (
    WEEKDAYS,
    choose_language,
    keep_own_line,
    take_days_off,
    tell_about_seeker,
    write_plan,
)
from ringback.doors.clock import now, zone_here
from ringback.doors.grounds import parts_of_grounds
from ringback.doors.moments import read_day
from ringback.doors.own_parts import own_parts, spoken_choices
from ringback.doors.own_time import own_reading
from ringback.doors.rule_words import permitted_said, value_said
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
def cadence(request: HttpRequest) -> HttpResponseBase:
    """Every rule with its value, its unit, what is permitted, and what it rests on."""
    return render(request, "ringback/settings_cadence.html", _rules(desk_of(request)))


def _rules(desk: Desk) -> dict[str, object]:
    now, how = desk.cadence, speech(desk)
    groups = [(name, [_rule(rule, now, how) for rule in rules]) for name, rules in parts()]
    changed = sum(1 for _name, rules in groups for rule in rules if rule["changed"])
    return {"part": "/settings/", "tab": "cadence", "groups": groups, "changed": changed,
            "grounds": parts_of_grounds()}  # fmt: skip


def _rule(rule: Rule, now: Cadence, how: Speech) -> dict[str, object]:
    value: Value = getattr(now, rule.key)
    choices: list[Value] = []
    if isinstance(rule.default, bool):
        choices = [True, False]
    elif isinstance(rule.default, StrEnum):
        choices = list(type(rule.default))
    return {
        "rule": rule, "value": _plain(value), "default": value_said(rule.default, how),
        "permitted": permitted_said(rule, how),
        "choices": [(_plain(one), value_said(one, how)) for one in choices],
        "is_time": isinstance(rule.default, time), "changed": value != rule.default,
    }  # fmt: skip


def _plain(value: Value) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, time):
        return f"{value:%H:%M}"
    return value.value if isinstance(value, StrEnum) else str(value)


@require_POST
def change(request: HttpRequest) -> HttpResponseBase:
    """Show what other rules would move; put them in force once that was seen."""
    desk = desk_of(request)
    text = _as_toml(request)
    if request.POST.get("sure") == "yes":
        change_cadence(desk, text)
        return _back("/settings/cadence/")
    count, moves = preview_cadence(desk, text)
    given = [(key, request.POST[key]) for key in RULES if key in request.POST]
    context = {"part": "/settings/", "tab": "cadence", "count": count, "moves": moves,
               "given": given}  # fmt: skip
    return render(request, "ringback/settings_moves.html", context)


def _as_toml(request: HttpRequest) -> str:
    """What was put into the form, as the rules are written; nothing of it can end its line."""
    lines = []
    for key, rule in RULES.items():
        value = " ".join(request.POST.get(key, "").split()).replace("\\", "").replace('"', "")
        if not value:
            continue
        bare = isinstance(rule.default, (bool, int)) and not isinstance(rule.default, StrEnum)
        lines.append(f"{key} = {value}" if bare else f'{key} = "{value}"')
    return "\n".join(lines)


# Under which heading the parts of the scripts stand, by the part that each begins with.
GROUPS = {
    "proof": _("In calls and mails of all kinds"),
    "look_for": _("To find who hires"),
    "friend_ask": _("To ask somebody you know"),
    "desk": _("To ask the switchboard for the name"),
    "name": _("To call the one who hires"),
    "objection_hr": _("If they say …"),
    "voicemail": _("If nobody answers"),
    "before_sending": _("Letters, interviews, offers"),
}


@dataclass
class Group:
    """The parts under one heading: key, name, our words and the seeker's own, and how many own."""

    title: object
    rows: list[tuple[str, str, str, str]] = field(default_factory=list)
    own: int = 0
    is_open: bool = False


@require_safe
def words(request: HttpRequest) -> HttpResponseBase:
    """The seeker's own words for each part of the scripts, beside ours."""
    desk = desk_of(request)
    home = home_language(desk.search)
    spoken = spoken_choices()
    lang = request.GET.get("in", "")
    lang = lang if lang in spoken else home
    ours = words_for(Facts(seeker_name=desk.search.seeker_name, seeker_number=_number(desk)), lang)
    groups: list[Group] = []
    for part, says in own_parts().items():
        key = part if lang == home else f"{lang}/{part}"
        if part in GROUPS:
            groups.append(Group(GROUPS[part]))
        line = desk.search.own_lines.get(key, "")
        groups[-1].rows.append((key, says, ours.get(part, ""), line))
        groups[-1].own += bool(line)
        groups[-1].is_open |= bool(line) or key == request.GET.get("kept")
    context = {
        "part": "/settings/", "tab": "words", "groups": groups, "spoken": spoken, "lang": lang,
    }  # fmt: skip
    return render(request, "ringback/settings_words.html", context)


@require_POST
def keep_words(request: HttpRequest) -> HttpResponseBase:
    """Keep the seeker's own line for one part."""
    section = request.POST.get("section", "")
    if part_of(section) not in own_parts():
        raise Refusal(Code.NOT_FOUND, "There is no such part of a script.")
    keep_own_line(desk_of(request), section, request.POST.get("line", ""))
    lang, slash, _part = section.partition("/")
    asked = {"kept": section} | ({"in": lang} if slash else {})
    return redirect(f"/settings/words/?{urlencode(asked, safe='/')}#{section}")


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
    path("settings/cadence/", cadence),
    path("settings/cadence/change/", change),
    path("settings/words/", words),
    path("settings/words/keep/", keep_words),
    path("settings/data/", data),
    path("settings/data/export/", export),
    path("settings/data/erase/", erase),
    path("settings/devices/", devices),
    path("settings/devices/shut-out/", shut_out),
]
