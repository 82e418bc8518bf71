"""A page in any charset is read, whatever its server says about it."""

import pytest

from ringback.sources.team_page import read_page
from ringback.sources.web.fetch import fetch
from ringback.sources.web.guest import Guest
from tests.servers.hostile import Hostile, answer

PAGE = """<html><body><h1>Our team</h1>
<div class="card"><h3>Zoë Kovács</h3><p>Plant Manager</p></div>
<div class="card"><h3>Jürgen Okafor</h3><p>Maintenance Manager</p></div></body></html>"""
CZECH = PAGE.replace("Zoë", "Řehoř").replace("Kovács", "Dvořák")


def names(server: Hostile, guest: Guest, body: bytes, content_type: str) -> list[str]:
    server.otherwise = answer(body, content_type=content_type)
    fetched = fetch(f"{server.address}/team", guest)
    return [person.name for person in read_page(fetched.page, fetched.url).people]


@pytest.mark.parametrize(
    ("codec", "content_type"),
    [
        ("utf-8", "text/html"),
        ("utf-8", "text/html; charset=utf-8"),
        ("utf-8", 'text/html; charset="UTF-8"'),
        ("utf-8", "text/html; charset=iso-8859-1"),
        ("utf-8", "text/html; charset=windows-1251"),
        ("utf-8", "text/html; charset=klingon"),
        ("utf-8", "text/html; charset="),
        ("utf-8", "text/html; charset=" + "x" * 5000),
        ("utf-8", 'text/html; charset=x"><script>'),
        ("utf-8", "text/html; charset=zlib"),
        ("utf-8-sig", "text/html; charset=utf-16"),
        ("utf-16", "text/html; charset=utf-8"),
        ("utf-16-le", "text/html; charset=utf-16"),
        ("utf-16-be", "text/html; charset=UTF-16BE"),
        ("cp1252", "text/html"),
        ("cp1252", "text/html; charset=iso-8859-1"),
        ("cp1250", "text/html; charset=windows-1250"),
        ("iso-8859-2", "text/html; charset=ISO-8859-2"),
    ],
)
def test_the_names_come_out_whole(
    server: Hostile, guest: Guest, codec: str, content_type: str
) -> None:
    found = names(server, guest, PAGE.encode(codec), content_type)
    assert found == ["Zoë Kovács", "Jürgen Okafor"]


@pytest.mark.parametrize("codec", ["cp1250", "iso-8859-2", "utf-8"])
def test_the_servers_word_goes_before_the_pages_own(
    server: Hostile, guest: Guest, codec: str
) -> None:
    page = CZECH.replace("<html>", '<html><meta charset="koi8-r">')
    content_type = f"text/html; charset={codec}"
    assert names(server, guest, page.encode(codec), content_type)[0] == "Řehoř Dvořák"


def test_the_pages_own_word_counts_where_the_servers_is_unknown(
    server: Hostile, guest: Guest
) -> None:
    page = CZECH.replace("<html>", '<html><meta charset="windows-1250">').encode("cp1250")
    assert names(server, guest, page, "text/html; charset=klingon")[0] == "Řehoř Dvořák"
    assert names(server, guest, page, "text/html")[0] == "Řehoř Dvořák"
