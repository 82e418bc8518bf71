"""Bringing an archive back: into an empty search, every row with its name, all of it or nothing."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice
from pathlib import Path

from django.db import IntegrityError, transaction

from ringback.book.imports import Import, ImportRow
from ringback.book.journal import Document, SentDocument, Touch
from ringback.book.openings import Opening
from ringback.book.parties import Employer, Person, Search, Suppression
from ringback.book.replan import replan
from ringback.core.cadence_file import BadCadence, read_cadence
from ringback.core.texts.choice import AUTO
from ringback.core.texts.language import languages
from ringback.desk.archive.members import file_member
from ringback.desk.archive.reading import Archive, bad, opened
from ringback.desk.archive.rows import NotARow, Numbers, Value, row_of, uid_of
from ringback.desk.archive.shape import TABLES, Table
from ringback.desk.desk import Desk
from ringback.desk.refusal import Code, Refusal
from ringback.desk.searches import start_search
from ringback.desk.verb import verb

_AT_ONCE = 500
_MERGED = "merged_into"

Row = dict[str, Value]


@dataclass(frozen=True)
class Brought:
    """What came of an archive: rows brought in for each table, or known already (all of them)."""

    search: Search
    counts: dict[str, int]
    known: int = 0


@verb
def import_archive(
    into: Desk | str,
    path: Path,
    now: datetime,
    progress: Callable[[int], None] = lambda done: None,
) -> Brought:
    """Bring an archive back into an empty search (of this name, made if need be).

    The search becomes the one that was exported, under the name that it has here. An archive of
    which every row is here already changes nothing.
    Raises Refusal (bad file) for an archive that is not whole, (bad value) where the search holds
    something else or has gone on since.
    """
    desk = into if isinstance(into, Desk) else start_search(into, now)
    with opened(path) as archive:
        archive.prove()
        search = desk.search
        if search.uid == archive.manifest.uid and not _is_empty(search):
            return _known(search, archive)
        _must_be_free(search, archive)
        try:
            with transaction.atomic():
                counts = _bring(search, archive, progress)
        except IntegrityError as error:
            raise bad(
                f"{archive.name} holds rows twice, or rows of another search of this book."
            ) from error
    replan(search)
    return Brought(search, counts)


def _is_empty(search: Search) -> bool:
    return not any(
        model._default_manager.filter(search=search).exists()
        for model in (Opening, Employer, Person, Import, Document, Suppression)
    )


def _must_be_free(search: Search, archive: Archive) -> None:
    here = Search.objects.filter(uid=archive.manifest.uid).exclude(pk=search.pk).first()
    if here is not None:
        raise Refusal(
            Code.BAD_VALUE, f"This book holds that search already, as “{here.name}”.",
            f"Work on there, or erase “{here.name}” first to have the archive in its place.",
        )  # fmt: skip
    if not _is_empty(search):
        raise Refusal(
            Code.BAD_VALUE,
            f"The search “{search.name}” holds something already, and {archive.name} is the "
            "archive of another one.",
            "Name a new search for it: an archive comes back into an empty one.",
        )


def _known(search: Search, archive: Archive) -> Brought:
    """An archive of this very search: nothing to do, as long as every row of it is here."""
    known = 0
    for table in TABLES:
        known += archive.manifest.counts[table.name]
        if not table.has_uid:
            continue
        uids = {str(uid) for uid in table.model._default_manager.values_list("uid", flat=True)}
        for number, line in archive.lines(table.member):
            if _uid(archive, table, number, line) not in uids:
                raise Refusal(
                    Code.BAD_VALUE,
                    f"The search “{search.name}” is the one in {archive.name}, but it has gone "
                    f"another way since: it lacks rows of its {table.name.replace('_', ' ')}.",
                    "Export it as it is now; then erase it to have the archive in its place.",
                )
    return Brought(search, dict.fromkeys((table.name for table in TABLES), 0), known)


def _bring(search: Search, archive: Archive, progress: Callable[[int], None]) -> dict[str, int]:
    numbers: dict[str, dict[str, int]] = {}
    # Few touches are named by other rows, and there may be very many of them.
    pointed = {
        _uid(archive, table, number, line, "touch")
        for table in TABLES if table.model is SentDocument
        for number, line in archive.lines(table.member)
    }  # fmt: skip
    done = 0
    counts: dict[str, int] = {}
    for table in TABLES:
        known = numbers[table.name] = {}
        merged: dict[str, str] = {}
        count = 0
        rows = _rows(archive, table, numbers)
        size = 1 if table.model is Document else _AT_ONCE
        while chunk := list(islice(rows, size)):
            for row in chunk:
                into = row.pop(_MERGED, None)
                if into is not None:
                    merged[str(row["uid"])] = str(into)
            made = _write(search, archive, table, chunk)
            if table.has_uid:
                known.update(
                    (str(row["uid"]), pk) for row, pk in zip(chunk, made, strict=True)
                    if table.model is not Touch or str(row["uid"]) in pointed
                )  # fmt: skip
            count += len(chunk)
            progress(done + count)
        if table.model is Search and count != 1:
            raise bad(f"{archive.name} holds no one search.")
        if count != archive.manifest.counts[table.name]:
            raise bad(f"{table.member} in {archive.name} holds another number of rows than told.")
        _merge(archive, table, merged, known)
        counts[table.name] = count
        done += count
    return counts


def _rows(archive: Archive, table: Table, numbers: Numbers) -> Iterator[Row]:
    for number, line in archive.lines(table.member):
        try:
            row = row_of(table, line, numbers, archive.manifest.schema)
            _makes_sense(table, row)
        except NotARow as error:
            raise _at(archive, table, number, error) from error
        yield row


def _uid(archive: Archive, table: Table, number: int, line: bytes, name: str = "uid") -> str:
    try:
        return uid_of(line, name)
    except NotARow as error:
        raise _at(archive, table, number, error) from error


def _at(archive: Archive, table: Table, number: int, error: NotARow) -> Refusal:
    return bad(f"{table.member} in {archive.name}, line {number}: {error}.")


def _write(search: Search, archive: Archive, table: Table, rows: list[Row]) -> list[int]:
    """Write rows of one table; the numbers that they have now."""
    if table.model is Search:
        for row in rows:
            if str(row["uid"]) != str(archive.manifest.uid):
                raise bad(f"{archive.name} holds another search than its manifest says.")
            for name, value in row.items():
                setattr(search, name, value)
            search.save()
        return [search.pk] * len(rows)
    owned: dict[str, Search] = {}
    if table.model not in (ImportRow, SentDocument):
        owned["search"] = search
    if table.model is Document:
        for row in rows:
            name = file_member(str(row["sha256"]), str(row["name"]))
            content = archive.content(name)
            if content is None:
                raise bad(f"{archive.name} lacks the file {name}.")
            row_with = Document(**row, **owned, content=content)
            row_with.save(force_insert=True)
        return list(
            Document.objects.filter(uid__in=[str(row["uid"]) for row in rows]).values_list(
                "pk", flat=True
            )
        )
    made = table.model._default_manager.bulk_create(table.model(**row, **owned) for row in rows)
    return [one.pk for one in made]


def _merge(archive: Archive, table: Table, merged: dict[str, str], known: dict[str, int]) -> None:
    for uid, into in merged.items():
        seen, last = {uid}, into
        while last in merged and last not in seen:
            seen.add(last)
            last = merged[last]
        if last in seen or into not in known:
            raise bad(f"{table.member} in {archive.name} merges a row into none that is there.")
        table.model._default_manager.filter(pk=known[uid]).update(merged_into_id=known[into])


def _makes_sense(table: Table, row: Row) -> None:
    """Whether the rules that all planning stands on can be read. Raises NotARow."""
    if table.model is not Search:
        return
    try:
        read_cadence(str(row["cadence"]))
    except BadCadence as error:
        raise NotARow(f"its cadence cannot be read: {error}") from error
    if row.get("language", AUTO) not in (AUTO, *languages()):
        raise NotARow(f"there are no words in its language “{row['language']}”")
    lines, days = row["own_lines"], row["days_off"]
    if not isinstance(lines, dict) or not all(isinstance(one, str) for one in lines.values()):
        raise NotARow("“own_lines” holds something else than lines")
    try:
        off = [date.fromisoformat(str(day)) for day in days] if isinstance(days, list) else None
    except ValueError:
        off = None
    if off is None or not set(str(row["plan_days"])) <= set("0123456"):
        raise NotARow("its days cannot be read")
