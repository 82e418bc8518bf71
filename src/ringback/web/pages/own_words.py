"""Settings: the seeker's own words for each part of the scripts."""

from dataclasses import dataclass, field
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from ringback.core.scripts import Facts, words_for
from ringback.desk.own_words import home_language, part_of
from ringback.desk.refusal import Code, Refusal
from ringback.desk.searches import keep_own_line
from ringback.doors.own_parts import own_parts, spoken_choices
from ringback.doors.words import number
from ringback.web.desks import desk_of

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
    own_number = number(desk.search.seeker_number, "", desk.search.country)
    facts = Facts(seeker_name=desk.search.seeker_name, seeker_number=own_number)
    ours = words_for(facts, lang)
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


urls = [
    path("settings/words/", words),
    path("settings/words/keep/", keep_words),
]
