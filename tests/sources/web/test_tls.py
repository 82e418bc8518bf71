"""A connection that is not safe is not used."""

import ssl
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from ringback.sources.unreadable import Unreadable
from ringback.sources.web.fetch import fetch
from ringback.sources.web.guest import Guest
from tests.servers.hostile import Hostile, answer, running

pytest.importorskip("cryptography", reason="certificates for the tests are made with it")


def certificate(folder: Path, name: str) -> Path:
    """A certificate for a host, signed by itself, with its key in the same file."""
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.x509.oid import NameOID

    key = ec.generate_private_key(ec.SECP256R1())
    who = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(who)
        .issuer_name(who)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), critical=False)
        .sign(key, hashes.SHA256())
    )
    path = folder / f"{name}.pem"
    path.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
        + made.public_bytes(serialization.Encoding.PEM)
    )
    return path


@pytest.fixture(scope="module")
def pem(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return certificate(tmp_path_factory.mktemp("tls"), "acme.example")


@pytest.fixture
def safe(pem: Path) -> Iterator[Hostile]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(pem)
    with running(context) as server:
        server.otherwise = answer(b"staff")
        yield server


def going_to(guest: Guest, server: Hostile, host: str) -> tuple[str, Guest]:
    named = frozenset({(host, server.port)})
    return f"https://{host}:{server.port}/", replace(
        guest, here=named, resolve=lambda host, port: ["127.0.0.1"]
    )


def trusting(pem: Path) -> ssl.SSLContext:
    return ssl.create_default_context(cafile=str(pem))


def test_a_certificate_that_nobody_vouches_for_is_refused(safe: Hostile, guest: Guest) -> None:
    url, guest = going_to(guest, safe, "acme.example")
    with pytest.raises(Unreadable) as error:
        fetch(url, guest)
    assert error.value.code == "tls"
    assert error.value.sentence.count(".") == 2
    assert safe.asked == []


def test_a_certificate_of_another_host_is_refused(safe: Hostile, guest: Guest, pem: Path) -> None:
    url, guest = going_to(guest, safe, "other.example")
    with pytest.raises(Unreadable) as error:
        fetch(url, replace(guest, trust=lambda: trusting(pem)))
    assert error.value.code == "tls"
    assert safe.asked == []


def test_the_name_is_verified_though_an_address_is_connected_to(
    safe: Hostile, guest: Guest, pem: Path
) -> None:
    url, guest = going_to(guest, safe, "acme.example")
    assert fetch(url, replace(guest, trust=lambda: trusting(pem))).content == b"staff"


def test_a_server_that_speaks_no_tls_is_refused(server: Hostile, guest: Guest) -> None:
    with pytest.raises(Unreadable) as error:
        fetch(f"https://127.0.0.1:{server.port}/", guest)
    assert error.value.code in ("tls", "time", "unreachable")
