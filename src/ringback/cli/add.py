"""`ringback add`: keep an opening."""

from typing import Unpack

import click

from ringback.cli.ask import somebody_is_there
from ringback.cli.door import Door, pass_door
from ringback.cli.opening_words import Beside, Said, new_opening
from ringback.cli.options import happened_option, json_option, note_option
from ringback.cli.recorded import tell
from ringback.core.people import OpeningKind
from ringback.core.touches import Via


@click.command()
@click.argument("employer", required=False, default="", metavar="[EMPLOYER]")
@click.option(
    "--posting",
    metavar="ADDRESS|FILE",
    help="Read it from the posting: its address, the saved page, or its text; - reads what you "
    "paste.",
)
@click.option("--pick", type=int, default=0, metavar="N", help="Which of several postings there.")
@click.option("--dry-run", is_flag=True, help="Only show what the posting says; keep nothing.")
@click.option(
    "-t", "--title", default="", metavar="TITLE", help="The job title, as it was advertised."
)
@click.option(
    "--kind",
    type=click.Choice([kind.value for kind in OpeningKind]),
    help="Advertised; an approach (a letter where nothing is advertised); or a referral. Without "
    "it: advertised where a job or a posting is named, else an approach.",
)
@click.option("--url", default="", help="Where the posting stands.")
@click.option("--place", default="", metavar="TEXT", help="Where the work is, as the posting says.")
@click.option("--country", default="", metavar="CODE", help="The employer's country: US, DE, GB.")
@click.option("--region", default="", metavar="CODE", help="Its state or region: OH, BY.")
@click.option("--city", default="", help="Its city.")
@click.option("--zone", default="", metavar="NAME", help="Its time zone: America/New_York.")
@click.option("--closes", metavar="DAY", help="The posting's closing date.")
@click.option(
    "--no-calls", default="", metavar="WORDS", help="What the posting says against calls."
)
@click.option("--manager", default="", metavar="NAME", help="Who hires for it, if you know.")
@click.option("--manager-title", default="", metavar="TITLE", help="The manager's title.")
@click.option("--number", default="", help="The manager's number, with its country code.")
@click.option("--mail", default="", help="The manager's mail address.")
@click.option("--switchboard", default="", metavar="NUMBER", help="The employer's main number.")
@click.option("--salary", default="", metavar="TEXT", help="What the posting says of pay.")
@click.option("--reports-to", default="", metavar="TITLE", help="“Reports to …” in the posting.")
@click.option(
    "--source",
    default="",
    metavar="TEXT",
    help="Where names and numbers come from: “team page”, “the posting”.",
)
@click.option("--sent", metavar="DAY", help="It went out already, on this day: the call is due.")
@click.option(
    "--via",
    type=click.Choice([via.value for via in Via]),
    default="mail",
    help="How it went, with --sent.",
)
@note_option
@happened_option
@json_option
@pass_door
def add(
    door: Door, employer: str, at: str | None, posting: str | None, pick: int, dry_run: bool,
    **said: Unpack[Said],
) -> None:  # fmt: skip
    """Keep an opening at EMPLOYER: an advertised job, or one that nobody has advertised yet.

    Only the employer is needed; left out, it is asked for at a terminal, and the rest that a call
    takes with it. What is missing before something can be sent (the one who hires,
    a way to reach them, and where both are from) becomes the next step.

    With --posting everything is read from the posting, and its text is kept, for postings are taken
    down. What you say beside it goes before what it says. Only the address that you give is
    fetched, at most two pages of it, and never from LinkedIn or Indeed: save the page there.
    """
    if posting is not None:
        if said["sent"]:
            raise click.UsageError("With --posting, say that it went out by `ringback send`.")
        from ringback.cli.posting import add_posting

        add_posting(door, posting, Beside(employer, pick, dry_run, at), said)
        return
    if pick or dry_run:
        raise click.UsageError("--pick and --dry-run go with --posting.")
    if not employer:
        given = at or any(value for key, value in said.items() if key != "via")
        if given or door.json or not somebody_is_there():
            raise click.UsageError("Say at which employer, or give the posting with --posting.")
        from ringback.cli.opening_asked import ask_and_add

        desk, logged, has_begun = ask_and_add(door)
        if has_begun:
            door.tell_begun(desk)
        click.echo()
        tell(door, desk, logged)
        return
    from ringback.desk.openings import add as add_opening

    desk = door.begun_desk()
    new = new_opening(door, desk, employer, said)
    tell(door, desk, add_opening(desk, new, door.happened(desk, at)))
