"""Scripts: the words for every call and mail of the method, made from what is on file.

Truthful as evidence 2.4 asks: nothing is said that the facts do not hold; a missing fact leads to
a plainer sentence. The words themselves stand in ``texts``, one file a language.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache

from ringback.core.texts.facts import Facts
from ringback.core.texts.fields import fields_of
from ringback.core.texts.language import (
    ENGLISH,
    Language,
    MailWords,
    Sentences,
    language,
    languages,
)
from ringback.core.texts.sentences import Fields, begun, fit, join, say, ways
from ringback.core.texts.speech import seconds
from ringback.core.touches import Purpose, Result, Via

__all__ = [
    "MAIL_PURPOSES",
    "STEP_KINDS",
    "Facts",
    "Mail",
    "Script",
    "Section",
    "improper_note",
    "improper_topics",
    "mail_for",
    "script_for",
    "seconds",
    "words_for",
]

OPENING_SECONDS = 20.0
VOICEMAIL_SECONDS = 25.0

# Under which limit a section stays, and which of its sentences give way, one step each in turn.
_LIMITS: Mapping[str, tuple[float, tuple[str, ...]]] = {
    "opening": (
        OPENING_SECONDS,
        (
            "permission",
            "question",
            "permission",
            "question",
            "reason",
            "proof",
            "hello",
            "suggested",
        ),
    ),
    "voicemail": (
        VOICEMAIL_SECONDS,
        ("mail", "hello", "reason", "proof", "mail", "suggested", "hello", "bye"),
    ),
}

_OBJECTIONS = tuple(
    f"objection_{name}"
    for name in (
        "hr", "not_hiring", "no_time", "mail", "how", "many", "over", "under", "salary", "online",
        "filled", "wrong", "not_interested", "no_calls",
    )
)  # fmt: skip

# The sections of each kind of step, in the order of use. What begins with "mail" is a mail; those
# of "mail", "send" and "thank" depend on the facts as well.
_STEPS: Mapping[str, tuple[str, ...]] = {
    "find manager": ("look_for", "connection", "desk", "desk_refused"),
    "ask receptionist": (
        "desk", "desk_about", "desk_more", "desk_hr", "desk_refused", "desk_thanks",
    ),
    "ask friend": ("friend_ask", "friend_again", "friend_leave", "mail ask friend"),
    "find route": ("name", "ask", "about", "route", "to_hr", "desk_thanks"),
    "send": ("mail letter", "before_sending"),
    "call": (
        "name", "ask", "about", "to_hr", "hr", "message", "opening", "close", "close_again",
        "referral", "goodbye", "end", *_OBJECTIONS, "improper", "voicemail", "never",
    ),
    "mail": ("mail follow up",),
    "apply": ("before_applying", "mail applied"),
    "answer": (
        "mail answer", "mail answer yes", "mail answer objection", "mail thank not now",
        "mail thank no", "mail answer stop",
    ),
    "thank": ("mail thank conversation", "mail thank interview", "mail thank referral"),
    "interview": (
        "before_interview", "name", "questions", "improper", "mail confirm", "mail thank interview",
    ),
    "check status": ("mail status", "name", "status_call"),
    "decide": ("offer", "offer_more", "mail accept", "mail decline"),
    "look again": ("mail look again", "name", "look_again_call"),
    "close kindly": ("mail closing",),
}  # fmt: skip

STEP_KINDS = tuple(_STEPS)

MAIL_PURPOSES = (
    "letter", "ask friend", "follow up", "voicemail", "applied", "more", "answer", "answer yes",
    "answer objection", "answer stop", "confirm", "thank", "thank conversation",
    "thank interview", "thank referral", "thank not now", "thank no", "status", "look again",
    "closing", "accept", "decline",
)  # fmt: skip

_REFERRED = (Result.REFERRED_INSIDE, Result.REFERRED_OUTSIDE, Result.WRONG_PERSON)
_REFUSED = (Result.NOT_INTERESTED, Result.FILLED, Result.REJECTED)


@dataclass(frozen=True, slots=True)
class Section:
    """One stretch of a script.

    ``seconds`` is how long ``text`` takes aloud, 0 for what is written or only read. ``own_line``
    are the seeker's own words for the same, shown first; ours stays. ``hint`` is for the seeker.
    """

    key: str
    heading: str
    text: str
    seconds: float
    own_line: str = ""
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Script:
    """The words for one step, in the order of use; ``lang`` is their language (ISO 639-1)."""

    title: str
    sections: tuple[Section, ...]
    lang: str = ENGLISH

    def section(self, key: str) -> Section | None:
        return next((section for section in self.sections if section.key == key), None)


@dataclass(frozen=True, slots=True)
class Mail:
    """A mail, ready to be read over and sent by the seeker; ``lang`` is its language."""

    subject: str
    body: str
    lang: str = ENGLISH


def script_for(step_kind: str, facts: Facts, own: Mapping[str, str], lang: str = ENGLISH) -> Script:
    """The words for a step (``STEP_KINDS``), the seeker's ``own`` lines by section key beside.

    A section for which nothing true can be said, and which has no own line, is left out. ValueError
    for a kind of step that does not exist.
    """
    if step_kind not in _STEPS:
        raise ValueError(f"There is no step called {step_kind!r}.")
    words = language(lang)
    fields = fields_of(facts, words)
    sections = (
        _mail_section(key, facts, fields, words)
        if key.startswith("mail ")
        else _section(key, fields, words)
        for key in _keys(step_kind, facts)
    )
    return Script(
        title=join([say(words.titles[step_kind], fields)]),
        sections=tuple(
            section
            for each in sections
            if (section := _with_own(each, own.get(each.key, ""), words)).text or section.own_line
        ),
        lang=words.code,
    )


def words_for(facts: Facts, lang: str = ENGLISH) -> dict[str, str]:
    """Every part of every script by its key, as it is said on these facts; empty for what is not.

    Given little more than who the seeker is, these are the plainest words for each.
    """
    words = language(lang)
    fields = fields_of(facts, words)
    return {key: _section(key, fields, words).text for key in words.sections}


def mail_for(purpose: str, facts: Facts, lang: str = ENGLISH) -> Mail:
    """The mail for a purpose (``MAIL_PURPOSES``, which hold those of touches).

    "follow up" goes with the voicemail that was left today, "confirm" says that an application is
    in where no interview is ahead, "thank" thanks for what the last result was. ValueError for a
    purpose that does not exist.
    """
    if purpose not in MAIL_PURPOSES:
        raise ValueError(f"There is no mail for {purpose!r}.")
    words = language(lang)
    return _mail(_which_mail(purpose, facts), fields_of(facts, words), words)


def improper_topics(note: str, lang: str = ENGLISH) -> tuple[str, ...]:
    """Which protected traits a note seems to store of somebody (evidence 3), called as in ``lang``.

    A helpful hint on the words used, in whatever language the note is; it may be wrong.
    """
    text = " ".join(note.casefold().replace("’", "'").split())
    found = {
        topic
        for code in languages()
        for topic, pattern in _topic_patterns(code).items()
        if pattern.search(text)
    }
    return tuple(topic.called for key, topic in language(lang).topics.items() if key in found)


def improper_note(note: str, lang: str = ENGLISH) -> str:
    """The prompt on such a note, in one or two sentences; empty when there is no need."""
    topics = ", ".join(improper_topics(note, lang))
    return say(language(lang).notes["private"], {"topics": topics}) if topics else ""


def _keys(step_kind: str, facts: Facts) -> tuple[str, ...]:
    """The sections of a step; which mail belongs to some steps follows from the facts."""
    if step_kind == "mail":
        return (f"mail {_which_mail(facts.purpose or Purpose.FOLLOW_UP, facts)}",)
    if step_kind == "send" and _wants_more(facts):
        return ("mail more",)
    if step_kind == "thank" and (thanks := _which_thanks(facts)):
        return (f"mail {thanks}",)
    return _STEPS[step_kind]


def _wants_more(facts: Facts) -> bool:
    return facts.purpose is Purpose.MORE or facts.last_result is Result.SEND_MORE


def _which_mail(purpose: str, facts: Facts) -> str:
    if purpose == "thank":
        return _which_thanks(facts) or "thank conversation"
    if purpose == "follow up" and facts.voicemail_left:
        return "voicemail"
    if purpose == "confirm" and facts.sent_via == Via.PORTAL and not _interview_booked(facts):
        return "applied"
    return purpose


def _which_thanks(facts: Facts) -> str:
    if facts.last_result in _REFUSED:
        return "thank no"
    if facts.last_result is Result.NOT_HIRING:
        return "thank not now"
    if facts.last_result in _REFERRED or facts.referred_to:
        return "thank referral"
    if _interview_held(facts):
        return "thank interview"
    return "thank conversation" if facts.last_result or facts.spoke_on else ""


def _interview_booked(facts: Facts) -> bool:
    at, today = facts.interview_at, facts.today
    return at is not None and (today is None or at.date() >= today)


def _interview_held(facts: Facts) -> bool:
    """Whether there was one; for want of a clock, one of today counts both ways."""
    at, today = facts.interview_at, facts.today
    return at is not None and today is not None and at.date() <= today


def _section(key: str, fields: Fields, words: Language) -> Section:
    section = words.sections[key]
    # As it is said: a capital letter at its beginning can be read out longer.
    start = str if section.advice else begun
    choices = {
        name: tuple(start(way) for way in ways(sentence, fields))
        for name, sentence in section.sentences.items()
    }
    limit, shorten = _LIMITS.get(key, (0.0, ()))
    chosen = (
        fit(choices, shorten, limit, words.seconds)
        if limit
        else {name: texts[0] for name, texts in choices.items()}
    )
    text = join(chosen.values(), "\n" if section.advice else " ")
    hints = [section.hint]
    if limit and fields["proof"] and not chosen["proof"]:
        takes = f"{words.seconds(fields['proof']):.0f}"
        hints.append(say(words.notes["left_out"], {"takes": takes}))
    return Section(
        key=key,
        heading=section.heading,
        text=text,
        seconds=0.0 if section.advice else words.seconds(text),
        hint=join(hints),
    )


def _mail_section(key: str, facts: Facts, fields: Fields, words: Language) -> Section:
    purpose = _which_mail(key.removeprefix("mail "), facts)
    mail = _mail(purpose, fields, words)
    subject = say(words.notes["subject"], {"subject": mail.subject})
    return Section(
        key=f"mail {purpose}",
        heading=words.mails[purpose].heading,
        text=f"{subject}\n\n{mail.body}",
        seconds=0.0,
        hint=words.mails[purpose].hint,
    )


def _with_own(section: Section, own: str, words: Language) -> Section:
    """The section with the seeker's own line, and a word if that takes longer than it may."""
    line = own.strip()
    limit = _LIMITS.get(section.key, (0.0, ()))[0]
    takes = words.seconds(line)
    if limit and takes > limit:
        fields = {"takes": f"{takes:.0f}", "limit": f"{limit:.0f}"}
        hint = join([section.hint, say(words.notes["too_long"], fields)])
        return replace(section, own_line=line, hint=hint)
    return replace(section, own_line=line)


