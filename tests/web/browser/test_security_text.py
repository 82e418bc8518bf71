"""What others wrote is only ever text: every cell of a sheet means harm, and every page is seen."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Dialog, Page, Route, expect

from ringback.sources.columns import Field
from tests.web.browser.serving import Served, unfold

Visit = Callable[..., Page]

# One way of doing harm in each row, in every cell of it; each would set `window.ran`.
HARM = (
    "<script>window.ran='script'</script>",
    "<img src=x onerror=\"window.ran='img'\">",
    "<svg onload=\"window.ran='svg'\"></svg>",
    "\"'><script>window.ran='quote'</script>",
    "' onfocus='window.ran=1' autofocus='",
    '" onmouseover="window.ran=1" style="position:fixed;inset:0',
    "javascript:window.ran='address'",
    "{{ request }}{% debug %}{{ 7|add:7 }}${7*7}",
    "</textarea></title></option><script>window.ran='out'</script>",
    "]]><!--<script>window.ran='comment'</script>-->",
    "<iframe srcdoc=\"<script>parent.ran='frame'</script>\"></iframe>",
    '<form action="https://evil.example"><button formaction="javascript:window.ran=1">',
    "data:text/html,<script>window.ran='data'</script>",
    "\\u003cscript\\u003ewindow.ran=1\\u003c/script\\u003e",
)
HEADINGS = {
    "Company": Field.EMPLOYER, "Position": Field.TITLE, "URL": Field.URL, "Location": Field.PLACE,
    "City": Field.CITY, "Salary": Field.SALARY, "Notes": Field.NOTE, "Contact": Field.PERSON,
    "Contact Title": Field.PERSON_TITLE, "Phone": Field.PHONE, "Email": Field.MAIL,
    "Status": Field.STATUS, "Response": Field.RESPONSE, "Follow Up": Field.FOLLOW_UP,
    "Resume": Field.FILES, "Reports To": Field.REPORTS_TO, "LinkedIn": Field.LINKEDIN,
    "Website": Field.SITE, "Sent Via": Field.VIA, "Something Else": None,
}  # fmt: skip
CONTACTS = ("First Name", "Last Name", "URL", "Email Address", "Company", "Position",
            "Connected On")  # fmt: skip
MOST = 140


def sheet(folder: Path) -> Path:
    """A sheet each cell of which means harm but the day, so that something is due of each row."""
    file = folder / "<img src=x onerror=window.ran=1>.csv"
    with file.open("w", newline="", encoding="utf-8") as opened:
        rows = csv.writer(opened)
        rows.writerow([*HEADINGS, "Date Applied"])
        for at, harm in enumerate(HARM):
            # Each is an employer of its own, and somebody of its own.
            rows.writerow([*(f"{harm} {at}" for _ in HEADINGS), "2026-11-20"])
    return file


def contacts(folder: Path) -> Path:
    """A list of one's own people, as LinkedIn hands it out, each cell meaning harm."""
    file = folder / "Connections.csv"
    with file.open("w", newline="", encoding="utf-8") as opened:
        rows = csv.writer(opened)
        rows.writerow(CONTACTS)
        for at, harm in enumerate(HARM):
            rows.writerow([harm, f"{harm} {at}", harm, harm, f"{harm} {at}", harm, "02 Nov 2026"])
    return file


def read_in(page: Page, desk: Served, file: Path) -> None:
    page.goto(desk.origin + "/import/")
    page.get_by_label("Choose the file").set_input_files(file)
    page.get_by_role("button", name="Look at it").click()
    harmless(page)
    page.get_by_role("button", name=re.compile("^Read .* in$")).last.click()
    page.wait_for_url(re.compile(r"/import/\d+/"))
    harmless(page)


