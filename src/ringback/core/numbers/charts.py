"""The charts of a search: each number with its table, its picture and its sentence."""

from ringback.core.numbers import svg_bars, svg_intervals, svg_lines
from ringback.core.numbers.chart import Cell, Chart
from ringback.core.numbers.course import Course, Week
from ringback.core.numbers.funnel import Funnel
from ringback.core.numbers.planned import PlanAndDone
from ringback.core.numbers.rates import Rate
from ringback.core.numbers.slots import Slots
from ringback.core.numbers.survival import Silence

_RATE = ("done", "of", "share", "low", "high", "told")


def funnel_chart(funnel: Funnel) -> Chart:
    """What was sent, what was done for it and what came of it."""
    title = "From what you sent to an offer"
    says = "; ".join(f"{name} {count}" for name, count in funnel.counts)
    says = f"{says[0].upper()}{says[1:]}."
    rows = [(one.name, one.rate) for one in funnel.rates]
    told = "; ".join(f"{one.name}: {one.rate.says}" for one in funnel.rates)
    return Chart(
        "funnel",
        title,
        says,
        ("step", "of what", *_RATE),
        tuple((one.name, one.of_what, *_cells(one.rate)) for one in funnel.rates),
        svg_intervals.intervals("funnel", title, f"{says} {told}.", rows),
    )


def coverage_chart(course: Course) -> Chart:
    """Follow-up coverage at the end of each week."""
    title = "Followed up, week by week"
    says = (
        f"Still open and with a dated next step: {_share(course.dated)}. "
        f"Written down before the follow-up was due: {_share(course.written_in_time)}. "
        f"Followed up on time: {_share(course.on_time)}."
    )
    weeks = course.weeks
    days = [week.day for week in weeks]
    ends = (f"{days[0]:%-d %b %Y}", f"{days[-1]:%-d %b %Y}") if days else ("", "")
    span = max((days[-1] - days[0]).days, 1) if days else 1
    lines = [
        svg_lines.Course(name, _points(weeks, span, on_time=on_time), dashed=on_time)
        for name, on_time in (("followed up, of what was due", False), ("on time", True))
    ]
    return Chart(
        "coverage",
        title,
        says,
        ("week ending", "sent", "due", "followed up", "on time"),
        tuple(
            (w.day.isoformat(), w.sent, w.coverage.due, w.coverage.followed, w.on_time)
            for w in weeks
        ),
        svg_lines.lines("coverage", title, says, lines, ends),
    )


def silence_chart(silence: Silence) -> Chart:
    """The share still without an answer, by days since it was sent."""
    title = "How long they stay silent"
    says = f"{silence.says[0].upper()}{silence.says[1:]}."
    told = silence.told
    last = told[-1].day if told else 0
    drawn = [(point.day / max(last, 1), point.silent, point.low, point.high) for point in told]
    ends = ("the day it was sent", f"day {last}" if told else "")
    return Chart(
        "silence",
        title,
        says,
        ("day", "waiting", "answered", "silent", "low", "high", "told"),
        tuple(
            (p.day, p.waiting, p.answered, _four(p.silent), _four(p.low), _four(p.high),
             "yes" if p in told else "no")
            for p in silence.points
        ),
        svg_lines.steps("silence", title, says, drawn, ends),
    )  # fmt: skip


def reach_chart(slots: Slots) -> Chart:
    """Your own reach by half-day and weekday, on the clock of whom you called."""
    title = "When your dials met them"
    says = f"{slots.says[0].upper()}{slots.says[1:]}."
    rows = [(slot.name, slot.rate) for slot in slots.slots]
    told = "; ".join(f"{name}: {rate.says}" for name, rate in rows)
    return Chart(
        "reach",
        title,
        says,
        ("slot", *_RATE),
        tuple((name, *_cells(rate)) for name, rate in rows),
        svg_intervals.intervals("reach", title, f"{says} {told}.", rows),
    )


def plan_chart(plan: PlanAndDone) -> Chart:
    """Calls logged each day beside those that the plan names for it."""
    title = "Your plan, and what was done"
    says = f"{plan.says[0].upper()}{plan.says[1:]}."
    bars = [svg_bars.Bar(f"{one.day:%-d %b}", one.done, one.planned) for one in plan.days]
    return Chart(
        "plan",
        title,
        says,
        ("day", "planned", "logged"),
        tuple((one.day.isoformat(), one.planned, one.done) for one in plan.days),
        svg_bars.meant("plan", title, says, bars, ("calls logged", "calls planned")),
    )


def _points(
    weeks: tuple[Week, ...], span: int, *, on_time: bool
) -> tuple[tuple[float, float], ...]:
    return tuple(
        (
            (week.day - weeks[0].day).days / span,
            (week.on_time if on_time else week.coverage.followed) / week.coverage.due,
        )
        for week in weeks
        if week.coverage.due
    )


def _share(rate: Rate) -> str:
    return f"{rate.done} of {rate.of}" if rate.of else "nothing yet"


def _cells(rate: Rate) -> tuple[Cell, ...]:
    low, high = rate.interval
    told = rate.is_told
    share = _four(rate.share) if told and rate.share is not None else None
    return (rate.done, rate.of, share, _four(low), _four(high), "yes" if told else "no")


def _four(share: float) -> float:
    return round(share, 4)
