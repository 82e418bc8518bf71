"""What a session asks about an outcome: who was named, when to call, a note."""

from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, datetime, time

from ringback.cli.door import Door
from ringback.cli.keys import Answers
from ringback.cli.screen import WARNING, Screen
from ringback.core.best_time import Window
from ringback.core.outcomes import Outcome
from ringback.core.touches import Who
from ringback.desk.calls import NOTHING_TOLD
from ringback.desk.calls import Told as ToldThem
from ringback.desk.day import Item, place_of
from ringback.desk.refusal import Refusal
from ringback.doors.days import NotAMoment, moment_hint
from ringback.doors.figures import hour_in_figures
from ringback.doors.hours import zone_there
from ringback.doors.window import window_told
from ringback.doors.words import speech

_SKIP = "(Enter: not said)"


@dataclass(frozen=True, slots=True)
class Told:
    """The answers: a moment or day that they named, a person, a note."""

    moment: datetime | None = None
    day: date | None = None
    told: ToldThem = NOTHING_TOLD
    note: str = ""


def ask_for(
    door: Door, answers: Answers, screen: Screen, item: Item, outcome: Outcome
) -> Told | None:
    """Ask what the outcome needs and may hold; None where something needed is left empty."""
    told = Told()
    person = _person(answers, screen, outcome)
    if person is None:
        return None
    told = replace(told, told=person)
    if "moment" in outcome.needs + outcome.may:
        needed = "moment" in outcome.needs
        moment = _moment(door, answers, screen, item, needed=needed)
        if moment is None and needed:
            return None
        told = replace(told, moment=moment)
    if "day" in outcome.needs + outcome.may:
        told = replace(told, day=_day(door, answers, screen))
    return replace(told, note=_note(answers))


def _person(answers: Answers, screen: Screen, outcome: Outcome) -> ToldThem | None:
    """Whom they named; None where a needed name or employer is left empty."""
    if "person" not in outcome.needs + outcome.may:
        return NOTHING_TOLD
    needed = "person" in outcome.needs
    name = answers.line("Whom did they name? " if needed else f"Who is it now? {_SKIP} ")
    if not name:
        return None if needed else NOTHING_TOLD
    employer = answers.line("Where do they work? ") if "employer" in outcome.needs else ""
    if not employer and "employer" in outcome.needs:
        return None
    title = answers.line(f"Their title? {_SKIP} ")
    spelling = answers.line(f"How is the name said? {_SKIP} ")
    number = answers.line(f"Their number? {_SKIP} ") if "number" in outcome.may else ""
    if outcome.who is not Who.RECEPTIONIST:
        return ToldThem(name=name, title=title, number=number, employer=employer, spelling=spelling)
    extension = answers.line(f"Their extension? {_SKIP} ")
    return ToldThem(
        name=name, title=title, number=number, extension=extension, employer=employer,
        spelling=spelling, best=_best(answers, screen),
    )  # fmt: skip


def _best(answers: Answers, screen: Screen) -> Window | None:
    while text := answers.line(f"When are they best reached? Such as “9:30-11”. {_SKIP} "):
        try:
            return window_told(text)
        except Refusal as refusal:
            screen.line((str(refusal), WARNING))
            screen.line(refusal.hint, indent=2)
    return None


def _moment(
    door: Door, answers: Answers, screen: Screen, item: Item, *, needed: bool
) -> datetime | None:
    hour = hour_in_figures(time(14), door.own(door.desk()).country)
    prompt = f"When, on their clock? (“Thu {hour}”; “Thu {hour} here” for yours) "
    if not needed:
        prompt = f"Is there a day and hour to call? {_SKIP} "
    text = answers.line(prompt)
    if not text and needed:
        screen.line(f"It takes a day and an hour. {moment_hint(door.own(door.desk()))}")
        text = answers.line(prompt)
    while text:
        moment = _understood(door, screen, item, text)
        if moment is not None:
            return moment
        text = answers.line(prompt)
    return None


def _understood(door: Door, screen: Screen, item: Item, text: str) -> datetime | None:
    """The moment that was said, told as it was understood; None where it cannot be used."""
    desk = door.desk()
    try:
        moment = door.moment(desk, text, place_of(item.row))
    except NotAMoment as trouble:
        screen.line((str(trouble), WARNING))
        screen.line(trouble.hint, indent=2)
        return None
    if moment <= desk.now:
        screen.line(("That has passed already.", WARNING))
        return None
    screen.line(f"Understood as {speech(desk).both(moment, zone_there(item))}.")
    return moment


def _day(door: Door, answers: Answers, screen: Screen) -> date | None:
    while text := answers.line(f"From what day on? {_SKIP} "):
        desk = door.desk()
        try:
            day = door.day(desk, text)
        except NotAMoment as trouble:
            screen.line((str(trouble), WARNING))
            screen.line(trouble.hint, indent=2)
            continue
        screen.line(f"Understood as {speech(desk).day(day)}.")
        return day
    return None


def _note(answers: Answers) -> str:
    """A note of any number of lines; the outcome is told by then, so the end of input ends it."""
    lines: list[str] = []
    prompt = "Note? (Enter: none; several lines end with an empty one) "
    with suppress(EOFError):
        while line := answers.line(prompt):
            lines.append(line)
            prompt = "… "
    return "\n".join(lines)
