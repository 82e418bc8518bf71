"""The options and arguments that many commands share, so that they mean the same everywhere."""

from collections.abc import Callable
from typing import TypeVar

import click
from click.shell_completion import CompletionItem

from ringback.cli.door import Door
from ringback.desk.refusal import Refusal
from ringback.home import BadSettings

F = TypeVar("F", bound=Callable[..., object])


def _set_json(ctx: click.Context, _: click.Parameter, value: bool) -> None:
    if value:
        ctx.ensure_object(Door).json = True


def _set_at(ctx: click.Context, _: click.Parameter, value: str | None) -> None:
    if value:
        ctx.ensure_object(Door).at = value


def json_option(function: F) -> F:
    """``--json``: the answer for programs (docs/cli.md gives its shape)."""
    return click.option(
        "--json", is_flag=True, expose_value=False, callback=_set_json,
        help="Answer in JSON, for programs.",
    )(function)  # fmt: skip


def as_of_option(function: F) -> F:
    """``--at`` of a command that only looks: as of another moment."""
    return click.option(
        "--at", metavar="MOMENT", expose_value=False, callback=_set_at,
        help="See it as of another moment, on your own clock, such as “tomorrow 10:00” or "
        "“2026-11-26”.",
    )(function)  # fmt: skip


def happened_option(function: F) -> F:
    """``--at`` of a command that records: when it happened."""
    return click.option(
        "--at", "at", metavar="MOMENT",
        help="When it happened, in your own time, such as “Thu 14:00” or “2 hours ago”. "
        "Without it: now.",
    )(function)  # fmt: skip


def note_option(function: F) -> F:
    """``--note``: a remark that is kept with what is recorded."""
    return click.option(
        "-n", "--note", default="", metavar="TEXT", help="A remark to keep with it."
    )(function)


def opening_argument(function: F) -> F:
    """The opening that is meant; the Tab key gives the numbers of those that are open."""
    return click.argument("opening", metavar="OPENING", shell_complete=_openings)(function)


def maybe_opening_argument(function: F) -> F:
    """The opening that is meant, where a command has an answer without one as well."""
    return click.argument("opening", required=False, metavar="[OPENING]", shell_complete=_openings)(
        function
    )


def _openings(ctx: click.Context, _: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The open openings whose number begins so; none where the book cannot be read."""
    from ringback.doors.book import load

    load()
    from ringback.desk.listing import listed

    try:
        rows = listed(Door().desk())
    except (Refusal, BadSettings):
        return []
    return [
        CompletionItem(str(row.opening), help=f"{row.employer} {row.title}".strip())
        for row in rows
        if str(row.opening).startswith(incomplete)
    ]
