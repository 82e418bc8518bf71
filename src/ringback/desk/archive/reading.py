"""An archive from outside: looked at before it is trusted, and read line by line.

Nothing is ever unpacked to disk, so the names in it lead nowhere; what they say is checked anyway.
"""

import hashlib
import json
import lzma
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import IO
from uuid import UUID

from ringback.desk.archive.rows import Json
from ringback.desk.archive.shape import FORMAT, SCHEMA, TABLES
from ringback.desk.refusal import Code, Refusal

MANIFEST = "manifest.json"
MOST_MEMBERS = 50_000
MOST_UNPACKED = 4_000_000_000
LARGEST_MANIFEST = 20_000_000
LARGEST_FILE = 100_000_000
LONGEST_LINE = 32_000_000
# Text of the book packs ten to twenty times; a bomb a thousand times.
RATIO = 150
_RATIO_COUNTS_FROM = 20_000_000
_DIRECTORY = 16_000_000
_BLOCK = 1 << 20
_NAME = re.compile(r"(?:records/[a-z_]+\.jsonl|sheets/[a-z_]+\.csv|files/[0-9a-f]{64}/[^/\\]+)")
_DIGEST = re.compile(r"[0-9a-f]{64}")
_FAULTS = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, RuntimeError, NotImplementedError,
    ValueError, KeyError, struct.error, OverflowError,
)  # fmt: skip
_AGAIN = "Nothing was brought in. Copy the archive again from where it was kept."


@dataclass(frozen=True, slots=True)
class Member:
    """What the manifest says of one file of the archive."""

    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class Manifest:
    """What an archive says of itself."""

    schema: int
    uid: UUID
    name: str
    exported_at: datetime
    counts: dict[str, int]
    members: dict[str, Member]


class Archive:
    """An opened archive whose manifest was read; its members are checked by ``prove``."""

    def __init__(self, path: Path, packed: zipfile.ZipFile) -> None:
        self.name = path.name
        self._packed = packed
        self.manifest = _manifest(packed, path.name)

    def prove(self) -> None:
        """Read everything once and hold it against the manifest. Raises Refusal (bad file)."""
        for name, told in self.manifest.members.items():
            digest, size = hashlib.sha256(), 0
            with self._open(name) as member:
                while block := member.read(_BLOCK):
                    digest.update(block)
                    size += len(block)
            if size != told.size or digest.hexdigest() != told.sha256:
                raise bad(f"{name} in {self.name} is not what was written into it.")

    def lines(self, name: str) -> Iterator[tuple[int, bytes]]:
        """The lines of a file of records with their numbers; none where an older one lacks it."""
        if name not in self.manifest.members:
            return
        with self._open(name) as member:
            number = 0
            while line := member.readline(LONGEST_LINE + 1):
                number += 1
                if len(line) > LONGEST_LINE or not line.endswith(b"\n"):
                    raise bad(f"{name} in {self.name}, line {number}: the line has no end.")
                yield number, line

    def content(self, name: str) -> bytes | None:
        """A document; None where the archive has none of this name."""
        if name not in self.manifest.members:
            return None
        with self._open(name) as member:
            return member.read()

    @contextmanager
    def _open(self, name: str) -> Iterator[IO[bytes]]:
        try:
            with self._packed.open(name) as member:
                yield member
        except (*_FAULTS, OSError) as error:
            raise bad(f"{name} in {self.name} is damaged, or missing.") from error


def is_archive(path: Path) -> bool:
    """Whether a file is one of ours, whole or not; False for whatever cannot be told."""
    try:
        with path.open("rb") as file:
            if file.read(4) != b"PK\x03\x04" or _too_long(file):
                return False
            with zipfile.ZipFile(file) as packed:
                names = set(packed.namelist())
    except (*_FAULTS, OSError):
        return False
    return MANIFEST in names and any(table.member in names for table in TABLES)


@contextmanager
def opened(path: Path) -> Iterator[Archive]:
    """An archive that may be read: of bearable size, of this format, of a version that is known.

    Raises Refusal (bad file) with one sentence.
    """
    try:
        file = path.open("rb")
    except OSError as error:
        reason = error.strerror or error
        raise bad(f"{path} cannot be read: {reason}.", "Check the name.") from error
    with file:
        if _too_long(file):
            raise _bomb(path.name)
        try:
            packed = zipfile.ZipFile(file)
        except (*_FAULTS, OSError) as error:
            raise bad(f"{path.name} is no archive, or not whole.") from error
        with packed:
            _bearable(packed, path)
            yield Archive(path, packed)


