"""The list of openings on the terminal, by stage."""

from itertools import groupby

from rich.text import Text

from ringback.cli.screen import QUIET, STRONG, WARNING, Screen
from ringback.desk.listing import Listed
from ringback.doors.step_words import doing, job
from ringback.doors.words import Speech


def show_list(screen: Screen, rows: list[Listed], speech: Speech) -> None:
    """One block for each stage, the soonest step first."""
    if not rows:
        screen.line("There are no openings here.")
        screen.line('`ringback add "EMPLOYER"` keeps one; `ringback import FILE` reads a sheet.')
        return
    blocks = []
    for stage, group in groupby(rows, key=lambda row: row.stage):
        cells = [_cells(row, speech) for row in group]
        heading = Text.assemble((stage.capitalize(), STRONG), (f"  {len(cells)}", QUIET))
        blocks.append((heading, cells))
    screen.blocks(blocks)


def _cells(row: Listed, speech: Speech) -> tuple[str | Text, ...]:
    what = doing(row.step, row.person or "") if row.step else ""
    if row.taken_back:
        what = "taken back: never added"
    when = Text("")
    if row.day is not None:
        late = row.day < speech.today
        when = Text(speech.day(row.day), WARNING if late else QUIET)
        when.append(", late" if late else "")
    return (Text(f"#{row.opening}", QUIET), job(row.title, row.employer), what, when)
