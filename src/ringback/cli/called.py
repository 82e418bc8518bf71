"""By which name the program is called here, so that every command that is shown can be typed."""

import os
import re
import sys
from functools import cache

# What run.py sets where `ringback` by itself would not be found.
GIVEN = "RINGBACK_CALLED"
OWN = "ringback"

_COMMAND = re.compile(r"(?<![\w./\\-])ringback(?= [a-z0-9-])")


@cache
def name() -> str:
    """`ringback` where the shell finds it; else the path, or the line, that started it."""
    typed = sys.argv[0]
    is_path = typed.endswith(f"{os.sep}{OWN}") and not typed.startswith(os.sep)
    return os.environ.get(GIVEN, "") or (typed if is_path else OWN)


def as_called(text: str) -> str:
    """A text whose commands begin as this person has to type them."""
    called = name()
    return text if called == OWN else _COMMAND.sub(lambda _: called, text)
