"""The manual, docs/cli.md, from the commands themselves: `python -m ringback.cli.manual`."""

import inspect
import sys

import click

from ringback.cli.commands import SECTIONS
from ringback.cli.exits import MEANINGS
from ringback.cli.front import EVERYWHERE, EXAMPLES, INTRODUCTION, PLACES, WITHOUT
from ringback.cli.group import ringback
from ringback.cli.outcome_table import outcome_table
from ringback.cli.reply import KINDS

HEAD = """\
# The terminal

<!-- Written by `python -m ringback.cli.manual`; a test holds it in step with the commands. -->
"""
SHAPES = "What the answers in JSON hold is in [json.md](json.md)."


def manual() -> str:
    """The whole of docs/cli.md."""
    parts = [HEAD, INTRODUCTION, WITHOUT, PLACES, SHAPES, _examples(), _everywhere()]
    for title, entries in SECTIONS:
        parts.append(f"## {title}")
        parts += [_command(name) for name, _, _ in entries]
    parts.append(_exit_codes())
    return "\n\n".join(part.strip("\n") for part in parts) + "\n"


def _examples() -> str:
    lines = [f"    {command:<60}# {says}" for command, says in EXAMPLES]
    return "\n".join(lines)


def _everywhere() -> str:
    rows = [f"| `{option}` | {says} |" for option, says in EVERYWHERE]
    return "\n".join(["## Options before the command", "", "| Option | |", "|---|---|", *rows])


def _command(name: str) -> str:
    context = click.Context(ringback, info_name="ringback")
    command = ringback.get_command(context, name)
    if command is None:
        raise LookupError(name)
    inner = click.Context(command, parent=context, info_name=name)
    usage = " ".join(("ringback", name, *command.collect_usage_pieces(inner)))
    lines = [f"### {name}", "", f"    {usage}", "", _prose(command.help or "")]
    options = [one for one in command.get_params(inner) if isinstance(one, click.Option)]
    rows = [_option(one, inner) for one in options if "--help" not in one.opts]
    if rows:
        lines += ["", "| Option | |", "|---|---|", *rows]
    if isinstance(command, click.Group):
        lines += [line for one in command.commands.values() for line in _below(one, inner)]
    return "\n".join([*lines, *_also(name)])


def _below(command: click.Command, context: click.Context) -> list[str]:
    """A command of a command: its use, what it does, its options."""
    inner = click.Context(command, parent=context, info_name=command.name)
    usage = " ".join((inner.command_path, *command.collect_usage_pieces(inner)[1:]))
    lines = ["", f"    {usage}", "", _prose(command.help or "")]
    options = [one for one in command.get_params(inner) if isinstance(one, click.Option)]
    rows = [_option(one, inner) for one in options if "--help" not in one.opts]
    return [*lines, "", "| Option | |", "|---|---|", *rows]


def _prose(text: str) -> str:
    paragraphs = inspect.cleandoc(text).split("\n\n")
    shown = []
    for paragraph in paragraphs:
        if paragraph.startswith("\b"):
            # What click keeps as it stands is kept as it stands here too.
            lines = paragraph.removeprefix("\b\n").splitlines()
            shown.append("\n".join(f"    {line}" for line in lines))
        else:
            shown.append(" ".join(paragraph.split()))
    return "\n\n".join(shown)


def _option(option: click.Option, context: click.Context) -> str:
    record = option.get_help_record(context)
    names, says = record if record is not None else ("", "")
    names = names.replace("|", "\\|")
    return f"| `{names}` | {' '.join(says.split())} |"


def _also(name: str) -> list[str]:
    if name == "log":
        lines = ["", "| Outcome | Key | What it says |", "|---|---|---|"]
        for title, rows in outcome_table():
            lines.append(f"| **{title}** | | |")
            for word, says in rows:
                plain, _, key = word.partition(" (")
                lines.append(f"| `{plain}` | `{key.rstrip(')')}` | {says} |")
        return lines
    if name == "reply":
        kinds = [f"| `{kind.value}` | {says} |" for kind, says in KINDS.items()]
        return ["", "| Kind | |", "|---|---|", *kinds]
    return []


def _exit_codes() -> str:
    rows = [f"| {code} | {says} |" for code, says in MEANINGS.items()]
    return "\n".join(["## Exit codes", "", "| Code | What it means |", "|---|---|", *rows])


if __name__ == "__main__":
    sys.stdout.write(manual())
