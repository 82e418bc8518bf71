"""The server of the desk: one process, some threads, on this machine and, if asked, at home."""

import errno
import logging
import os
import secrets
import socket
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from traceback import format_exc
from types import SimpleNamespace
from typing import TYPE_CHECKING

from ringback.desk.refusal import Code, Refusal
from ringback.web import serving
from ringback.web.arenas import share_memory
from ringback.web.interrupting import ended_at_once, ended_in_order

if TYPE_CHECKING:
    from cheroot.wsgi import Server

THREADS = 8
# As many ports after the first are tried where nobody asked for a certain one.
PORTS_TO_TRY = 20
_WARNING = 30
# Where a socket is handed on from one program to the next (sd_listen_fds).
_FIRST_HANDED_ON = 3
RESTARTED = "RINGBACK_WEB_RESTARTED"
_ANOTHER_PORT = "Choose another one: `ringback serve --port 9000`."

_running = SimpleNamespace(stop=None, again=False)


@dataclass(frozen=True, slots=True)
class Address:
    """Where the desk is served: on this machine over HTTP, always.

    ``names`` are the address and the name in the home network, where the same port answers over
    HTTPS; with none nothing is bound there. ``certify`` makes the certificate for them.
    """

    host: str
    port: int
    names: tuple[str, ...] = ()
    certify: Callable[[], Path] | None = None

    @property
    def origin(self) -> str:
        """The start of every address of the desk on this machine."""
        return f"http://127.0.0.1:{self.port}"


def free_port(hosts: tuple[str, ...], asked: int | None) -> int:
    """The port that was asked for, else the first one from the standard one on free at all hosts.

    Raises Refusal (busy) where there is none.
    """
    if asked is not None and RESTARTED in os.environ:
        # The process before still holds it for this one.
        return asked
    first = serving.STANDARD_PORT if asked is None else asked
    last = first + PORTS_TO_TRY - 1 if asked is None else asked
    trouble = None
    for port in range(first, last + 1):
        try:
            return _port_at(hosts, port)
        except OSError as error:
            trouble = error
            if error.errno == errno.EADDRNOTAVAIL:
                home = hosts[-1]
                raise Refusal(
                    Code.BAD_VALUE, f"{home} is no address of this computer.",
                    "Leave --address away, or name the one this computer has in the home network.",
                ) from error  # fmt: skip
    which = f"Port {asked}" if asked is not None else f"Each port from {first} to {last}"
    if trouble is not None and trouble.errno != errno.EADDRINUSE:
        raise Refusal(
            Code.BUSY, f"{which} cannot be had: {trouble.strerror}.", _ANOTHER_PORT
        ) from trouble
    raise Refusal(
        Code.BUSY, f"{which} is in use by another program on this machine.", _ANOTHER_PORT
    ) from trouble


def _port_at(hosts: tuple[str, ...], port: int) -> int:
    """The port, or for 0 any one, free at all hosts. Raises OSError."""
    with ExitStack() as held:
        for host in hosts:
            probe = held.enter_context(socket.socket())
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((host, port))
            port = probe.getsockname()[1]
    return port


def start_token() -> str:
    """The word that lets a browser in: that of the process before after a restart, else new."""
    os.environ.pop("LISTEN_FDS", None)
    if os.environ.pop(RESTARTED, ""):
        return os.environ.get(serving.LETS_IN, "") or secrets.token_urlsafe(32)
    return secrets.token_urlsafe(32)


def serve(address: Address, token: str, ready: Callable[[str], None]) -> None:
    """Serve the desk until it is stopped; ``ready`` is told the address that lets a browser in.

    Raises Refusal where the address cannot be had, KeyboardInterrupt when it is stopped so.
    """
    os.environ[serving.PORT] = str(address.port)
    os.environ[serving.LETS_IN] = token
    os.environ[serving.ADDRESSES] = ",".join(address.names)
    os.environ["DJANGO_SETTINGS_MODULE"] = "ringback.web.settings"
    share_memory()
    # Each 4xx is an answer that the page gives in words; what fails here (5xx) is still told.
    logging.getLogger("django.request").setLevel(logging.ERROR)
    one, at_home = _server(address.host, address), _server_at_home(address)
    with ended_in_order(), ExitStack() as to_the_end:
        with _bound(one):
            os.environ.pop("LISTEN_PID", None)
            held = to_the_end.enter_context(one.socket.dup())
            with _served_beside(at_home):
                _running.stop = lambda: setattr(one, "interrupt", SystemExit())
                ready(f"{address.origin}/start?token={token}")
                with suppress(SystemExit):
                    one.serve()
        if _running.again:
            # Whoever knocks while the program starts again waits instead of being sent away.
            os.dup2(held.fileno(), _FIRST_HANDED_ON)
            os.environ |= {RESTARTED: "1", "LISTEN_PID": str(os.getpid()), "LISTEN_FDS": "1"}
            os.execv(sys.executable, [sys.executable, "-m", "ringback", *_same_again(address)])


