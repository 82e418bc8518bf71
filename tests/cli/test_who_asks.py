"""`ringback who --ask`: said before it is asked, asked only when told to, kept."""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from keyring.core import load_keyring

from ringback.book.parties import Employer, Evidence, Person, Route
from ringback.cli.exits import REFUSED
from ringback.desk.asking_services import TEST_SERVICES_VARIABLE
from ringback.desk.refusal import Code
from tests.cli.process import command, environment, start
from tests.cli.terminal import Terminal
from tests.cli.test_docs import DOCS, fields
from tests.servers import services as told_by
from tests.servers.hostile import Hostile, running
from tests.servers.keyring_in_a_file import BACKEND, FILE_VARIABLE, LOCKED
from tests.servers.services import KEY, OTHER, hunter_error, hunter_mail, hunter_page

SEARCH = "/v2/domain-search"
ASK = ("who", "acme", "--ask", "hunter", "--as", "acme.example")
VARIABLES = ("RINGBACK_HUNTER_KEY", "RINGBACK_APOLLO_KEY", "RINGBACK_DNB_KEY",
             "RINGBACK_DNB_SECRET")  # fmt: skip


@pytest.fixture(autouse=True)
def own_keyring(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Path]:
    """An empty keyring, and no key in the environment."""
    file = tmp_path / "keyring.json"
    monkeypatch.setenv(FILE_VARIABLE, str(file))
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
    before = keyring.get_keyring()
    keyring.set_keyring(load_keyring(BACKEND))
    yield file
    keyring.set_keyring(before)


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Hostile]:
    with running() as one:
        places = ",".join(f"{name}={one.address}" for name in ("hunter", "apollo", "dnb"))
        monkeypatch.setenv(TEST_SERVICES_VARIABLE, places)
        one.in_turn[SEARCH] = [
            hunter_page(
                [hunter_mail("Maria", "Gonzalez", "Plant Manager"),
                 hunter_mail("Kim", "Novak", "Maintenance Manager")], 2
            )
        ]  # fmt: skip
        yield one


@pytest.fixture
def key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RINGBACK_HUNTER_KEY", KEY)


def test_a_dry_run_says_what_would_be_asked_and_asks_nothing(
    terminal: Terminal, server: Hostile, key: None
) -> None:
    said = " ".join(terminal(*ASK, "--dry-run").out.split())
    assert f"GET {server.address}/v2/domain-search" in said
    assert "people at acme.example, 1 to 10: 1 credit at most" in said
    assert "One credit for up to 10 people, none where nobody is found." in said
    assert "Your key is in the environment." in said
    assert server.asked == []


def test_a_dry_run_needs_no_key(terminal: Terminal, server: Hostile) -> None:
    said = terminal(*ASK, "--dry-run", "--spend", "3", "--json").data
    assert said["units"] == 3
    assert said["key_in"] is None
    assert "ringback config key hunter" in terminal(*ASK, "--dry-run").out


def test_nothing_is_asked_that_was_not_allowed(
    terminal: Terminal, server: Hostile, key: None
) -> None:
    refused = terminal(*ASK, code=REFUSED[Code.ASK])
    assert "Asking Hunter may use 1 credit." in refused.err
    assert "--spend 1" in refused.err
    terminal(*ASK, "--json", code=REFUSED[Code.ASK])
    terminal("who", "acme")
    assert server.asked == []


@pytest.mark.usefixtures("key")
def test_who_is_found_is_kept_with_how_sure_the_service_is(
    terminal: Terminal, server: Hostile
) -> None:
    said = terminal(*ASK, "--spend", "1").out
    assert "Asked Hunter; 1 credit used." in said
    assert "2 people new from Hunter, 0 known already." in said
    assert "from Hunter confidence 92 of 100, address valid on 2026-10-02" in said
    assert "mail: kim.novak@acme.example" in said
    kim = Person.objects.get(name="Kim Novak")
    about = set(Evidence.objects.filter(person=kim).values_list("about", "source"))
    assert about == {("name", "Hunter"), ("title", "Hunter"), ("route", "Hunter")}
    employer = Employer.objects.get()
    assert (employer.domain, employer.size) == ("acme.example", 125)
    again = terminal(*ASK, "--spend", "1").out
    assert "0 people new from Hunter, 2 known already." in again
    assert Person.objects.filter(name="Kim Novak").count() == 1


