"""A page that cannot read the book says so soon, and comes by itself once it can."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager

import pytest
from playwright.sync_api import Page, expect

from tests.web.browser.looks import faults, flaws
from tests.web.browser.serving import Served

Visit = Callable[..., Page]
BUSY = ("503 (Service Unavailable",)


@contextmanager
def written_to(desk: Served) -> Iterator[sqlite3.Connection]:
    """The book as an import holds it that has begun to write to the file."""
    with closing(sqlite3.connect(desk.home / "demo" / "book.sqlite3", timeout=60)) as book:
        book.isolation_level = None
        book.execute("BEGIN EXCLUSIVE")
        yield book


@pytest.mark.parametrize("phone", [False, True], ids=["computer, light", "phone, dark"])
def test_a_page_waits_in_words_and_comes_by_itself(
    demo_desk: Served, visit: Visit, phone: bool
) -> None:
    page = visit(demo_desk, phone=phone, look="dark" if phone else "light", allow=BUSY)
    with written_to(demo_desk) as book:
        # Whoever waits as long as a writer does would not be answered in this time.
        page.goto(f"{demo_desk.origin}/openings/", timeout=15_000)
        expect(page.get_by_text("The book is being written to at the moment")).to_be_visible()
        assert flaws(page) == []
        assert faults(page, page.url) == []
        # What nobody has to read the book for answers meanwhile.
        assert page.context.request.get(f"{demo_desk.origin}/offline/").ok
        book.execute("ROLLBACK")
    expect(page.get_by_role("heading", level=1)).to_have_text("Openings")


def test_it_comes_by_itself_without_scripts_too(demo_desk: Served, visit: Visit) -> None:
    page = visit(demo_desk, scripts=False, allow=BUSY)
    with written_to(demo_desk) as book:
        page.goto(f"{demo_desk.origin}/openings/", timeout=15_000)
        expect(page.get_by_text("The book is being written to at the moment")).to_be_visible()
        book.execute("ROLLBACK")
    expect(page.get_by_role("heading", level=1)).to_have_text("Openings")
