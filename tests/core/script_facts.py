"""Facts for the tests of the words: one ordinary case, odd ones, and any there can be."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from ringback.core.people import OpeningKind
from ringback.core.scripts import (
    MAIL_PURPOSES,
    STEP_KINDS,
    Facts,
    mail_for,
    script_for,
)
from ringback.core.touches import Purpose, Result, Via

TODAY = date(2026, 11, 12)  # a Thursday


def moment(month: int, day: int, hour: int, minute: int = 0) -> datetime:
    """A moment in 2026 where the called people of these tests are."""
    return datetime(2026, month, day, hour, minute, tzinfo=ZoneInfo("America/New_York"))


ANA = Facts(
    seeker_name="Ana Ruiz",
    seeker_number="555-0142",
    seeker_mail="ana@ruiz.example",
    manager_name="Chidi Okafor",
    manager_family="Okafor",
    honorific="Mr",
    manager_mail="c.okafor@acme.example",
    employer="Acme Plastics Inc.",
    opening_title="Maintenance Planner (m/f/d)",
    team="maintenance team",
    proof="At Delta I cut line stoppages by a third in a year",
    name_source="the team page on your website",
    today=TODAY,
    sent_on=date(2026, 11, 9),
    sent_via=Via.MAIL,
    wrote_to_manager=True,
    slots=(moment(11, 17, 14, 30), moment(11, 16, 10)),
)

ODD = (
    "", " ", "-", "n/a", "None", "nan", "{seeker}", "{", "}", "a } b { c", "[about]", "x | y", "%s",
    "Ana\n Ruiz\t", "  Ana   Ruiz  ", "أحمد علي", "王小明", "Zoë D’Angelo-Müller", "Jr.", "Yahoo!",
    "…", "Acme Inc.", "\u202eevil\u202c", "\u200b", "\ud800", "\x00\x07bell", "<b>Bold</b>",
    "The Very Long Association " * 8, "Donaudampfschifffahrtsgesellschaft" * 6, "1" * 40, "?" * 20,
)  # fmt: skip
words = st.sampled_from(ODD) | st.text(max_size=60)
days = st.none() | st.dates(min_value=date(2026, 10, 1), max_value=date(2027, 2, 28))
naive = st.datetimes(
    min_value=moment(10, 1, 0).replace(tzinfo=None),
    max_value=moment(12, 31, 0).replace(tzinfo=None),
)
moments = naive | naive.map(lambda each: each.replace(tzinfo=ZoneInfo("America/New_York")))

any_facts = st.builds(
    Facts,
    seeker_name=words, seeker_number=words | st.just("+1 614 555 0142 ext. 12"), seeker_mail=words,
    manager_name=words, manager_spoken=words, manager_family=words,
    manager_mail=words | st.just("boss@acme.example"), manager_title=words,
    honorific=st.sampled_from(("", "Dr", "Ms", "{")), employer=words, opening_title=words,
    opening_kind=st.sampled_from(OpeningKind), reference=words, in_hr=st.booleans(),
    team=words, need=words, proof=words, name_source=words, suggested_by=words, referred_to=words,
    today=days, sent_on=days, sent_via=st.sampled_from(("", *Via)), wrote_to_manager=st.booleans(),
    thread=words, promised=st.booleans(), promised_on=days, asked_to_call=st.booleans(),
    spoke_on=days, purpose=st.none() | st.sampled_from(Purpose),
    last_result=st.none() | st.sampled_from(Result), voicemail_left=st.booleans(),
    slots=st.lists(moments, max_size=3).map(tuple), interview_at=st.none() | moments,
    interview_place=words, decide_by=days, ask_for=words, hires=words, friend_there=st.booleans(),
    friend_was_there=st.booleans(), asked_friend_on=days,
)  # fmt: skip

ordinary = st.builds(
    replace,
    st.just(ANA),
    seeker_name=st.sampled_from(("Ana Ruiz", "أحمد علي", "Jean-Luc de la Tour", "李娜")),
    seeker_number=st.sampled_from(("555-0142", "+1 614 555 0142", "(614) 555-0142")),
    manager_name=st.sampled_from(("", "Chidi Okafor", "Maria del Carmen Pérez", "王小明")),
    manager_family=st.just(""),
    honorific=st.sampled_from(("", "Dr")),
    manager_mail=st.sampled_from(("", "c.okafor@acme.example")),
    employer=st.sampled_from(("", "Acme", "The Very Long Association " * 8)),
    opening_title=st.sampled_from(("", "Planner", "Senior Data Analyst (Remote)")),
    opening_kind=st.sampled_from(OpeningKind),
    team=st.sampled_from(("", "maintenance team")),
    proof=st.sampled_from(("", ANA.proof, "I did many things. " * 15)),
    suggested_by=st.sampled_from(("", "Kofi Mensah")),
    sent_on=st.none() | st.dates(min_value=date(2026, 10, 1), max_value=date(2026, 11, 20)),
    sent_via=st.sampled_from(Via),
    wrote_to_manager=st.booleans(),
    promised=st.booleans(),
    promised_on=st.none() | st.just(TODAY) | st.just(date(2026, 11, 11)),
    asked_to_call=st.booleans(),
    spoke_on=st.none() | st.just(date(2026, 11, 10)),
)


# The same of somebody who is called in German; what is a text of theirs is in German too.
ANA_IN_GERMAN = replace(
    ANA,
    manager_name="Frau Dr. Eva Brandt", manager_family="", honorific="",
    manager_mail="e.brandt@kunststoffe.example", employer="Brandt Kunststoffe GmbH",
    opening_title="Instandhaltungsplaner (m/w/d)", team="Instandhaltung",
    proof="Bei Delta habe ich die Stillstände in einem Jahr um ein Drittel gesenkt",
    name_source="team page",
)  # fmt: skip

in_german = st.builds(
    replace,
    ordinary,
    manager_name=st.sampled_from(("", "Dana Reyes", "Herr Jonas Weber", "Frau Dr. Eva Brandt")),
    honorific=st.just(""),
    employer=st.sampled_from(("", "Brandt Kunststoffe GmbH")),
    opening_title=st.sampled_from(("", "Industriemechaniker (m/w/d)", "Elektrikerin")),
    team=st.sampled_from(("", "Instandhaltung", "Ihr Bereich Instandhaltung")),
    need=st.sampled_from(("", "Stillstände der Linie")),
    proof=st.sampled_from(("", ANA_IN_GERMAN.proof)),
    suggested_by=st.sampled_from(("", "Kofi Mensah", "Herr Kofi Mensah")),
    name_source=st.sampled_from(("", "the posting", "team page", "the receptionist", "Hunter")),
    ask_for=st.sampled_from(("", "wer bei Ihnen den Bereich Instandhaltung leitet")),
    referred_to=st.sampled_from(("", "Herr Ben Adler")),
    hires=st.sampled_from(("", "Herr Ben Adler")),
    friend_there=st.booleans(),
    friend_was_there=st.booleans(),
    asked_friend_on=st.none() | st.just(date(2026, 11, 10)),
    thread=st.just(""),
    interview_at=st.none() | moments,
    interview_place=st.sampled_from(("", "Hafenstraße 12")),
    decide_by=days,
    in_hr=st.booleans(),
    purpose=st.none() | st.sampled_from(Purpose),
    last_result=st.none() | st.sampled_from(Result),
    voicemail_left=st.booleans(),
    reference=st.sampled_from(("", "A-77")),
)


def every_text(facts: Facts, lang: str = "en") -> Iterator[str]:
    for kind in STEP_KINDS:
        script = script_for(kind, facts, {}, lang)
        yield script.title
        for section in script.sections:
            yield section.heading
            yield section.text
            yield section.hint
    for purpose in MAIL_PURPOSES:
        mail = mail_for(purpose, facts, lang)
        yield mail.subject
        yield mail.body


def spoken(facts: Facts, key: str, kind: str = "call", lang: str = "en") -> str:
    section = script_for(kind, facts, {}, lang).section(key)
    return section.text if section else ""
