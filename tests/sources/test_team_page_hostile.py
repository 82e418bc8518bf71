"""Pages that are broken, or made to keep a reader busy: read without a crash in linear work."""

import json
import sys
from collections.abc import Callable
from functools import _lru_cache_wrapper
from types import FrameType
from typing import TypeAlias

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ringback.sources.team_page import read_page
from ringback.sources.team_pages.bounds import readable_part
from ringback.sources.team_pages.page import as_json

TraceFunction: TypeAlias = Callable[[FrameType, str, object], "TraceFunction | None"]

TAGS = (
    *("div", "p", "h1", "h2", "h3", "li", "ul", "table", "tr", "td", "th", "dl", "dt", "dd", "b"),
    *("span", "a", "form", "header", "nav", "footer", "main", "br", "template", "svg", "math"),
    *("select", "option", "noscript", "team-card", "frameset", "frame", "img", "body", "html"),
)
SAID = (
    *("Jane Doe", "Our team", "Sales Manager", "Former staff", "Doe, Jane", "山田太郎 代表取締役"),
    *("Jane Doe – Editor", "jane [at] firm.example", "+1 212 555 0142 ext. 7", "يوسف الحداد"),
    *("Board of Directors", "Dr. med. Ana Pérez, MBA", "“Quote”", "&#0;", "\x00", "<", ">", "&amp"),
)
ATTRIBUTES = (
    *(
        'class="team-member"',
        'class="h-card"',
        'class="vcard fn"',
        'id="team"',
        "class=testimonial",
    ),
    *(
        'href="mailto:jane%40firm.example"',
        'href="tel:+12125550142"',
        'data-cfemail="7b1a"',
        "hidden",
    ),
    *(
        'itemscope itemtype="https://schema.org/Person"',
        'itemprop="name"',
        'alt="Jane Doe"',
        "class='",
    ),
    *('name="Jane Doe" role="Editor"', 'href="//linkedin.com/in/jane"', 'href="http://[::1"', '"'),
)
opening = st.builds("<{} {}>".format, st.sampled_from(TAGS), st.sampled_from(ATTRIBUTES))
bits = st.one_of(
    opening,
    st.sampled_from(TAGS).map("</{}>".format),
    st.sampled_from(SAID),
    st.text(max_size=20),
    st.sampled_from(["<!--", "-->", "<![CDATA[", "<!doctype", "</", "<script>", "</script>"]),
)
markup = st.lists(bits, max_size=60).map("".join)
values = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=12)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.dictionaries(
            st.sampled_from(
                ["@type", "@graph", "name", "jobTitle", "employee", "email", "telephone", "sameAs"]
            ),
            st.one_of(
                inner, st.sampled_from(["Person", "Organization", "Jane Doe", "a@b.example"])
            ),
        ),
    ),
    max_leaves=20,
)


def _check(html: str | bytes) -> None:
    page = read_page(html, "https://firm.example/team")
    told = as_json(page)["people"]
    assert len(told) == len(page.people)
    for person in page.people:
        assert person.name == " ".join(person.name.split()) != ""
        assert "\n" not in person.title
    assert read_page(html, "https://firm.example/team") == page
    json.dumps(told)


@given(markup)
def test_any_markup_is_read(html: str) -> None:
    _check(html)


@given(st.binary(max_size=300))
def test_any_bytes_are_read(page: bytes) -> None:
    _check(page)


@given(markup, st.sampled_from(["utf-8", "utf-16", "cp1252", "shift_jis", "koi8-r"]))
def test_any_encoding_is_read(html: str, encoding: str) -> None:
    _check(html.encode(encoding, "replace"))


@given(values)
def test_any_data_of_a_page_is_read(data: object) -> None:
    _check(f'<h1>Team</h1><script type="application/ld+json">{json.dumps(data)}</script>')


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_address_is_read(url: str, href: str) -> None:
    read_page(f"<a href='{href}'>Our team</a>", url)


def test_data_nested_without_end_is_passed_over() -> None:
    deep = "[" * 200_000
    _check(f'<h1>Team</h1><script type="application/ld+json">{deep}"Person"</script>')


