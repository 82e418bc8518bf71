"""A key is found in no book, answer, log, traceback or list of processes; it is searched for."""

import logging
import os
import subprocess
import sys
import threading
import traceback
from collections.abc import Iterator
from pathlib import Path

import pytest

from ringback.desk.asking_services import TEST_SERVICES_VARIABLE, service_named
from ringback.sources.api.client import Client
from ringback.sources.api.secret import Secret
from ringback.sources.api.service import Question
from ringback.sources.unreadable import Unreadable
from ringback.sources.web.guest import Guest
from tests.cli.process import command, environment, start
from tests.servers.hostile import Hostile, Send, running
from tests.servers.keyring_in_a_file import BACKEND, FILE_VARIABLE
from tests.servers.services import KEY, hunter_error, hunter_mail, hunter_page

ROOT = Path(__file__).parents[2]
SEARCH = "/v2/domain-search"
ASK = ("who", "acme", "--ask", "hunter", "--as", "acme.example", "--spend", "2")


@pytest.fixture
def server() -> Iterator[Hostile]:
    with running() as one:
        yield one


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """The folder of a book with an employer in it."""
    folder = tmp_path / "home"
    done = start(folder, "add", "Acme Foods", "--title", "Planner")
    assert done.returncode == 0, done.stderr
    return folder


def with_key(server: Hostile) -> dict[str, str]:
    return {TEST_SERVICES_VARIABLE: f"hunter={server.address}", "RINGBACK_HUNTER_KEY": KEY}


def bytes_below(folder: Path) -> bytes:
    return b"".join(file.read_bytes() for file in folder.rglob("*") if file.is_file())


def test_a_service_that_repeats_the_key_everywhere_gets_it_into_nothing(
    home: Path, server: Hostile
) -> None:
    seen = [{"uri": f"https://acme.example/?api_key={KEY}"}]
    repeating = hunter_mail("Kim", "Novak", f"Plant Manager {KEY}", sources=seen, phone_number=KEY)
    server.in_turn[SEARCH] = [
        hunter_page([repeating] * 10, 30, organization=f"Acme {KEY}"),
        hunter_error("400 Bad Request", KEY, f"api_key={KEY} is on the free plan"),
    ]
    done = [start(home, *ASK, **with_key(server)), start(home, *ASK, "--json", **with_key(server))]
    shown = "".join(one.stdout + one.stderr for one in done)
    assert [one.returncode for one in done] == [0, 12]
    assert f"x-api-key: {KEY}" in server.heads[0].lower()
    assert "Kim Novak" in shown
    assert "api_key=[hidden] is on the free plan" in shown
    assert KEY not in shown
    book = bytes_below(home)
    assert b"Plant Manager [hidden]" in book
    assert KEY.encode() not in book
    archive = home.parent / "all.zip"
    assert start(home, "export", str(archive)).returncode == 0
    assert KEY.encode() not in archive.read_bytes()


@pytest.mark.skipif(not Path("/proc/self/cmdline").exists(), reason="no list of processes to read")
def test_the_key_is_in_no_list_of_processes(home: Path, server: Hostile) -> None:
    arrived, looked = threading.Event(), threading.Event()

    def wait(send: Send, gone: threading.Event) -> None:
        arrived.set()
        looked.wait(20)
        send(hunter_page([], 0))

    server.in_turn[SEARCH] = [wait]
    with subprocess.Popen(
        command(*ASK), env=environment(home, **with_key(server)), stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as asking:  # fmt: skip
        assert arrived.wait(20)
        lines = Path(f"/proc/{asking.pid}/cmdline").read_bytes()
        looked.set()
    assert b"--ask" in lines
    assert KEY.encode() not in lines


@pytest.mark.skipif(sys.platform == "win32", reason="no terminal to type at")
def test_a_key_that_is_typed_is_not_shown(tmp_path: Path) -> None:
    import pexpect

    keyring = tmp_path / "keyring.json"
    words = command("config", "key", "hunter")
    more = {
        FILE_VARIABLE: str(keyring),
        "PYTHON_KEYRING_BACKEND": BACKEND,
        "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT)]),
    }
    screen = pexpect.spawn(
        words[0], words[1:], env=environment(tmp_path / "home", **more), encoding="utf-8",
        timeout=30,
    )  # fmt: skip
    screen.expect("Hunter, API key")
    screen.waitnoecho(10)
    screen.sendline(KEY)
    screen.expect("The key for Hunter is in the keyring")
    screen.expect(pexpect.EOF)
    assert KEY not in screen.before
    assert KEY in keyring.read_text("utf-8")
    assert KEY.encode() not in bytes_below(tmp_path / "home")


def test_no_log_and_no_traceback_holds_the_key(
    server: Hostile, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    caplog.set_level(logging.DEBUG)
    # Whatever ran before in this process may have silenced them.
    for logger in [*logging.root.manager.loggerDict.values()]:
        monkeypatch.setattr(logger, "disabled", False, raising=False)
    server.in_turn[SEARCH] = [b"HTTP/1.1 200 OK\r\nContent-Length: 90\r\n\r\n{"]
    hunter = service_named("hunter")
    client = Client("Hunter", server.address, guest=Guest(here=frozenset({server.here})))
    secret = client.hide(Secret(KEY))
    with pytest.raises(Unreadable) as error:
        hunter.ask(client, {"hunter": secret}, Question(employer="Acme", domain="acme.example"))
    text = "".join(traceback.format_exception(error.value))
    assert "broke off" in text
    assert KEY not in text
    assert caplog.records
    assert KEY not in caplog.text
    assert not any(KEY in str(vars(record)) for record in caplog.records)
    assert KEY not in f"{client!r} {hunter!r}"
