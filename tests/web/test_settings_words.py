"""The language of calls and mails, and the own lines for each, on the pages of settings."""

from __future__ import annotations

from html import unescape
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from django.test import Client

    from ringback.desk.desk import Desk


def test_the_language_of_calls_is_chosen_beside_who_one_is(signed_in: Client, desk: Desk) -> None:
    assert '<option value="auto">' in signed_in.get("/settings/").content.decode()
    answer = signed_in.post("/settings/you/", {"name": "Ana Ruiz", "spoken": "de"})
    assert answer.status_code == 302
    desk.search.refresh_from_db()
    assert desk.search.language == "de"
    page = signed_in.get("/settings/").content.decode()
    assert '<option value="de" selected lang="de">Deutsch</option>' in page


def test_a_language_without_words_is_refused(signed_in: Client, desk: Desk) -> None:
    answer = signed_in.post("/settings/you/", {"name": "Ana Ruiz", "spoken": "tlh"})
    assert answer.status_code == 422
    desk.search.refresh_from_db()
    assert desk.search.language == "auto"


@pytest.mark.parametrize(
    ("asked", "field"), [("", "proof"), ("?in=de", "de/proof"), ("?in=tlh", "proof")]
)
def test_own_lines_are_kept_for_each_language(
    signed_in: Client, desk: Desk, asked: str, field: str
) -> None:
    page = signed_in.get(f"/settings/words/{asked}").content.decode()
    assert f'name="section" value="{field}"' in page
    signed_in.post("/settings/words/keep/", {"section": field, "line": "Mine."})
    desk.search.refresh_from_db()
    assert desk.search.own_lines == {field: "Mine."}
    assert ">Mine.</textarea>" in signed_in.get(f"/settings/words/{asked}").content.decode()


def test_a_part_of_no_language_is_refused(signed_in: Client, desk: Desk) -> None:
    answer = signed_in.post("/settings/words/keep/", {"section": "tlh/proof", "line": "x"})
    assert answer.status_code == 404


def test_the_page_after_keeping_is_that_of_the_same_language(signed_in: Client, desk: Desk) -> None:
    answer = signed_in.post("/settings/words/keep/", {"section": "de/close", "line": "x"})
    assert answer["Location"] == "/settings/words/?kept=de/close&in=de#de/close"


def folds(client: Client, asked: str = "") -> list[tuple[bool, str]]:
    """Each fold of the page: whether it is open, and what stands in it."""
    page = client.get(f"/settings/words/{asked}").content.decode()
    return [(part.startswith(" open>"), part) for part in page.split('<details class="fold"')[1:]]


def test_only_what_holds_a_line_of_ones_own_is_open(signed_in: Client, desk: Desk) -> None:
    assert not any(is_open for is_open, _ in folds(signed_in))
    signed_in.post("/settings/words/keep/", {"section": "close", "line": "Twenty minutes?"})
    held = [part for is_open, part in folds(signed_in) if is_open]
    assert len(held) == 1
    assert "Twenty minutes?" in held[0]
    assert "1 of your own" in held[0]


def test_what_was_just_emptied_is_open_still(signed_in: Client, desk: Desk) -> None:
    answer = signed_in.post("/settings/words/keep/", {"section": "close", "line": ""})
    asked = answer["Location"].removeprefix("/settings/words/").partition("#")[0]
    held = [part for is_open, part in folds(signed_in, asked) if is_open]
    assert len(held) == 1
    assert 'id="close"' in held[0]


def test_our_own_words_stand_beside_the_field(signed_in: Client, desk: Desk) -> None:
    page = unescape(signed_in.get("/settings/words/").content.decode())
    assert "Hello, I'm Ana Ruiz. I'd like to write to the right manager." in page
    page = signed_in.get("/settings/words/?in=de").content.decode()
    assert "Guten Tag, mein Name ist Ana Ruiz." in page
