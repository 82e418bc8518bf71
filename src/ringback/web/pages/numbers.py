"""The numbers of a search, the simulator, and the proof for an office; all of it the desk's."""

from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import path
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ringback.core.numbers.rates import REASON, RULE, percent
from ringback.core.proof.forms import Form
from ringback.core.proof.proof import Proof
from ringback.core.proof.words import Labels
from ringback.core.simulator.comparison import Comparison
from ringback.core.simulator.inputs import CENTRAL, GROUNDS
from ringback.desk.charts import chart_csv
from ringback.desk.desk import Desk
from ringback.desk.numbers import numbers
from ringback.desk.proof import proof, proof_csv
from ringback.desk.refusal import Code, Refusal
from ringback.desk.simulate import simulate
from ringback.doors.charts import chart_said
from ringback.doors.days import NotAMoment
from ringback.doors.moments import read_day
from ringback.doors.own_time import own_reading
from ringback.web.desks import NotBegun, desk_of
from ringback.web.faults import field_at_fault

MOST_RESUMES = 500
# More than a season's contacts; what is beyond stands in the files alone.
MOST_LINES = 500
KINDS = {"csv": "text/csv; charset=utf-8", "svg": "image/svg+xml", "pdf": "application/pdf"}


@require_safe
def numbers_page(request: HttpRequest) -> HttpResponseBase:
    """What was done, what came of it, and how sure that is."""
    found = numbers(desk_of(request))
    context = {
        "part": "/numbers/", "numbers": found, "charts": found.charts, "rule": RULE,
        "reason": REASON,
    }  # fmt: skip
    return render(request, "ringback/numbers.html", context)


@require_safe
def chart_file(request: HttpRequest, key: str, ending: str) -> HttpResponseBase:
    """One chart as a table or as a picture."""
    charts = {chart.key: chart for chart in numbers(desk_of(request)).charts}
    if key not in charts or ending not in ("csv", "svg"):
        raise Refusal(Code.NOT_FOUND, "There is no such chart.")
    shown = chart_said(charts[key])
    content = chart_csv(shown) if ending == "csv" else shown.svg.encode()
    return _file(content, f"ringback-{key}.{ending}", ending)


@require_safe
def simulator(request: HttpRequest) -> HttpResponseBase:
    """So many résumés: wait or follow up, in three scenarios, the sceptic's always beside."""
    text = request.GET.get("resumes", "")
    own = request.GET.get("own", "1") != "0"
    resumes = int(text) if text.isascii() and text.isdigit() and len(text) < 5 else CENTRAL.resumes
    resumes = min(max(resumes, 1), MOST_RESUMES)
    try:
        desk: Desk | None = desk_of(request) if own else None
    except NotBegun:
        desk = None
    found = simulate(desk, resumes=resumes, own=own and desk is not None)
    context = {
        "part": "/numbers/", "found": found, "resumes": resumes, "own": own,
        "rows": _rows(found), "grounds": GROUNDS.values(), "most": MOST_RESUMES,
    }  # fmt: skip
    return render(request, "ringback/simulator.html", context)


def _rows(found: Comparison) -> list[tuple[str, list[str]]]:
    """The scenarios side by side, as text."""
    all_of = [one.outcome for one in found.scenarios]
    return [
        (_("interviews, waiting"), [f"{one.wait.mean:.1f}" for one in all_of]),
        (_("interviews, following up"), [f"{one.follow.mean:.1f}" for one in all_of]),
        (_("one or more, waiting"), [percent(one.wait.any_interview) for one in all_of]),
        (_("one or more, following up"), [percent(one.follow.any_interview) for one in all_of]),
        (_("an offer, waiting"), [percent(one.wait.offer) for one in all_of]),
        (_("an offer, following up"), [percent(one.follow.offer) for one in all_of]),
        (_("dials"), [f"{one.dials:.0f}" for one in all_of]),
        (_("conversations"), [f"{one.conversations:.0f}" for one in all_of]),
        (_("hours"), [f"{one.minutes / 60:.0f}" for one in all_of]),
    ]


@require_safe
def proof_page(request: HttpRequest) -> HttpResponseBase:
    """The contacts of a period as an office asks for them, to be looked at before it is printed."""
    desk = desk_of(request)
    trouble = None
    found = None
    try:
        found = _proof(request, desk)
    except (Refusal, NotAMoment) as error:
        trouble = error
    given = request.GET
    context = {
        "part": "/proof/", "proof": found, "trouble": trouble,
        "wrong": field_at_fault(_days_of(given), str(trouble)) if trouble else "",
        "first": given.get("first", ""), "last": given.get("last", ""),
        "form": found.form.value if found else given.get("form", ""),
        "labels": found.labels.value if found else given.get("labels", ""),
        "weekly": given.get("weekly") == "1", "forms": tuple(Form), "languages": tuple(Labels),
        "query": given.urlencode(),
        "lines": [found.cells(one) for one in found.contacts[:MOST_LINES]] if found else [],
        "beyond": max(0, len(found.contacts) - MOST_LINES) if found else 0,
    }  # fmt: skip
    return render(request, "ringback/proof.html", context, status=422 if trouble else 200)


def _days_of(given: Mapping[str, str]) -> dict[str, str]:
    return {name: given.get(name, "").strip() for name in ("first", "last")}


@require_safe
def proof_file(request: HttpRequest, ending: str) -> HttpResponseBase:
    """The proof as a PDF to print and sign, or as a table."""
    found = _proof(request, desk_of(request))
    name = f"{found.title} {found.first} {found.last}.{ending}"
    if ending == "csv":
        return _file(proof_csv(found), name, ending)
    # Loaded for a PDF alone: it takes longer than all the rest of the page.
    from ringback.desk.proof_pdf import proof_pdf

    return _file(proof_pdf(found, weekly=request.GET.get("weekly") == "1"), name, ending)


def _proof(request: HttpRequest, desk: Desk) -> Proof:
    how = own_reading(desk.calendar, desk.now, past=True)
    first, last = (request.GET.get(name, "").strip() for name in ("first", "last"))
    form, labels = request.GET.get("form", ""), request.GET.get("labels", "")
    default = Form.DE if desk.search.country in ("DE", "AT") else Form.US
    return proof(
        desk,
        read_day(first, how) if first else desk.today.replace(day=1),
        read_day(last, how) if last else desk.today,
        Form(form) if form in set(Form) else default,
        Labels(labels) if labels in set(Labels) else None,
    )


def _file(content: bytes, name: str, ending: str) -> HttpResponse:
    answer = HttpResponse(content, content_type=KINDS[ending])
    answer["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name)
    return answer


urls = [
    path("numbers/", numbers_page),
    path("numbers/simulator/", simulator),
    path("numbers/<slug:key>.<slug:ending>", chart_file),
    path("proof/", proof_page),
    path("proof/proof.pdf", proof_file, {"ending": "pdf"}),
    path("proof/proof.csv", proof_file, {"ending": "csv"}),
]
