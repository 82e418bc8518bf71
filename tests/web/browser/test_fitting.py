"""What fits where it is shown: tables in their cards, on a wide screen and on a narrow one."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.web.browser.serving import Served

Visit = Callable[..., Page]

HIDDEN = "[...document.querySelectorAll('.scroll')].map(one => one.scrollWidth - one.clientWidth)"


@pytest.mark.parametrize("width", [1280, 390, 320])
def test_no_column_of_the_proof_is_hidden(demo_desk: Served, visit: Visit, width: int) -> None:
    page = visit(demo_desk, phone=width < 1280)
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(demo_desk.origin + "/proof/?first=2026-10-01&last=2026-12-01")
    assert page.evaluate(HIDDEN) == [0]


def test_the_form_of_the_proof_is_one_line(demo_desk: Served, visit: Visit) -> None:
    page = visit(demo_desk, "/proof/")
    bottoms = page.locator("form[action='/proof/'] :is(input, select, button)").evaluate_all(
        "all => all.filter(one => one.type !== 'checkbox')"
        ".map(one => Math.round(one.getBoundingClientRect().bottom))"
    )
    assert len(bottoms) == 5
    assert len(set(bottoms)) == 1
