"""A calling session: a queue of calls, an outcome and a note for each, the step that follows."""

from functools import partial
from itertools import chain, zip_longest
from uuid import UUID

from rich.text import Text

from ringback.cli import card_view, recorded, step_page
from ringback.cli.door import Door
from ringback.cli.exits import DONE, INTERRUPTED
from ringback.cli.keys import Answers, Keys
from ringback.cli.outcome_table import groups
from ringback.cli.questions import Told, ask_for
from ringback.cli.screen import QUIET, STRONG, WARNING, Screen
from ringback.cli.today_view import coverage_line
from ringback.cli.told import remarks
from ringback.core.outcomes import BY_KEY, BY_WORD, Outcome
from ringback.core.steps import StepKind
from ringback.core.touches import Result
from ringback.desk.calls import log_call
from ringback.desk.card import card
from ringback.desk.course import strike
from ringback.desk.day import Item
from ringback.desk.openings import find_opening
from ringback.desk.record import Logged
from ringback.desk.refusal import Code, Refusal
from ringback.desk.today import item_of, today
from ringback.doors.days import NotAMoment
from ringback.doors.queue import queue_of
from ringback.doors.step_words import job
from ringback.doors.words import length, plural, speech

COMMANDS = {
    "?": "the keys of all outcomes",
    "d": "every part of the words, and all that happened",
    "g": "go on: this one later",
    "u": "undo the last one",
    "Q": "the number as a QR code",
    "q": "quit",
}
_WORDS = {"keys": "?", "help": "?", "words": "d", "later": "g", "undo": "u", "qr": "Q", "quit": "q"}
# The name of what was called above the outcomes, and the question below them.
_AROUND = 2
# What comes of most calls to the one who hires, and of those to a receptionist.
_USUAL = ("no-answer", "voicemail", "voicemail-left", "talked", "call-back", "interview")
_AT_THE_DESK = ("no-answer", "name", "try-at", "message", "blocked", "hr")
_INTERVIEWS = (Result.INTERVIEW_SET.value, Result.MEETING_SET.value)


