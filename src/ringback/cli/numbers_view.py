"""The numbers on the terminal: each share with its count and its interval, or not at all."""

from rich.text import Text

from ringback.cli.screen import ACCENT, QUIET, STRONG, Screen
from ringback.core.numbers.rates import REASON, RULE, Rate
from ringback.desk.numbers import Numbers
from ringback.doors.words import Speech

_WIDE = 24
_POINTS = 8
_LAST_WEEKS = 6


def show_numbers(screen: Screen, found: Numbers, speech: Speech) -> None:
    """The whole view."""
    funnel, course = found.funnel, found.course
    counts = ", ".join(f"{name} {count}" for name, count in funnel.counts)
    screen.heading("From what you sent to an offer", speech.date(found.day))
    screen.line(f"{counts[0].upper()}{counts[1:]}.")
    screen.gap()
    screen.table([_row(screen, one.name, one.rate) for one in funnel.rates], 4)
    screen.gap()
    screen.line(("Followed up, week by week", STRONG))
    if not course.weeks:
        screen.line("Nothing was sent yet.", indent=2)
    else:
        screen.table(
            [
                (
                    f"by {speech.date(week.day)}",
                    f"{week.coverage.followed} of {week.coverage.due} due",
                    f"{week.on_time} on time",
                    f"{week.sent} sent",
                )
                for week in course.weeks[-_LAST_WEEKS:]
            ],
            4,
        )
        dated, in_time = course.dated, course.written_in_time
        screen.line(
            f"With a dated next step: {dated.done} of {dated.of} that are still open.", indent=2
        )
        screen.line(
            f"Written down before the follow-up was due: {in_time.done} of {in_time.of}.", indent=2
        )
    screen.gap()
    screen.line(("How long they stay silent", STRONG))
    screen.line(_sentence(found.silence.says), indent=2)
    told = found.silence.told
    shown = told[:: max(1, -(-len(told) // _POINTS))]
    if shown:
        screen.table(
            [
                (f"day {p.day}", f"{p.silent * 100:.0f} % silent",
                 f"({p.low * 100:.0f} to {p.high * 100:.0f} %)")
                for p in shown
            ],
            3,
        )  # fmt: skip
    screen.gap()
    screen.line(("When your dials met them", STRONG), ("  on their clock", QUIET))
    screen.line(_sentence(found.slots.says), indent=2)
    rows = [_row(screen, slot.name, slot.rate) for slot in found.slots.slots if slot.rate.of]
    if rows:
        screen.table(rows, 4)
    screen.gap()
    screen.line(("Your plan, and what was done", STRONG))
    screen.line(_sentence(found.plan.says), indent=2)
    screen.gap()
    screen.line((f"{RULE} {REASON}", QUIET))


def _row(screen: Screen, name: str, rate: Rate) -> tuple[str | Text, ...]:
    cases = f"{rate.done} of {rate.of}"
    said = rate.says.partition(":")[0]
    return (name, cases, Text("") if screen.is_narrow else _track(screen, rate), said)


def _track(screen: Screen, rate: Rate) -> Text:
    """The scale from none to all, with the interval and, where it is told, the share."""
    empty, bar, dot = ("-", "=", "o") if screen.is_plain else ("┈", "━", "●")
    if not rate.of:
        return Text(empty * _WIDE, QUIET)
    low, high = (round(end * (_WIDE - 1)) for end in rate.interval)
    signs = [bar if low <= index <= high else empty for index in range(_WIDE)]
    if rate.is_told and rate.share is not None:
        signs[round(rate.share * (_WIDE - 1))] = dot
    text = Text("".join(signs), QUIET)
    if rate.is_told:
        text.stylize(ACCENT, low, high + 1)
    return text


def _sentence(says: str) -> str:
    return f"{says[0].upper()}{says[1:]}."
