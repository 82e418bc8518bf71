"""The outcomes of a call as one tells them: a short word for each that sets line, who and result.

The three axes stay apart in the record (evidence 2.3); this table is how they are said with one
key or one word, and which combinations make sense.
"""

from dataclasses import dataclass

from ringback.core.touches import Line, Result, Touch, Who


@dataclass(frozen=True, slots=True)
class Outcome:
    """One word for an outcome. ``needs`` names what must be told with it: moment, day, person."""

    word: str
    key: str
    says: str
    line: Line
    who: Who | None = None
    result: Result | None = None
    needs: tuple[str, ...] = ()
    may: tuple[str, ...] = ()

    @property
    def is_grave(self) -> bool:
        """Whether it closes the opening, or bars a person or a number, with one word."""
        return self.line in _BARRING_LINES or self.result in _GRAVE


_BARRING_LINES = frozenset({Line.INVALID, Line.WRONG_NUMBER})
_GRAVE = frozenset({
    Result.NOT_INTERESTED, Result.FILLED, Result.REJECTED, Result.DO_NOT_CONTACT,
    Result.WRONG_PERSON, Result.LEFT_COMPANY,
})  # fmt: skip
_UP, _DESK, _BOSS = Line.ANSWERED, Who.RECEPTIONIST, Who.MANAGER

OUTCOMES: tuple[Outcome, ...] = (
    Outcome("no-answer", "n", "it rang, nobody answered", Line.NO_ANSWER),
    Outcome("busy", "b", "busy", Line.BUSY),
    Outcome("dead-end", "e", "a menu that leads nowhere", Line.DEAD_END),
    Outcome("voicemail", "v", "voicemail, no message left", Line.VOICEMAIL),
    Outcome("voicemail-left", "V", "voicemail, message left", Line.VOICEMAIL_LEFT),
    Outcome("invalid", "x", "the number does not exist", Line.INVALID),
    Outcome("wrong-number", "X", "somebody else's number", Line.WRONG_NUMBER),
    Outcome(
        "name",
        "a",
        "receptionist gave the manager's name",
        _UP,
        _DESK,
        Result.NAME_OBTAINED,
        needs=("person",),
        may=("number", "moment"),
    ),
    Outcome("message", "m", "receptionist took a message", _UP, _DESK, Result.MESSAGE_TAKEN),
    Outcome("blocked", "k", "receptionist would not put me through", _UP, _DESK, Result.BLOCKED),
    Outcome("hr", "h", "passed to HR", _UP, Who.HR, Result.PASSED_TO_HR),
    Outcome(
        "try-at",
        "y",
        "receptionist said when to call",
        _UP,
        _DESK,
        Result.CALL_BACK,
        needs=("moment",),
    ),
    Outcome(
        "left-company",
        "l",
        "no longer works there",
        _UP,
        _DESK,
        Result.LEFT_COMPANY,
        may=("person", "number"),
    ),
    Outcome("talked", "t", "we talked, nothing fixed yet", _UP, _BOSS, Result.TALKED, may=("day",)),
    Outcome("interview", "i", "interview set", _UP, _BOSS, Result.INTERVIEW_SET, needs=("moment",)),
    Outcome(
        "meeting", "I", "informal meeting set", _UP, _BOSS, Result.MEETING_SET, needs=("moment",)
    ),
    Outcome(
        "call-back", "c", "asked me to call back", _UP, _BOSS, Result.CALL_BACK, needs=("moment",)
    ),
    Outcome("send-more", "s", "asked me to send more", _UP, _BOSS, Result.SEND_MORE),
    Outcome("apply", "p", "asked me to apply online", _UP, _BOSS, Result.APPLY_ONLINE),
    Outcome(
        "referred",
        "r",
        "named somebody else in the house",
        _UP,
        _BOSS,
        Result.REFERRED_INSIDE,
        needs=("person",),
        may=("number",),
    ),
    Outcome(
        "referred-out",
        "R",
        "named somebody at another employer",
        _UP,
        _BOSS,
        Result.REFERRED_OUTSIDE,
        needs=("person", "employer"),
        may=("number",),
    ),
    Outcome("wrong-person", "w", "is not the one who hires", _UP, _BOSS, Result.WRONG_PERSON),
    Outcome("not-hiring", "o", "not hiring now", _UP, _BOSS, Result.NOT_HIRING, may=("day",)),
    Outcome("not-interested", "z", "not interested", _UP, _BOSS, Result.NOT_INTERESTED),
    Outcome("filled", "f", "the job is filled", _UP, _BOSS, Result.FILLED),
    Outcome("rejected", "j", "a clear no", _UP, _BOSS, Result.REJECTED),
    Outcome("never", "N", "does not want to be contacted", _UP, _BOSS, Result.DO_NOT_CONTACT),
)

BY_WORD = {outcome.word: outcome for outcome in OUTCOMES}
BY_KEY = {outcome.key: outcome for outcome in OUTCOMES}

_ONLY_WITH_MOMENT = {Result.CALL_BACK, Result.INTERVIEW_SET, Result.MEETING_SET}
_ONLY_WITH_OTHER = {Result.NAME_OBTAINED, Result.REFERRED_INSIDE, Result.REFERRED_OUTSIDE}


def problem(touch: Touch) -> str:
    """Why this call cannot have happened so, in one sentence; empty when it can."""
    if touch.line is None:
        return "A call needs to say what happened on the line."
    if touch.line is not Line.ANSWERED:
        if touch.who or touch.result:
            return f"Nobody was reached ({touch.line}), so there can be no result of a talk."
        return ""
    if touch.who is None:
        return "Somebody answered: say who (receptionist, hr, manager, another person)."
    if touch.result is None:
        return "Somebody answered: say what came of it."
    if touch.result in _ONLY_WITH_MOMENT and touch.moment is None:
        return f"“{touch.result}” needs the day and hour."
    if touch.result in _ONLY_WITH_OTHER and not touch.other:
        return f"“{touch.result}” needs the person's name."
    return ""
