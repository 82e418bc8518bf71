"""Files that were handed in at a page, kept in a private place until they are read or forgotten.

A file lies there under a random name; the name that it came with is only ever shown.
"""

import errno
import os
import secrets
import sys
import time
import unicodedata
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from ringback.desk.refusal import Code, Refusal
from ringback.home import Home
from ringback.web.secret import web_folder

if sys.platform == "win32":
    from pathlib import WindowsPath as PathHere
else:
    from pathlib import PosixPath as PathHere

FOLDER = "uploads"
LONGEST_NAME = 120
A_DAY = 24 * 3600


class Upload(PathHere):
    """The path of a file that was handed in; by ``name`` it is called as it was there."""

    said = ""

    @property
    def name(self) -> str:
        """What the file was called where it came from; of a folder above it, its own name."""
        return self.said or super().name


def folder_of(home: Home) -> Path:
    """Where the files wait: beside the seeker's own book."""
    return web_folder(home) / FOLDER


def keep_upload(home: Home, name: str, content: Iterable[bytes]) -> Upload:
    """Write a file that nobody but its owner can read, whole or not at all. Raises Refusal."""
    folder = folder_of(home)
    upload = Upload(folder / secrets.token_hex(16))
    upload.said = said_name(name)
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle = os.open(upload, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as file:
            for block in content:
                file.write(block)
    except OSError as error:
        remove(upload)
        if error.errno == errno.ENOSPC:
            raise Refusal(
                Code.FULL, "The disk is full: the file could not be taken in.",
                "Free some space and do it again.",
            ) from error  # fmt: skip
        raise Refusal(
            Code.DATABASE, f"The file could not be taken in: {error.strerror or error}.",
            "Check who may write to the folder of the book.",
        ) from error  # fmt: skip
    return upload


def said_name(name: str) -> str:
    """The last part of a name from outside, without what no eye can see, and not too long."""
    last = name.replace("\\", "/").rpartition("/")[2]
    seen = "".join(sign for sign in last if not unicodedata.category(sign).startswith("C"))
    seen = " ".join(seen.split())
    if len(seen) > LONGEST_NAME:
        stem, stop, ending = seen.rpartition(".")
        ending = stop + ending if stop and len(ending) < 10 else ""
        seen = (stem or seen)[: LONGEST_NAME - len(ending) - 1] + "…" + ending
    return seen if seen.strip(". ") else "file"


def remove(upload: Path) -> None:
    """Remove a file that was handed in, if it is still there."""
    with suppress(OSError):
        upload.unlink()


def sweep(home: Home, older_than: float = A_DAY) -> None:
    """Remove what has waited longer than so many seconds; 0: all of it."""
    with suppress(OSError):
        for file in folder_of(home).iterdir():
            with suppress(OSError):
                if time.time() - file.stat().st_mtime >= older_than:
                    file.unlink()
