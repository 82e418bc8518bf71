"""An opening from its posting on a page: read, put right, kept; and nothing done before that."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from html import unescape
from typing import TYPE_CHECKING

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.servers.hostile import Hostile, answer, running
from tests.sources.postings.made_up import TEXT as JOB_TEXT
from tests.sources.postings.made_up import job_posting, page_with
from tests.web.extension.at import openings

if TYPE_CHECKING:
    from django.test.client import _MonkeyPatchedWSGIResponse as Answered

    from ringback.desk.desk import Desk

URL = "https://quarrystone.example/jobs/1"
SAYS = JOB_TEXT.replace("November", "December")
PAGE = page_with(job_posting(url=URL, description=SAYS, identifier="REQ-1")).encode()
TEXT = """Plant Scheduler
Quarrystone Fittings, Springfield, OH

You will report to the VP of Operations.
Apply by December 30, 2026. No phone calls, please.
"""


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Hostile]:
    """The employer's own server, which the tests may fetch from."""
    with running() as one:
        host, port = one.here
        monkeypatch.setenv("RINGBACK_TEST_HOSTS", f"{host}:{port}")
        one.replies["/jobs/1"] = answer(PAGE)
        yield one


def read(client: Client, page: bytes = PAGE, what: str = "") -> Answered:
    file = SimpleUploadedFile("page.html", page)
    return client.post("/openings/posting/", {"what": what, "file": file})


def fields(answered: Answered) -> dict[str, list[str] | str]:
    """What the form of the preview would send as it stands."""
    page = answered.content.decode()
    form = page[page.index('action="/openings/posting/keep/"') :]
    found: dict[str, list[str] | str] = {"note": ""}
    named = []
    for tag in re.findall(r"<input[^>]*>", form):
        name = re.search('name="([^"]*)"', tag)
        value = re.search('value="([^"]*)"', tag)
        if name is None or name[1] == "csrfmiddlewaretoken":
            continue
        text = unescape(value[1]) if value else ""
        if name[1] == "person":
            named += [text] if "checked" in tag else []
        else:
            found[name[1]] = text
    return found | {"person": named}


def keep(client: Client, answered: Answered, **other: object) -> Answered:
    return client.post("/openings/posting/keep/", {**fields(answered), **other})


def test_what_was_read_is_shown_and_nothing_is_kept(signed_in: Client, desk: Desk) -> None:
    answered = read(signed_in)
    page = unescape(answered.content.decode())
    for words in (
        "Plant Scheduler", "Quarrystone Fittings", "Springfield, OH, US", "VP of Operations",
        "It asks for no calls: “No phone calls, please.”", "Dana Reyes", "Maintenance Manager",
        "dana@quarrystone.example", "REQ-1", "Three years of planning",
    ):  # fmt: skip
        assert words in page
    assert fields(answered)["closes"] == "2026-12-30"
    assert openings() == 0


def test_it_is_kept_as_it_was_read(signed_in: Client, desk: Desk) -> None:
    from ringback.book.openings import Opening
    from ringback.book.parties import Person

    answered = keep(signed_in, read(signed_in))
    opening = Opening.objects.get()
    assert answered["Location"].startswith(f"/openings/{opening.pk}/?did=")
    assert (opening.title, opening.employer.name) == ("Plant Scheduler", "Quarrystone Fittings")
    assert (opening.closes_on, opening.url) == (date(2026, 12, 30), URL)
    assert opening.no_calls == "No phone calls, please."
    assert opening.reports_to == "VP of Operations"
    assert opening.source_ref == "REQ-1"
    assert opening.employer.region == "OH"
    assert Person.objects.get().name == "Dana Reyes"
    assert b"Undo" in signed_in.get(answered["Location"]).content


def test_what_the_person_puts_right_goes_before_what_was_read(
    signed_in: Client, desk: Desk
) -> None:
    from ringback.book.openings import Opening
    from ringback.book.parties import Person

    keep(
        signed_in, read(signed_in), employer="Quarrystone Group", title="Scheduler",
        place="Portland, OR, US", closes="7 Dec", reports_to="", no_calls="", person=[],
        note="From a friend",
    )  # fmt: skip
    opening = Opening.objects.get()
    assert (opening.title, opening.employer.name) == ("Scheduler", "Quarrystone Group")
    assert (opening.place, opening.employer.region) == ("Portland, OR, US", "OR")
    assert (opening.closes_on, opening.reports_to) == (date(2026, 12, 7), "")
    assert opening.no_calls == ""
    assert not Person.objects.exists()


def test_a_second_time_it_is_known_and_leads_to_it(signed_in: Client, desk: Desk) -> None:
    from ringback.book.openings import Opening

    first = read(signed_in)
    keep(signed_in, first)
    link = f'href="/openings/{Opening.objects.get().pk}/"'
    assert link in read(signed_in).content.decode()
    again = keep(signed_in, first)
    assert "You have it already" in again.content.decode()
    assert link in again.content.decode()
    assert openings() == 1


