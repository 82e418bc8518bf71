"""The day's calls without a network and without a server: told, kept, recorded once, in order."""

import json
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from ringback.home import demo_of
from tests.web.browser.serving import IN_BOTH, Served, serving

Visit = Callable[..., Page]

# What the browser says of requests that go nowhere, and htmx of the same.
NO_NETWORK = ("net::ERR_", "Failed to load resource", "htmx:")
# A machine with more to do takes its time to keep a dozen pages.
PATIENCE = 60_000


class Desk:
    """A desk that can be stopped and started again at its address."""

    def __init__(self, home: Path) -> None:
        self._home = home
        self._running = ExitStack()
        self.served = self._running.enter_context(serving(home))
        self.port = int(self.served.origin.rpartition(":")[2])

    def stop(self) -> None:
        self._running.close()

    def start(self) -> None:
        self._running.enter_context(serving(self._home, self.port))


@pytest.fixture
def desk(made_demo: Path, tmp_path: Path) -> Iterator[Desk]:
    home = tmp_path / "home"
    shutil.copytree(made_demo, home)
    desk = Desk(home)
    yield desk
    desk.stop()


def kept(visit: Visit, desk: Served, phone: bool = False) -> Page:
    """Today, once the pages of the day are kept."""
    page = visit(desk, allow=NO_NETWORK, phone=phone)
    page.locator("html[data-kept-calls]").wait_for(state="attached", timeout=PATIENCE)
    return page


def tell(page: Page, key: str, moment: str = "") -> int:
    """Tell an outcome by its key; the number of the opening that it was told of."""
    before = page.url
    number = re.search(r"/call/(\d+)/", before)
    assert number is not None
    page.keyboard.press(key)
    if moment:
        expect(page.locator("#call-back-moment")).to_be_focused()
        page.keyboard.type(moment)
        page.keyboard.press("Enter")
    page.wait_for_url(lambda url: url != before and "/log/" not in url)
    return int(number[1])


def waits(page: Page, count: int) -> None:
    expect(page.locator("html")).to_have_attribute("data-waits", str(count), timeout=PATIENCE)


def calls_of(desk: Served, opening: int) -> list[dict[str, Any]]:
    """The calls of an opening as the terminal shows them."""
    history = json.loads(desk.run("show", str(opening), "--json"))["history"]
    return [one for one in history if one["kind"] == "called"]


def browser_clock(page: Page) -> datetime:
    return datetime.fromtimestamp(page.evaluate("Date.now() / 1000"), UTC)


def three_calls(page: Page) -> list[tuple[int, str, datetime, datetime]]:
    """Three calls told by keys: of what, what, and between which moments of the browser."""
    told = []
    for key, line, moment in (
        ("n", "no answer", ""), ("V", "voicemail left", ""), ("c", "answered", "tomorrow 10:30"),
    ):  # fmt: skip
        before = browser_clock(page)
        opening = tell(page, key, moment)
        told.append((opening, line, before, browser_clock(page)))
    return told


def each_is_recorded_once(
    desk: Served, told: list[tuple[int, str, datetime, datetime]], took: timedelta
) -> None:
    """Each call is in the book, in order, at its moment on the desk's clock."""
    ahead = demo_of(desk.home).ahead
    moments = []
    for opening, line, before, after in told:
        began = told[0][2] + ahead - timedelta(seconds=1)
        (call,) = [
            one for one in calls_of(desk, opening) if datetime.fromisoformat(one["at"]) > began
        ]
        at = datetime.fromisoformat(call["at"])
        assert call["line"] == line
        # The desk counts back from when it is handed in, which may have taken its time.
        assert before + ahead <= at + timedelta(seconds=1)
        assert at <= after + ahead + took + timedelta(seconds=1)
        moments.append(at)
    assert moments == sorted(moments)
    assert len({opening for opening, *_ in told}) == len(told)


def counts(desk: Served, openings: list[int]) -> list[int]:
    return [len(calls_of(desk, opening)) for opening in openings]


