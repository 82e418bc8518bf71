"""The words of a call on its page: what is said in any case, and what is opened at need."""

import re

from django.test import Client

from ringback.book.openings import Opening
from ringback.desk.calls import log_call, outcome_named
from ringback.desk.desk import Desk

FOLD = re.compile(r'<details class="fold"><summary>(.+?)</summary>(.+?)</details>', re.DOTALL)


def words_of(client: Client, opening: Opening) -> tuple[str, dict[str, str]]:
    """What of the words stands open, and what each fold holds."""
    page = client.get(f"/call/{opening.pk}/").content.decode()
    words = page[page.index('id="words"') : page.index('id="came"')]
    return FOLD.sub("", words), dict(FOLD.findall(words))


def test_what_may_come_is_opened_when_it_comes(signed_in: Client, opening: Opening) -> None:
    said, folds = words_of(signed_in, opening)
    assert list(folds) == ["If they say …", "How the call ends", "If nobody answers"]
    assert "Your first 20 seconds" in said
    assert "Ask for the meeting" in said
    assert "When a time is set" in folds["How the call ends"]
    assert "Voicemail, under 25 seconds" in folds["If nobody answers"]


def test_a_voicemail_that_is_due_stands_open(
    signed_in: Client, desk: Desk, opening: Opening
) -> None:
    log_call(desk, opening, outcome_named("no-answer"))
    said, folds = words_of(signed_in, opening)
    assert "Voicemail, under 25 seconds" in said
    assert list(folds) == ["If they say …", "How the call ends"]
