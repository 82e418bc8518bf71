"""Whole ways through the desk in a real browser, as one goes them: the ends are read elsewhere."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import FilePayload, Page, expect
from pypdf import PdfReader

from tests.servers.hostile import Hostile, answer, running
from tests.web.browser import serving as served_by
from tests.web.browser.serving import IN_BOTH, ON_EACH, Served

Visit = Callable[..., Page]

# In Ohio: the morning on which a letter goes out, and one on which the call about it is due.
TUESDAY = datetime(2026, 12, 1, 15, 0, tzinfo=UTC)
THE_WEEK_AFTER = datetime(2026, 12, 8, 15, 0, tzinfo=UTC)
TEAM = b"""<html><body><h1>Our team</h1>
<div class="card"><h3>Kim Novak</h3><p>Maintenance Manager</p><p>216-555-0177</p></div>
<div class="card"><h3>Lee Quist</h3><p>Director of Human Resources</p></div>
<div class="card"><h3>Maria Gonzalez</h3><p>Plant Manager</p></div></body></html>"""
FRONT = b'<html><body><p>Welcome</p><a href="/team">Our team</a></body></html>'
# As much of a PDF as says that it is one.
PDF = b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A folder without a book, on a Tuesday in Ohio."""
    folder = tmp_path / "home"
    folder.mkdir()
    served_by.set_clock(folder, TUESDAY)
    return folder


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Hostile]:
    """An employer's own site on this machine, which the desk may fetch from in a test."""
    with running() as one:
        host, port = one.here
        monkeypatch.setenv("RINGBACK_TEST_HOSTS", f"{host}:{port}")
        one.replies |= {"/": answer(FRONT), "/team": answer(TEAM)}
        yield one


def shown(desk: Served, opening: int) -> dict[str, object]:
    """What the terminal tells of an opening."""
    told: dict[str, object] = json.loads(desk.run("show", str(opening), "--json"))
    return told


def planned(desk: Served, opening: int) -> tuple[object, ...]:
    """The next step of an opening, without what the clock does to it as one looks."""
    step = shown(desk, opening)["step"]
    assert isinstance(step, dict)
    return tuple(step[name] for name in ("kind", "day", "why", "attempt"))


@ON_EACH
def test_from_nothing_to_the_first_call(home: Path, visit: Visit, phone: bool) -> None:
    letter = FilePayload(name="letter.pdf", mimeType="application/pdf", buffer=PDF)
    with served_by.serving(home) as desk:
        page = visit(desk, phone=phone)
        expect(page).to_have_url(desk.origin + "/welcome/")
        page.get_by_role("link", name="Add one opening").click()
        expect(page.get_by_label("Employer", exact=True)).to_be_focused()
        expect(page.get_by_role("button", name="Keep it")).to_be_in_viewport(ratio=1)
        page.keyboard.type("Harbor Valve Works")
        page.get_by_label("Job title").fill("Maintenance planner")
        page.get_by_label("Hiring manager's name").fill("Dana Reyes")
        page.get_by_label("Phone number").fill("(614) 555-0142")
        page.get_by_role("button", name="Keep it").click()
        expect(page.get_by_role("heading", level=2, name="Send")).to_be_visible()
        page.locator("#files").set_input_files([letter])
        page.get_by_role("button", name="It is sent").click()
        expect(page.get_by_role("status").first).to_contain_text("Sent by e-mail to Dana Reyes")
        expect(page.locator("#step")).to_have_text("Call Dana Reyes")
        page.goto(desk.origin + "/")
        expect(page.get_by_role("heading", name="Nothing more is due today")).to_be_visible()
        expect(page.get_by_text("Call Dana Reyes")).to_be_visible()
    served_by.set_clock(home, THE_WEEK_AFTER)
    with served_by.serving(home) as desk:
        page = visit(desk, phone=phone)
        expect(page.locator("#first")).to_have_text("Dana Reyes")
        expect(page.locator(".caller")).to_contain_text("letter.pdf")
        dial = page.locator("a.number-to-dial").first
        expect(dial).to_have_attribute("href", "tel:+16145550142")
        page.get_by_role("link", name="Call and log").click()
        nobody = page.get_by_role("button", name="it rang, nobody answered")
        if phone:
            expect(page.get_by_role("link", name="What came of it?")).to_be_in_viewport(ratio=1)
            page.get_by_role("link", name="What came of it?").click()
        expect(nobody).to_be_in_viewport(ratio=1)
        if not phone:
            expect(page.get_by_label("Note")).to_be_in_viewport(ratio=1)
        nobody.click()
        expect(page.get_by_role("status").first).to_contain_text("nobody answered")
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        told = shown(desk, 1)
        seeker = json.loads(desk.run("config", "--json"))["seeker"]
    assert (seeker["zone"], seeker["country"]) == ("America/New_York", "US")
    history = told["history"]
    assert isinstance(history, list)
    assert [one["kind"] for one in history] == ["added", "named", "sent", "called"]
    assert history[-1]["line"] == "no answer"


