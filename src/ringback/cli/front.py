"""The front page: what `ringback --help` says, from the table of commands, without loading more."""

import shutil
import textwrap
from collections.abc import Iterable

from ringback.cli.commands import SECTIONS
from ringback.cli.exits import MEANINGS

NARROWEST = 40
WIDEST = 96

INTRODUCTION = (
    "You sent the résumé. Ringback makes their phone ring. Record what you sent; it tells you "
    "every day whom to call, at which number, between which hours where they are, and with which "
    "words. What came of the call sets the next step."
)
WITHOUT = "Without a command it opens today's list; with no book yet it asks for a first opening."
EXAMPLES = (
    ('ringback add "Acme Foods" --title Planner', "keep an opening"),
    ('ringback name acme "Dana Reyes" --number "+1 216 555 0142"', "the one who hires"),
    ("ringback send acme --file resume.pdf", "it went out: the call is due"),
    ("ringback call", "make the calls of the day"),
    ("ringback log acme no-answer", "or record one call by itself"),
)
EVERYWHERE = (
    ("--at MOMENT", "See or act as of another moment, such as “tomorrow 10:00”"),
    ("--search NAME", "Another search than your own (or RINGBACK_SEARCH)"),
    ("--no-color", "No colours (or NO_COLOR); nothing is said by colour alone"),
    ("--version", "Which version this is"),
    ("--help", "This page; after a command, what that command takes"),
)
PLACES = (
    "An opening is named by its number (12) or by words of its employer, title or manager. "
    "Moments are typed as you say them: “tomorrow 10:30”, “Thu 14:00”, “2026-11-26 10:00”, "
    "“26.11. 10:00”, “11/26 10am”, “in 2 days”; a weekday is never today. Most "
    "commands answer in JSON with --json. The book is in RINGBACK_HOME, else in your data folder; "
    "`ringback config` says where."
)


def front_page(width: int = 0) -> str:
    """The help page at a width in columns (0: that of the terminal)."""
    wide = min(max(width or shutil.get_terminal_size().columns, NARROWEST), WIDEST)
    lines = ["Usage: ringback [OPTIONS] [COMMAND] [ARGUMENTS]", ""]
    lines += [*_paragraph(INTRODUCTION, wide), ""]
    lines += [*_paragraph(WITHOUT, wide), ""]
    for title, entries in SECTIONS:
        lines += [f"{title}:", *_pairs([(n, says) for n, _, says in entries], wide), ""]
    lines += ["Options, before the command:", *_pairs(EVERYWHERE, wide), ""]
    lines += ["For example:", *_examples(wide), ""]
    lines += [*_paragraph(PLACES, wide), ""]
    codes = "; ".join(f"{code} {says}" for code, says in MEANINGS.items())
    lines += [
        "Exit codes:",
        *textwrap.wrap(codes, wide, initial_indent="  ", subsequent_indent="  "),
    ]
    return "\n".join(lines) + "\n"


def _paragraph(text: str, wide: int) -> list[str]:
    return textwrap.wrap(text, wide)


def _pairs(pairs: Iterable[tuple[str, str]], wide: int) -> list[str]:
    column = 18
    lines: list[str] = []
    for name, says in pairs:
        lines += textwrap.wrap(
            says, wide, initial_indent=f"  {name:<{column - 2}}", subsequent_indent=" " * column
        )
    return lines


def _examples(wide: int) -> list[str]:
    lines: list[str] = []
    for command, says in EXAMPLES:
        lines += [f"  {command}", f"      {says}"] if wide < 90 else [f"  {command:<60}{says}"]
    return lines
