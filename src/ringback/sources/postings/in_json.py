"""What is told of a posting's bytes and what was read from them as JSON, and back from it."""

from collections.abc import Mapping
from dataclasses import asdict, fields
from datetime import date
from typing import TypedDict

from ringback.core.found import FoundPerson, FoundRoute
from ringback.core.people import RouteKind
from ringback.core.posting import Posting
from ringback.sources.postings.given import Given, Reading
from ringback.sources.postings.records import Json, is_yes, records

_DAYS = ("closes_on", "posted_on")


class Told(TypedDict):
    """What a child process is told of the bytes; ``read_on`` is ISO 8601."""

    read_on: str
    url: str
    key: str
    pasted: bool


def told_of(given: Given) -> Told:
    return Told(
        read_on=given.read_on.isoformat(), url=given.url, key=given.key, pasted=given.pasted
    )


def given_of(told: Told) -> Given:
    return Given(date.fromisoformat(told["read_on"]), told["url"], told["key"], told["pasted"])


def reading_as_json(reading: Reading) -> dict[str, object]:
    """What bytes came to as JSON."""
    return {
        "postings": [as_json(one) for one in reading.postings],
        "built_by_script": reading.built_by_script,
    }


def reading_from_json(told: Mapping[str, object]) -> Reading:
    """What ``reading_as_json`` told."""
    postings = tuple(from_json(one) for one in records(told.get("postings")))
    return Reading(postings, is_yes(told.get("built_by_script")))


def as_json(posting: Posting) -> dict[str, object]:
    """A posting as JSON: days are ISO 8601, empty where they are not known."""
    shape = asdict(posting)
    for name in _DAYS:
        shape[name] = shape[name].isoformat() if shape[name] else ""
    return shape


def from_json(told: Json) -> Posting:
    """The posting that ``as_json`` told."""
    texts = {
        one.name: str(told[one.name]) for one in fields(Posting) if isinstance(told[one.name], str)
        and one.name not in _DAYS
    }  # fmt: skip
    doubts = told["doubts"]
    return Posting(
        **texts,
        remote=is_yes(told["remote"]),
        closes_on=_day(told["closes_on"]),
        posted_on=_day(told["posted_on"]),
        people=tuple(_person(one) for one in records(told["people"])),
        routes=tuple(_route(one) for one in records(told["routes"])),
        doubts=tuple(map(str, doubts)) if isinstance(doubts, list) else (),
    )


def _day(value: object) -> date | None:
    return date.fromisoformat(str(value)) if value else None


def _person(told: Json) -> FoundPerson:
    return FoundPerson(
        name=str(told["name"]), title=str(told["title"]), linkedin=str(told["linkedin"]),
        routes=tuple(_route(one) for one in records(told["routes"])),
    )  # fmt: skip


def _route(told: Json) -> FoundRoute:
    return FoundRoute(
        kind=RouteKind(str(told["kind"])),
        value=str(told["value"]),
        extension=str(told["extension"]),
    )
