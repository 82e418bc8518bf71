"""`ringback add`: keep an opening."""

from typing import TypedDict, Unpack

import click

from ringback.cli.door import Door, pass_door
from ringback.cli.options import happened_option, json_option, note_option
from ringback.cli.recorded import tell
from ringback.core.people import OpeningKind
from ringback.core.places import NOWHERE


class Said(TypedDict):
    """What can be said of an opening when it is added; empty where it is not."""

    title: str
    kind: str
    url: str
    place: str
    country: str
    region: str
    city: str
    zone: str
    closes: str | None
    no_calls: str
    manager: str
    manager_title: str
    number: str
    mail: str
    switchboard: str
    salary: str
    reports_to: str
    source: str
    note: str


@click.command()
@click.argument("employer")
@click.option("-t", "--title", default="", metavar="JOB", help="The job, as it was advertised.")
@click.option(
    "--kind",
    type=click.Choice([kind.value for kind in OpeningKind]),
    default="advertised",
    help="Advertised; an approach (a letter where nothing is advertised); or a referral.",
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
@note_option
@happened_option
@json_option
@pass_door
def add(door: Door, employer: str, at: str | None, **said: Unpack[Said]) -> None:
    """Keep an opening at EMPLOYER: an advertised job, or one that nobody has advertised yet.

    Only the employer is needed. What is missing before something can be sent (the one who hires,
    a way to reach them, and where both are from) becomes the next step.
    """
    from ringback.core.zones import place_of
    from ringback.desk.openings import NewOpening
    from ringback.desk.openings import add as add_opening
    from ringback.desk.parties import YOUR_WORD, Source
    from ringback.desk.searches import known_zone

    desk = door.begun_desk()
    cells = (said["country"], said["region"], said["city"])
    # Where nothing is said, the tables of the world's cities need not be read.
    where = place_of(*cells) if any(cells) else NOWHERE
    if said["zone"]:
        where = where._replace(zone=known_zone(said["zone"]))
    closes = said["closes"]
    new = NewOpening(
        employer=employer,
        title=said["title"],
        kind=OpeningKind(said["kind"]),
        url=said["url"],
        place=where,
        place_text=said["place"] or said["city"],
        closes_on=door.day(desk, closes) if closes else None,
        no_calls=said["no_calls"],
        manager=said["manager"],
        manager_title=said["manager_title"],
        number=said["number"],
        mail=said["mail"],
        switchboard=said["switchboard"],
        salary=said["salary"],
        reports_to=said["reports_to"],
        note=said["note"],
        source=Source(said["source"]) if said["source"] else YOUR_WORD,
    )
    tell(door, desk, add_opening(desk, new, door.happened(desk, at)))
