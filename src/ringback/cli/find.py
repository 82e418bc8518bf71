"""`ringback find`: search all text."""

import click

from ringback.cli import shapes
from ringback.cli.door import Door, pass_door
from ringback.cli.options import json_option
from ringback.desk.refusal import Code, Refusal


@click.command()
@click.argument("words", nargs=-1, required=True, metavar="WORDS...")
@click.option("--limit", default=50, show_default=True, help="How many hits to show at most.")
@json_option
@pass_door
def find(door: Door, words: tuple[str, ...], limit: int) -> None:
    """Search everything that was written down for WORDS, however they are accented.

    Employers, titles, people, numbers, notes, postings, and the names of files that were sent.
    """
    from ringback.desk.finding import find as find_text

    desk = door.desk()
    said = " ".join(words)
    hits = find_text(desk, said, limit)
    if door.json:
        door.answer({"words": said, "hits": [shapes.hit(one) for one in hits]})
        return
    if not hits:
        raise Refusal(Code.NOT_FOUND, f"“{said}” is nowhere in this search.")
    from ringback.cli.screen import QUIET, STRONG, Screen
    from ringback.doors.excerpt import excerpt
    from ringback.doors.step_words import job

    screen = Screen(door)
    for hit in hits:
        opening = hit.opening
        name = job(opening.title, opening.employer.name) if opening else "a connection of yours"
        mark = f"#{opening.pk}  " if opening else ""
        back = ", taken back" if hit.taken_back else ""
        screen.line((mark, QUIET), (name, STRONG), (f"  {hit.where}{back}", QUIET))
        screen.line(excerpt(hit.text, said), indent=4)
