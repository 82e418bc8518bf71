"""From a posting to the call that is due, in a terminal, against servers on this machine."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from ringback.cli.exits import REFUSED
from ringback.desk.refusal import Code
from tests.cli.process import start
from tests.servers.hostile import Hostile, answer, running
from tests.sources.postings.made_up import job_posting, page_with

POSTING = page_with(
    job_posting(
        title="Maintenance Planner", identifier="MP-17", validThrough="2026-11-13",
        hiringOrganization={"name": "Acme Foods", "sameAs": "https://acme.example"},
        jobLocation={"address": {
            "addressLocality": "Cleveland", "addressRegion": "OH", "addressCountry": "US"}},
        description="<p>Plan the week. You will report to the Maintenance Manager.</p>",
    )
).encode()  # fmt: skip
TEAM = b"""<html><body><h1>Our team</h1>
<div class="card"><h3>Lee Quist</h3><p>Director of Human Resources</p><p>216-555-0170</p></div>
<div class="card"><h3>Maria Gonzalez</h3><p>Plant Manager</p><p>216-555-0171</p></div>
<div class="card"><h3>Kim Novak</h3><p>Maintenance Manager</p><p>216-555-0177</p>
<a href="mailto:kim.novak@acme.example">kim.novak@acme.example</a></div></body></html>"""


@pytest.fixture
def jobs() -> Iterator[Hostile]:
    with running() as one:
        one.replies["/jobs/17"] = answer(POSTING)
        yield one


@pytest.fixture
def site() -> Iterator[Hostile]:
    with running() as one:
        one.replies["/team"] = answer(TEAM)
        yield one


def test_from_the_posting_to_the_call(jobs: Hostile, site: Hostile, tmp_path: Path) -> None:
    hosts = ",".join(f"{host}:{port}" for host, port in (jobs.here, site.here))
    home = tmp_path / "home"
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear Ms Novak, …", "utf-8")

    def ringback(at: str, *words: str, code: int = 0) -> str:
        ran = start(home, "--at", at, *words, RINGBACK_TEST_HOSTS=hosts)
        assert ran.returncode == code, ran.stderr
        return ran.stdout

    monday, tuesday, calling = "2026-11-09 10:00", "2026-11-10 9:00", "2026-11-17 10:00"
    ringback(monday, "config", "--name", "Pat Doe", "--country", "US", "--region", "OH",
             "--zone", "America/New_York")  # fmt: skip

    said = ringback(monday, "add", "--posting", f"{jobs.address}/jobs/17")
    assert "Acme Foods · Maintenance Planner" in said
    assert jobs.asked == ["/robots.txt", "/jobs/17"]

    # Nothing can be sent before it is known who hires.
    ringback(monday, "gate", "acme", code=REFUSED[Code.GATE])
    ringback(monday, "send", "acme", "--file", str(letter), code=REFUSED[Code.GATE])

    said = ringback(monday, "who", "acme", "--page", f"{site.address}/team")
    assert "3 people new from the page" in said
    assert said.index("Kim Novak") < said.index("Maria Gonzalez")
    assert "the posting says: reports to the Maintenance Manager" in said
    assert "Lee Quist" not in said

    ringback(monday, "name", "acme", "Kim Novak")
    ringback(monday, "gate", "acme")

    ringback(tuesday, "send", "acme", "--file", str(letter))

    # It closes on Friday 13: the call comes two business days after that.
    assert "Nothing is due" in ringback("2026-11-13 10:00", "today")
    due = ringback(calling, "next", "acme")
    assert "Call Kim Novak" in due
    assert "(216) 555-0177" in due
    assert "What was sent: letter.txt" in due
    assert "and kept: Posting, Maintenance Planner.txt" in due
    assert "Nothing is due" not in ringback(calling, "today")

    said = ringback(calling, "log", "acme", "interview", "--moment", "2026-11-20 14:00")
    assert "Fri 20 Nov, 2:00 pm" in said
    again = ringback(calling, "add", "--posting", f"{jobs.address}/jobs/17")
    assert "nothing was changed" in again
    assert "whole" in ringback(calling, "check")
