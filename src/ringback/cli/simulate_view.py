"""The simulator on the terminal: the scenarios side by side, then what may be said of them."""

from rich.text import Text

from ringback.cli.screen import QUIET, STRONG, Screen
from ringback.core.numbers.rates import percent
from ringback.core.simulator.comparison import Comparison
from ringback.core.simulator.inputs import GROUNDS


def show_comparison(screen: Screen, found: Comparison) -> None:
    """Waiting and following up in each scenario, the sentences, and what it all rests on."""
    resumes = found.scenarios[0].inputs.resumes
    screen.heading(f"{resumes} résumés: wait, or follow up")
    screen.gap()
    names = [Text(one.name, STRONG) for one in found.scenarios]
    rows: list[tuple[str | Text, ...]] = [("", *names)]
    for label, cells in (
        ("interviews, waiting", [f"{one.outcome.wait.mean:.1f}" for one in found.scenarios]),
        ("interviews, following up", [f"{o.outcome.follow.mean:.1f}" for o in found.scenarios]),
        ("one or more, waiting", [percent(o.outcome.wait.any_interview) for o in found.scenarios]),
        (
            "one or more, following up",
            [percent(o.outcome.follow.any_interview) for o in found.scenarios],
        ),
        ("an offer, waiting", [percent(one.outcome.wait.offer) for one in found.scenarios]),
        ("an offer, following up", [percent(o.outcome.follow.offer) for o in found.scenarios]),
        ("dials", [f"{one.outcome.dials:.0f}" for one in found.scenarios]),
        ("conversations", [f"{one.outcome.conversations:.0f}" for one in found.scenarios]),
        ("hours", [f"{one.outcome.minutes / 60:.0f}" for one in found.scenarios]),
    ):
        rows.append((label, *cells))
    screen.table(rows, 4)
    screen.gap()
    for sentence in found.sentences:
        screen.line(sentence)
    if found.counts:
        screen.gap()
        screen.line(("Your own counts are in it", STRONG))
        for counted in found.own_counts:
            screen.line(counted, indent=2)
    screen.gap()
    screen.line(("What it rests on", STRONG))
    screen.table(
        [
            (f"{ground.says}: {ground.span}", Text(ground.ground, QUIET))
            for ground in GROUNDS.values()
        ],
        2,
    )
