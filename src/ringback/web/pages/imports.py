"""What was read in: each import with its rows, those that wait for mending, and the way back."""

from collections.abc import Set
from dataclasses import dataclass

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.http import urlencode
from django.views.decorators.http import require_POST, require_safe

from ringback.book.imports import Import, ImportRow
from ringback.book.openings import Opening
from ringback.book.parties import Person
from ringback.core.gate import Gap
from ringback.core.touches import Stage
from ringback.desk.desk import Desk
from ringback.desk.doubts import APART, SAME, answer, doubts
from ringback.desk.imports import mend, take_back
from ringback.desk.intake.questions import asked_by
from ringback.desk.refusal import Code, Refusal
from ringback.desk.sending import gates
from ringback.desk.trying import common_of, own_reason
from ringback.web.desks import desk_of
from ringback.web.entrance import own_path

AT_ONCE = 100
LATEST = 20
MOST_ASKED = 50
BECAME = ("created", "updated", "known", "refused")
ODD = "odd"


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a file: what became of it, and the opening or the people that came of it.

    ``reason`` is what is said of it alone.
    """

    row: ImportRow
    opening: Opening | None
    people: tuple[Person, ...]
    reason: str

    @property
    def cells(self) -> str:
        """What stood in a row that was refused."""
        return " · ".join(str(cell) for cell in self.row.cells if cell)


@dataclass(frozen=True, slots=True)
class Next:
    """What comes after an import: its openings, those that are open, and what these lack."""

    openings: int
    open: int
    nameless: int
    lacking: int


def latest(desk: Desk) -> dict[str, object]:
    """The newest imports, and how many rows wait for mending."""
    rows = Import.objects.filter(search=desk.search).order_by("-pk")
    return {
        "imports": rows[:LATEST], "count": rows.count(), "refused": _refused(desk).count(),
        "doubts": len(doubts(desk)),
    }  # fmt: skip


@require_safe
def all_imports(request: HttpRequest) -> HttpResponseBase:
    """Every import of the search, the newest first."""
    rows = Import.objects.filter(search=desk_of(request).search).order_by("-pk")
    page = Paginator(rows, AT_ONCE).get_page(request.GET.get("page"))
    return render(request, "ringback/imports.html", {"part": "/import/", "page": page})


@require_safe
def report(request: HttpRequest, number: int) -> HttpResponseBase:
    """What became of each row of an import, and what comes next."""
    desk = desk_of(request)
    of = _import(desk, number)
    rows = of.rows.order_by("pk")
    became = request.GET.get("became", "")
    told = rows.exclude(became="refused").exclude(reason="").values_list("pk", "where", "reason")
    common = common_of((where, reason) for _, where, reason in told.iterator())
    shared = {one.says for one in common}
    odd = [pk for pk, _, reason in told.iterator() if own_reason(reason, shared)]
    if became in BECAME:
        rows = rows.filter(became=became)
    wanted = odd if became == ODD else rows.values_list("pk", flat=True)
    page = Paginator(wanted, AT_ONCE).get_page(request.GET.get("page"))
    found = list(rows.filter(pk__in=list(page)))
    counts = [(name, getattr(of, name)) for name in BECAME]
    context = {
        "part": "/import/", "of": of, "page": page, "lines": _lines(desk, found, shared),
        "became": became, "counts": counts, "odd": len(odd), "common": common,
        "rows": of.created + of.updated + of.known + of.refused,
        "asked": [one for one in asked_by(of) if not one.answer][:MOST_ASKED],
        "then": f"/import/{of.pk}/",
        "next": _next(desk, of) if not of.taken_back_at else None,
        "is_new": request.GET.get("new") == "1",
        "at": urlencode({"became": became}) if became else "",
    }  # fmt: skip
    return render(request, "ringback/import.html", context)


@require_POST
def back(request: HttpRequest, number: int) -> HttpResponseBase:
    """Take an import back, all of it."""
    desk = desk_of(request)
    struck = take_back(desk, number)
    return redirect(f"/import/?{urlencode({'back': struck})}")


@require_safe
def doubts_page(request: HttpRequest) -> HttpResponseBase:
    """The pairs that may be one and wait for an answer."""
    page = Paginator(doubts(desk_of(request)), AT_ONCE).get_page(request.GET.get("page"))
    context = {"part": "/import/", "page": page, "asked": list(page), "then": "/import/doubts/"}
    return render(request, "ringback/import_doubts.html", context)


@require_POST
def settle(request: HttpRequest) -> HttpResponseBase:
    """Say of a pair whether it is one or two; each is asked once."""
    said = request.POST.get("answer", "")
    if said not in (SAME, APART):
        raise Refusal(Code.BAD_VALUE, "Is it the same? Say that they are one, or two.")
    answer(desk_of(request), request.POST.get("pair", ""), same=said == SAME)
    return redirect(own_path(request, request.POST.get("then", ""), "/import/doubts/"))


@require_safe
def refused_rows(request: HttpRequest) -> HttpResponseBase:
    """The rows that were refused and wait for mending, with what stood in them."""
    rows = _refused(desk_of(request)).select_related("of").order_by("pk")
    page = Paginator(rows, AT_ONCE).get_page(request.GET.get("page"))
    return render(request, "ringback/import_refused.html", {
        "part": "/import/", "page": page,
        "lines": [Line(row, None, (), row.reason) for row in page],
    })  # fmt: skip


@require_POST
def mended(request: HttpRequest, number: int) -> HttpResponseBase:
    """Say that a refused row was put in by hand, or is not wanted."""
    mend(desk_of(request), number)
    return redirect("/import/refused/")


def _import(desk: Desk, number: int) -> Import:
    of = Import.objects.filter(search=desk.search, pk=number).first()
    if of is None:
        raise Refusal(Code.NOT_FOUND, f"There is no import {number} in this search.")
    return of


def _refused(desk: Desk) -> QuerySet[ImportRow]:
    return ImportRow.objects.filter(
        of__search=desk.search, of__taken_back_at=None, became="refused", mended_at=None
    )


def _lines(desk: Desk, rows: list[ImportRow], shared: Set[str]) -> list[Line]:
    """The rows of a page with what they brought, in two questions."""
    numbers = {row.opening_id for row in rows if row.opening_id is not None}
    openings = {
        one.pk: one
        for one in Opening.objects.filter(search=desk.search, pk__in=numbers).select_related(
            "employer"
        )
    }
    made = {row.pk: row.before.get("made", {}).get("people", []) for row in rows}
    known = Person.objects.filter(
        search=desk.search, pk__in={pk for people in made.values() for pk in people}
    )
    people = {one.pk: one for one in known.select_related("employer")}
    return [
        Line(
            row, openings.get(row.opening_id or 0),
            tuple(people[pk] for pk in made[row.pk] if pk in people),
            own_reason(row.reason, shared),
        )
        for row in rows
    ]  # fmt: skip


def _next(desk: Desk, of: Import) -> Next:
    brought = of.rows.exclude(opening_id=None).values("opening_id")
    rows = Opening.objects.filter(search=desk.search, pk__in=brought)
    found = gates(desk, rows.exclude(stage=Stage.CLOSED.value).select_related("employer"))
    nameless = sum(any(gap.gap is Gap.NO_MANAGER for gap in one.missing) for one in found)
    return Next(rows.count(), len(found), nameless, sum(1 for one in found if not one.opens))


urls = [
    path("import/all/", all_imports),
    path("import/doubts/", doubts_page),
    path("import/doubts/settle/", settle),
    path("import/refused/", refused_rows),
    path("import/refused/<int:number>/mended/", mended),
    path("import/<int:number>/", report),
    path("import/<int:number>/take-back/", back),
]
