"""The desk in German and from right to left, in a real browser."""

import re
from collections.abc import Callable, Iterator

import html5lib
from playwright.sync_api import Page

from tests.web.browser.looks import flaws
from tests.web.browser.serving import Served
from tests.web.browser.test_every_page import PAGES
from words import catalogue

Visit = Callable[..., Page]

# Those that are seen most.
OFTEN = (
    "/", "/call/8/", "/openings/", "/openings/board/", "/openings/new/", "/openings/5/",
    "/openings/2/who/", "/people/", "/numbers/", "/settings/",
)  # fmt: skip
# What is never seen, and what is not the page's own language.
_UNSEEN = frozenset({"script", "style", "template", "head"})
_SAID = ("aria-label", "placeholder", "title", "alt", "data-good", "data-sure", "data-too-large")
_PLACES = re.compile(r"%\(\w+\)s|\{\w*\}|%[sd]")
# Words of a text that are told one after the other say that it is English.
FEWEST = 3


def seen(page: str) -> Iterator[str]:
    """The texts of a page that are in German, or have to be."""
    tree = html5lib.parse(page, namespaceHTMLElements=False)
    stack = [(tree, "de")]
    while stack:
        part, lang = stack.pop()
        lang = str(part.get("lang", lang))
        # A comment has a function for its name.
        if callable(part.tag) or part.tag in _UNSEEN:
            continue
        if lang.startswith("de"):
            yield from (said for name in _SAID if (said := part.get(name)))
            yield from filter(None, (part.text,))
        for child in part:
            stack.append((child, lang))
            if lang.startswith("de"):
                yield child.tail or ""


def english() -> dict[tuple[str, ...], list[str]]:
    """The longest stretch of each English text by its first words, where German says another."""
    found: dict[tuple[str, ...], list[str]] = {}
    for message in catalogue.read("de"):
        ids = message.id if isinstance(message.id, (list, tuple)) else (message.id,)
        said = message.string if isinstance(message.string, (list, tuple)) else (message.string,)
        for text, german in zip(ids, said, strict=False):
            stretch = max(_PLACES.split(str(text)), key=len).strip(" .,:;“”()")
            if len(stretch.split()) >= FEWEST and stretch not in str(german):
                found.setdefault(tuple(stretch.split()[:FEWEST]), []).append(stretch)
    return found


def is_english(said: str, texts: dict[tuple[str, ...], list[str]]) -> bool:
    words = said.split()
    starts = zip(*(words[at:] for at in range(FEWEST)), strict=False)
    return any(one in said for start in starts for one in texts.get(start, ()))


def test_no_page_says_anything_in_english(demo_desk: Served, visit: Visit) -> None:
    page = visit(demo_desk, locale="de-DE")
    texts = english()
    assert len(texts) > 500
    wrong: dict[str, list[str]] = {}
    for path in PAGES:
        answer = page.request.get(demo_desk.origin + path, headers={"Accept-Language": "de-DE"})
        for said in seen(answer.text()):
            plain = " ".join(said.split())
            if is_english(plain, texts):
                wrong.setdefault(path, []).append(plain[:120])
    assert wrong == {}


def test_german_stands_in_nobodys_way(demo_desk: Served, visit: Visit) -> None:
    page = visit(demo_desk, locale="de-DE")
    wrong: dict[str, list[str]] = {}
    for path in OFTEN:
        page.goto(demo_desk.origin + path)
        assert page.locator("html").get_attribute("lang") == "de"
        found = flaws(page)
        for width in (1280, 390, 320):
            page.set_viewport_size({"width": width, "height": 800})
            if (wide := page.evaluate("document.documentElement.scrollWidth - innerWidth")) > 0:
                found.append(f"{wide} pixels wider than {width}")
        if found:
            wrong[path] = found
    assert wrong == {}


def test_a_page_from_right_to_left_is_no_wider_and_keeps_its_numbers(
    demo_desk: Served, visit: Visit
) -> None:
    page = visit(demo_desk, phone=True)
    wrong = {}
    for path in OFTEN:
        page.goto(demo_desk.origin + path)
        page.evaluate("document.documentElement.dir = 'rtl'")
        wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        if wide > 0:
            wrong[path] = wide
    assert wrong == {}
    page.goto(demo_desk.origin + "/call/8/")
    page.evaluate("document.documentElement.dir = 'rtl'")
    number = page.locator("[data-dial] > span")
    assert number.evaluate("part => getComputedStyle(part).direction") == "ltr"


def test_another_language_is_chosen_and_stays(demo_desk: Served, visit: Visit) -> None:
    page = visit(demo_desk, "/settings/")
    page.get_by_label("Language", exact=True).select_option(label="Deutsch")
    page.locator("form[action='/settings/look/'] button.primary").click()
    page.get_by_role("heading", name="Einstellungen").wait_for()
    page.goto(demo_desk.origin + "/")
    page.get_by_role("heading", name="Heute").wait_for()
    assert page.locator("html").get_attribute("lang") == "de"