def due(desk: Served, count: int) -> list[int]:
    """The openings whose calls are kept first."""
    today = json.loads(desk.run("today", "--json"))
    items = [today["first"], *today["then"]]
    return [one["opening"] for one in items if one["is_call"]][:count]


def test_calls_told_without_a_network_are_recorded_once_and_in_order(
    demo_desk: Served, visit: Visit
) -> None:
    page = kept(visit, demo_desk)
    page.context.set_offline(True)
    page.goto(demo_desk.origin + "/")
    expect(page.get_by_text("without a network")).to_be_visible()
    page.get_by_role("link", name="Call and log").click()
    told = three_calls(page)
    waits(page, 3)
    expect(page.locator("[data-waiting] [data-one]")).to_have_text("3 calls wait to be recorded")
    online = browser_clock(page)
    page.context.set_offline(False)
    page.locator("html:not([data-kept])[data-waits='0']").wait_for(
        state="attached", timeout=PATIENCE
    )
    took = browser_clock(page) - online
    each_is_recorded_once(demo_desk, told, took)
    step = json.loads(demo_desk.run("show", str(told[2][0]), "--json"))["step"]
    assert (step["kind"], step["exact"]) == ("call", True)


@IN_BOTH
def test_calls_told_while_the_server_is_stopped_come_in_when_it_runs(
    desk: Desk, visit: Visit
) -> None:
    page = kept(visit, desk.served)
    page.goto(desk.served.origin + "/call/")
    desk.stop()
    told = three_calls(page)
    waits(page, 3)
    online = browser_clock(page)
    desk.start()
    waits(page, 0)
    each_is_recorded_once(desk.served, told, browser_clock(page) - online)
    expect(page.locator("[data-waiting]")).to_be_hidden()


def test_what_was_told_outlives_the_browser_window(desk: Desk, visit: Visit) -> None:
    page = kept(visit, desk.served)
    page.goto(desk.served.origin + "/call/")
    desk.stop()
    page.locator("#note").fill("Ask for Lena at the desk")
    page.locator("h2").first.click()
    opening = tell(page, "b")
    context = page.context
    page.close()
    desk.start()
    again = context.new_page()
    again.goto(desk.served.origin + "/")
    waits(again, 0)
    call = calls_of(desk.served, opening)[-1]
    assert (call["line"], call["note"]) == ("busy", "Ask for Lena at the desk")


def test_a_call_is_on_the_disk_before_it_is_sent(demo_desk: Served, visit: Visit) -> None:
    page = kept(visit, demo_desk)
    page.goto(demo_desk.origin + "/call/")
    number = re.search(r"/call/(\d+)/", page.url)
    assert number is not None
    had = len(calls_of(demo_desk, int(number[1])))
    # Killed at the moment at which the form would go out.
    page.evaluate(
        """() => {
            const told = document.documentElement.dataset;
            HTMLFormElement.prototype.requestSubmit = () => { told.out = "yes"; };
        }"""
    )
    page.keyboard.press("n")
    page.locator("html[data-out]").wait_for(state="attached")
    context = page.context
    page.close()
    again = context.new_page()
    again.goto(demo_desk.origin + "/")
    waits(again, 0)
    assert len(calls_of(demo_desk, int(number[1]))) == had + 1


