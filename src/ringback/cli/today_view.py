"""Today on the terminal: coverage, the one next thing, the rest of the day, what waits."""

import sys
from collections.abc import Mapping
from datetime import date
from functools import partial

from rich.text import Text

from ringback.cli.screen import ACCENT, QUIET, STRONG, WARNING, Screen
from ringback.core.coverage import Coverage
from ringback.core.phones import tel_uri
from ringback.desk.day import Item, Today
from ringback.desk.desk import Desk
from ringback.desk.letter import Letter, last_letter, written_down
from ringback.doors.hours import hours_line, until
from ringback.doors.lateness import Lateness, lateness
from ringback.doors.step_words import doing_next, done_with, job, row_number, sent_how, when_done
from ringback.doors.words import Speech, plural
from ringback.doors.words import speech as speech_of

SHOWN = 12
# At least so many are left of a list where a terminal has no room for more.
FEWEST = 1
# Left free for the line at which the next command is typed.
_PROMPT = 1

# On which day of the seeker's the last letter of an opening was recorded.
Written = Mapping[int, date]


def coverage_line(coverage: Coverage) -> str:
    """The first number of every view."""
    if coverage.share is None:
        return "Follow-up coverage: nothing due yet"
    percent = int(coverage.share * 100)
    return f"Follow-up coverage {coverage.followed} of {coverage.due} followed up ({percent} %)"


def show_today(screen: Screen, desk: Desk, today: Today, *, besides: int = 0) -> None:
    """The view of a day: at a terminal with as many rows of its lists as fit ``besides`` others."""
    speech = speech_of(desk)
    written = written_down(desk, [one.row.opening for one in _shown(today)])
    first = today.first
    letter = last_letter(desk, first.row.opening) if first is not None else None

    def show(most: int) -> None:
        _show_day(screen, today, letter, speech, written, most)

    most = SHOWN
    if sys.stdout.isatty():
        room = screen.console.height - _PROMPT - besides
        while most > FEWEST and screen.rows_of(partial(show, most)) > room:
            most -= 1
    show(most)


def _show_day(
    screen: Screen, today: Today, letter: Letter | None, speech: Speech, written: Written, most: int
) -> None:
    screen.heading(coverage_line(today.coverage), f"{speech.date(today.day)} {today.day.year}")
    screen.gap()
    if today.first is None:
        nothing_due(screen, today, speech)
    else:
        show_first(screen, today.first, letter, speech, written)
    if today.then:
        screen.gap()
        _rest(screen, today, speech, written, most)
    if today.waiting:
        screen.gap()
        _waiting(screen, today.waiting, speech, most)
    if today.coming:
        screen.gap()
        _coming(screen, today.coming, speech, written)
    screen.gap()
    screen.line((_below(today), QUIET))


def _shown(today: Today) -> tuple[Item, ...]:
    first = (today.first,) if today.first else ()
    return (*first, *today.then[:SHOWN], *today.coming)


def show_first(
    screen: Screen, item: Item, letter: Letter | None, speech: Speech, written: Written
) -> None:
    """The one next thing, as large as a terminal can say it."""
    row = item.row
    screen.line(("Next  ", ACCENT), *who(item), indent=0)
    screen.line(f"{job(row.title, row.employer)}  ", (f"#{row.opening}", QUIET), indent=6)
    if row.number:
        screen.gap()
        screen.line(*way(screen, item, speech), indent=6)
    if item.is_call or row.exact:
        screen.line(hours_line(item, speech), indent=6)
    screen.gap()
    how_late = lateness(item, speech.today, written.get(row.opening))
    screen.line(row.why, *late(how_late, speech), indent=6)
    if letter is not None:
        screen.line(sent_line(letter, speech), indent=6)
    if row.leave_voicemail:
        screen.line("If nobody answers, leave a voicemail this time.", indent=6)
    screen.gap()
    screen.commands(
        ("ringback next", "words and history"),
        (done_with(row.kind, row.opening), when_done(row.kind, row.opening)), indent=6,
    )  # fmt: skip


def who(item: Item) -> list[str | tuple[str, str]]:
    """“Call Dana Reyes (RAY-ess), Maintenance Manager”, in styled parts."""
    row = item.row
    parts: list[str | tuple[str, str]] = [(doing_next(row), STRONG)]
    if row.spoken:
        parts.append(f" (say: {row.spoken})")
    if row.person_title:
        parts.append(f", {row.person_title}")
    return parts


