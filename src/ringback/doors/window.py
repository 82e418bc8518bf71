"""The hours at which somebody is best reached, read from what a person types."""

from datetime import time

from ringback.core.best_time import Window, read_window
from ringback.desk.refusal import Code, Refusal


def window_told(text: str) -> Window:
    """The hours that were told, on the clock of the person called. Raises Refusal (bad value)."""
    window = read_window(text)
    if window is None:
        raise Refusal(
            Code.BAD_VALUE, f"“{text}” names no hours of a day.",
            "Such as “9:30-11”, “mornings” or “after 3 pm”.",
        )  # fmt: skip
    return window


def window_said(start: time, end: time) -> str:
    """The same in words, on a clock of 24 hours."""
    return f"{start:%H:%M} to {end:%H:%M}"
