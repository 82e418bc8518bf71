"""The proof on the terminal."""

from collections.abc import Sequence
from pathlib import Path

from rich.text import Text

from ringback.cli.screen import QUIET, STRONG, Screen
from ringback.core.proof.proof import Contact, Proof


def show_proof(screen: Screen, found: Proof, *, weekly: bool) -> None:
    """A line for each contact, with what belongs to it below."""
    screen.heading(f"{found.title}, {found.period}", found.seeker)
    if not found.contacts:
        screen.line(found.words.nothing)
        return
    if not weekly:
        screen.line((found.count(found.contacts), QUIET))
        _contacts(screen, found, found.contacts)
        return
    for week in found.weeks:
        screen.gap()
        said = found.words.week.format(first=found.day(week.first), last=found.day(week.last))
        screen.line((said, STRONG), (f"  {found.count(week.contacts)}", QUIET))
        _contacts(screen, found, week.contacts)


def show_written(screen: Screen, found: Proof, files: list[Path]) -> None:
    """Which files hold it."""
    for path in files:
        screen.raw(f"{path} is written. {found.count(found.contacts)}.")
    if not found.contacts:
        screen.line(found.words.nothing)


def _contacts(screen: Screen, found: Proof, contacts: Sequence[Contact]) -> None:
    for contact in contacts:
        screen.gap()
        screen.line(
            Text(f"{found.day(contact.day)}  ", QUIET), (contact.employer, STRONG),
            f"  {', '.join(contact.address)}" if contact.address else "",
        )  # fmt: skip
        parts = (contact.position, contact.method, contact.person)
        screen.line(" · ".join(part for part in parts if part), indent=12)
        screen.line(contact.result, indent=12)
