"""Importing: a file is looked at, read in one transaction, told row by row, and taken back."""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from django.db import transaction

from ringback.book.imports import Import, ImportRow
from ringback.book.journal import Touch
from ringback.book.parties import Person
from ringback.book.replan import replan
from ringback.book.suppress import refresh, struck_uids
from ringback.core.found import Found, Refused
from ringback.core.touches import Kind
from ringback.desk.archive.bringing import Brought, import_archive
from ringback.desk.archive.reading import is_archive, opened
from ringback.desk.desk import Desk
from ringback.desk.intake.calm import few_collections
from ringback.desk.intake.known import what_is_known
from ringback.desk.intake.lines import Line, Lines
from ringback.desk.intake.own_lists import OwnLists, alone, became
from ringback.desk.intake.questions import Asked, Questions, asked_by
from ringback.desk.intake.rows import Intake
from ringback.desk.intake.taken import Taken
from ringback.desk.intake.taking_back import (
    empty_again,
    forget,
    take_off_list,
    undo_merges,
    withdraw,
)
from ringback.desk.never import employers_of
from ringback.desk.record import touch
from ringback.desk.refusal import Code, Refusal
from ringback.desk.verb import reading, verb
from ringback.sources.registry import Recognised, open_file
from ringback.sources.source import ReadOptions, Understanding
from ringback.sources.unreadable import Unreadable

ARCHIVE = "Ringback archive"
_AT_ONCE = 500


@dataclass(frozen=True)
class Report:
    """An import, told row by row. ``rows`` is what came in: the four counts add up to it.

    ``import_id`` is 0 where no trace is kept: for an archive, which comes back as it was, and
    for a file that was read before and brings nothing more.
    """

    import_id: int
    name: str
    source: str
    created: int
    updated: int
    known: int
    refused: int
    lines: Lines
    asked: tuple[Asked, ...] = ()

    @property
    def rows(self) -> int:
        return self.created + self.updated + self.known + self.refused


@reading
def preview(path: Path, options: ReadOptions, key: str = "") -> tuple[Understanding, ...]:
    """What a file would be understood as, table by table; writes nothing.

    Raises Refusal (bad file).
    """
    if is_archive(path):
        return (_understood(path),)
    try:
        tables = open_file(path, key)
        options = replace(options, seeker=options.seeker or _seeker(tables))
        known = [one.source.understood(one.table, options) for one in tables if one.source]
        return (*known, *_left_alone(path, tables))
    except Unreadable as error:
        raise _refusal(error) from error


@verb
def import_file(
    desk: Desk,
    path: Path,
    options: ReadOptions,
    key: str = "",
    progress: Callable[[int], None] = lambda done: None,
) -> Report:
    """Read a file into the search: all of it or nothing.

    Rows that cannot be understood are refused by name and kept for mending; the others come in.
    Reading the same file again changes nothing. ``progress`` is told how many rows are done.
    An archive of a whole search comes back as it was (desk.archive.bringing).
    Raises Refusal (bad file) for a file that cannot be read, (ask) while the order of day and
    month is not known.
    """
    if is_archive(path):
        return _brought(import_archive(desk, path, desk.now, progress), path)
    options = replace(options, read_on=desk.today, extra=False)
    try:
        tables = open_file(path, key)
        options = replace(
            options, seeker=options.seeker or _seeker(tables) or desk.search.seeker_name
        )
        _answered(tables, options)
        of = Import.objects.create(
            search=desk.search, name=path.name[:255], sha256=_digest(path),
            source=_label(tables)[:60], at=desk.now,
            options={"day_first": options.day_first, "source": key},
        )  # fmt: skip
        own = OwnLists(desk, of)
        intake = Intake(desk, of, what_is_known(desk.search))
        lines, questions = Lines(), Questions(of)
        rows = _rows(tables, options)
        with few_collections():
            while chunk := list(islice(rows, _AT_ONCE)):
                found = [row for row in chunk if isinstance(row, Found)]
                news = iter(own.keep(found))
                done = intake.take([row for row in found if not alone(row)])
                questions.add(done)
                taken = iter(done)
                lines.add([_line(of, row, taken, news) for row in chunk])
                progress(len(lines))
        intake.close()
    except Unreadable as error:
        raise _refusal(error) from error
    replan(desk.search, intake.employers_touched)
    counts = lines.counts
    for word, count in counts.items():
        setattr(of, word, count)
    questions.keep()
    of.save(update_fields=[*counts, "options"])
    if counts["created"] == counts["updated"] == 0 and _read_before(of):
        # Nothing came of it: the book stays as it was, with no second trace of the same file.
        of.delete()
        return _report(of, lines)
    return replace(_report(of, lines), import_id=of.pk, asked=asked_by(of))


