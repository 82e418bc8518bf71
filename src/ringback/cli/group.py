"""The command `ringback` itself: its options, and its commands, each loaded when it is used."""

import difflib
from collections.abc import Iterable, Sequence
from importlib import import_module

import click
from click.shell_completion import CompletionItem

from ringback.cli.called import as_called
from ringback.cli.commands import MODULES, SUMMARIES
from ringback.cli.door import Door, same_door
from ringback.cli.front import front_page

# The shell asks for completions by setting this.
COMPLETING = "_RINGBACK_COMPLETE"


class _Help(click.HelpFormatter):
    """Help in which every command begins as it has to be typed here."""

    def write_heading(self, heading: str) -> None:
        super().write_heading(as_called(heading))

    def write_text(self, text: str) -> None:
        super().write_text(as_called(text))

    def write_dl(
        self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2
    ) -> None:
        super().write_dl([(one, as_called(says)) for one, says in rows], col_max, col_spacing)


class _Context(click.Context):
    formatter_class = _Help


class Commands(click.Group):
    """A group whose commands stand in modules of their own; its help is the front page."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(MODULES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        module = MODULES.get(cmd_name)
        if module is None:
            return None
        found = import_module(f"ringback.cli.{module}")
        command = getattr(found, cmd_name, None) or getattr(found, f"{cmd_name}_")
        if not isinstance(command, click.Command):
            raise TypeError(f"{module}.{cmd_name} is no command")
        command.context_class = _Context
        return command

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """The commands that begin so; none of them is loaded for that."""
        if incomplete.startswith("-"):
            return super().shell_complete(ctx, incomplete)
        return [
            CompletionItem(name, help=says)
            for name, says in SUMMARIES.items()
            if name.startswith(incomplete)
        ]

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in MODULES and not args[0].startswith("-"):
            near = difflib.get_close_matches(args[0], MODULES, n=1)
            meant = f" Did you mean “{near[0]}”?" if near else ""
            raise click.UsageError(f"There is no command “{args[0]}”.{meant}", ctx)
        return super().resolve_command(ctx, args)

    def get_help(self, ctx: click.Context) -> str:
        return front_page().rstrip("\n")


@click.group(
    cls=Commands,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.option("--at", default="", metavar="MOMENT")
@click.option("--search", default="", metavar="NAME")
@click.option("--no-color", is_flag=True)
@same_door
@click.pass_context
def ringback(ctx: click.Context, door: Door, at: str, search: str, no_color: bool) -> None:
    """Run one command, or the main job where none is named."""
    door.at, door.search, door.no_color = at, search, no_color
    if ctx.invoked_subcommand is None:
        from ringback.cli.main_job import main_job

        main_job(ctx, door)


def command_of(arguments: Sequence[str]) -> str:
    """The command that a line names, for a hint on its use; empty where it names none."""
    return next((word for word in arguments if word in MODULES), "")
