"""From one's own book into the demo and back, as one goes it from the pages."""

from collections.abc import Callable

from playwright.sync_api import Page, Request, expect

from tests.web.browser.serving import Served

Visit = Callable[..., Page]
# However short a page is shown, its heading is kept.
KEEP_HEADINGS = """addEventListener("DOMContentLoaded", () => {
    const heading = document.querySelector("h1")?.textContent ?? "";
    sessionStorage.headings = `${sessionStorage.headings ?? ""}${heading}\\n`;
})"""


def test_the_demo_is_entered_and_left_from_the_pages(empty_desk: Served, visit: Visit) -> None:
    page = visit(empty_desk, phone=True)
    failed: list[str] = []

    def hear(request: Request) -> None:
        # A page that leads on to another one is told as left.
        if not request.is_navigation_request():
            failed.append(f"{request.method} {request.url}")

    page.on("requestfailed", hear)
    page.add_init_script(KEEP_HEADINGS)
    page.goto(empty_desk.origin + "/more/")
    page.get_by_role("button", name="Try things in the demo").click()
    page.get_by_role("button", name="Back to my own book").click()
    page.wait_for_url("**/welcome/")
    expect(page.locator(".demo-strip")).to_have_count(0)
    said = page.evaluate("sessionStorage.headings").splitlines()
    assert [one for one in said if one.startswith("One moment")] == [
        "One moment: the demo is being opened.",
        "One moment: your own book is being opened.",
    ]
    assert failed == []
