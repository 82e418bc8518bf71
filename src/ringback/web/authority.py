"""A certificate authority of the book's own, so that a phone can reach the desk over HTTPS.

Its key never leaves this machine. What it may vouch for is written into its own certificate:
addresses of home networks and names that end in ``.local``, and nothing on the web (RFC 5280,
4.2.1.10). A phone that does not heed that still has only the key's secrecy to rely on.
"""

import ipaddress
import secrets
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from ringback.desk.refusal import Code, Refusal
from ringback.home import Home
from ringback.web.secret import web_folder, write_private

# RFC 1918, RFC 3927; loopback, which leads nowhere but to the device itself.
HOME_NETWORKS = tuple(
    ipaddress.IPv4Network(network)
    for network in (
        "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "169.254.0.0/16", "127.0.0.0/8",
    )
)  # fmt: skip
LOCAL = "local"
AUTHORITY_LASTS = timedelta(days=10 * 365)
# Apple takes up to 825 days of an authority that somebody installed (support.apple.com, HT210176).
CERTIFICATE_LASTS = timedelta(days=30)
RENEWED_AFTER = timedelta(days=15)
# The clock of a phone may be behind this one's.
_BEHIND = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Authority:
    """The authority: its certificate, and the key that signs with it."""

    certificate: x509.Certificate
    key: ec.EllipticCurvePrivateKey

    @property
    def fingerprint(self) -> str:
        """SHA-256 of the certificate, as phones and browsers show it."""
        return self.certificate.fingerprint(hashes.SHA256()).hex(":").upper()

    @property
    def der(self) -> bytes:
        """The certificate alone, for a phone to install."""
        return self.certificate.public_bytes(serialization.Encoding.DER)


def authority_file(home: Home) -> Path:
    """Where the authority is kept, with its key: readable by its owner alone."""
    return web_folder(home) / "authority.pem"


def authority_of(home: Home) -> Authority:
    """The authority of this book, made when it is first asked for. Raises Refusal."""
    file = authority_file(home)
    try:
        return _read(file)
    except FileNotFoundError:
        made = _made()
        try:
            write_private(file, _pem(made.certificate, made.key))
        except OSError as error:
            raise Refusal(
                Code.FULL, f"The authority for the home network cannot be kept: {error}.",
                "Make room, or serve without --lan.",
            ) from error  # fmt: skip
        return made
    except (OSError, ValueError) as error:
        raise Refusal(
            Code.DAMAGED, f"The authority for the home network in {file} cannot be used.",
            "Move that file away: a new one is made, and each phone has to install it.",
        ) from error  # fmt: skip


def known_authority(home: Home) -> Authority | None:
    """The authority if there is one that can be used; none is made."""
    try:
        return _read(authority_file(home))
    except (OSError, ValueError):
        return None


def certify(home: Home, names: tuple[str, ...]) -> Path:
    """A short-lived certificate for these addresses and names, with a key of its own.

    The file that holds both is readable by its owner alone. Raises Refusal.
    """
    authority = authority_of(home)
    key = ec.generate_private_key(ec.SECP256R1())
    now = datetime.now(UTC)
    public = key.public_key()
    certificate = (
        x509.CertificateBuilder()
        .subject_name(_called("Ringback"))
        .issuer_name(authority.certificate.subject)
        .public_key(public)
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - _BEHIND)
        .not_valid_after(now + CERTIFICATE_LASTS)
        .add_extension(x509.SubjectAlternativeName([_general(name) for name in names]), False)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_usage(signs_certificates=False), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(public), critical=False)
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key(authority.key.public_key()),
            critical=False,
        )
        .sign(authority.key, hashes.SHA256())
    )
    file = web_folder(home) / "lan.pem"
    try:
        write_private(file, _pem(certificate, key))
    except OSError as error:
        raise Refusal(
            Code.FULL, f"The certificate for the home network cannot be kept: {error}.",
            "Make room, or serve without --lan.",
        ) from error  # fmt: skip
    return file


def _made() -> Authority:
    key = ec.generate_private_key(ec.SECP256R1())
    now = datetime.now(UTC)
    # Whoever has two books can tell their authorities from each other.
    name = _called(f"Ringback {secrets.token_hex(3)}")
    permitted = [x509.DNSName(LOCAL), *(x509.IPAddress(network) for network in HOME_NETWORKS)]
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - _BEHIND)
        .not_valid_after(now + AUTHORITY_LASTS)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(_usage(signs_certificates=True), critical=True)
        .add_extension(x509.NameConstraints(permitted, None), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .sign(key, hashes.SHA256())
    )
    return Authority(certificate, key)


def _read(file: Path) -> Authority:
    content = file.read_bytes()
    key = serialization.load_pem_private_key(content, password=None)
    certificate = x509.load_pem_x509_certificate(content)
    if not isinstance(key, ec.EllipticCurvePrivateKey):
        raise ValueError("not a key of ours")
    if key.public_key() != certificate.public_key():
        raise ValueError("the key belongs to another certificate")
    if certificate.not_valid_after_utc < datetime.now(UTC) + CERTIFICATE_LASTS:
        raise ValueError("it has run out")
    return Authority(certificate, key)


def _pem(certificate: x509.Certificate, key: ec.EllipticCurvePrivateKey) -> str:
    pem = serialization.Encoding.PEM
    secret = key.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    return (certificate.public_bytes(pem) + secret).decode("ascii")


def _called(name: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])


def _general(name: str) -> x509.GeneralName:
    try:
        return x509.IPAddress(ipaddress.IPv4Address(name))
    except ValueError:
        return x509.DNSName(name)


def _usage(*, signs_certificates: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not signs_certificates, key_cert_sign=signs_certificates,
        crl_sign=signs_certificates, content_commitment=False, key_encipherment=False,
        data_encipherment=False, key_agreement=False, encipher_only=False, decipher_only=False,
    )  # fmt: skip