@contextmanager
def _bound(one: "Server") -> Iterator[None]:
    """Have a server hold its address, and in the end stop it: its threads would go on for ever."""
    try:
        with ended_at_once():
            one.prepare()
    except OSError as error:
        host, port = one.bind_addr
        raise Refusal(
            Code.BUSY, f"Another program has just taken port {port} at {host}.",
            _ANOTHER_PORT,
        ) from error  # fmt: skip
    try:
        yield
    finally:
        one.stop()


@contextmanager
def _served_beside(one: "Server | None") -> Iterator[None]:
    """Serve in the home network too, if so asked, as long as this machine is served."""
    if one is None:
        yield
        return
    thread = threading.Thread(target=one.serve, name="home network", daemon=True)
    with _bound(one):
        thread.start()
        yield
    thread.join(timeout=5)


def browser_address(address: Address) -> str:
    """An address that lets in the first browser that opens it, once, in the next five minutes."""
    return f"{address.origin}/start?once={serving.first_browser.renew()}"


def can_start_anew() -> bool:
    """Whether a server of ours is running, on a system that lets a program become another."""
    return _running.stop is not None and os.name != "nt"


def start_anew(after: float = 0.3) -> None:
    """Stop answering in a moment (seconds) and start this program again, with the same token."""
    if not _running.again:
        _running.again = True
        threading.Timer(after, _running.stop).start()


def starts_anew() -> bool:
    """Whether this program is about to start again, with another book than it shows now."""
    return bool(_running.again)


def _same_again(address: Address) -> list[str]:
    # The option that comes last is the one that counts; those of the last start are not said twice.
    given, added = sys.argv[1:], ["--port", str(address.port), "--no-browser"]
    return given if given[-len(added) :] == added else [*given, *added]


def _tell_fault(msg: str, level: int, *, traceback: bool) -> None:
    """Faults of the server go to whoever watches its terminal, and into no file."""
    if level < _WARNING:
        return
    sys.stderr.write(f"ringback: {msg}\n")
    if traceback:
        sys.stderr.write(format_exc())


class _Once(dict[bytes, bytes]):
    """The headers of a request; those that say what it is may be said but once (RFC 9112, 3.2)."""

    ALONE = frozenset({b"Host", b"Content-Length", b"Transfer-Encoding", b"Origin"})

    def __setitem__(self, name: bytes, value: bytes) -> None:
        if name in self.ALONE and name in self:
            raise ValueError("Say it once.")
        super().__setitem__(name, value)


def _server_at_home(address: Address) -> "Server | None":
    """The one for the home network, over HTTPS; None where nobody asked for it."""
    if not address.names or address.certify is None:
        return None
    return _server(address.names[0], address, secured=True)


def _server(host: str, address: Address, *, secured: bool = False) -> "Server":
    # Loaded only once somebody serves: these are what makes a start slow.
    from cheroot.server import HTTPRequest
    from cheroot.wsgi import Server
    from django.conf import settings

    from ringback.web.wsgi import application

    class Measured(HTTPRequest):
        """A request that says how long it is; what does not is refused before any of it is read."""

        def read_request_headers(self) -> bool:
            self.inheaders = _Once()
            read: Callable[[], object] = super().read_request_headers
            if not read():
                return False
            length = self.inheaders.get(b"Content-Length", b"0")
            if self.chunked_read:
                self.simple_response("411 Length Required", "Say how long it is.")
            elif not length.isdigit():
                self.simple_response("400 Bad Request", "That is no length.")
            else:
                return True
            return False

    class Quiet(Server):
        def error_log(self, msg: str = "", level: int = 20, traceback: bool = False) -> None:
            _tell_fault(msg, level, traceback=traceback)

    one = Quiet(
        (host, address.port), application, numthreads=THREADS, server_name="Ringback",
        timeout=30, shutdown_timeout=1,
    )  # fmt: skip
    one.max_request_header_size = 64_000
    one.max_request_body_size = settings.LARGEST_REQUEST
    one.ConnectionClass = type("Own", (one.ConnectionClass,), {"RequestHandlerClass": Measured})
    if secured and address.certify is not None:
        from ringback.web.tls import Greeted, Secured

        one.ConnectionClass = type("Own", (Greeted,), {"RequestHandlerClass": Measured})
        one.ssl_adapter = Secured(address.certify)
    return one
