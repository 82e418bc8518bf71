"""A posting on the terminal: what it says, what it leaves open, and what was kept of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ringback.cli import recorded, shapes

if TYPE_CHECKING:
    from ringback.cli.door import Door
    from ringback.cli.screen import Screen
    from ringback.core.found import FoundPerson
    from ringback.core.posting import Posting
    from ringback.desk.desk import Desk
    from ringback.desk.posting import KeptPosting, Preview
    from ringback.doors.words import Speech


def show(door: Door, desk: Desk, read: Preview) -> None:
    """What a posting says; nothing is kept."""
    if door.json:
        door.answer({"posting": shape(read.posting)} | _fetched(read))
        return
    from ringback.cli.page_view import show_fetched
    from ringback.cli.screen import Screen
    from ringback.doors.words import speech

    screen = Screen(door)
    show_fetched(screen, read.fetched)
    _show(screen, read.posting, speech(desk))


def tell_kept(door: Door, desk: Desk, kept: KeptPosting, read: Preview) -> None:
    """What was kept of a posting, and the step that follows; or that it was known."""
    if door.json:
        told = {
            **recorded.shape(kept.logged), "known": kept.known, "posting": shape(read.posting),
            "people": [shapes.person(one) for one in kept.people], "doubts": list(kept.doubts),
        }  # fmt: skip
        door.answer(told | _fetched(read))
        return
    from ringback.cli.page_view import show_fetched
    from ringback.cli.screen import QUIET, Screen
    from ringback.doors.words import speech

    screen = Screen(door)
    show_fetched(screen, read.fetched)
    opening = kept.logged.opening
    if kept.known:
        screen.line(f"This posting was kept before, as #{opening.pk}; nothing was changed.")
        recorded.show(screen, desk, kept.logged, speech(desk))
        return
    named = [f"{one.name}, {one.title}" if one.title else one.name for one in kept.people]
    also = [f"Named in it: {one}." for one in named]
    if opening.no_calls:
        also.append(f"It asks for no calls: “{opening.no_calls}”")
    also.extend((*kept.doubts, *_open(read.posting)))
    recorded.show(screen, desk, kept.logged, speech(desk), tuple(also))
    if kept.people:
        screen.line((f"Who hires for it: ringback who {opening.pk}", QUIET))


def shape(posting: Posting) -> shapes.Shape:
    """A posting as JSON; what it does not say is None."""
    return {
        "title": posting.title or None,
        "employer": posting.employer or None,
        "place": posting.place or None,
        "remote": posting.remote,
        "department": posting.department or None,
        "closes": posting.closes or None,
        "closes_on": shapes.day(posting.closes_on),
        "posted_on": shapes.day(posting.posted_on),
        "reports_to": posting.reports_to or None,
        "contacts": [_contact(one) for one in posting.people],
        "put_up_by": posting.put_up_by or None,
        "routes": [one.value for one in posting.routes],
        "reference": posting.reference or None,
        "no_calls": posting.no_calls or None,
        "apply": posting.apply or None,
        "salary": posting.salary or None,
        "url": posting.url or None,
        "platform": posting.platform or None,
        "missing": list(posting.missing),
        "doubts": list(posting.doubts),
    }


def _contact(person: FoundPerson) -> shapes.Shape:
    return {
        "name": person.name,
        "title": person.title or None,
        "routes": [one.value for one in person.routes],
    }


def _fetched(read: Preview) -> shapes.Shape:
    return {"fetched": list(read.fetched)} if read.fetched else {}


def _show(screen: Screen, posting: Posting, speech: Speech) -> None:
    from ringback.cli.screen import STRONG, WARNING

    title, employer = posting.title or "No title", posting.employer or "no employer named"
    screen.line((title, STRONG), f" at {employer}")
    closes = posting.closes
    if posting.closes_on is not None:
        closes = f"{speech.date(posting.closes_on)} (“{posting.closes}”)"
    people = [", ".join(filter(None, (one.name, one.title, *(r.value for r in one.routes))))
              for one in posting.people]  # fmt: skip
    quoted = f"“{posting.no_calls}”" if posting.no_calls else ""
    screen.pairs(
        (
            ("place", posting.place), ("department", posting.department), ("closes", closes),
            ("reports to", posting.reports_to), *(("contact", one) for one in people),
            ("put up by", posting.put_up_by),
            ("reach", ", ".join(one.value for one in posting.routes)),
            ("reference", posting.reference), ("no calls", quoted), ("to apply", posting.apply),
            ("pay", posting.salary), ("posting", posting.url), ("read from", posting.platform),
        )
    )  # fmt: skip
    for said in (*posting.doubts, *_open(posting)):
        screen.line(("note: ", WARNING), said, indent=2)


def _open(posting: Posting) -> list[str]:
    """What the posting leaves open, in one sentence; nothing where it says all."""
    missing = posting.missing
    if not missing:
        return []
    *first, last = missing
    listed = f"{', '.join(first)} and {last}" if first else last
    return [f"It does not say {listed}."]
