"""ZIP files from outside: what is in them, looked at before anything is unpacked."""

import contextlib
import io
import lzma
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from ringback.sources.unreadable import Unreadable

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

MOST_MEMBERS = 5_000
MOST_UNPACKED = 400_000_000
MOST_NESTED = 40_000_000
RATIO = 120
_RATIO_COUNTS_FROM = 10_000_000
_DIRECTORY = 8_000_000
_END = b"PK\x05\x06"
_END_64 = b"PK\x06\x06"
_FAULTS = (
    zipfile.BadZipFile,
    RuntimeError,
    EOFError,
    ValueError,
    OverflowError,
    OSError,
    KeyError,
    zlib.error,
    lzma.LZMAError,
    struct.error,
)
_TEXT = (".csv", ".tsv", ".tab", ".txt")


@dataclass(frozen=True, slots=True)
class Member:
    """A text table in a ZIP: the names that lead to it, the last one its own."""

    path: tuple[str, ...]

    @property
    def name(self) -> str:
        return self.path[-1].rsplit("/", 1)[-1]


@contextlib.contextmanager
def _mending(name: str) -> Iterator[None]:
    try:
        yield
    except _FAULTS as fault:
        encrypted = "password" in str(fault) or "encrypted" in str(fault)
        if encrypted:
            raise Unreadable(
                "password",
                f"{name} is locked with a password.",
                "Unpack it first and name the file inside.",
            ) from fault
        raise Unreadable(
            "broken-zip",
            f"{name} is a ZIP file that is damaged or not whole.",
            "Download it again, or unpack it and name the file inside.",
        ) from fault


def _too_large(name: str) -> Unreadable:
    return Unreadable(
        "bomb",
        f"{name} would unpack to far more than a table holds; nothing was unpacked.",
        "Check where the file comes from; save the table itself as CSV.",
    )


def _check_directory(file: BinaryIO, name: str) -> None:
    """Refuses a table of contents so long that listing it would fill the memory."""
    size = file.seek(0, io.SEEK_END)
    file.seek(max(0, size - 70_000))
    tail = file.read()
    for mark, offset, form in ((_END, 12, "<L"), (_END_64, 40, "<Q")):
        at = tail.rfind(mark)
        if at < 0 or len(tail) < at + offset + struct.calcsize(form):
            continue
        (length,) = struct.unpack_from(form, tail, at + offset)
        if length > _DIRECTORY and length != 0xFFFFFFFF:
            raise _too_large(name)
    file.seek(0)


@contextlib.contextmanager
def _opened(file: BinaryIO, name: str) -> Iterator[zipfile.ZipFile]:
    _check_directory(file, name)
    with zipfile.ZipFile(file) as archive:
        infos = archive.infolist()
        packed = sum(info.compress_size for info in infos)
        if packed > file.seek(0, io.SEEK_END):
            raise zipfile.BadZipFile("its members claim more than there is")
        unpacked = sum(info.file_size for info in infos)
        swollen = unpacked > _RATIO_COUNTS_FROM and unpacked > RATIO * packed
        if len(infos) > MOST_MEMBERS or unpacked > MOST_UNPACKED or swollen:
            raise _too_large(name)
        yield archive


def names(path: Path) -> list[str]:
    """The names of the members. Raises Unreadable for a broken ZIP and for a bomb."""
    with _mending(path.name), path.open("rb") as file, _opened(file, path.name) as archive:
        return archive.namelist()


def tables(path: Path) -> list[Member]:
    """The text tables in a ZIP, also in ZIPs inside it (Notion packs its exports twice)."""
    with _mending(path.name), path.open("rb") as file:
        return _without_views(list(_tables(file, path.name, (), depth=2)))


def _without_views(members: list[Member]) -> list[Member]:
    """Notion writes a table twice: what its view shows, and beside it all of it as "…_all.csv"."""
    whole = {member.path for member in members}
    return [
        member
        for member in members
        if (*member.path[:-1], member.path[-1].removesuffix(".csv") + "_all.csv") not in whole
    ]


def _tables(file: BinaryIO, name: str, way: tuple[str, ...], depth: int) -> Iterator[Member]:
    with _opened(file, name) as archive:
        for info in archive.infolist():
            last = info.filename.rsplit("/", 1)[-1]
            lower = last.casefold()
            if not last or last.startswith("._") or "__MACOSX" in info.filename:
                continue
            if lower.endswith(_TEXT):
                yield Member((*way, info.filename))
            elif lower.endswith(".zip") and depth > 1:
                yield from _tables(_nested(archive, info), last, (*way, info.filename), depth - 1)


def _nested(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> BinaryIO:
    if info.file_size > MOST_NESTED:
        raise _too_large(info.filename)
    return io.BytesIO(archive.read(info))


class _Inside(io.RawIOBase):
    """A member being read; the archives around it close with it."""

    def __init__(self, path: Path, member: Member) -> None:
        self._name = member.name
        with contextlib.ExitStack() as around, _mending(path.name):
            file: BinaryIO = around.enter_context(path.open("rb"))
            for step in member.path[:-1]:
                with zipfile.ZipFile(file) as archive:
                    file = _nested(archive, archive.getinfo(step))
            archive = around.enter_context(zipfile.ZipFile(file))
            self._stream = around.enter_context(archive.open(member.path[-1]))
            self._around = around.pop_all()

    def readable(self) -> bool:
        return True

    def readinto(self, into: "WriteableBuffer") -> int:
        with _mending(self._name), memoryview(into).cast("B") as room:
            data = self._stream.read(len(room))
            room[: len(data)] = data
        return len(data)

    def close(self) -> None:
        if not self.closed:
            self._around.close()
        super().close()


def open_member(path: Path, member: Member) -> BinaryIO:
    """The member's bytes as a stream. Raises Unreadable, also later, where the ZIP is damaged."""
    return io.BufferedReader(_Inside(path, member), 1 << 18)
