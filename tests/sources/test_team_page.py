"""The door: what a page's reading gives, from text or bytes, and its JSON shape."""

import pytest

from ringback.core.people import RouteKind
from ringback.sources.team_page import read_page
from ringback.sources.team_pages.page import Page, as_json

PAGE = """<html><head><title>Our team</title></head><body><nav><a href="/about">About us</a>
<a href="/team/">Team</a>
<a href="/leadership.html">Leadership</a><a href="https://elsewhere.example/team">Team</a>
<a href="/shop">Shop</a></nav><h1>Our team</h1>
<div class="member"><h3>Eleanora Kristoffersen</h3><p>Head of Logistics</p>
<p>Tel. +47 55 50 01 07 ext. 12</p>
<a href="mailto:eleanora%40freight.example?subject=Hi">write</a><a
href="https://no.linkedin.com/in/eleanora-sample/?trk=x">in</a></div>
<div class="member"><h3>Joaquim Teixeira</h3></div></body></html>"""


def test_people_come_in_page_order_with_their_routes() -> None:
    people = read_page(PAGE).people
    assert [p.name for p in people] == ["Eleanora Kristoffersen", "Joaquim Teixeira"]
    assert [(r.kind, r.value, r.extension) for r in people[0].routes] == [
        (RouteKind.DIRECT, "+47 55 50 01 07", "12"),
        (RouteKind.MAIL, "eleanora@freight.example", ""),
    ]
    assert people[0].linkedin == "https://no.linkedin.com/in/eleanora-sample"


def test_the_json_shape_has_every_field_of_everybody() -> None:
    assert as_json(read_page(PAGE)) == {
        "people": [
            {
                "name": "Eleanora Kristoffersen",
                "title": "Head of Logistics",
                "email": "eleanora@freight.example",
                "phone": "+47 55 50 01 07 ext. 12",
                "linkedin": "https://no.linkedin.com/in/eleanora-sample",
            },
            {
                "name": "Joaquim Teixeira",
                "title": None,
                "email": None,
                "phone": None,
                "linkedin": None,
            },
        ]
    }


def test_links_lead_to_team_pages_of_the_same_site_best_first() -> None:
    links = read_page(PAGE, "https://www.freight.example/home").links
    assert links[0] == "https://www.freight.example/team/"
    assert "https://www.freight.example/leadership.html" in links
    assert links[-1] == "https://www.freight.example/about"
    assert not any("elsewhere" in link or "shop" in link for link in links)


@pytest.mark.parametrize(
    ("text", "href"),
    [
        ("Équipe", "/equipe"),
        ("Quiénes somos", "/quienes-somos"),
        ("Ansprechpartner", "/kontakt/ansprechpartner"),
        ("Chi siamo", "chi-siamo.html"),
        ("Henkilöstö", "/henkilosto"),
        ("Zespół", "/zespol"),
        ("Команда", "/komanda"),
        ("スタッフ紹介", "/staff"),
        ("关于我们的团队", "/about/t"),
        ("Medarbejdere", "/medarbejdere.htm"),
        ("Yönetim", "/yonetim"),
    ],
)
def test_team_links_are_known_in_many_languages(text: str, href: str) -> None:
    page = read_page(f'<a href="{href}">{text}</a><a href="/p">Preise</a>', "https://firm.example/")
    assert [link.endswith(href.lstrip("/")) for link in page.links] == [True]


def test_frames_are_links_too() -> None:
    page = read_page(
        '<frameset><frame src="staff.htm" name="main"></frameset>', "https://old.example/"
    )
    assert page.links == ("https://old.example/staff.htm",)


def test_without_an_address_links_stay_as_they_are() -> None:
    assert read_page('<a href="team.html">Team</a>').links == ("team.html",)


def test_a_page_built_by_script_says_so_with_the_way_out() -> None:
    page = read_page(
        '<html><head><title>Team</title><script src="/app.js"></script></head><body>'
        "<noscript>You need to enable JavaScript.</noscript>"
        '<div id="root"></div></body></html>'
    )
    assert page.built_by_script
    assert page.people == ()
    assert "save" in page.notes[0]


def test_a_page_that_merely_has_scripts_is_not_built_by_them() -> None:
    text = "We have been mending boats on this river since 1911 and still do. " * 12
    assert not read_page(
        f"<script>var a = 1;</script><h1>About us</h1><p>{text}</p>"
    ).built_by_script


def test_a_page_with_staff_is_never_called_built_by_script() -> None:
    page = read_page(
        '<script></script><div id="app"><h1>Team</h1><h3>Nils Aaberg</h3><p>Skipper and owner</p>'
        "</div>"
    )
    assert [p.name for p in page.people] == ["Nils Aaberg"]
    assert not page.built_by_script


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252", "iso-8859-15"])
def test_bytes_are_read_in_western_encodings(encoding: str) -> None:
    page = "<title>L'équipe</title><h1>L'équipe</h1><h3>Aurélie Château</h3><p>Trésorière</p>"
    people = read_page(page.encode(encoding)).people
    assert [(p.name, p.title) for p in people] == [("Aurélie Château", "Trésorière")]


@pytest.mark.parametrize(
    ("label", "encoding", "name", "title"),
    [
        ("windows-1251", "cp1251", "Ольга Крылова", "Главный бухгалтер"),
        ("iso-8859-2", "iso-8859-2", "Zdeněk Říha", "vedoucí výroby"),
        ("shift_jis", "cp932", "高橋 一郎", "代表取締役"),
        ("gb2312", "gb18030", "王思远", "总经理"),
        ("euc-kr", "cp949", "최은서", "대표이사"),
        ("windows-1254", "cp1254", "Gülşah Işık", "Satış Müdürü"),
    ],
)
def test_the_pages_own_word_on_its_encoding_is_followed(
    label: str, encoding: str, name: str, title: str
) -> None:
    page = f'<meta charset="{label}"><title>Team</title><h1>Team</h1><h3>{name}</h3><p>{title}</p>'
    people = read_page(page.encode(encoding)).people
    assert [(p.name, p.title) for p in people] == [(name, title)]


def test_a_false_label_on_utf_8_does_not_mislead() -> None:
    page = '<meta charset="iso-8859-1"><h1>Team</h1><h3>Zoë Müllerová</h3><p>Auditor</p>'
    assert read_page(page.encode()).people[0].name == "Zoë Müllerová"


@pytest.mark.parametrize(
    "nothing", ["", b"", " ", b"\xff\xfe", "<", "\x00\x00", "<html>", b"<meta charset=nonsense>"]
)
def test_nothing_gives_nobody(nothing: str | bytes) -> None:
    assert read_page(nothing).people == ()


def test_people_without_titles_are_counted_in_the_notes() -> None:
    assert "1 without a title." in read_page(PAGE).notes


def test_an_empty_page_is_the_default_answer() -> None:
    assert as_json(Page()) == {"people": []}
