"""What can be done with an opening: one address for each of the desk's verbs, each a form's."""

import tempfile
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.urls import path
from django.views.decorators.http import require_POST

from ringback.book.openings import Opening
from ringback.book.parties import Person
from ringback.core.people import RouteKind
from ringback.core.record_number import record_number
from ringback.core.touches import Bar, Purpose, Reason, Reply, Via
from ringback.desk import answers, course
from ringback.desk.desk import Desk
from ringback.desk.parties import Source, add_route
from ringback.desk.record import Logged
from ringback.desk.refusal import Code, Refusal
from ringback.desk.sending import LARGEST_DOCUMENT, send
from ringback.doors.moments import read_day
from ringback.doors.own_time import own_reading
from ringback.web.desks import desk_of, opening_of
from ringback.web.moments import happened_told, moment_told, place_of_opening
from ringback.web.pages.acts import done

Act = Callable[[Desk, Opening, "Form"], Logged | None]


class Form:
    """What was sent with a form, without blanks around it."""

    def __init__(self, request: HttpRequest, desk: Desk) -> None:
        self.request = request
        self.desk = desk

    def __getitem__(self, name: str) -> str:
        return self.request.POST.get(name, "").strip()

    def day(self, name: str, *, past: bool = False) -> date | None:
        """A day, as the seeker writes days; None where nothing is said. Raises NotAMoment."""
        if not self[name]:
            return None
        return read_day(self[name], own_reading(self.desk.calendar, self.desk.now, past=past))

    @property
    def at(self) -> datetime | None:
        """When it happened, where it was not just now. Raises NotAMoment."""
        return self.moment("at")

    def moment(self, name: str) -> datetime | None:
        """When something happened, at noon where no hour is said; None where nothing is said.

        Raises NotAMoment.
        """
        return happened_told(self.desk, self[name])

    @property
    def source(self) -> Source:
        """Where the person has it from, as they say."""
        return Source(source=self["source"][:60]) if self["source"] else Source()


def person_of(desk: Desk, number: str) -> Person | None:
    """Somebody of this search by number; None for an empty one. Raises Refusal (not found)."""
    if not number:
        return None
    rows = Person.objects.filter(search=desk.search)
    found = rows.filter(pk=record_number(number)).first()
    if found is None:
        raise Refusal(Code.NOT_FOUND, "That person is not in this search.")
    return found


def _name(desk: Desk, opening: Opening, form: Form) -> Logged:
    if not form["name"]:
        raise Refusal(Code.BAD_VALUE, "A name is needed: who hires for it?")
    routes = tuple(one for one in (form["number"], form["mail"]) if one)
    return course.name_manager(
        desk, opening, form["name"], title=form["title"], routes=routes, spoken=form["spoken"],
        source=form.source,
    )  # fmt: skip


def _route(desk: Desk, opening: Opening, form: Form) -> None:
    if not form["value"]:
        raise Refusal(Code.BAD_VALUE, "A number or a mail address is needed.")
    kind = RouteKind(form["kind"]) if form["kind"] in set(RouteKind) else None
    add_route(
        desk, form["value"], employer=opening.employer, person=person_of(desk, form["person"]),
        kind=kind, source=form.source,
    )  # fmt: skip


def _send(desk: Desk, opening: Opening, form: Form) -> Logged:
    via = Via(form["via"]) if form["via"] in set(Via) else Via.MAIL
    with tempfile.TemporaryDirectory(prefix="ringback-sent-") as folder:
        files = _uploaded(form.request, Path(folder))
        return send(
            desk, opening, via=via, at=form.at, files=files, promise=form.day("promise"),
            anyway=form["anyway"], note=form["note"], to=person_of(desk, form["to"]),
        )  # fmt: skip


