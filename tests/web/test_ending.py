"""A desk that is served ends when it is asked to, and is refused before anything is bound."""

from __future__ import annotations

import errno
import http.client
import json
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import urlencode

import pytest

from ringback.desk.refusal import Refusal
from ringback.web import server
from tests.web.browser.serving import environment

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Ctrl+C comes another way there")
# A loopback address beside the usual one, that stands for this machine's own at home.
AT_HOME = "127.0.0.2"
LAN = ("--lan", "--address", AT_HOME)
WITHIN = 60


@contextmanager
def serving(home: Path, *options: str) -> Iterator[tuple[subprocess.Popen[str], int, str]]:
    """A desk as it is being served, its port, and the address that lets one in."""
    process = started(home, "--no-browser", "--port", "0", *options)
    try:
        assert process.stdout is not None
        told = json.loads("".join(iter(process.stdout.readline, "}\n")) + "}")
        yield process, told["port"], told["address"]
    finally:
        process.kill()
        process.communicate()


# Whatever runs the tests may itself pass over Ctrl+C, and a child would do as it does.
HEEDING = """
import runpy, signal
signal.signal(signal.SIGINT, signal.default_int_handler)
"""
SERVE = f"{HEEDING}runpy.run_module('ringback', run_name='__main__', alter_sys=True)"
# A thread that nothing ends, and a Ctrl+C that is taken.
STUCK = f"""{HEEDING}
import sys, threading
from ringback.web.interrupting import ended_in_order
try:
    with ended_in_order():
        threading.Thread(target=sys.stdin.read).start()
        print("begun", flush=True)
        threading.Event().wait()
except KeyboardInterrupt:
    print("stopped", flush=True)
"""


def started(home: Path, *options: str, **more: str) -> subprocess.Popen[str]:
    return program(home, SERVE, "serve", "--json", *options, **more)


def program(home: Path, *words: str, **more: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", *words], env=environment(home) | more, text=True,
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip


def refused(home: Path, *options: str) -> tuple[int, str]:
    """The exit code, and what is said on standard error."""
    process = started(home, "--no-browser", *options)
    try:
        _, said = process.communicate(timeout=WITHIN)
    finally:
        process.kill()
    assert "Traceback" not in said
    return process.returncode, said


@pytest.mark.parametrize("options", [(), LAN], ids=["here", "at home"])
def test_ctrl_c_ends_it_with_a_word_and_its_code(tmp_path: Path, options: tuple[str, ...]) -> None:
    with serving(tmp_path, *options) as (process, _, _):
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=WITHIN)
    assert said == "\nStopped.\n"
    assert process.returncode == 130


@pytest.mark.parametrize("options", [(), LAN], ids=["here", "at home"])
def test_ctrl_c_ends_it_while_it_waits_for_a_browser(
    tmp_path: Path, options: tuple[str, ...]
) -> None:
    opened, browser = tmp_path / "opened", tmp_path / "browser"
    browser.write_text(f"#!/bin/sh\ntouch '{opened}'\nexec cat >/dev/null\n", "utf-8")
    browser.chmod(0o700)
    process = started(tmp_path, "--port", "0", *options, BROWSER=f"{browser} %s")
    try:
        wait_for(opened.exists)
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=WITHIN) == 130
    finally:
        process.kill()
        _, said = process.communicate()
    assert said == "\nStopped.\n"


def test_ctrl_c_once_more_ends_what_is_still_waited_for(tmp_path: Path) -> None:
    process = program(tmp_path, STUCK)
    try:
        assert process.stdout is not None
        for said in ("begun\n", "stopped\n"):
            assert process.stdout.readline() == said
            process.send_signal(signal.SIGINT)
        assert process.wait(timeout=WITHIN) == -signal.SIGINT
    finally:
        process.kill()
        _, said = process.communicate()
    assert said == ""


def wait_for(what: Callable[[], bool]) -> None:
    until = time.monotonic() + WITHIN
    while not what():
        assert time.monotonic() < until
        time.sleep(0.05)


def test_the_address_at_which_it_is_served_anyway_is_refused(tmp_path: Path) -> None:
    code, said = refused(tmp_path, "--lan", "--address", "127.0.0.1")
    assert (code, said.count("\n")) == (12, 2)
    assert "At 127.0.0.1 every device finds only itself" in said


def test_an_address_of_another_computer_is_told_as_such(tmp_path: Path) -> None:
    code, said = refused(tmp_path, "--lan", "--address", "192.168.217.20")
    assert (code, said.count("\n")) == (12, 2)
    assert "192.168.217.20 is no address of this computer." in said


@pytest.mark.parametrize("host", ["127.0.0.1", AT_HOME])
def test_a_port_of_another_program_is_refused(tmp_path: Path, host: str) -> None:
    with closing(socket.create_server((host, 0))) as other:
        port = other.getsockname()[1]
        code, said = refused(tmp_path, "--port", str(port), *LAN)
    assert (code, said.count("\n")) == (17, 2)
    assert f"Port {port} is in use by another program on this machine." in said


def test_a_port_that_may_not_be_had_is_told_as_such(monkeypatch: pytest.MonkeyPatch) -> None:
    def forbid(_hosts: tuple[str, ...], _port: int) -> int:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(server, "_port_at", forbid)
    with pytest.raises(Refusal, match="Port 80 cannot be had: Permission denied"):
        server.free_port(("127.0.0.1",), 80)


def test_a_port_that_is_taken_in_the_meantime_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # As after a restart, when nothing is tried beforehand.
    monkeypatch.setenv(server.RESTARTED, "1")
    with closing(socket.create_server((AT_HOME, 0))) as other:
        port = other.getsockname()[1]
        code, said = refused(tmp_path, "--port", str(port), *LAN)
    assert (code, said.count("\n")) == (17, 2)
    assert f"Another program has just taken port {port} at {AT_HOME}." in said


def test_it_goes_on_at_the_same_port_when_it_starts_again(tmp_path: Path) -> None:
    with serving(tmp_path, *LAN) as (process, port, start):
        ask = Asking(port)
        ask("GET", start.partition(str(port))[2])
        token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', ask("GET", "/welcome/"))
        assert token is not None
        ask("POST", "/demo/enter/", urlencode({"csrfmiddlewaretoken": token[1]}))
        wait_for(lambda: "/demo/leave/" in ask("GET", "/"))
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=WITHIN)
    assert "Traceback" not in said
    assert process.returncode == 130


def test_the_options_of_a_new_start_are_said_once(monkeypatch: pytest.MonkeyPatch) -> None:
    address = server.Address("127.0.0.1", 8644)
    given = ["serve", "--port", "0", "--lan"]
    monkeypatch.setattr(sys, "argv", ["ringback", *given])
    again = server._same_again(address)
    assert again == [*given, "--port", "8644", "--no-browser"]
    monkeypatch.setattr(sys, "argv", ["ringback", *again])
    assert server._same_again(address) == again


class Asking:
    """Asks for pages of a desk, each on a connection of its own, and keeps its cookies."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.cookies: dict[str, str] = {}

    def __call__(self, method: str, path: str, body: str | None = None) -> str:
        headers = {"Cookie": "; ".join(f"{name}={it}" for name, it in self.cookies.items())}
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
            headers["Origin"] = f"http://127.0.0.1:{self.port}"
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=WITHIN)
        with closing(connection):
            connection.request(method, path, body, headers)
            answer = connection.getresponse()
            for line in answer.headers.get_all("Set-Cookie", []):
                name, _, value = line.partition("=")
                self.cookies[name] = value.partition(";")[0]
            return answer.read().decode("utf-8", "replace")
