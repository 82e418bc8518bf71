"""The way to a host: every address of it is checked, and one of those, no other, is connected to.

Time and bytes are counted at each read, so that no server can stretch either.
"""

import ssl
import threading
from collections.abc import Iterable, Iterator
from ipaddress import ip_address

import httpcore2
import httpx2

from ringback.sources.unreadable import Unreadable
from ringback.sources.web.addresses import Address, is_loopback, refused
from ringback.sources.web.urls import is_number
from ringback.sources.web.visit import Visit

SocketOption = (
    tuple[int, int, int] | tuple[int, int, bytes | bytearray] | tuple[int, int, None, int]
)
_MOST_TRIED = 4


class PinnedTransport(httpx2.BaseTransport):
    """Asks one host once. Knows no proxy, no cookie, no redirect, and keeps no connection."""

    def __init__(self, visit: Visit, trust: ssl.SSLContext | None) -> None:
        self._pool = httpcore2.ConnectionPool(
            ssl_context=trust, max_keepalive_connections=0, network_backend=_Way(visit)
        )

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        """Send it and read the head of the answer. Raises Unreadable, httpcore2's exceptions."""
        answer = self._pool.handle_request(
            httpcore2.Request(
                method=request.method,
                url=httpcore2.URL(
                    scheme=request.url.raw_scheme,
                    host=request.url.raw_host,
                    port=request.url.port,
                    target=request.url.raw_path,
                ),
                headers=request.headers.raw,
                content=request.read(),
            )
        )
        if not isinstance(answer.stream, Iterable):
            raise TypeError("an answer that is read by asyncio")
        return httpx2.Response(answer.status, headers=answer.headers, stream=_Body(answer.stream))

    def close(self) -> None:
        self._pool.close()


class _Body(httpx2.SyncByteStream):
    def __init__(self, stream: Iterable[bytes]) -> None:
        self._stream = stream

    def __iter__(self) -> Iterator[bytes]:
        return iter(self._stream)


class _Way(httpcore2.NetworkBackend):
    """Connects to a checked address of the host and to no other."""

    def __init__(self, visit: Visit) -> None:
        self._visit = visit
        self._sockets = httpcore2.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[SocketOption] | None = None,
    ) -> httpcore2.NetworkStream:
        addresses = self._checked(host, port)[:_MOST_TRIED]
        for place, address in enumerate(addresses, start=1):
            left = min(self._visit.left(), self._visit.guest.limits.connect)
            try:
                # The last one may have all the time there is, the others leave some for it.
                stream = self._sockets.connect_tcp(
                    str(address), port, left if place == len(addresses) else left / 2,
                    local_address, socket_options,
                )  # fmt: skip
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout):
                if place == len(addresses):
                    raise
            else:
                return _Stream(stream, self._visit)
        raise httpcore2.ConnectError(f"{host} has no address")

    def _checked(self, host: str, port: int) -> list[Address]:
        """All addresses of the host; raises Unreadable (forbidden) where any is forbidden."""
        found = [host] if is_number(host) else self._looked_up(host, port)
        addresses = [ip_address(one) for one in found]
        here = self._visit.at_home and (host, port) in self._visit.guest.here
        for address in addresses:
            why = refused(address)
            if why and not (here and is_loopback(address)):
                where = "" if is_number(host) else f"{host[:80]} leads to "
                raise Unreadable(
                    "forbidden",
                    f"{where}{address}, which is {why}: nothing is fetched from there."
                    if where
                    else f"{address} is {why}: nothing is fetched from there.",
                    "Give the address of a page that everybody can open.",
                )
        return addresses

    def _looked_up(self, host: str, port: int) -> list[str]:
        """Ask the resolver, which cannot be given a time limit, in a thread that is left behind."""
        found: list[str] = []
        failed: list[OSError | ValueError] = []

        def ask() -> None:
            try:
                found.extend(self._visit.guest.resolve(host, port))
            except (OSError, ValueError) as error:
                failed.append(error)

        thread = threading.Thread(target=ask, name="looking up a host", daemon=True)
        thread.start()
        thread.join(self._visit.left())
        if thread.is_alive():
            raise self._visit.too_slow()
        if failed or not found:
            raise Unreadable(
                "unreachable",
                f"There is no host named {host[:80]}, or its name cannot be looked up.",
                "Check the spelling and the connection.",
            ) from (failed[0] if failed else None)
        return found


class _Stream(httpcore2.NetworkStream):
    """A connection on which no single wait, nor all of them together, outlasts the visit."""

    def __init__(self, stream: httpcore2.NetworkStream, visit: Visit) -> None:
        self._stream = stream
        self._visit = visit

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        most = min(self._visit.left(), self._visit.guest.limits.read)
        data = self._stream.read(max_bytes, most)
        self._visit.take(len(data))
        return data

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._visit.left())

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore2.NetworkStream:
        """Raises Unreadable (tls) for a certificate that is not this host's."""
        try:
            stream = self._stream.start_tls(ssl_context, server_hostname, self._visit.left())
        except httpcore2.ConnectError as error:
            if not isinstance(error.__cause__, ssl.SSLError):
                raise
            raise Unreadable(
                "tls",
                f"The connection to {self._visit.host} is not safe: {_why(error.__cause__)}.",
                "Nothing was read. If the browser opens it, save the page and give that file.",
            ) from error
        return _Stream(stream, self._visit)

    def get_extra_info(self, info: str) -> object:
        return self._stream.get_extra_info(info)


def _why(error: ssl.SSLError) -> str:
    if isinstance(error, ssl.SSLCertVerificationError):
        return f"its certificate does not hold ({error.verify_message})".replace("..", ".")
    return "it does not speak TLS as it should"
