"""Writing a file that may be there already: whoever sits at the terminal is asked first."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from ringback.cli.ask import somebody_is_there, yes_or_no
from ringback.cli.door import Door
from ringback.desk.refusal import Code, Refusal

T = TypeVar("T")


def write_or_ask(door: Door, path: Path, write: Callable[[bool], T], *, overwrite: bool) -> T:
    """What ``write`` gives, told whether it may write over a file. Raises Refusal."""
    try:
        return write(overwrite)
    except Refusal as refusal:
        asks_first = refusal.code is Code.ASK
        asks = asks_first and not door.json and somebody_is_there()
        if not asks or not yes_or_no(f"{path} is there already. Write over it?", default=False):
            hint = "Choose another name, or say --overwrite." if asks_first else refusal.hint
            raise Refusal(refusal.code, refusal.sentence, hint) from refusal
    return write(True)