def test_after_the_last_call_that_is_kept_only_what_is_true_is_said(
    empty_desk: Served, visit: Visit
) -> None:
    empty_desk.run(
        "add", "Acme Foods", "--manager", "Dana Reyes", "--number", "216 555 0142",
        "--sent", "2 weeks ago",
    )  # fmt: skip
    page = kept(visit, empty_desk, phone=True)
    page.goto(empty_desk.origin + "/call/")
    page.context.set_offline(True)
    opening = tell(page, "n")
    waits(page, 1)
    expect(page.get_by_role("heading", name="The desk cannot be reached")).to_be_visible()
    expect(page.get_by_text("1 call waits to be recorded")).to_be_visible()
    expect(page.get_by_text("is kept here, and recorded by itself")).to_be_visible()
    expect(page.get_by_text("was not taken")).to_be_hidden()
    page.context.set_offline(False)
    # Back at the desk it says what comes next.
    page.wait_for_url("**/call/")
    expect(page.get_by_text("Everything that was due to be called is called.")).to_be_visible()
    waits(page, 0)
    assert len(calls_of(empty_desk, opening)) == 1
    page.goto(empty_desk.origin + "/waiting/")
    nothing = page.locator("[data-none]")
    expect(nothing).to_contain_text("Nothing waits")
    nothing.get_by_role("link", name="Next call").click()
    page.wait_for_url("**/call/")


def test_a_form_that_was_not_taken_is_said_to_be_so(demo_desk: Served, visit: Visit) -> None:
    page = kept(visit, demo_desk)
    page.goto(demo_desk.origin + "/openings/new/")
    page.get_by_label("Employer", exact=True).fill("Acme Foods")
    page.context.set_offline(True)
    page.get_by_role("button", name="Keep it").click()
    expect(page.get_by_text("was not taken; go back, and it is still there")).to_be_visible()
    expect(page.get_by_text("is kept here, and recorded by itself")).to_be_hidden()
    page.goto(demo_desk.origin + "/people/")
    expect(page.get_by_role("heading", name="The desk cannot be reached")).to_be_visible()
    expect(page.get_by_text("was not taken")).to_be_hidden()


def test_a_conflict_is_shown_and_recorded_or_dropped_by_the_person(
    demo_desk: Served, visit: Visit
) -> None:
    page = kept(visit, demo_desk)
    page.goto(demo_desk.origin + "/call/")
    page.context.set_offline(True)
    first = tell(page, "n")
    then = tell(page, "b")
    demo_desk.run("log", str(first), "filled")
    demo_desk.run("log", str(then), "filled")
    had = counts(demo_desk, [first, then])
    page.context.set_offline(False)
    page.locator("html:not([data-kept])").wait_for(state="attached", timeout=PATIENCE)
    expect(page.get_by_text("Some of it asks for your word.")).to_be_visible(timeout=PATIENCE)
    assert counts(demo_desk, [first, then]) == had
    page.locator("[data-waiting]").get_by_role("link").click()
    cards = page.locator("[data-calls] article")
    expect(cards).to_have_count(2)
    expect(cards.first).to_contain_text("it rang, nobody answered")
    expect(cards.first).to_contain_text("in the meantime")
    expect(cards.first).to_contain_text("the job is filled")
    cards.first.get_by_role("button", name="Record it all the same").click()
    expect(cards).to_have_count(1, timeout=PATIENCE)
    cards.first.get_by_role("button", name="Drop it").click()
    cards.first.get_by_role("button", name="Really drop it?").click()
    expect(page.get_by_text("Nothing waits")).to_be_visible()
    assert counts(demo_desk, [first, then]) == [had[0] + 1, had[1]]


def test_a_moment_that_nobody_understands_is_mended_by_the_person(
    demo_desk: Served, visit: Visit
) -> None:
    page = kept(visit, demo_desk)
    page.goto(demo_desk.origin + "/call/")
    page.context.set_offline(True)
    opening = tell(page, "c", "some time soon")
    page.context.set_offline(False)
    expect(page.get_by_text("Some of it asks for your word.")).to_be_visible(timeout=PATIENCE)
    page.goto(demo_desk.origin + "/waiting/")
    card = page.locator("[data-calls] article")
    expect(card).to_contain_text("some time soon")
    card.locator("[data-field=moment]").fill("tomorrow 10:30")
    card.get_by_role("button", name="Record it").click()
    expect(page.get_by_text("Nothing waits")).to_be_visible(timeout=PATIENCE)
    assert calls_of(demo_desk, opening)[-1]["result"] == "call back at"


