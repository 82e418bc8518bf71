"""What this server alone knows: a key to sign with, kept beside the book and never in it."""

import os
import secrets
from contextlib import suppress
from pathlib import Path

from ringback.home import Home

FOLDER = "web"


def web_folder(home: Home) -> Path:
    """The folder beside the seeker's own book that holds what only the pages need.

    The demo's book has none of its own: whoever may see the one may see the other.
    """
    return (home.folder.parent if home.demo else home.folder) / FOLDER


def secret_key(home: Home) -> str:
    """The key of this book's pages, made at the first start and readable by its owner alone.

    Where nothing can be written, a key that holds as long as the process does.
    """
    file = web_folder(home) / "key"
    try:
        return file.read_text(encoding="ascii").strip() or _write(file)
    except FileNotFoundError:
        return _write(file)
    except (OSError, UnicodeDecodeError):
        return secrets.token_urlsafe(48)


def _write(file: Path) -> str:
    key = secrets.token_urlsafe(48)
    with suppress(OSError):
        write_private(file, key)
    return key


def write_private(file: Path, text: str) -> None:
    """Write a file that nobody but its owner can read, whole or not at all. Raises OSError."""
    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    new = file.with_name(f"{file.name}.{secrets.token_hex(4)}")
    handle = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as open_file:
            open_file.write(text)
            open_file.flush()
            os.fsync(open_file.fileno())
        new.replace(file)
    except BaseException:
        new.unlink(missing_ok=True)
        raise
