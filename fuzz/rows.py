"""Hostile tables of text: cells, headings, separators, quotes, line ends, ragged and many rows."""

import csv
import io
from collections.abc import Callable
from random import Random
from typing import Literal

from fuzz.chance import changed_text, odd_text, recoded, some_of

Rows = list[list[str]]
_SEPARATORS = (",", ",", ",", ";", "\t", "|", ":", "^", "~", " ")
_LINE_ENDS = ("\n", "\r\n", "\r\n", "\r", "\n\n", "\r\r\n", "\u2028", "\x0b")
_BESIDE = (
    *(
        "",
        "sep=;",
        "sep=,\r",
        "Notes:",
        "#,#",
        "\ufeff",
        '"',
        "Exported on 2026-10-06",
        ",,,,",
        "Total,,9",
    ),
)
_QUOTINGS: tuple[Literal[0, 1, 2], ...] = (
    *(csv.QUOTE_MINIMAL, csv.QUOTE_MINIMAL, csv.QUOTE_ALL, csv.QUOTE_NONNUMERIC),
)
_MOST = 2_000
_MOST_CHARACTERS = 100_000


def changed_table(data: bytes, chance: Random) -> bytes:
    """A table of text, a few things in it changed."""
    text = data.decode("utf-8", "replace")
    separator = max(",;\t|", key=text[:2_000].count)
    rows = _parsed(text, separator)
    for _ in range(chance.choice((0, 1, 1, 2, 4))):
        rows = _bounded(chance.choice(_CHANGES)(rows, chance))
    separator = separator if chance.random() < 0.7 else chance.choice(_SEPARATORS)
    made = _written(rows, separator, chance)
    if chance.random() < 0.15:
        made = "\n".join((chance.choice(_BESIDE), made))
    if chance.random() < 0.1:
        made = changed_text(made, chance)
    coded = made.encode("utf-8", "replace")
    return recoded(coded, chance) if chance.random() < 0.15 else coded


def _parsed(text: str, separator: str) -> Rows:
    reader = csv.reader(io.StringIO(text.replace("\0", ""), newline=""), delimiter=separator)
    rows: Rows = []
    try:
        for row in reader:
            rows.append(row)
            if len(rows) == _MOST:
                break
    except csv.Error:
        rows.extend(line.split(separator) for line in text.splitlines()[len(rows) : _MOST])
    return rows or [[""]]


def _bounded(rows: Rows) -> Rows:
    """As many of the rows as an input holds, and one at least."""
    room = _MOST_CHARACTERS
    for count, row in enumerate(rows):
        room -= sum(map(len, row)) + len(row)
        if room < 0 or count == _MOST:
            return rows[: count + 1]
    return rows or [[""]]


def _written(rows: Rows, separator: str, chance: Random) -> str:
    end = "\r\n" if chance.random() < 0.7 else chance.choice(_LINE_ENDS)
    room = io.StringIO()
    if chance.random() < 0.1:
        return end.join(separator.join(row) for row in rows)
    quoting = chance.choice(_QUOTINGS)
    csv.writer(room, delimiter=separator, lineterminator=end, quoting=quoting).writerows(rows)
    text = room.getvalue()
    return text.rstrip("\r\n") if chance.random() < 0.2 else text


def _cells(rows: Rows, chance: Random) -> Rows:
    for at in some_of(len(rows), chance):
        for column in some_of(len(rows[at]), chance):
            rows[at][column] = changed_text(rows[at][column], chance)
    return rows


def _borrowed(rows: Rows, chance: Random) -> Rows:
    """A cell put into the place of another."""
    one, other = chance.choice(rows), chance.choice(rows)
    if one and other:
        one[chance.randrange(len(one))] = chance.choice(other)
    return rows


def _ragged(rows: Rows, chance: Random) -> Rows:
    row = chance.choice(rows)
    if row and chance.random() < 0.5:
        del row[chance.randrange(len(row)) :]
    else:
        row.extend(odd_text(chance) for _ in range(chance.choice((1, 2, 40))))
    return rows


def _columns(rows: Rows, chance: Random) -> Rows:
    """A column twice, gone, elsewhere, or of another name."""
    width = max(map(len, rows))
    if not width:
        return rows
    at, to, how = chance.randrange(width), chance.randrange(width), chance.randrange(4)
    for row in rows:
        if at >= len(row):
            continue
        if how == 0:
            row.insert(to, row[at])
        elif how == 1:
            del row[at]
        elif how == 2:
            row.insert(to, row.pop(at))
    if how == 3 and at < len(rows[0]):
        rows[0][at] = chance.choice((*rows[0], odd_text(chance), changed_text(rows[0][at], chance)))
    return rows


def _lines(rows: Rows, chance: Random) -> Rows:
    """Rows twice, many times, gone, in another order, or the headings again."""
    at, how = chance.randrange(len(rows)), chance.randrange(5)
    if how == 0:
        rows[at:at] = [list(row) for row in rows[at : at + 3]] * chance.choice((1, 2, 20, 200))
    elif how == 1 and len(rows) > 1:
        del rows[at]
    elif how == 2:
        chance.shuffle(rows)
    elif how == 3:
        rows.insert(at, list(rows[0]))
    else:
        rows.insert(at, [""] * chance.choice((0, 1, len(rows[0]))))
    return rows


_CHANGES: tuple[Callable[[Rows, Random], Rows], ...] = (
    *(_cells, _cells, _cells, _cells, _borrowed, _borrowed, _ragged, _columns, _lines),
)
