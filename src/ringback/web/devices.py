"""The devices that may enter: each with a token of its own, of which only a digest is kept."""

import hashlib
import hmac
import json
import secrets
import threading
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from pathlib import Path

from ringback.home import Home
from ringback.web.secret import web_folder, write_private

_LOCK = threading.Lock()
LONGEST_NAME = 60
# How exactly it is kept when a device was last seen, so that few requests write anything.
NOTED_EACH = timedelta(hours=1)


class DeviceKind(StrEnum):
    """What a device is; the browser extension may hand in pages, and opens none."""

    COMPUTER = "computer"
    PHONE = "phone"
    EXTENSION = "extension"


@dataclass(frozen=True, slots=True)
class Device:
    """A browser that was let in. ``digest`` is of its token; moments are ISO 8601 in UTC.

    ``origin`` is the one that an extension was paired from, and asks from ever after. ``seen`` is
    when it last asked, to the hour (``NOTED_EACH``).
    """

    id: str
    name: str
    kind: str
    digest: str
    since: str
    seen: str
    origin: str = ""

    @property
    def last_seen(self) -> datetime:
        """When it last asked, aware."""
        return datetime.fromisoformat(self.seen)

    @property
    def let_in(self) -> datetime:
        """When it was let in, aware."""
        return datetime.fromisoformat(self.since)

    def is_due(self, now: datetime) -> bool:
        """Whether it is to be noted that it was seen at a moment (aware)."""
        return now - datetime.fromisoformat(self.seen) >= NOTED_EACH


class Devices:
    """The list of devices, in a file beside the book; each change is written at once."""

    def __init__(self, home: Home) -> None:
        self._file = web_folder(home) / "devices.json"

    @property
    def file(self) -> Path:
        return self._file

    def all(self) -> list[Device]:
        """Every device that may enter, the newest first."""
        try:
            rows = json.loads(self._file.read_text(encoding="utf-8"))
            return [Device(**row) for row in rows]
        except (OSError, ValueError, TypeError):
            return []

    def admit(self, name: str, kind: DeviceKind, origin: str = "") -> tuple[Device, str]:
        """Let a device in: what is kept of it, and the token that it keeps. Raises OSError."""
        token = secrets.token_urlsafe(32)
        now = datetime.now(UTC).isoformat(timespec="seconds")
        device = Device(
            secrets.token_hex(8), name[:LONGEST_NAME], kind.value, _digest(token), now, now,
            origin,
        )  # fmt: skip
        with _LOCK:
            self._write([device, *self.all()])
        return device, f"{device.id}.{token}"

    def known(self, credential: str) -> Device | None:
        """The device of this credential; None where there is none, or none any more."""
        name, _, token = credential.partition(".")
        digest = _digest(token)
        found = None
        for device in self.all():
            if hmac.compare_digest(device.id, name) and hmac.compare_digest(device.digest, digest):
                found = device
        return found

    def saw(self, device: Device, now: datetime | None = None) -> threading.Thread | None:
        """Note that a device asks, once an hour and beside its request, which never waits for it.

        The thread that writes it; None where there is nothing to note. ``now`` is aware.
        """
        moment = now or datetime.now(UTC)
        if not device.is_due(moment):
            return None
        thread = threading.Thread(
            target=self._note, args=(device.id, moment), name="ringback-seen", daemon=True
        )
        thread.start()
        return thread

    def _note(self, device: str, moment: datetime) -> None:
        seen = moment.astimezone(UTC).isoformat(timespec="seconds")
        # Where nothing can be written, it is not known when a device was seen; no more than that.
        with _LOCK, suppress(OSError):
            before = self.all()
            after = [
                replace(one, seen=seen) if one.id == device and one.is_due(moment) else one
                for one in before
            ]
            if after != before:
                self._write(after)

    def revoke(self, device: str) -> bool:
        """Shut a device out; whether it was on the list. Raises OSError."""
        with _LOCK:
            before = self.all()
            after = [one for one in before if one.id != device]
            if len(after) != len(before):
                self._write(after)
            return len(after) != len(before)

    def _write(self, devices: list[Device]) -> None:
        write_private(self._file, json.dumps([asdict(one) for one in devices], indent=1))


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
