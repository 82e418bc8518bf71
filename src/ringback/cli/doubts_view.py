"""Pairs that may be one, on the terminal: told, asked about, answered."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from ringback.cli import shapes
from ringback.cli.ask import choose
from ringback.cli.door import Door
from ringback.cli.screen import QUIET, STRONG, WARNING, Screen
from ringback.desk import doubts, imports
from ringback.desk.intake.questions import Asked
from ringback.desk.refusal import Refusal
from ringback.doors import book
from ringback.sources.source import ReadOptions

SHOWN = 20
_CHOICES = {"s": "they are one", "d": "they are two different ones", "l": "decide later"}


def would_ask(door: Door, file: Path, options: ReadOptions, source: str) -> tuple[Asked, ...]:
    """What reading a file in would ask, of the search that it would be read into."""
    if not book.there_is_a_book():
        return ()
    asked = imports.try_out(door.desk(), file, options, source).asked
    # What was tried is no import that a pair could be named by.
    return tuple(replace(one, number="") for one in asked)


def tell(screen: Screen, asked: Sequence[Asked], title: str) -> None:
    """The pairs with the reasons for the doubt."""
    if not asked:
        return
    screen.gap()
    screen.line((title, WARNING))
    for one in asked[:SHOWN]:
        number = f"{one.number}  " if one.number else ""
        screen.line((number, QUIET), (one.what, STRONG), f", {one.where}", indent=2)
        screen.line("known: ", one.why, indent=6)
    if len(asked) > SHOWN:
        screen.line((f"and {len(asked) - SHOWN} more; --json has them all", QUIET), indent=2)
    screen.gap()


def settle(door: Door, screen: Screen, asked: Sequence[Asked], *, asking: bool) -> None:
    """Ask about each pair once where somebody can answer; else tell how to answer."""
    if not asked:
        return
    tell(screen, asked, "Known already, or somebody else? Both are kept until you say:")
    desk = door.desk()
    for one in asked[:SHOWN] if asking else ():
        choice = choose(f"{one.what} ({one.where}), and {one.why}", _CHOICES, "l")
        if choice == "l":
            continue
        try:
            doubts.answer(desk, one.number, same=choice == "s")
        except Refusal as refusal:
            screen.line((refusal.sentence, WARNING), f" {refusal.hint}", indent=2)
    if any(not one.answer for one in doubts.doubts(desk)):
        screen.line(("ringback import --same PAIR", STRONG), "  or ", ("--apart PAIR", STRONG),
                    ("  answers; --doubts lists them again", QUIET))  # fmt: skip


def show_doubts(door: Door) -> None:
    """Every pair that waits for an answer."""
    asked = doubts.doubts(door.desk())
    if door.json:
        door.answer({"asked": [in_json(one) for one in asked]})
        return
    screen = Screen(door)
    if not asked:
        screen.line("No pair waits for an answer.")
        return
    tell(screen, asked, "Kept apart, and perhaps one:")
    screen.line("Say `ringback import --same PAIR`, or `--apart PAIR`.")


def answer(door: Door, number: str, *, same: bool) -> None:
    """Take the answer about one pair."""
    one = doubts.answer(door.desk(), number, same=same)
    if door.json:
        door.answer({"pair": one.number, "answer": "same" if same else "apart"})
    elif same:
        Screen(door).line(
            f"{one.what} and the record that was known are one now; `ringback merge --undo` parts "
            "them."
        )
    else:
        Screen(door).line(f"{one.what} stays a record of its own.")


def in_json(one: Asked) -> shapes.Shape:
    """A pair as JSON."""
    return {
        "pair": one.number or None, "kind": one.kind, "where": one.where, "name": one.what,
        "known": one.why, "known_id": one.known, "id": one.made,
    }  # fmt: skip
