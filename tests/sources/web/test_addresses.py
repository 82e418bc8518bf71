"""Addresses by every spelling: only those of the open internet may be connected to."""

from ipaddress import IPv4Address, IPv6Address, ip_address

import httpx2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ringback.sources.unreadable import Unreadable
from ringback.sources.web.addresses import read_address, refused
from ringback.sources.web.urls import read_url

FORBIDDEN = """
127.0.0.1 127.1 127.0.1 127.255.255.254 2130706433 0x7f000001 0x7F000001 017700000001 0177.0.0.1
0177.0.0.01 0x7f.0.0.1 0x7f.0x0.0x0.0x1 0x7f.1 127.0.0.1. 127.0.0.1.. 0 0.0.0.0 0x 0.1.2.3
10.0.0.1 10.255.255.255 167772161 0xa.1 012.1.2.3 172.16.0.1 172.31.255.255 192.168.0.1 192.168.257
0xc0a80001 3232235521 169.254.169.254 0xa9fea9fe 2852039166 0251.0376.0251.0376 169.254.43518
100.64.0.1 100.100.100.200 100.127.255.255 192.0.0.192 192.0.2.5 198.51.100.7 203.0.113.9 198.18.0.1
198.19.255.255 192.88.99.1 224.0.0.1 239.255.255.250 240.0.0.1 255.255.255.255 4294967295
168.63.129.16 [::] [::1] [0:0:0:0:0:0:0:1] [::0001] [::127.0.0.1] [::7f00:1] [::ffff:127.0.0.1]
[::ffff:7f00:1] [::FFFF:10.0.0.1] [::ffff:a9fe:a9fe] [::ffff:0:127.0.0.1] [::ffff:8.8.8.8]
[64:ff9b::127.0.0.1] [64:ff9b::a9fe:a9fe] [64:ff9b::8.8.8.8] [64:ff9b:1::1] [2002:7f00:1::]
[2002:a9fe:a9fe::1] [2002:808:808::1] [2001::1] [2001:0:7f00:1::] [2001:db8::1] [3fff::1] [3ffe::1]
[2001:10::1] [2001:20::1] [2001:2::1] [fc00::1] [fd00:ec2::254] [fe80::1] [febf::1] [fec0::1]
[feff::1] [ff02::1] [ff0e::1] [100::1] [4000::1] [5f00::1] [2600::5efe:10.0.0.1]
[2a00:1450:4001::200:5efe:7f00:1] １２７.０.０.１ ①②⑦.0.0.1 127。0。0。1 127．0．0．1
%31%32%37.0.0.1
""".split()
OPEN = """
8.8.8.8 134744072 0x08080808 010.8.8.8 8.8.8.8. 93.184.216.34 1.1.1.1 172.32.0.1 100.128.0.1
11.0.0.1 126.255.255.255 128.0.0.1 169.253.0.1 192.167.1.1 223.255.255.255 [2606:4700::1111]
[2a00:1450:4001:81b::200e] [2001:4860:4860::8888] [2620:fe::fe]
""".split()
NO_ADDRESS = """
256.0.0.1 1.2.3.4.5 4294967296 0x100000000 1.2.3.256 08.8.8.8 1..1 .1 [::1%25lo]
[fe80::1%eth0] [::g] [1.2.3.4] [:::1] [] 127.0.0.1:99999 [::ffff:256.0.0.1]
""".split()
NAMES_OF_THIS_NETWORK = """
localhost LOCALHOST localhost. a.localhost printer.local metadata.google.internal nas.lan
router.home router.home.arpa intranet wiki.corp hidden.onion 1.0.0.127.in-addr.arpa
ｌｏｃａｌｈｏｓｔ
""".split()


def host_of(spelled: str) -> str:
    return read_url(f"http://{spelled}/").host


def test_there_are_sixty_spellings_and_more() -> None:
    assert len(set(FORBIDDEN)) >= 60


@pytest.mark.parametrize("spelled", FORBIDDEN)
def test_a_forbidden_address_is_refused_by_any_spelling(spelled: str) -> None:
    assert refused(ip_address(host_of(spelled)))


@pytest.mark.parametrize("spelled", OPEN)
def test_an_address_of_the_open_internet_is_not_refused(spelled: str) -> None:
    assert refused(ip_address(host_of(spelled))) == ""


@pytest.mark.parametrize("spelled", NO_ADDRESS)
def test_what_only_looks_like_an_address_is_none(spelled: str) -> None:
    with pytest.raises(Unreadable) as error:
        host_of(spelled)
    assert error.value.code == "address"


@pytest.mark.parametrize("spelled", NAMES_OF_THIS_NETWORK)
def test_a_name_of_this_machine_or_its_network_is_refused_before_it_is_looked_up(
    spelled: str,
) -> None:
    with pytest.raises(Unreadable) as error:
        host_of(spelled)
    assert error.value.code in ("forbidden", "address")


@given(st.text("aZ09-_"), st.text("aZ09-_~./"), st.text("aZ09-_~.=&+"))
def test_a_plain_address_is_read_as_a_client_would_ask_for_it(
    name: str, path: str, query: str
) -> None:
    spelled = f"https://acme{name[:40]}.example/{path}{'?' if query else ''}{query}"
    url, asked = read_url(spelled), httpx2.URL(spelled)
    assert (url.host.encode(), url.target.encode()) == (asked.raw_host, asked.raw_path)


@given(st.ip_addresses(v=4))
def test_every_spelling_of_a_number_is_the_same_address(address: IPv4Address) -> None:
    number = int(address)
    first, *rest = address.packed
    tail = int.from_bytes(bytes(rest), "big")
    spellings = [
        str(number), hex(number), f"0{number:o}", f"0x{number:X}", f"{first}.{tail}",
        ".".join(f"0{byte:o}" for byte in address.packed),
        ".".join(hex(byte) for byte in address.packed), f"{address}.",
    ]  # fmt: skip
    assert {read_address(one) for one in spellings} == {address}


@given(st.ip_addresses(v=4))
def test_no_ipv4_address_slips_through_inside_an_ipv6_one(address: IPv4Address) -> None:
    inner = int(address)
    for prefix in ("::", "::ffff:0:0", "::ffff:0:0:0", "64:ff9b::", "64:ff9b:1::"):
        assert refused(IPv6Address(int(IPv6Address(prefix)) | inner))
    assert refused(IPv6Address((0x2002 << 112) | (inner << 80)))
    assert refused(IPv6Address((0x20010000 << 96) | (inner ^ 0xFFFF_FFFF)))


@given(st.ip_addresses())
def test_what_the_standard_library_holds_back_is_held_back_here_too(
    address: IPv4Address | IPv6Address,
) -> None:
    if not address.is_global:
        assert refused(address)