@reading
def try_out(desk: Desk, path: Path, options: ReadOptions, key: str = "") -> Report:
    """What an import would bring, and what it would have to ask; the book stays as it is.

    Raises Refusal as ``import_file`` does.
    """
    with transaction.atomic():
        report = import_file(desk, path, options, key)
        transaction.set_rollback(True)
    return report


@verb
def take_back(desk: Desk, import_id: int) -> int:
    """Take an import back: its touches are struck, what it filled in is emptied, and what it
    brought and nothing else needs is withdrawn. How many touches were struck.

    Raises Refusal (not found), (nothing) where it was taken back before.
    """
    of = Import.objects.filter(search=desk.search, pk=import_id).first()
    if of is None:
        raise Refusal(Code.NOT_FOUND, f"There is no import {import_id} in this search.")
    if of.taken_back_at is not None:
        raise Refusal(Code.NOTHING, f"The import of {of.name} was taken back already.")
    undo_merges(desk, of)
    struck = struck_uids(desk.search)
    rows = Touch.objects.filter(search=desk.search, imported=of).exclude(kind=Kind.STRUCK.value)
    standing = [row for row in rows.select_related("opening") if row.uid not in struck]
    strikes = [
        touch(desk, row.opening, Kind.STRUCK, strikes=row.uid, imported=of,
              note=f"the import of {of.name} was taken back")
        for row in standing
    ]  # fmt: skip
    for strike in strikes:
        strike.together = strikes[0].uid if len(strikes) > 1 else None
    Touch.objects.bulk_create(strikes)
    of.taken_back_at = desk.now
    of.save(update_fields=["taken_back_at"])
    employers = {row.opening.employer_id for row in standing}
    employers |= empty_again(of)
    fewer_marks = take_off_list(desk, of)
    # What leans on a row is known once the openings that were added are closed again.
    replan(desk.search, employers)
    employers |= withdraw(desk, of)
    # Without a number that came in, somebody may no longer be known for one who said never.
    barred = Person.objects.filter(search=desk.search, do_not_contact=True)
    barred = barred if fewer_marks else barred.filter(employer_id__in=employers)
    employers |= employers_of(refresh(desk.search, barred))
    replan(desk.search, employers)
    forget(of)
    return len(strikes)


@reading
def imports(desk: Desk) -> list[Import]:
    """Every import of the search, the newest first."""
    return list(Import.objects.filter(search=desk.search).order_by("-pk"))


@reading
def refused_rows(desk: Desk, import_id: int | None = None) -> list[ImportRow]:
    """Rows that were refused and are still to be mended, with their cells."""
    rows = ImportRow.objects.filter(of__search=desk.search, became="refused", mended_at=None)
    if import_id is not None:
        rows = rows.filter(of_id=import_id)
    return list(rows.filter(of__taken_back_at=None).select_related("of").order_by("pk"))


@verb
def mend(desk: Desk, row_id: int) -> None:
    """Say that a refused row was put in by hand. Raises Refusal (not found)."""
    row = ImportRow.objects.filter(of__search=desk.search, pk=row_id, became="refused").first()
    if row is None:
        raise Refusal(Code.NOT_FOUND, f"There is no refused row {row_id} in this search.")
    row.mended_at = desk.now
    row.save(update_fields=["mended_at"])


