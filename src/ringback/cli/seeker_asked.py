"""Who the seeker is, asked at the terminal for the words of a call."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ringback.cli.ask import Question
from ringback.desk.searches import tell_about_seeker

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ringback.desk.desk import Desk

QUESTIONS = (
    Question("name", lambda _: "Your name?"),
    Question("number", lambda said: "Your number?" if said["name"] else ""),
)


def keep_seeker(desk: Desk, said: Mapping[str, str]) -> Desk:
    """Keep what was answered; without a name it is left for later."""
    if not said.get("name"):
        return desk
    return tell_about_seeker(desk, name=said["name"], number=said.get("number") or None)
