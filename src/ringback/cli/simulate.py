"""`ringback simulate`: so many résumés, wait or follow up."""

import click

from ringback.cli.door import Door, pass_door
from ringback.cli.options import as_of_option, json_option
from ringback.core.simulator.inputs import CENTRAL, GROUNDS
from ringback.desk.refusal import Code, Refusal


@click.command()
@click.option(
    "--resumes",
    type=int,
    default=CENTRAL.resumes,
    show_default=True,
    metavar="N",
    help="How many résumés are sent.",
)
@click.option(
    "--set",
    "told",
    multiple=True,
    metavar="INPUT=SHARE",
    help=f"An input of your own, such as “callable=80%”. Inputs: {', '.join(GROUNDS)}.",
)
@click.option("--assumed", is_flag=True, help="Leave out the counts of your own search.")
@as_of_option
@json_option
@pass_door
def simulate(door: Door, resumes: int, told: tuple[str, ...], assumed: bool) -> None:
    """So many résumés: wait, or follow up with calls; three sets of assumptions side by side.

    Exact arithmetic on stated assumptions, with the counts of your own search put in as far as
    they carry. What a conversation adds has not been measured for job seekers, so the sceptic's
    scenario, in which it adds nothing, always stands beside the others.
    """
    from ringback.desk.simulate import simulate as simulate_of
    from ringback.doors.book import there_is_a_book

    shares = dict(_share(text) for text in told)
    desk = door.desk() if there_is_a_book() and not assumed else None
    found = simulate_of(desk, resumes=resumes, shares=shares, own=not assumed)
    if door.json:
        from ringback.cli.number_shapes import comparison_shape

        door.answer(comparison_shape(found))
        return
    from ringback.cli.screen import Screen
    from ringback.cli.simulate_view import show_comparison

    show_comparison(Screen(door), found)


def _share(text: str) -> tuple[str, float]:
    """“callable=80%” or “callable=0.8” as a name and a share. Raises Refusal (bad value)."""
    name, _, value = (part.strip() for part in text.partition("="))
    try:
        share = float(value.rstrip("% ")) / (100 if value.endswith("%") else 1)
    except ValueError as error:
        raise Refusal(
            Code.BAD_VALUE, f"“{text}” is no share of an input.", "Write it like callable=80%."
        ) from error
    return name, share
