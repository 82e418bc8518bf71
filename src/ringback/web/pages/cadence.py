"""Settings: every rule with its ground, and what another value would move."""

from datetime import time
from enum import StrEnum

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import path
from django.views.decorators.http import require_POST, require_safe

from ringback.core.cadence import RULES, Cadence, Rule, Value
from ringback.core.cadence_parts import parts
from ringback.desk.desk import Desk
from ringback.desk.rules import change_cadence, preview_cadence
from ringback.doors.grounds import parts_of_grounds
from ringback.doors.rule_words import permitted_said, value_said
from ringback.doors.words import Speech, speech
from ringback.web.desks import desk_of


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
        return redirect("/settings/cadence/?kept=1")
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


urls = [
    path("settings/cadence/", cadence),
    path("settings/cadence/change/", change),
]
