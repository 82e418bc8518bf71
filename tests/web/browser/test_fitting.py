"""What fits where it is shown: tables in their cards, on a wide screen and on a narrow one."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.web.browser.serving import IN_BOTH, Served, unfold

Visit = Callable[..., Page]

BEYOND = "all => all.map(one => one.scrollWidth - one.clientWidth)"


@pytest.mark.parametrize("width", [1280, 390, 320])
def test_no_column_of_the_proof_is_hidden(demo_desk: Served, visit: Visit, width: int) -> None:
    page = visit(demo_desk, phone=width < 1280)
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(demo_desk.origin + "/proof/?first=2026-10-01&last=2026-12-01")
    assert page.locator(".scroll").evaluate_all(BEYOND) == [0]


def test_the_form_of_the_proof_is_one_line(demo_desk: Served, visit: Visit) -> None:
    page = visit(demo_desk, "/proof/")
    bottoms = page.locator("form[action='/proof/'] :is(input, select, button)").evaluate_all(
        "all => all.filter(one => one.type !== 'checkbox')"
        ".map(one => Math.round(one.getBoundingClientRect().bottom))"
    )
    assert len(bottoms) == 5
    assert len(set(bottoms)) == 1


@IN_BOTH
def test_the_chosen_tab_is_in_view(demo_desk: Served, visit: Visit) -> None:
    page = visit(demo_desk, phone=True)
    for part, more in (("", r"^more-right$"), ("data/", "more-left"), ("devices/", "^more-left$")):
        page.goto(f"{demo_desk.origin}/settings/{part}")
        expect(page.locator(".tabs [aria-current]")).to_be_in_viewport(ratio=0.9)
        expect(page.locator(".tabs ul")).to_have_class(re.compile(more))


@IN_BOTH
def test_a_line_of_ones_own_is_in_view_once_it_is_kept(demo_desk: Served, visit: Visit) -> None:
    page = visit(demo_desk, "/settings/words/?in=de")
    unfold(page)
    form = page.locator("form[id='de/voicemail']")
    form.get_by_role("textbox").fill("Guten Tag, hier ist Ana.")
    form.get_by_role("button").click()
    expect(form.get_by_role("status")).to_be_in_viewport()
    expect(form.get_by_role("textbox")).to_have_value("Guten Tag, hier ist Ana.")


@pytest.mark.parametrize("width", [390, 320])
def test_no_scenario_is_hidden_on_a_phone(demo_desk: Served, visit: Visit, width: int) -> None:
    page = visit(demo_desk, phone=True)
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(demo_desk.origin + "/numbers/simulator/")
    assert page.locator(".card.scroll").evaluate_all(BEYOND) == [0]
    cells = page.locator(".card.scroll tbody tr").first.get_by_role("cell")
    assert cells.count() == 3
    for at in range(3):
        expect(cells.nth(at)).to_be_in_viewport(ratio=0.9)


@pytest.mark.parametrize("path", ["/openings/", "/people/"])
def test_a_list_begins_on_the_first_screen_of_a_phone(
    demo_desk: Served, visit: Visit, path: str
) -> None:
    page = visit(demo_desk, path, phone=True, scripts=False)
    field = page.get_by_role("searchbox")
    expect(field).to_be_hidden()
    page.get_by_text("Search and sift").tap()
    field.fill("Buckeye")
    page.get_by_role("button", name="Show").tap()
    expect(field).to_have_value("Buckeye")
    expect(field).to_be_visible()


def test_on_a_wide_screen_nothing_is_folded_away(demo_desk: Served, visit: Visit) -> None:
    page = visit(demo_desk, "/openings/")
    expect(page.get_by_text("Search and sift")).to_be_hidden()
    expect(page.get_by_role("searchbox")).to_be_visible()


def test_the_key_that_searches_opens_what_is_folded(demo_desk: Served, visit: Visit) -> None:
    page = visit(demo_desk, "/people/")
    page.set_viewport_size({"width": 500, "height": 800})
    page.keyboard.press("/")
    expect(page.get_by_role("searchbox")).to_be_focused()