def test_a_device_that_is_shut_out_keeps_no_page(demo_desk: Served, visit: Visit) -> None:
    page = kept(visit, demo_desk)
    other = visit(demo_desk, "/settings/devices/")
    other.locator("li", has_not_text="this one").get_by_role("button", name="Shut out").click()
    expect(other.get_by_role("button", name="Shut out")).to_have_count(0)
    page.goto(demo_desk.origin + "/")
    expect(page.get_by_text("This desk is somebody's own")).to_be_visible()
    page.context.set_offline(True)
    page.goto(demo_desk.origin + "/")
    expect(page.get_by_text("The desk cannot be reached")).to_be_visible()
    page.goto(demo_desk.origin + "/call/8/")
    expect(page.get_by_text("The desk cannot be reached")).to_be_visible()


def test_whoever_signs_off_leaves_nothing_behind(demo_desk: Served, visit: Visit) -> None:
    page = kept(visit, demo_desk)
    page.goto(demo_desk.origin + "/settings/devices/")
    page.get_by_role("button", name="Sign off").click()
    expect(page.get_by_text("This desk is somebody's own")).to_be_visible()
    names = page.evaluate("caches.keys()")
    assert [name for name in names if name.startswith("pages-")] == []


def test_nobody_signs_off_while_a_call_waits(demo_desk: Served, visit: Visit) -> None:
    page = kept(visit, demo_desk)
    page.goto(demo_desk.origin + "/call/")
    page.context.set_offline(True)
    tell(page, "c", "some time soon")
    page.context.set_offline(False)
    expect(page.get_by_text("Some of it asks for your word.")).to_be_visible(timeout=PATIENCE)
    page.goto(demo_desk.origin + "/settings/devices/")
    page.get_by_role("button", name="Sign off").click()
    expect(page.get_by_text("Nothing was signed off")).to_be_visible()
    expect(page.locator("[data-calls] article")).to_have_count(1)


def test_nothing_else_is_kept(demo_desk: Served, visit: Visit) -> None:
    page = kept(visit, demo_desk)
    for path in ("/openings/1/", "/people/1/", "/settings/", "/settings/data/", "/search/?q=a"):
        page.goto(demo_desk.origin + path)
    found = page.evaluate(
        """async () => {
             const paths = [];
             for (const name of await caches.keys())
               for (const one of await (await caches.open(name)).keys())
                 paths.push(new URL(one.url).pathname);
             return paths;
           }"""
    )
    private = {path for path in found if not path.startswith("/static/")}
    calls = {f"/call/{number}/" for number in due(demo_desk, 50)}
    assert private == calls | {"/", "/offline/", "/rehearse/", "/replay/", "/waiting/"}


def test_rehearsing_needs_no_network(demo_desk: Served, visit: Visit) -> None:
    page = kept(visit, demo_desk)
    page.context.set_offline(True)
    page.goto(demo_desk.origin + "/rehearse/")
    page.locator("#opening").select_option("0")
    part = page.locator("[data-practised='0'] [data-text]").last
    part.get_by_role("button", name="Start").click()
    part.get_by_role("button", name="Stop").click()
    expect(part.get_by_role("status")).to_contain_text("too fast to be followed")


def test_the_app_can_be_installed(demo_desk: Served, visit: Visit) -> None:
    page = visit(demo_desk)
    session = page.context.new_cdp_session(page)
    found = session.send("Page.getAppManifest")
    assert found["errors"] == []
    assert found["url"] == demo_desk.origin + "/manifest.webmanifest"
    page.locator("html[data-kept-calls]").wait_for(state="attached", timeout=PATIENCE)
    wrong = session.send("Page.getInstallabilityErrors")["installabilityErrors"]
    assert [one["errorId"] for one in wrong if one["errorId"] != "in-incognito"] == []
    button = page.get_by_role("button", name="Install Ringback on this device")
    expect(button).to_be_hidden()
    page.evaluate("dispatchEvent(new Event('beforeinstallprompt'))")
    expect(button).to_be_visible()
