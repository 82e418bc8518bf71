"""The home network: under which address and name this machine is reached in it."""

import ipaddress
import re
import socket

from ringback.desk.refusal import Code, Refusal
from ringback.web.authority import HOME_NETWORKS, LOCAL
from ringback.web.serving import LOOPBACK

# Which way out the system would take is asked of it; nothing is sent to any of these addresses.
_WAYS_OUT = ("198.51.100.1", "192.168.255.254", "10.255.255.254", "172.31.255.254")
# RFC 1123: one label of a host's name.
_LABEL = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?")


def lan_names(address: str | None, name: str | None) -> tuple[str, ...]:
    """The address, and then the ``.local`` name, of this machine in the home network.

    ``address`` is one that was asked for, else the machine's own; ``name`` likewise, with or
    without ``.local``. Raises Refusal.
    """
    own = _asked_for(address) if address else _own_address()
    label = _label(name) if name else _own_label()
    return (own, f"{label}.{LOCAL}") if label else (own,)


def _asked_for(address: str) -> str:
    if not _is_home(address):
        raise Refusal(
            Code.BAD_VALUE, f"{address} is no address of a home network.",
            "Such as 192.168.1.20 or 10.0.0.5; Ringback is served to nobody beyond one.",
        )  # fmt: skip
    if address in LOOPBACK:
        raise Refusal(
            Code.BAD_VALUE, f"At {address} every device finds only itself, a phone too.",
            "Leave --address away, or name the one this computer has in the home network.",
        )  # fmt: skip
    return str(ipaddress.IPv4Address(address))


def _own_address() -> str:
    for way in _WAYS_OUT:
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
            try:
                probe.connect((way, 9))
            except OSError:
                continue
            address = str(probe.getsockname()[0])
        if _is_home(address) and not ipaddress.IPv4Address(address).is_loopback:
            return address
    raise Refusal(
        Code.BAD_VALUE, "This computer has no address in a home network.",
        "Connect it to the phone's network and say it again; until then `ringback serve` opens "
        "the desk on this computer alone.",
    )  # fmt: skip


def _is_home(address: str) -> bool:
    try:
        one = ipaddress.IPv4Address(address)
    except ValueError:
        return False
    return any(one in network for network in HOME_NETWORKS) and one.packed[3] not in (0, 255)


def _label(name: str) -> str:
    label = name.strip().lower().removesuffix(f".{LOCAL}")
    if not _LABEL.fullmatch(label):
        raise Refusal(
            Code.BAD_VALUE, f"“{name}” cannot be a name in the home network.",
            "Letters, digits and hyphens, such as `--name my-desk`; it becomes my-desk.local.",
        )  # fmt: skip
    return label


def _own_label() -> str:
    label = socket.gethostname().partition(".")[0].lower()
    return label if _LABEL.fullmatch(label) and label != "localhost" else ""
