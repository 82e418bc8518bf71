"""Every page in a real browser: nothing that axe finds, valid HTML, no word on the console."""

import re
from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.web.browser.looks import faults, flaws, too_wide
from tests.web.browser.serving import IN_BOTH, Served, unfold

Visit = Callable[..., Page]

PAGES = (
    "/", "/call/", "/call/8/?later=8,9", "/openings/", "/openings/?stage=closed",
    "/openings/?q=nowhere-at-all", "/openings/board/", "/openings/new/", "/openings/posting/",
    "/settings/devices/extension/", "/openings/1/",
    "/openings/5/", "/openings/12/", "/openings/20/", "/openings/25/", "/openings/2/who/",
    "/openings/7/who/", "/people/", "/people/?only=never", "/people/1/", "/people/3/",
    "/employers/1/", "/search/?q=call", "/search/?q=nowhere-at-all", "/search/", "/more/",
    "/welcome/", "/settings/", "/settings/plan/", "/settings/cadence/", "/settings/words/",
    "/numbers/", "/numbers/simulator/", "/proof/", "/proof/?form=de&weekly=1",
    "/settings/data/", "/import/", "/import/all/", "/import/refused/", "/import/doubts/", "/gaps/",
    "/settings/devices/", "/settings/devices/phone/",
    "/settings/devices/authority/", "/nowhere/", "/waiting/",
    "/rehearse/", "/rehearse/?opening=0", "/offline/",
)  # fmt: skip


@pytest.mark.parametrize(
    ("phone", "look"), [(False, "light"), (True, "dark")], ids=["computer, light", "phone, dark"]
)
def test_nothing_stands_in_anybodys_way(
    demo_desk: Served, visit: Visit, phone: bool, look: str
) -> None:
    page = visit(demo_desk, phone=phone, look=look, allow=("404 (Not Found)",))
    wrong: dict[str, list[str]] = {}
    for path in PAGES:
        page.goto(demo_desk.origin + path)
        unfold(page)
        found = flaws(page)
        if wide := too_wide(page):
            found.append(f"{wide} pixels wider than the window")
        if found:
            wrong[path] = found
    assert wrong == {}


def test_every_page_is_valid_html(demo_desk: Served, visit: Visit) -> None:
    page = visit(demo_desk)
    wrong = {path: found for path in PAGES if (found := faults(page, demo_desk.origin + path))}
    assert wrong == {}


@IN_BOTH
def test_a_page_of_320_pixels_holds_everything(demo_desk: Served, visit: Visit) -> None:
    page = visit(demo_desk, phone=True, allow=("404 (Not Found)",))
    page.set_viewport_size({"width": 320, "height": 640})
    wrong = {}
    for path in PAGES:
        page.goto(demo_desk.origin + path)
        if wide := too_wide(page):
            wrong[path] = wide
    assert wrong == {}


def test_the_demo_is_entered_and_left_from_the_page(empty_desk: Served, visit: Visit) -> None:
    page = visit(empty_desk, allow=("ERR_", "503 (Service Unavailable"))
    # Whoever knocks at the very moment at which the program starts again may be sent away.
    cut_off = iter((True, True))
    page.route(
        lambda url: urlsplit(url).path == "/demo/opened/",
        lambda route: route.abort() if next(cut_off, False) else route.continue_(),
    )
    page.get_by_role("button", name="Open the demo").click()
    page.get_by_text("This is the demo").first.wait_for(timeout=60_000)
    # What is being kept of the demo at this moment is kept no more.
    page.evaluate(
        "navigator.serviceWorker.ready.then(({ active }) => active.postMessage({ do: 'keep' }))"
    )
    page.get_by_role("button", name="Back to my own book").click()
    page.get_by_role("button", name="Open the demo").wait_for(timeout=60_000)
    assert not any(cut_off)
    page.context.set_offline(True)
    page.goto(empty_desk.origin)
    expect(page).to_have_title(re.compile("^Without a network"))
    # Nothing is begun in it yet, and still the page comes back by itself.
    page.context.set_offline(False)
    page.get_by_role("button", name="Open the demo").wait_for()
