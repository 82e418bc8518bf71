"""`ringback add --posting`: from an address, a saved page, and what is pasted."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from ringback.cli.exits import REFUSED, WRONG_USE
from ringback.desk import visiting
from ringback.desk.refusal import Code
from ringback.sources.web.guest import Guest, Limits
from tests.cli.process import start
from tests.cli.terminal import Terminal
from tests.cli.test_docs import DOCS, fields
from tests.servers.hostile import Hostile, answer, running
from tests.sources.postings.made_up import job_posting, page_with

PAGE = page_with(job_posting(identifier="REQ-1", validThrough="2026-11-30"))
TWO = page_with(*(job_posting(title=title, identifier=title) for title in ("Welder", "Buyer")))
PASTED = "Line Cook\nBlue Heron Diner\nCleveland, OH\n\nNo phone calls. Apply by Dec 5.\n"


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Hostile]:
    with running() as one:
        one.replies["/jobs/1"] = answer(PAGE.encode())
        guest = Guest(limits=Limits(pause=0.0, seconds=5), here=frozenset({one.here}))
        monkeypatch.setattr(visiting, "own_guest", lambda: guest)
        yield one


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    file = tmp_path / "posting.html"
    file.write_text(PAGE, "utf-8")
    return file


def test_an_address_becomes_an_opening(empty: Terminal, server: Hostile) -> None:
    said = empty("add", "--posting", f"{server.address}/jobs/1").out
    assert f"Fetched {server.address}/jobs/1" in said
    assert "#1  Quarrystone Fittings · Plant Scheduler" in said
    assert "Named in it: Dana Reyes, Maintenance Manager." in said
    assert "It asks for no calls: “No phone calls, please.”" in said
    assert "Next: " in said
    shown = empty("show", "1").out
    for part in ("Mon 30 Nov", "VP of Operations", f"{server.address}/jobs/1", "Dana Reyes"):
        assert part in shown


def test_the_second_time_it_is_known(empty: Terminal, saved: Path) -> None:
    empty("add", "--posting", str(saved))
    again = empty("add", "--posting", str(saved)).out
    assert "kept before, as #1; nothing was changed" in again
    openings = empty("show", "--json").data["openings"]
    assert isinstance(openings, list)
    assert len(openings) == 1


def test_a_dry_run_shows_all_and_keeps_nothing(empty: Terminal, saved: Path) -> None:
    said = empty("add", "--posting", str(saved), "--dry-run").out
    for part in (
        "Plant Scheduler at Quarrystone Fittings", "Springfield, OH, US", "Mon 30 Nov",
        "VP of Operations", "Dana Reyes, Maintenance Manager, dana@quarrystone.example",
        "REQ-1", "“No phone calls, please.”",
    ):  # fmt: skip
        assert part in said
    empty("show", code=REFUSED[Code.NO_BOOK])


def test_a_dry_run_makes_no_book(tmp_path: Path, saved: Path) -> None:
    home = tmp_path / "home"
    ran = start(home, "add", "--posting", str(saved), "--dry-run", "--json")
    assert ran.returncode == 0, ran.stderr
    assert '"employer": "Quarrystone Fittings"' in ran.stdout
    assert not list(home.glob("*.db*"))


def test_what_is_pasted_is_read_and_what_is_missing_is_said(tmp_path: Path) -> None:
    ran = start(tmp_path, "add", "--posting", "-", text=PASTED)
    assert ran.returncode == 0, ran.stderr
    assert "Blue Heron Diner · Line Cook" in ran.stdout
    assert "No phone calls." in ran.stdout
    assert "It does not say a contact by name and whom the job reports to." in ran.stdout


def test_what_is_said_beside_goes_before_what_is_read(empty: Terminal, saved: Path) -> None:
    data = empty(
        "add", "Quarrystone", "--posting", str(saved), "--title", "Scheduler II",
        "--closes", "2026-12-15", "--reports-to", "Plant Manager",
        "--url", "https://quarrystone.example/jobs/1", "--json",
    ).data  # fmt: skip
    opening = data["opening"]
    assert isinstance(opening, dict)
    assert opening["title"] == "Scheduler II"
    assert opening["closes_on"] == "2026-12-15"
    assert opening["url"] == "https://quarrystone.example/jobs/1"
    assert opening["employer"] == {"id": 1, "name": "Quarrystone"} or isinstance(
        opening["employer"], dict
    )
    assert "your Plant Manager" in empty("who", "1", "--json").out


def test_in_json_everything_that_was_read_and_kept(empty: Terminal, saved: Path) -> None:
    data = empty("add", "--posting", str(saved), "--json").data
    assert data["known"] is False
    posting, people = data["posting"], data["people"]
    assert isinstance(posting, dict)
    assert isinstance(people, list)
    assert posting["closes_on"] == "2026-11-30"
    assert posting["missing"] == []
    assert posting["contacts"] == [
        {
            "name": "Dana Reyes",
            "title": "Maintenance Manager",
            "routes": ["dana@quarrystone.example"],
        }
    ]
    assert len(people) == 1
    assert "touches" in data
    assert empty("add", "--posting", str(saved), "--json").data["known"] is True


def test_of_several_one_is_picked(empty: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "two.html"
    file.write_text(TWO, "utf-8")
    refused = empty("add", "--posting", str(file), code=REFUSED[Code.AMBIGUOUS])
    assert "1 Welder" in refused.err
    assert "2 Buyer" in refused.err
    assert "Buyer" in empty("add", "--posting", str(file), "--pick", "2").out


@pytest.mark.parametrize(
    ("posting", "code", "says"),
    [
        ("https://www.linkedin.com/jobs/view/1", Code.BAD_VALUE, "save the page"),
        ("https://www.indeed.com/viewjob?jk=1", Code.BAD_VALUE, "save the page"),
        ("no-such-file.html", Code.BAD_FILE, "cannot be read"),
        ("file:///etc/passwd", Code.BAD_VALUE, "http"),
    ],
)
def test_what_cannot_be_read_is_refused_in_a_sentence(
    empty: Terminal, server: Hostile, posting: str, code: Code, says: str
) -> None:
    refused = empty("add", "--posting", posting, code=REFUSED[code])
    assert says in refused.err
    assert refused.out == ""
    assert server.asked == []


def test_a_posting_that_names_no_employer_asks_for_it(empty: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "posting.html"
    file.write_text(page_with(job_posting(hiringOrganization=None)), "utf-8")
    refused = empty("add", "--posting", str(file), code=REFUSED[Code.BAD_VALUE])
    assert "who the employer is" in refused.err
    assert "Acme" in empty("add", "Acme", "--posting", str(file)).out


@pytest.mark.parametrize(
    "words",
    [
        ("add",),
        ("add", "Acme", "--dry-run"),
        ("add", "Acme", "--pick", "1"),
        ("add", "--posting", "x.html", "--manager", "Dana Reyes"),
        ("add", "--posting", "https://acme.example/1", "--url", "https://acme.example/2"),
    ],
)
def test_what_does_not_go_together(empty: Terminal, words: tuple[str, ...]) -> None:
    assert empty(*words, code=WRONG_USE).err


def test_every_field_of_the_answers_is_written_down(empty: Terminal, saved: Path) -> None:
    said = set(re.findall(r"`([\w.]+)`", (DOCS / "json.md").read_text("utf-8")))
    shown = empty("add", "--posting", str(saved), "--dry-run", "--json").data
    kept = empty("add", "--posting", str(saved), "--json").data
    assert (fields(shown) | fields(kept)) - said == set()
