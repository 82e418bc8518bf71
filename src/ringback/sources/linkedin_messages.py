"""LinkedIn's messages: with whom, how many each way and how lately; what they say is not kept.

The file does not say whose it is: it is whoever takes part in every message (formats 5).
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from ringback.core.facts import profile
from ringback.core.found import Found, FoundTie, Refused
from ringback.sources.cells import key
from ringback.sources.own_lists import Cells, OwnList, day_of, source
from ringback.sources.records import Broken, Row
from ringback.sources.source import ReadOptions
from ringback.sources.tables import Table

# What stands for somebody who has left, or whom one may not see.
_NOBODY = frozenset({"", "linkedin member"})
_LEFT_OUT = frozenset({"spam"})


class _Party(NamedTuple):
    """One side of a message: by profile, else by name."""

    id: str
    name: str
    address: str


@dataclass(slots=True)
class _Count:
    """Messages between the seeker and somebody; ``line`` is where they come up first."""

    party: _Party
    line: int
    sent: int = 0
    received: int = 0
    sent_on: date | None = None
    received_on: date | None = None


class _Message(NamedTuple):
    line: int
    sender: _Party
    to: _Party
    on: date | None


def _messages(table: Table) -> Iterator[_Message | Broken]:
    """What went between two people; drafts, spam and talks of several are passed over."""
    cells = Cells(table)
    for item in table.rows():
        if isinstance(item, Broken):
            yield item
        elif isinstance(item, Row):
            row = cells.of(item)
            sender = _party(row["from"], row["sender profile url"])
            to = _party(row["to"], row["recipient profile urls"])
            is_draft = key(row["is message draft"]) == "yes"
            spam = key(row["folder"]) in _LEFT_OUT
            if sender is not None and to is not None and not is_draft and not spam:
                yield _Message(item.line, sender, to, day_of(row["date"]))


def _party(name: str, address: str) -> _Party | None:
    addresses = [one.strip() for one in address.split(",") if one.strip()]
    if len(addresses) > 1 or key(name) in _NOBODY:
        return None
    slug = profile(addresses[0]) if addresses else ""
    return _Party(slug or f"name:{key(name)}", name, addresses[0] if addresses else "")


def _owner(table: Table, options: ReadOptions) -> tuple[str, tuple[str, ...]]:
    """Whose list it is, or between whom it cannot be told."""
    count: Counter[str] = Counter()
    names: dict[str, str] = {}
    total = 0
    for one in _messages(table):
        if isinstance(one, _Message):
            total += 1
            count.update({one.sender.id, one.to.id})
            names |= {one.sender.id: one.sender.name, one.to.id: one.to.name}
    if not total:
        return "", ()
    told = [id for id, name in names.items() if options.seeker and key(name) == key(options.seeker)]
    likely = [id for id, times in count.most_common(2) if times == total]
    if len(likely) == 1:
        return likely[0], ()
    if len(told) == 1:
        return told[0], ()
    best = [names[id] for id, _ in count.most_common(2)]
    return "", tuple(best)


def _read(table: Table, options: ReadOptions) -> Iterator[Found | Refused]:
    """One Found for each person written with, where their first message stands."""
    me, between = _owner(table, options)
    counts: dict[str, _Count] = {}
    for one in _messages(table):
        if isinstance(one, Broken):
            yield Refused(where=table.where(one.line), reason=one.reason)
        elif me in (one.sender.id, one.to.id) and one.sender.id != one.to.id:
            mine = one.sender.id == me
            party = one.to if mine else one.sender
            _add(counts.setdefault(party.id, _Count(party, one.line)), one.on, mine=mine)
    for count in counts.values():
        tie = FoundTie(
            name=count.party.name, profile=count.party.address, sent=count.sent,
            received=count.received, sent_on=count.sent_on, received_on=count.received_on,
        )  # fmt: skip
        yield Found(where=table.where(count.line), tie=tie)
    if between:
        yield Refused(where=table.where(table.heading_line), reason=_whose(between))


def _whose(between: tuple[str, ...]) -> str:
    return (
        f"it cannot be told whose messages these are, {' or '.join(between)}: say your name with "
        "`ringback config --name` and read the file again"
    )


def _add(count: _Count, on: date | None, *, mine: bool) -> None:
    if mine:
        count.sent += 1
        count.sent_on = max(filter(None, (count.sent_on, on)), default=None)
    else:
        count.received += 1
        count.received_on = max(filter(None, (count.received_on, on)), default=None)


def _notes(table: Table, options: ReadOptions) -> tuple[str, ...]:
    return ("Only how many messages went each way, and when the last did, is kept: no text.",)


SOURCE = source(
    OwnList(
        key="linkedin-messages",
        label="LinkedIn's messages",
        signs=frozenset({"conversation id", "from", "to", "date"}),
        meanings={
            "from": "who wrote",
            "sender profile url": "who wrote",
            "to": "to whom",
            "recipient profile urls": "to whom",
            "date": "day",
        },
        read=_read,
        notes=_notes,
    )
)
