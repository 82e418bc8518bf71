"""Who the seeker is, as the settings show and keep it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from django.test import Client

    from ringback.desk.desk import Desk


def shown(client: Client) -> str:
    page = client.get("/settings/").content.decode()
    found = re.search(r'<input id="number" name="number" value="([^"]*)"', page)
    assert found is not None
    return found[1]


def test_the_own_number_is_shown_as_it_is_said_and_kept_as_it_was(
    signed_in: Client, desk: Desk
) -> None:
    told = {"name": "Ana Ruiz", "number": shown(signed_in), "country": "US", "region": "OH",
            "zone": "America/New_York", "mail": ""}  # fmt: skip
    assert told["number"] == "(614) 555-0100"
    signed_in.post("/settings/you/", told)
    desk.search.refresh_from_db()
    assert desk.search.seeker_number == "+16145550100"
    signed_in.post("/settings/you/", told | {"number": "614 555 0199"})
    desk.search.refresh_from_db()
    assert desk.search.seeker_number == shown(signed_in) == "614 555 0199"
    signed_in.post("/settings/you/", told | {"number": ""})
    desk.search.refresh_from_db()
    assert desk.search.seeker_number == ""
