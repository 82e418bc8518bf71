"""The proof itself: one line for each contact that was truly made, with what came of it.

A contact is something sent, a call that rang, a mail, or an interview that was held. What is
planned is none; neither is a call to a number that was nobody's, nor a letter that came back.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from ringback.core.people import OpeningKind
from ringback.core.proof import english, german
from ringback.core.proof.forms import Form, Paper, paper_of
from ringback.core.proof.words import Labels, Words
from ringback.core.touches import Kind, Purpose, Reply, Touch, Who

WORDS: Mapping[Labels, Words] = {Labels.EN: english.WORDS, Labels.DE: german.WORDS}
OWN_LABELS = {Form.US: Labels.EN, Form.DE: Labels.DE}

CONTACTS = frozenset({Kind.SENT, Kind.CALLED, Kind.MAILED, Kind.INTERVIEWED})
# What may tell how a contact went, beside the contacts themselves.
TELLING = frozenset({Kind.REPLIED, Kind.BOOKED, Kind.OFFERED, Kind.CLOSED})
# Answers that a machine gives, and none at all.
_NO_ANSWER = frozenset({Reply.RECEIPT, Reply.OUT_OF_OFFICE})


@dataclass(frozen=True, slots=True)
class Event:
    """A touch that counts, on its day for the seeker, with what an office asks of it.

    ``address`` holds the lines of the employer's address as far as they are known.
    """

    touch: Touch
    day: date
    employer_id: int
    employer: str
    address: tuple[str, ...]
    person: str
    position: str
    opening_kind: OpeningKind


@dataclass(frozen=True, slots=True)
class Contact:
    """One line of a proof, in the words of its language."""

    day: date
    employer_id: int
    employer: str
    address: tuple[str, ...]
    person: str
    method: str
    position: str
    result: str


@dataclass(frozen=True, slots=True)
class Week:
    """The contacts of one week as the office counts it, cut to the period."""

    first: date
    last: date
    contacts: tuple[Contact, ...]


@dataclass(frozen=True, slots=True)
class Proof:
    """A proof of the days from ``first`` to ``last``, both included."""

    form: Form
    labels: Labels
    paper: Paper
    seeker: str
    first: date
    last: date
    made_on: date
    contacts: tuple[Contact, ...]

    @property
    def words(self) -> Words:
        return WORDS[self.labels]

    @property
    def title(self) -> str:
        return self.words.titles[self.form]

    @property
    def employers(self) -> int:
        """How many different employers were contacted."""
        return len({contact.employer_id for contact in self.contacts})

    @property
    def weeks(self) -> tuple[Week, ...]:
        """The contacts by week; weeks without one are left out."""
        return tuple(
            Week(max(week[0], self.first), min(week[1], self.last), tuple(contacts))
            for week, contacts in groupby(
                self.contacts, key=lambda contact: self.form.week_of(contact.day)
            )
        )

    @property
    def period(self) -> str:
        return f"{self.day(self.first)} – {self.day(self.last)}"

    def day(self, day: date) -> str:
        """A day as the language writes it."""
        return f"{day:{self.words.day}}"

    def count(self, contacts: Sequence[Contact]) -> str:
        """How many contacts with how many employers, in words."""
        employers = len({contact.employer_id for contact in contacts})
        return self.words.count.format(contacts=len(contacts), employers=employers)

    def cells(self, contact: Contact) -> tuple[str, str, str, str, str, str]:
        """A contact as the cells of a table, in the order of the headings."""
        employer = "\n".join((contact.employer, *contact.address))
        return (
            self.day(contact.day), employer, contact.person, contact.method, contact.position,
            contact.result,
        )  # fmt: skip


def proof(
    events: Iterable[Event],
    *,
    first: date,
    last: date,
    made_on: date,
    form: Form,
    labels: Labels | None = None,
    seeker: str = "",
    country: str = "",
) -> Proof:
    """The proof of a period, of live touches in their order (all up to the day it is made).

    Raises ValueError where the period ends before it begins.
    """
    if last < first:
        raise ValueError(f"the period ends on {last} and begins on {first}")
    language = labels or OWN_LABELS[form]
    words = WORDS[language]
    known = list(events)
    of_opening: dict[str, list[Event]] = {}
    for event in known:
        of_opening.setdefault(event.touch.opening, []).append(event)
    contacts = [
        _contact(event, _after(event, of_opening[event.touch.opening]), words)
        for event in known
        if first <= event.day <= last and _is_contact(event, of_opening[event.touch.opening])
    ]
    return Proof(
        form, language, paper_of(country, form), seeker, first, last, made_on, tuple(contacts)
    )


def _is_contact(event: Event, others: list[Event]) -> bool:
    touch = event.touch
    if touch.kind not in CONTACTS or touch.is_bad_number:
        return False
    return touch.kind is not Kind.SENT or not _came_back(event, others)


def _came_back(event: Event, others: list[Event]) -> bool:
    """Whether what was sent came back before anything else was sent."""
    for later in _after(event, others):
        if later.touch.kind is Kind.SENT:
            return False
        if later.touch.reply is Reply.BOUNCE:
            return True
    return False


def _after(event: Event, others: list[Event]) -> list[Event]:
    return others[others.index(event) + 1 :]


def _contact(event: Event, later: list[Event], words: Words) -> Contact:
    return Contact(
        day=event.day,
        employer_id=event.employer_id,
        employer=event.employer,
        address=event.address,
        person=_person(event, words),
        method=_method(event, words),
        position=event.position,
        result=_result(event, later, words),
    )


def _person(event: Event, words: Words) -> str:
    if event.touch.who is Who.RECEPTIONIST:
        return words.receptionist
    if event.touch.who is Who.HR:
        return words.hr
    return event.person


def _method(event: Event, words: Words) -> str:
    touch = event.touch
    if touch.kind is Kind.CALLED:
        return words.call
    if touch.kind is Kind.MAILED:
        return words.mail
    if touch.kind is Kind.INTERVIEWED:
        return words.interview
    applied, how = words.applied[event.opening_kind], words.via[touch.via]
    return f"{applied}, {how}" if how else applied


def _result(event: Event, later: list[Event], words: Words) -> str:
    touch = event.touch
    if touch.kind is Kind.CALLED:
        if touch.result is not None:
            return words.results[touch.result]
        return words.lines[touch.line] if touch.line is not None else ""
    if touch.kind is Kind.MAILED:
        return words.purposes[touch.purpose or Purpose.FOLLOW_UP]
    said = [(one.day, what) for one in later if (what := _tells(one.touch, words))]
    if touch.kind is Kind.INTERVIEWED:
        first = words.interview_held
        said = [one for one in said if one[1] != words.interview_agreed]
    else:
        first = words.sent
    if not said:
        return first if touch.kind is Kind.INTERVIEWED else f"{first}, {words.no_answer}"
    day, what = said[-1]
    return f"{first}; {words.answered.format(day=f'{day:{words.day}}', what=what)}"


def _tells(touch: Touch, words: Words) -> str:
    """What the employer let be known by a touch; empty where it was nothing."""
    if touch.kind is Kind.REPLIED and touch.reply is not None:
        return "" if touch.reply in _NO_ANSWER else words.replies[touch.reply]
    if touch.kind is Kind.CALLED and touch.is_conversation and touch.result is not None:
        return words.results[touch.result]
    if touch.kind is Kind.BOOKED:
        return words.interview_agreed
    if touch.kind is Kind.INTERVIEWED:
        return words.interview_held
    if touch.kind is Kind.OFFERED:
        return words.offer
    if touch.kind is Kind.CLOSED and touch.reason is not None:
        return words.reasons.get(touch.reason, "")
    return ""
