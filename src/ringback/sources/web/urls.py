"""An address of the web taken apart into one plain spelling, or refused in one sentence."""

import re
import unicodedata
from dataclasses import dataclass
from ipaddress import IPv6Address
from urllib.parse import SplitResult, unquote, urljoin, urlsplit

from ringback.sources.unreadable import Unreadable
from ringback.sources.web.addresses import ends_in_number, read_address

USUAL_PORTS = {"http": 80, "https": 443}
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*)://", re.IGNORECASE)
# `acme.example:443/team` has a port, `mailto:pat` a scheme.
_BARE_SCHEME = re.compile(r"[a-z][a-z0-9+-]*:(?!\d)", re.IGNORECASE)
_NAME = re.compile(r"[a-z0-9_-]{1,63}(\.[a-z0-9_-]{1,63})+")
# What stands in a host, and in a path with its query, as it is: nothing to encode, no "..".
_PLAIN_HOST = re.compile(r"[a-z0-9._-]+")
_PLAIN_TARGET = re.compile(
    r"(?:/[a-z0-9_~-][a-z0-9._~-]*)*/?(?:\?[a-z0-9._~=&+-]*)?", re.ASCII | re.IGNORECASE
)
_UNFIT = re.compile(r"[\x00-\x20\x7f-\x9f\\\ud800-\udfff]|\s")
_STOPS = str.maketrans({"\u3002": ".", "\uff0e": ".", "\uff61": "."})
_LONGEST = 2000
_NOT_OF_THE_WEB = frozenset(
    "localhost localdomain local internal intranet lan home corp private onion arpa".split()
)


@dataclass(frozen=True, slots=True)
class Url:
    """``host`` in ASCII and lower case, without a last dot; ``target`` is the path and query."""

    scheme: str
    host: str
    port: int
    target: str

    @property
    def origin(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        usual = self.port == USUAL_PORTS[self.scheme]
        return f"{self.scheme}://{host}" if usual else f"{self.scheme}://{host}:{self.port}"

    def __str__(self) -> str:
        return self.origin + self.target


def read_url(text: str, base: Url | None = None) -> Url:
    """Read an address as a person types it, or, with ``base``, as a page on it gives it.

    Without a scheme https is meant. Raises Unreadable (address, scheme, log-in, forbidden).
    """
    text = text.strip()
    if not text or len(text) > _LONGEST or _UNFIT.search(text):
        raise _no_address(text)
    try:
        parts = urlsplit(urljoin(str(base), text) if base else _with_scheme(text))
        port = parts.port
        host = parts.hostname or ""
    except ValueError as error:
        raise _no_address(text) from error
    scheme = parts.scheme.lower()
    if scheme not in USUAL_PORTS:
        raise Unreadable(
            "scheme", f"Only http and https addresses are fetched, not {scheme[:20]}.",
            "Give the page's address as the browser shows it.",
        )  # fmt: skip
    if parts.username is not None or parts.password is not None:
        raise Unreadable(
            "log-in", "The address holds a user name or a password, and no page is read by log-in.",
            "Leave out what stands before the @.",
        )  # fmt: skip
    plain = read_host(host)
    if port == 0:
        raise _no_address(text)
    return Url(scheme, plain, port or USUAL_PORTS[scheme], _target(scheme, plain, parts))


def read_host(host: str) -> str:
    """The plain spelling of a host; raises Unreadable (address, forbidden)."""
    said = host
    host = unicodedata.normalize("NFKC", unquote(host).translate(_STOPS)).lower()
    host = host.translate(_STOPS).rstrip(".")
    try:
        if ":" in host or ends_in_number(host):
            return str(read_address(host))
        if not host or _UNFIT.search(host):
            raise ValueError(host)
        name = host if _PLAIN_HOST.fullmatch(host) else _encoded_host(host)
    except ValueError as error:
        raise _no_address(said) from error
    if name.rpartition(".")[2] in _NOT_OF_THE_WEB:
        raise Unreadable(
            "forbidden",
            f"{name[:80]} is a name of this machine or its own network, not of the web.",
            "Give the address of a page that everybody can open.",
        )
    if len(name) > 253 or not _NAME.fullmatch(name) or ends_in_number(name):
        raise _no_address(said)
    return name


def is_number(host: str) -> bool:
    """Is this plain host an address rather than a name?"""
    return ":" in host or ends_in_number(host)


def _with_scheme(text: str) -> str:
    if _SCHEME.match(text):
        return text
    return text if _BARE_SCHEME.match(text) else f"https://{text}"


def _target(scheme: str, host: str, parts: SplitResult) -> str:
    query = f"?{parts.query}" if parts.query else ""
    target = f"{parts.path or '/'}{query}"
    if _PLAIN_TARGET.fullmatch(target):
        return target
    bracketed = f"[{IPv6Address(host)}]" if ":" in host else host
    try:
        return _encoded_target(f"{scheme}://{bracketed}{target}")
    except ValueError as error:
        raise _no_address(parts.path) from error


def _encoded_host(host: str) -> str:
    """A host in ASCII, by IDNA; raises ValueError."""
    # Imported here because it costs 70 ms and 4 MB, and next to every address is plain.
    import httpx2

    try:
        url = httpx2.URL(scheme="https", host=host)
    except httpx2.InvalidURL as error:
        raise ValueError(host) from error
    return url.raw_host.decode("ascii").lower().rstrip(".")


def _encoded_target(url: str) -> str:
    """The path and query of an address in ASCII, without ".."; raises ValueError."""
    # Imported here as above.
    import httpx2

    try:
        return httpx2.URL(url).raw_path.decode("ascii")
    except httpx2.InvalidURL as error:
        raise ValueError(url) from error


def _no_address(text: str) -> Unreadable:
    shown = "".join(c if c.isprintable() else "?" for c in text[:80])
    return Unreadable(
        "address", f"“{shown}” is no address of a page.",
        "Give it as the browser shows it, such as https://acme.example/team.",
    )  # fmt: skip
