"""Steps, touches and stages in words, as every list and card says them."""

from ringback.book.due_row import Row
from ringback.book.journal import Touch
from ringback.core.outcomes import OUTCOMES
from ringback.core.touches import Kind, Result, Stage
from ringback.doors.words import Speech, number

# What to do, with the person or (where nobody is named yet) the employer in it.
_DO: dict[str, tuple[str, str]] = {
    "find manager": ("Find out who hires", "Find out who hires"),
    "ask receptionist": ("Ask the switchboard for {0}", "Ask the switchboard who hires"),
    "ask friend": ("Ask {0} how it went", "Ask your friend how it went"),
    "find route": ("Find a way to reach {0}", "Find a way to reach them"),
    "send": ("Send it to {0}", "Send it"),
    "call": ("Call {0}", "Call"),
    "mail": ("Mail {0}", "Mail them"),
    "apply": ("Apply online, then tell {0}", "Apply online"),
    "answer": ("Answer {0}", "Answer their message"),
    "thank": ("Thank {0}", "Say thank you"),
    "interview": ("Interview with {0}", "Interview"),
    "check status": ("Ask {0} where things stand", "Ask where things stand"),
    "decide": ("Decide on the offer", "Decide on the offer"),
    "look again": ("Look again", "Look again"),
    "close kindly": ("Close kindly with {0}", "Close kindly"),
}

# What is typed once a step is done; ``{0}`` is the opening's number.
_THEN: dict[str, str] = {
    "find manager": 'ringback name {0} "NAME" --number …',
    "ask receptionist": "ringback log {0} OUTCOME",
    "ask friend": 'ringback refer {0} "NAME" --asked',
    "find route": "ringback route {0} NUMBER-OR-MAIL",
    "send": "ringback send {0} --file …",
    "call": "ringback log {0} OUTCOME",
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

STAGES = tuple(stage.value for stage in Stage)

_LINES = {outcome.line.value: outcome.says for outcome in OUTCOMES if outcome.who is None}
_RESULTS = {
    (outcome.who.value, outcome.result.value): outcome.says
    for outcome in OUTCOMES
    if outcome.who and outcome.result
}
_VIA = {"mail": "by mail", "post": "by post", "portal": "through a portal", "by hand": "by hand"}


def doing(kind: str, person: str) -> str:
    """What a step asks for, such as “Call Dana Reyes”."""
    named, nameless = _DO.get(kind, (kind.capitalize(), kind.capitalize()))
    return named.format(person) if person else nameless


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
    """“ by mail”, to stand behind a word; empty where the way is not known."""
    return f" {_VIA[via]}" if via in _VIA else ""


def what_happened(touch: Touch, speech: Speech, documents: tuple[str, ...] = ()) -> str:
    """One touch in words, without its moment."""
    person = touch.person.name if touch.person else ""
    other = touch.other.name if touch.other else ""
    kind = Kind(touch.kind)
    if kind is Kind.CALLED:
        return _called(touch, person, other, speech)
    if kind is Kind.SENT:
        said = f"Sent{sent_how(touch.via)}" + (f" to {person}" if person else "")
        said += f": {', '.join(documents)}" if documents else ""
        said += f" (promised to call on {speech.date(touch.day)})" if touch.day else ""
        return said + (f" (without a manager: {touch.anyway})" if touch.anyway else "")
    if kind is Kind.ADDED and documents:
        return f"Added, and kept: {', '.join(documents)}"
    return _other_touch(kind, touch, person, other, speech)


def _called(touch: Touch, person: str, other: str, speech: Speech) -> str:
    whom = f"Called {person}" if person else "Called the switchboard"
    if touch.result:
        came = _RESULTS.get((touch.who, touch.result)) or f"{touch.who}: {touch.result}"
    else:
        came = _LINES.get(touch.line, touch.line)
    told = [part for part in (other, speech.moment(touch.moment) if touch.moment else "") if part]
    told += [speech.date(touch.day)] if touch.day else []
    return f"{whom}: {came}" + (f" ({', '.join(told)})" if told else "")


def _referred(touch: Touch, person: str) -> str:
    """To whom a friend opened the door, and whether the friend may be named."""
    if not person:
        return ""
    may = "you may say so" if touch.result == Result.REFERRED_INSIDE.value else "not to be named"
    return f" to {person} ({may})"


def _other_touch(kind: Kind, touch: Touch, person: str, other: str, speech: Speech) -> str:
    by = f" by {person}" if person else ""
    to = f" to {person}" if person else ""
    day = speech.date(touch.day) if touch.day else ""
    moment = speech.moment(touch.moment) if touch.moment else ""
    said = {
        Kind.ADDED: "Added",
        Kind.NAMED: f"Named {person} as the manager",
        Kind.MAILED: f"Mailed{to} ({touch.purpose})",
        Kind.REPLIED: f"Reply{by}: {touch.reply}" + (f", named {other}" if other else ""),
        Kind.BOOKED: f"Interview booked for {moment}",
        Kind.INTERVIEWED: "Interview held" + (f", answer promised by {day}" if day else ""),
        Kind.OFFERED: "Offer" + (f", decide by {day}" if day else ""),
        Kind.ASKED: f"Asked {other} for a name or a word" + (f", by {day}" if day else ""),
        Kind.AGREED: f"{other} will help" + (f", by {day}" if day else ""),
        Kind.REFUSED: f"{other} cannot help",
        Kind.REFERRED: f"Referred by {other}" + _referred(touch, person),
        Kind.THANKED: f"Thanked {person or 'them'}",
        Kind.PROMISED: f"The letter names {day} for the call",
        Kind.PAUSED: f"Paused until {day}",
        Kind.RESUMED: "Pause ended",
        Kind.BARRED: f"They said: {touch.bar}",
        Kind.SKIPPED: f"Passed over: {touch.skipped}",
        Kind.NOTED: "Note",
        Kind.CLOSED: f"Closed: {touch.reason}",
        Kind.REOPENED: "Reopened",
        Kind.STRUCK: "Taken back",
    }
    return said[kind]
