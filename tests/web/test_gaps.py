"""What is missing before something can be sent, as a page."""

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from ringback.book.openings import Opening
from ringback.desk.desk import Desk
from ringback.desk.openings import NewOpening, add


def test_gaps_lead_to_who_hires_in_few_questions(signed_in: Client, desk: Desk) -> None:
    asked, page = [], ""
    for count in (1, 119):
        for number in range(count):
            add(desk, NewOpening(employer=f"Employer {count}-{number}", title="Fitter"))
        with CaptureQueriesContext(connection) as queries:
            page = signed_in.get("/gaps/").content.decode()
        asked.append(len(queries))
    assert asked[1] <= asked[0] + 1
    assert page.count("/who/") == 100
    assert "Who hires 120" in page
    second = signed_in.get("/gaps/?only=no+manager&page=2").content.decode()
    assert second.count("/who/") == 20
    number = Opening.objects.order_by("pk")[0].pk
    assert f'href="/openings/{number}/who/"' in page
