"""German: every text there is, the sentences of the core and the desk, days and numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from babel.messages.catalog import Message
from django.utils.translation import override, pgettext

from ringback import home
from ringback.core.numbers.chart import Chart
from words import catalogue
from words.sentences import patterns

if TYPE_CHECKING:
    from django.test import Client

    from ringback.desk.desk import Desk

SOURCE = Path(home.__file__).parent
PLACE = re.compile(r"%\(\w+\)s|%[sd]|\{\w*\}")
RENEW = "a text is new or has changed: run `python3 run.py words` and translate what it names"
WORKED_TOGETHER = (
    "eng: Sie haben beide bei Acme gearbeitet, von Mai 2019 bis Juni 2021; "
    "Sie haben die Person empfohlen am 2. Mai"
)
# Names that are the same in every language.
NAMES = frozenset({"Ringback", "CSV", "SVG", "PNG", "LinkedIn", "D-U-N-S", "PostgreSQL"})


@pytest.fixture(autouse=True)
def in_german() -> Iterator[None]:
    with override("de"):
        yield


def messages() -> list[Message]:
    return [message for message in catalogue.read("de") if message.id]


def forms(text: object) -> tuple[str, ...]:
    """The singular and the plural of a message, or its one form."""
    return tuple(text) if isinstance(text, (list, tuple)) else (str(text),)


def test_no_text_is_missing_and_none_is_left_over() -> None:
    known = {(one.context, one.id) for one in messages()}
    wanted = {(one.context, one.id) for one in catalogue.template() if one.id}
    assert (wanted - known, known - wanted) == (set(), set()), RENEW
    assert catalogue.SENTENCES.read_text("utf-8") == catalogue.sentences(), RENEW
    missing = [one.id for one in messages() if not all(forms(one.string)) or one.fuzzy]
    assert missing == []


def test_what_is_compiled_is_what_was_translated() -> None:
    compiled = catalogue.po_of("de").with_suffix(".mo").read_bytes()
    assert compiled == catalogue.as_mo(catalogue.read("de")), RENEW


def test_a_translation_has_the_places_and_the_blanks_of_its_text() -> None:
    wrong = []
    for message in messages():
        places = set(PLACE.findall(forms(message.id)[-1]))
        for said in forms(message.string):
            blanks = said[:1] == " ", said[-1:] == " "
            own = forms(message.id)[0]
            if set(PLACE.findall(said)) != places or blanks != (own[:1] == " ", own[-1:] == " "):
                wrong.append((message.id, said))
    assert wrong == []


def test_a_translation_speaks_politely_and_with_german_quotation_marks() -> None:
    wrong = [
        said
        for message in messages()
        for said in forms(message.string)
        if re.search(r"\b(du|dich|dir|dein\w*)\b|[”]", said)
    ]
    assert wrong == []


def test_each_sentence_with_values_in_it_is_known_again() -> None:
    from ringback.doors.tongue import say

    wrong = []
    for pattern in sorted(one for one in patterns() if "{" in one):
        values = {name: str(17 + at) for at, name in enumerate(re.findall(r"\{(\w*)\}", pattern))}
        told, meant = filled(pattern, values), filled(pgettext("said", pattern), values)
        if say(told) != meant:
            wrong.append((told, say(told)))
    assert wrong == []


def filled(text: str, values: dict[str, str]) -> str:
    return re.sub(r"\{(\w*)\}", lambda found: values[found[1]], text)


@pytest.mark.parametrize(
    ("english", "german"),
    [
        ("", ""),
        ("It is nowhere to be found.", "It is nowhere to be found."),
        ("Sent 30; due 23; dials 30; offers 1.",
         "Verschickt 30; fällig 23; Anrufe 30; Angebote 1."),
        ("They wrote back: answer", "Man hat Ihnen geschrieben: antworten"),
        ("Your letter says that you call on this day (by mail: no calls here)",
         "Ihr Anschreiben kündigt Ihren Anruf für diesen Tag an (per E-Mail: hier keine Anrufe)"),
        ("Dana Reyes said that they would know by 3 December: ask how it went",
         "Dana Reyes wollte bis 3. Dezember Bescheid wissen: fragen, wie es lief"),
        ("There is no number for Send It GmbH: find it before the call is due",
         "Es gibt keine Nummer von Send It GmbH: finden Sie sie, bevor der Anruf fällig ist"),
        ("two levels above the job, same work in part",
         "zwei Ebenen über der Stelle, teils dieselbe Arbeit"),
        ("Not ready to send to Acme: it is not known who hires for it.",
         "Noch nicht bereit für Acme: es ist nicht bekannt, wer dafür einstellt."),
        ("close: you both worked at Acme from May 2019 to June 2021; you recommended them on 2 May",
         WORKED_TOGETHER),
        ("Cannot tell yet: 1 of 4.", "Noch nicht zu sagen: 1 von 4."),
        ("Monday morning", "Montagvormittag"),
        ('"call" or "mail"', "Anruf oder E-Mail"),
        ("12.5 %", "12,5 %"),
        ("31 February", "31 February"),
        ("2026-11-24", "24. November 2026"),
    ],
)  # fmt: skip
def test_a_sentence_is_said_in_german(english: str, german: str) -> None:
    from ringback.doors.tongue import say

    assert say(english) == german


def test_what_somebody_is_called_is_never_translated() -> None:
    from ringback.doors.tongue import say

    assert say("Everything is on file: send it to busy") == "Alles ist da: an busy schicken"


def test_english_stays_as_it_was_made() -> None:
    from ringback.doors.tongue import say

    with override("en"):
        assert say("They wrote back: answer") == "They wrote back: answer"


def test_days_and_hours_are_said_in_german() -> None:
    from ringback.doors.words import Speech, length, number, ordinal

    speech = Speech(datetime(2026, 11, 24, 15, 0, tzinfo=UTC), ZoneInfo("Europe/Berlin"), "US")
    berlin, ohio = ZoneInfo("Europe/Berlin"), ZoneInfo("America/New_York")
    noon = datetime(2026, 11, 26, 11, 0, tzinfo=UTC)
    assert speech.day(date(2026, 11, 25)) == "morgen"
    assert speech.date(date(2026, 11, 26)) == "Do, 26. Nov"
    assert speech.date(date(2027, 1, 4)) == "Mo, 4. Jan 2027"
    assert speech.moment(noon, berlin) == "Do, 26. Nov, 12:00"
    assert speech.both(noon, ohio) == "Do, 26. Nov, 06:00 dort (12:00 bei Ihnen)"
    assert length(timedelta(hours=2, minutes=18)) == "2 Std. 18 Min."
    assert number("+493055501234", "17", "DE") == "030 55501234 Durchwahl 17"
    assert ordinal(3) == "3."


def test_a_chart_is_said_in_german_and_keeps_its_numbers() -> None:
    from ringback.doors.charts import chart_said

    svg = '<svg><text x="1.5">on time</text><text>12 % &amp; more</text></svg>'
    chart = Chart("coverage", "Followed up, week by week", "Cannot tell yet: no case.",
                  ("day", "sent"), (("2026-11-24", 3), (None, 0.5)), svg)  # fmt: skip
    said = chart_said(chart)
    assert said.title == "Nachgefasst, Woche für Woche"
    assert said.headings == ("Tag", "verschickt")
    assert said.rows == (("24. November 2026", 3), (None, 0.5))
    assert said.svg == '<svg><text x="1.5">pünktlich</text><text>12 % &amp; more</text></svg>'


def test_no_template_says_what_gettext_does_not_know() -> None:
    found = {}
    for path in sorted((SOURCE / "web" / "templates").rglob("*.html")):
        text = path.read_text("utf-8")
        text = re.sub(r"\{% block page_class %\}\w+", " ", text)
        text = re.sub(r"\{% blocktranslate.*?endblocktranslate %\}", " ", text, flags=re.DOTALL)
        text = re.sub(r"\{%.*?%\}|\{\{.*?\}\}|\{#.*?#\}", " ", text)
        text = re.sub(r"<(code|kbd|script|title)\b.*?</\1>", " ", text, flags=re.DOTALL)
        text = re.sub(r"&\w+;", " ", re.sub(r"<[^>]*>", " ", text))
        words = set(re.findall(r"[^\W\d_][\w-]+", text)) - NAMES
        if words:
            found[path.name] = words
    assert found == {}


def test_the_language_is_the_browsers_until_another_is_chosen(
    signed_in: Client, desk: Desk
) -> None:
    asked = {"accept-language": "de-AT,de;q=0.9,en;q=0.5"}
    page = signed_in.get("/", headers=asked)
    assert '<html lang="de" dir="ltr"' in page.content.decode()
    assert "Accept-Language" in page["Vary"]
    signed_in.post("/settings/look/", {"language": "en"})
    assert '<html lang="en"' in signed_in.get("/", headers=asked).content.decode()
    signed_in.post("/settings/look/", {"language": "de"})
    settings = signed_in.get("/settings/").content.decode()
    assert '<option value="de" selected lang="de">Deutsch</option>' in settings
    signed_in.post("/settings/look/", {"language": ""})
    assert '<html lang="en"' in signed_in.get("/").content.decode()


def test_a_refusal_is_told_in_german(signed_in: Client, desk: Desk) -> None:
    page = signed_in.get("/openings/4711/", headers={"accept-language": "de"}).content.decode()
    assert "In dieser Suche gibt es keine Stelle 4711." in page


def test_what_scripts_are_told_is_german(signed_in: Client, desk: Desk) -> None:
    from ringback.desk.openings import NewOpening, add

    opening = add(desk, NewOpening(employer="Acme Foods", manager="Kim Novak",
                                   number="+16145550177")).opening  # fmt: skip
    asked = {"accept-language": "de"}

    def told(moment: str) -> str:
        words = {"opening": str(opening.pk), "moment": moment}
        return signed_in.get("/understood/", words, headers=asked).content.decode()

    assert told("Do 14:00") == "Do, 26. Nov, 14:00"
    assert told("nie") == "„nie“ ist als Zeitpunkt nicht zu verstehen."
    worker = signed_in.get("/sw.js", headers=asked).content.decode()
    assert "-de" in worker.partition("static")[0]
    assert signed_in.get("/manifest.webmanifest", headers=asked).json()["lang"] == "de"
