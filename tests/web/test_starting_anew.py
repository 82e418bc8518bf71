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
        assert "the other book is being opened" in answer.content.decode()
