"""The keys of services: in the environment, else in the system's keyring; nowhere else.

A key is never in the book, in a file of Ringback's own, or on a command line.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass

import keyring
from keyring.errors import KeyringError, PasswordDeleteError

from ringback.sources.api.secret import Secret, read_secret
from ringback.sources.api.service import Need, Service
from ringback.sources.unreadable import Unreadable

_OURS = "ringback"
ENVIRONMENT = "the environment"
KEYRING = "the keyring"


@dataclass(frozen=True, slots=True)
class Keys:
    """A service's key in its parts, and where it was found."""

    parts: Mapping[str, Secret]
    where: str


def find_keys(service: Service) -> Keys | None:
    """The key of a service; None where a part of it is missing everywhere.

    Raises Unreadable (key) for one that can be none, and where the keyring does not open.
    """
    parts: dict[str, Secret] = {}
    where = ENVIRONMENT
    for need in service.needs:
        text = os.environ.get(need.variable, "").strip()
        if not text:
            text, where = _in_keyring(need), KEYRING
        if not text:
            return None
        parts[need.entry] = read_secret(text, service.label)
    return Keys(parts, where)


def missing(service: Service) -> Unreadable:
    """The refusal where there is no key, with the ways to give one."""
    variables = " and ".join(need.variable for need in service.needs)
    return Unreadable(
        "key", f"There is no key for {service.label}.",
        f"`ringback config key {service.key}` stores it in the system's keyring, or set "
        f"{variables}. Where it comes from: {service.terms}",
    )  # fmt: skip


def store(need: Need, text: str, label: str) -> None:
    """Keep a part of a key in the keyring. Raises Unreadable (key)."""
    secret = read_secret(text, label)
    try:
        keyring.set_password(_OURS, need.entry, secret.reveal())
    except KeyringError as error:
        raise _no_keyring(need) from error


def forget(service: Service) -> bool:
    """Take the key out of the keyring; whether any of it was there. Raises Unreadable (key)."""
    found = False
    for need in service.needs:
        try:
            keyring.delete_password(_OURS, need.entry)
            found = True
        except PasswordDeleteError:
            continue
        except KeyringError as error:
            raise _no_keyring(need) from error
    return found


def _in_keyring(need: Need) -> str:
    try:
        return (keyring.get_password(_OURS, need.entry) or "").strip()
    except KeyringError:
        # No keyring, or one that stays locked: no key is there.
        return ""


def _no_keyring(need: Need) -> Unreadable:
    return Unreadable(
        "key", "This system has no keyring that Ringback can open.",
        f"Set {need.variable} in the environment for as long as you ask.",
    )  # fmt: skip
