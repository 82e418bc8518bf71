"""The words of a call on its page: what is said in any case, and what is opened at need."""

import re
from datetime import timedelta
from zoneinfo import ZoneInfo

from django.test import Client

from ringback.book.journal import Touch
from ringback.book.openings import Opening
from ringback.core.touches import Kind
from ringback.desk.calls import log_call, outcome_named
from ringback.desk.desk import Desk
from ringback.desk.openings import NewOpening, add

FOLD = re.compile(r'<details class="fold"><summary>(.+?)</summary>(.+?)</details>', re.DOTALL)


def words_of(client: Client, opening: Opening) -> tuple[str, dict[str, str]]:
    """What of the words stands open, and what each fold holds."""
    page = client.get(f"/call/{opening.pk}/").content.decode()
    words = page[page.index('id="words"') : page.index('id="came"')]
    return FOLD.sub("", words), dict(FOLD.findall(words))


def test_what_may_come_is_opened_when_it_comes(signed_in: Client, opening: Opening) -> None:
    said, folds = words_of(signed_in, opening)
    assert list(folds) == [
        "If somebody else answers", "If they say …", "How the call ends", "If nobody answers",
    ]  # fmt: skip
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
    assert list(folds) == ["If somebody else answers", "If they say …", "How the call ends"]


def test_the_way_through_a_switchboard_is_folded_only_where_a_line_is_their_own(
    signed_in: Client, desk: Desk
) -> None:
    for employer, number in (("Acme Foods", "216 555 0142"), ("Bolt Tools", "216 555 0143 ext 7")):
        there = add(desk, NewOpening(
            employer=employer, manager="Dana Reyes", number=number,
            sent_at=desk.now - timedelta(days=10),
        )).opening  # fmt: skip
        said, folds = words_of(signed_in, there)
        is_own = employer == "Acme Foods"
        assert ("If the switchboard answers" in said) is not is_own
        assert ("If somebody else answers" in folds) is is_own


def test_a_call_that_was_made_earlier_is_recorded_then(
    signed_in: Client, desk: Desk, opening: Opening
) -> None:
    address = f"/call/{opening.pk}/log/"
    refused = signed_in.post(address, {"outcome": "no-answer", "at": "someday"})
    assert refused.status_code == 422
    assert 'name="at" value="someday"' in refused.content.decode()
    signed_in.post(address, {"outcome": "no-answer", "at": "yesterday 15:10"})
    called = Touch.objects.get(opening=opening, kind=Kind.CALLED.value)
    assert desk.now - called.at > timedelta(hours=12)
    assert called.at.astimezone(ZoneInfo(desk.search.zone)).strftime("%H:%M") == "15:10"
