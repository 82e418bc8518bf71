"""TLS for the home network: greeted by the threads that answer, its certificate renewed in time."""

import socket
import ssl
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from io import BufferedReader, BufferedWriter
from pathlib import Path
from typing import Any

from cheroot.errors import FatalSSLAlert
from cheroot.makefile import MakeFile
from cheroot.server import HTTPConnection
from cheroot.ssl import Adapter

from ringback.desk.refusal import Refusal
from ringback.web.authority import RENEWED_AFTER

# Whoever connects and says nothing holds a thread no longer than this, in seconds.
GREETED_WITHIN = 5.0


class Secured(Adapter):
    """Wraps each connection; ``certify`` makes a new certificate and names its file."""

    def __init__(self, certify: Callable[[], Path]) -> None:
        self._certify = certify
        self.context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        self.context.minimum_version = ssl.TLSVersion.TLSv1_2
        self._renew()

    def _renew(self) -> None:
        self._renewed = datetime.now(UTC)
        self.context.load_cert_chain(self._certify())

    def bind(self, sock: socket.socket) -> socket.socket:
        """The socket that is listened at; each connection is wrapped by itself."""
        return sock

    def wrap(self, sock: socket.socket) -> tuple[ssl.SSLSocket, dict[str, Any]]:
        """A connection that is still to be greeted, so that no silent one keeps others waiting."""
        if datetime.now(UTC) > self._renewed + RENEWED_AFTER:
            # The one before holds on for as long again.
            with suppress(Refusal):
                self._renew()
        try:
            wrapped = self.context.wrap_socket(
                sock, server_side=True, do_handshake_on_connect=False
            )
        except OSError as gone:
            raise FatalSSLAlert(*gone.args) from gone
        return wrapped, self.get_environ()

    def get_environ(self) -> dict[str, Any]:
        """What a request is told of how it came."""
        return {"wsgi.url_scheme": "https", "HTTPS": "on"}

    def makefile(
        self, sock: socket.socket, mode: str = "r", bufsize: int = -1
    ) -> BufferedReader | BufferedWriter:
        """The connection as a file."""
        file: BufferedReader | BufferedWriter = MakeFile(sock, mode, bufsize)
        return file


class Greeted(HTTPConnection):
    """A connection that says its greeting in the thread that answers it, and is dropped if not."""

    greeted = False

    def communicate(self) -> bool:
        """Answer one request; whether the connection stays open."""
        if not self.greeted:
            try:
                self.socket.settimeout(GREETED_WITHIN)
                self.socket.do_handshake()
                self.socket.settimeout(self.server.timeout)
            except OSError:
                # A phone that does not know the authority yet hangs up; that is no fault of ours.
                return False
            self.greeted = True
        answer: Callable[[], object] = super().communicate
        return bool(answer())
