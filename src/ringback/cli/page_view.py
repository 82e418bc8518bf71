"""Whom a page names, on the terminal; it needs no book."""

from ringback.cli.screen import QUIET, STRONG, WARNING, Screen
from ringback.core.found import FoundPerson
from ringback.sources.team_pages.page import Page


def show_page(screen: Screen, page: Page) -> None:
    """Whom a page names; nothing is kept."""
    if not page.people:
        screen.line("No staff is named on this page.")
    for found in page.people:
        screen.line((found.name, STRONG), f"  {found.title}", *_reach(found))
    for note in page.notes:
        screen.line(("note: ", WARNING), note)
    for link in page.links[:5]:
        screen.line((f"There may be more at {link}", QUIET))


def show_fetched(screen: Screen, fetched: tuple[str, ...]) -> None:
    """What was fetched from the web to answer; nothing for a page from a file."""
    for url in fetched:
        screen.line((f"Fetched {url}", QUIET))


def _reach(found: FoundPerson) -> tuple[str, ...]:
    ways = [route.value for route in found.routes]
    return (f"  {', '.join(ways)}",) if ways else ()
