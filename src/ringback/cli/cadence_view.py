"""The cadence on the terminal: each rule with its grounds, and what a change would move."""

from collections.abc import Callable
from datetime import date, time
from enum import StrEnum

from ringback.cli import shapes
from ringback.cli.door import Door
from ringback.cli.screen import QUIET, STRONG, WARNING, Screen
from ringback.core.cadence import RULES, Cadence, Rule, Value
from ringback.core.cadence_file import write_cadence
from ringback.desk.desk import Desk
from ringback.desk.refusal import Code, Refusal
from ringback.desk.rules import Move, change_cadence, preview_cadence
from ringback.doors.step_words import job
from ringback.doors.words import plural, speech

GROUNDS = "docs/grounds.md"


def show_rules(door: Door, cadence: Cadence, words: tuple[str, ...]) -> None:
    """Every rule, those named, or those whose key or meaning holds the words. Raises Refusal."""
    named = [RULES[word] for word in words if word in RULES]
    chosen = named or [rule for rule in RULES.values() if all(_fits(rule, w) for w in words)]
    if not chosen:
        raise Refusal(
            Code.NOT_FOUND, f"There is no rule called “{' '.join(words)}”.",
            "`ringback cadence` lists them all.",
        )  # fmt: skip
    if door.json:
        door.answer({"rules": [_shape(rule, cadence) for rule in chosen]})
        return
    screen = Screen(door)
    for rule in chosen:
        value: Value = getattr(cadence, rule.key)
        unit = f" {rule.unit}" if rule.unit else ""
        changed = value != rule.default
        default = f"  (changed; the default is {plain(rule.default)})" if changed else ""
        screen.line((rule.key, STRONG), f"  {plain(value)}{unit}", (default, WARNING))
        screen.line(f"{rule.says}.", (f" {_capital(rule.permitted)}. {_ground(rule)}", QUIET),
                    indent=4)  # fmt: skip
    screen.gap()
    screen.line((f"The grounds by their numbers, with the sources: {GROUNDS}", QUIET))
    screen.line(("ringback cadence --set first_call_days=4", STRONG), ("  changes one", QUIET))


def _shape(rule: Rule, cadence: Cadence) -> shapes.Shape:
    value: Value = getattr(cadence, rule.key)
    return {
        "key": rule.key,
        "value": _json(value),
        "default": _json(rule.default),
        "unit": rule.unit or None,
        "permitted": rule.permitted,
        "says": rule.says,
        "ground": rule.ground,
    }


def _json(value: Value) -> int | bool | str:
    return value if isinstance(value, int) else plain(value)


def _fits(rule: Rule, word: str) -> bool:
    return word.casefold() in f"{rule.key} {rule.says}".casefold()


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _ground(rule: Rule) -> str:
    return f"{_capital(rule.ground)}."


def plain(value: Value) -> str:
    """A value as a person reads it."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, time):
        return f"{value:%H:%M}"
    return value.value if isinstance(value, StrEnum) else str(value)


def editable(cadence: Cadence) -> str:
    """A TOML text to be edited: every rule explained, those at their default as a comment."""
    kept = dict(line.split(" = ", 1) for line in write_cadence(cadence).splitlines())
    lines = [
        "# Take the # off a line to change its value. Save and close when you are done.",
        f"# The grounds by their numbers, with the sources: {GROUNDS}\n",
    ]
    for rule in RULES.values():
        lines.append(f"# {rule.says}: {rule.permitted}. {_ground(rule)}")
        mark = "" if rule.key in kept else "# "
        lines.append(f"{mark}{rule.key} = {kept.get(rule.key) or _toml(rule.default)}\n")
    return "\n".join(lines)


def _toml(value: Value) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value) if isinstance(value, int) else f'"{plain(value)}"'


def change(door: Door, desk: Desk, text: str, *, may: Callable[[int], bool], dry_run: bool) -> None:
    """Show what other rules would move, then put them in force if they may be."""
    count, moves = preview_cadence(desk, text)
    if not door.json:
        show_moves(Screen(door), desk, count, moves)
    if not dry_run and not may(count):
        Screen(door).line("Nothing was changed.")
        return
    moved = count if dry_run else change_cadence(desk, text)
    if door.json:
        door.answer({"moved": moved, "dry_run": dry_run, "moves": [
            {"opening": one.opening.pk, "before": shapes.day(one.before),
             "after": shapes.day(one.after), "why": one.why}
            for one in moves
        ]})  # fmt: skip
    elif not dry_run:
        Screen(door).line(f"The cadence is changed; {plural(moved, 'step is', 'steps are')} new.")


def show_moves(screen: Screen, desk: Desk, count: int, moves: list[Move]) -> None:
    """The first of the steps that would come on another day."""
    said = speech(desk)

    def day(value: date | None) -> str:
        return said.day(value) if value else "closed"

    if not count:
        screen.line("No step moves.")
        return
    shifted = [one for one in moves if one.before != one.after]
    screen.line((f"This changes {plural(count, 'opening')}.", STRONG))
    rows = [
        (f"#{one.opening.pk}", job(one.opening.title, one.opening.employer.name),
         day(one.before), "→", day(one.after))
        for one in shifted
    ]  # fmt: skip
    screen.table(rows, 5)
    same = len(moves) - len(shifted)
    if same:
        screen.line((f"{same} keep their day; only what is counted as due changes.", QUIET))
    if count > len(moves):
        screen.line((f"and {count - len(moves)} more", QUIET), indent=2)
