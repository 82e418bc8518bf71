"""A posting: what an employer says of a job that is open, before anything enters the book."""

from dataclasses import dataclass
from datetime import date

from ringback.core.found import FoundPerson, FoundRoute

_DEPARTMENT = "Department: "
_HEAD_ENDS = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Posting:
    """One posting as it was read; what it does not say is empty.

    ``place`` is in its own words, ``country``, ``region`` and ``city`` where it tells them apart.
    ``closes`` are the words on its closing date, of which ``closes_on`` is the day, if they name
    one. ``no_calls`` is the sentence that asks for none. ``people`` are named as contacts,
    ``put_up_by`` is who entered the posting, who may be a recruiter as well as the manager;
    ``routes`` are the employer's own. ``key`` is the platform's own number for it. ``doubts`` are
    sentences on what was read and could be otherwise.
    """

    title: str = ""
    employer: str = ""
    domain: str = ""
    place: str = ""
    country: str = ""
    region: str = ""
    city: str = ""
    remote: bool = False
    department: str = ""
    closes: str = ""
    closes_on: date | None = None
    posted_on: date | None = None
    reports_to: str = ""
    people: tuple[FoundPerson, ...] = ()
    put_up_by: str = ""
    routes: tuple[FoundRoute, ...] = ()
    reference: str = ""
    no_calls: str = ""
    apply: str = ""
    salary: str = ""
    url: str = ""
    platform: str = ""
    key: str = ""
    text: str = ""
    doubts: tuple[str, ...] = ()

    @property
    def missing(self) -> tuple[str, ...]:
        """What a posting usually says and this one does not, in words."""
        said = (
            ("the employer", self.employer), ("the job's title", self.title),
            ("the place", self.place), ("a closing date", self.closes),
            ("a contact by name", self.people), ("whom the job reports to", self.reports_to),
        )  # fmt: skip
        return tuple(name for name, value in said if not value)


def kept_text(posting: Posting) -> str:
    """The posting as it is kept: a few lines that say what it is, an empty line, its own text."""
    head = (
        posting.title, posting.employer, _line("Place", posting.place),
        f"{_DEPARTMENT}{posting.department}" if posting.department else "",
        _line("Reports to", posting.reports_to), _line("Reference", posting.reference),
        _line("Closes", posting.closes), _line("Apply", posting.apply),
        _line("Address", posting.url),
    )  # fmt: skip
    return "\n".join([*(one for one in head if one), _HEAD_ENDS, posting.text]).strip() + "\n"


def department_in(kept: str) -> str:
    """The department in the head of a text that ``kept_text`` made; empty for any other text."""
    for line in kept.split("\n"):
        if line == _HEAD_ENDS:
            break
        if line.startswith(_DEPARTMENT):
            return line.removeprefix(_DEPARTMENT)
    return ""


def _line(name: str, value: str) -> str:
    return f"{name}: {value}" if value else ""