# What has the focus, and whether it can be seen that it has: an outline or a shadow of its own.
FOCUSED = """() => {
  const one = document.activeElement;
  if (!one || one === document.body) return null;
  const style = getComputedStyle(one);
  const box = one.getBoundingClientRect();
  return {
    name: (one.innerText || one.value || one.getAttribute("aria-label") || "").trim(),
    at: one.getAttribute("href") || one.getAttribute("value") || "",
    seen: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0,
    there: box.width > 0 && box.bottom > 0 && box.top < innerHeight,
  };
}"""


def walk_to(page: Page, words: str, most: int = 90) -> None:
    """Go on with the Tab key until what is named so has the focus; it is always to be seen."""
    passed = []
    for _ in range(most):
        page.keyboard.press("Tab")
        here = page.evaluate(FOCUSED)
        if here is None:
            continue
        assert here["seen"], f"{here['name']!r} has the focus, and nobody sees it"
        assert here["there"], f"{here['name']!r} has the focus out of the window"
        passed.append(here["name"])
        if words in here["name"]:
            return
    raise AssertionError(f"{words!r} is not reached from the keyboard: {passed}")


@IN_BOTH
def test_a_call_is_made_and_taken_back_from_the_keyboard_alone(
    demo_desk: Served, visit: Visit
) -> None:
    page = visit(demo_desk)
    first = json.loads(demo_desk.run("today", "--json"))["first"]
    before = shown(demo_desk, first["opening"])["history"]
    walk_to(page, "Skip to the page")
    page.keyboard.press("Enter")
    walk_to(page, "Call and log", most=8)
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/call/{first['opening']}/")
    walk_to(page, "it rang, nobody answered")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").first).to_contain_text("nobody answered")
    after = shown(demo_desk, first["opening"])["history"]
    assert isinstance(before, list)
    assert isinstance(after, list)
    assert len(after) == len(before) + 1
    walk_to(page, "Undo")
    page.keyboard.press("Enter")
    page.wait_for_url("**/?undone=*")
    again = json.loads(demo_desk.run("today", "--json"))["first"]
    assert (again["opening"], again["attempt"]) == (first["opening"], first["attempt"])
    page.keyboard.press("g")
    page.keyboard.press("o")
    page.wait_for_url("**/openings/")
    page.keyboard.press("?")
    expect(page.locator("#keys")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#keys")).to_be_hidden()


@IN_BOTH
def test_from_a_team_page_to_what_is_sent(home: Path, visit: Visit, site: Hostile) -> None:
    served_by.run(home, "add", "Harbor Valve Works", "--title", "Maintenance technician")
    with served_by.serving(home) as desk:
        page = visit(desk, "/openings/1/who/")
        page.get_by_label("Its address, or their site").fill(site.address)
        page.get_by_role("button", name="Look for it on the site").click()
        expect(page.get_by_role("status").first).to_contain_text("3 new", timeout=30_000)
        likeliest = page.locator("section.hero")
        expect(likeliest).to_contain_text("Kim Novak")
        expect(likeliest).to_contain_text("team page")
        likeliest.get_by_role("button", name="That is the one who hires").click()
        expect(page.locator("#step")).to_contain_text("Send")
        page.get_by_role("button", name="It is sent").click()
        expect(page.get_by_role("status").first).to_contain_text("Sent by e-mail to Kim Novak")
        expect(page.locator("#step")).to_have_text("Call Kim Novak")
        told = shown(desk, 1)
    step = told["step"]
    assert isinstance(step, dict)
    assert (step["kind"], step["stage"], step["person"]["name"]) == ("call", "sent", "Kim Novak")
    assert site.asked[0] == "/robots.txt"
    assert set(site.asked) <= {"/robots.txt", "/", "/team", "/sitemap.xml"}


def test_the_proof_is_printed(demo_desk: Served, visit: Visit) -> None:
    page = visit(demo_desk, "/proof/?first=2026-10-01&last=2026-12-01")
    rows = page.locator("main table tbody tr")
    employers = [one.split("\n")[0].strip() for one in rows.locator("td").nth(0).all_inner_texts()]
    assert rows.count() > 10
    with page.expect_download() as waited:
        page.get_by_role("link", name="PDF, to print and sign").click()
    handed = PdfReader(waited.value.path())
    text = "".join(sheet.extract_text() for sheet in handed.pages)
    assert all(one in text for one in employers)
    printed = PdfReader(io.BytesIO(page.pdf(format="Letter")))
    text = "".join(sheet.extract_text() for sheet in printed.pages)
    last = rows.last.locator("td").first.inner_text().split("\n")[0]
    assert page.locator("h2#proof").inner_text() in text
    assert last in text
    for word in ("Settings", "People", "Back to my own book", "to print and sign", "by weeks"):
        assert word not in text


def test_a_card_is_moved_by_hand_and_by_keys(demo_desk: Served, visit: Visit) -> None:
    page = visit(demo_desk, "/openings/board/")
    card = page.locator("[data-stage=sent] [data-opening]").first
    number = card.get_attribute("data-opening")
    # By its corner: what stands below has a way of its own. Both columns are in the window.
    spoken = page.locator("[data-stage='in conversation'] h2")
    card.drag_to(spoken, source_position={"x": 8, "y": 8})
    page.wait_for_url(f"**/openings/{number}/#act-reply")
    said = page.locator("#act-reply #reply")
    expect(said).to_be_focused()
    said.select_option("rejection")
    page.locator("#act-reply").get_by_role("button", name="Record it").click()
    expect(page.get_by_role("status").first).to_be_visible()
    page.goto(demo_desk.origin + "/openings/board/")
    expect(page.locator(f"[data-stage=sent] [data-opening='{number}']")).to_have_count(0)
    other = page.locator("[data-stage=sent] [data-opening]").first
    number = other.get_attribute("data-opening")
    other.locator("select").focus()
    page.keyboard.type("dormant")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/openings/{number}/#act-pause")
    until = page.locator("#act-pause #until")
    expect(until).to_be_focused()
    page.keyboard.type("in 2 weeks")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").first).to_contain_text("Paused until")


@pytest.mark.parametrize("phone", [False, True], ids=["computer", "phone"])
def test_the_table_is_sorted_sifted_and_rests_at_once(
    demo_desk: Served, visit: Visit, phone: bool
) -> None:
    page = visit(demo_desk, "/openings/", phone=phone)
    names = page.locator("tbody th")
    if not phone:
        page.get_by_role("link", name="Employer", exact=True).click()
        expect(page.locator("th[aria-sort=ascending]")).to_have_text("Employer")
        upward = names.all_inner_texts()
        page.get_by_role("link", name="Employer", exact=True).click()
        expect(page.locator("th[aria-sort=descending]")).to_have_text("Employer")
        downward = names.all_inner_texts()
        assert len(upward) > 3
        assert downward[0] == upward[-1] != upward[0] == downward[-1]
    if phone:
        page.get_by_text("Search and sift").tap()
    page.get_by_label("Stage").select_option("sent")
    page.get_by_role("button", name="Show").click()
    expect(page).to_have_url(re.compile("stage=sent"))
    stages = page.locator("tbody .tag:not(.warn)").all_inner_texts()
    assert stages
    assert set(stages) == {"sent"}
    expect(page.get_by_label("Let them rest until")).to_be_hidden()
    boxes = page.locator("input[name=opening]")
    chosen = [int(boxes.nth(at).get_attribute("value") or 0) for at in range(2)]
    steps = [planned(demo_desk, one) for one in chosen]
    for at in range(2):
        boxes.nth(at).check()
    expect(page.locator("[data-chosen]")).to_have_text("(2)")
    page.get_by_label("Let them rest until").fill("in 3 weeks")
    page.get_by_role("button", name="Pause").click()
    expect(page.get_by_role("status").first).to_contain_text("Paused until")
    resting = [planned(demo_desk, one) for one in chosen]
    assert all(before != after for before, after in zip(steps, resting, strict=True))
    page.get_by_role("button", name="Undo").click()
    page.wait_for_url("**/?undone=*")
    assert [planned(demo_desk, one) for one in chosen] == steps
