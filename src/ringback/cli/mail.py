"""`ringback mail`: record a mail after the first letter, or show its words."""

import click

from ringback.cli.door import Door, pass_door
from ringback.cli.options import happened_option, json_option, note_option, opening_argument
from ringback.cli.recorded import tell
from ringback.core.touches import Purpose
from ringback.desk.refusal import Code, Refusal


@click.command()
@opening_argument
@click.option(
    "--for",
    "purpose",
    type=click.Choice([purpose.value for purpose in Purpose]),
    help="What the mail is for; without it, what the step says.",
)
@click.option("--to", metavar="NAME", help="To whom, where it is not the one the step names.")
@click.option("--words", is_flag=True, help="Show the mail ready to be read over; record nothing.")
@note_option
@happened_option
@json_option
@pass_door
def mail(
    door: Door, opening: str, purpose: str | None, to: str | None, words: bool, note: str,
    at: str | None,
) -> None:  # fmt: skip
    """Record that you mailed about OPENING, or show the words for it with --words.

    Ringback sends nothing itself: read the words over, send them from your own mail program, then
    record it here.
    """
    from ringback.desk.answers import log_mail
    from ringback.desk.openings import find_opening, find_person

    desk = door.desk()
    found = find_opening(desk, opening)
    wanted = Purpose(purpose) if purpose else None
    if words:
        from ringback.cli import shapes
        from ringback.cli.mail_words import show_mail, words_for

        text, address = words_for(desk, found, wanted)
        if text is None:
            raise Refusal(
                Code.NOTHING, "No mail is due on this opening.",
                "Say which one you mean: --for “follow up”.",
            )  # fmt: skip
        if door.json:
            door.answer(shapes.mail(text, address))
        else:
            show_mail(door, text, address)
        return
    logged = log_mail(
        desk, found, wanted, at=door.happened(desk, at),
        person=find_person(desk, found.employer, to) if to else None, note=note,
    )  # fmt: skip
    tell(door, desk, logged)
