"""The extension in a real Chromium, before a desk and before the pages of an employer."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.servers.hostile import Hostile, answer, running
from tests.sources.postings.made_up import TEXT, job_posting, page_with
from tests.web.browser import serving as served_by
from tests.web.browser.extended import Extended, extended
from tests.web.browser.looks import flaws, too_wide
from tests.web.browser.serving import Served

POSTING = page_with(
    job_posting(
        url="https://quarrystone.example/jobs/1",
        description=TEXT.replace("November", "December"),
    ),
    body="<h1>Plant Scheduler</h1><p>At Quarrystone Fittings</p>",
)
NAMELESS = page_with(job_posting(hiringOrganization=None, description="Plan the week."))
TEAM = """<!doctype html><html><head><title>Team – Quarrystone Fittings</title></head><body>
<h1>Our team</h1>
<div class="card"><h3>Maria Gonzalez</h3><p>Plant Manager</p><p>216-555-0171</p></div>
<div class="card"><h3>Kim Novák</h3><p>Maintenance Manager</p><p>216-555-0177</p></div>
</body></html>"""
FOREIGN = b"<!doctype html><meta charset=iso-8859-1><title>Nothing here</title><p>Caf\xe9, closed."


@pytest.fixture
def site() -> Iterator[Hostile]:
    """An employer's own pages."""
    with running() as one:
        one.replies["/jobs/1"] = answer(POSTING.encode(), content_type="text/html; charset=utf-8")
        one.replies["/jobs/2"] = answer(NAMELESS.encode(), content_type="text/html; charset=utf-8")
        one.replies["/team"] = answer(TEAM.encode(), content_type="text/html; charset=utf-8")
        one.replies["/closed"] = answer(FOREIGN)
        yield one