def bad(sentence: str, hint: str = _AGAIN) -> Refusal:
    """The refusal of an archive."""
    return Refusal(Code.BAD_FILE, sentence, hint)


def _bomb(name: str) -> Refusal:
    return bad(
        f"{name} would unpack to far more than a search holds; nothing was unpacked.",
        "Check where the file comes from.",
    )


def _too_long(file: IO[bytes]) -> bool:
    """Whether the table of contents alone would fill the memory."""
    size = file.seek(0, 2)
    file.seek(max(0, size - 70_000))
    tail = file.read()
    file.seek(0)
    for mark, offset, form in ((b"PK\x05\x06", 12, "<L"), (b"PK\x06\x06", 40, "<Q")):
        at = tail.rfind(mark)
        if at < 0 or len(tail) < at + offset + struct.calcsize(form):
            continue
        (length,) = struct.unpack_from(form, tail, at + offset)
        if length > _DIRECTORY and length != 0xFFFFFFFF:
            return True
    return False


def _bearable(packed: zipfile.ZipFile, path: Path) -> None:
    infos = packed.infolist()
    # A member that claims more than there is would have room made for it.
    if sum(info.compress_size for info in infos) > path.stat().st_size:
        raise bad(f"{path.name} is damaged, or not whole.")
    unpacked = sum(info.file_size for info in infos)
    swollen = unpacked > _RATIO_COUNTS_FROM and unpacked > RATIO * path.stat().st_size
    if len(infos) > MOST_MEMBERS or unpacked > MOST_UNPACKED or swollen:
        raise _bomb(path.name)
    if len({info.filename for info in infos}) < len(infos):
        raise bad(f"{path.name} holds two files of one name.")
    for info in infos:
        if info.filename.startswith("files/") and info.file_size > LARGEST_FILE:
            raise _bomb(path.name)


def _manifest(packed: zipfile.ZipFile, name: str) -> Manifest:
    try:
        info = packed.getinfo(MANIFEST)
        if info.file_size > LARGEST_MANIFEST:
            raise _bomb(name)
        told: Json = json.loads(packed.read(info))
    except KeyError as error:
        raise bad(f"{name} has no manifest: it is no archive of a search.") from error
    except (*_FAULTS, OSError, RecursionError) as error:
        raise bad(f"The manifest of {name} cannot be read.") from error
    if not isinstance(told, dict) or told.get("format") != FORMAT:
        raise bad(f"{name} is no archive of a search.")
    if told.get("schema") not in range(1, SCHEMA + 1):
        raise bad(
            f"{name} was written by another version of Ringback (its schema is "
            f"{str(told.get('schema'))[:20]}, this one reads up to {SCHEMA}).",
            "Bring Ringback up to date, then import it again.",
        )
    try:
        return _read(told)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise bad(f"The manifest of {name} is not whole.") from error


def _read(told: dict[str, Json]) -> Manifest:
    """Raises KeyError, TypeError or ValueError for what is no manifest."""
    search, counts, members = (_object(told[key]) for key in ("search", "counts", "members"))
    listed = {name: _member(name, _object(one)) for name, one in members.items()}
    schema = _whole(told["schema"])
    of_it = [table for table in TABLES if table.since <= schema]
    missing = [table.member for table in of_it if table.member not in listed]
    if missing:
        raise ValueError(missing[0])
    return Manifest(
        schema, UUID(str(search["uid"])), str(search["name"]),
        datetime.fromisoformat(str(told["exported_at"])),
        {**dict.fromkeys((table.name for table in TABLES), 0),
         **{table.name: _whole(counts[table.name]) for table in of_it}}, listed,
    )  # fmt: skip


def _member(name: str, told: dict[str, Json]) -> Member:
    digest = str(told["sha256"])
    if not _NAME.fullmatch(name) or ".." in name.split("/") or not _DIGEST.fullmatch(digest):
        raise ValueError(name)
    return Member(digest, _whole(told["bytes"]))


def _object(value: Json) -> dict[str, Json]:
    if not isinstance(value, dict):
        raise TypeError(value)
    return value


def _whole(value: Json) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise ValueError(value)
    return value
