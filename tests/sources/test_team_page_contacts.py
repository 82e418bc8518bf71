"""Mail addresses, numbers and LinkedIn addresses beside a person, as pages write and hide them."""

import pytest

from ringback.sources.team_page import read_page
from ringback.sources.team_pages.contacts import decode_cloudflare, mails_in, phones_in


def routes(inside: str) -> list[str]:
    first = f"<div><h3>Ottilie Brandt</h3><p>Sales Manager</p>{inside}</div>"
    page = f"<h1>Our team</h1>{first}<div><h3>Kwabena Osei</h3><p>Driver</p></div>"
    return [r.value for r in read_page(page).people[0].routes]


def cloudflare(mail: str, key: int = 0x5A) -> str:
    return bytes([key, *(ord(c) ^ key for c in mail)]).hex()


@pytest.mark.parametrize(
    "inside",
    [
        '<a href="mailto:o.brandt@mill.example">E-mail</a>',
        '<a href="mailto:o.brandt%40mill.example">E-mail</a>',
        '<a href="MAILTO:o.brandt@mill.example?subject=Hello&amp;body=x">E-mail</a>',
        "<p>o.brandt@mill.example</p>",
        "<p>E-mail: o.brandt@mill.example</p>",
        "<p>o.brandt [at] mill.example</p>",
        "<p>o.brandt(at)mill(dot)example</p>",
        "<p>o.brandt AT mill DOT example</p>",
        (
            f'<a class="__cf_email__"'
            f' data-cfemail="{cloudflare("o.brandt@mill.example")}">[email&#160;protected]</a>'
        ),
        f'<a href="/cdn-cgi/l/email-protection#{cloudflare("o.brandt@mill.example")}">write</a>',
        '<a href="mailto:predecessor@mill.example">o.brandt@mill.example</a>',
        '<a href="http://wrong.example">o.brandt@mill.example</a>',
    ],
)
def test_a_mail_address_is_found_however_it_is_written(inside: str) -> None:
    assert routes(inside) == ["o.brandt@mill.example"]


@pytest.mark.parametrize(
    ("inside", "number"),
    [
        ('<a href="tel:+14045550132">(404) 555-0132</a>', "(404) 555-0132"),
        ('<a href="tel:+1-404-555-0132">Call</a>', "+1-404-555-0132"),
        ("<p>Tel.: 0404 555 0132</p>", "0404 555 0132"),
        ("<p>404-555-0132</p>", "404-555-0132"),
        ("<p>Mobil: +45 55 50 01 32</p>", "+45 55 50 01 32"),
        ("<p>Fax: 404-555-0199, Phone: 404-555-0132</p>", "404-555-0132"),
    ],
)
def test_a_number_is_found_as_written(inside: str, number: str) -> None:
    assert routes(inside) == [number]


@pytest.mark.parametrize(
    "inside",
    [
        "<p>Fax: 404-555-0199</p>",
        "<p>Born 12.03.1971</p>",
        "<p>In office 2008-2012</p>",
        "<p>Handled 1,200,000 orders</p>",
        "<p>ISO 9001:2015</p>",
    ],
)
def test_faxes_dates_years_and_amounts_are_no_numbers_to_call(inside: str) -> None:
    assert routes(inside) == []


def test_the_address_made_of_the_name_comes_first() -> None:
    assert routes("<p>info@mill.example</p><p>ottilie@mill.example</p>") == [
        "ottilie@mill.example",
        "info@mill.example",
    ]


def test_a_number_that_two_share_is_given_to_both() -> None:
    card = "<div><h3>{}</h3><p>Fitter</p><a href='tel:4045550101'>404-555-0101</a></div>"
    people = read_page(
        "<h1>Staff</h1>" + card.format("Zora Pike") + card.format("Amos Reed")
    ).people
    assert [[r.value for r in p.routes] for p in people] == [["404-555-0101"], ["404-555-0101"]]


def test_the_footers_mail_is_nobodys() -> None:
    footer = "<footer><a href='mailto:info@mill.example'>info@mill.example</a></footer>"
    page = f"<h1>Staff</h1><h3>Zora Pike</h3><p>Fitter</p>{footer}"
    assert read_page(page).people[0].routes == ()


@pytest.mark.parametrize(
    "company",
    [
        "https://www.linkedin.com/company/mill",
        "https://www.linkedin.com/",
        "https://twitter.com/in/x",
    ],
)
def test_only_a_persons_linkedin_address_is_taken(company: str) -> None:
    page = f"<h1>Staff</h1><div><h3>Zora Pike</h3><p>Fitter</p><a href='{company}'>in</a></div>"
    assert read_page(page).people[0].linkedin == ""


def test_a_broken_cloudflare_code_is_nothing() -> None:
    assert [decode_cloudflare(code) for code in ("", "zz", "5a", "5a00")] == ["", "", "", ""]


def test_an_extension_is_kept_apart() -> None:
    assert phones_in("Phone 404-555-0132 ext. 17") == [("404-555-0132", "17")]


def test_prose_with_at_is_no_address() -> None:
    assert mails_in("She works at home and at the office. Meet her at noon.") == []
