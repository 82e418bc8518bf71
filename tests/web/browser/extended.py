"""A real Chromium with the extension in it, as somebody has it who loaded the folder."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import BrowserContext, BrowserType, Page, ViewportSize

from tests.web.browser.serving import FLAGS, Served

FOLDER = Path(__file__).parents[3] / "extension"
IN = 60_000
# Newer browsers let a folder be loaded from the command line only where this is switched off.
SWITCHES = [
    f"--disable-extensions-except={FOLDER}", f"--load-extension={FOLDER}",
    "--disable-features=DisableLoadExtensionCommandLineSwitch",
]  # fmt: skip
# The size at which a browser opens the popup.
POPUP = ViewportSize(width=360, height=560)


@dataclass
class Extended:
    """A browser with the extension; ``id`` is what the browser calls it."""

    context: BrowserContext
    id: str

    @property
    def origin(self) -> str:
        return f"chrome-extension://{self.id}"

    def at(self, address: str) -> Page:
        """A tab that shows an address."""
        page = self.context.new_page()
        page.goto(address)
        return page

    def options(self) -> Page:
        return self.at(f"{self.origin}/options.html")

    def popup_on(self, page: Page) -> Page:
        """The popup as it opens over a page, in a tab of its own: no test can press a toolbar.

        Pages of this machine can be read without that press: the extension may reach the desk.
        """
        page.bring_to_front()
        popup = self.at(f"{self.origin}/options.html")
        number = popup.evaluate(
            "async (url) => (await chrome.tabs.query({ url }))[0].id", page.url.partition("#")[0]
        )
        popup.set_viewport_size(POPUP)
        popup.goto(f"{self.origin}/popup.html?tab={number}")
        return popup

    def pair_with(self, desk: Served) -> None:
        """Read the code off the desk's page and type it into the options."""
        shown = self.at(desk.start)
        shown.goto(f"{desk.origin}/settings/devices/")
        shown.get_by_role("button", name="Add the browser extension").click()
        code = shown.locator(".pairing-code").inner_text()
        options = self.options()
        options.get_by_label("Address of the desk").fill(desk.origin)
        options.get_by_label("Code").fill(code)
        options.get_by_role("button", name="Connect").click()
        options.get_by_role("heading", name="Connected").wait_for()
        options.close()
        shown.close()


@contextmanager
def extended(kind: BrowserType, program: str, profile: Path, look: str) -> Iterator[Extended]:
    """Start the browser with a profile of its own."""
    context = kind.launch_persistent_context(
        profile, executable_path=program, headless=True, args=[*FLAGS, *SWITCHES],
        ignore_default_args=["--disable-extensions"], locale="en-US",
        color_scheme="dark" if look == "dark" else "light", reduced_motion="reduce",
    )  # fmt: skip
    try:
        context.set_default_timeout(IN)
        yield Extended(context, _id_in(context))
    finally:
        context.close()


def _id_in(context: BrowserContext) -> str:
    """The extension's id, as the browser's own page on extensions has it."""
    page = context.new_page()
    page.goto("chrome://extensions")
    listed = page.evaluate(
        "async () => (await chrome.developerPrivate.getExtensionsInfo()).map((one) => "
        "[one.name, one.id, one.manifestErrors.map((error) => error.message)])"
    )
    page.close()
    (found,) = [one for one in listed if one[0] == "Ringback"]
    assert found[2] == []
    assert re.fullmatch("[a-p]{32}", found[1])
    return str(found[1])
