"""What stands in anybody's way on a page as it is shown: by axe, and by the standard of HTML."""

import html5lib
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

# What axe knows of WCAG 2.2, A and AA, and its own best practice besides; of what passes it says
# no more than that it does, which takes a third of the time.
RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
}
RUN = "rules => axe.run(document, rules).then(found => found.violations)"
AXE = Axe().axe_script


def flaws(page: Page) -> list[str]:
    """What axe finds on a page as it stands, with where."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    return [
        f"{one['id']}: {one['help']}: {node['html'][:160]}"
        for one in page.evaluate(RUN, RULES)
        for node in one["nodes"]
    ]


def faults(page: Page, address: str) -> list[str]:
    """Where the HTML of an address is not as the standard says."""
    parser = html5lib.HTMLParser()
    parser.parse(page.request.get(address).text())
    return [f"{kind} at {place}" for place, kind, _ in parser.errors]


def too_wide(page: Page) -> int:
    """How many pixels wider than its window a page is."""
    wide: int = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    return max(0, wide)
