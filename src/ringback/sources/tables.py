"""Opens any file that may hold a table, and gives its rows one by one.

CSV in any encoding and separator, XLSX, ODS and XLS, and ZIP files that hold text tables. Rows
stream: what is in memory does not grow with the file, save for workbooks, whose reader is a child
process with limits of its own.
"""

import codecs
import itertools
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import BinaryIO, TypeVar

from ringback.sources import archives, encodings, workbooks
from ringback.sources.cells import plain
from ringback.sources.headings import heading_row, passed_over
from ringback.sources.records import Broken, Passed, Row, records
from ringback.sources.separators import NAMES, Separation, separate
from ringback.sources.unreadable import Unreadable

Item = Row | Broken | Passed
T = TypeVar("T")

_SHOWN = 60
_SAMPLE_LINES, _SAMPLE_CHARACTERS = 200, 200_000
_SAMPLE_ROWS, _SAMPLE_CELLS = 300, 100_000
_ZIP = b"PK\x03\x04"
_EMPTY_ZIP = b"PK\x05\x06"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_NOT_TABLES = (
    (b"%PDF", "a PDF"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"Rar!", "a RAR archive"),
    (b"SQLite format 3", "a database"),
    (b"{\\rtf", "a text document"),
    (b"BEGIN:VCARD", "an address book"),
    (b"BEGIN:VCALENDAR", "a calendar"),
)
_PAGES = (b"<!doctype", b"<html", b"<table", b"<?xml", b"<head", b"<body")
_AS_CSV = "Save the sheet as CSV or XLSX and name that file."


@dataclass(frozen=True, slots=True)
class Table:
    """One table: a text file, a sheet of a workbook, or a file inside a ZIP.

    ``name`` is the file's own name, with the ZIP's before it where it came in one; ``member`` its
    name in a ZIP that holds several tables. ``sheet`` is empty but for workbooks, ``encoding`` and
    ``separator`` are empty for these; ``heading_line`` is 0 where no headings were found.
    ``sample`` holds the first rows below the headings, ``above`` those above them.
    """

    path: Path
    name: str
    member: str = ""
    sheet: str = ""
    encoding: str = ""
    separator: str = ""
    heading_line: int = 0
    headings: tuple[str, ...] = ()
    sample: tuple[Row, ...] = ()
    above: tuple[Row, ...] = ()
    _items: Callable[[], Iterator[Item]] = field(default=lambda: iter(()), repr=False)

    def rows(self) -> Iterator[Item]:
        """Everything below the headings, from the file again at each call. Raises Unreadable."""
        headings, heading_line = self.headings, self.heading_line
        for item in _guarded(self._items, self.name):
            if item.line <= heading_line:
                continue
            if isinstance(item, Row):
                yield passed_over(item, headings) or item
            else:
                yield item

    def where(self, line: int) -> str:
        """The place as a person would look for it."""
        if self.sheet:
            return f"sheet {self.sheet}, row {line}"
        return f"{self.member}, line {line}" if self.member else f"line {line}"


def open_tables(path: Path) -> tuple[Table, ...]:
    """Every table of a file that holds any row, in its own order.

    Raises Unreadable, with one sentence of what is wrong and one of what to do.
    """
    head = _head(path)
    try:
        if head.startswith((_ZIP, _EMPTY_ZIP)):
            found = _from_zip(path)
        elif head.startswith(_OLE):
            found = _from_workbook(path)
        else:
            _refuse_what_is_no_text(head, path.name)
            found = [_text_table(path, path.name, lambda: path.open("rb"))]
    except OSError as fault:
        raise _cannot_open(path, fault) from fault
    filled = tuple(table for table in found if table.headings or table.sample)
    if not filled:
        raise Unreadable("empty", f"{path.name} holds no rows.", "Check that it is the right file.")
    return filled


def open_table(path: Path) -> Table:
    """The table of a file; of several, the one with most columns named. Raises Unreadable."""
    tables = open_tables(path)
    return max(tables, key=lambda table: sum(bool(heading) for heading in table.headings))


def _head(path: Path) -> bytes:
    try:
        if path.is_dir():
            inside = sorted(p.name for p in itertools.islice(path.glob("*.csv"), 3))
            hint = (
                f"Name one of the files in it, such as {inside[0]}."
                if inside
                else ("Name the file itself.")
            )
            raise Unreadable("directory", f"{path.name} is a folder, not a file.", hint)
        if path.exists() and not path.is_file():
            raise Unreadable("not-a-file", f"{path} is a device, not a file.", _AS_CSV)
        with path.open("rb") as file:
            head = file.read(8192)
    except (OSError, ValueError) as fault:
        raise _cannot_open(path, fault) from fault
    if not head:
        raise Unreadable("empty", f"{path.name} is empty.", "Check that it was saved whole.")
    return head