@pytest.mark.usefixtures("key")
def test_every_field_of_the_answers_is_written_down(terminal: Terminal, server: Hostile) -> None:
    said = set(re.findall(r"`([\w.]+)`", (DOCS / "json.md").read_text("utf-8")))
    for more in (("--dry-run",), ("--spend", "1")):
        assert fields(terminal(*ASK, *more, "--json").data) - said == set()


@pytest.mark.usefixtures("key")
def test_the_answer_in_json_says_what_was_used(terminal: Terminal, server: Hostile) -> None:
    said = terminal(*ASK, "--spend", "1", "--json").data
    assert (said["service"], said["used"], said["unit"]) == ("hunter", 1, "credit")
    assert said["kept"] == {"new": 2, "known": 0, "doubts": []}
    requests = said["requests"]
    assert isinstance(requests, list)
    assert str(requests[0]).startswith(f"GET {server.address}/v2/domain-search?domain=acme")


def test_without_a_key_the_way_to_one_is_said(terminal: Terminal, server: Hostile) -> None:
    refused = terminal(*ASK, "--spend", "1", code=REFUSED[Code.KEY])
    assert "There is no key for Hunter." in refused.err
    assert "ringback config key hunter" in refused.err
    assert "RINGBACK_HUNTER_KEY" in refused.err
    assert server.asked == []


@pytest.mark.usefixtures("key")
@pytest.mark.parametrize(
    ("reply", "code"),
    [
        (hunter_error("401 Unauthorized", "no", f"No: {KEY}"), Code.KEY),
        (hunter_error("429 Too Many", "usage", "Used up."), Code.LATER),
        (hunter_error("400 Bad Request", "wrong_params", "Wrong."), Code.BAD_VALUE),
        (hunter_error("404 Not Found", "no", "Unknown."), Code.NOT_FOUND),
        (hunter_error("451 Unavailable", "claimed_email", "Asked not to."), Code.DO_NOT_CONTACT),
        (hunter_error("500 Internal Server Error", "no", "Broken."), Code.NOT_FETCHED),
        (b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{", Code.NOT_FETCHED),
    ],
)
def test_each_refusal_of_a_service_has_its_exit_code(
    terminal: Terminal, server: Hostile, reply: bytes, code: Code
) -> None:
    server.in_turn[SEARCH] = [reply]
    refused = terminal(*ASK, "--spend", "1", code=REFUSED[code])
    assert refused.out == ""
    assert KEY not in refused.err
    assert "Traceback" not in refused.err
    assert Person.objects.count() == 1


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("who", "acme", "--ask", "nobody"), REFUSED[Code.NOT_FOUND]),
        (("who", "nobody", "--ask", "hunter"), REFUSED[Code.NOT_FOUND]),
        (("who", "--ask", "hunter"), 2),
        (("who", "acme", "--ask", "hunter", "--page", "acme.example"), 2),
        (("who", "acme", "--spend", "1"), 2),
        (("who", "acme", "--ask", "hunter", "--spend", "0"), REFUSED[Code.BAD_VALUE]),
        (("who", "acme", "--ask", "hunter", "--spend", "11"), REFUSED[Code.BAD_VALUE]),
        (("who", "acme", "--ask", "hunter", "--as", "two words"), REFUSED[Code.BAD_VALUE]),
        (("who", "acme", "--ask", "apollo", "--dry-run"), REFUSED[Code.BAD_VALUE]),
    ],
)
def test_what_cannot_be_asked_is_said(
    terminal: Terminal, server: Hostile, words: tuple[str, ...], code: int
) -> None:
    refused = terminal(*words, code=code)
    assert refused.err.startswith("ringback: ")
    assert server.asked == []


