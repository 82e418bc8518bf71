"""The openings: a table and a board, one more of them, a search over everything, a sent file."""

from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import path
from django.utils.http import content_disposition_header, urlencode
from django.views.decorators.http import require_POST, require_safe

from ringback.book.journal import Document
from ringback.core.people import OpeningKind, kind_by
from ringback.core.record_number import record_number
from ringback.core.steps import StepKind
from ringback.core.touches import Reason, Stage, Via
from ringback.desk.finding import find
from ringback.desk.openings import NewOpening, add
from ringback.desk.record import Logged
from ringback.desk.refusal import Code, Refusal
from ringback.desk.sent_files import document_text, shown_as
from ringback.desk.several import close_each, pause_each
from ringback.desk.table import Order, Wanted, table
from ringback.desk.today import item_of
from ringback.doors.days import NotAMoment
from ringback.doors.excerpt import excerpt
from ringback.doors.moments import read_day
from ringback.doors.own_time import own_reading
from ringback.web.desks import begun_desk_of, desk_of
from ringback.web.faults import all_faults, web_hint
from ringback.web.moments import happened_told
from ringback.web.pages.acts import done
from ringback.web.pages.opening import REASONS

ON_THE_BOARD = 30
PLAIN = "text/plain; charset=utf-8"
FIELDS = (
    "employer", "title", "manager", "number", "sent", "via", "place", "manager_title", "mail",
    "url", "closes_on", "reports_to", "salary", "no_calls", "posting", "note",
)  # fmt: skip


@require_safe
def openings(request: HttpRequest) -> HttpResponseBase:
    """One page of the table, as it was asked for."""
    desk = desk_of(request)
    wanted = _wanted(request)
    shown = table(desk, wanted)
    asked = {"q": wanted.words, "stage": wanted.stage, "step": wanted.step}
    asked |= {"order": wanted.order.value, "back": "1" if wanted.backwards else ""}
    context = {
        "part": "/openings/",
        "table": shown,
        "wanted": wanted,
        "orders": _orders(wanted, asked),
        "steps": tuple(StepKind),
        "stages": shown.by_stage,
        "open_count": sum(count for stage, count in shown.by_stage if stage != Stage.CLOSED.value),
        "earlier": _at(asked, shown.page - 1) if shown.page > 1 else "",
        "later": _at(asked, shown.page + 1) if shown.page < shown.pages else "",
        "reasons": REASONS,
        "here": request.get_full_path(),
    }
    return render(request, "ringback/openings.html", context)


def _wanted(request: HttpRequest) -> Wanted:
    given = request.GET
    order = given.get("order", "")
    page = given.get("page", "1")
    return Wanted(
        words=given.get("q", "").strip()[:200],
        stage=given.get("stage", "") if given.get("stage") in set(Stage) else "",
        step=given.get("step", "") if given.get("step") in set(StepKind) else "",
        order=Order(order) if order in set(Order) else Order.DUE,
        backwards=given.get("back") == "1",
        page=int(page) if page.isascii() and page.isdigit() and len(page) < 7 else 1,
    )


def _orders(wanted: Wanted, asked: dict[str, str]) -> dict[str, dict[str, str]]:
    """For each column: the address that sorts by it, and how it is sorted now."""
    found = {}
    for order in Order:
        is_this = wanted.order is order
        back = "1" if is_this and not wanted.backwards else ""
        sort = ("descending" if wanted.backwards else "ascending") if is_this else "none"
        address = _at({**asked, "order": order.value, "back": back}, 1)
        found[order.value] = {"address": address, "sort": sort}
    return found


def _at(asked: dict[str, str], page: int) -> str:
    words = {name: value for name, value in asked.items() if value}
    if page > 1:
        words["page"] = str(page)
    return f"/openings/?{urlencode(words)}"


@require_safe
def board(request: HttpRequest) -> HttpResponseBase:
    """The openings by stage, side by side; each column shows those that are due first."""
    desk = desk_of(request)
    columns = []
    for stage in Stage:
        shown = table(desk, Wanted(stage=stage.value), ON_THE_BOARD)
        columns.append({"stage": stage.value, "table": shown})
    return render(request, "ringback/board.html", {"part": "/openings/", "columns": columns})


@require_POST
def several(request: HttpRequest) -> HttpResponseBase:
    """Pause or close all openings that were chosen, in one act."""
    desk = desk_of(request)
    given = map(record_number, request.POST.getlist("opening"))
    numbers = [one for one in given if one]
    back = "/openings/"
    if request.POST.get("what") == "close":
        reason = request.POST.get("reason", "")
        if reason not in set(Reason):
            raise Refusal(Code.BAD_VALUE, "Why are they closed? Choose a reason.")
        return done(back, close_each(desk, numbers, Reason(reason)))
    until = request.POST.get("until", "").strip()
    if not until:
        raise Refusal(Code.BAD_VALUE, "Until which day?", "Such as “in 2 weeks” or “7 Dec”.")
    day = read_day(until, own_reading(desk.calendar, desk.now))
    return done(back, pause_each(desk, numbers, day))


