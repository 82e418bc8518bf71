"""`ringback who` on a page from the web, against a server on this machine."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from ringback.cli.exits import REFUSED
from ringback.desk import visiting
from ringback.desk.refusal import Code
from ringback.sources.web import reading
from ringback.sources.web.guest import Guest, Limits
from tests.cli.terminal import Terminal
from tests.servers.hostile import Hostile, answer, running

TEAM = b"""<html><body><h1>Our team</h1>
<div class="card"><h3>Kim Novak</h3><p>Maintenance Manager</p><p>216-555-0177</p></div>
<div class="card"><h3>Lee Quist</h3><p>Director of Human Resources</p></div>
<div class="card"><h3>Maria Gonzalez</h3><p>Plant Manager</p></div></body></html>"""
FRONT = b'<html><body><p>Welcome</p><a href="/team">Our team</a></body></html>'
BY_SCRIPT = b'<html><body><div id="root"></div><script src="/a.js"></script></body></html>'


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Hostile]:
    with running() as one:
        one.replies |= {"/": answer(FRONT), "/team": answer(TEAM), "/app": answer(BY_SCRIPT)}
        guest = Guest(limits=Limits(pause=0.0, seconds=5), here=frozenset({one.here}))
        monkeypatch.setattr(visiting, "own_guest", lambda: guest)
        yield one


def test_a_named_page_is_fetched_kept_and_ranked(terminal: Terminal, server: Hostile) -> None:
    said = terminal("who", "acme", "--page", f"{server.address}/team").out
    assert f"Fetched {server.address}/team" in said
    assert "3 people new from the page, 0 known already." in said
    assert said.index("Kim Novak") < said.index("Maria Gonzalez")
    assert f"from team page {server.address}/team" in said
    assert server.asked == ["/robots.txt", "/team"]


def test_the_team_page_of_a_site_is_found_and_read(terminal: Terminal, server: Hostile) -> None:
    said = terminal("who", "acme", "--site", server.address, "--json").data
    assert said["fetched"] == [f"{server.address}/", f"{server.address}/team"]
    assert said["kept"] == {"new": 3, "known": 0, "doubts": []}


def test_a_dry_run_shows_and_keeps_nothing(terminal: Terminal, server: Hostile) -> None:
    said = terminal("who", "--site", server.address, "--dry-run").out
    assert "Kim Novak" in said
    assert "Kim Novak" not in terminal("who", "acme").out


def test_a_dry_run_needs_no_book(server: Hostile) -> None:
    said = Terminal()("who", "--page", f"{server.address}/team", "--dry-run", "--json").data
    people = said["people"]
    assert isinstance(people, list)
    assert len(people) == 3


def test_a_page_built_by_script_says_how_to_save_it(terminal: Terminal, server: Hostile) -> None:
    said = terminal("who", "acme", "--page", f"{server.address}/app").out
    assert "built by script" in said
    assert "save it" in said


def test_nothing_is_fetched_for_an_opening_that_is_not_there(
    terminal: Terminal, server: Hostile
) -> None:
    code = REFUSED[Code.NOT_FOUND]
    terminal("who", "nobody", "--page", f"{server.address}/team", code=code)
    assert server.asked == []


@pytest.mark.parametrize(
    ("page", "code"),
    [
        ("http://169.254.169.254/latest/meta-data/", Code.BAD_VALUE),
        ("https://www.linkedin.com/company/acme", Code.BAD_VALUE),
        ("file:///etc/passwd", Code.BAD_VALUE),
    ],
)
def test_where_nobody_is_a_guest_is_said_in_a_sentence(
    terminal: Terminal, server: Hostile, page: str, code: Code
) -> None:
    refused = terminal("who", "acme", "--page", page, code=REFUSED[code])
    assert refused.out == ""
    assert "." in refused.err


def test_a_page_that_cannot_be_had_is_told_with_the_way_out(
    terminal: Terminal, server: Hostile
) -> None:
    server.replies["/team"] = answer(status="403 Forbidden")
    refused = terminal(
        "who", "acme", "--page", f"{server.address}/team", code=REFUSED[Code.NOT_FETCHED]
    )
    assert "save it" in refused.err


def test_a_site_without_a_team_page_has_the_code_of_nothing_found(
    terminal: Terminal, server: Hostile
) -> None:
    server.replies["/"] = answer(b"<html><body><p>Welcome</p></body></html>")
    terminal("who", "acme", "--site", server.address, code=REFUSED[Code.NOT_FOUND])


def test_a_saved_page_is_read_in_a_process_that_can_be_killed(
    terminal: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = tmp_path / "team.html"
    page.write_bytes(TEAM)
    url = "https://acme.example/team"
    said = terminal("who", "acme", "--html", str(page), "--url", url).out
    assert "3 people new" in said
    assert f"from team page {url}" in said
    dying = tmp_path / "dying.py"
    dying.write_text("raise SystemExit(3)", "utf-8")
    monkeypatch.setattr(reading, "_CHILD", dying)
    refused = terminal("who", "acme", "--html", str(page), code=REFUSED[Code.BAD_FILE])
    assert "team.html is made in such a way that it cannot be read" in refused.err


def test_a_saved_page_beyond_measure_is_not_read_to_its_end(
    terminal: Terminal, tmp_path: Path
) -> None:
    page = tmp_path / "team.html"
    with page.open("wb") as file:
        file.truncate(visiting.LARGEST + 1)
    refused = terminal("who", "acme", "--html", str(page), code=REFUSED[Code.BAD_FILE])
    assert "larger than 10 million bytes" in refused.err


def test_one_place_is_named_at_a_time(terminal: Terminal) -> None:
    terminal("who", "acme", "--page", "acme.example", "--site", "acme.example", code=2)


def test_servers_of_this_machine_are_open_to_tests_that_name_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert visiting.own_guest().here == frozenset()
    monkeypatch.setenv(visiting.TEST_HOSTS_VARIABLE, "127.0.0.1:8000, [::1]:81,nonsense,x:y")
    assert ("127.0.0.1", 8000) in visiting.own_guest().here
    assert len(visiting.own_guest().here) == 2
