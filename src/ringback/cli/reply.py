"""`ringback reply`: record an answer in writing."""

import click

from ringback.cli.door import Door, pass_door
from ringback.cli.options import happened_option, json_option, note_option, opening_argument
from ringback.cli.recorded import tell
from ringback.core.touches import Reply

KINDS = {
    Reply.POSITIVE: "they are interested",
    Reply.INFORMATION: "they ask for something",
    Reply.OBJECTION: "they object",
    Reply.NOT_NOW: "not now; --day says when to look again",
    Reply.REFERRAL: "they name somebody else: --name",
    Reply.WRONG_PERSON: "it is not theirs to decide",
    Reply.RECEIPT: "they have it, and nothing more",
    Reply.OUT_OF_OFFICE: "an automatic answer; --day says when they are back",
    Reply.BOUNCE: "the address does not exist",
    Reply.REJECTION: "a no",
    Reply.STOP: "they want no more of this; that is kept for good",
}


class ReplyCommand(click.Command):
    """A command whose help ends with what each kind of answer means."""

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Kinds of answer"):
            formatter.write_dl([(kind.value, says) for kind, says in KINDS.items()])


@click.command(cls=ReplyCommand)
@opening_argument
@click.argument("kind", metavar="KIND", type=click.Choice([kind.value for kind in Reply]))
@click.option("--day", metavar="DAY", help="The day that the answer names.")
@click.option("--name", default="", help="Whom they named.")
@click.option("--by", metavar="NAME", help="Who answered, if not the one who was written to.")
@note_option
@happened_option
@json_option
@pass_door
def reply(
    door: Door, opening: str, kind: str, day: str | None, name: str, by: str | None, note: str,
    at: str | None,
) -> None:  # fmt: skip
    """Record an answer in writing to OPENING; what to do about it becomes the next step.

    A KIND of two words is put in quotes: "not now".
    """
    from ringback.desk.answers import log_reply
    from ringback.desk.openings import find_opening, find_person

    desk = door.desk()
    found = find_opening(desk, opening)
    logged = log_reply(
        desk, found, Reply(kind), at=door.happened(desk, at),
        person=find_person(desk, found.employer, by) if by else None,
        day=door.day(desk, day) if day else None, named_person=name, note=note,
    )  # fmt: skip
    tell(door, desk, logged)