def harmless(page: Page) -> None:
    """Nothing ran, nothing became a part of the page, no address does anything but lead on."""
    found = page.evaluate(
        """() => ({
            ran: window.ran ?? null,
            elements: [...document.querySelectorAll(
                'img[src="x"], svg[onload], iframe[srcdoc], script:not([src]), style,' +
                '[formaction]:not([formaction^="/"]), [action^="https:"], [style*="fixed"]'
            )].map(one => one.outerHTML),
            handlers: [...document.querySelectorAll('*')].flatMap(one => [...one.attributes])
                .filter(one => one.name.startsWith('on')).map(one => one.name),
            links: [...document.querySelectorAll('[href], [src], [action]')]
                .flatMap(one => ['href', 'src', 'action'].map(name => one.getAttribute(name)))
                .filter(address => address !== null
                    && !/^(https?:|mailto:|tel:|\\/|#|\\?|$)/.test(address)),
        })"""
    )
    assert found == {"ran": None, "elements": [], "handlers": [], "links": []}, page.url


def test_what_others_wrote_is_text_on_every_page(
    empty_desk: Served, visit: Visit, tmp_path: Path
) -> None:
    page = visit(empty_desk, allow=("404 (Not Found)", "422 (Unprocessable"))
    asked: list[str] = []
    opened: list[str] = []

    def elsewhere(route: Route) -> None:
        asked.append(route.request.url)
        route.abort()

    def speaks(dialog: Dialog) -> None:
        opened.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", speaks)
    away = re.compile(rf"^(?!{re.escape(empty_desk.origin)}|data:|blob:)")
    page.context.route(away, elsewhere)
    read_in(page, empty_desk, sheet(tmp_path))
    read_in(page, empty_desk, contacts(tmp_path))
    queue = ["/", "/openings/", "/openings/board/", "/people/", "/people/?only=connections",
             "/import/", "/import/refused/", "/gaps/", "/numbers/", "/proof/", "/call/",
             "/search/?q=script", "/search/?q=" + HARM[3].replace("#", ""), "/rehearse/",
             "/import/doubts/", "/openings/?q=%3Cscript%3Ealert(1)", "/people/?q=%22%3E%3Csvg",
             "/openings/new/?title=%3Cscript%3Ewindow.ran%3D1&url=javascript:1"]  # fmt: skip
    seen: set[str] = set()
    shown = ""
    while queue and len(seen) < MOST:
        path = queue.pop(0)
        if path in seen:
            continue
        seen.add(path)
        page.goto(empty_desk.origin + path)
        unfold(page)
        harmless(page)
        shown += page.evaluate("document.body.innerText")
        links = page.evaluate("[...document.links].map(one => one.getAttribute('href'))")
        queue += [
            link for link in links
            if link.startswith(("/openings/", "/people/", "/employers/", "/call/", "/import/"))
            and "later=" not in link and "order=" not in link
        ]  # fmt: skip
    assert len([path for path in seen if re.fullmatch(r"/openings/\d+/", path)]) >= len(HARM)
    assert [path for path in seen if re.fullmatch(r"/people/\d+/", path)]
    assert [path for path in seen if re.fullmatch(r"/employers/\d+/", path)]
    # It is not left out either: what was written can be read.
    assert {harm for harm in HARM if " ".join(harm.split())[:40] not in shown} == set()
    assert (asked, opened) == ([], [])


def test_a_page_that_calls_itself_a_pdf_does_not_run(
    empty_desk: Served, visit: Visit, tmp_path: Path
) -> None:
    empty_desk.run("add", "Acme Foods", "--manager", "Dana Reyes", "--number", "+1 216 555 0142")
    page = visit(empty_desk, "/openings/1/")
    program = "<!doctype html><title>a file</title><script>document.title='ran'</script>"
    for name in ("letter.pdf", "letter.txt"):
        file = tmp_path / name
        file.write_text(program + name, encoding="utf-8")
        empty_desk.run("send", "1", "--file", str(file), "--anyway", "it went out")
    kinds = {}
    for number in (1, 2):
        answer = page.request.get(f"{empty_desk.origin}/files/{number}/")
        kinds[answer.headers["content-disposition"].partition(";")[0]] = answer.headers[
            "content-type"
        ]
    assert kinds == {"attachment": "application/octet-stream",
                     "inline": "text/plain; charset=utf-8"}  # fmt: skip
    page.goto(f"{empty_desk.origin}/files/2/")
    expect(page.locator("body")).to_contain_text("<script>document.title='ran'</script>")
    assert page.title() != "ran"
