"""What happened, as the book keeps it, told to the core as its touches."""

from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from ringback.book.asking import moments
from ringback.core.touches import (
    Bar,
    Kind,
    Line,
    Purpose,
    Reason,
    Reply,
    Result,
    Touch,
    Via,
    Who,
)

# What happened at employers. Notes plan nothing, and no rule reads the texts: both stay behind.
TOUCHES = """
    SELECT o.employer_id, @HEX(t.uid), t.opening_id, @UTC(t.at),
        @FORMAT('%%s,%%s,%%s,%%s,%%s,%%s,%%s,%%s,%%s', t.kind, t.line, t.who, t.result, t.reply,
            t.via, t.purpose, t.bar, t.reason),
        t.person_id, t.other_id, t.route_id, @UTC(t.moment), t.day, @HEX(t.strikes), t.skipped
    FROM book_opening o JOIN book_touch t ON t.opening_id = o.id
    WHERE o.employer_id @ANY AND +o.search_id = %s AND t.kind <> 'noted'
"""

# The same without calls from which nothing came: they tell nothing of who hires.
TOUCHES_THAT_NAME = f"{TOUCHES} AND t.kind <> 'added' AND (t.kind <> 'called' OR t.result <> '')"

_Coded = tuple[
    Kind,
    Line | None,
    Who | None,
    Result | None,
    Reply | None,
    Via | None,
    Purpose | None,
    Bar | None,
    Reason | None,
]


class Names(dict[int | None, str]):
    """Rows' keys as the core names them, each made once; none is the empty name."""

    def __missing__(self, key: int | None) -> str:
        name = self[key] = "" if key is None else str(key)
        return name


def touches_of(rows: Iterable[tuple[Any, ...]], same: dict[int, int]) -> dict[int, list[Touch]]:
    """What happened at each employer, from the columns of ``TOUCHES``, in any order.

    ``same`` maps merged people to who they are now.
    """
    found: dict[int, list[Touch]] = defaultdict(list)
    moment_of, made, codes = moments(), tuple.__new__, _Codes()
    names, people = Names(), Names({gone: str(kept) for gone, kept in same.items()})
    for (employer, uid, opening, at, words, person, other, route, moment, day, strikes,
         skipped) in rows:  # fmt: skip
        kind, line, who, result, reply, via, purpose, bar, reason = codes[words]
        touch = made(
            Touch,
            (
                uid, names[opening], moment_of(at),
                kind, line, who, result, reply, via, purpose, bar, reason,
                people[person], people[other], names[route],
                moment and moment_of(moment), day, strikes or "", skipped, "", "",
            ),
        )  # fmt: skip
        found[employer].append(touch)
    return found


class _Codes(dict[str, _Coded]):
    """The words of touches as they were asked for, each read once."""

    def __missing__(self, words: str) -> _Coded:
        found = self[words] = coded(words)
        return found


@lru_cache(maxsize=4096)
def coded(text: str) -> _Coded:
    """The kind of a touch and what else of it is one of a few words, as ``TOUCHES`` asks them."""
    kind, line, who, result, reply, via, purpose, bar, reason = text.split(",")
    return (
        Kind(kind),
        Line(line) if line else None,
        Who(who) if who else None,
        Result(result) if result else None,
        Reply(reply) if reply else None,
        Via(via) if via else None,
        Purpose(purpose) if purpose else None,
        Bar(bar) if bar else None,
        Reason(reason) if reason else None,
    )
