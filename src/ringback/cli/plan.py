"""`ringback plan`: the seeker's own days, hour and number of calls, and their days off."""

from __future__ import annotations

import re
from datetime import date, time, timedelta
from typing import TYPE_CHECKING

import click

from ringback.cli.door import Door, pass_door
from ringback.cli.options import json_option
from ringback.doors.days import NotAMoment

if TYPE_CHECKING:
    from ringback.desk.desk import Desk

# A span of days off is written with this between its ends.
TO = ".."
LONGEST = 366


@click.command()
@click.option(
    "--days", metavar="DAYS", help="The days on which you call: “mon,tue,thu”, “mon-fri”."
)
@click.option("--from", "start", metavar="HOUR", help="From what hour: 9:30.")
@click.option(
    "--calls", type=int, metavar="N", help="How many calls you want to make on such a day."
)
@click.option("--off", multiple=True, metavar="DAY", help="A day off, or several: 12/24..12/31.")
@click.option("--on", "back", multiple=True, metavar="DAY", help="No day off after all.")
@json_option
@pass_door
def plan(
    door: Door, days: str | None, start: str | None, calls: int | None, off: tuple[str, ...],
    back: tuple[str, ...],
) -> None:  # fmt: skip
    """Write down your own plan: which days, from what hour, how many calls; and your days off.

    People who wrote such a plan down found work more often (Abel and others, 2019); reminders added
    nothing, so there are none. On a day off no step is due. Without an option it shows the plan.
    """
    from ringback.desk.searches import WEEKDAYS, take_days_off, write_plan

    changing = any((days is not None, start is not None, calls is not None, off, back))
    desk = door.begun_desk() if changing else door.desk()
    search = desk.search
    if days is not None or start is not None or calls is not None:
        kept = tuple(WEEKDAYS[int(figure)] for figure in search.plan_days)
        desk = write_plan(
            desk,
            days=_weekdays(days) if days is not None else kept,
            start=_clock(start) if start is not None else search.plan_from,
            calls=calls if calls is not None else search.plan_calls,
        )
    if off:
        desk = take_days_off(desk, _span(door, desk, off))
    if back:
        desk = take_days_off(desk, _span(door, desk, back), back=True)
    if door.json:
        search = desk.search
        door.answer({
            "days": [WEEKDAYS[int(figure)] for figure in search.plan_days],
            "from": search.plan_from.isoformat("minutes") if search.plan_from else None,
            "calls": search.plan_calls, "days_off": list(search.days_off),
        })  # fmt: skip
        return
    from ringback.cli.plan_view import show_plan

    show_plan(door, desk)


def _weekdays(text: str) -> tuple[str, ...]:
    """“mon,tue”, “mon-fri”, “Monday and Thursday” as the short names of days."""
    from ringback.desk.searches import WEEKDAYS

    found: list[str] = []
    for part in re.split(r"[,;\s]+|\band\b", text.casefold()):
        first, dash, last = (piece[:3] for piece in part.partition("-"))
        if dash and first in WEEKDAYS and last in WEEKDAYS:
            start, end = WEEKDAYS.index(first), WEEKDAYS.index(last)
            found += [WEEKDAYS[i % 7] for i in range(start, end + 1 + 7 * (end < start))]
        elif part:
            found.append(first)
    return tuple(found)


def _clock(text: str) -> time | None:
    if not text.strip():
        return None
    found = re.fullmatch(r"\s*(\d{1,2})(?:[:.h](\d{2}))?\s*(am|pm)?\s*", text.casefold())
    hour = int(found[1]) if found else 24
    if found and found[3]:
        hour = hour % 12 + (12 if found[3] == "pm" else 0)
    if found is None or hour > 23 or int(found[2] or 0) > 59:
        raise NotAMoment(f"“{text}” is no hour of the day.", "Write it like 9:30 or 2pm.")
    return time(hour, int(found[2] or 0))


def _span(door: Door, desk: Desk, texts: tuple[str, ...]) -> tuple[date, ...]:
    days: list[date] = []
    for text in texts:
        first, between, last = text.partition(TO)
        start = door.day(desk, first)
        end = door.day(desk, last) if between else start
        if not timedelta(0) <= end - start <= timedelta(LONGEST):
            raise NotAMoment(
                f"“{text}” is no span of days.", "Write it like 2026-12-24..2026-12-31."
            )
        days += [start + timedelta(ahead) for ahead in range((end - start).days + 1)]
    return tuple(days)
