"""Reads an XLSX, ODS or XLS workbook and prints its rows as JSON lines.

A program of its own, without a word from the rest of the house, so that it starts in
hundredths of a second and can be killed at any moment (see limits).

Arguments: the file, then nothing (print the head of every sheet) or a sheet's index
(print all of its rows). Printed: one object for each sheet, followed by one list for each row,
``[number of the row as the spreadsheet shows it, [texts]]``; rows without any text are left out.
"""

import itertools
import json
import sys
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
)

HEAD = 60
MOST_SHEETS = 50
MOST_MERGED = 10_000
WORKSHEET = SheetTypeEnum.WorkSheet

Cell = int | float | str | bool | time | date | datetime | timedelta


def text(value: Cell) -> str:
    """A cell as one reads it on the screen, dates as ISO 8601."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, datetime):
        midnight = not (value.hour or value.minute or value.second)
        return value.date().isoformat() if midnight else value.isoformat(" ", "seconds")
    return str(value)


def filled_down(sheet: CalamineSheet) -> Iterator[tuple[int, list[str]]]:
    """The rows with a cell merged over several of them standing in each one."""
    first = sheet.start[1] if sheet.start else 0
    ranges = sheet.merged_cell_ranges or []
    starts: dict[int, list[tuple[int, int]]] = {}
    if len(ranges) <= MOST_MERGED:
        for (top, left), (bottom, _) in ranges:
            if bottom > top and left >= first:
                starts.setdefault(top, []).append((left - first, bottom))
    open_: dict[int, tuple[int, str]] = {}
    for index, values in enumerate(sheet.iter_rows()):
        cells = [text(value) for value in values]
        for column, (bottom, merged) in list(open_.items()):
            if index > bottom:
                del open_[column]
            elif any(cells) and column < len(cells) and not cells[column]:
                cells[column] = merged
        for column, bottom in starts.get(index, ()):
            if column < len(cells):
                open_[column] = (bottom, cells[column])
        if any(cells):
            yield index + 1, cells


def show(sheet: CalamineSheet, index: int, most: int | None) -> Iterator[str]:
    yield json.dumps({"sheet": sheet.name, "index": index})
    for row in itertools.islice(filled_down(sheet), most):
        yield json.dumps(row)


def answer(path: str, index: int | None) -> Iterator[str]:
    try:
        book = CalamineWorkbook.from_path(path)
        sheets = [n for n, about in enumerate(book.sheets_metadata) if about.typ == WORKSHEET]
        if len(sheets) > MOST_SHEETS:
            yield json.dumps({"error": "sheets"})
            return
        for number in sheets if index is None else [index]:
            sheet = book.get_sheet_by_index(number)
            yield from show(sheet, number, HEAD if index is None else None)
    except PasswordError:
        yield json.dumps({"error": "password"})
    except CalamineError:
        yield json.dumps({"error": "broken"})


if __name__ == "__main__":
    which = int(sys.argv[2]) if len(sys.argv) > 2 else None
    for line in answer(sys.argv[1], which):
        sys.stdout.write(line + "\n")
