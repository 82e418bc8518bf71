"""The entry of `ringback`: help without loading anything, else one command and its exit code."""

import os
import sys
from collections.abc import Callable

from ringback.cli.terminal_encoding import make_tolerant

INTERRUPTED = 130
BROKEN_PIPE = 141
OUTPUT = 22


def main() -> None:
    """Run the command line that the program was started with, and exit with its code."""
    make_tolerant()
    try:
        leave(code_of(sys.argv[1:]))
    except KeyboardInterrupt:
        leave(INTERRUPTED)


def code_of(arguments: list[str]) -> int | None:
    """Run a command line; help is answered without loading click or Django (NUMBERS S3)."""
    if arguments in (["--help"], ["-h"], ["help"]):
        from ringback.cli.called import as_called
        from ringback.cli.front import front_page

        return answered(as_called(front_page()))
    if arguments == ["--version"]:
        from importlib.metadata import version

        return answered(f"ringback {version('ringback')}\n")
    if "today" in arguments and "--json" in arguments:
        from ringback.cli.quick import asked, quick_today

        wanted = asked(arguments)
        done = guarded(lambda: quick_today(wanted)) if wanted else None
        if done is not None:
            return done
    from ringback.cli.run import run

    if arguments[:1] == ["help"]:
        arguments = [*arguments[1:], "--help"]
    return run(arguments)


def answered(text: str) -> int | None:
    """Write a text that needs no command; the exit code."""

    def write() -> int:
        sys.stdout.write(text)
        sys.stdout.flush()
        return 0

    return guarded(write)


def guarded(answer: Callable[[], int | None]) -> int | None:
    """Run what writes an answer; the exit code, also where it cannot be written."""
    try:
        return answer()
    except BrokenPipeError:
        return BROKEN_PIPE
    except OSError as error:
        sys.stderr.write(f"ringback: The answer could not be written: {error.strerror}.\n")
        return OUTPUT


def leave(code: int | None) -> None:
    """Exit; what could not be written is not tried again on the way out."""
    if code in (BROKEN_PIPE, OUTPUT):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    sys.exit(code)


if __name__ == "__main__":
    main()