def _cannot_open(path: Path, fault: Exception) -> Unreadable:
    if isinstance(fault, FileNotFoundError):
        return Unreadable("missing", f"There is no file {path}.", "Check the name and the folder.")
    if isinstance(fault, PermissionError):
        return Unreadable(
            "forbidden",
            f"{path} may not be read by you.",
            "Change its permissions, or copy it into a folder of your own.",
        )
    reason = fault.strerror if isinstance(fault, OSError) and fault.strerror else str(fault)
    return Unreadable(
        "unreadable",
        f"{path.name} could not be read: {reason}.",
        "Copy it to another disk and try again.",
    )


def _refuse_what_is_no_text(head: bytes, name: str) -> None:
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    for mark, what in _NOT_TABLES:
        if start.startswith(mark):
            raise Unreadable("not-a-table", f"{name} is {what}, not a table.", _AS_CSV)
    if start[:9].lower().startswith(_PAGES):
        raise Unreadable("not-a-table", f"{name} is a web page, not a table.", _AS_CSV)
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE)):
        return
    # NUL aside, which UTF-16 without a mark is full of.
    odd = sum(byte < 32 and byte not in (0, 9, 10, 11, 12, 13, 26) for byte in head)
    if odd > 0.1 * len(head) or head.count(0) > 0.6 * len(head):
        raise Unreadable("not-a-table", f"{name} is not a text file nor a spreadsheet.", _AS_CSV)


def _from_zip(path: Path) -> list[Table]:
    if workbooks.is_workbook(archives.names(path)):
        return _from_workbook(path)
    members = archives.tables(path)
    if not members:
        raise Unreadable(
            "nothing-inside",
            f"{path.name} is a ZIP file without any CSV in it.",
            "Unpack it and name the file that holds the table.",
        )
    found = [
        _text_table(path, f"{path.name} / {m.name}", partial(archives.open_member, path, m))
        for m in members
    ]
    if len(found) == 1:
        return found
    return [
        replace(table, member=member.name[-_SHOWN:])
        for table, member in zip(found, members, strict=True)
    ]


def _from_workbook(path: Path) -> list[Table]:
    return [
        _with_headings(
            Table(
                path, path.name, sheet=sheet.name, _items=partial(workbooks.rows, path, sheet.index)
            ),
            sheet.head,
        )
        for sheet in workbooks.sheets(path)
    ]


def _text_table(path: Path, name: str, open_: Callable[[], BinaryIO]) -> Table:
    encoding = encodings.detect(open_)
    first = _first(encodings.lines(open_, encoding), _SAMPLE_LINES, _SAMPLE_CHARACTERS, len)
    how = separate([line for line in first if line.strip()])
    table = Table(
        path,
        name,
        encoding=encoding.name,
        separator=NAMES.get(how.separator, how.separator) if how.width > 1 else "",
        _items=lambda: _text_items(open_, encoding, how),
    )
    items = _guarded(table._items, name)
    head = _first(items, _SAMPLE_ROWS, _SAMPLE_CELLS, lambda item: len(item[1]))
    return _with_headings(table, head)


def _first(items: Iterator[T], most: int, most_weight: int, weight: Callable[[T], int]) -> list[T]:
    """The first items, fewer of them where they are heavy."""
    kept: list[T] = []
    for item in itertools.islice(items, most):
        kept.append(item)
        most_weight -= weight(item)
        if most_weight < 0:
            break
    return kept


def _text_items(
    open_: Callable[[], BinaryIO], encoding: encodings.Encoding, how: Separation
) -> Iterator[Item]:
    items = records(encodings.lines(open_, encoding), how)
    return itertools.islice(items, 1, None) if how.announced else items


def _guarded(items: Callable[[], Iterator[Item]], name: str) -> Iterator[Item]:
    try:
        yield from items()
    except OSError as fault:
        raise _cannot_open(Path(name), fault) from fault


def _with_headings(table: Table, head: Sequence[Item]) -> Table:
    rows = [item for item in head if isinstance(item, Row)]
    headings = heading_row(rows)
    line = headings.line if headings else 0
    return replace(
        table,
        heading_line=line,
        headings=tuple(map(plain, headings.cells)) if headings else (),
        sample=tuple(row for row in rows if row.line > line),
        above=tuple(row for row in rows if row.line < line),
    )
