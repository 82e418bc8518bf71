"""The desk in the home network: only when asked, only over HTTPS, only for whom was let in."""

from __future__ import annotations

import http.client
import json
import re
import socket
import ssl
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from ringback.desk.refusal import Refusal
from ringback.home import Home
from ringback.web.authority import authority_file, authority_of, certify
from ringback.web.devices import Devices
from ringback.web.lan import lan_names
from ringback.web.secret import web_folder
from tests.web.browser.serving import environment

# A loopback address beside the usual one, that stands for this machine's own at home.
AT_HOME = "127.0.0.2"


@dataclass(frozen=True)
class Running:
    home: Path
    told: dict[str, str | int | list[str]]
    process: subprocess.Popen[str]

    @property
    def port(self) -> int:
        return int(str(self.told["port"]))

    @property
    def token(self) -> str:
        return str(self.told["address"]).partition("token=")[2]


@contextmanager
def serving(home: Path, *options: str) -> Iterator[Running]:
    process = subprocess.Popen(
        [sys.executable, "-m", "ringback", "serve", "--no-browser", "--json", "--port", "0",
         *options],
        env=environment(home), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    try:
        assert process.stdout is not None
        told = json.loads("".join(iter(process.stdout.readline, "}\n")) + "}")
        yield Running(home, told, process)
    finally:
        process.terminate()
        process.communicate(timeout=20)


def trusting(home: Path) -> ssl.SSLContext:
    """What a phone is that installed the authority's certificate, and knows no other one."""
    return ssl.create_default_context(cadata=authority_of(Home(home)).der)


class Pinned(http.client.HTTPSConnection):
    """A connection to an address whose certificate is held against a name."""

    def __init__(self, desk: Running, name: str, context: ssl.SSLContext) -> None:
        super().__init__(name, desk.port, timeout=20, context=context)
        self.trusts = context

    def connect(self) -> None:
        plain = socket.create_connection((AT_HOME, self.port), timeout=20)
        self.sock = self.trusts.wrap_socket(plain, server_hostname=self.host)


def status(connection: http.client.HTTPConnection, path: str = "/", **headers: str) -> int:
    with closing(connection):
        connection.request("GET", path, headers=headers)
        return connection.getresponse().status


def at_home(desk: Running, name: str = AT_HOME) -> Pinned:
    return Pinned(desk, name, trusting(desk.home))


def test_nothing_is_bound_beyond_loopback_unless_it_was_asked_for(tmp_path: Path) -> None:
    with serving(tmp_path) as desk:
        with socket.create_connection(("127.0.0.1", desk.port), timeout=20):
            pass
        with pytest.raises(ConnectionRefusedError):
            socket.create_connection((AT_HOME, desk.port), timeout=20)
        assert set(desk.told) == {"address", "port"}
    assert not authority_file(Home(tmp_path)).exists()


def test_at_home_it_answers_over_https_to_its_own_names_alone(tmp_path: Path) -> None:
    with serving(tmp_path, "--lan", "--address", AT_HOME, "--name", "My-Desk") as desk:
        port = desk.port
        assert desk.told["home_network"] == [f"https://{AT_HOME}:{port}",
                                             f"https://my-desk.local:{port}"]  # fmt: skip
        assert desk.told["fingerprint"] == authority_of(Home(tmp_path)).fingerprint
        for name in (AT_HOME, "my-desk.local"):
            assert status(at_home(desk, name)) == 401
        for host in (f"127.0.0.1:{port}", f"localhost:{port}", f"evil.example:{port}", AT_HOME):
            assert status(at_home(desk), Host=host) == 421
        # The names of the home network are not answered where nothing is sealed.
        here = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
        assert status(here, Host=f"{AT_HOME}:{port}") == 421
        # And over the home address nothing is answered that is not sealed.
        with pytest.raises((http.client.HTTPException, ConnectionError)):
            status(http.client.HTTPConnection(AT_HOME, port, timeout=20))


def test_whoever_says_nothing_keeps_nobody_waiting(tmp_path: Path) -> None:
    with serving(tmp_path, "--lan", "--address", AT_HOME) as desk, ExitStack() as silent:
        for _ in range(4):
            silent.enter_context(socket.create_connection((AT_HOME, desk.port)))
        assert status(at_home(desk)) == 401


def test_the_start_token_opens_nothing_from_the_home_network(tmp_path: Path) -> None:
    with serving(tmp_path, "--lan", "--address", AT_HOME) as desk:
        assert status(at_home(desk), f"/start?token={desk.token}") == 401
        here = http.client.HTTPConnection("127.0.0.1", desk.port, timeout=20)
        assert status(here, f"/start?token={desk.token}") == 302


def test_a_phone_comes_in_by_a_code_and_is_shut_out_again(tmp_path: Path) -> None:
    with serving(tmp_path, "--lan", "--address", AT_HOME) as desk, ExitStack() as stack:
        here = http.client.HTTPConnection("127.0.0.1", desk.port, timeout=20)
        computer, phone, other = (
            Browser(stack.enter_context(closing(connection)))
            for connection in (here, at_home(desk), at_home(desk))
        )
        computer.get(f"/start?token={desk.token}")
        assert 'href="/settings/devices/phone/"' in computer.get("/welcome/")
        page = computer.post("/settings/devices/phone/code/", seen_at="/settings/devices/phone/")
        code = re.search(r"/pair\?code=([A-Z]{8})", page)
        assert code is not None
        assert "What is this device called?" in phone.get(f"/pair?code={code[1]}")
        phone.post("/pair/in/", seen_at=f"/pair?code={code[1]}", code=code[1], name="Ana’s phone")
        assert phone.status == 302
        assert "; Secure" in phone.sealed[f"ringback_{desk.port}"]
        assert 'href="/settings/devices/phone/"' not in phone.get("/welcome/")
        assert "Download the certificate" in phone.get("/settings/devices/authority/")
        (kept,) = [one for one in Devices(Home(tmp_path)).all() if one.kind == "phone"]
        assert kept.name == "Ana’s phone"
        other.get(f"/pair?code={code[1]}")
        assert other.status == 401
        computer.post("/settings/devices/shut-out/", seen_at="/settings/devices/", device=kept.id)
        phone.get("/settings/devices/authority/")
        assert phone.status == 401
        listed = Path(f"/proc/{desk.process.pid}/cmdline")
        if listed.exists():
            assert desk.token.encode() not in listed.read_bytes()
        secrets = [code[1], desk.token]
    assert desk.process.stderr is not None
    for file in tmp_path.rglob("*"):
        content = file.read_bytes() if file.is_file() else b""
        assert not any(secret.encode() in content for secret in secrets)


class Browser:
    """As much of a browser as it takes: it keeps cookies, and sends a page's own token along."""

    def __init__(self, connection: http.client.HTTPConnection) -> None:
        self.connection = connection
        self.cookies: dict[str, str] = {}
        self.sealed: dict[str, str] = {}
        self.status = 0

    def get(self, path: str) -> str:
        return self._ask("GET", path)

    def post(self, path: str, *, seen_at: str, **fields: str) -> str:
        from urllib.parse import urlencode

        token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', self.get(seen_at))
        assert token is not None
        return self._ask("POST", path, urlencode({**fields, "csrfmiddlewaretoken": token[1]}))

    def _ask(self, method: str, path: str, body: str | None = None) -> str:
        headers = {"Cookie": "; ".join(f"{name}={it}" for name, it in self.cookies.items())}
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
            scheme = "https" if isinstance(self.connection, Pinned) else "http"
            headers["Origin"] = f"{scheme}://{self.connection.host}:{self.connection.port}"
        self.connection.request(method, path, body, headers)
        answer = self.connection.getresponse()
        self.status = answer.status
        for line in answer.headers.get_all("Set-Cookie", []):
            name, _, value = line.partition("=")
            self.cookies[name] = value.partition(";")[0]
            self.sealed[name] = line
        return answer.read().decode("utf-8", "replace")


# --- the authority ------------------------------------------------------------------------------


def test_the_keys_are_their_owners_alone_and_the_authority_is_made_once(tmp_path: Path) -> None:
    home = Home(tmp_path)
    first = authority_of(home)
    assert authority_of(home).fingerprint == first.fingerprint
    certify(home, ("192.168.1.20",))
    for file in web_folder(home).iterdir():
        assert file.stat().st_mode & 0o077 == 0, file.name
    assert web_folder(home).stat().st_mode & 0o077 == 0


def test_a_damaged_authority_is_said_and_left_as_it_is(tmp_path: Path) -> None:
    home = Home(tmp_path)
    authority_of(home)
    authority_file(home).write_text("nothing of the kind")
    with pytest.raises(Refusal, match="cannot be used"):
        authority_of(home)
    assert authority_file(home).read_text() == "nothing of the kind"


def test_a_certificate_is_short_lived_and_for_its_names_alone(tmp_path: Path) -> None:
    made = certify(Home(tmp_path), ("192.168.1.20", "desk.local")).read_bytes()
    one = x509.load_pem_x509_certificate(made)
    names = one.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    assert [str(name) for name in names.get_values_for_type(x509.IPAddress)] == ["192.168.1.20"]
    assert names.get_values_for_type(x509.DNSName) == ["desk.local"]
    assert one.not_valid_after_utc - datetime.now(UTC) <= timedelta(days=30)
    usage = one.extensions.get_extension_for_class(x509.ExtendedKeyUsage).value
    assert [use.dotted_string for use in usage] == ["1.3.6.1.5.5.7.3.1"]
    assert not one.extensions.get_extension_for_class(x509.BasicConstraints).value.ca


@pytest.mark.parametrize("name", ["bank.example", "8.8.8.8", "local.example"])
def test_what_the_authority_may_not_vouch_for_is_not_believed(tmp_path: Path, name: str) -> None:
    """Should its key ever be stolen: a certificate for a site of the web is worth nothing."""
    home = Home(tmp_path)
    stolen = authority_of(home)
    for forged, believed in ((name, False), ("desk.local", True)):
        file = tmp_path / "forged.pem"
        file.write_bytes(_forged(stolen.certificate, stolen.key, forged))
        assert _believes(trusting(tmp_path), file, forged) is believed


def _forged(issuer: x509.Certificate, key: ec.EllipticCurvePrivateKey, name: str) -> bytes:
    import ipaddress

    own = ec.generate_private_key(ec.SECP256R1())
    is_address = name[0].isdigit()
    general = x509.IPAddress(ipaddress.IPv4Address(name)) if is_address else x509.DNSName(name)
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(x509.Name([])).issuer_name(issuer.subject).public_key(own.public_key())
        .serial_number(1).not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([general]), critical=True)
        .sign(key, hashes.SHA256())
    )  # fmt: skip
    pem = serialization.Encoding.PEM
    return made.public_bytes(pem) + own.private_bytes(
        pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )


