"""`ringback check`: prove that the book is whole."""

import click

from ringback.cli.door import Door, pass_door
from ringback.cli.exits import CHECK, DONE
from ringback.cli.options import json_option


@click.command()
@click.option("--mend", is_flag=True, help="Put right what planning anew can put right.")
@json_option
@pass_door
def check(door: Door, mend: bool) -> int:
    """Prove that the book is whole: nothing lost, doubled or half done.

    Every step and stage is computed from what happened and held against what is kept; files that
    were sent are held against their content; imports against their rows. The exit code is 0 when
    all is well, 23 when something is not as it must be.
    """
    from ringback.cli.screen import QUIET, STRONG, WARNING, Screen
    from ringback.desk.checking import look_over, plan_anew
    from ringback.doors.words import plural

    desk = door.desk()
    mended = plan_anew(desk) if mend else 0
    found = look_over(desk)
    code = CHECK if found else DONE
    if door.json:
        door.answer({
            "whole": not found, "mended": mended,
            "findings": [
                {"about": one.about, "sentence": one.sentence, "mends": one.mends} for one in found
            ],
        })  # fmt: skip
        return code
    screen = Screen(door)
    if mended:
        screen.line(f"{plural(mended, 'step was', 'steps were')} put right.")
    if not found:
        screen.line(("The book is whole.", STRONG))
        return code
    for one in found:
        screen.line((f"{one.about}: ", WARNING), one.sentence)
    if any(one.mends for one in found):
        screen.line(("ringback check --mend", STRONG), ("  puts right what can be", QUIET))
    return code
