"""A phone comes in over the home network, in a real browser, from the code to being shut out."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser, Page, expect

from tests.web.browser.looks import faults, flaws, too_wide
from tests.web.test_lan import AT_HOME, serving


def holds(page: Page) -> None:
    """Nothing that axe finds, and nothing wider than the window."""
    assert flaws(page) == []
    assert not too_wide(page)


def test_a_phone_is_let_in_and_shut_out(browser: Browser, tmp_path: Path) -> None:
    with serving(tmp_path, "--lan", "--address", AT_HOME, "--name", "desk") as desk:
        computer = browser.new_context(viewport={"width": 1280, "height": 900})
        page = computer.new_page()
        page.goto(str(desk.told["address"]))
        page.goto(f"http://127.0.0.1:{desk.port}/welcome/")
        page.goto(f"http://127.0.0.1:{desk.port}/settings/devices/phone/")
        holds(page)
        page.get_by_role("button", name="Show a code").click()
        holds(page)
        address = page.locator(".qr svg").get_attribute("aria-label")
        assert address is not None
        assert address.startswith(f"https://{AT_HOME}:{desk.port}/pair?code=")
        # The phone trusts nobody yet: whoever holds it goes past the warning of its browser.
        pocket = browser.new_context(
            viewport={"width": 320, "height": 640}, is_mobile=True, has_touch=True,
            ignore_https_errors=True, color_scheme="dark",
        )  # fmt: skip
        phone = pocket.new_page()
        phone.goto(address)
        holds(phone)
        assert faults(phone, address) == []
        phone.get_by_label("What is this device called?").fill("Ana’s phone")
        phone.get_by_role("button", name="Come in").click()
        expect(phone.get_by_role("link", name="Download the certificate")).to_be_visible()
        holds(phone)
        with phone.expect_download() as handed:
            phone.get_by_role("link", name="Download the certificate").click()
        assert handed.value.suggested_filename == "ringback-authority.crt"
        page.goto(f"http://127.0.0.1:{desk.port}/settings/devices/")
        shown = page.get_by_role("listitem").filter(has_text="Ana’s phone")
        expect(shown).to_contain_text("phone")
        shown.get_by_role("button").click()
        expect(page.get_by_text("Ana’s phone")).to_have_count(0)
        answer = phone.goto(f"https://{AT_HOME}:{desk.port}/settings/devices/authority/")
        assert answer is not None
        assert answer.status == 401
        holds(phone)
        for context in (computer, pocket):
            context.close()
