"""`ringback log` without an outcome: the question, answered by a letter or a word; or a list."""

from __future__ import annotations

import shutil
import textwrap
from typing import TYPE_CHECKING

import click

from ringback.cli.outcome_table import groups, needs
from ringback.core.outcomes import BY_KEY, BY_WORD, Outcome

if TYPE_CHECKING:
    from ringback.book.openings import Opening
    from ringback.cli.door import Door
    from ringback.cli.questions import Told
    from ringback.desk.desk import Desk

WIDEST = 80
_COLUMN = 22


def ask_outcome(door: Door, desk: Desk, opening: Opening) -> tuple[Outcome, Told] | None:
    """The outcome, and what it needs; None where something needed is left empty.

    Raises Refusal (closed), EOFError and click.Abort where the caller goes away.
    """
    from ringback.cli.keys import Lines
    from ringback.cli.questions import ask_for
    from ringback.cli.screen import QUIET, STRONG, WARNING, Screen
    from ringback.cli.session import show_outcomes
    from ringback.desk.ended import closed
    from ringback.desk.today import item_of
    from ringback.doors.step_words import job

    item = item_of(desk, opening.pk)
    name = job(opening.title, opening.employer.name)
    if item is None:
        raise closed(opening)
    screen, answers = Screen(door), Lines()
    screen.line((f"#{opening.pk}  ", QUIET), (name, STRONG))
    show_outcomes(screen)
    while True:
        screen.gap()
        answer = answers.line("What came of it? Its letter or word, then Enter (q: nothing yet) ")
        outcome = BY_KEY.get(answer) or BY_WORD.get("-".join(answer.casefold().split()))
        if answer.casefold() in ("q", "quit"):
            raise click.Abort
        if outcome is not None:
            break
        if answer:
            screen.line((f"“{answer}” is none of them: a letter above, or no-answer.", WARNING))
    screen.line((outcome.says, STRONG), (f"  ({outcome.word})", QUIET))
    told = ask_for(door, answers, screen, item, outcome)
    if told is None:
        screen.line("Nothing was recorded.")
        return None
    return outcome, told


def outcome_lines() -> str:
    """The outcomes one a line with what each means, none broken within a word."""
    wide = min(shutil.get_terminal_size().columns, WIDEST)
    lines = ["Say what came of it by one of these words:"]
    for title, outcomes in groups():
        lines += ["", f"    {title}"]
        for one in outcomes:
            lines += textwrap.wrap(
                one.says + needs(one), wide, initial_indent=f"      {one.word:<{_COLUMN - 6}}",
                subsequent_indent=" " * _COLUMN, break_on_hyphens=False, break_long_words=False,
            )  # fmt: skip
    return "\n".join(lines)
