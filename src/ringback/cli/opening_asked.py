"""An opening that is told at the terminal, question by question."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

import click
from django.utils.dateformat import format as dated

from ringback.cli.ask import GOES_AWAY, KEEPS, Question, closing_goes_away, in_turn
from ringback.cli.called import as_called
from ringback.cli.folding import folded
from ringback.cli.opening_words import new_opening
from ringback.cli.seeker_asked import QUESTIONS as SEEKER
from ringback.cli.seeker_asked import keep_seeker
from ringback.core.touches import Via
from ringback.desk.openings import add
from ringback.desk.parties import read_route
from ringback.desk.refusal import Refusal
from ringback.doors.days import NotAMoment
from ringback.doors.own_time import read_happened

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from ringback.cli.door import Door
    from ringback.cli.opening_words import Said
    from ringback.core.workdays import Calendar
    from ringback.desk.desk import Desk
    from ringback.desk.record import Logged

HOW = "Enter skips, < goes back."
NOTHING_KEPT = "Stopped: nothing was kept. `ringback add` begins again."
# A day that was longer ago is said as it was understood.
_NEAR = timedelta(days=2)
# How it went, as people say it; what stands before it, such as “by” or “on their”, is passed over.
_WAYS = {
    "e-mail": Via.MAIL, "email": Via.MAIL, "post": Via.POST, "mail": Via.POST, "letter": Via.POST,
    "portal": Via.PORTAL, "online": Via.PORTAL, "website": Via.PORTAL, "web": Via.PORTAL,
    "site": Via.PORTAL, "form": Via.PORTAL, "hand": Via.HAND, "person": Via.HAND,
    "personally": Via.HAND,
}  # fmt: skip


def ask_and_add(door: Door, *, and_seeker: bool = False) -> tuple[Desk, Logged, bool]:
    """Ask for an opening and keep it: the desk, what was recorded, whether a search has begun.

    ``and_seeker`` has it asked who the seeker is as well, from where one can go back to the
    opening. Once more where it cannot be kept. Raises click.Abort where the caller goes away: from
    the opening with nothing kept, from the rest with all that was said.
    """
    said: dict[str, str] = {}
    seeker: dict[str, str] = {}
    click.echo(HOW)
    while True:
        with closing_goes_away():
            _ask(door, said)
            stopped = and_seeker and _stops_at_seeker(door, said, seeker)
        try:
            desk, has_begun = door.begun()
            logged = add(desk, new_opening(door, desk, said["employer"], _all(said)))
        except (Refusal, NotAMoment) as trouble:
            if stopped:
                raise
            _tell(trouble)
            click.echo(KEEPS)
            continue
        desk = keep_seeker(desk, seeker)
        if stopped:
            kept = "the opening and your name are" if seeker.get("name") else "the opening is"
            step = f"`ringback next {logged.opening.pk}` has its step."
            raise click.Abort(f"Stopped: {kept} kept. {step}")
        return desk, logged, has_begun


def _ask(door: Door, said: dict[str, str], *, from_the_end: bool = False) -> None:
    """Ask each question, with what was said to it before. Raises click.Abort."""
    try:
        questions = _questions(*door.calendar())
        while not in_turn(questions, said, from_the_end=from_the_end):
            from_the_end = False
    except GOES_AWAY:
        raise click.Abort(NOTHING_KEPT) from None


def _stops_at_seeker(door: Door, said: dict[str, str], seeker: dict[str, str]) -> bool:
    """Ask who the seeker is; whether the caller goes away. Raises click.Abort as ``_ask`` does."""
    while True:
        try:
            if in_turn(SEEKER, seeker):
                return False
        except GOES_AWAY:
            return True
        _ask(door, said, from_the_end=True)


def _questions(calendar: Calendar, now: datetime) -> tuple[Question, ...]:
    """What is asked of an opening; some of it only where another question was answered."""
    return (
        Question("employer", lambda _: "Employer?", needed=True),
        Question("title", lambda _: "Job title?"),
        Question("manager", lambda _: "Who hires?"),
        Question("manager_title", _whose_title),
        Question("number", _whose_number, partial(_is_no_number, calendar=calendar)),
        Question("sent", _when_sent, partial(_is_no_day, calendar=calendar, now=now)),
        Question("via", _how_sent, _is_no_way, usual="e-mail"),
    )


def _whose_title(said: Mapping[str, str]) -> str:
    return f"{said['manager']}'s job title?" if said["manager"] else ""


def _whose_number(said: Mapping[str, str]) -> str:
    return "Their number?" if said["manager"] else "Their switchboard's number?"


def _when_sent(said: Mapping[str, str]) -> str:
    return "When was your résumé sent" + ("?" if said.get("sent") else " (Enter: not yet)?")


def _how_sent(said: Mapping[str, str]) -> str:
    return "How: e-mail, post, portal, by hand?" if said["sent"] else ""


def _way(text: str) -> Via | None:
    """The way that is meant, by its last word; None where it is none."""
    words = text.casefold().replace("e mail", "e-mail").strip(" .").split()
    return _WAYS.get(words[-1]) if words else None


def _is_no_way(text: str) -> bool:
    """Whether it says none of the ways, which is told."""
    if text and _way(text) is None:
        _say(f"“{text}” is none of these: say e-mail, post, portal or by hand.")
        return True
    return False


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
    click.echo(f"\n{folded(as_called(f'{sentence} {hint}'.strip()))}\n")


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
