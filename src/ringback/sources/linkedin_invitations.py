"""LinkedIn's invitations: who invited whom, and when; what was written with it is not kept."""

from collections.abc import Iterator

from ringback.core.found import Found, FoundTie, Refused
from ringback.sources.cells import key
from ringback.sources.own_lists import Cells, OwnList, day_of, rows, source
from ringback.sources.source import ReadOptions
from ringback.sources.tables import Table


def _one(row: Cells) -> Found | str:
    direction = key(row["direction"])
    if direction not in ("outgoing", "incoming"):
        return f"“{row['direction']}” is no direction of an invitation"
    mine = direction == "outgoing"
    name = row["to"] if mine else row["from"]
    if not name:
        return ""
    tie = FoundTie(
        name=name,
        profile=row["inviteeprofileurl"] if mine else row["inviterprofileurl"],
        invited="them" if mine else "me",
        invited_on=day_of(row["sent at"]),
    )
    return Found(where="", tie=tie)


def _read(table: Table, options: ReadOptions) -> Iterator[Found | Refused]:
    return rows(table, _one)


SOURCE = source(
    OwnList(
        key="linkedin-invitations",
        label="LinkedIn's invitations",
        signs=frozenset({"from", "to", "sent at", "direction"}),
        meanings={
            "from": "who invited",
            "to": "who was invited",
            "sent at": "day",
            "direction": "who invited",
            "inviterprofileurl": "who invited",
            "inviteeprofileurl": "who was invited",
        },
        read=_read,
    )
)