@pytest.mark.usefixtures("key")
def test_who_works_elsewhere_now_is_left_out(terminal: Terminal, server: Hostile) -> None:
    server.in_turn[SEARCH] = [
        hunter_page([hunter_mail("Kim", "Novak", "Boss")], 1, domain="other.example",
                    organization="Other Ltd")
    ]  # fmt: skip
    said = terminal(*ASK, "--spend", "1").out
    assert "Kim Novak works at Other Ltd now, says Hunter." in said
    assert Person.objects.count() == 1


@pytest.mark.usefixtures("key")
def test_somebody_on_the_list_stays_there_whoever_brings_them_back(
    terminal: Terminal, server: Hostile
) -> None:
    terminal("never", "acme")
    server.in_turn[SEARCH] = [hunter_page([hunter_mail("Dana", "Reyes", "Boss")], 1)]
    said = terminal(*ASK, "--spend", "1").out
    assert "Dana Reyes" not in said
    assert Person.objects.get(name="Dana Reyes").do_not_contact


def test_a_number_that_may_not_be_called_is_kept_and_never_due(
    terminal: Terminal, server: Hostile, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RINGBACK_APOLLO_KEY", KEY)
    barred = told_by.apollo_person(
        "Kim", "Novak", "Maintenance Manager", do_not_call=True,
        phone_numbers=[{"sanitized_number": "+12165550177", "type": "work_direct"}],
    )  # fmt: skip
    listed = ("Chief Financial Officer", "HR Manager", "Maintenance Manager", "Plant Manager")
    server.in_turn["/api/v1/mixed_people/api_search"] = [told_by.apollo_listed(*listed)]
    server.in_turn["/api/v1/people/bulk_match"] = [told_by.apollo_matches(barred, credits=1)]
    asked = ("who", "acme", "--ask", "apollo", "--as", "www.acme.example", "--spend", "1")
    said = terminal(*asked).out
    assert b'"id": "p2"' in server.bodies[1]
    assert b'"id": "p1"' not in server.bodies[1]
    assert "direct: +12165550177  do not use: Do Not Call" in said
    assert Route.objects.get(value="+12165550177").restriction == "Do Not Call"
    terminal("name", "acme", "Kim Novak")
    step = terminal("next", "acme", "--json", at="2026-12-09 10:00").data["step"]
    assert isinstance(step, dict)
    route = step["route"]
    assert route is None or (isinstance(route, dict) and route["value"] != "+12165550177")


def test_dnb_is_asked_with_both_parts_of_its_key(
    terminal: Terminal, server: Hostile, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RINGBACK_DNB_KEY", KEY)
    asked = ("who", "acme", "--ask", "dnb", "--as", told_by.DUNS, "--spend", "2")
    terminal(*asked, code=REFUSED[Code.KEY])
    monkeypatch.setenv("RINGBACK_DNB_SECRET", OTHER)
    server.in_turn |= {
        "/v3/token": [told_by.TOKEN],
        "/v1/search/contact": [
            told_by.dnb_contacts([told_by.dnb_contact("Kim", "Novak", "Plant Manager")], 1)
        ],
        f"/v1/data/duns/{told_by.DUNS}": [told_by.dnb_block()],
    }
    said = terminal(*asked).out
    assert "Asked D&B Direct+; 2 requests used." in said
    assert Employer.objects.get().duns == told_by.DUNS
    switchboard = Route.objects.get(person=None)
    assert (switchboard.value, switchboard.kind) == ("+12165550100", "switchboard")


# The key


def test_a_key_is_stored_in_the_keyring_and_forgotten(
    terminal: Terminal, server: Hostile, own_keyring: Path
) -> None:
    said = terminal("config", "key", "hunter", text=f"{KEY}\n")
    assert said.out == "The key for Hunter is in the keyring.\n"
    assert KEY in own_keyring.read_text("utf-8")
    assert "Your key is in the keyring." in terminal(*ASK, "--dry-run").out
    terminal(*ASK, "--spend", "1")
    assert f"x-api-key: {KEY}" in server.heads[0].lower()
    assert "is forgotten" in terminal("config", "key", "hunter", "--forget").out
    assert KEY not in own_keyring.read_text("utf-8")
    assert "was not in the keyring" in terminal("config", "key", "hunter", "--forget").out


def test_a_key_of_two_parts_is_asked_for_twice(empty: Terminal, own_keyring: Path) -> None:
    empty("config", "key", "dnb", text=f"{KEY}\n{OTHER}\n")
    assert {KEY, OTHER} <= set(own_keyring.read_text("utf-8").split('"'))


@pytest.mark.parametrize("text", ["", "short\n", "has a blank in it\n"])
def test_what_can_be_no_key_is_not_stored(empty: Terminal, own_keyring: Path, text: str) -> None:
    empty("config", "key", "hunter", text=text, code=REFUSED[Code.KEY])
    assert not own_keyring.exists()


def test_where_no_keyring_opens_the_environment_is_named(
    empty: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(FILE_VARIABLE, LOCKED)
    refused = empty("config", "key", "hunter", text=f"{KEY}\n", code=REFUSED[Code.KEY])
    assert "RINGBACK_HUNTER_KEY" in refused.err
    assert KEY not in refused.err
    empty("config", "key", "hunter", "--forget", code=REFUSED[Code.KEY])


def test_a_key_for_a_service_that_is_not_there(empty: Terminal) -> None:
    refused = empty("config", "key", "zoominfo", code=REFUSED[Code.NOT_FOUND])
    assert "hunter, apollo, dnb" in refused.err


def test_the_settings_are_shown_as_before(terminal: Terminal) -> None:
    assert "Where it is kept" in terminal("config").out
    assert terminal("config", "nonsense", code=2).err.startswith("ringback: ")


def test_only_this_machine_can_stand_in_for_a_service(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(TEST_SERVICES_VARIABLE, "hunter=https://elsewhere.example")
    refused = terminal(*ASK, "--dry-run", code=REFUSED[Code.BAD_VALUE])
    assert "this machine only" in refused.err
    monkeypatch.setenv(TEST_SERVICES_VARIABLE, "apollo=http://127.0.0.1:1")
    assert "https://api.hunter.io/v2/domain-search" in terminal(*ASK, "--dry-run").out


# At a real terminal, in a process of its own


@pytest.mark.skipif(sys.platform == "win32", reason="no terminal to type at")
def test_somebody_at_the_terminal_is_told_and_asked_first(tmp_path: Path, server: Hostile) -> None:
    import pexpect

    home = tmp_path / "home"
    assert start(home, "add", "Acme Foods", "--title", "Planner").returncode == 0
    more = {TEST_SERVICES_VARIABLE: f"hunter={server.address}", "RINGBACK_HUNTER_KEY": KEY}
    words = command(*ASK)
    for reply, then in (("n", "Nothing was asked."), ("y", "2 people new from Hunter")):
        assert server.asked == []
        screen = pexpect.spawn(
            words[0], words[1:], env=environment(home, **more), encoding="utf-8", timeout=30,
            dimensions=(40, 100),
        )  # fmt: skip
        screen.expect("In all 1 credit at most")
        screen.expect("Ask now")
        screen.sendline(reply)
        screen.expect(then)
        screen.expect(pexpect.EOF)
    assert len(server.asked) == 1


def test_nobody_is_asked_about_the_people_of_the_demo(tmp_path: Path, server: Hostile) -> None:
    home = tmp_path / "home"
    more = {TEST_SERVICES_VARIABLE: f"hunter={server.address}", "RINGBACK_HUNTER_KEY": KEY}
    assert start(home, "demo").returncode == 0
    done = start(home, "who", "scioto", "--ask", "hunter", "--spend", "1", **more)
    assert done.returncode == REFUSED[Code.BAD_VALUE], done.stderr
    assert "In the demo nobody exists" in done.stderr
    assert server.asked == []
