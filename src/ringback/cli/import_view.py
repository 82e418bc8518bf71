"""An import on the terminal: what was understood, the one question, the report row by row."""

import sys
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

import click

from ringback.cli import shapes
from ringback.cli.ask import choose, somebody_is_there, yes_or_no
from ringback.cli.door import Door
from ringback.cli.doubts_view import in_json, settle, tell, would_ask
from ringback.cli.screen import QUIET, STRONG, WARNING, Screen
from ringback.desk import imports
from ringback.desk.desk import Desk
from ringback.desk.imports import Report
from ringback.desk.intake.lines import Line
from ringback.desk.sending import gaps
from ringback.doors import clock, importing
from ringback.doors.words import plural, speech
from ringback.sources.source import ReadOptions, Understanding

SHOWN = 20
# From this many rows on, the terminal is told how far it is.
MANY = 2000


def read_in(
    door: Door, file: Path, day_first: bool | None, source: str, *, dry_run: bool, yes: bool
) -> None:
    """Look at a file, ask what has to be asked, read it in and tell what became of it."""
    options = ReadOptions(day_first=day_first, read_on=clock.now().astimezone().date())
    understood = imports.preview(file, options, source)
    screen = Screen(door)
    asking = somebody_is_there() and not door.json and not yes
    question = next((one.ask for one in understood if one.ask), "")
    if dry_run and door.json:
        asked = would_ask(door, file, options, source) if not question else ()
        door.answer({
            "understood": [understanding(one) for one in understood],
            "asked": [in_json(one) for one in asked],
        })  # fmt: skip
        return
    if not door.json:
        for one in understood:
            show_understanding(screen, one)
    if dry_run:
        if not question:
            tell(screen, would_ask(door, file, options, source), "It would ask about these pairs:")
        screen.line("Nothing was read in: this was a dry run.")
        return
    if question and asking:
        answer = choose(question, {"d": "the day comes first", "m": "the month comes first"}, "d")
        options = replace(options, day_first=answer == "d")
    rows = sum(one.rows for one in understood)
    if asking and not yes_or_no(f"Read {plural(rows, 'row')} in?", default=True):
        screen.line("Nothing was read in.")
        return
    begun: list[tuple[Desk, bool]] = []

    def begin() -> Desk:
        begun.append(door.begun())
        return begun[-1][0]

    report = importing.read_at(begin, file, options, source, _progress(door, rows))
    desk, has_just_begun = begun[-1]
    if has_just_begun:
        door.tell_begun(desk)
    if door.json:
        door.answer(shape(report))
        return
    show_report(screen, report)
    settle(door, screen, report.asked, asking=asking)
    missing = sum(1 for gate in gaps(desk) if not gate.opens)
    if missing:
        count = plural(missing, "opening lacks", "openings lack")
        screen.line(
            f"{count} a manager or a way to reach them: ", ("ringback gate", STRONG), " lists them."
        )
    screen.line(("ringback today", STRONG), "  shows what to do first.")


def _progress(door: Door, rows: int) -> Callable[[int], None]:
    if rows < MANY or door.json or not sys.stderr.isatty():
        return lambda done: None
    return lambda done: click.echo(f"\r{done} of {rows} rows", nl=done >= rows, err=True)


def show_understanding(screen: Screen, one: Understanding) -> None:
    """What a table was understood as, column by column."""
    where = f", sheet {one.sheet}" if one.sheet else ""
    rows = f", {plural(one.rows, 'row')}" if one.source else ""
    screen.line((f"{one.name}{where}", STRONG), f": {one.label}{rows}")
    screen.table(
        ((_column(c.heading), "→", c.meaning or "kept as a remark", c.example[:30])
         for c in one.columns), 4,
    )  # fmt: skip
    order = f"dates: {one.date_order}" if one.date_order else ""
    for line in (*one.notes, order, *_passed(one.passed)):
        if line:
            screen.line((line, QUIET), indent=2)
    screen.gap()


def _column(heading: str) -> str:
    return heading or "(no heading)"


def _passed(passed: tuple[tuple[str, str], ...]) -> Iterable[str]:
    for where, why in passed[:SHOWN]:
        yield f"passed over: {where}: {why}"
    if len(passed) > SHOWN:
        yield f"and {len(passed) - SHOWN} more rows passed over"


