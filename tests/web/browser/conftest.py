"""Real browsers, at the size of a computer and of a phone, before a desk that is really served.

Every test drives Chromium; those marked with ``IN_BOTH`` go the same way in Firefox as well.

Whatever a page writes to its console as a warning or an error fails the test that saw it.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Error,
    Page,
    Playwright,
    ViewportSize,
    expect,
    sync_playwright,
)

from tests.web.browser import serving as served_by
from tests.web.browser.serving import Served

COMPUTER = ViewportSize(width=1280, height=900)
PHONE = ViewportSize(width=390, height=844)
# A busy machine may take its time; nothing waits so long where all is well.
IN = 60_000
# Firefox says so of an icon that was still on its way when its page was left.
CUT_OFF = "A ServiceWorker intercepted the request and encountered an unexpected error"


@pytest.fixture(scope="package")
def playwright() -> Iterator[Playwright]:
    """What drives the browsers."""
    expect.set_options(timeout=IN)
    with sync_playwright() as driver:
        yield driver


@pytest.fixture(scope="package")
def chromium(playwright: Playwright) -> Iterator[Browser]:
    """The machine's own Chromium; skipped by name where there is none."""
    yield from launched(playwright, served_by.quick_chromium())


@pytest.fixture(scope="package")
def whole_chromium(playwright: Playwright) -> Iterator[Browser]:
    """Chromium with all that has windows or parts of its own: its reader of PDF, extensions."""
    yield from launched(playwright, served_by.chromium())


def launched(playwright: Playwright, program: str | None) -> Iterator[Browser]:
    """A running Chromium; skipped by name where the program is none."""
    if program is None:
        pytest.skip("no Chromium on this machine")
    browser = playwright.chromium.launch(executable_path=program, args=served_by.FLAGS)
    yield browser
    browser.close()


@pytest.fixture(scope="package")
def firefox(playwright: Playwright) -> Iterator[Browser]:
    """The machine's own Firefox, as its maker built it; skipped by name where there is none."""
    program = served_by.firefox()
    if program is None:
        pytest.skip("no Firefox on this machine")
    # By its name Playwright knows that this one is driven by WebDriver BiDi.
    browser = playwright.firefox.launch(
        channel="moz-firefox", executable_path=program, firefox_user_prefs=served_by.PREFERENCES
    )
    yield browser
    browser.close()


@pytest.fixture
def browser(request: pytest.FixtureRequest) -> Browser:
    """The browser that the test asks for, else Chromium."""
    named: Browser = request.getfixturevalue(getattr(request, "param", "chromium"))
    return named


@pytest.fixture(scope="package")
def made_demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo's folder as it was played once, to be copied."""
    home = tmp_path_factory.mktemp("demo")
    served_by.run(home, "demo", "--json")
    return home


@pytest.fixture
def demo_desk(made_demo: Path, tmp_path: Path) -> Iterator[Served]:
    """A desk with the demo's 25 résumés, on a morning on which calls can be made."""
    home = tmp_path / "home"
    shutil.copytree(made_demo, home)
    with served_by.serving(home) as desk:
        yield desk


@pytest.fixture
def empty_desk(tmp_path: Path) -> Iterator[Served]:
    """A desk without a book, on a Tuesday morning in Ohio."""
    home = tmp_path / "home"
    home.mkdir()
    served_by.set_clock(home)
    with served_by.serving(home) as desk:
        yield desk


@pytest.fixture
def visit(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Opens a desk in a browser that is let in: ``visit(desk, phone=True, look="dark")``.

    ``allow`` are words of what the console may say in this test and in no other.
    """
    heard: list[str] = []
    allowed: list[str] = []

    def hear(said: ConsoleMessage) -> None:
        if said.type in ("error", "warning") and not any(one in said.text for one in allowed):
            heard.append(f"{said.type}: {said.text}")

    def hear_uncaught(error: Error) -> None:
        if CUT_OFF not in str(error):
            heard.append(f"uncaught: {error}")

    with ExitStack() as stack:

        def open_at(
            desk: Served, path: str = "/", *, phone: bool = False, look: str = "light",
            scripts: bool = True, allow: tuple[str, ...] = (), locale: str = "en-US",
        ) -> Page:  # fmt: skip
            in_chromium = browser.browser_type.name == "chromium"
            assert in_chromium or (scripts and look == "light"), "Firefox cannot be told so"
            context: BrowserContext = browser.new_context(
                viewport=PHONE if phone else COMPUTER,
                has_touch=phone, is_mobile=phone, java_script_enabled=scripts,
                color_scheme="dark" if look == "dark" else "light", locale=locale,
                timezone_id="America/New_York", reduced_motion="reduce",
            )  # fmt: skip
            stack.callback(context.close)
            context.set_default_timeout(IN)
            page = context.new_page()
            allowed.extend(allow)
            page.on("console", hear)
            page.on("pageerror", hear_uncaught)
            page.goto(desk.start)
            if path != "/":
                page.goto(desk.origin + path)
            return page

        yield open_at
    assert heard == []
