"""While the program starts again on the other book, no page of the one before is shown."""

import pytest
from django.test import Client

from ringback.book.openings import Opening
from ringback.desk.desk import Desk
from ringback.web import server


@pytest.mark.parametrize("method", ["get", "head", "post"])
def test_every_page_waits_for_the_other_book(
    signed_in: Client, desk: Desk, monkeypatch: pytest.MonkeyPatch, method: str
) -> None:
    monkeypatch.setattr(server, "starts_anew", lambda: True)
    answer = getattr(signed_in, method)("/openings/new/", {"employer": "Acme Foods"})
    assert answer.status_code == 503
    assert answer["Retry-After"]
    assert answer["Cache-Control"] == "no-store"
    assert not Opening.objects.exists()
    if method == "get":
        assert "your own book is being opened" in answer.content.decode()


def test_it_says_which_book_is_being_opened(
    signed_in: Client, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(server, "starts_anew", lambda: True)
    monkeypatch.setattr("ringback.web.patience.is_demo_entered", lambda: True)
    assert "the demo is being opened" in signed_in.get("/").content.decode()


@pytest.mark.parametrize(
    ("parts", "is_demo", "says"),
    [(True, False, "no"), (False, True, "no"), (False, False, "yes")],
    ids=["the old program", "before it parts", "the new program"],
)
def test_whoever_waits_is_told_of_no_fault(
    signed_in: Client, desk: Desk, monkeypatch: pytest.MonkeyPatch, parts: bool, is_demo: bool,
    says: str,
) -> None:  # fmt: skip
    monkeypatch.setattr(server, "starts_anew", lambda: parts)
    monkeypatch.setattr("ringback.web.pages.welcome.is_demo_entered", lambda: is_demo)
    answer = signed_in.get("/demo/opened/")
    assert (answer.status_code, answer.content.decode()) == (200, says)
    assert answer["Cache-Control"] == "no-store"