def show_report(screen: Screen, report: Report) -> None:
    """The counts, then every row that needs a look."""
    screen.line(
        (f"{plural(report.rows, 'row')} of {report.name}: ", STRONG),
        f"{report.created} new, {report.updated} filled in, {report.known} known already, "
        f"{report.refused} refused.",
    )
    bad = [line for line in report.lines if line.became == "refused"]
    odd = [line for line in report.lines if line.became != "refused" and line.reason]
    _show_lines(screen, "Refused, and kept for mending (ringback import --refused):", bad)
    _show_lines(screen, "Read in, but worth a look:", odd)
    # An archive is no import of its own to be taken back.
    if report.import_id and (report.created or report.updated):
        back = f"ringback import --take-back {report.import_id}"
        screen.line((back, STRONG), ("  takes all of it back", QUIET))


def _show_lines(screen: Screen, title: str, lines: list[Line]) -> None:
    if not lines:
        return
    screen.gap()
    screen.line((title, WARNING))
    for line in lines[:SHOWN]:
        what = " · ".join(part for part in (line.employer, line.title) if part)
        screen.line(f"{line.where}: {line.reason}", (f"  {what}", QUIET), indent=2)
    if len(lines) > SHOWN:
        screen.line((f"and {len(lines) - SHOWN} more; --json has them all", QUIET), indent=2)
    screen.gap()


def take_back(door: Door, number: int) -> None:
    """Take an import back."""
    desk = door.desk()
    count = imports.take_back(desk, number)
    if door.json:
        door.answer({"import": number, "struck": count})
        return
    touches = plural(count, "thing that it recorded counts", "things that it recorded count")
    Screen(door).line(f"Import {number} is taken back: {touches} no more.")


def show_imports(door: Door) -> None:
    """Every import of the search."""
    desk = door.desk()
    rows = imports.imports(desk)
    if door.json:
        door.answer({"imports": [
            {"id": one.pk, "name": one.name, "source": one.source, "at": shapes.moment(one.at),
             "created": one.created, "updated": one.updated, "known": one.known,
             "refused": one.refused, "taken_back_at": shapes.moment(one.taken_back_at)}
            for one in rows
        ]})  # fmt: skip
        return
    screen, said = Screen(door), speech(desk)
    if not rows:
        screen.line("Nothing was imported yet.")
    for one in rows:
        back = "  (taken back)" if one.taken_back_at else ""
        screen.line(
            (f"{one.pk}  ", QUIET), (one.name, STRONG), f"  {one.source}, {said.moment(one.at)}: "
            f"{one.created} new, {one.updated} filled in, {one.known} known, {one.refused} refused",
            (back, QUIET),
        )  # fmt: skip


def show_refused(door: Door) -> None:
    """Rows that wait for mending, with what stood in them."""
    rows = imports.refused_rows(door.desk())
    if door.json:
        door.answer({"refused": [
            {"row": one.pk, "import": one.of_id, "file": one.of.name, "where": one.where,
             "reason": one.reason, "cells": one.cells}
            for one in rows
        ]})  # fmt: skip
        return
    screen = Screen(door)
    if not rows:
        screen.line("No row waits for mending.")
    for one in rows:
        screen.line(
            (f"{one.pk}  ", QUIET), (f"{one.of.name}, {one.where}", STRONG), f": {one.reason}"
        )
        screen.line(" | ".join(str(cell) for cell in one.cells if cell), indent=4)
    if rows:
        screen.line("Put one in with `ringback add`, then say `ringback import --mended ROW`.")


def mend(door: Door, row: int) -> None:
    """Say that a refused row was put in by hand."""
    imports.mend(door.desk(), row)
    if door.json:
        door.answer({"mended": row})
    else:
        Screen(door).line(f"Row {row} counts as mended.")


def shape(report: Report) -> shapes.Shape:
    """An import as JSON, row by row."""
    return {
        "import": report.import_id, "name": report.name, "source": report.source,
        "rows": report.rows, "created": report.created, "updated": report.updated,
        "known": report.known, "refused": report.refused,
        "lines": [
            {"where": line.where, "became": line.became, "reason": line.reason or None,
             "employer": line.employer or None, "title": line.title or None}
            for line in report.lines
        ],
        "asked": [in_json(one) for one in report.asked],
    }  # fmt: skip


def understanding(one: Understanding) -> shapes.Shape:
    """What was understood of a table, as JSON."""
    return {
        "name": one.name, "sheet": one.sheet or None, "source": one.source, "label": one.label,
        "rows": one.rows, "date_order": one.date_order or None, "ask": one.ask or None,
        "notes": list(one.notes),
        "columns": [
            {"heading": c.heading, "meaning": c.meaning or None, "why": c.why or None,
             "example": c.example or None}
            for c in one.columns
        ],
        "passed": [{"where": where, "why": why} for where, why in one.passed],
    }  # fmt: skip
