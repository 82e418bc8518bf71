"""`ringback log`: record what came of one call."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict, Unpack

import click
from click.shell_completion import CompletionItem

from ringback.cli.ask import somebody_is_there
from ringback.cli.door import Door, pass_door
from ringback.cli.options import happened_option, json_option, note_option, opening_argument
from ringback.cli.outcome_table import outcome_table
from ringback.cli.recorded import tell, tell_what_comes
from ringback.core.outcomes import BY_WORD
from ringback.core.touches import Who

if TYPE_CHECKING:
    from ringback.desk.calls import Told as ToldThem


class Said(TypedDict):
    """What can be told of a call besides its outcome."""

    moment: str | None
    day: str | None
    name: str
    title: str
    spelling: str
    best: str
    number: str
    extension: str
    mail: str
    employer: str
    who: str | None
    person: str | None
    note: str


class LogCommand(click.Command):
    """A command whose help ends with the table of outcomes."""

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Outcomes (the key is for `ringback call`)"):
            for title, lines in outcome_table():
                formatter.write(f"{'':>{formatter.current_indent}}{title}\n")
                formatter.indent()
                formatter.write_dl(lines)
                formatter.dedent()


class OutcomeWord(click.ParamType[str]):
    """One of the words for an outcome, for the Tab key as well."""

    name = "outcome"

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        return [
            CompletionItem(word, help=outcome.says)
            for word, outcome in BY_WORD.items()
            if word.startswith(incomplete)
        ]


@click.command(cls=LogCommand)
@opening_argument
@click.argument("outcome", metavar="[OUTCOME]", required=False, type=OutcomeWord())
@click.option(
    "-m",
    "--moment",
    metavar="MOMENT",
    help="The day and hour that they named, on their clock; end it with “here” for yours.",
)
@click.option("--day", metavar="DAY", help="A day that they named, such as when to look again.")
@click.option("--name", default="", help="Whom they named.")
@click.option("--title", default="", help="That person's title.")
@click.option("--spelling", default="", metavar="TEXT", help="How the name is said.")
@click.option(
    "--best",
    default="",
    metavar="HOURS",
    help="When they are best reached, on their clock: “9:30-11”, “mornings”, “after 3 pm”.",
)
@click.option("--number", default="", help="That person's number.")
@click.option(
    "--extension", default="", help="Their extension; without --number, of the one dialled."
)
@click.option("--mail", default="", help="That person's mail address.")
@click.option("--employer", default="", help="Where that person works, if at another employer.")
@click.option(
    "--who",
    type=click.Choice([who.value for who in Who]),
    help="Who answered, where it is not the one whom the outcome speaks of.",
)
@click.option("--person", metavar="NAME", help="Whom you called, where the step says another.")
@note_option
@happened_option
@json_option
@pass_door
def log(
    door: Door, opening: str, outcome: str | None, at: str | None, **said: Unpack[Said]
) -> None:
    """Record what came of a call for OPENING; the next step follows from it.

    OUTCOME is one of the words below; left out, it is asked for at a terminal. Whom you called, and
    on which number, is taken from the step that was due. A name that you were told becomes a person
    with a note of where it is from; what else you were told is kept with them, or without a name
    with the one whom you called.
    """
    from ringback.cli.outcome_asked import ask_outcome
    from ringback.cli.questions import Told
    from ringback.cli.told import place_called, remarks
    from ringback.desk.calls import NOTHING_TOLD, log_call, outcome_named
    from ringback.desk.openings import find_opening, find_person

    if outcome is None and (door.json or not somebody_is_there()):
        raise click.MissingParameter(param_hint="OUTCOME", param_type="argument")
    desk = door.desk()
    found = find_opening(desk, opening)
    if outcome is None:
        answered = ask_outcome(door, desk, found)
        if answered is None:
            return
        came, asked = answered
    else:
        came, asked = outcome_named(outcome), Told()
    moment, told = said["moment"], _told(said)
    note = said["note"] or asked.note
    logged = log_call(
        desk,
        found,
        came,
        at=door.happened(desk, at),
        who=Who(said["who"]) if said["who"] else None,
        person=find_person(desk, found.employer, said["person"]) if said["person"] else None,
        moment=door.moment(desk, moment, place_called(desk, found)) if moment else asked.moment,
        day=door.day(desk, said["day"]) if said["day"] else asked.day,
        told=asked.told if told == NOTHING_TOLD else told,
        note=note,
    )
    tell(door, desk, logged, also=remarks(desk, logged, note))
    tell_what_comes(door, desk)


def _told(said: Said) -> ToldThem:
    """What the options tell of somebody."""
    from ringback.desk.calls import Told
    from ringback.doors.window import window_told

    return Told(
        name=said["name"], title=said["title"], number=said["number"], mail=said["mail"],
        employer=said["employer"], spelling=said["spelling"], extension=said["extension"],
        best=window_told(said["best"]) if said["best"] else None,
    )  # fmt: skip
