"""A file on its way into the book: chosen, looked at, its columns named, then read in."""

from dataclasses import replace

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.views.decorators.http import require_POST, require_safe

from ringback.desk.desk import Desk
from ringback.desk.refusal import Code, Refusal
from ringback.doors import book
from ringback.settings import HOME
from ringback.sources.columns import Field
from ringback.sources.registry import sources
from ringback.sources.source import ReadOptions
from ringback.web import readings
from ringback.web.desks import NotBegun, desk_of
from ringback.web.faults import web_hint
from ringback.web.pages.imports import latest
from ringback.web.readings import Choice, Reading, State
from ringback.web.refusals import STATUS
from ringback.web.understood import shown
from ringback.web.uploads import keep_upload

BESIDE = "-"
_ORDERS = {"day": True, "month": False}
_BY_WORD = {field.value: field for field in Field}


def choose(request: HttpRequest) -> HttpResponseBase:
    """Choose a file, or see what was read in so far."""
    if request.method != "POST":
        return _choosing(request)
    try:
        upload = request.FILES.get("file")
        if upload is None or upload.name is None:
            raise Refusal(Code.BAD_VALUE, "Which file? Choose one first.")
        desk = _desk(request)
        one = readings.begin(keep_upload(HOME, upload.name, upload.chunks()), _options(desk))
    except Refusal as refusal:
        return _choosing(request, refusal)
    if one.state is State.REFUSED and one.trouble is not None:
        return _choosing(request, one.trouble)
    return redirect(f"/import/file/{one.id}/")


def _choosing(request: HttpRequest, trouble: Refusal | None = None) -> HttpResponse:
    desk = _desk(request)
    context = {
        "part": "/import/", "trouble": trouble, "hint": web_hint(trouble.hint) if trouble else "",
        "largest": settings.LARGEST_REQUEST, "back": request.GET.get("back", ""),
        "megabytes": settings.LARGEST_REQUEST // settings.MEGABYTE,
        **(latest(desk) if desk else {}),
    }  # fmt: skip
    return render(request, "ringback/importing.html", context, status=_status(trouble))


@require_safe
def waiting(request: HttpRequest, id: str) -> HttpResponseBase:
    """Where a file stands: how far it is, what it was understood as, or what came of it."""
    one = readings.find(id)
    if one.state.is_busy:
        context = {"part": "/import/", "one": one, "state": one.state.value}
        return render(request, "ringback/importing_progress.html", context)
    if one.state is State.REFUSED:
        return _choosing(request, one.trouble)
    if one.state is State.DONE:
        return _done(request, one)
    return _understood(request, one)


@require_safe
def status(request: HttpRequest, id: str) -> HttpResponseBase:
    """How far a file is, for the script of the page that waits for it."""
    one = readings.find(id)
    return JsonResponse({"busy": one.state.is_busy, "done": one.done, "rows": one.rows})


@require_POST
def look(request: HttpRequest, id: str) -> HttpResponseBase:
    """Look at the file once more, in the light of what was said of its columns and its source."""
    one = readings.find(id)
    choice = _chosen(request, one)
    if request.POST.get("what") == "forget":
        choice = Choice("", replace(choice.options, columns={}))
    readings.look_again(one, choice)
    return redirect(f"/import/file/{one.id}/")


@require_POST
def read(request: HttpRequest, id: str) -> HttpResponseBase:
    """Read the file into the book, unless something was said of it that was not shown yet."""
    one = readings.find(id)
    choice = _chosen(request, one)
    if choice != one.choice:
        readings.look_again(one, choice)
    else:
        readings.read(one)
    return redirect(f"/import/file/{one.id}/")


@require_POST
def stop(request: HttpRequest, id: str) -> HttpResponseBase:
    """Do not count any longer what a file would bring."""
    readings.stop(readings.find(id))
    return redirect(f"/import/file/{id}/")


@require_POST
def drop(request: HttpRequest, id: str) -> HttpResponseBase:
    """Leave the file, and remove what was kept of it."""
    readings.forget(readings.find(id))
    return redirect("/import/")


def _understood(request: HttpRequest, one: Reading) -> HttpResponse:
    trouble = one.trouble
    tables = [shown(table) for table in one.understood]
    context = {
        "part": "/import/", "one": one, "tables": tables, "trouble": trouble,
        "hint": "" if trouble is None or trouble.code is Code.ASK else web_hint(trouble.hint),
        "sources": [(known.key, known.label) for known in sources()],
        "is_archive": any(table.source == "archive" for table in one.understood),
        "order": one.choice.options.day_first, "said": bool(one.choice.options.columns),
        "is_ready": bool(one.rows) and one.names_somebody, "tried": one.tried,
        "lacks_names": bool(one.rows) and not one.names_somebody,
    }  # fmt: skip
    return render(request, "ringback/importing_file.html", context, status=_status(trouble))


def _done(request: HttpRequest, one: Reading) -> HttpResponseBase:
    if one.report is not None and one.report.import_id:
        return redirect(f"/import/{one.report.import_id}/?new=1")
    context = {"part": "/import/", "one": one, "report": one.report}
    return render(request, "ringback/importing_done.html", context)


def _chosen(request: HttpRequest, one: Reading) -> Choice:
    """What the form says of the file, on top of what was said before."""
    given, options = request.POST, one.choice.options
    order = _ORDERS.get(given.get("order", ""), options.day_first)
    key = given.get("source", one.choice.key)
    if key not in {known.key for known in sources()}:
        key = ""
    said = dict(options.columns)
    meant = {column.heading: column.meaning for table in one.understood for column in table.columns}
    for heading, word in zip(given.getlist("heading"), given.getlist("field"), strict=False):
        if word and heading in meant and word != (meant[heading] or BESIDE):
            said[heading] = _BY_WORD.get(word)
    return Choice(key, replace(options, day_first=order, columns=said))


def _options(desk: Desk | None) -> ReadOptions:
    if desk is None:
        return ReadOptions(read_on=book.now().astimezone().date())
    return ReadOptions(read_on=desk.today, seeker=desk.search.seeker_name)


def _desk(request: HttpRequest) -> Desk | None:
    try:
        return desk_of(request)
    except NotBegun:
        return None


def _status(trouble: Refusal | None) -> int:
    if trouble is None:
        return 200
    return STATUS.get(trouble.code, 422)


urls = [
    path("import/", choose),
    path("import/file/<slug:id>/", waiting),
    path("import/file/<slug:id>/status/", status),
    path("import/file/<slug:id>/look/", look),
    path("import/file/<slug:id>/read/", read),
    path("import/file/<slug:id>/stop/", stop),
    path("import/file/<slug:id>/drop/", drop),
]
