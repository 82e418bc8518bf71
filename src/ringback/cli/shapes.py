"""The answers as JSON: ISO 8601 moments with offset, E.164 numbers, ids (docs/cli.md has them).

Nothing heavy is imported here: a program that asks often is answered fast.
"""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime, time

    from ringback.book.journal import Touch
    from ringback.book.openings import Opening, Step
    from ringback.book.parties import Person, Route
    from ringback.core.coverage import Coverage
    from ringback.core.gate import Missing
    from ringback.core.scripts import Mail, Script, Section
    from ringback.desk.card import Card
    from ringback.desk.day import Item, Today
    from ringback.desk.finding import Hit
    from ringback.desk.listing import Listed
    from ringback.desk.sending import Gate
    from ringback.desk.ties import BackDoor, Opener
    from ringback.desk.who import Kept, WhoHires

Shape = dict[str, object]


def write(shape: object) -> None:
    """Write an answer to standard output; in ASCII where that is all it can hold."""
    plain = (sys.stdout.encoding or "").lower().replace("-", "") != "utf8"
    sys.stdout.write(json.dumps(shape, ensure_ascii=plain, indent=2))
    sys.stdout.write("\n")


def moment(value: datetime | None) -> str | None:
    return value.isoformat(timespec="seconds") if value is not None else None


def day(value: date | None) -> str | None:
    return value.isoformat() if value is not None else None


def tel(number: str, extension: str) -> str | None:
    """The address that dials a number; None for a mail address."""
    if not number.startswith("+"):
        return None
    return f"tel:{number};ext={extension}" if extension else f"tel:{number}"


def coverage(value: Coverage) -> Shape:
    return {"due": value.due, "followed": value.followed, "share": value.share}


def item(value: Item, today: date) -> Shape:
    """One due step: what, whom, how, in which span, and why."""
    row = value.row
    person = {"id": row.person_id, "name": row.person, "spoken": row.spoken,
              "title": row.person_title}  # fmt: skip
    route = {"kind": row.route_kind, "value": row.number, "extension": row.extension,
             "tel": tel(row.number, row.extension)}  # fmt: skip
    return {
        "opening": row.opening,
        "title": row.title,
        "employer": {"id": row.employer_id, "name": row.employer},
        "stage": row.stage,
        "kind": row.kind,
        "is_call": value.is_call,
        "why": row.why,
        "attempt": row.attempt,
        "purpose": row.purpose or None,
        "exact": row.exact,
        "leave_voicemail": row.leave_voicemail,
        "day": day(row.day),
        "overdue_days": value.overdue(today),
        "earliest": moment(row.earliest),
        "latest": moment(row.latest),
        "open": {"from": moment(value.open.start), "until": moment(value.open.end)},
        "there": moment(value.there),
        "person": person if row.person_id else None,
        "route": route if row.number else None,
        "waits": value.waits or None,
    }


def today(value: Today, search: str) -> Shape:
    """A day: the one next thing, the rest, what waits, what comes."""
    return {
        "search": search,
        "at": moment(value.at),
        "day": day(value.day),
        "coverage": coverage(value.coverage),
        "first": item(value.first, value.day) if value.first else None,
        "then": [item(one, value.day) for one in value.then],
        "waiting": [item(one, value.day) for one in value.waiting],
        "coming": [item(one, value.day) for one in value.coming],
        "more": value.more,
        "open_openings": value.open_openings,
        "silent": value.silent,
        "planned_calls": value.planned_calls,
    }


def opening(value: Opening) -> Shape:
    return {
        "id": value.pk,
        "uid": str(value.uid),
        "title": value.title,
        "kind": value.kind,
        "employer": {"id": value.employer_id, "name": value.employer.name},
        "stage": value.stage,
        "sent_at": moment(value.sent_at),
        "follow_up_due": day(value.due_on),
        "followed_at": moment(value.followed_at),
        "answered_at": moment(value.answered_at),
        "closes_on": day(value.closes_on),
        "no_calls": value.no_calls or None,
        "url": value.url or None,
    }


def touch(value: Touch) -> Shape:
    """One thing that happened; fields that say nothing are left out."""
    shape: Shape = {"uid": str(value.uid), "at": moment(value.at), "kind": value.kind}
    people = {"person": value.person, "other": value.other}
    for key, one in people.items():
        if one is not None:
            shape[key] = {"id": one.pk, "name": one.name}
    for key in ("line", "who", "result", "reply", "via", "purpose", "bar", "reason", "skipped",
                "anyway", "note"):  # fmt: skip
        text = getattr(value, key)
        if text:
            shape[key] = text
    if value.moment is not None:
        shape["moment"] = moment(value.moment)
    if value.day is not None:
        shape["day"] = day(value.day)
    if value.strikes is not None:
        shape["strikes"] = str(value.strikes)
    return shape


def step(value: Step | None) -> Shape | None:
    """The step that an opening has now; None once it is closed."""
    if value is None:
        return None
    return {
        "kind": value.kind,
        "person": {"id": value.person.pk, "name": value.person.name} if value.person else None,
        "route": value.route.value if value.route else None,
        "day": day(value.day),
        "earliest": moment(value.earliest),
        "latest": moment(value.latest),
        "why": value.why,
        "attempt": value.attempt,
        "purpose": value.purpose or None,
        "exact": value.exact,
        "leave_voicemail": value.leave_voicemail,
    }


