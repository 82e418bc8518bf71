"""The page of a step: at a terminal as much as fits it, what is needed first before the rest."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from functools import partial
from typing import NamedTuple

from ringback.book.journal import Touch
from ringback.cli import card_view
from ringback.cli.screen import QUIET, STRONG, Screen
from ringback.cli.today_view import way
from ringback.core.scripts import Section
from ringback.desk.card import Card, Event
from ringback.desk.day import Item
from ringback.doors.step_words import done_with, when_done
from ringback.doors.words import Speech

# How soon a part of a call's words is needed; what is not here comes after all of these.
_SOON = {"opening": 0, "desk": 0, "close": 1, "goodbye": 4, "end": 4, "referral": 5, "ask": 6,
         "about": 6, "name": 7, "voicemail": 7}  # fmt: skip
_ALWAYS, _NOW, _HEARD, _HISTORY, _PEOPLE = 0, 1, 2, 3, 9
_LATER = 8
# As many of the latest events are shown beside the words, or fewer where they do not fit.
LATEST = (4, 2, 1)
# Left free for the line below the page, at which the next command is typed.
_PROMPT = 2


Show = Callable[[], None]


class Part(NamedTuple):
    """A part of the page, and how soon it is needed: 0 is never left out.

    Where it does not fit, ``shorter`` says the same in fewer rows, one after the other.
    """

    rank: int
    show: Show
    shorter: tuple[Show, ...] = ()

    @property
    def forms(self) -> tuple[Show, ...]:
        """The ways to show it, the longest first."""
        return (self.show, *self.shorter)


def show_page(screen: Screen, card: Card, speech: Speech, *, whole: bool, qr: bool) -> None:
    """Everything that a step takes; ``whole`` is all of it, at a terminal of any height."""
    room = None if whole else room_of(screen)
    words = words_parts(screen, card, whole=whole)
    left_out = len(card.script.sections) - len(words) if card.script else 0
    more = f"{left_out} more parts: what to answer to objections" if left_out else ""
    if room is not None:
        is_call = card.item is not None and card.item.is_call
        more = "objections, voicemail, history" if is_call else "all of it, with its history"
    show_parts(
        [
            Part(_ALWAYS, partial(card_view.show_step, screen, card, speech)),
            *words,
            history_part(screen, card, speech, latest=room is not None),
            people_part(screen, card, speech),
            *[Part(_ALWAYS, partial(card_view.show_qr, screen, card))] * qr,
            after_part(screen, card, more),
        ],
        screen,
        room,
    )


def show_call(
    screen: Screen, card: Card, item: Item, speech: Speech, *, whole: bool, taken: int
) -> None:
    """A call of a session: what came before it and the words, then once more whom to dial.

    ``taken`` is how many rows the question below it takes beside its own.
    """

    def dial() -> None:
        if item.row.number:
            screen.gap()
            whom = item.row.person or f"the switchboard of {item.row.employer}"
            screen.line(f"Dial for {whom}: ", *way(screen, item, speech))

    parts = [
        Part(_ALWAYS, partial(card_view.show_step, screen, card, speech)),
        history_part(screen, card, speech, latest=True),
        *words_parts(screen, card, whole=whole),
        Part(_ALWAYS, dial),
    ]
    show_parts(parts, screen, None if whole else room_of(screen, taken))


def room_of(screen: Screen, taken: int = 0) -> int | None:
    """How many rows fit the terminal beside those that are taken; None where no terminal is."""
    return screen.console.height - _PROMPT - taken if sys.stdout.isatty() else None


def show_parts(parts: list[Part], screen: Screen, room: int | None) -> None:
    """Write the parts that fit, in their order.

    Empty lines are left out, and the rest of the words with them, before anything is that is
    needed while the call is made.
    """
    if room is None:
        _write([part.show for part in parts])
        return
    chosen = _fitting(parts, screen, room)
    needed = [part for part in parts if part.rank <= _HEARD]
    with screen.dense():
        closer = _fitting(needed, screen, room)
        if len(closer) > sum(parts[index].rank <= _HEARD for index in chosen):
            _write(closer.values())
            return
    _write(chosen.values())


def _write(shows: Iterable[Show]) -> None:
    for show in shows:
        show()


def _fitting(parts: list[Part], screen: Screen, room: int) -> dict[int, Show]:
    """What is always shown, and of the rest the soonest needed until something does not fit."""
    order = sorted(range(len(parts)), key=lambda one: parts[one].rank)
    needed = [index for index in order if parts[index].rank <= _HEARD]
    chosen, left = _needed_now(parts, needed, screen, room)
    for index in order[len(needed) :] if len(chosen) == len(needed) else []:
        forms = ((show, screen.rows_of(show)) for show in parts[index].forms)
        fits = next(((show, rows) for show, rows in forms if rows <= left), None)
        if fits is None:
            break
        chosen[index] = fits[0]
        left -= fits[1]
    return dict(sorted(chosen.items()))


def _needed_now(
    parts: list[Part], needed: list[int], screen: Screen, room: int
) -> tuple[dict[int, Show], int]:
    """As much as fits of what is needed, and the rows that are left then.

    Each first gets its fewest rows, so that none pushes out another, and then what more there is.
    """
    chosen: dict[int, Show] = {}
    left = room
    for index in needed:
        *_, shortest = parts[index].forms
        rows = screen.rows_of(shortest)
        if rows > left and parts[index].rank != _ALWAYS:
            break
        chosen[index] = shortest
        left -= rows
    for index, shortest in chosen.items():
        has = screen.rows_of(shortest)
        more = ((show, screen.rows_of(show) - has) for show in parts[index].forms)
        chosen[index], rows = next((show, rows) for show, rows in more if rows <= max(left, 0))
        left -= rows
    return chosen, left


def words_parts(screen: Screen, card: Card, *, whole: bool) -> list[Part]:
    """The words of the step, without those that are only needed when they are asked for."""
    sections = card.script.sections if card.script else ()
    shown = [one for one in sections if whole or not card_view.at_need(one)]
    return [_words_part(screen, one, _rank(one, card, first=one is shown[0])) for one in shown]


def _words_part(screen: Screen, section: Section, rank: int) -> Part:
    """A part of the words; where there is little room, of what is needed now the words alone."""
    show = partial(card_view.show_section, screen, section)
    return Part(rank, show, (partial(show, hint=False),) if rank == _NOW else ())


def _rank(section: Section, card: Card, *, first: bool) -> int:
    item = card.item
    if item is None or not item.is_call:
        return _ALWAYS if first else _LATER
    now = (section.key == "ask" and item.row.route_kind == "switchboard") or (
        section.key == "voicemail" and item.row.leave_voicemail
    )
    return _NOW if now else _SOON.get(section.key, _LATER)


def history_part(screen: Screen, card: Card, speech: Speech, *, latest: bool) -> Part:
    """What happened so far, all of it or the latest.

    It comes before the rest of the words where somebody said something before.
    """

    def show(events: tuple[Event, ...]) -> None:
        screen.gap()
        screen.line(("So far", STRONG))
        card_view.show_documents(screen, card)
        card_view.show_history(screen, events, speech)

    heard = any(_tells(event.touch) for event in card.history if not event.struck)
    rank = _HEARD if heard else _HISTORY
    if not latest:
        return Part(rank, partial(show, card.history))
    first, *shorter = (partial(show, card.history[-most:]) for most in LATEST)
    return Part(rank, first, tuple(shorter))


def _tells(touch: Touch) -> bool:
    """Whether somebody said something, or it was thought worth a note."""
    return bool(touch.result or touch.reply or touch.note)


def people_part(screen: Screen, card: Card, speech: Speech) -> Part:
    """Who is known there."""

    def show() -> None:
        screen.gap()
        screen.line(("Who is known there", STRONG))
        card_view.show_people(screen, card, speech)

    return Part(_PEOPLE, show)


def after_part(screen: Screen, card: Card, more: str) -> Part:
    """What is typed for the rest, and when the step is done; first what the words still lack."""
    lacking = lacking_of(card)

    def show() -> None:
        pairs = [(f"ringback next {card.opening.pk} --all", more)] if more else []
        if card.item is not None:
            kind = card.item.row.kind
            pairs.append((done_with(kind, card.opening.pk), when_done(kind, card.opening.pk)))
        if pairs or lacking:
            screen.gap()
        if lacking:
            screen.line((lacking, STRONG), ("  your own in these words", QUIET))
        if pairs:
            screen.commands(*pairs, indent=0)

    return Part(_ALWAYS, show)


def lacking_of(card: Card) -> str:
    """The command that puts into the words what they lack of the seeker; empty for nothing."""
    search = card.opening.search
    lacking = [
        f'--{word} "{word.upper()}"'
        for word, said in (("name", search.seeker_name), ("number", search.seeker_number))
        if not said
    ]
    return f"ringback config {' '.join(lacking)}" if lacking and card.script else ""
