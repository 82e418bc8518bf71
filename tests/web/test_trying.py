"""What a list would bring is shown before anything of it is written."""

from __future__ import annotations

import re
from pathlib import Path

from django.test import Client

from ringback.book.imports import Import
from ringback.desk.desk import Desk
from ringback.desk.imports import import_file
from ringback.desk.openings import NewOpening, add
from ringback.sources.source import ReadOptions
from tests.web.handing_in import SHEET, counts, page_of


def test_what_it_would_bring_is_shown_before_and_is_what_comes(
    signed_in: Client, desk: Desk, kept: Path
) -> None:
    add(desk, NewOpening(employer="Acme Foods", manager="Ada Miller", manager_title="Engineer"))
    rows = (
        b"Company,Position,Status,Contact\nAcme Foods,Fitter,Applied,A. Miller\n"
        b",Clerk,Applied,\nBolt Tools,Clerk,Applied,Bo Ray\n"
    )
    before = counts()
    address = page_of(signed_in, rows)
    page = signed_in.get(address).content.decode()
    assert counts() == before
    would = re.search(r'aria-labelledby="would">(.*?)</section>', page, re.DOTALL)
    assert would is not None
    assert "2 new openings, 2 new people, 1 new employer" in " ".join(would[1].split())
    assert re.findall(r'count-number">(\d+)<', would[1]) == ["3", "2", "0", "0", "1"]
    assert "1 row would be refused" in would[1]
    assert "line 3" in would[1]
    assert "about 1 pair that may be one" in would[1]
    assert "A. Miller" in would[1]
    signed_in.post(f"{address}read/")
    of = Import.objects.get()
    assert (of.created, of.updated, of.known, of.refused) == (2, 0, 0, 1)
    brought = [now - then for now, then in zip(counts(), before, strict=True)]
    assert brought[1:4] == [2, 1, 2]


def test_a_file_that_brings_nothing_new_says_so_before(
    signed_in: Client, desk: Desk, kept: Path
) -> None:
    signed_in.post(f"{page_of(signed_in, SHEET)}read/")
    page = signed_in.get(page_of(signed_in, SHEET)).content.decode()
    assert "Nothing new: the book would stay" in page


def test_a_year_taken_for_many_rows_is_said_once_after_the_import_too(
    signed_in: Client, desk: Desk, tmp_path: Path
) -> None:
    sheet = tmp_path / "sheet.csv"
    rows = "".join(f"Example Mill {day},Mechanic,9/{day},Applied\n" for day in range(14, 20))
    sheet.write_text(
        "Company,Position,Date Applied,Status\nExample Forge,Mechanic,9/13/2026,Applied\n"
        f"{rows}Example Dairy,,9/21,Applied\n"
    )
    number = import_file(desk, sheet, ReadOptions()).import_id
    everything = signed_in.get(f"/import/{number}/").content.decode()
    assert everything.count("2026 was taken") == 1
    assert "In 7 rows, where a date has no year, 2026 was taken" in everything
    worth = signed_in.get(f"/import/{number}/?became=odd").content.decode()
    assert "Worth a look 1<" in worth
    body = worth.partition("<tbody>")[2]
    assert (body.count("<tr>"), "no job title" in body) == (1, True)