def _understood(path: Path) -> Understanding:
    with opened(path) as archive:
        manifest = archive.manifest
    counts = ", ".join(
        f"{count} {name.replace('_', ' ')}"
        for name, count in manifest.counts.items()
        if count and name != "search"
    )
    return Understanding(
        source="archive", label=ARCHIVE, name=path.name, encoding="utf-8",
        rows=sum(manifest.counts.values()),
        notes=(
            f"The whole search “{manifest.name}”, {manifest.exported_at.date()}: {counts}.",
            "It comes back into an empty search, every row as it was.",
        ),
    )  # fmt: skip


def _brought(brought: Brought, path: Path) -> Report:
    return Report(
        0, path.name, ARCHIVE, created=sum(brought.counts.values()), updated=0,
        known=brought.known, refused=0, lines=Lines(),
    )  # fmt: skip


def _report(of: Import, lines: Lines) -> Report:
    return Report(
        0, of.name, of.source, created=of.created, updated=of.updated, known=of.known,
        refused=of.refused, lines=lines,
    )  # fmt: skip


def _read_before(of: Import) -> bool:
    same = Import.objects.filter(search=of.search, sha256=of.sha256, taken_back_at=None)
    return same.exclude(pk=of.pk).exists()


def _answered(tables: tuple[Recognised, ...], options: ReadOptions) -> None:
    """Refuse to guess whether the day or the month comes first (asked once for each file)."""
    if options.day_first is not None:
        return
    for one in tables:
        asks = one.source is not None and one.source.asks
        question = one.source.understood(one.table, options).ask if one.source and asks else ""
        if question:
            raise Refusal(Code.ASK, question, "Say --day-first or --month-first.")


def _rows(tables: tuple[Recognised, ...], options: ReadOptions) -> Iterator[Found | Refused]:
    for one in tables:
        if one.source is not None:
            yield from one.source.read(one.table, options)


def _seeker(tables: tuple[Recognised, ...]) -> str:
    """The seeker's own name, where a part of their export says it."""
    names = (one.source.seeker(one.table) for one in tables if one.source)
    return next(filter(None, names), "")


def _label(tables: tuple[Recognised, ...]) -> str:
    """What evidence will say of all that comes from the file."""
    sources = [one.source for one in tables if one.source]
    family = next((one.family for one in sources if one.family), "")
    return family if family and len(sources) > 1 else sources[0].label


def _left_alone(path: Path, tables: tuple[Recognised, ...]) -> tuple[Understanding, ...]:
    """The parts of an export of which nothing is wanted, told in one line."""
    names = [one.table.member or one.table.name for one in tables if one.source is None]
    if not names or not any(one.source and one.source.family for one in tables):
        return ()
    return (
        Understanding(
            source="", label="left alone", name=path.name,
            notes=(f"Nothing in them is needed: {', '.join(names)}.",),
        ),
    )  # fmt: skip


def _own(row: Found, *, new: bool) -> Line:
    employer = row.position.employer if row.position else ""
    return Line(row.where, became(new=new), "", employer)


def _told(of: Import, taken: Taken, *, new: bool) -> Line:
    """``new``: whether it told anything new of the seeker's tie to the person."""
    row = taken.row
    what = taken.became
    if new and what == "known":
        what = "updated"
        ImportRow.objects.filter(of=of, where=row.where[:80]).update(became=what)
    return Line(
        row.where, what, "; ".join(taken.doubts),
        row.employer.name if row.employer else "", row.opening.title if row.opening else "",
    )  # fmt: skip


def _line(of: Import, row: Found | Refused, taken: Iterator[Taken], news: Iterator[bool]) -> Line:
    """What became of a row; ``taken`` and ``news`` tell it of those that were understood."""
    if isinstance(row, Refused):
        return _refuse(of, row)
    if alone(row):
        return _own(row, new=next(news))
    return _told(of, next(taken), new=next(news))


def _refuse(of: Import, row: Refused) -> Line:
    ImportRow.objects.create(
        of=of, where=row.where[:80], became="refused", reason=row.reason[:500],
        cells=list(row.cells),
    )  # fmt: skip
    return Line(row.where, "refused", row.reason)


def _refusal(error: Unreadable) -> Refusal:
    return Refusal(Code.BAD_FILE, error.sentence, error.hint)


def _digest(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(1 << 20):
            digest.update(block)
    return digest.hexdigest()