def route(value: Route) -> Shape:
    return {
        "id": value.pk,
        "kind": value.kind,
        "value": value.value,
        "extension": value.extension or None,
        "tel": tel(value.value, value.extension),
        "restriction": value.restriction or None,
    }


def person(value: Person) -> Shape:
    return {
        "id": value.pk,
        "name": value.name,
        "spoken": value.spoken or None,
        "title": value.title or None,
        "is_hr": value.is_hr,
        "do_not_contact": value.do_not_contact,
        "best": best(value.best_from, value.best_until),
    }


def best(start: time | None, end: time | None) -> Shape | None:
    """The hours of the day, on their own clock, at which somebody is best reached."""
    if start is None or end is None:
        return None
    return {"from": start.isoformat("minutes"), "until": end.isoformat("minutes")}


def card(value: Card, today: date) -> Shape:
    """Everything about one opening; ``step`` is None once it is closed."""
    return {
        "opening": opening(value.opening),
        "step": item(value.item, today) if value.item else None,
        "hours": [{"from": moment(start), "until": moment(end)} for start, end in value.hours],
        "ask_for": value.ask_for or None,
        "script": [section(one) for one in value.script.sections] if value.script else [],
        "mail": {"subject": value.mail.subject, "body": value.mail.body} if value.mail else None,
        "missing": [missing(one) for one in value.gate.missing],
        "people": [
            {
                **person(known.person),
                "is_manager": known.is_manager,
                "is_own": known.is_own,
                "routes": [route(one) for one in known.routes],
                "evidence": [
                    {"about": one.about, "source": one.source, "detail": one.detail or None,
                     "found_at": moment(one.found_at)}
                    for one in known.evidence
                ],
            }
            for known in value.people
        ],
        "switchboard": [route(one) for one in value.switchboard],
        "history": [
            {**touch(event.touch), "struck": event.struck, "documents": list(event.documents)}
            for event in value.history
        ],
    }  # fmt: skip


def section(value: Section) -> Shape:
    return {
        "key": value.key,
        "heading": value.heading,
        "text": value.text,
        "own_line": value.own_line or None,
        "seconds": round(value.seconds, 1),
        "hint": value.hint or None,
    }


def missing(value: Missing) -> Shape:
    return {
        "gap": value.gap.value,
        "says": value.says,
        "for_good": value.for_good,
        "warns": value.warns,
    }


def mail(value: Mail, address: str) -> Shape:
    return {"to": address or None, "subject": value.subject, "body": value.body}


def gate(value: Gate) -> Shape:
    return {
        "opening": opening(value.opening),
        "manager": person(value.manager) if value.manager else None,
        "opens": value.opens,
        "missing": [missing(one) for one in value.missing],
    }


def hit(value: Hit) -> Shape:
    return {
        "opening": value.opening.pk if value.opening else None,
        "employer": value.opening.employer.name if value.opening else None,
        "where": value.where,
        "text": value.text,
        "taken_back": value.taken_back,
    }


def listed(value: Listed) -> Shape:
    step: Shape = {"kind": value.step, "day": day(value.day), "person": value.person or None}
    return {
        "id": value.opening,
        "title": value.title,
        "employer": {"id": value.employer_id, "name": value.employer},
        "stage": value.stage,
        "taken_back": value.taken_back,
        "kind": value.kind,
        "step": step if value.step else None,
    }


def back_door(value: BackDoor, scripts: list[Script]) -> Shape:
    """The seeker's own people for one employer, each with the words for asking them."""
    return {
        "employer": {
            "id": value.employer.pk if value.employer else None,
            "name": value.name,
        },
        "opening": opening(value.opening) if value.opening else None,
        "people": [opener(one, script) for one, script in zip(value.people, scripts, strict=True)],
    }


def opener(value: Opener, script: Script) -> Shape:
    asked = value.asked
    return {
        "person": person(value.person),
        "at": value.at.name if value.at else None,
        "where": value.where.value,
        "doubts": list(value.doubts),
        "strength": value.tie.strength.value,
        "why": value.tie.why,
        "grounds": [
            {
                "says": one.says,
                "source": one.evidence.source or None,
                "detail": one.evidence.detail or None,
                "weighs": one.weighs,
                "doubtful": one.doubtful,
            }
            for one in value.tie.grounds
        ],
        "routes": [route(one) for one in value.routes],
        "asked": {"what": asked.what, "on": day(asked.on), "by": day(asked.by)} if asked else None,
        "script": [section(one) for one in script.sections],
    }


def who(value: WhoHires, kept: Kept | None) -> Shape:
    """Who hires for an opening, the likeliest first; ``kept`` where a page was read."""
    return {
        "opening": opening(value.opening),
        "ask_for": value.ask_for,
        "kept": None
        if kept is None
        else {"new": len(kept.new), "known": len(kept.known), "doubts": list(kept.doubts)},
        "candidates": [
            {
                "person": person(one.person),
                "reasons": list(one.reasons),
                "routes": [route(way) for way in one.routes],
                "evidence": [
                    {
                        "about": e.about,
                        "source": e.source,
                        "detail": e.detail or None,
                        "found_at": moment(e.found_at),
                    }
                    for e in one.evidence
                ],
                "aside": one.aside,
                "is_manager": one.is_manager,
            }
            for one in value.suggestions
        ],
    }
