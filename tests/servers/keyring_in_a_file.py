"""A keyring for tests: an ordinary backend, whose entries are in the file that a variable names."""

import json
import os
from pathlib import Path

from keyring.backend import KeyringBackend
from keyring.compat import properties
from keyring.errors import KeyringLocked, PasswordDeleteError

FILE_VARIABLE = "RINGBACK_TEST_KEYRING"
BACKEND = f"{__name__}.KeyringInAFile"
LOCKED = "locked"


class KeyringInAFile(KeyringBackend):
    """Locked where the variable says so instead of naming a file."""

    @properties.classproperty
    def priority(self) -> float:
        return 1.0

    def get_password(self, service: str, username: str) -> str | None:
        return self._entries().get(f"{service}/{username}")

    def set_password(self, service: str, username: str, password: str) -> None:
        self._write({**self._entries(), f"{service}/{username}": password})

    def delete_password(self, service: str, username: str) -> None:
        entries = self._entries()
        if entries.pop(f"{service}/{username}", None) is None:
            raise PasswordDeleteError(username)
        self._write(entries)

    def _entries(self) -> dict[str, str]:
        file = self._file()
        return dict(json.loads(file.read_text("utf-8"))) if file.exists() else {}

    def _write(self, entries: dict[str, str]) -> None:
        self._file().write_text(json.dumps(entries), "utf-8")

    def _file(self) -> Path:
        named = os.environ[FILE_VARIABLE]
        if named == LOCKED:
            raise KeyringLocked("it stays locked")
        return Path(named)
