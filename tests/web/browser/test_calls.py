"""The day's calls in a real browser: from the list to the logged call, by mouse, thumb and keys."""

import json
import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.web.browser.serving import IN_THE_WHOLE, Served

Visit = Callable[..., Page]
READER = "chrome-extension://"


@pytest.mark.parametrize("phone", [False, True], ids=["computer", "phone"])
@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
def test_a_miss_is_logged_in_two_taps(
    demo_desk: Served, visit: Visit, phone: bool, scripts: bool
) -> None:
    page = visit(demo_desk, phone=phone, scripts=scripts)
    first = json.loads(demo_desk.run("today", "--json"))["first"]
    expect(page.locator("#first")).to_contain_text(first["person"]["name"])
    expect(page.locator("a.number-to-dial").first).to_have_attribute("href", first["route"]["tel"])
    page.get_by_role("link", name="Call and log").click()
    page.get_by_role("button", name="it rang, nobody answered").click()
    expect(page.get_by_role("status").first).to_contain_text("nobody answered")
    shown = json.loads(demo_desk.run("show", str(first["opening"]), "--json"))
    assert shown["history"][-1]["line"] == "no answer"


def test_undo_takes_it_back(demo_desk: Served, visit: Visit) -> None:
    page = visit(demo_desk, "/call/")
    before = json.loads(demo_desk.run("today", "--json"))["first"]
    page.keyboard.press("b")
    page.get_by_role("button", name="Undo").click()
    page.wait_for_url(f"**/call/{before['opening']}/?undone=*")
    expect(page.get_by_role("status").first).to_contain_text("Taken back:")
    after = json.loads(demo_desk.run("today", "--json"))["first"]
    assert (after["opening"], after["attempt"]) == (before["opening"], before["attempt"])


def test_a_call_back_is_told_on_their_clock(demo_desk: Served, visit: Visit) -> None:
    page = visit(demo_desk, "/call/")
    number = re.search(r"/call/(\d+)/", page.url)
    assert number is not None
    page.keyboard.press("c")
    field = page.locator("#call-back-moment")
    expect(field).to_be_focused()
    field.fill("tomorrow 10:30")
    expect(page.locator("#call-back-understood")).to_contain_text("10:30")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").first).to_contain_text("asked me to call back")
    step = json.loads(demo_desk.run("show", number[1], "--json"))["step"]
    assert (step["kind"], step["exact"]) == ("call", True)


def test_a_note_survives_the_page_until_it_is_told(demo_desk: Served, visit: Visit) -> None:
    page = visit(demo_desk, "/call/")
    page.locator("#note").fill("Ask for Lena at the desk")
    page.reload()
    expect(page.locator("#note")).to_have_value("Ask for Lena at the desk")
    opening = re.search(r"/call/(\d+)/", page.url)
    assert opening is not None
    page.locator("h2").first.click()
    page.keyboard.press("n")
    expect(page.get_by_role("status").first).to_be_visible()
    history = json.loads(demo_desk.run("show", opening[1], "--json"))["history"]
    assert history[-1]["note"] == "Ask for Lena at the desk"


@IN_THE_WHOLE
@pytest.mark.parametrize("phone", [False, True], ids=["computer", "phone"])
def test_the_pdf_that_was_sent_is_read_beside_the_words(
    demo_desk: Served, visit: Visit, phone: bool
) -> None:
    page = visit(demo_desk, "/call/8/", phone=phone)
    asked = []
    page.on("request", lambda one: asked.append(one.url) if "/files/" in one.url else None)
    if phone:
        # There it is opened by itself: no phone reads a PDF within a page.
        page.get_by_text("resume_ana_ruiz.pdf").first.click()
        expect(page.get_by_role("link", name="Open it by itself")).to_be_visible()
        expect(page.locator("iframe")).to_be_hidden()
        page.wait_for_load_state("networkidle")
        assert asked == []
        return
    # The browser's own reader of PDF opens within the frame.
    with page.expect_event("framenavigated", lambda one: one.url.startswith(READER)):
        page.get_by_text("resume_ana_ruiz.pdf").first.click()
        page.locator("iframe").scroll_into_view_if_needed()