def _name(n: int) -> str:
    letters = "".join(chr(97 + n // 26**i % 26) for i in range(4))
    return f"Jane Dow{letters}"


def _many(one: Callable[[int], str], before: str = "", after: str = "") -> Callable[[int], str]:
    return lambda count: before + "".join(one(n) for n in range(count)) + after


def _marked(n: int) -> str:
    return json.dumps({"@type": "Person", "name": _name(n), "jobTitle": "Editor"}) + ","


SHAPES: dict[str, Callable[[int], str]] = {
    "cards": _many(lambda n: f"<div class=card><h3>{_name(n)}</h3><p>Editor {n}</div>", "<h1>Team"),
    "rows": _many(lambda n: f"<tr><td>{_name(n)}<td>Editor", "<table><tr><th>Name<th>Title"),
    "lines": _many(lambda n: f"{_name(n)} – Editor<br>", "<h1>Team</h1>"),
    "pictures": _many(lambda n: f'<img alt="{_name(n)}, Editor">', "<h1>Team</h1>"),
    "pictures of somebody": _many(lambda n: f'<p><img alt="{_name(n)}">', "<h1>Team</h1>"),
    "pieces of a line": _many(lambda n: f"<b>{_name(n)}</b> <i>Editor</i>"),
    "nested blocks": _many(lambda n: f"<div class=team>{_name(n)}"),
    "nested spans": _many(lambda n: f"<span class=x>{_name(n)}<br>"),
    "nested tables": _many(lambda _: "<table><tr><td>", after="Jane Doe"),
    "nested cards": _many(lambda n: f"<div class=vcard><b class=fn>{_name(n)}</b>"),
    "nested people": _many(lambda _: '<div itemscope itemtype="https://schema.org/Person">'),
    "page headers": _many(lambda n: f"<header><h1>Team {n}</h1></header>"),
    "headings": _many(lambda n: f"<h{n % 6 + 1}>{_name(n) if n % 2 else 'Our team'}"),
    "links": _many(lambda n: f'<a href="/team/{n}">Our team {n}</a>'),
    "mails of one person": _many(lambda n: f'<a href="mailto:a{n}@b.example"></a>', "Jane Doe"),
    "data": _many(_marked, '<script type="application/ld+json">[', "0]</script><h1>Team</h1>"),
    "data and lines": lambda count: SHAPES["data"](count) + "<p>Some words</p>" * count,
    "custom elements": _many(lambda n: f'<team-card name="{_name(n)}" role="Editor"></team-card>'),
    "sentences": lambda count: "<h1>Team</h1><p>Jane Doe</p><p>" + "Words (of 1 2 3), a@b " * count,
    "comments": lambda count: "<!-- x -->" * count + "<!--" * count,
    "class words": _many(lambda n: f"team{n}-x ", '<div class="', '">Jane Doe'),
}


def _forget() -> None:
    """Empty what the reader keeps of lines that it read, so that each page costs its own work."""
    for name, module in list(sys.modules.items()):
        if name.startswith("ringback.sources.team_page"):
            for kept in vars(module).values():
                if isinstance(kept, _lru_cache_wrapper) and kept.cache_parameters()["maxsize"]:
                    kept.cache_clear()


def _work(html: str) -> int:
    """How many lines of the reader run for a page."""
    count = 0

    def line(_frame: FrameType, event: str, _value: object) -> TraceFunction:
        nonlocal count
        count += event == "line"
        return line

    def call(frame: FrameType, _event: str, _value: object) -> TraceFunction | None:
        return line if "team_page" in frame.f_code.co_filename else None

    _forget()
    before = sys.gettrace()
    sys.settrace(call)
    try:
        read_page(html)
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize("shape", SHAPES)
def test_four_times_the_page_is_at_most_five_times_the_work(shape: str) -> None:
    html = SHAPES[shape]
    read_page(html(10))
    assert _work(html(400)) <= 5 * _work(html(100))


def test_a_page_nested_beyond_reason_is_read_up_to_there() -> None:
    page = read_page("<h1>Our team</h1><p>Jane Doe – Editor</p>" + "<div>" * 200_000)
    assert [p.name for p in page.people] == ["Jane Doe"]
    assert "only its beginning" in " ".join(page.notes)


def test_nesting_that_is_closed_again_counts_no_less() -> None:
    assert len(readable_part("<div>" * 50_000 + "</div>" * 50_000)) < 10_000


def test_an_element_of_endless_attributes_ends_the_page() -> None:
    crowded = "<h1>Our team</h1><p " + " ".join(f"a{n}=1" for n in range(100_000)) + ">"
    assert len(readable_part(crowded)) < 100


def test_a_long_flat_page_is_read_whole() -> None:
    page = "<ul>" + "<li><p>One<br>two <b>three</b> four" * 20_000 + "</ul>"
    assert readable_part(page) == page


def test_a_page_of_large_pictures_and_scripts_is_read_whole() -> None:
    data, code = "A" * 300_000, "if (a < b && c) { d(e, f); } " * 20_000
    page = f'<img src="data:image/png;base64,{data}"><script>{code}</script><p>Jane Doe</p>'
    assert readable_part(page) == page


def test_five_million_characters_are_read() -> None:
    filler = "<p>Some words about what the firm does, and where it does it.</p>\n" * 78_000
    page = read_page(f"<h1>Our team</h1><p>Jane Doe – Editor</p>{filler}")
    assert [p.name for p in page.people] == ["Jane Doe"]
