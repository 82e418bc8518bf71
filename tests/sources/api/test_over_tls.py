"""A service is asked over a connection that is safe, or not at all."""

import ssl
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from ringback.sources.api.client import Client
from ringback.sources.unreadable import Unreadable
from tests.servers.hostile import Hostile, running
from tests.servers.services import KEY, told
from tests.sources.web.test_tls import certificate

HOST = "api.acme.example"
HEADERS = {"X-API-KEY": KEY}


@pytest.fixture(scope="module")
def pem(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return certificate(tmp_path_factory.mktemp("tls"), HOST)


@pytest.fixture
def safe(pem: Path) -> Iterator[Hostile]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(pem)
    with running(context) as server:
        server.otherwise = told({"data": 1})
        yield server


def going_to(client: Client, server: Hostile, pem: Path | None) -> Client:
    """A client that looks the host up on this machine, and trusts the certificate or nobody new."""
    guest = replace(
        client.guest,
        here=frozenset({(HOST, server.port)}),
        resolve=lambda host, port: ["127.0.0.1"],
    )
    if pem is not None:
        guest = replace(guest, trust=lambda: ssl.create_default_context(cafile=str(pem)))
    return replace(client, base=f"https://{HOST}:{server.port}", guest=guest)


def test_a_service_that_proves_its_name_is_asked(client: Client, safe: Hostile, pem: Path) -> None:
    assert going_to(client, safe, pem).get("/v2/it", [], HEADERS) == {"data": 1}
    assert f"x-api-key: {KEY}" in safe.heads[0].lower()


def test_one_that_does_not_gets_no_key(client: Client, safe: Hostile) -> None:
    with pytest.raises(Unreadable) as error:
        going_to(client, safe, None).get("/v2/it", [], HEADERS)
    assert error.value.code == "tls"
    assert KEY not in error.value.sentence
    assert safe.heads == []
