"""The words of a proof in one language: its labels, and what happened in the words of an office."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from ringback.core.people import OpeningKind
from ringback.core.proof.forms import Form
from ringback.core.touches import Line, Purpose, Reason, Reply, Result, Via


class Labels(StrEnum):
    """The language of labels and results (ISO 639-1)."""

    EN = "en"
    DE = "de"


@dataclass(frozen=True, slots=True)
class Words:
    """All words of one language. ``{}`` is filled with what its name says; days are ``%`` codes.

    ``applied`` says how something was sent to an opening of that kind; ``no_answer`` stands where
    nobody has answered yet, ``answered`` (a day, what) where somebody has.
    """

    day: str
    titles: Mapping[Form, str]
    headings: tuple[str, str, str, str, str, str]
    name: str
    number: str
    period: str
    week: str
    count: str
    page: str
    made: str
    confirm: str
    sign: str
    nothing: str
    applied: Mapping[OpeningKind, str]
    via: Mapping[Via | None, str]
    call: str
    mail: str
    interview: str
    receptionist: str
    hr: str
    sent: str
    no_answer: str
    answered: str
    interview_held: str
    lines: Mapping[Line, str]
    results: Mapping[Result, str]
    replies: Mapping[Reply, str]
    purposes: Mapping[Purpose, str]
    reasons: Mapping[Reason, str]
    interview_agreed: str
    offer: str
