"""LinkedIn's messages: with whom, how many each way and how lately; what they say is not kept.

The file does not say whose it is: it is whoever takes part in every message (formats 5).
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
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
class _Letters:
    """What one party wrote to another; ``line`` is where it comes up first."""

    line: int
    count: int = 0
    last: date | None = None


_NONE = _Letters(0)


@dataclass(slots=True)
class _Post:
    """All that went between two people each; drafts, spam and talks of several are left out."""

    parties: dict[str, _Party] = field(default_factory=dict)
    letters: dict[tuple[str, str], _Letters] = field(default_factory=dict)
    broken: list[Broken] = field(default_factory=list)

    def add(self, line: int, sender: _Party, to: _Party, on: date | None) -> None:
        self.parties.setdefault(sender.id, sender)
        self.parties.setdefault(to.id, to)
        letters = self.letters.setdefault((sender.id, to.id), _Letters(line))
        letters.count += 1
        if on is not None:
            letters.last = max(letters.last or on, on)

    def owner(self, seeker: str) -> tuple[str, tuple[str, ...]]:
        """Whose list it is, or between whom it cannot be told."""
        count: Counter[str] = Counter()
        for (sender, to), letters in self.letters.items():
            for id in dict.fromkeys((sender, to)):
                count[id] += letters.count
        total = sum(letters.count for letters in self.letters.values())
        first = [id for id, _ in count.most_common(2)]
        likely = [id for id in first if count[id] == total]
        if len(likely) == 1:
            return likely[0], ()
        names = {id: party.name for id, party in self.parties.items()}
        told = [id for id, name in names.items() if seeker and key(name) == key(seeker)]
        if len(told) == 1:
            return told[0], ()
        return "", tuple(names[id] for id in first)


def _post(table: Table) -> _Post:
    found = _Post()
    cells = Cells(table)
    for item in table.rows():
        if isinstance(item, Broken):
            found.broken.append(item)
        elif isinstance(item, Row):
            row = cells.of(item)
            sender = _party(row["from"], row["sender profile url"])
            to = _party(row["to"], row["recipient profile urls"])
            is_draft = row["is message draft"].casefold() == "yes"
            spam = row["folder"].casefold() in _LEFT_OUT
            if sender is not None and to is not None and not is_draft and not spam:
                found.add(item.line, sender, to, day_of(row["date"]))
    return found


@lru_cache(maxsize=4096)
def _party(name: str, address: str) -> _Party | None:
    addresses = [one.strip() for one in address.split(",") if one.strip()]
    if len(addresses) > 1 or key(name) in _NOBODY:
        return None
    slug = profile(addresses[0]) if addresses else ""
    return _Party(slug or f"name:{key(name)}", name, addresses[0] if addresses else "")


def _read(table: Table, options: ReadOptions) -> Iterator[Found | Refused]:
    """One Found for each person written with, where their first message stands."""
    post = _post(table)
    for one in post.broken:
        yield Refused(where=table.where(one.line), reason=one.reason)
    me, between = post.owner(options.seeker)
    others = dict.fromkeys(id for pair in post.letters if me in pair for id in pair)
    for id in others:
        if id != me:
            yield _found(table, post, me, id)
    if between:
        yield Refused(where=table.where(table.heading_line), reason=_whose(between))


def _found(table: Table, post: _Post, me: str, id: str) -> Found:
    party = post.parties[id]
    sent, received = post.letters.get((me, id), _NONE), post.letters.get((id, me), _NONE)
    line = min(letters.line for letters in (sent, received) if letters.count)
    tie = FoundTie(
        name=party.name, profile=party.address, sent=sent.count, received=received.count,
        sent_on=sent.last, received_on=received.last,
    )  # fmt: skip
    return Found(where=table.where(line), tie=tie)


def _whose(between: tuple[str, ...]) -> str:
    return (
        f"it cannot be told whose messages these are, {' or '.join(between)}: say your name with "
        "`ringback config --name` and read the file again"
    )


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
