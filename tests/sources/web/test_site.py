"""The team page of a site is found by its own links and sitemap, in six requests at most."""

from dataclasses import replace

import pytest

from ringback.sources.unreadable import Unreadable
from ringback.sources.web.guest import Guest
from ringback.sources.web.site import find_team_page, locations
from tests.servers.hostile import Hostile, answer, redirect

CARD = '<div class="card"><h3>{}</h3><p>{}</p></div>'
STAFF = (
    ("Dana Okafor", "Maintenance Manager"),
    ("Maria Gonzalez", "Plant Manager"),
    ("Lee Quist", "Director of Human Resources"),
    ("Ingrid Solberg", "Vice President Operations"),
)
TEAM = "<h1>Our team</h1>" + "".join(CARD.format(*one) for one in STAFF)
NAMES = [name for name, _ in STAFF]


def page(body: str) -> bytes:
    return answer(f"<html><body>{body}</body></html>".encode())


def links(*of: tuple[str, str]) -> str:
    return "".join(f'<a href="{to}">{text}</a>' for to, text in of)


def names_of(server: Hostile, guest: Guest) -> list[str]:
    found = find_team_page(server.address, guest)
    assert len(server.asked) <= 6
    return [person.name for person in found.page.people]


def test_the_link_that_says_team_is_followed(server: Hostile, guest: Guest) -> None:
    server.replies |= {
        "/": page("<p>Welcome</p>" + links(("/news", "News"), ("/people", "Our team"))),
        "/people": page(TEAM),
    }
    assert names_of(server, guest) == NAMES
    assert server.asked == ["/robots.txt", "/", "/people"]


def test_a_page_about_the_company_leads_on_to_the_team(server: Hostile, guest: Guest) -> None:
    server.replies |= {
        "/": page(links(("/about", "About us"))),
        "/about": page("<h1>About us</h1>" + links(("/about/team", "Management team"))),
        "/about/team": page(TEAM),
    }
    assert names_of(server, guest) == NAMES


def test_the_sitemap_helps_where_no_link_does(server: Hostile, guest: Guest) -> None:
    addresses = "".join(
        f"<url><loc>{server.address}{path}</loc></url>" for path in ("/a", "/our-team", "/b")
    )
    server.replies |= {
        "/": page("<p>Welcome</p>"),
        "/sitemap.xml": answer(f"<urlset>{addresses}</urlset>".encode(), content_type="text/xml"),
        "/our-team": page(TEAM),
    }
    assert names_of(server, guest) == NAMES


def test_the_sitemap_that_robots_txt_names_is_read(server: Hostile, guest: Guest) -> None:
    named = f"Sitemap: http://10.0.0.1/x.xml\nSitemap: {server.address}/map.xml\n".encode()
    server.replies |= {
        "/robots.txt": answer(named, content_type="text/plain"),
        "/": page("<p>Welcome</p>"),
        "/map.xml": answer(f"<loc>{server.address}/team</loc>".encode(), content_type="text/xml"),
        "/team": page(TEAM),
    }
    assert names_of(server, guest) == NAMES


def test_a_site_that_sends_on_is_followed(server: Hostile, guest: Guest) -> None:
    server.replies |= {
        "/": redirect("/en/"),
        "/en/": page(links(("team", "Leadership team"))),
        "/en/team": page(TEAM),
    }
    assert find_team_page(server.address, guest).url == f"{server.address}/en/team"


def test_links_to_other_sites_are_not_followed(
    server: Hostile, other: Hostile, guest: Guest
) -> None:
    away = ((f"http://team.example:{other.port}/team", "Our team"), ("//10.0.0.1/team", "Team"))
    server.replies["/"] = page(links(*away, ("https://www.linkedin.com/company/x", "Our team")))
    with pytest.raises(Unreadable) as error:
        find_team_page(server.address, guest)
    assert error.value.code == "no team page"
    assert other.asked == []
    assert server.asked == ["/robots.txt", "/", "/sitemap.xml"]


def test_a_hostile_site_gets_six_requests_and_no_more(server: Hostile, guest: Guest) -> None:
    trap = links(*((f"/team/{n}", "Our team") for n in range(50)))
    server.replies |= {f"/team/{n}": page(links((f"/team/{n + 100}", "Team"))) for n in range(50)}
    server.replies["/"] = page(trap)
    with pytest.raises(Unreadable) as error:
        find_team_page(server.address, guest)
    assert error.value.code == "no team page"
    assert len(server.asked) == 6


def test_six_is_for_one_search_of_a_guest_that_was_elsewhere_before(
    server: Hostile, guest: Guest
) -> None:
    used = replace(guest, diary=type(guest.diary)(requests=39))
    server.replies |= {"/": page(links(("/team", "Team"))), "/team": page(TEAM)}
    assert names_of(server, used) == NAMES


def test_a_link_that_fails_does_not_end_the_search(server: Hostile, guest: Guest) -> None:
    server.replies |= {
        "/robots.txt": answer(b"User-agent: *\nDisallow: /team/private", content_type="text/plain"),
        "/": page(links(("/team", "Our team"), ("/team/private", "Team"), ("/staff", "Staff"))),
        "/staff": page(TEAM),
    }
    assert names_of(server, guest) == NAMES
    assert "/team/private" not in server.asked


def test_a_site_built_by_script_is_said_to_be_so(server: Hostile, guest: Guest) -> None:
    body = b'<html><body><div id="root"></div><script src="/a.js"></script></body></html>'
    server.otherwise = answer(body)
    with pytest.raises(Unreadable) as error:
        find_team_page(server.address, guest)
    assert error.value.code == "script"
    assert "save" in error.value.hint


def test_a_first_page_that_cannot_be_had_is_said_as_it_is(server: Hostile, guest: Guest) -> None:
    server.otherwise = answer(status="500 Oops")
    with pytest.raises(Unreadable) as error:
        find_team_page(server.address, guest)
    assert error.value.code == "status"


def test_a_sitemap_is_read_as_text_and_expands_nothing() -> None:
    sitemap = """<!DOCTYPE x [<!ENTITY a "&b;&b;"><!ENTITY f SYSTEM "file:///etc/passwd">]>
    <loc> https://acme.example/a?x=1&amp;y=2
    </loc><loc><![CDATA[https://acme.example/b]]></loc><loc>&a;</loc><loc></loc><loc>"""
    assert locations(sitemap) == [
        "https://acme.example/a?x=1&y=2", "https://acme.example/b", "&a;",
    ]  # fmt: skip
    assert len(locations("<loc>x" * 50_000)) == 20_000
    assert locations("<loc>" + " " * 5_000_000) == []
