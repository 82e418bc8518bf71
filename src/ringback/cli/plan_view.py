"""The seeker's plan on the terminal."""

from datetime import date, timedelta

from ringback.cli.door import Door
from ringback.cli.screen import QUIET, STRONG, Screen
from ringback.desk.desk import Desk
from ringback.desk.searches import WEEKDAYS
from ringback.doors.words import Speech, plural, speech


def show_plan(door: Door, desk: Desk) -> None:
    """Days, hour, number of calls and days off, in words."""
    screen, said, search = Screen(door), speech(desk), desk.search
    days = ", ".join(WEEKDAYS[int(figure)].capitalize() for figure in search.plan_days)
    if not days and not search.plan_calls and not search.plan_from:
        screen.line(("You have not written a plan yet.", STRONG))
        screen.line("For example: `ringback plan --days mon-thu --from 9:30 --calls 8`.")
    else:
        calls = f"{plural(search.plan_calls, 'call')} a day" if search.plan_calls else ""
        hour = f"from {search.plan_from:%H:%M}" if search.plan_from else ""
        screen.line(("Your plan: ", STRONG), ", ".join(p for p in (days, hour, calls) if p), ".")
    off = spans([date.fromisoformat(day) for day in search.days_off])
    coming = [span for span in off if span[1] >= desk.today]
    if coming:
        screen.line(("Days off: ", STRONG), "; ".join(_said(span, said) for span in coming), ".")
    else:
        screen.line(("No days off ahead. `ringback plan --off DAY` keeps one.", QUIET))


def spans(days: list[date]) -> list[tuple[date, date]]:
    """Days as stretches without a gap: first and last of each."""
    found: list[tuple[date, date]] = []
    for day in sorted(days):
        if found and day - found[-1][1] == timedelta(1):
            found[-1] = (found[-1][0], day)
        else:
            found.append((day, day))
    return found


def _said(span: tuple[date, date], said: Speech) -> str:
    first, last = span
    return said.date(first) if first == last else f"{said.date(first)} to {said.date(last)}"
