"""A list is read in a real browser: from the empty page to the day's first step, and back."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.web.browser.looks import faults, flaws, too_wide
from tests.web.browser.serving import IN_BOTH, Served, unfold

Visit = Callable[..., Page]

SHEET = Path(__file__).parents[2] / "data" / "online_sheet.csv"
REFUSED = ("422 (Unprocessable",)
UNKNOWN = "Laden,Ding,Am,Stand\nAcme Foods,Fitter,3/4/2026,beworben\nBolt,Clerk,5/6/2026,beworben\n"


def choose(page: Page, file: Path) -> None:
    page.get_by_label("Choose the file").set_input_files(file)
    page.get_by_role("button", name="Look at it").click()


def holds(page: Page) -> None:
    """Nothing that axe finds, valid HTML, nothing wider than the window."""
    unfold(page)
    assert flaws(page) == []
    assert faults(page, page.url) == []
    assert not too_wide(page)


def imports_of(desk: Served) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(desk.run("import", "--list", "--json"))["imports"]
    return found


@pytest.mark.parametrize(
    ("browser", "phone", "scripts"),
    [
        ("chromium", False, True), ("chromium", True, True), ("chromium", False, False),
        ("chromium", True, False), ("firefox", False, True),
    ],
    ids=["computer", "phone", "computer without scripts", "phone without scripts", "firefox"],
    indirect=["browser"],
)  # fmt: skip
def test_a_sheet_of_25_leads_from_nothing_to_the_first_step(
    empty_desk: Served, visit: Visit, phone: bool, scripts: bool
) -> None:
    page = visit(empty_desk, phone=phone, scripts=scripts)
    page.get_by_role("link", name="Read my list").click()
    choose(page, SHEET)
    expect(page.get_by_role("heading", level=1)).to_have_text("online_sheet.csv")
    expect(page.get_by_text("a sheet kept by hand").first).to_be_visible()
    expect(page.get_by_label("What Company holds")).to_have_value("employer")
    would = page.get_by_role("region", name="What it would bring")
    expect(would).to_contain_text("22 new openings, 13 new people, 22 new employers")
    expect(would).to_contain_text("2 rows would be refused")
    page.get_by_role("button", name="Read 25 rows in").last.click()
    expect(page.get_by_text("22 openings, 20 of them open, 7 have no manager yet.")).to_be_visible()
    (told,) = imports_of(empty_desk)
    assert (told["created"], told["known"], told["refused"]) == (22, 1, 2)
    page.get_by_role("link", name="See what is missing").click()
    rows = page.locator("main li:has(a.over)")
    expect(rows).to_have_count(7)
    rows.first.get_by_role("link").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Who hires?")
    page.goto(empty_desk.origin + "/")
    first = json.loads(empty_desk.run("today", "--json"))["first"]
    expect(page.locator("#first")).to_contain_text(first["person"]["name"])


def test_an_import_is_taken_back_whole(empty_desk: Served, visit: Visit) -> None:
    page = visit(empty_desk, "/import/")
    choose(page, SHEET)
    page.get_by_role("button", name="Read 25 rows in").first.click()
    page.get_by_text("Take this import back").click()
    page.get_by_role("button", name="Take all of it back").click()
    expect(page.locator("main").get_by_role("status")).to_contain_text("taken back")
    assert imports_of(empty_desk)[0]["taken_back_at"] is not None
    page.goto(empty_desk.origin + "/openings/")
    expect(page.get_by_text("No opening is open")).to_be_visible()


@IN_BOTH
def test_a_file_is_dropped_on_the_page(empty_desk: Served, visit: Visit) -> None:
    page = visit(empty_desk, "/import/")
    held = page.evaluate_handle(
        """text => {
            const held = new DataTransfer();
            held.items.add(new File([text], "dropped.csv", { type: "text/csv" }));
            return held;
        }""",
        SHEET.read_text(encoding="utf-8"),
    )
    page.dispatch_event("[data-drop]", "dragenter", {"dataTransfer": held})
    page.dispatch_event("[data-drop]", "drop", {"dataTransfer": held})
    expect(page.get_by_role("heading", level=1)).to_have_text("dropped.csv")


def test_what_is_too_large_is_said_before_it_is_sent(
    empty_desk: Served, visit: Visit, tmp_path: Path
) -> None:
    large = tmp_path / "large.csv"
    with large.open("wb") as file:
        file.truncate(70_000_000)
    page = visit(empty_desk, "/import/")
    page.get_by_label("Choose the file").set_input_files(large)
    expect(page.get_by_role("alert")).to_contain_text("more than 64 MB")
    page.get_by_role("button", name="Look at it").click()
    assert page.url == f"{empty_desk.origin}/import/"


def test_a_page_that_is_no_list_is_refused_beside_the_form(
    empty_desk: Served, visit: Visit, tmp_path: Path
) -> None:
    odd = tmp_path / "list.csv"
    odd.write_text("<!doctype html><html><body>hi</body></html>")
    page = visit(empty_desk, "/import/", allow=REFUSED)
    choose(page, odd)
    expect(page.get_by_role("alert").first).to_contain_text("is a web page, not a table")
    assert flaws(page) == []
    expect(page.get_by_role("button", name="Look at it")).to_be_visible()
    assert not (empty_desk.home / "book.sqlite3").exists()


@pytest.mark.parametrize("look", ["light", "dark"])
def test_columns_are_told_by_hand_and_the_days_asked_once(
    empty_desk: Served, visit: Visit, tmp_path: Path, look: str
) -> None:
    file = tmp_path / "mine.csv"
    file.write_text(UNKNOWN)
    page = visit(empty_desk, "/import/", look=look, phone=look == "dark")
    choose(page, file)
    expect(page.get_by_text("not recognised")).to_be_visible()
    page.get_by_label("What Laden holds").select_option("employer")
    page.get_by_label("What Ding holds").select_option("job title")
    page.get_by_label("What Am holds").select_option("sent on")
    page.get_by_role("button", name="Show it with these columns").click()
    expect(page.get_by_text("you said so").first).to_be_visible()
    holds(page)
    page.get_by_label("The day comes first").check()
    page.get_by_role("button", name="Show what it would bring").click()
    expect(page.get_by_text("2 new openings")).to_be_visible()
    page.get_by_role("button", name="Read 2 rows in").last.click()
    expect(page.get_by_text("2 openings")).to_be_visible()
    shown = json.loads(empty_desk.run("show", "1", "--json"))
    (sent,) = [one for one in shown["history"] if one["kind"] == "sent"]
    assert sent["at"].startswith("2026-04-03")


def test_a_long_file_shows_how_far_it_is(empty_desk: Served, visit: Visit, tmp_path: Path) -> None:
    file = tmp_path / "long.csv"
    rows = (f"Firm {n} Inc,Fitter,2026-11-{n % 20 + 1:02},Applied\n" for n in range(3_000))
    file.write_text("Company,Position,Date Applied,Status\n" + "".join(rows))
    page = visit(empty_desk, "/import/")
    choose(page, file)
    expect(page.get_by_text("Counting what long.csv would bring")).to_be_visible()
    page.get_by_role("button", name="Do not count").click()
    page.get_by_role("button", name="Show what it would bring").click()
    page.get_by_text("3000 new openings").wait_for(timeout=120_000)
    page.get_by_role("button", name="Read 3000 rows in").first.click()
    expect(page.get_by_text("is being read in")).to_be_visible()
    expect(page.locator("#far")).to_have_attribute("max", "3000")
    # While it is being read, the other pages answer.
    other = page.context.new_page()
    other.goto(f"{empty_desk.origin}/settings/")
    page.get_by_text("What comes next").wait_for(timeout=120_000)
    assert re.search(r"/import/\d+/\?new=1$", page.url)
    expect(page.get_by_text("3000 openings, 3000 have no manager yet.")).to_be_visible()
    page.goto(f"{empty_desk.origin}/gaps/?page=30")
    expect(page.locator("main li:has(a.over)")).to_have_count(100)
    assert list((empty_desk.home / "web" / "uploads").iterdir()) == []


@pytest.mark.parametrize(
    ("phone", "look"), [(False, "light"), (True, "dark")], ids=["computer, light", "phone, dark"]
)
def test_nothing_stands_in_anybodys_way(
    empty_desk: Served, visit: Visit, phone: bool, look: str
) -> None:
    page = visit(empty_desk, "/import/", phone=phone, look=look)
    holds(page)
    choose(page, SHEET)
    holds(page)
    page.get_by_role("button", name="Read 25 rows in").last.click()
    page.get_by_text("What comes next").wait_for()
    holds(page)
    for path in ("/import/", "/import/all/", "/import/refused/", "/import/1/?became=odd", "/gaps/",
                 "/gaps/?only=no+manager"):  # fmt: skip
        page.goto(empty_desk.origin + path)
        holds(page)
    page.set_viewport_size({"width": 320, "height": 640})
    for path in ("/import/", "/import/1/", "/import/refused/", "/gaps/"):
        page.goto(empty_desk.origin + path)
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, path
