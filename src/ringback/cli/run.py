"""Running one command line: every expected trouble ends in a sentence, a hint and an exit code."""

import os
import re
import sys
from collections.abc import Sequence

import click

from ringback.cli import exits
from ringback.cli.called import as_called, name
from ringback.cli.folding import folded_for
from ringback.cli.group import COMPLETING, command_of, ringback
from ringback.desk.refusal import Code, Refusal
from ringback.doors.days import NotAMoment
from ringback.home import BadSettings

# What click says of words that no argument is left for.
_EXTRA = re.compile(r"unexpected extra arguments? \((.*)\)$")


def run(arguments: Sequence[str]) -> int:
    """Run a command line (without the program's name); answers its exit code."""
    words = list(arguments)
    if COMPLETING in os.environ:
        ringback.main(words, prog_name="ringback", complete_var=COMPLETING)
    try:
        code = _invoke(words)
        sys.stdout.flush()
    except BrokenPipeError:
        return exits.BROKEN_PIPE
    except Refusal as refusal:
        code = exits.REFUSED[refusal.code]
        _tell(refusal.sentence, refusal.hint, refusal.code.value, code, words)
    except NotAMoment as trouble:
        code = exits.REFUSED[Code.BAD_VALUE]
        _tell(str(trouble), trouble.hint, Code.BAD_VALUE.value, code, words)
    except BadSettings as trouble:
        code = exits.SETTINGS
        _tell(str(trouble), trouble.hint, "bad settings", code, words)
    except click.UsageError as trouble:
        code = exits.WRONG_USE
        _tell(trouble.format_message(), _usage_hint(trouble, words), "wrong use", code, words)
    except (KeyboardInterrupt, EOFError, click.Abort) as leaving:
        says = str(leaving) if isinstance(leaving, click.Abort) else ""
        click.echo(f"\n{folded_for(sys.stderr, as_called(says or 'Stopped.'))}", err=True)
        code = exits.INTERRUPTED
    except OSError as trouble:
        code = exits.OUTPUT
        says = trouble.strerror or str(trouble)
        _tell(f"The answer could not be written: {says}.", "", "output", code, words)
    return code


def _invoke(words: list[str]) -> int:
    try:
        with ringback.make_context(name(), words) as context:
            answer = ringback.invoke(context)
    except click.exceptions.Exit as leaving:
        return leaving.exit_code
    return answer if isinstance(answer, int) else exits.DONE


def _tell(sentence: str, hint: str, code: str, number: int, words: Sequence[str]) -> None:
    """Say what was refused, on standard error; to a program that asked for JSON, in JSON too."""
    try:
        if "--json" in words:
            from ringback.cli.door import Door

            error = {"code": code, "exit": number, "sentence": sentence, "hint": hint}
            Door().answer({"error": error})
            sys.stdout.flush()
        _complain(f"ringback: {as_called(sentence)}")
        if hint:
            _complain(f"  → {as_called(hint)}", "    ")
    except OSError:
        # Nobody is there to be told; the exit code says it.
        return


def _complain(text: str, indent: str = "") -> None:
    lines = (folded_for(sys.stderr, line, indent) for line in text.split("\n"))
    click.echo("\n".join(lines), err=True)


def _usage_hint(trouble: click.UsageError, words: Sequence[str]) -> str:
    if isinstance(trouble, click.NoSuchOption) and trouble.option_name in (
        "--search",
        "--no-color",
    ):
        return f"{trouble.option_name} stands before the command."
    command = command_of(words)
    if isinstance(trouble, click.MissingParameter) and command == "log" and len(words) > 1:
        from ringback.cli.outcome_asked import outcome_lines

        return outcome_lines()
    if extra := _EXTRA.search(trouble.message):
        from ringback.cli.quoting import quoted

        meant = quoted(command, words, extra[1].split()) or f'ringback {command} "Acme Foods"'
        return f"What has blanks in it stands in quotes: `{meant}`."
    return f"`ringback {command} --help` says what it takes." if command else "`ringback --help`."