def _believes(phone: ssl.SSLContext, certificate: Path, name: str) -> bool:
    server = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    server.load_cert_chain(certificate)
    to_phone, to_server = ssl.MemoryBIO(), ssl.MemoryBIO()
    here = phone.wrap_bio(to_phone, to_server, server_hostname=name)
    there = server.wrap_bio(to_server, to_phone, server_side=True)
    for _ in range(6):
        for side in (here, there):
            try:
                side.do_handshake()
            except ssl.SSLWantReadError:
                continue
            except ssl.SSLCertVerificationError as error:
                return "permitted subtree violation" not in str(error)
    return here.version() is not None


# --- where it may be served ---------------------------------------------------------------------


@pytest.mark.parametrize(
    "address", ["8.8.8.8", "192.0.2.2", "172.32.0.1", "192.168.1.255", "::", "desk"]
)
def test_an_address_that_is_not_at_home_is_refused(address: str) -> None:
    with pytest.raises(Refusal, match="no address of a home network"):
        lan_names(address, "desk")


@pytest.mark.parametrize("name", ["desk.example", "a b", "-desk", "de_sk", "x" * 64, "*", "a,b"])
def test_a_name_that_leads_elsewhere_is_refused(name: str) -> None:
    with pytest.raises(Refusal, match="cannot be a name"):
        lan_names("192.168.1.20", name)


@pytest.mark.parametrize("name", ["desk", "Desk.local", "DESK"])
def test_a_name_is_one_of_the_home_network(name: str) -> None:
    assert lan_names("192.168.1.20", name) == ("192.168.1.20", "desk.local")
