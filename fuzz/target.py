"""What a target of the fuzzing is, and what holds for whatever any of them gives."""

import dataclasses
import re
from collections.abc import Callable
from dataclasses import dataclass

from ringback.sources.unreadable import Unreadable

# What no database keeps as text (desk.archive.rows).
_NO_TEXT = re.compile("[\0\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Target:
    """A reader: what it makes of bytes, in a few words, and how it may refuse them.

    ``in_a_child``: real readings are bounded by the operating system, so that time and memory are
    no findings here.
    """

    name: str
    read: Callable[[bytes], str]
    refusals: tuple[type[Exception], ...] = (Unreadable,)
    in_a_child: bool = False


class WrongAnswer(AssertionError):
    """A reader that neither refused nor read as it promises."""


def keepable(value: object) -> None:
    """Whether all the text in it can be kept. Raises WrongAnswer."""
    if isinstance(value, str):
        if "\0" in value or (not value.isascii() and _NO_TEXT.search(value)):
            raise WrongAnswer(f"{value[:80]!r} cannot be kept as text")
    elif isinstance(value, tuple):
        for one in value:
            keepable(one)
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            keepable(getattr(value, field.name))
