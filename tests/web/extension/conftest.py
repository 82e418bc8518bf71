"""An extension that is paired, and what it sends."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from django.test import Client

from ringback.home import Home
from ringback.web.codes import Code
from ringback.web.devices import DeviceKind, Devices
from tests.web.extension.at import ORIGIN, Send

if TYPE_CHECKING:
    from django.test.client import _MonkeyPatchedWSGIResponse as Answered

    from ringback.desk.desk import Desk


@pytest.fixture(autouse=True)
def home(web_home: Home, monkeypatch: pytest.MonkeyPatch) -> Home:
    """The same folder for what pairs and lists devices, and no code from another test."""
    from ringback.web.pages import extension, settings

    for module in (extension, settings):
        monkeypatch.setattr(module, "HOME", web_home)
    monkeypatch.setattr(extension, "code", Code())
    return web_home


@pytest.fixture
def token(web_home: Home) -> str:
    """The token of an extension that is paired."""
    return Devices(web_home).admit("an extension", DeviceKind.EXTENSION, ORIGIN)[1]


@pytest.fixture
def send(stranger: Client, desk: Desk) -> Send:
    """Sends what an extension would send, from a browser that was never let in."""

    def send(path: str, told: object, token: str = "", origin: str = ORIGIN) -> Answered:
        headers = {"origin": origin, "sec-fetch-site": "none"}
        if token:
            headers["authorization"] = f"Bearer {token}"
        body = told if isinstance(told, bytes) else json.dumps(told).encode()
        return stranger.post(path, body, content_type="application/json", headers=headers)

    return send
