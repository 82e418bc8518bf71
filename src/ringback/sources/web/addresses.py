"""Which addresses a guest may connect to: the open internet's alone, told by a list of our own.

Python's own `is_global` lets NAT64, `::127.0.0.1`, `fec0::/10` and multicast pass. The blocks are
those of the IANA special-purpose registries (RFC 6890 and its successors).
"""

import re
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

Address = IPv4Address | IPv6Address

_BLOCKS_4: tuple[tuple[IPv4Network, str], ...] = tuple(
    (IPv4Network(block), why)
    for block, why in (
        ("0.0.0.0/8", "no host"),
        ("10.0.0.0/8", "a private network"),
        ("100.64.0.0/10", "a provider's inner network"),
        ("127.0.0.0/8", "this machine"),
        ("168.63.129.16/32", "a cloud's own service"),
        ("169.254.0.0/16", "the local link"),
        ("172.16.0.0/12", "a private network"),
        ("192.0.0.0/24", "a protocol's own"),
        ("192.0.2.0/24", "kept for documentation"),
        ("192.31.196.0/24", "a protocol's own"),
        ("192.52.193.0/24", "a protocol's own"),
        ("192.88.99.0/24", "a relay"),
        ("192.168.0.0/16", "a private network"),
        ("192.175.48.0/24", "a protocol's own"),
        ("198.18.0.0/15", "a test network"),
        ("198.51.100.0/24", "kept for documentation"),
        ("203.0.113.0/24", "kept for documentation"),
        ("224.0.0.0/4", "a group of machines"),
        ("240.0.0.0/4", "reserved"),
    )
)
# Everything outside 2000::/3 is no address of the open internet; these are the exceptions inside.
_OPEN_6 = IPv6Network("2000::/3")
_BLOCKS_6: tuple[tuple[IPv6Network, str], ...] = tuple(
    (IPv6Network(block), why)
    for block, why in (
        ("2001::/32", "a Teredo tunnel"),
        ("2001::/23", "a protocol's own"),
        ("2001:db8::/32", "kept for documentation"),
        ("2002::/16", "a 6to4 tunnel"),
        ("2620:4f:8000::/48", "a protocol's own"),
        ("3ffe::/16", "a network given up"),
        ("3fff::/20", "kept for documentation"),
    )
)
_OUTSIDE_6: tuple[tuple[IPv6Network, str], ...] = tuple(
    (IPv6Network(block), why)
    for block, why in (
        ("::1/128", "this machine"),
        ("::/128", "no host"),
        ("64:ff9b::/96", "a NAT64 translation"),
        ("64:ff9b:1::/48", "a NAT64 translation"),
        ("fc00::/7", "a private network"),
        ("fe80::/10", "the local link"),
        ("fec0::/10", "a site's own network"),
        ("ff00::/8", "a group of machines"),
    )
)
_ISATAP = frozenset({0x0000_5EFE, 0x0200_5EFE})
_NUMBER = re.compile(r"0x[0-9a-f]*|[0-9]+", re.IGNORECASE)
_LONGEST = 200


def refused(address: Address) -> str:
    """What kind of address it is, where no guest may go there; "" for one of the open internet."""
    if isinstance(address, IPv4Address):
        return next((why for block, why in _BLOCKS_4 if address in block), "")
    inner = address.ipv4_mapped
    if inner is not None:
        return refused(inner) or "an IPv4 address in disguise"
    if address.scope_id is not None:
        return "the local link"
    if address not in _OPEN_6:
        return next((why for block, why in _OUTSIDE_6 if address in block), "reserved")
    if (int(address) >> 32) & 0xFFFF_FFFF in _ISATAP:
        return "a tunnel"
    return next((why for block, why in _BLOCKS_6 if address in block), "")


def is_loopback(address: Address) -> bool:
    """Is it this very machine, plainly spelled?"""
    if isinstance(address, IPv4Address):
        return address in IPv4Network("127.0.0.0/8")
    return address == IPv6Address("::1")


def ends_in_number(host: str) -> bool:
    """Does a browser take this host for an IPv4 address, well spelled or not (WHATWG URL, 3.5)?"""
    last = host.rstrip(".").rpartition(".")[2]
    return bool(_NUMBER.fullmatch(last))


def read_address(host: str) -> Address:
    """The address that a host spells: decimal, octal, hexadecimal, short, in brackets or plain.

    Raises ValueError for what is no address, and for an IPv6 address with a zone.
    """
    if len(host) > _LONGEST or "%" in host:
        raise ValueError("no address")
    bare = host[1:-1] if host.startswith("[") and host.endswith("]") else host
    if ":" in bare:
        return ip_address(bare)
    return _read_4(bare.rstrip("."))


def _read_4(host: str) -> IPv4Address:
    """As `inet_aton` and the browsers do: one to four numbers, the last fills what is left."""
    parts = host.split(".")
    if len(parts) > 4:
        raise ValueError("too many parts")
    numbers = [_number(part) for part in parts]
    *front, last = numbers
    if any(number > 255 for number in front) or last >= 256 ** (5 - len(numbers)):
        raise ValueError("out of range")
    return IPv4Address(
        last + sum(number << (8 * (3 - place)) for place, number in enumerate(front))
    )


def _number(text: str) -> int:
    if not _NUMBER.fullmatch(text):
        raise ValueError("no number")
    if text[:2].lower() == "0x":
        return int(text[2:] or "0", 16)
    return int(text, 8) if len(text) > 1 and text[0] == "0" else int(text)
