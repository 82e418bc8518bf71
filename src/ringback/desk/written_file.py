"""Files that the desk writes: they appear whole or not at all, readable by their owner alone."""

import errno
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from ringback.desk.refusal import Code, Refusal


def write_file(path: Path, content: bytes, *, overwrite: bool = False) -> Path:
    """Write a file; where it is. Raises Refusal (ask), (disk full), (bad file)."""
    refuse_taken(path, overwrite=overwrite)
    with appearing(path) as file:
        file.write(content)
    return path


def refuse_taken(path: Path, *, overwrite: bool = False) -> None:
    """Raise Refusal (bad file) for a folder, (ask) for a file that is there already."""
    if path.is_dir():
        raise Refusal(Code.BAD_FILE, f"{path} is a folder.", "Name the file to be written in it.")
    if path.exists() and not overwrite:
        raise Refusal(
            Code.ASK, f"{path} is there already.",
            "Choose another name, or say that it may be written over.",
        )  # fmt: skip


@contextmanager
def appearing(path: Path) -> Iterator[IO[bytes]]:
    """A file that takes its name when it is whole. Raises Refusal (disk full), (bad file)."""
    unnamed = ""
    try:
        handle, unnamed = tempfile.mkstemp(prefix=".ringback-", suffix=".part", dir=path.parent)
        with os.fdopen(handle, "w+b") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        Path(unnamed).replace(path)
        unnamed = ""
    except OSError as error:
        raise _cannot_write(path, error) from error
    finally:
        if unnamed:
            Path(unnamed).unlink(missing_ok=True)


def _cannot_write(path: Path, error: OSError) -> Refusal:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return Refusal(
            Code.FULL, f"The disk is full: {path.name} was not written.",
            "Free some space, or name a file on another disk.",
        )  # fmt: skip
    if error.errno in (errno.ENOENT, errno.ENOTDIR):
        return Refusal(
            Code.BAD_FILE, f"There is no folder {path.parent}.", "Make it, or name another."
        )
    return Refusal(
        Code.BAD_FILE, f"{path} cannot be written: {error.strerror or error}.",
        "Check who may write there, or name another folder.",
    )  # fmt: skip
