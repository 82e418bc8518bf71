"""Ties: how well the seeker knows somebody, told by what is on file and never by a bare figure.

A tie is as strong as its grounds: those that weigh show that each would know the other's name on
the telephone. Two of them make it close, one makes it good, none leaves it loose. Loose ties are
worth asking as well: they bring the most jobs (evidence 1.4: Rajkumar and others 2022).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ringback.core.facts import EmployerFacts
from ringback.core.same import Answer, same_employer

# Who wrote to each other within this time has the other in mind.
RECENT_DAYS = 730


class Strength(StrEnum):
    """How strong a tie is; the grounds say why."""

    CLOSE = "close"
    GOOD = "good"
    LOOSE = "loose"


@dataclass(frozen=True, slots=True)
class Source:
    """Where a fact is from, as evidence says it: what kind of file, and the place in it."""

    source: str = ""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Ground:
    """One thing that ties two people, in words, with where it is from.

    ``weighs`` where it makes the tie stronger; ``doubtful`` where it may be somebody or something
    else that it speaks of.
    """

    says: str
    evidence: Source
    weighs: bool = False
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class Stay:
    """A time at an employer; None where a day is not known, or for ``until`` not yet come."""

    employer: EmployerFacts
    since: date | None = None
    until: date | None = None
    dated: bool = False
    evidence: Source = Source()


@dataclass(frozen=True, slots=True, kw_only=True)
class Contacts:
    """What one file tells of the contact between the seeker and somebody (see book.ties)."""

    evidence: Source = Source()
    connected_on: date | None = None
    sent: int = 0
    received: int = 0
    sent_on: date | None = None
    received_on: date | None = None
    invited: str = ""
    invited_on: date | None = None
    recommended_me_on: date | None = None
    recommended_them_on: date | None = None
    by_name_only: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Acquaintance:
    """Somebody the seeker may know, with all that files and the journal tell of it.

    ``number`` and ``listed`` are where their telephone number, and they themselves, stand in an
    address book of the seeker's; ``helped_on`` is the day on which they last opened a door.
    """

    contacts: tuple[Contacts, ...] = ()
    stays: tuple[Stay, ...] = ()
    number: Source | None = None
    listed: Source | None = None
    helped_on: date | None = None


@dataclass(frozen=True, slots=True)
class Tie:
    """How strong a tie is, why in one sentence, and everything it rests on."""

    strength: Strength
    why: str
    grounds: tuple[Ground, ...]


def tie(somebody: Acquaintance, mine: Sequence[Stay], as_of: date) -> Tie | None:
    """The tie to somebody as of a day; None where nothing at all is on file.

    ``mine`` are the employers for whom the seeker works or worked.
    """
    grounds = tuple(_grounds(somebody, mine, as_of))
    if not grounds:
        return None
    weighing = [ground.says for ground in grounds if ground.weighs]
    if len(weighing) > 1:
        return Tie(Strength.CLOSE, f"close: {'; '.join(weighing)}", grounds)
    if weighing:
        return Tie(Strength.GOOD, f"good: {weighing[0]}", grounds)
    return Tie(Strength.LOOSE, f"loose: no more is on file than that {grounds[0].says}", grounds)


def _grounds(somebody: Acquaintance, mine: Sequence[Stay], as_of: date) -> Iterator[Ground]:
    if somebody.helped_on is not None:
        says = f"they opened a door for you on {_on(somebody.helped_on)}"
        yield Ground(says, Source("your journal"), weighs=True)
    together = list(_worked_together(somebody.stays, mine))
    yield from together
    recommended = [one for told in somebody.contacts for one in _recommended(told)]
    yield from dict.fromkeys(recommended)
    written = _written(somebody.contacts, as_of)
    if written is not None:
        yield written
    if somebody.number is not None:
        yield Ground("you have their number in your address book", somebody.number, weighs=True)
    elif somebody.listed is not None:
        yield Ground("they are in your address book", somebody.listed)
    connected = [told for told in somebody.contacts if told.connected_on is not None]
    if connected:
        yield _connected(min(connected, key=_since), mine)
    invited = [told for told in somebody.contacts if told.invited]
    if invited:
        yield _invited(invited[0])


def _since(told: Contacts) -> date:
    return told.connected_on or date.max


def _worked_together(theirs: Sequence[Stay], mine: Sequence[Stay]) -> Iterator[Ground]:
    for own in mine:
        for stay in theirs:
            verdict = same_employer(own.employer, stay.employer)
            if verdict.answer is Answer.DIFFERENT:
                continue
            doubtful = verdict.answer is Answer.ASK
            where = own.employer.name
            if doubtful:
                where = f"{where}, if that is {stay.employer.name} ({', '.join(verdict.reasons)})"
            span = _overlap(own, stay)
            if own.dated and stay.dated and span is None:
                continue
            if span is not None:
                says = f"you both worked at {where} from {_month(span[0])} to {_month(span[1])}"
                yield Ground(says, stay.evidence, weighs=not doubtful, doubtful=doubtful)
            else:
                says = f"you both worked at {where}, whether at the same time is not known"
                yield Ground(says, stay.evidence, doubtful=doubtful)
            break


def _overlap(one: Stay, other: Stay) -> tuple[date, date | None] | None:
    """The time that two stays have in common, where both are dated."""
    if not (one.dated and other.dated and one.since and other.since):
        return None
    start = max(one.since, other.since)
    ends = [end for end in (one.until, other.until) if end is not None]
    end = min(ends) if ends else None
    return (start, end) if end is None or start <= end else None


def _recommended(told: Contacts) -> Iterator[Ground]:
    for day, says in (
        (told.recommended_me_on, "they recommended you"),
        (told.recommended_them_on, "you recommended them"),
    ):
        if day is not None:
            said = f"{says} on {_on(day)}{_by_name(told)}"
            yield Ground(
                said, told.evidence, weighs=not told.by_name_only, doubtful=told.by_name_only
            )


def _written(told: Sequence[Contacts], as_of: date) -> Ground | None:
    """The fullest count of messages that a file tells; files of later days hold the earlier."""
    counts = [one for one in told if one.sent or one.received]
    if not counts:
        return None
    best = max(counts, key=lambda one: one.sent + one.received)
    days = [day for day in (best.sent_on, best.received_on) if day is not None]
    last = f", the last on {_on(max(days))}" if days else ""
    if best.sent and best.received:
        recent = bool(days) and (as_of - max(days)).days <= RECENT_DAYS
        says = f"you wrote to each other ({best.sent} from you, {best.received} from them{last})"
        sure = not best.by_name_only
        return Ground(says + _by_name(best), best.evidence, weighs=recent and sure,
                      doubtful=best.by_name_only)  # fmt: skip
    who = "you wrote to them" if best.sent else "they wrote to you"
    many = _times(best.sent or best.received)
    says = f"{who} {many}{last}, with no answer on file{_by_name(best)}"
    return Ground(says, best.evidence, doubtful=best.by_name_only)


def _connected(told: Contacts, mine: Sequence[Stay]) -> Ground:
    on = told.connected_on or date.min
    says = f"you have been connected since {_on(on)}"
    for own in mine:
        if own.since and own.since <= on <= (own.until or date.max):
            says += f", when you worked at {own.employer.name}"
            break
    return Ground(says + _by_name(told), told.evidence, doubtful=told.by_name_only)


def _invited(told: Contacts) -> Ground:
    says = "they invited you to connect" if told.invited == "me" else "you invited them to connect"
    day = f" on {_on(told.invited_on)}" if told.invited_on else ""
    return Ground(f"{says}{day}{_by_name(told)}", told.evidence, doubtful=told.by_name_only)


def _by_name(told: Contacts) -> str:
    return " (known by the name alone)" if told.by_name_only else ""


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count} times"


def _on(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def _month(day: date | None) -> str:
    return f"{day:%B %Y}" if day is not None else "today"
