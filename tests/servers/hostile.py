"""A web server on this machine that answers byte for byte as a test wants, however badly."""

import re
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

Send = Callable[[bytes], None]
# What is answered to a path: the very bytes, or a function that sends them in its own time.
Reply = bytes | Callable[[Send, threading.Event], None]
NOT_FOUND = b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"


def answer(body: bytes = b"", status: str = "200 OK", **headers: str) -> bytes:
    """A whole answer; ``content_type="text/plain"`` gives a header, HTML is meant otherwise."""
    named = {"content_type": "text/html", "content_length": str(len(body)), **headers}
    lines = [f"{name.replace('_', '-')}: {value}" for name, value in named.items() if value]
    head = "\r\n".join([f"HTTP/1.1 {status}", *lines, "connection: close", "", ""])
    return head.encode("latin-1") + body


def redirect(to: str, status: str = "302 Found") -> bytes:
    return answer(status=status, location=to)


@dataclass
class Hostile:
    """``replies`` by path; ``in_turn`` by path without its query, one after the other, the last for
    good. ``asked`` holds every request line's path, ``heads`` and ``bodies`` what came with it.
    """

    port: int
    tls: ssl.SSLContext | None = None
    replies: dict[str, Reply] = field(default_factory=dict, repr=False)
    in_turn: dict[str, list[Reply]] = field(default_factory=dict)
    otherwise: Reply = field(default=NOT_FOUND, repr=False)
    asked: list[str] = field(default_factory=list)
    heads: list[str] = field(default_factory=list)
    bodies: list[bytes] = field(default_factory=list)
    gone: threading.Event = field(default_factory=threading.Event)

    @property
    def address(self) -> str:
        return f"{'https' if self.tls else 'http'}://127.0.0.1:{self.port}"

    @property
    def here(self) -> tuple[str, int]:
        return "127.0.0.1", self.port

    def serve(self, connection: socket.socket) -> None:
        with suppress(OSError), connection:
            connection.settimeout(5)
            if self.tls is None:
                self.talk(connection)
            else:
                with self.tls.wrap_socket(connection, server_side=True) as safe:
                    self.talk(safe)

    def talk(self, connection: socket.socket) -> None:
        head = b""
        while b"\r\n\r\n" not in head:
            data = connection.recv(4096)
            if not data:
                return
            head += data
        head, _, body = head.partition(b"\r\n\r\n")
        told = re.search(rb"content-length: *(\d+)", head, re.IGNORECASE)
        while told and len(body) < int(told[1]):
            body += connection.recv(4096)
        self.bodies.append(body)
        path = head.split(b" ", 2)[1].decode("latin-1")
        self.asked.append(path)
        self.heads.append(head.decode("latin-1"))
        reply = self.replies.get(path, NOT_FOUND if path == "/robots.txt" else self.otherwise)
        waiting = self.in_turn.get(path.partition("?")[0])
        if waiting:
            reply = waiting.pop(0) if len(waiting) > 1 else waiting[0]
        if isinstance(reply, bytes):
            connection.sendall(reply)
        else:
            reply(connection.sendall, self.gone)


@contextmanager
def running(tls: ssl.SSLContext | None = None) -> Iterator[Hostile]:
    """A server on a free port of 127.0.0.1, for the length of a test."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        server = Hostile(listening.getsockname()[1], tls)
        threads: list[threading.Thread] = []

        def accept() -> None:
            while not server.gone.is_set():
                try:
                    connection, _ = listening.accept()
                except OSError:
                    return
                if server.gone.is_set():
                    connection.close()
                    return
                thread = threading.Thread(target=server.serve, args=(connection,), daemon=True)
                threads.append(thread)
                thread.start()

        accepting = threading.Thread(target=accept, daemon=True)
        accepting.start()
        try:
            yield server
        finally:
            server.gone.set()
            with suppress(OSError), socket.create_connection(server.here, 1):
                accepting.join(2)
            for thread in threads:
                thread.join(2)
