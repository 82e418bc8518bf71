"""Files that are handed in under names, and with contents, that nobody means well with."""

from __future__ import annotations

import tempfile
from email.message import Message
from pathlib import Path

import pytest
from django.http import HttpResponseBase
from django.test import Client

from ringback.book.journal import Document, SentDocument
from ringback.desk.desk import Desk
from ringback.desk.openings import NewOpening, add
from ringback.home import Home
from ringback.web.devices import Devices

PDF = b"%PDF-1.4\n%%EOF\n"
PAGE = b"<!doctype html><script>document.title='ran'</script>"
NAMES = (
    "../../../../escaped.pdf", "..\\..\\escaped.pdf", "/etc/escaped.pdf", "C:\\escaped.pdf",
    "nul\0.pdf", "x" * 400 + ".pdf", "\u202efdp.exe", "a\r\nX-Evil: yes\r\n.pdf", "..", ".",
    'quo"te; filename=evil.html; x=".pdf', "Lebenslauf Jürgen Groß.pdf", "履歴書.pdf",
    "%2e%2e%2fa.pdf", "con.pdf", "-rf.pdf", "a;b.pdf", "a%0d%0aSet-Cookie:b.pdf", "~/.bashrc",
    "`id`.pdf", "$(id).pdf",
)  # fmt: skip


@pytest.fixture
def opening(desk: Desk) -> int:
    """An opening that something can be sent for."""
    made = add(desk, NewOpening(
        employer="Acme Foods", manager="Dana Reyes", number="+1 216 555 0142",
        mail="dana@acme.example",
    )).opening  # fmt: skip
    return made.pk


def sent(client: Client, opening: int, name: str, content: bytes) -> HttpResponseBase:
    """What a program of somebody's own making sends: a browser would have cleaned the name."""
    fields = {"via": b"mail", "anyway": b"it went out"}
    parts = [
        f'--cut\r\nContent-Disposition: form-data; name="{field}"\r\n\r\n'.encode() + value
        for field, value in fields.items()
    ]
    quoted = name.replace("\\", "\\\\").replace('"', '\\"')
    head = f'--cut\r\nContent-Disposition: form-data; name="files"; filename="{quoted}"\r\n'
    parts.append(f"{head}Content-Type: application/pdf\r\n\r\n".encode() + content)
    body = b"\r\n".join([*parts, b"--cut--\r\n"])
    return client.post(
        f"/openings/{opening}/send/", body, content_type="multipart/form-data; boundary=cut"
    )


@pytest.mark.parametrize("name", NAMES, ids=[ascii(one)[:24] for one in NAMES])
def test_a_file_lands_nowhere_else_and_its_name_is_but_a_name(
    signed_in: Client, opening: int, name: str, tmp_path: Path
) -> None:
    answer = sent(signed_in, opening, name, PDF + name.encode("utf-8", "replace"))
    assert answer.status_code in (302, 400, 422)
    assert not [file for file in tmp_path.rglob("*") if "escaped" in file.name]
    assert not Path(tempfile.gettempdir(), "escaped.pdf").exists()
    for kept in SentDocument.objects.all():
        assert not set(kept.name) & set("/\\\0\r\n")
        assert len(kept.name) <= 255
    for document in Document.objects.all():
        shown = signed_in.get(f"/files/{document.pk}/")
        assert shown.status_code == 200
        head = shown["Content-Disposition"]
        assert head.isascii()
        assert not set(head) & set("\r\n\0")
        read = Message()
        read["Content-Disposition"] = head
        assert {key for key, _ in read.get_params([], "content-disposition")[1:]} <= {"filename"}
        assert "X-Evil" not in shown.headers
        assert "Set-Cookie" not in shown.headers
        page = signed_in.get(f"/openings/{opening}/").content.decode()
        assert "\u202e" not in page


