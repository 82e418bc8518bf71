"""The pages of settings: days by their short names, devices by days in words."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from html import unescape
from typing import TYPE_CHECKING

import pytest

from ringback.web.devices import DeviceKind, Devices
from tests.web.at import NOW

if TYPE_CHECKING:
    from django.test import Client

    from ringback.desk.desk import Desk
    from ringback.home import Home


@pytest.mark.parametrize(
    ("language", "days"),
    [("en", "Mon Tue Wed Thu Fri Sat Sun"), ("de", "Mo Di Mi Do Fr Sa So")],
)
def test_the_days_of_the_plan_have_capitals(
    signed_in: Client, desk: Desk, language: str, days: str
) -> None:
    page = signed_in.get("/settings/plan/", headers={"accept-language": language})
    found = re.findall(r'name="day" value="\d?\w+"[^>]*>(\w+)</label>', page.content.decode())
    assert " ".join(found) == days


def test_devices_are_told_by_days_in_words(
    signed_in: Client, desk: Desk, web_home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ringback.web.pages.settings.now", lambda: NOW)
    devices = Devices(web_home)
    phone, _ = devices.admit("a phone", DeviceKind.PHONE)
    seen = datetime(2026, 11, 23, 21, 5, tzinfo=UTC)
    since = datetime(2026, 11, 2, 15, 0, tzinfo=UTC)
    text = devices.file.read_text()
    text = text.replace(f'"since": "{phone.since}"', f'"since": "{since.isoformat()}"', 1)
    devices.file.write_text(
        text.replace(f'"seen": "{phone.seen}"', f'"seen": "{seen.isoformat()}"', 1)
    )
    page = unescape(signed_in.get("/settings/devices/").content.decode())
    assert "since Mon 2 Nov · last seen yesterday, 4:05 pm" in page
    assert "here now" in page
    assert not re.search(r"\d{4}-\d\d-\d\d", page.partition('id="main"')[2])


def test_devices_can_be_seen_before_a_search_is_begun(signed_in: Client, no_book: None) -> None:
    page = signed_in.get("/settings/devices/")
    assert page.status_code == 200
    assert "here now" in page.content.decode()
