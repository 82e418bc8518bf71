"""Rehearsing aloud: the opening and the voicemail against the clock; nothing is recorded."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ringback.core.scripts import OPENING_SECONDS, VOICEMAIL_SECONDS, Facts, Script, script_for
from ringback.core.steps import StepKind
from ringback.core.texts.language import language
from ringback.core.texts.speech import spoken_words
from ringback.desk.card import scripts
from ringback.desk.day import Item
from ringback.desk.desk import Desk
from ringback.desk.own_words import home_language, own_lines_in
from ringback.desk.today import today
from ringback.doors.queue import queue_of
from ringback.web.desks import desk_of

# As many calls as are rehearsed before a morning's session.
MOST = 12
# What is said in one breath to whoever answers, with the seconds that it may take (0: no limit).
_ALOUD = {"opening": OPENING_SECONDS, "voicemail": VOICEMAIL_SECONDS, "desk": 0.0}


@dataclass(frozen=True, slots=True)
class Text:
    """A stretch to say aloud. ``seconds`` at the usual pace, ``limit`` in seconds (0: none).

    ``pace`` is the usual one of its words, in words a minute: it differs with the language.
    """

    key: str
    heading: str
    text: str
    words: int
    seconds: float
    limit: float
    lang: str

    @property
    def pace(self) -> int:
        return round(self.words * 60 / self.seconds)


@dataclass(frozen=True, slots=True)
class Practice:
    """A call to rehearse: whose it is (0: made up), and its texts."""

    number: int
    who: str
    texts: tuple[Text, ...]


@require_safe
def rehearse(request: HttpRequest) -> HttpResponseBase:
    """The due calls and a made-up one, each with what is said aloud first."""
    desk = desk_of(request)
    ready, coming = queue_of(today(desk), desk.now)
    made = [_of_item(*one) for one in scripts(desk, (*ready, *coming)[:MOST])]
    practices = [one for one in (*made, _made_up(desk)) if one.texts]
    wanted = request.GET.get("opening", "")
    chosen = next((one for one in practices if str(one.number) == wanted), practices[0])
    context = {
        "part": "/call/", "keeps": True, "practices": practices, "chosen": chosen,
        "pace": chosen.texts[0].pace,
    }  # fmt: skip
    return render(request, "ringback/rehearse.html", context)


def _of_item(item: Item, script: Script) -> Practice:
    row = item.row
    who = f"{row.person}, {row.employer}" if row.person else row.employer
    return Practice(row.opening, who, _texts(script))


def _made_up(desk: Desk) -> Practice:
    lang = home_language(desk.search)
    own = own_lines_in(desk.search, lang)
    facts = Facts(
        seeker_name=desk.search.seeker_name or "Ana Ruiz",
        seeker_number=desk.search.seeker_number or "+16145550100",
        manager_name="Dana Reyes", manager_title=_("Maintenance manager"),
        employer="Example Tools", opening_title=_("Maintenance technician"),
        wrote_to_manager=True, sent_on=desk.today, today=desk.today, sent_via="mail",
        proof=own.get("proof", ""),
    )  # fmt: skip
    script = script_for(StepKind.CALL.value, facts, own, lang)
    return Practice(0, _("Somebody made up: Dana Reyes, Example Tools"), _texts(script))


def _texts(script: Script) -> tuple[Text, ...]:
    texts = []
    for section in script.sections:
        said = section.own_line or section.text
        if section.key in _ALOUD and said:
            takes = language(script.lang).seconds(said)
            texts.append(Text(
                section.key, section.heading, said, spoken_words(said), takes,
                _ALOUD[section.key], script.lang,
            ))  # fmt: skip
    return tuple(texts)


urls = [path("rehearse/", rehearse)]
