"""Words that say what they mean: a zone, what a rule rests on, whom to call, in which tongue."""

import re
from html import unescape
from zoneinfo import ZoneInfo

from django.test import Client

from ringback.desk.desk import Desk
from ringback.doors.words import place_name


def added(client: Client, **told: str) -> str:
    """The page of the call to a new employer."""
    there = client.post("/openings/new/", {"employer": "Acme Foods", **told})["Location"]
    call = there.partition("?")[0].replace("openings", "call")
    return unescape(client.get(call).content.decode())


def test_a_zone_is_no_city_of_theirs() -> None:
    eastern = ZoneInfo("America/New_York")
    assert place_name("", eastern) == "Eastern time, New York"
    assert place_name("Dayton", eastern) == "Dayton"
    assert place_name("", ZoneInfo("Asia/Tokyo")) == "the clock of Tokyo"


def cadence(client: Client) -> str:
    return unescape(client.get("/settings/cadence/").content.decode())


def test_what_a_rule_rests_on_is_named(signed_in: Client, desk: Desk) -> None:
    page = cadence(signed_in)
    assert "Grounds 2.2</p>" in page
    assert "Grounds 1.6: no gain after three</p>" in page
    assert "<dt>1.6</dt><dd>reaching somebody by telephone</dd>" in page


def test_rules_are_told_as_people_tell_them(signed_in: Client, desk: Desk) -> None:
    page = cadence(signed_in)
    assert "1 to 15 business days ·" in page
    assert "Between 6:00 am and 9:00 pm ·" in page
    assert '<option value="true" selected>yes</option><option value="false">no</option>' in page
    assert not re.search("whole number|true or false|06:00", page)


def test_a_default_is_told_on_the_clock_of_the_country(signed_in: Client, desk: Desk) -> None:
    changes = {"other_weekday": "false", "afternoon_until": "16:00", "sure": "yes"}
    assert signed_in.post("/settings/cadence/change/", changes).status_code == 302
    page = cadence(signed_in)
    assert "default yes</span>" in page
    assert "default 5:00 pm</span>" in page
    signed_in.post("/settings/you/", {"name": "Ana Ruiz", "country": "DE"})
    page = cadence(signed_in)
    assert "default 17:00</span>" in page
    assert "Between 06:00 and 21:00 ·" in page


def test_the_name_of_an_employer_stands_once_in_the_heading(signed_in: Client, desk: Desk) -> None:
    page = added(signed_in, title="Planner", number="+1 216 555 0142", sent="2 weeks ago")
    head = page.partition('<h1 class="name"')[2].partition('class="dial"')[0]
    assert head.count("Acme Foods") == 1
    assert "Planner" in head


def test_words_of_ones_own_are_marked_with_their_language(signed_in: Client, desk: Desk) -> None:
    signed_in.post("/settings/words/keep/", {"section": "opening", "line": "Good day to you"})
    page = added(
        signed_in, manager="Dana Reyes", number="+1 216 555 0142", sent="2 weeks ago", title="Buyer"
    )
    assert '<span lang="en">Good day to you</span>' in page


def test_an_address_that_leads_nowhere_says_what_to_do(signed_in: Client, desk: Desk) -> None:
    answer = signed_in.get("/no/such/page/")
    assert answer.status_code == 404
    assert "Go back, or begin with what is to be done today." in answer.content.decode()
