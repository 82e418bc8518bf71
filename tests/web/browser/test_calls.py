"""The day's calls in a real browser: from the list to the logged call, by mouse, thumb and keys."""

import json
import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.web.browser.serving import IN_THE_WHOLE, Served

Visit = Callable[..., Page]
READER = "chrome-extension://"
# Letter on letter, however slow the machine is.
AT_A_RUN = """word => { for (const key of word) document.activeElement.dispatchEvent(
    new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true })) }"""


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


@pytest.mark.parametrize("phone", [False, True], ids=["computer", "phone"])
def test_who_answered_opens_what_came_of_it(demo_desk: Served, visit: Visit, phone: bool) -> None:
    page = visit(demo_desk, "/call/8/", phone=phone)
    talked = page.get_by_role("button", name="asked me to send more")
    expect(talked).to_be_hidden()
    page.locator("summary", has_text="You talked to them").click()
    talked.click()
    expect(page.get_by_role("status").first).to_contain_text("asked me to send more")


def test_what_leads_to_the_outcomes_goes_once_they_are_there(
    demo_desk: Served, visit: Visit
) -> None:
    page = visit(demo_desk, "/call/8/", phone=True)
    leads = page.get_by_role("link", name="What came of it?")
    heading = page.get_by_role("heading", name="What came of it?")
    expect(leads).to_be_in_viewport(ratio=1)
    leads.click()
    expect(heading).to_be_in_viewport(ratio=1)
    expect(leads).to_have_count(0)
    page.locator("#whom").scroll_into_view_if_needed()
    expect(leads).to_be_in_viewport(ratio=1)


def test_without_a_script_one_is_led_to_the_outcomes(demo_desk: Served, visit: Visit) -> None:
    page = visit(demo_desk, "/call/8/", phone=True, scripts=False)
    page.get_by_role("link", name="What came of it?").click()
    expect(page.get_by_role("heading", name="What came of it?")).to_be_in_viewport(ratio=1)


def test_the_clock_is_shown_once_it_runs(demo_desk: Served, visit: Visit) -> None:
    page = visit(demo_desk, "/call/8/", phone=True)
    clock = page.locator("[data-timer]")
    expect(clock).to_be_hidden()
    # Nothing here can dial.
    page.evaluate("addEventListener('click', (event) => event.preventDefault())")
    page.locator("[data-dial]").click()
    expect(clock).to_have_text(re.compile(r"0:0[1-9]"))
    expect(clock).to_be_visible()


def test_how_an_hour_is_understood_stands_clear_of_the_ring_of_its_field(
    demo_desk: Served, visit: Visit
) -> None:
    page = visit(demo_desk, "/call/8/", phone=True)
    page.keyboard.press("c")
    page.keyboard.type("tomorrow 10:30")
    said = page.locator("#call-back-understood")
    expect(said).to_contain_text("10:30")
    expect(page.locator("#call-back-moment")).to_be_focused()
    apart = said.evaluate(
        """said => {
             const field = document.activeElement, style = getComputedStyle(field);
             const ring = parseFloat(style.outlineWidth) + parseFloat(style.outlineOffset);
             const below = field.getBoundingClientRect().bottom + ring;
             return [ring, said.getBoundingClientRect().top - below];
           }"""
    )
    assert apart[0] > 0
    assert apart[1] >= 0


def test_a_key_shows_the_outcome_it_asks_for(demo_desk: Served, visit: Visit) -> None:
    page = visit(demo_desk, "/call/8/")
    page.keyboard.press("a")
    expect(page.locator("#name-name")).to_be_focused()
    page.locator("h2").first.click()
    page.wait_for_timeout(700)
    page.keyboard.press("j")
    expect(page.get_by_role("button", name="Press j again")).to_be_focused()