def new(request: HttpRequest) -> HttpResponseBase:
    """Add an opening; only the employer is needed."""
    given = {name: request.POST.get(name, "").strip() for name in FIELDS}
    if request.method != "POST":
        given["url"] = request.GET.get("url", "")[:2000]
        given["title"] = request.GET.get("title", "")[:300]
        given["posting"] = request.GET.get("text", "")[:20_000]
        return by_hand(request, given, {"shared": given["url"] or given["posting"]})
    kind = request.POST.get("kind", "")
    try:
        logged = _added(request, given, kind)
    except (Refusal, NotAMoment) as trouble:
        wrongs = all_faults(given, trouble, lambda left: _added(request, left, kind), ("employer",))
        wrongs = {name: wrongs[name] for name in FIELDS if name in wrongs}
        told = {"kind": kind, "trouble": str(trouble), "hint": web_hint(trouble.hint),
                "wrongs": wrongs}  # fmt: skip
        return by_hand(request, given, told, status=422)
    return done(_after_adding(request, logged.opening.pk), logged)


def _after_adding(request: HttpRequest, number: int) -> str:
    """Straight to a call that is due, with its words, at whatever hour; else to the opening."""
    desk = desk_of(request)
    item = item_of(desk, number)
    is_due = item is not None and item.is_call and item.row.day <= desk.today
    return f"/call/{number}/" if is_due else f"/openings/{number}/"


def by_hand(
    request: HttpRequest, given: Mapping[str, str], more: Mapping[str, object], status: int = 200
) -> HttpResponse:
    """The form of a new opening with what is given already, and whatever ``more`` it says."""
    context = {"part": "/openings/", "given": given, "kinds": tuple(OpeningKind),
               "vias": tuple(Via), **more}  # fmt: skip
    return render(request, "ringback/opening_new.html", context, status=status)


def _added(request: HttpRequest, given: Mapping[str, str], kind: str) -> Logged:
    desk = begun_desk_of(request)
    if not given["employer"]:
        raise Refusal(Code.BAD_VALUE, "Which employer is it? Its name is all that is needed.")
    closes = given["closes_on"]
    return add(desk, NewOpening(
        employer=given["employer"], title=given["title"], url=given["url"],
        kind=OpeningKind(kind) if kind in set(OpeningKind)
        else kind_by(given["title"], given["url"] or given["posting"]),
        place_text=given["place"], salary=given["salary"], reports_to=given["reports_to"],
        closes_on=read_day(closes, own_reading(desk.calendar, desk.now)) if closes else None,
        no_calls=given["no_calls"], manager=given["manager"],
        manager_title=given["manager_title"], number=given["number"], mail=given["mail"],
        posting=given["posting"], note=given["note"],
        sent_at=happened_told(desk, given["sent"]),
        via=Via(given["via"]) if given["via"] in set(Via) else Via.MAIL,
    ))  # fmt: skip


@require_safe
def search(request: HttpRequest) -> HttpResponseBase:
    """Words anywhere in the search: names, titles, numbers, notes, documents."""
    desk = desk_of(request)
    words = request.GET.get("q", "").strip()[:200]
    hits = [
        {"hit": hit, "text": excerpt(hit.text, words)}
        for hit in (find(desk, words) if words else ())
    ]
    return render(request, "ringback/search.html", {"words": words, "hits": hits})


@require_safe
def sent_file(request: HttpRequest, number: int) -> HttpResponseBase:
    """A file as it was sent: shown where a browser can show it safely, else handed over."""
    desk = desk_of(request)
    document = Document.objects.filter(search=desk.search, pk=number).first()
    if document is None:
        raise Refusal(Code.NOT_FOUND, "That file is not in this search.")
    content = bytes(document.content)
    is_pdf = shown_as(document.name, content) == "pdf"
    is_plain = document.name.lower().endswith(".txt")
    kind = "application/pdf" if is_pdf else PLAIN if is_plain else "application/octet-stream"
    answer = HttpResponse(content, content_type=kind)
    is_inline = (is_pdf or is_plain) and "download" not in request.GET
    how = "inline" if is_inline else "attachment"
    answer["Content-Disposition"] = _disposition(how, document.name)
    # Whatever the file holds, it runs nothing and reaches nothing of ours.
    answer["Content-Security-Policy"] = "sandbox; default-src 'none'; frame-ancestors 'self'"
    if is_pdf:
        # The browser's own reader of PDF does not open within a sandbox.
        answer["Content-Security-Policy"] = "default-src 'none'; frame-ancestors 'self'"
    return answer


@require_safe
def file_text(request: HttpRequest, number: int) -> HttpResponseBase:
    """The text of a file that no browser shows, as a page of its own."""
    desk = desk_of(request)
    document = Document.objects.filter(search=desk.search, pk=number).first()
    if document is None:
        raise Refusal(Code.NOT_FOUND, "That file is not in this search.")
    try:
        context = {"name": document.name, "lines": document_text(document).split("\n")}
        return render(request, "ringback/file_text.html", context)
    except Refusal as refusal:
        # It stands in a frame: a page with the ways through the house would be too much there.
        shown = {"name": document.name, "trouble": refusal}
        return render(request, "ringback/file_text.html", shown, status=422)


def _disposition(how: str, name: str) -> str:
    """The header that names a file, with no way out of it."""
    return content_disposition_header(how == "attachment", name) or how


@require_safe
def more(request: HttpRequest) -> HttpResponseBase:
    """All the ways through the house, for the bar of a phone that has place for a few."""
    return render(request, "ringback/more.html", {"part": "/more/"})


urls = [
    path("openings/", openings),
    path("openings/board/", board),
    path("openings/new/", new),
    path("openings/several/", several),
    path("search/", search),
    path("files/<int:number>/", sent_file),
    path("files/<int:number>/text/", file_text),
    path("more/", more),
]
