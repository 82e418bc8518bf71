"""The course of an opening: name its manager, pause, skip, close, reopen, bar, undo."""

from datetime import date, datetime
from uuid import UUID

from ringback.book.journal import Touch
from ringback.book.openings import Opening
from ringback.book.parties import Employer, Person
from ringback.book.replan import replan, standing
from ringback.book.suppress import alike, refresh, says_never, struck_uids
from ringback.core.steps import StepKind
from ringback.core.touches import Bar, Kind, Reason, Stage
from ringback.desk.desk import Desk
from ringback.desk.ended import must_be_open, named, strikes_of_adding
from ringback.desk.never import employers_of, never
from ringback.desk.parties import YOUR_WORD, Source, person_at, put_route
from ringback.desk.record import Logged, record, touch
from ringback.desk.refusal import Code, Refusal
from ringback.desk.sending import current_step
from ringback.desk.verb import reading, verb

# Steps that only doing, pausing or closing can settle: skipping them would lose the thread.
_NOT_SKIPPED = {
    StepKind.INTERVIEW.value: "Say how it went, or book another time.",
    StepKind.DECIDE.value: "Accept or decline it.",
}


@verb
def name_manager(
    desk: Desk,
    opening: Opening,
    name: str,
    *,
    title: str = "",
    routes: tuple[str, ...] = (),
    spoken: str = "",
    source: Source = YOUR_WORD,
    at: datetime | None = None,
) -> Logged:
    """Name the one who hires for an opening, with evidence and the ways to reach them.

    Raises Refusal (do not contact) for somebody who asked not to be contacted.
    """
    person = person_at(desk, opening.employer, name, title=title, source=source)
    for text in routes:
        put_route(desk, text, employer=opening.employer, person=person, source=source)
    if spoken:
        person.spoken = spoken
        person.save(update_fields=["spoken"])
    person.refresh_from_db()
    if person.do_not_contact:
        raise Refusal(
            Code.DO_NOT_CONTACT, f"{person.name} asked not to be contacted.",
            "That holds for ever and for every record of them: name somebody else.",
        )  # fmt: skip
    return record(desk, [touch(desk, opening, Kind.NAMED, at=at, person=person)])


@verb
def promise(desk: Desk, opening: Opening, day: date) -> Logged:
    """Record the day on which the letter says that the call will come."""
    return record(desk, [touch(desk, opening, Kind.PROMISED, day=day)])


@verb
def pause(desk: Desk, opening: Opening, until: date, note: str = "") -> Logged:
    """Let an opening rest through a day; its step comes after it. Raises Refusal (bad value)."""
    if until < desk.today:
        raise Refusal(Code.BAD_VALUE, f"{until} has passed already.", "Give a day to come.")
    must_be_open(opening)
    return record(desk, [touch(desk, opening, Kind.PAUSED, day=until, note=note)])


@verb
def resume(desk: Desk, opening: Opening) -> Logged:
    """End a pause early. Raises Refusal (nothing) where there is none."""
    if standing(desk.search, opening).now.paused_until is None:
        raise Refusal(Code.NOTHING, f"“{named(opening)}” is not paused.")
    return record(desk, [touch(desk, opening, Kind.RESUMED)])


@verb
def skip(desk: Desk, opening: Opening, why: str) -> Logged:
    """Pass over the step that is due, for a reason that is kept; the one after it follows.

    Raises Refusal (bad value) without a reason, (gate) for a step that cannot be passed over.
    """
    if not why.strip():
        raise Refusal(Code.BAD_VALUE, "A step is only passed over for a reason: say which.")
    must_be_open(opening)
    step = current_step(opening)
    if step is None:
        raise Refusal(Code.NOTHING, f"“{named(opening)}” has no step to pass over.")
    if step.kind in _NOT_SKIPPED:
        raise Refusal(Code.GATE, f"“{step.kind}” cannot be passed over.", _NOT_SKIPPED[step.kind])
    now = standing(desk.search, opening).now
    before_sending = step.kind in (
        StepKind.FIND_MANAGER.value, StepKind.SEND.value, StepKind.FIND_ROUTE.value,
    )  # fmt: skip
    if before_sending and now.letter is None:
        raise Refusal(
            Code.GATE,
            f"Without “{step.kind}” nothing would ever be sent to {opening.employer.name}.",
            "Pause the opening, or close it.",
        )  # fmt: skip
    one = touch(
        desk, opening, Kind.SKIPPED, person=step.person, skipped=step.kind, note=why.strip()
    )
    return record(desk, [one])


@verb
def close(desk: Desk, opening: Opening, reason: Reason, note: str = "") -> Logged:
    """Close an opening for a reason; it can be reopened. Raises Refusal (closed)."""
    must_be_open(opening)
    return record(desk, [touch(desk, opening, Kind.CLOSED, reason=reason, note=note)])


@verb
def reopen(desk: Desk, opening: Opening, note: str = "") -> Logged:
    """Open a closed or resting opening again; it starts with what is on file.

    One whose adding was taken back is added again, as it was. Raises Refusal (nothing) where it is
    open and at work.
    """
    if opening.stage not in (Stage.CLOSED.value, Stage.DORMANT.value):
        raise Refusal(Code.NOTHING, f"“{named(opening)}” is open.")
    if strikes := strikes_of_adding(desk, opening):
        return strike(desk, strikes, note)
    return record(desk, [touch(desk, opening, Kind.REOPENED, note=note)])


