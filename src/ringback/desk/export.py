"""Export: everything of a search as one ZIP, for people, for programs, and to be brought back."""

import hashlib
import json
import zipfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, TypedDict

from django.db import connection

from ringback.book.journal import Document
from ringback.book.openings import Opening
from ringback.book.parties import Employer, Evidence, Person, Route, Search
from ringback.desk.archive.members import file_member
from ringback.desk.archive.rows import Names, line_of
from ringback.desk.archive.shape import FORMAT, SCHEMA, TABLES, Column, Holds, Table
from ringback.desk.archive.sheets import SHEETS, written
from ringback.desk.desk import Desk
from ringback.desk.verb import verb
from ringback.desk.written_file import appearing, refuse_taken

_AT_ONCE = 500


@dataclass(frozen=True)
class Exported:
    """An archive that was written: where, and how many rows of each table are in it."""

    path: Path
    counts: dict[str, int]


class _Entry(TypedDict):
    sha256: str
    bytes: int


@dataclass(slots=True)
class _Archive:
    """A ZIP being written, with what its manifest will say of each member."""

    zip: zipfile.ZipFile
    date: tuple[int, int, int, int, int, int]
    members: dict[str, _Entry] = field(default_factory=dict)

    def add(self, name: str, parts: Iterable[bytes], how: int = zipfile.ZIP_DEFLATED) -> None:
        info = zipfile.ZipInfo(name, self.date)
        info.compress_type = how
        info.external_attr = 0o600 << 16
        digest, size = hashlib.sha256(), 0
        with self.zip.open(info, "w", force_zip64=True) as member:
            for part in parts:
                member.write(part)
                digest.update(part)
                size += len(part)
        self.members[name] = {"sha256": digest.hexdigest(), "bytes": size}


@dataclass(slots=True)
class _Counted:
    """Lines that are counted as they pass."""

    lines: Iterator[bytes]
    before: int
    progress: Callable[[int], None]
    count: int = 0

    def __iter__(self) -> Iterator[bytes]:
        for line in self.lines:
            self.count += 1
            if self.count % _AT_ONCE == 0:
                self.progress(self.before + self.count)
            yield line


def export_all(
    desk: Desk,
    path: Path,
    progress: Callable[[int], None] = lambda done: None,
    *,
    overwrite: bool = False,
) -> Exported:
    """Write everything of a search into one ZIP; the same record gives the same records in it.

    ``progress`` is told how many rows are written. The file appears whole or not at all, readable
    by its owner alone. Raises Refusal (ask) where the file is there already, (disk full),
    (bad file) where it cannot be written.
    """
    refuse_taken(path, overwrite=overwrite)
    with appearing(path) as file:
        counts = _write(desk, file, progress)
    return Exported(path, counts)


@verb
def _write(desk: Desk, file: IO[bytes], progress: Callable[[int], None]) -> dict[str, int]:
    _see_one_moment()
    search = Search.objects.get(pk=desk.search.pk)
    moment = desk.now
    counts: dict[str, int] = {}
    with zipfile.ZipFile(file, "w", compresslevel=6) as packed:
        date = (max(1980, moment.year), moment.month, moment.day, 0, 0, 0)
        archive = _Archive(packed, date)
        names = _names(search)
        done = 0
        for table in TABLES:
            counted = _Counted(_lines(search, table, names), done, progress)
            archive.add(table.member, counted)
            counts[table.name] = counted.count
            done += counted.count
        progress(done)
        for sheet in SHEETS:
            archive.add(sheet.member, written(sheet, desk))
        for name, content in _files(search):
            # Documents are packed by their own makers; kept as they are, any program finds them.
            archive.add(name, [content], zipfile.ZIP_STORED)
        manifest = {
            "format": FORMAT,
            "schema": SCHEMA,
            "exported_at": moment.isoformat().replace("+00:00", "Z"),
            "search": {"uid": str(search.uid), "name": search.name},
            "counts": counts,
            "members": dict(archive.members),
        }
        archive.add("manifest.json", [json.dumps(manifest, ensure_ascii=False, indent=1).encode()])
    return counts


def _see_one_moment() -> None:
    """Let every question of this transaction see one state of the book, whoever writes."""
    if connection.vendor == "postgresql" and len(connection.savepoint_ids) == 0:
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")


def _names(search: Search) -> Names:
    """The names of the rows that others point to by bare numbers."""
    rows = {
        "employers": Employer.objects.filter(search=search).values_list("pk", "uid"),
        "people": Person.objects.filter(search=search).values_list("pk", "uid"),
        "routes": Route.objects.filter(search=search).values_list("pk", "uid"),
        "evidence": Evidence.objects.filter(search=search).values_list("pk", "uid"),
        "openings": Opening.objects.filter(search=search).values_list("pk", "uid"),
    }
    return {name: {pk: str(uid) for pk, uid in pairs} for name, pairs in rows.items()}


def _lines(search: Search, table: Table, names: Names) -> Iterator[bytes]:
    rows = table.model._default_manager.order_by("pk")
    if table.model is Search:
        rows = rows.filter(pk=search.pk)
    elif table.name == "import_rows":
        rows = rows.filter(of__search=search)
    elif table.name == "sent_documents":
        rows = rows.filter(touch__search=search)
    else:
        rows = rows.filter(search=search)
    columns = [_asked(table, column) for column in table.columns]
    for values in rows.values_list(*columns).iterator(chunk_size=2000):
        yield line_of(table, values, names)


def _asked(table: Table, column: Column) -> str:
    plain = column.holds is not Holds.ROW or column.name in table.pointing
    return column.name if plain else f"{column.name}__uid"


def _files(search: Search) -> Iterator[tuple[str, bytes]]:
    rows = Document.objects.filter(search=search).order_by("pk")
    for sha256, name, content in rows.values_list("sha256", "name", "content").iterator(
        chunk_size=1
    ):
        yield file_member(sha256, name), bytes(content)