def _uploaded(request: HttpRequest, folder: Path) -> tuple[Path, ...]:
    """The files of a form, written under their own names into a folder of ours."""
    kept = []
    for number, upload in enumerate(request.FILES.getlist("files")):
        if (upload.size or 0) > LARGEST_DOCUMENT:
            raise Refusal(
                Code.BAD_FILE, f"“{upload.name}” is larger than 25 MB.",
                "Choose the file that you sent; a résumé is seldom above one.",
            )  # fmt: skip
        own = folder / str(number)
        own.mkdir()
        # Django leaves nothing of a path in a name; a file is never opened under another one.
        file = own / Path(upload.name or "file").name
        with file.open("wb") as opened:
            for part in upload.chunks():
                opened.write(part)
        kept.append(file)
    return tuple(kept)


def _mail(desk: Desk, opening: Opening, form: Form) -> Logged:
    purpose = Purpose(form["purpose"]) if form["purpose"] in set(Purpose) else None
    return answers.log_mail(desk, opening, purpose, at=form.at, note=form["note"])


def _reply(desk: Desk, opening: Opening, form: Form) -> Logged:
    if form["reply"] not in set(Reply):
        raise Refusal(Code.OUTCOME, "What does their answer say? Choose one.")
    return answers.log_reply(
        desk, opening, Reply(form["reply"]), at=form.at, day=form.day("day"),
        named_person=form["name"], note=form["note"],
    )  # fmt: skip


def _interview(desk: Desk, opening: Opening, form: Form) -> Logged:
    moment, _zone = moment_told(desk, form["moment"], place_of_opening(desk, opening.pk))
    return answers.book_interview(desk, opening, moment, note=form["note"])


def _held(desk: Desk, opening: Opening, form: Form) -> Logged:
    return answers.log_interview(
        desk, opening, at=form.at, promised=form.day("promised"), note=form["note"]
    )


def _offer(desk: Desk, opening: Opening, form: Form) -> Logged:
    return answers.log_offer(desk, opening, decide_by=form.day("day"), note=form["note"])


def _decide(desk: Desk, opening: Opening, form: Form) -> Logged:
    return answers.decide(desk, opening, accepted=form["answer"] == "accept", note=form["note"])


def _thank(desk: Desk, opening: Opening, form: Form) -> Logged:
    return answers.thank(desk, opening, note=form["note"])


def _pause(desk: Desk, opening: Opening, form: Form) -> Logged:
    until = form.day("until")
    if until is None:
        raise Refusal(Code.BAD_VALUE, "Until which day?", "Such as “in 2 weeks” or “7 Dec”.")
    return course.pause(desk, opening, until, form["note"])


def _bar(desk: Desk, opening: Opening, form: Form) -> Logged:
    what = Bar(form["what"]) if form["what"] in set(Bar) else Bar.NO_CALLS
    whom = person_of(desk, form["person"])
    return course.bar(desk, opening, what, person=whom, note=form["note"])


def _close(desk: Desk, opening: Opening, form: Form) -> Logged:
    if form["reason"] not in set(Reason):
        raise Refusal(Code.BAD_VALUE, "Why is it closed? Choose a reason.")
    return course.close(desk, opening, Reason(form["reason"]), form["note"])


ACTS: dict[str, Act] = {
    "name": _name,
    "route": _route,
    "send": _send,
    "mail": _mail,
    "reply": _reply,
    "interview": _interview,
    "held": _held,
    "offer": _offer,
    "decide": _decide,
    "thank": _thank,
    "pause": _pause,
    "resume": lambda desk, opening, _form: course.resume(desk, opening),
    "skip": lambda desk, opening, form: course.skip(desk, opening, form["why"]),
    "close": _close,
    "reopen": lambda desk, opening, form: course.reopen(desk, opening, form["note"]),
    "bar": _bar,
    "note": lambda desk, opening, form: course.add_note(desk, opening, form["note"]),
}


@require_POST
def act(request: HttpRequest, number: int, what: str) -> HttpResponseBase:
    """Do one thing with an opening, and go back to its page."""
    if what not in ACTS:
        raise Http404
    desk = desk_of(request)
    opening = opening_of(desk, number)
    logged = ACTS[what](desk, opening, Form(request, desk))
    address = f"/openings/{number}/"
    return done(address, logged) if logged is not None else redirect(address)


urls = [path("openings/<int:number>/<slug:what>/", act)]