@verb
def bar(
    desk: Desk, opening: Opening, what: Bar, *, person: Person | None = None, note: str = ""
) -> Logged:
    """Keep that they want no calls, or never to be contacted again (which holds everywhere)."""
    whom = person
    if whom is None and what is Bar.DO_NOT_CONTACT:
        now = standing(desk.search, opening).now
        id = now.target or now.manager
        whom = Person.objects.filter(pk=int(id)).first() if id else None
    one = touch(desk, opening, Kind.BARRED, person=whom, bar=what, note=note)
    if whom is not None and what is Bar.DO_NOT_CONTACT:
        never(desk, whom, one)
    return record(desk, [one])


@verb
def add_note(desk: Desk, opening: Opening, note: str) -> Logged:
    """Keep a remark with an opening; it changes nothing else."""
    if not note.strip():
        raise Refusal(Code.BAD_VALUE, "The note is empty.")
    return record(desk, [touch(desk, opening, Kind.NOTED, note=note.strip())])


@reading
def last_act(desk: Desk, opening: Opening | None = None) -> list[Touch]:
    """The touches that the last act added and that still count; empty where there are none.

    Raises Refusal (ask) where that was an import, which is taken back as a whole.
    """
    rows = Touch.objects.filter(search=desk.search).select_related(
        "opening__employer", "person", "other", "imported"
    )
    if opening is not None:
        rows = rows.filter(opening=opening)
    struck = struck_uids(desk.search)
    for row in rows.order_by("-pk").iterator(chunk_size=50):
        if row.kind == Kind.STRUCK.value or row.uid in struck:
            continue
        if opening is None and row.imported is not None:
            raise Refusal(
                Code.ASK, f"The last thing was the import of {row.imported.name}.",
                f"`ringback import --take-back {row.imported.pk}` takes back all of it; "
                "name an opening to undo its part alone.",
            )  # fmt: skip
        if row.together is None:
            return [row]
        act = Touch.objects.filter(search=desk.search, together=row.together)
        return list(act.select_related("opening__employer", "person", "other").order_by("pk"))
    return []


@reading
def last_undo(desk: Desk, opening: Opening | None = None) -> tuple[tuple[UUID, ...], list[Touch]]:
    """The strikes of the last undo and what they took back; empty once anything was added since."""
    rows = Touch.objects.filter(search=desk.search)
    if opening is not None:
        rows = rows.filter(opening=opening)
    struck = struck_uids(desk.search)
    strikes: list[Touch] = []
    for row in rows.order_by("-pk").iterator(chunk_size=50):
        if row.kind != Kind.STRUCK.value or row.strikes is None:
            break
        undone = Touch.objects.filter(search=desk.search, uid=row.strikes).first()
        if row.uid in struck or undone is None or undone.kind == Kind.STRUCK.value:
            continue
        strikes = [row]
        if row.together is not None:
            strikes = list(Touch.objects.filter(search=desk.search, together=row.together))
        break
    struck_by_it = list(filter(None, (one.strikes for one in strikes)))
    back = Touch.objects.filter(uid__in=struck_by_it)
    return (
        tuple(one.uid for one in strikes),
        list(back.select_related("opening__employer", "person", "other").order_by("pk")),
    )


@verb
def strike(desk: Desk, uids: tuple[UUID, ...], note: str = "") -> Logged:
    """Strike touches (undo): they stay in the journal and count no more.

    Raises Refusal (nothing) where they are struck already, (not found).
    """
    rows = list(
        Touch.objects.filter(search=desk.search, uid__in=uids).select_related("opening__employer")
    )
    if len(rows) != len(set(uids)):
        raise Refusal(Code.NOT_FOUND, "That touch is not in this search.")
    struck = struck_uids(desk.search)
    fresh = [row for row in rows if row.uid not in struck]
    if not fresh:
        raise Refusal(Code.NOTHING, "That was taken back already.")
    strikes = [touch(desk, row.opening, Kind.STRUCK, strikes=row.uid, note=note) for row in fresh]
    # Striking a strike brings a touch back, and with it whom it names and whom it bars.
    meant = [_first_struck(desk, row) for row in fresh]
    _bring_back_named([one for one in meant if one.uid in struck])
    logged = record(desk, strikes)
    barred = {row.person_id for row in meant if says_never(row)}
    for person in Person.objects.filter(pk__in=[pk for pk in barred if pk]):
        again_open = refresh(desk.search, alike(desk.search, person))
        replan(desk.search, employers_of(again_open))
    return logged


def _bring_back_named(touches: list[Touch]) -> None:
    """Have those on record again whom these name, though the import that brought them went."""
    named = {pk for one in touches for pk in (one.person_id, one.other_id) if pk}
    people = Person.objects.filter(pk__in=named)
    firms = {one.opening.employer_id for one in touches}
    firms.update(people.values_list("employer_id", flat=True))
    people.exclude(withdrawn_at=None).update(withdrawn_at=None)
    Employer.objects.filter(pk__in=firms).exclude(withdrawn_at=None).update(withdrawn_at=None)


def _first_struck(desk: Desk, row: Touch) -> Touch:
    """What a strike strikes in the end; the touch itself where it is no strike."""
    while row.kind == Kind.STRUCK.value and row.strikes is not None:
        struck = Touch.objects.filter(search=desk.search, uid=row.strikes).first()
        if struck is None:
            break
        row = struck
    return row
