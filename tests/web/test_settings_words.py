"""The language of calls and mails, and the own lines for each, on the pages of settings."""

from __future__ import annotations

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
    assert answer["Location"] == "/settings/words/?kept=1&in=de"