@pytest.mark.parametrize(
    ("name", "content", "kind", "how"),
    [
        ("page.pdf", PAGE, "application/octet-stream", "attachment"),
        ("page.html", PAGE, "application/octet-stream", "attachment"),
        ("page.svg", b"<svg onload='alert(1)'/>", "application/octet-stream", "attachment"),
        ("page.PDF", b" %PDF-1.4 <script>", "application/octet-stream", "attachment"),
        ("page.txt", PAGE, "text/plain; charset=utf-8", "inline"),
        ("page.pdf.html", PDF, "application/octet-stream", "attachment"),
        ("letter.pdf", PDF, "application/pdf", "inline"),
        ("letter", PAGE, "application/octet-stream", "attachment"),
    ],
)
def test_a_file_is_shown_as_nothing_that_could_run(
    signed_in: Client, opening: int, name: str, content: bytes, kind: str, how: str
) -> None:
    assert sent(signed_in, opening, name, content).status_code == 302
    shown = signed_in.get(f"/files/{Document.objects.get().pk}/")
    assert shown["Content-Type"] == kind
    assert shown["Content-Disposition"].partition(";")[0] == how
    assert shown["X-Content-Type-Options"] == "nosniff"
    assert shown["Cache-Control"] == "no-store"
    policy = shown["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "script-src" not in policy
    assert policy.startswith("sandbox") is (kind != "application/pdf")
    handed = signed_in.get(f"/files/{Document.objects.get().pk}/?download")
    assert handed["Content-Disposition"].startswith("attachment")


def test_a_device_cannot_be_named_into_anything_else(
    stranger: Client, desk: Desk, web_home: Home
) -> None:
    from ringback.web.pages.pairing import code

    stranger.handler.enforce_csrf_checks = False
    named = '"><script>alert(1)</script>\r\nX-Evil: yes ' + "x" * 500
    answer = stranger.post("/pair/in/", {"code": code.renew(), "name": named})
    assert answer.status_code == 302
    (kept,) = Devices(web_home).all()
    assert len(kept.name) == 60
    page = stranger.get("/settings/devices/").content.decode()
    assert "<script>alert" not in page
    assert "&lt;script&gt;" in page


# --- pairing ------------------------------------------------------------------------------------


def test_a_code_is_gone_after_five_wrong_tries(
    stranger: Client, desk: Desk, web_home: Home
) -> None:
    from ringback.web.pages.pairing import code

    right = code.renew()
    stranger.handler.enforce_csrf_checks = False
    for count in range(5):
        way = stranger.get if count % 2 else stranger.post
        path = "/pair" if count % 2 else "/pair/in/"
        assert way(path, {"code": "WRONGONE", "name": "a phone"}).status_code == 401
    assert stranger.get("/pair", {"code": right}).status_code == 401
    assert stranger.post("/pair/in/", {"code": right, "name": "x"}).status_code == 401
    assert Devices(web_home).all() == []


def test_a_code_counts_once_and_is_not_used_up_by_looking(
    stranger: Client, desk: Desk, web_home: Home
) -> None:
    from ringback.web.pages.pairing import code

    right = code.renew()
    stranger.handler.enforce_csrf_checks = False
    for _ in range(3):
        page = stranger.get("/pair", {"code": right})
        assert "This is the desk of Ana Ruiz" in page.content.decode()
    nameless = stranger.post("/pair/in/", {"code": right, "name": "  "})
    assert nameless.status_code == 422
    assert stranger.post("/pair/in/", {"code": right, "name": "a phone"}).status_code == 302
    assert [one.kind for one in Devices(web_home).all()] == ["phone"]
    stranger.cookies.clear()
    assert stranger.post("/pair/in/", {"code": right, "name": "x"}).status_code == 401
    assert len(Devices(web_home).all()) == 1


def test_a_code_counts_for_five_minutes() -> None:
    from ringback.web.codes import Code

    clock = [0.0]
    code = Code(lambda: clock[0])
    right = code.renew()
    clock[0] = 299.0
    assert code.take(right, keep=True)
    clock[0] = 300.0
    assert not code.take(right)


def test_no_code_is_made_where_no_phone_could_come(signed_in: Client, desk: Desk) -> None:
    assert "ringback serve --lan" in signed_in.get("/settings/devices/phone/").content.decode()
    assert signed_in.post("/settings/devices/phone/code/").status_code == 422
    assert signed_in.get("/settings/devices/authority.crt").status_code == 404


def test_only_the_certificate_is_handed_out(signed_in: Client, desk: Desk, web_home: Home) -> None:
    from cryptography import x509

    from ringback.web.authority import authority_of

    made = authority_of(web_home)
    answer = signed_in.get("/settings/devices/authority.crt")
    assert answer["Content-Type"] == "application/x-x509-ca-cert"
    assert x509.load_der_x509_certificate(answer.content) == made.certificate
    secret = made.key.private_numbers().private_value.to_bytes(32, "big")
    assert secret not in answer.content
    page = signed_in.get("/settings/devices/authority/").content.decode()
    assert made.fingerprint in page


def test_the_first_browser_comes_in_once(stranger: Client, desk: Desk, web_home: Home) -> None:
    from ringback.web.serving import first_browser

    once = first_browser.renew()
    assert stranger.get("/start", {"once": once}).status_code == 302
    stranger.cookies.clear()
    assert stranger.get("/start", {"once": once}).status_code == 401
    assert len(Devices(web_home).all()) == 1
