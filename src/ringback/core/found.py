"""What a source says, before anything enters the book: plain values every source returns."""

from dataclasses import dataclass
from datetime import date, time

from ringback.core.people import OpeningKind, RouteKind


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundRoute:
    """A number or mail address as the source writes it, and its own flag in words."""

    kind: RouteKind
    value: str
    extension: str = ""
    restriction: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundEmployer:
    """An organisation. ``size`` is the number of staff (0: not said); country as written."""

    name: str
    domain: str = ""
    duns: str = ""
    size: int = 0
    city: str = ""
    region: str = ""
    country: str = ""
    routes: tuple[FoundRoute, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundPerson:
    """A person. ``level`` and ``function`` are the source's own words, where it has any."""

    name: str
    title: str = ""
    level: str = ""
    function: str = ""
    linkedin: str = ""
    city: str = ""
    region: str = ""
    country: str = ""
    routes: tuple[FoundRoute, ...] = ()
    board: bool = False
    do_not_contact: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundOpening:
    """A row of somebody's tracker, or a posting.

    ``status`` is the sheet's own word; ``stage`` what it was understood as (found, sent, replied,
    talked, interviewing, offered, accepted, declined, rejected, closed); dates are calendar days.
    ``met_on`` is the day of the interview or of the talk that the status names, ``met_at`` its
    hour on the employer's clock.
    """

    title: str
    kind: OpeningKind = OpeningKind.ADVERTISED
    url: str = ""
    place: str = ""
    status: str = ""
    stage: str = ""
    saved_on: date | None = None
    sent_on: date | None = None
    sent_via: str = ""
    met_on: date | None = None
    met_at: time | None = None
    closes_on: date | None = None
    follow_up_on: date | None = None
    follow_up: str = ""
    salary: str = ""
    note: str = ""
    files: tuple[str, ...] = ()
    reports_to: str = ""
    no_calls: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundTie:
    """How the seeker and somebody know each other, as a file of the seeker's own says.

    ``profile`` is the address of their LinkedIn profile. Messages are counted (``sent`` by the
    seeker, ``received`` by them) with the last day of each (UTC); what they say is never kept.
    ``invited`` is who was invited by the other, "me" or "them".
    """

    name: str
    profile: str = ""
    connected_on: date | None = None
    sent: int = 0
    received: int = 0
    sent_on: date | None = None
    received_on: date | None = None
    invited: str = ""
    invited_on: date | None = None
    recommended_me_on: date | None = None
    recommended_them_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundPosition:
    """A job that the seeker has or had; ``until`` is None for one that they still have."""

    employer: str
    title: str = ""
    place: str = ""
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What one row, card or page says: any of an employer, a person there and an opening.

    A file of the seeker's own may tell a ``tie`` to somebody, or a ``position`` of theirs.
    ``where`` names the place in the file as a person would look for it ("row 12",
    "sheet Results, row 3"); ``extra`` keeps every cell that no field took, by its heading.
    """

    where: str
    employer: FoundEmployer | None = None
    person: FoundPerson | None = None
    opening: FoundOpening | None = None
    tie: FoundTie | None = None
    position: FoundPosition | None = None
    extra: tuple[tuple[str, str], ...] = ()
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """A row that could not be understood: where, why, and its cells, kept for mending."""

    where: str
    reason: str
    cells: tuple[str, ...] = ()