def way(screen: Screen, item: Item, speech: Speech) -> list[str | Text | tuple[str, str]]:
    """The number as a link to dial, or the mail address as one to write to."""
    row = item.row
    said = row_number(row, speech.country)
    kinds = {"direct": "direct line", "switchboard": "switchboard", "mobile": "mobile"}
    if row.route_kind == "mail":
        return [screen.link(said, f"mailto:{row.number}")]
    link = screen.link(said, tel_uri(row.number, row.extension), ACCENT)
    return [link, (f"  {kinds.get(row.route_kind, row.route_kind)}", QUIET)]


def late(how: Lateness, speech: Speech) -> list[tuple[str, str]]:
    """How late a step is; of one that had passed when it was written down, since when."""
    if how.days:
        return [(f" (overdue by {plural(how.days, 'day')})", WARNING)]
    return [(f" (since {speech.date(how.since)})", QUIET)] if how.since else []


def sent_line(letter: Letter, speech: Speech) -> str:
    """What was sent and when."""
    to = f" to {letter.to}" if letter.to else ""
    files = f": {', '.join(letter.documents)}" if letter.documents else ""
    on = speech.day(letter.at.astimezone(speech.zone).date())
    promise = f". It promises a call {speech.day(letter.promise)}" if letter.promise else ""
    return f"Sent {on}{sent_how(letter.via)}{to}{files}{promise}"


def nothing_due(screen: Screen, today: Today, speech: Speech) -> None:
    """An empty day, and what to do with it."""
    if not today.open_openings:
        screen.line(("Nothing is being pursued.", STRONG))
        screen.line("Keep an opening with `ringback add`, which asks what it needs,")
        screen.line("or read in the sheet that you keep: `ringback import FILE`.")
        return
    if today.waiting:
        screen.line(("Nothing more can be done today.", STRONG))
        return
    screen.line(("Nothing is due.", STRONG), " Everything that was sent has its day.")
    if today.coming:
        first = today.coming[0].row
        comes = f"The next step comes {speech.day(first.day)}."
        screen.line(f"{comes} Time to write to one more: `ringback add`.")


def _rest(screen: Screen, today: Today, speech: Speech, written: Written, most: int) -> None:
    screen.line(("Then", STRONG))
    shown = today.then[:most]
    screen.rows([_cells(item, speech, until(item, speech), written) for item in shown])
    hidden = len(today.then) - len(shown) + today.more
    if hidden:
        screen.line((f"and {hidden} more: ", QUIET), "`ringback show` lists all", indent=2)


def _waiting(screen: Screen, items: tuple[Item, ...], speech: Speech, most: int) -> None:
    screen.line(("Waits", STRONG))
    rows = [
        (
            Text(f"#{item.row.opening}", QUIET),
            f"{doing_next(item.row)}, {item.row.employer}",
            Text(item.waits, QUIET),
        )
        for item in items[:most]
    ]
    screen.table(rows, 3)
    if len(items) > most:
        more = f"and {len(items) - most} more: "
        screen.line((more, QUIET), "`ringback show` lists all", indent=2)


def _coming(screen: Screen, items: tuple[Item, ...], speech: Speech, written: Written) -> None:
    screen.line(("Coming", STRONG))
    screen.rows([_cells(item, speech, speech.day(item.row.day), written) for item in items])


def _cells(item: Item, speech: Speech, when: str, written: Written) -> tuple[str | Text, ...]:
    row = item.row
    what = Text(doing_next(row))
    days = lateness(item, speech.today, written.get(row.opening)).days
    if days and item.is_call:
        what.append(f" ({plural(days, 'day')} late)", WARNING)
    return (Text(f"#{row.opening}", QUIET), what, row.employer, Text(when, QUIET))


def _below(today: Today) -> str:
    parts = [plural(today.open_openings, "open opening")]
    if today.silent:
        parts.append(f"{today.silent} sent and not answered yet")
    if today.planned_calls:
        parts.append(f"your plan: {plural(today.planned_calls, 'call')} a day")
    return " · ".join(parts)