def _mail(purpose: str, fields: Fields, words: Language) -> Mail:
    mail, frame = words.mails[purpose], words.mails["frame"]
    said = [_said(sentences, fields) for sentences in mail.paragraphs.values()]
    # The first goes on after the greeting, with a small letter in some languages.
    first, *rest = [paragraph for paragraph in said if paragraph]
    paragraphs = (
        _lines(frame, "begin", fields),
        join([first[0], *map(begun, first[1:])]),
        *(join(map(begun, paragraph)) for paragraph in rest),
        _lines(frame, "end", fields),
    )
    return Mail(
        subject=join([say(mail.subject, fields)]),
        body=join(paragraphs, "\n\n"),
        lang=words.code,
    )


def _said(sentences: Sentences, fields: Fields) -> list[str]:
    return [text for sentence in sentences.values() if (text := say(sentence, fields))]


def _lines(frame: MailWords, name: str, fields: Fields) -> str:
    return join((say(s, fields) for s in frame.paragraphs[name].values()), "\n")


@cache
def _topic_patterns(lang: str) -> Mapping[str, re.Pattern[str]]:
    return {
        key: re.compile("|".join(_pattern(word) for word in sorted(topic.words)))
        for key, topic in language(lang).topics.items()
    }


def _pattern(word: str) -> str:
    """A listed word as a pattern: "*" is the rest of a word, "#" two digits.

    A number at the end stands for an age, so that "she is 30 minutes late" is none.
    """
    pattern = re.escape(word.casefold()).replace(r"\#", r"\d\d").replace(r"\*", r"\w*")
    return rf"(?<!\w){pattern}" + (r"(?!\s*[\w%:])" if word.endswith("#") else r"(?!\w)")
