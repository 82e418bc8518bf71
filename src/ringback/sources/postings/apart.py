"""A posting read in a child process, which bytes made to take for ever cannot outlast."""

import json
import tempfile
from collections.abc import Mapping
from dataclasses import asdict, fields
from datetime import date
from pathlib import Path
from typing import TypedDict

from ringback.core.found import FoundPerson, FoundRoute
from ringback.core.people import RouteKind
from ringback.core.posting import Posting
from ringback.sources.limits import Exhausted, Limits, answers
from ringback.sources.postings.reading import Given, Reading, read_posting
from ringback.sources.postings.records import Json, is_yes, records
from ringback.sources.unreadable import Unreadable

_CHILD = Path(__file__).with_name("posting_child.py")
MEMORY = 700_000_000
SECONDS = 6.0
_DAYS = ("closes_on", "posted_on")


class Told(TypedDict):
    """What the child is told of the bytes."""

    read_on: str
    url: str
    key: str
    pasted: bool


def read_apart(content: bytes, given: Given, seconds: float = SECONDS) -> Reading:
    """The same as ``read_posting``; ``seconds`` of processor time. Raises Unreadable (reading)."""
    told = Told(
        read_on=given.read_on.isoformat(), url=given.url, key=given.key, pasted=given.pasted
    )
    with tempfile.TemporaryDirectory(prefix="ringback-posting-") as folder:
        file, beside = Path(folder, "content"), Path(folder, "given.json")
        file.write_bytes(content)
        beside.write_text(json.dumps(told), "utf-8")
        try:
            lines = list(answers(_CHILD, [str(file), str(beside)], Limits(MEMORY, seconds)))
        except Exhausted as end:
            raise Unreadable(
                "reading", "The posting is made in such a way that it cannot be read.",
                "Copy its text and give that: ringback add --posting - takes it.",
            ) from end  # fmt: skip
    return _reading(json.loads(b"".join(lines)))


def told_by(content: bytes, told: Told) -> dict[str, object]:
    """What the child answers: the reading as JSON."""
    given = Given(date.fromisoformat(told["read_on"]), told["url"], told["key"], told["pasted"])
    reading = read_posting(content, given)
    return {
        "postings": [as_json(one) for one in reading.postings],
        "built_by_script": reading.built_by_script,
    }


def as_json(posting: Posting) -> dict[str, object]:
    """A posting as JSON: days are ISO 8601, empty where they are not known."""
    shape = asdict(posting)
    for name in _DAYS:
        shape[name] = shape[name].isoformat() if shape[name] else ""
    return shape


def _reading(told: Mapping[str, object]) -> Reading:
    postings = tuple(from_json(one) for one in records(told.get("postings")))
    return Reading(postings, is_yes(told.get("built_by_script")))


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