@pytest.mark.parametrize("phone", [False, True], ids=["computer", "phone"])
def test_ones_own_name_goes_into_the_words(empty_desk: Served, visit: Visit, phone: bool) -> None:
    page = visit(empty_desk, "/openings/new/", phone=phone)
    page.locator("[name=employer]").fill("Acme Foods")
    page.locator("[name=manager]").fill("Dana Reyes")
    page.locator("[name=number]").fill("216 555 0142")
    page.locator("[name=sent]").fill("a week ago")
    page.get_by_role("button", name="Keep it").click()
    page.get_by_text("Add your name and number").click()
    expect(page.get_by_label("Your name")).to_be_focused()
    page.keyboard.type("Pat Doe")
    page.keyboard.press("Tab")
    page.keyboard.type("216 555 0100")
    page.keyboard.press("Enter")
    kept = page.get_by_role("status").first
    expect(kept).to_contain_text("Kept for your words: Pat Doe, 216 555 0100")
    expect(page.locator(".script")).to_contain_text("this is Pat Doe")
    expect(page.locator(".own-name")).to_have_count(0)


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


def history(desk: Served, number: int) -> list[dict[str, object]]:
    """What the terminal shows of an opening."""
    told: list[dict[str, object]] = json.loads(desk.run("show", str(number), "--json"))["history"]
    return told


def test_a_word_that_misses_the_note_records_nothing(demo_desk: Served, visit: Visit) -> None:
    page = visit(demo_desk, "/call/8/")
    before = history(demo_desk, 8)
    for word in ("Nice chat", "Nobody", "zzz", "NN", "both."):
        page.evaluate(AT_A_RUN, word)
        page.wait_for_timeout(700)
        page.keyboard.press("Escape")
        page.locator("h2").first.click()
    assert page.url.endswith("/call/8/")
    assert history(demo_desk, 8) == before


def test_a_field_is_left_for_the_keys_of_the_page(demo_desk: Served, visit: Visit) -> None:
    page = visit(demo_desk, "/call/8/")
    page.get_by_label("Note").fill("try the plant")
    page.keyboard.press("Escape")
    expect(page.get_by_label("Note")).not_to_be_focused()
    page.wait_for_timeout(700)
    page.keyboard.press("b")
    expect(page.get_by_role("status").first).to_contain_text("busy")
    assert history(demo_desk, 8)[-1]["note"] == "try the plant"


def test_what_bars_is_asked_once_more_by_key(demo_desk: Served, visit: Visit) -> None:
    page = visit(demo_desk, "/call/8/")
    before = history(demo_desk, 8)
    page.keyboard.press("N")
    asks = page.get_by_role("button", name="Press N again, or Enter, to record")
    expect(asks).to_be_focused()
    expect(page.locator("[data-asked]")).to_contain_text("does not want to be contacted")
    page.keyboard.press("Escape")
    expect(asks).to_have_count(0)
    assert history(demo_desk, 8) == before
    page.wait_for_timeout(700)
    page.keyboard.press("z")
    expect(page.get_by_role("button", name="Press z again")).to_be_focused()
    page.wait_for_timeout(700)
    page.keyboard.press("z")
    expect(page.get_by_role("status").first).to_contain_text("not interested")
    assert history(demo_desk, 8)[-1]["result"] == "not interested"


def test_enter_says_yes_to_what_was_asked(demo_desk: Served, visit: Visit) -> None:
    page = visit(demo_desk, "/call/8/")
    page.keyboard.press("x")
    expect(page.get_by_role("button", name="Press x again")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").first).to_contain_text("does not exist")


def test_the_keys_can_be_turned_off(demo_desk: Served, visit: Visit) -> None:
    page = visit(demo_desk, "/settings/")
    page.get_by_role("button", name="Keys: see them, or turn them off").click()
    page.get_by_role("button", name="Keys in this browser: on").click()
    page.goto(f"{demo_desk.origin}/call/8/")
    before = history(demo_desk, 8)
    page.keyboard.press("b")
    page.keyboard.press("?")
    page.wait_for_timeout(900)
    assert page.url.endswith("/call/8/")
    expect(page.get_by_role("dialog")).to_have_count(0)
    assert history(demo_desk, 8) == before


def test_the_last_thing_is_taken_back_by_its_key_on_any_page(
    demo_desk: Served, visit: Visit
) -> None:
    page = visit(demo_desk, "/call/8/")
    before = len(history(demo_desk, 8))
    page.keyboard.press("b")
    page.wait_for_url("**/call/**did=*", wait_until="commit")
    page.goto(demo_desk.origin)
    page.keyboard.press(".")
    page.wait_for_url("**/call/8/?undone=*")
    assert [one.get("struck") for one in history(demo_desk, 8)][before] is True
