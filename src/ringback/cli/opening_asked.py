"""An opening that is told at the terminal, question by question."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import click
from django.utils.dateformat import format as dated

from ringback.cli.ask import line
from ringback.cli.folding import folded
from ringback.core.touches import Via
from ringback.desk.parties import read_route
from ringback.desk.refusal import Refusal
from ringback.doors.days import NotAMoment
from ringback.doors.own_time import read_happened

if TYPE_CHECKING:
    from datetime import datetime

    from ringback.cli.door import Door
    from ringback.cli.opening_words import Said
    from ringback.core.workdays import Calendar
    from ringback.desk.desk import Desk
    from ringback.desk.record import Logged

NOTHING_KEPT = "Stopped: nothing was kept. `ringback add` begins again."
# A day that was longer ago is said as it was understood.
_NEAR = timedelta(days=2)
# What is typed to take out what stands in brackets.
NONE = "-"
# How it went, as people say it; what stands before it, such as “by” or “on their”, is passed over.
_WAYS = {
    "e-mail": Via.MAIL, "email": Via.MAIL, "post": Via.POST, "mail": Via.POST, "letter": Via.POST,
    "portal": Via.PORTAL, "online": Via.PORTAL, "website": Via.PORTAL, "web": Via.PORTAL,
    "site": Via.PORTAL, "form": Via.PORTAL, "hand": Via.HAND, "person": Via.HAND,
    "personally": Via.HAND,
}  # fmt: skip


def ask_and_add(door: Door) -> tuple[Desk, Logged, bool]:
    """Ask for an opening and keep it: the desk, what was recorded, whether a search has begun.

    Once more where it cannot be kept. Raises click.Abort where the caller goes away.
    """
    from ringback.cli.opening_words import new_opening
    from ringback.desk.openings import add

    said: dict[str, str] = {}
    click.echo("Enter skips a question.")
    while True:
        try:
            _ask(door, said)
        except (KeyboardInterrupt, EOFError, click.Abort):
            raise click.Abort(NOTHING_KEPT) from None
        try:
            desk, has_begun = door.begun()
            return desk, add(desk, new_opening(door, desk, said["employer"], _all(said))), has_begun
        except (Refusal, NotAMoment) as trouble:
            _tell(trouble)
            click.echo(f"Enter keeps what stands in brackets, {NONE} takes it out.")


def _ask(door: Door, said: dict[str, str]) -> None:
    """Each question with what was said to it before; some only where another was answered."""
    calendar, now = door.calendar()
    told = said.copy()
    said.clear()

    def ask(key: str, question: str, *, needed: bool = False) -> str:
        answer = line(question, told.get(key, ""), needed=needed)
        said[key] = "" if answer == NONE else answer
        return said[key]

    ask("employer", "Employer?", needed=True)
    ask("title", "Job title?")
    if manager := ask("manager", "Who hires?"):
        ask("manager_title", f"{manager}'s job title?")
    whose = "Their number?" if manager else "Their switchboard's number?"
    while _is_no_number(ask("number", whose), calendar):
        told.pop("number", None)
    while _is_no_day(sent := ask("sent", "When was it sent (Enter: not yet)?"), calendar, now):
        told.pop("sent", None)
    if sent:
        before = told.get("via", "e-mail")
        while _way(how := line("How: e-mail, post, portal, by hand?", before)) is None:
            _say(f"“{how}” is none of these: say e-mail, post, portal or by hand.")
        said["via"] = how


def _way(text: str) -> Via | None:
    """The way that is meant, by its last word; None where it is none."""
    words = text.casefold().replace("e mail", "e-mail").strip(" .").split()
    return _WAYS.get(words[-1]) if words else None


def _is_no_number(text: str, calendar: Calendar) -> bool:
    """Whether it says a number, or a mail address, that cannot be read, which is told."""
    try:
        if text:
            read_route(text, calendar.home.country)
    except Refusal as refusal:
        _tell(refusal)
        return True
    return False


def _is_no_day(text: str, calendar: Calendar, now: datetime) -> bool:
    """Whether it says a day that cannot be read or is still to come, which is told."""
    if not text:
        return False
    try:
        moment = read_happened(text, calendar, now)
    except NotAMoment as trouble:
        _tell(trouble)
        return True
    if moment > now:
        _say(f"“{text}” has not come yet.", "Enter leaves it open until then.")
    elif any(map(str.isalpha, text)) and now - moment > _NEAR:
        there = moment.astimezone(calendar.now_there(calendar.home, now).tzinfo)
        click.echo(f"  {dated(there.date(), 'D j M')}")
    return moment > now


def _tell(trouble: Refusal | NotAMoment) -> None:
    _say(str(trouble), trouble.hint)


def _say(sentence: str, hint: str = "") -> None:
    click.echo(f"\n{folded(f'{sentence} {hint}'.strip())}\n")


def _all(said: dict[str, str]) -> Said:
    """The answers as what `ringback add` is told."""
    return {
        "title": said.get("title", ""), "kind": "", "url": "", "place": "", "country": "",
        "region": "", "city": "", "zone": "", "closes": None, "no_calls": "",
        "manager": said.get("manager", ""), "manager_title": said.get("manager_title", ""),
        "number": said.get("number", ""), "mail": "", "switchboard": "", "salary": "",
        "reports_to": "", "source": "", "sent": said.get("sent") or None,
        "via": (_way(said.get("via", "")) or Via.MAIL).value, "note": "",
    }  # fmt: skip
