"""Ties on the terminal: a door, the people who may open it, and the words for asking them."""

from collections.abc import Sequence

from ringback.cli.card_view import show_section
from ringback.cli.screen import QUIET, STRONG, WARNING, Screen
from ringback.core.scripts import Script
from ringback.desk.ties import BackDoor, Opener
from ringback.doors.step_words import job

_ASKED = {
    "asked": "asked", "agreed": "promised to help", "refused": "cannot help",
    "referred": "opened the door",
}  # fmt: skip


def show_nobody(screen: Screen) -> None:
    """Nobody of one's own is known at any employer that is pursued."""
    screen.line("None of your own people is known at an employer that you pursue.")
    screen.line(("ringback import", STRONG), "  reads LinkedIn's export or your address book.")


def show_door(screen: Screen, door: BackDoor, words: Sequence[tuple[Opener, Script]]) -> None:
    """One employer, or one opening there, with everybody who may open the door."""
    number = f"#{door.opening.pk}  " if door.opening else ""
    name = job(door.opening.title, door.name) if door.opening else door.name
    screen.line((number, QUIET), (name, STRONG))
    if not door.people:
        screen.line("None of your own people is known there.", indent=2)
    for one in door.people:
        _show(screen, door, one)
    for one, script in words:
        screen.gap()
        screen.line((f"For {one.person.name}", STRONG))
        for section in script.sections:
            if section.text and not section.key.startswith("mail"):
                show_section(screen, section)
    if door.opening is not None and door.people:
        first = door.people[0].person
        screen.gap()
        command = f"ringback refer {door.opening.pk} {first.pk} --asked"
        screen.line((command, STRONG), (f"  once you have asked {first.name}", QUIET))
    screen.gap()


def _show(screen: Screen, door: BackDoor, one: Opener) -> None:
    person = one.person
    title = f", {person.title}" if person.title else ""
    elsewhere = one.at is not None and (one.doubts or one.at != door.employer)
    at = f" (at {one.at.name})" if one.at is not None and elsewhere else ""
    screen.line(
        (f"{person.pk:>4}. ", QUIET), (person.name, STRONG), f"{title}{at}: {one.where.value}"
    )
    if one.doubts:
        screen.line(
            ("doubt: ", WARNING), f"it may be another employer ({', '.join(one.doubts)})", indent=6
        )
    screen.line(f"{one.tie.why}.", indent=6)
    for ground in one.tie.grounds:
        mark = ("doubt: ", WARNING) if ground.doubtful else ""
        source = " ".join(filter(None, (ground.evidence.source, ground.evidence.detail)))
        screen.line(mark, ground.says, (f"  from {source}" if source else "", QUIET), indent=8)
    for route in one.routes:
        barred = f"  do not use: {route.restriction}" if route.restriction else ""
        more = f" ext. {route.extension}" if route.extension else ""
        screen.line(f"{route.kind}: {route.value}{more}{barred}", indent=8)
    if one.asked is not None:
        by = f", by {one.asked.by:%-d %B}" if one.asked.by else ""
        screen.line(f"{_ASKED[one.asked.what]}{by} ({one.asked.on:%-d %B})", indent=6)
