"""What can be said of an opening on the command line when it is added."""

from typing import NamedTuple, TypedDict


class Said(TypedDict):
    """What can be said of an opening when it is added; empty where it is not."""

    title: str
    kind: str
    url: str
    place: str
    country: str
    region: str
    city: str
    zone: str
    closes: str | None
    no_calls: str
    manager: str
    manager_title: str
    number: str
    mail: str
    switchboard: str
    salary: str
    reports_to: str
    source: str
    sent: str | None
    via: str
    note: str


class Beside(NamedTuple):
    """What is said beside a posting: the employer, which of several, how, and when it was found."""

    employer: str
    pick: int
    dry_run: bool
    at: str | None
