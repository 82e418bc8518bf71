"""LinkedIn's recommendations: who recommended whom, and when; the texts are not kept.

Both files have the same columns, so their own names tell them apart.
"""

from collections.abc import Iterator
from datetime import date

from ringback.core.found import Found, FoundTie, Refused
from ringback.sources.cells import key
from ringback.sources.own_lists import Cells, OwnList, day_of, rows, source
from ringback.sources.source import ReadOptions
from ringback.sources.tables import Table


def _read(table: Table, options: ReadOptions) -> Iterator[Found | Refused]:
    received = "received" in key((table.member or table.name).rsplit("/", 1)[-1])

    def one(row: Cells) -> Found | str:
        name = f"{row['first name']} {row['last name']}".strip()
        day: date | None = day_of(row["creation date"])
        if not name:
            return ""
        if day is None:
            return f"“{row['creation date']}” is no date"
        return Found(
            where="",
            tie=FoundTie(name=name, recommended_me_on=day)
            if received
            else FoundTie(name=name, recommended_them_on=day),
        )

    return rows(table, one)


SOURCE = source(
    OwnList(
        key="linkedin-recommendations",
        label="LinkedIn's recommendations",
        signs=frozenset({"first name", "last name", "text", "creation date", "status"}),
        named=("received", "given"),
        meanings={"first name": "who", "last name": "who", "creation date": "day"},
        read=_read,
    )
)
