"""What a device needs to install the desk, and what it is told before anybody was let in."""

from __future__ import annotations

import json
import re
import struct
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from django.test import Client

    from ringback.desk.desk import Desk

STATIC = Path(__file__).parents[2] / "src" / "ringback" / "web" / "static"


def file_of(address: str) -> Path:
    """The file that a static address stands for."""
    return STATIC / address.split("/", 3)[3]


def size_of(png: Path) -> str:
    """The size that the head of a PNG says (RFC 2083, 4.1.1)."""
    head = png.read_bytes()[:24]
    assert head.startswith(b"\x89PNG\r\n\x1a\n")
    return "{}x{}".format(*struct.unpack(">II", head[16:24]))


def test_the_manifest_holds_what_an_app_needs(stranger: Client) -> None:
    answer = stranger.get("/manifest.webmanifest")
    assert answer["Content-Type"] == "application/manifest+json"
    told = json.loads(answer.content)
    assert told["name"] == told["short_name"] == "Ringback"
    assert (told["start_url"], told["scope"], told["display"]) == ("/", "/", "standalone")
    assert re.fullmatch("#[0-9a-f]{6}", told["theme_color"])
    assert re.fullmatch("#[0-9a-f]{6}", told["background_color"])
    icons = {(one["sizes"], one["purpose"]) for one in told["icons"]}
    sizes = ("192x192", "512x512")
    assert icons == {(size, purpose) for size in sizes for purpose in ("any", "maskable")}
    for icon in told["icons"]:
        assert size_of(file_of(icon["src"])) == icon["sizes"]
    assert [one["url"] for one in told["shortcuts"]] == ["/", "/call/", "/openings/new/"]


def test_what_is_shared_with_the_app_is_in_the_form(signed_in: Client, desk: Desk) -> None:
    told = json.loads(signed_in.get("/manifest.webmanifest").content)["share_target"]
    assert told["method"] == "GET"
    given = {"title": "Fitter", "text": "They look for a fitter.", "url": "https://acme.example/7"}
    shared = {told["params"][name]: value for name, value in given.items()}
    page = signed_in.get(told["action"], shared).content.decode()
    for value in given.values():
        assert value in page


def test_the_touch_icon_is_as_large_as_it_is_asked_for(signed_in: Client, desk: Desk) -> None:
    page = signed_in.get("/").content.decode()
    found = re.search(r'rel="apple-touch-icon" href="([^"]+)"', page)
    assert found is not None
    assert size_of(file_of(found[1])) == "180x180"


def test_the_worker_is_of_the_version_of_the_files(stranger: Client) -> None:
    from django.conf import settings

    answer = stranger.get("/sw.js")
    assert answer["Content-Type"].startswith("text/javascript")
    assert answer["Cache-Control"] == "no-store"
    text = answer.content.decode()
    found = re.search(r"^const TOLD = (.*);$", text, re.MULTILINE)
    assert found is not None
    told = json.loads(found[1])
    assert told["version"] == f"{settings.STATIC_VERSION}-en"
    own = [one for one in told["files"] if "/vendored/" not in one]
    assert own
    assert all(file_of(one).is_file() for one in own)
    scripts = re.findall(r'"(/static/[^"]+\.js)"', text.split("importScripts")[1])
    assert [file_of(one).name for one in scripts] == ["waiting.js", "worker.js"]
    assert all(file_of(one).is_file() for one in scripts)


@pytest.mark.parametrize("path", ["/sw.js", "/manifest.webmanifest", "/offline/"])
def test_what_is_open_to_all_tells_nothing_of_anybody(
    stranger: Client, desk: Desk, path: str
) -> None:
    from ringback.desk.openings import NewOpening, add

    add(desk, NewOpening(employer="Acme Foods", manager="Dana Reyes"))
    answer = stranger.get(path)
    assert answer.status_code == 200
    text = answer.content.decode()
    assert "Acme" not in text
    assert "Ana Ruiz" not in text


@pytest.mark.parametrize("path", ["/waiting/", "/rehearse/", "/replay/"])
def test_the_rest_is_for_those_who_were_let_in(stranger: Client, desk: Desk, path: str) -> None:
    assert stranger.get(path).status_code == 401


def test_a_voicemail_to_rehearse_is_over_in_25_seconds(signed_in: Client, desk: Desk) -> None:
    page = signed_in.get("/rehearse/").content.decode()
    assert "Dana Reyes, Example Tools" in page
    found = re.search(r'-voicemail" data-text data-words="(\d+)" data-limit="25"', page)
    assert found is not None
    # At 150 words a minute, each takes 0.4 s.
    assert 0 < int(found[1]) * 0.4 <= 25
