"""Steps, touches and stages in words, as every list and card says them."""

from collections.abc import Callable
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, pgettext

from ringback.book.due_row import Row
from ringback.book.journal import Touch
from ringback.core.outcomes import OUTCOMES
from ringback.core.touches import Kind, Result, Stage
from ringback.doors.tongue import say
from ringback.doors.words import Speech, number

_UNSET = "interview unset"
# What to do, with the person or (where nobody is named yet) the employer in it.
_DO: dict[str, tuple[str, str]] = {
    "find manager": (gettext_noop("Find out who hires"), gettext_noop("Find out who hires")),
    "ask receptionist": (
        gettext_noop("Ask the switchboard for {0}"), gettext_noop("Ask the switchboard who hires"),
    ),
    "ask friend": (
        gettext_noop("Ask {0} how it went"), gettext_noop("Ask your friend how it went"),
    ),
    "find route": (
        gettext_noop("Find a way to reach {0}"), gettext_noop("Find a way to reach them"),
    ),
    "send": (gettext_noop("Send it to {0}"), gettext_noop("Send it")),
    "call": (gettext_noop("Call {0}"), gettext_noop("Call")),
    "mail": (gettext_noop("Mail {0}"), gettext_noop("Mail them")),
    "apply": (gettext_noop("Apply online, then tell {0}"), gettext_noop("Apply online")),
    "answer": (gettext_noop("Answer {0}"), gettext_noop("Answer their message")),
    "thank": (gettext_noop("Thank {0}"), gettext_noop("Say thank you")),
    "interview": (gettext_noop("Interview with {0}"), gettext_noop("Interview")),
    _UNSET: (
        gettext_noop("Say when the interview with {0} is"),
        gettext_noop("Say when the interview is"),
    ),
    "check status": (
        gettext_noop("Ask {0} where things stand"), gettext_noop("Ask where things stand"),
    ),
    "decide": (gettext_noop("Decide on the offer"), gettext_noop("Decide on the offer")),
    "look again": (gettext_noop("Look again"), gettext_noop("Look again")),
    "close kindly": (gettext_noop("Close kindly with {0}"), gettext_noop("Close kindly")),
}  # fmt: skip

# What is typed once a step is done; ``{0}`` is the opening's number.
_THEN: dict[str, str] = {
    "find manager": 'ringback name {0} "NAME" --number …',
    "ask receptionist": "ringback log {0} no-answer",
    "ask friend": 'ringback refer {0} "NAME" --asked',
    "find route": "ringback route {0} NUMBER-OR-MAIL",
    "send": "ringback send {0} --file …",
    "call": "ringback log {0} no-answer",
    "mail": "ringback mail {0}",
    "apply": "ringback send {0} --via portal",
    "answer": "ringback mail {0} --for answer",
    "thank": "ringback thank {0}",
    "interview": "ringback interview {0} --held",
    "check status": "ringback mail {0}",
    "decide": "ringback offer {0} --accept",
    "look again": "ringback reopen {0}",
    "close kindly": "ringback mail {0}",
}

_CALLS = frozenset({"call", "ask receptionist"})

STAGES = tuple(stage.value for stage in Stage)

_LINES = {outcome.line.value: outcome.says for outcome in OUTCOMES if outcome.who is None}
_RESULTS = {
    (outcome.who.value, outcome.result.value): outcome.says
    for outcome in OUTCOMES
    if outcome.who and outcome.result
}
_VIA = {
    "mail": gettext_noop("by e-mail"), "post": gettext_noop("by post"),
    "portal": gettext_noop("through a portal"), "by hand": gettext_noop("by hand"),
}  # fmt: skip


def doing(kind: str, person: str) -> str:
    """What a step asks for, such as “Call Dana Reyes”."""
    named, nameless = _DO.get(kind, (kind.capitalize(), kind.capitalize()))
    return _(named).format(person) if person else _(nameless)


def doing_at(kind: str, person: str, *, exact: bool) -> str:
    """What a step asks for; of an interview without an hour, when it is."""
    return doing(_UNSET if kind == "interview" and not exact else kind, person)


def doing_next(row: Row) -> str:
    """What a due step asks for; of an interview without an hour, when it is."""
    return doing_at(row.kind, row.person, exact=row.exact)


def when_done(kind: str, opening: int) -> str:
    """When that command is typed; an outcome in it is only the one that comes most often."""
    return f"when done; others: ringback log {opening}" if kind in _CALLS else "when done"


def done_with(kind: str, opening: int) -> str:
    """The command that records that a step was done."""
    return _THEN.get(kind, "ringback show {0}").format(opening)


def job(title: str, employer: str) -> str:
    """An opening as it is named in lists."""
    return f"{employer} · {title}" if title else employer


def row_number(row: Row, country: str) -> str:
    """The number or mail address of a due step as it is dialled from the seeker's country."""
    return number(row.number, row.extension, country)


def sent_how(via: str) -> str:
    """“ by e-mail”, to stand behind a word; empty where the way is not known."""
    return f" {_(_VIA[via])}" if via in _VIA else ""