def test_a_pasted_text_is_read(signed_in: Client, desk: Desk) -> None:
    answered = signed_in.post("/openings/posting/", {"what": TEXT})
    given = fields(answered)
    assert given["title"] == "Plant Scheduler"
    assert (given["closes"], given["no_calls"]) == ("2026-12-30", "No phone calls, please.")
    assert openings() == 0


def test_an_address_is_fetched_when_the_button_is_pressed(
    signed_in: Client, desk: Desk, site: Hostile
) -> None:
    address = f"{site.address}/jobs/1"
    for path in ("/openings/new/", "/openings/posting/"):
        shared = signed_in.get(path, {"url": address})
        assert shared.status_code == 200
        assert f"data-one-field autofocus>{address}</textarea>" in shared.content.decode()
    assert site.asked == []
    answered = signed_in.post("/openings/posting/", {"what": f" {address}\n"})
    assert fields(answered)["title"] == "Plant Scheduler"
    assert site.asked == ["/robots.txt", "/jobs/1"]
    assert address in answered.content.decode()
    keep(signed_in, answered)
    assert site.asked == ["/robots.txt", "/jobs/1"]
    assert openings() == 1


def test_a_shared_text_fills_the_field(signed_in: Client, desk: Desk) -> None:
    page = signed_in.get("/openings/new/", {"text": "Look <b>here</b>", "title": "A job"})
    assert "autofocus>Look &lt;b&gt;here&lt;/b&gt;</textarea>" in page.content.decode()


def test_of_several_one_is_chosen(signed_in: Client, desk: Desk) -> None:
    page = page_with(job_posting(title="Planner"), job_posting(title="Baker")).encode()
    answered = read(signed_in, page)
    assert answered.status_code == 422
    assert "1 Planner" in answered.content.decode()
    assert 'name="pick"' in answered.content.decode()
    assert "--pick" not in answered.content.decode()
    file = SimpleUploadedFile("page.html", page)
    answered = signed_in.post("/openings/posting/", {"pick": "2", "file": file})
    assert fields(answered)["title"] == "Baker"


@pytest.mark.parametrize("what", ["Acme Foods", "St. Mary's Home of Care & Rest", "Stadtwerke"])
def test_a_name_is_no_posting_and_becomes_the_employer(
    signed_in: Client, desk: Desk, what: str
) -> None:
    answered = signed_in.post("/openings/posting/", {"what": f" {what} "})
    page = unescape(answered.content.decode())
    assert answered.status_code == 422
    assert f"“{what}” looks like a name, not like a posting" in page
    employer = re.findall(r'<input id="employer"[^>]*>', page)
    assert f'value="{what}"' in employer[0]
    assert "autofocus" in employer[0]
    assert openings() == 0


def test_a_text_of_several_lines_is_no_name(signed_in: Client, desk: Desk) -> None:
    answered = signed_in.post("/openings/posting/", {"what": "Baker\nAcme Foods, Ohio"})
    assert "looks like a name" not in answered.content.decode()


@pytest.mark.parametrize(
    ("what", "says"),
    [
        ("", "Which posting?"), ("Hello.", "posting"), ("https://localhost/", "address"),
        ("file:///etc/passwd", ""), ("https://www.linkedin.com/jobs/view/1", "LinkedIn"),
        ("http://127.0.0.1:1/x", ""),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_said_beside_the_field(
    signed_in: Client, desk: Desk, what: str, says: str
) -> None:
    answered = signed_in.post("/openings/posting/", {"what": what})
    page = unescape(answered.content.decode())
    assert answered.status_code == 422
    assert 'role="alert"' in page
    assert says in page
    assert f">{what}</textarea>" in page
    alert = page[page.index('role="alert"') : page.index("</form>")]
    assert "ringback " not in alert
    assert "--" not in alert.partition("<form")[0]
    assert openings() == 0


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"employer": " "}, "Which employer"), ({"title": ""}, "What is the job called"),
        ({"closes": "some day"}, "some day"),
        ({"url": "quarrystone"}, "“quarrystone” is not an address of the web"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_and_what_was_typed_stays(
    signed_in: Client, desk: Desk, wrong: dict[str, str], says: str
) -> None:
    answered = keep(signed_in, read(signed_in), **{"note": "Mine", "salary": "30 an hour", **wrong})
    page = unescape(answered.content.decode())
    assert answered.status_code == 422
    assert says in page
    assert "Mine</textarea>" in page
    assert fields(answered)["salary"] == "30 an hour"
    assert openings() == 0


@pytest.mark.parametrize("read_", ["", "x", "e30:abc:def"])
def test_what_was_not_read_here_is_not_kept(signed_in: Client, desk: Desk, read_: str) -> None:
    given = {"read": read_, "employer": "Acme", "title": "Baker"}
    assert signed_in.post("/openings/posting/keep/", given).status_code == 422
    assert openings() == 0


def test_nothing_of_a_page_becomes_markup(signed_in: Client, desk: Desk) -> None:
    mean = "<img src=x onerror=alert(1)>"
    page = page_with(job_posting(title=f"Baker {mean}", url=f"javascript:alert('{mean}')")).encode()
    shown = read(signed_in, page).content.decode()
    assert "<img src=x" not in shown
    assert 'href="javascript' not in shown
