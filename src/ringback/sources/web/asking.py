"""One request as a guest words it, and the answer read within its limits."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ringback.sources.unreadable import Unreadable
from ringback.sources.web.decoding import ACCEPTED, Unpacker
from ringback.sources.web.guest import user_agent
from ringback.sources.web.urls import Url
from ringback.sources.web.visit import Visit

if TYPE_CHECKING:
    import httpx2

REDIRECTS = frozenset({301, 302, 303, 307, 308})


@dataclass(frozen=True, slots=True)
class Answer:
    """What a host answered; ``content`` is unpacked, and empty for a redirect."""

    status: int
    content: bytes
    kind: str
    charset: str
    location: str
    retry_after: str


@dataclass(frozen=True, slots=True)
class Wish:
    """What is asked of an address; ``headers`` come on top of a guest's own, never into a text."""

    method: str = "GET"
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)
    content: bytes = field(default=b"", repr=False)


PAGE = Wish()


def ask(url: Url, visit: Visit, *, most: int, cut: bool = False, wish: Wish = PAGE) -> Answer:
    """Ask a host for one address; at most ``most`` bytes of content, the rest left out by ``cut``.

    Raises Unreadable (forbidden, unreachable, tls, time, size, encoding, protocol, requests).
    """
    # Imported here because they cost 70 ms and 4 MB, and most runs ask no host.
    import httpcore2
    import httpx2

    from ringback.sources.web.transport import PinnedTransport

    visit.begin(url.host)
    transport = PinnedTransport(visit, visit.guest.trust() if url.scheme == "https" else None)
    request = httpx2.Request(
        wish.method, str(url), headers=_headers() | dict(wish.headers), content=wish.content or None
    )
    if request.url.raw_host.decode() != url.host or request.url.raw_path.decode() != url.target:
        raise Unreadable(
            "address", f"The address on {url.host[:80]} can be read in two ways.",
            "Give it as the browser shows it.",
        )  # fmt: skip
    try:
        response = transport.handle_request(request)
        try:
            return _read(response, most, cut=cut)
        finally:
            response.close()
    except httpcore2.TimeoutException as error:
        raise visit.too_slow() from error
    except httpcore2.ConnectError as error:
        raise Unreadable(
            "unreachable", f"{visit.host} cannot be reached.",
            "Check the address and the connection, or try again later.",
        ) from error  # fmt: skip
    except (httpcore2.NetworkError, httpcore2.ProtocolError, httpx2.HTTPError) as error:
        raise Unreadable(
            "protocol", f"{visit.host} did not answer as a web server does, or broke off.",
            "Try again later, or save the page in the browser and give that file.",
        ) from error  # fmt: skip
    finally:
        transport.close()
        visit.end()


def _headers() -> dict[str, str]:
    return {
        "User-Agent": user_agent(),
        "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,text/*;q=0.8",
        "Accept-Encoding": ACCEPTED,
        "Connection": "close",
    }


def _read(response: "httpx2.Response", most: int, *, cut: bool) -> Answer:
    headers = response.headers
    status = response.status_code
    content = b""
    if status not in REDIRECTS:
        unpacker = Unpacker(headers.get("content-encoding", ""), most, cut=cut)
        for data in response.iter_raw():
            unpacker.feed(data)
            if unpacker.full:
                break
        content = bytes(unpacker.content)
    kind, _, parameters = headers.get("content-type", "").partition(";")
    return Answer(
        status, content, kind.strip().lower(), _charset(parameters),
        headers.get("location", ""), headers.get("retry-after", ""),
    )  # fmt: skip


def _charset(parameters: str) -> str:
    for parameter in parameters[:200].split(";"):
        name, _, value = parameter.partition("=")
        if name.strip().lower() == "charset":
            return value.strip().strip("\"'")[:40]
    return ""