@pytest.fixture(params=["light", "dark"])
def look(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def with_it(whole_chromium: Browser, tmp_path: Path) -> Iterator[Extended]:
    """The browser with the extension, not paired yet."""
    program = served_by.chromium() or ""
    with extended(whole_chromium.browser_type, program, tmp_path / "profile", "light") as one:
        yield one


def openings(desk: Served) -> list[dict[str, Any]]:
    return list(json.loads(desk.run("show", "--json"))["openings"])


def employers(found: list[dict[str, Any]]) -> list[str]:
    return [str(one["employer"]["name"]) for one in found]


def keep(popup: Page) -> None:
    popup.get_by_role("button", name="Keep this posting").click()


def test_one_click_keeps_the_posting(empty_desk: Served, site: Hostile, with_it: Extended) -> None:
    with_it.pair_with(empty_desk)
    tab = with_it.at(f"{site.address}/jobs/1")
    popup = with_it.popup_on(tab)
    asked = list(site.asked)
    expect(popup.get_by_role("button", name="Keep this posting")).to_be_focused()
    keep(popup)
    expect(popup.get_by_role("heading")).to_contain_text(
        ["Ringback", "Plant Scheduler at Quarrystone Fittings"]
    )
    said = popup.locator("#answer")
    expect(said).to_contain_text("Dana Reyes")
    expect(said).to_contain_text("No phone calls, please.")
    expect(said).to_contain_text("30 Dec")
    expect(said).to_contain_text("Next:")
    (kept,) = openings(empty_desk)
    assert kept["title"] == "Plant Scheduler"
    assert employers([kept]) == ["Quarrystone Fittings"]
    # The page was read where it stood: nothing was fetched for it, by nobody.
    assert site.asked == asked
    with with_it.context.expect_page() as opened:
        popup.get_by_role("button", name="Open it at the desk").click()
    assert opened.value.url == f"{empty_desk.origin}/openings/{kept['id']}/"

    again = with_it.popup_on(tab)
    keep(again)
    expect(again.locator("#answer")).to_contain_text("You have it already")
    assert len(openings(empty_desk)) == 1


def test_what_the_posting_does_not_say_is_asked_for(
    empty_desk: Served, site: Hostile, with_it: Extended
) -> None:
    with_it.pair_with(empty_desk)
    popup = with_it.popup_on(with_it.at(f"{site.address}/jobs/2"))
    keep(popup)
    field = popup.get_by_label("Employer")
    expect(field).to_be_focused()
    field.fill("Quarrystone Fittings")
    field.press("Enter")
    expect(popup.locator("#answer")).to_contain_text("Plant Scheduler at Quarrystone Fittings")
    assert employers(openings(empty_desk)) == ["Quarrystone Fittings"]


def test_one_click_offers_the_people(empty_desk: Served, site: Hostile, with_it: Extended) -> None:
    empty_desk.run("add", "Scioto Cabinets", "--title", "Joiner")
    empty_desk.run("add", "Quarrystone Fittings", "--title", "Plant Scheduler")
    with_it.pair_with(empty_desk)
    popup = with_it.popup_on(with_it.at(f"{site.address}/team"))
    popup.get_by_role("button", name="Offer its people").click()
    expect(popup.locator(".people li")).to_have_text(
        ["Maria GonzalezPlant Manager", "Kim NovákMaintenance Manager"]
    )
    # The page's address is this machine's own and no employer's: the person chooses.
    choice = popup.get_by_label("For which opening?")
    expect(choice).to_be_focused()
    choice.select_option(label="Plant Scheduler at Quarrystone Fittings")
    popup.get_by_role("button", name="Keep these people").click()
    expect(popup.locator("#answer")).to_contain_text("2 new, 0 known before.")
    answer_ = json.loads(empty_desk.run("who", "quarrystone", "--json"))
    told = json.dumps(answer_, ensure_ascii=False)
    assert "Kim Novák" in told
    assert f"{site.address}/team" in told
    assert "Kim" not in empty_desk.run("who", "scioto", "--json")


def test_every_trouble_is_one_sentence_with_a_way_on(
    empty_desk: Served, site: Hostile, with_it: Extended
) -> None:
    empty_desk.run("add", "Scioto Cabinets")
    tab = with_it.at(f"{site.address}/closed")
    popup = with_it.popup_on(tab)
    expect(popup.get_by_role("heading", name="Not connected to your desk yet")).to_be_visible()
    with with_it.context.expect_page() as opened:
        popup.get_by_role("button", name="Connect it").click()
    options = opened.value
    options.get_by_label("Address of the desk").fill("https://desk.example")
    options.get_by_label("Code").fill("ABCDEFGH")
    options.get_by_role("button", name="Connect").click()
    expect(options.locator("#answer")).to_contain_text("an address such as http://127.0.0.1:8642")
    options.get_by_label("Address of the desk").fill(site.address)
    options.get_by_role("button", name="Connect").click()
    expect(options.locator("#answer")).to_contain_text("is not Ringback")
    options.get_by_label("Address of the desk").fill(empty_desk.origin)
    options.get_by_role("button", name="Connect").click()
    expect(options.locator("#answer")).to_contain_text("That code does not count")

    with_it.pair_with(empty_desk)
    popup = with_it.popup_on(tab)
    keep(popup)
    expect(popup.locator("#answer")).to_contain_text("That is not a posting")
    popup.get_by_role("button", name="Offer its people").click()
    expect(popup.locator("#answer")).to_contain_text("names nobody")
    assert employers(openings(empty_desk)) == ["Scioto Cabinets"]


def test_a_desk_that_is_closed_is_told_with_how_to_open_it(
    tmp_path: Path, site: Hostile, with_it: Extended
) -> None:
    home = tmp_path / "home"
    home.mkdir()
    served_by.set_clock(home)
    with served_by.serving(home) as desk:
        with_it.pair_with(desk)
    popup = with_it.popup_on(with_it.at(f"{site.address}/jobs/1"))
    keep(popup)
    expect(popup.locator("#answer")).to_contain_text("Start Ringback: ringback serve")


def test_an_extension_that_was_shut_out_is_paired_anew(
    empty_desk: Served, site: Hostile, with_it: Extended
) -> None:
    empty_desk.run("add", "Scioto Cabinets")
    with_it.pair_with(empty_desk)
    shown = with_it.at(empty_desk.start)
    shown.goto(f"{empty_desk.origin}/settings/devices/")
    shown.get_by_role("button", name="Shut out Extension in Chrome").click()
    tab = with_it.at(f"{site.address}/jobs/1")
    popup = with_it.popup_on(tab)
    keep(popup)
    expect(popup.locator("#answer")).to_contain_text("does not know this extension")
    expect(popup.get_by_role("button", name="Connect it")).to_be_visible()
    assert employers(openings(empty_desk)) == ["Scioto Cabinets"]
    with_it.pair_with(empty_desk)
    popup = with_it.popup_on(tab)
    keep(popup)
    expect(popup.locator("#answer")).to_contain_text("Plant Scheduler at Quarrystone Fittings")


def test_disconnecting_takes_it_off_the_list(empty_desk: Served, with_it: Extended) -> None:
    with_it.pair_with(empty_desk)
    options = with_it.options()
    options.get_by_role("button", name="Disconnect").click()
    expect(options.get_by_label("Code")).to_be_focused()
    shown = with_it.at(empty_desk.start)
    shown.goto(f"{empty_desk.origin}/settings/devices/")
    expect(shown.get_by_role("heading", name="Browser extension")).to_be_visible()
    expect(shown.get_by_text("Extension in Chrome")).to_have_count(0)


def test_nothing_of_the_extension_stands_in_anybodys_way(
    empty_desk: Served, site: Hostile, whole_chromium: Browser, tmp_path: Path, look: str
) -> None:
    program = served_by.chromium() or ""
    with extended(whole_chromium.browser_type, program, tmp_path / "other", look) as one:
        tab = one.at(f"{site.address}/jobs/1")
        seen = {"not paired": one.popup_on(tab), "options": one.options()}
        found = {name: holds(page) for name, page in seen.items()}
        one.pair_with(empty_desk)
        seen = {"paired": one.options(), "popup": one.popup_on(tab)}
        found |= {name: holds(page) for name, page in seen.items()}
        popup = seen["popup"]
        keep(popup)
        popup.get_by_role("button", name="Open it at the desk").wait_for()
        found["kept"] = holds(popup)
        people = one.popup_on(one.at(f"{site.address}/team"))
        people.get_by_role("button", name="Offer its people").click()
        people.get_by_label("For which opening?").wait_for()
        found["people"] = holds(people)
    assert {name: words for name, words in found.items() if words} == {}


def holds(page: Page) -> list[str]:
    """What axe finds, and what is wider than the popup."""
    wide = too_wide(page)
    return [*flaws(page), *([f"{wide} pixels too wide"] if wide else [])]