class Session:
    """One sitting of calls; what was logged in it can be undone in it."""

    def __init__(self, door: Door, answers: Answers, *, whole: bool) -> None:
        self.door = door
        self.answers = answers
        self.whole = whole
        self.screen = Screen(door)
        self.later: set[int] = set()
        self.logged: list[Logged] = []

    def run(self, reference: str | None) -> int:
        """Go through the calls until there are none left or the caller quits; the exit code."""
        only = find_opening(self.door.desk(), reference).pk if reference else None
        code = DONE
        try:
            while (item := self._next(only)) is not None and self._one_call(item):
                if only is not None and only not in self.later and self.logged:
                    break
        except EOFError:
            self.screen.gap()
        except KeyboardInterrupt:
            self.screen.gap()
            code = INTERRUPTED
        self._summary()
        return code

    def _next(self, only: int | None) -> Item | None:
        """The call to make now; says why when there is none."""
        desk = self.door.desk()
        if only is not None:
            item = None if only in self.later else item_of(desk, only)
            if item is not None and not item.is_call:
                raise Refusal(
                    Code.NOTHING, f"No call is due on #{only}: {item.row.kind} comes first.",
                    f"`ringback next {only}` shows it.",
                )  # fmt: skip
            return item
        ready, calls = queue_of(today(desk), desk.now, self.later)
        self.screen.gap()
        if ready:
            rest = len(ready) - 1
            more = f", {rest} more can be made now" if rest else ""
            self.screen.line((f"Call {len(self.logged) + 1}{more}", QUIET))
            return ready[0]
        if calls:
            begins = calls[0].open.start
            self.screen.line(
                f"No call can be made at the moment; the next one from "
                f"{speech(desk).clock(begins)}, in {length(begins - desk.now)}: "
                f"{calls[0].row.person or calls[0].row.employer}."
            )  # fmt: skip
        else:
            self.screen.line("No more calls for now.")
        return None

    def _one_call(self, item: Item) -> bool:
        """Show a call and take its outcome; False once the caller quits."""
        above = partial(self._usual, item) if isinstance(self.answers, Keys) else self.screen.gap
        # A row is left for an empty line above the question.
        self._show(item, taken=self.screen.rows_of(above) - 1)
        while True:
            above()
            above = self.screen.gap
            answer = self.answers.key("What came of it? (? for all keys) ")
            command = _WORDS.get(answer.casefold(), answer)
            outcome = BY_KEY.get(answer) or BY_WORD.get(answer.casefold())
            if command == "q":
                return False
            if command == "g":
                self.later.add(item.row.opening)
                return True
            if command == "u":
                if self._undo():
                    return True
            elif outcome is not None:
                if self._log(item, outcome):
                    return True
            else:
                self._side(command, item)

    def _side(self, command: str, item: Item) -> None:
        """What can be looked at before the outcome is said."""
        desk = self.door.desk()
        if command == "?":
            show_keys(self.screen)
        elif command == "d":
            shown = card(desk, find_opening(desk, str(item.row.opening)))
            card_view.show_script(self.screen, shown)
            step_page.history_part(self.screen, shown, speech(desk), latest=False).show()
        elif command == "Q":
            shown = card(desk, find_opening(desk, str(item.row.opening)))
            card_view.show_qr(self.screen, shown)
        elif command:
            self.screen.line(("No outcome has that key. ", WARNING), "? shows them all.")

    def _show(self, item: Item, *, taken: int) -> None:
        desk = self.door.desk()
        said = speech(desk)
        shown = card(desk, find_opening(desk, str(item.row.opening)))
        step_page.show_call(self.screen, shown, item, said, whole=self.whole, taken=taken)

    def _usual(self, item: Item) -> None:
        """The keys that are pressed most, in one line."""
        words = _AT_THE_DESK if item.row.kind == StepKind.ASK_RECEPTIONIST.value else _USUAL
        usual = (BY_WORD[word] for word in words)
        keys = (((f"{one.key} ", STRONG), (f"{one.word}  ", QUIET)) for one in usual)
        self.screen.line(*chain.from_iterable(keys))

    def _log(self, item: Item, outcome: Outcome) -> bool:
        """Ask what the outcome needs and record it; False where nothing was recorded."""
        self.screen.line((outcome.says, STRONG), (f"  ({outcome.word})", QUIET))
        told = ask_for(self.door, self.answers, self.screen, item, outcome)
        if told is None:
            self.screen.line("Nothing was recorded.")
            return False
        return self._record(item, outcome, told)

    def _record(self, item: Item, outcome: Outcome, told: Told) -> bool:
        desk = self.door.desk()
        try:
            opening = find_opening(desk, str(item.row.opening))
            logged = log_call(
                desk, opening, outcome, moment=told.moment, day=told.day, told=told.told,
                note=told.note,
            )  # fmt: skip
        except (Refusal, NotAMoment) as trouble:
            self.screen.line((str(trouble), WARNING))
            if trouble.hint:
                self.screen.line(trouble.hint, indent=2)
            return False
        self.logged.append(logged)
        recorded.show(self.screen, desk, logged, speech(desk), remarks(desk, logged, told.note))
        return True

    def _undo(self) -> bool:
        """Take the last outcome of this session back; its call comes up again."""
        if not self.logged:
            self.screen.line("Nothing was recorded in this session yet.")
            return False
        last = self.logged.pop()
        desk = self.door.desk()
        uids: tuple[UUID, ...] = tuple(one.uid for one in last.touches)
        try:
            strike(desk, uids)
        except Refusal as refusal:
            self.screen.line((str(refusal), WARNING))
            return False
        name = job(last.opening.title, last.opening.employer.name)
        self.screen.line((f"Taken back: {name}.", STRONG))
        return True

    def _summary(self) -> None:
        """What the session came to, and what it leaves to be written."""
        touches = [one.touches[0] for one in self.logged]
        talks = sum(1 for one in touches if one.who in ("manager", "another person"))
        booked = sum(1 for one in touches if one.result in _INTERVIEWS)
        talked = f"{plural(talks, 'conversation')}, {plural(booked, 'interview')}"
        desk = self.door.desk()
        self.screen.line((f"{plural(len(touches), 'dial')}, {talked}.", STRONG))
        if touches:
            if self.door.at:
                self.screen.line(f"All of it counts as of {speech(desk).moment(desk.now)}.")
            self.screen.commands(("ringback undo", "takes the last one back"), indent=0)
        day = today(desk)
        concerned = {one.opening.pk for one in self.logged}
        for item in (day.first, *day.then):
            if item is not None and item.row.opening in concerned and _is_mail(item):
                self.screen.line(
                    f"Still to write: {item.row.person or item.row.employer}  ",
                    (f"ringback mail {item.row.opening} --words", STRONG),
                )
        self.screen.line((coverage_line(day.coverage), QUIET))


def _is_mail(item: Item) -> bool:
    return item.row.kind in (StepKind.MAIL.value, StepKind.SEND.value, StepKind.THANK.value)


def show_keys(screen: Screen) -> None:
    """The keys of the outcomes, then those of the session, at a terminal on one screen."""
    side_by_side = show_outcomes(screen, below=len(COMMANDS) + _AROUND)
    screen.gap()
    if side_by_side:
        besides = " · ".join(f"{key} {says}" for key, says in COMMANDS.items() if key != "?")
        screen.line(("Besides  ", STRONG), besides)
        return
    screen.line(("Besides", STRONG))
    screen.table(COMMANDS.items(), 2)


def show_outcomes(screen: Screen, *, below: int = _AROUND) -> bool:
    """The keys of the outcomes by what happened on the line and who answered.

    Side by side, without their words, where they and the rows ``below`` them are more than a
    terminal shows at once; whether they are.
    """
    room = step_page.room_of(screen, below)
    if screen.is_narrow or room is None or screen.rows_of(lambda: _by_one(screen)) <= room:
        _by_one(screen)
        return False
    screen.gap()
    *before, last = groups()
    left = [row for group in before for row in (*_column(group), ("", Text()))]
    pairs = zip_longest(left[:-1], _column(last), fillvalue=("", Text()))
    screen.table(((*one, *other) for one, other in pairs), 4, indent=0)
    return True


def _by_one(screen: Screen) -> None:
    for title, outcomes in groups():
        screen.gap()
        screen.line((title, STRONG))
        screen.table(((one.key, one.word, one.says) for one in outcomes), 3)


def _column(group: tuple[str, list[Outcome]]) -> list[tuple[str, Text]]:
    title, outcomes = group
    return [("", Text(title, STRONG)), *((one.key, Text(one.says)) for one in outcomes)]
