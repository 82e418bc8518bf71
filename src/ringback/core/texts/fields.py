"""Fields: the facts made ready for the blanks of sentences, cleaned of what cannot be said."""

import re
import unicodedata
from collections.abc import Sequence
from datetime import date, datetime

from ringback.core.people import OpeningKind
from ringback.core.texts.called import called
from ringback.core.texts.days import coming_day, coming_moment, fixed_moment, past_day
from ringback.core.texts.facts import Facts
from ringback.core.texts.language import Language
from ringback.core.texts.sentences import Fields, say
from ringback.core.touches import Via

_YES = "yes"
_NOT_SAID = frozenset({"none", "null", "nan", "n/a", "#n/a", "unknown", "tbd"})
_JOINERS = "\u200c\u200d"
_LEFT_TO_RIGHT = "\u200e"
_IN_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
# More digits than a number with its extension can have: a sheet's mishap, not a number.
_MOST_DIGITS = 22


def fields_of(facts: Facts, words: Language) -> Fields:
    """Every blank by its name; empty where nothing is on file. All names are always there."""
    fields = _values(facts, words) | _people(facts, words) | _when(facts, words) | _flags(facts)
    for name, phrase in (*words.pieces.items(), *words.phrases.items()):
        fields[name] = say(phrase, fields)
    return fields


def clean(value: str) -> str:
    """A value as it can stand in a sentence; empty when it says nothing ("-", "n/a", "None").

    Braces become round brackets, controls and invisible marks go, white space is one space. A
    value written from right to left ends with a mark, so that a number after it keeps its order.
    """
    shown = "".join(_shown(char) for char in value)
    text = " ".join(shown.split()).strip(" ,;:|")
    if text.casefold() in _NOT_SAID or not any(map(str.isalnum, text)):
        return ""
    if any(unicodedata.bidirectional(char) in ("R", "AL") for char in text):
        return text + _LEFT_TO_RIGHT
    return text


def _shown(char: str) -> str:
    if char in "{}":
        return "(" if char == "{" else ")"
    category = unicodedata.category(char)
    if category in ("Cc", "Zl", "Zp"):
        return " "
    return "" if category in ("Cf", "Cs") and char not in _JOINERS else char


def _values(facts: Facts, words: Language) -> dict[str, str]:
    source = _noun(facts.name_source, words.from_words)
    return {
        "seeker": clean(facts.seeker_name),
        "number": _number(facts.seeker_number),
        "mail": clean(facts.seeker_mail),
        "manager_full": clean(facts.manager_name),
        "manager_spoken": clean(facts.manager_spoken),
        "manager_title": clean(facts.manager_title),
        "employer": clean(facts.employer),
        "opening": _without_brackets(facts.opening_title),
        "reference": clean(facts.reference),
        "team": _noun(facts.team, words.articles),
        "need": _noun(facts.need, words.articles),
        "proof": _whole_sentence(facts.proof),
        "source": source,
        "source_known": words.sources.get(clean(facts.name_source).casefold(), ""),
        "thread": _without_reply_marks(facts.thread),
        "interview_place": clean(facts.interview_place),
        "ask_for": clean(facts.ask_for),
    }


def _people(facts: Facts, words: Language) -> dict[str, str]:
    """Whoever is spoken to or of, in each form that the language has for them."""
    honorifics = words.honorifics
    named = {
        "suggested_by": called(clean(facts.suggested_by), honorifics),
        "referred_to": called(clean(facts.referred_to), honorifics),
        "hires": called(clean(facts.hires), honorifics),
        "manager": called(
            clean(facts.manager_name), honorifics, clean(facts.honorific),
            clean(facts.manager_family),
        ),
    }  # fmt: skip
    return {
        f"{blank}{form}": text
        for blank, texts in named.items()
        for form, text in zip(honorifics.forms, texts, strict=True)
    }


def _when(facts: Facts, words: Language) -> dict[str, str]:
    days, today = words.days, facts.today
    slots = [text for slot in _slots(facts) if (text := coming_moment(days, slot, today))]
    interview = facts.interview_at
    ahead = interview is not None and (today is None or interview.date() >= today)
    promised_on = facts.promised_on
    return {
        "sent_day": past_day(days, facts.sent_on, today),
        "spoke_day": past_day(days, facts.spoke_on, today),
        "slot1": slots[0] if slots else "",
        "slot2": slots[1] if len(slots) > 1 else "",
        "interview_when": fixed_moment(days, interview) if ahead else "",
        "interview_day": past_day(days, interview.date(), today) if interview else "",
        "promise_day": "" if promised_on == today else coming_day(days, promised_on, today),
        "asked_friend_day": past_day(days, facts.asked_friend_on, today),
        "decide_day": coming_day(days, facts.decide_by, today),
    }


def _slots(facts: Facts) -> list[datetime]:
    local = {slot.replace(tzinfo=None, second=0, microsecond=0) for slot in facts.slots}
    return sorted(local)


def _flags(facts: Facts) -> dict[str, str]:
    not_yet = _is_after(facts.sent_on, facts.today)
    on_file = facts.sent_on is not None or facts.wrote_to_manager
    sent = on_file and not not_yet
    applied = sent and facts.sent_via == Via.PORTAL
    mail = clean(facts.manager_mail)
    flags = {
        "sent": sent,
        "applied": applied,
        "wrote": sent and not applied and facts.wrote_to_manager,
        "promised": facts.promised,
        "promised_today": facts.promised
        and facts.today is not None
        and facts.promised_on == facts.today,
        "asked": facts.asked_to_call,
        "advertised": facts.opening_kind is OpeningKind.ADVERTISED,
        "in_hr": facts.in_hr,
        "can_mail": "@" in mail,
        "voicemail": facts.voicemail_left,
        "friend_there": facts.friend_there,
        "friend_was_there": facts.friend_was_there and not facts.friend_there,
        "talked": facts.spoke_on is not None and not _is_after(facts.spoke_on, facts.today),
    }
    return {name: _YES if flag else "" for name, flag in flags.items()}


def _is_after(day: date | None, today: date | None) -> bool:
    return day is not None and today is not None and day > today


def _number(value: str) -> str:
    text = clean(value)
    digits = sum(map(str.isdigit, text))
    return text if 3 <= digits <= _MOST_DIGITS else ""


def _without_brackets(value: str) -> str:
    """A job title without "(m/f/d)" and the like, unless nothing else is left of it."""
    text = clean(value)
    return clean(_IN_BRACKETS.sub(" ", text)) or text


def _noun(value: str, before: Sequence[str]) -> str:
    """The words without the articles that the sentence brings itself."""
    words = clean(value).rstrip(".!?… ").split()
    while len(words) > 1 and words[0].casefold() in before:
        del words[0]
    return " ".join(words)


def _whole_sentence(value: str) -> str:
    text = clean(value)
    if not text:
        return ""
    text = text[0].upper() + text[1:]
    ended = text.rstrip("\"'”’)" + _LEFT_TO_RIGHT).endswith((".", "!", "?", "…", "؟"))
    return text if ended else text + "."


def _without_reply_marks(value: str) -> str:
    return re.sub(r"^(?:(?:re|aw|sv|antw|rif)\s*:\s*)+", "", clean(value), flags=re.IGNORECASE)