def what_happened(
    touch: Touch, speech: Speech, documents: tuple[str, ...] = (), there: ZoneInfo | None = None
) -> str:
    """One touch in words, without its moment.

    A moment that was told in it is said on the clock of ``there`` as well (None: the seeker's
    alone).
    """
    person = touch.person.name if touch.person else ""
    other = touch.other.name if touch.other else ""
    kind = Kind(touch.kind)
    if kind is Kind.CALLED:
        return _called(touch, person, other, speech, there)
    if kind is Kind.SENT:
        return _sent(touch, person, speech, documents)
    if kind is Kind.ADDED and documents:
        return _("Added, and kept: {0}").format(", ".join(documents))
    return _other_touch(kind, touch, person, other, speech, there)


def what_and_when(touch: Touch, speech: Speech, there: ZoneInfo | None = None) -> str:
    """One touch in words, with its day where that is not when it was written down."""
    said = what_happened(touch, speech, there=there)
    return said if touch.at == touch.logged_at else f"{said}, {speech.happened(touch.at)}"


def _sent(touch: Touch, person: str, speech: Speech, documents: tuple[str, ...]) -> str:
    said = pgettext("what happened", "Sent") + sent_how(touch.via) + _to(person)
    said += f": {', '.join(documents)}" if documents else ""
    if touch.day:
        said += _(" (promised to call on {0})").format(speech.date(touch.day))
    return said + (_(" (without a manager: {0})").format(touch.anyway) if touch.anyway else "")


def _to(person: str) -> str:
    return _(" to {0}").format(person) if person else ""


def _called(touch: Touch, person: str, other: str, speech: Speech, there: ZoneInfo | None) -> str:
    whom = _("Called {0}").format(person) if person else _("Called the switchboard")
    if touch.result:
        came = _RESULTS.get((touch.who, touch.result)) or f"{touch.who}: {touch.result}"
    else:
        came = _LINES.get(touch.line, touch.line)
    told = [part for part in (other, _moment(touch, speech, there)) if part]
    told += [speech.date(touch.day)] if touch.day else []
    said = f"{whom}: {say(came)}"
    if there is not None and touch.moment:
        # A moment on two clocks has a bracket of its own.
        return f"{said} · {', '.join(told)}"
    return said + (f" ({', '.join(told)})" if told else "")


def _moment(touch: Touch, speech: Speech, there: ZoneInfo | None) -> str:
    """The moment that was told, on the seeker's clock, and on that of there if asked for."""
    if touch.moment is None:
        return ""
    return speech.moment(touch.moment) if there is None else speech.both(touch.moment, there)


def _referred(touch: Touch, person: str) -> str:
    """To whom a friend opened the door, and whether the friend may be named."""
    if not person:
        return ""
    if touch.result == Result.REFERRED_INSIDE.value:
        return _(" to {0} (you may say so)").format(person)
    return _(" to {0} (not to be named)").format(person)


def _by(day: str) -> str:
    return _(", by {0}").format(day) if day else ""


def _other_touch(
    kind: Kind, touch: Touch, person: str, other: str, speech: Speech, there: ZoneInfo | None
) -> str:
    day = speech.date(touch.day) if touch.day else ""
    moment = _moment(touch, speech, there)
    said: dict[Kind, Callable[[], str]] = {
        Kind.ADDED: lambda: _("Added"),
        Kind.NAMED: lambda: _("Named {0} as the manager").format(person),
        Kind.MAILED: lambda: _("Mailed{0} ({1})").format(_to(person), say(touch.purpose)),
        Kind.REPLIED: lambda: _replied(touch, person, other),
        Kind.BOOKED: lambda: (
            _("Interview booked for {0}").format(moment) if moment else _("Interview booked")
        ),
        Kind.INTERVIEWED: lambda: (
            _("Interview held, answer promised by {0}").format(day) if day else _("Interview held")
        ),
        Kind.OFFERED: lambda: _("Offer, decide by {0}").format(day) if day else _("Offer"),
        Kind.ASKED: lambda: _("Asked {0} for a name or a word").format(other) + _by(day),
        Kind.AGREED: lambda: _("{0} will help").format(other) + _by(day),
        Kind.REFUSED: lambda: _("{0} cannot help").format(other),
        Kind.REFERRED: lambda: _("Referred by {0}").format(other) + _referred(touch, person),
        Kind.THANKED: lambda: _("Thanked {0}").format(person) if person else _("Thanked them"),
        Kind.PROMISED: lambda: _("The letter names {0} for the call").format(day),
        Kind.PAUSED: lambda: _("Paused until {0}").format(day),
        Kind.RESUMED: lambda: _("Pause ended"),
        Kind.BARRED: lambda: _("They said: {0}").format(say(touch.bar)),
        Kind.SKIPPED: lambda: _("Passed over: {0}").format(say(touch.skipped)),
        Kind.NOTED: lambda: pgettext("what happened", "Note"),
        Kind.CLOSED: lambda: _("Closed: {0}").format(say(touch.reason)),
        Kind.REOPENED: lambda: _("Reopened"),
        Kind.STRUCK: lambda: _("Taken back"),
    }
    return said[kind]()


def _replied(touch: Touch, person: str, other: str) -> str:
    if person:
        said = _("Reply by {0}: {1}").format(person, say(touch.reply))
    else:
        said = _("Reply: {0}").format(say(touch.reply))
    return said + (_(", named {0}").format(other) if other else "")
