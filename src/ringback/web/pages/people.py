"""People and employers: who they are, where it is from, what may not be done, and doubles."""

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import path
from django.views.decorators.http import require_POST, require_safe

from ringback.book.journal import Touch
from ringback.book.parties import Employer, Merge, Person, Route
from ringback.book.suppress import struck_uids
from ringback.core.record_number import record_number
from ringback.core.touches import Bar, Kind
from ringback.desk.course import bar
from ringback.desk.desk import Desk
from ringback.desk.merging import (
    merge_employers,
    merge_people,
    part,
    preview_employers,
    preview_people,
)
from ringback.desk.origins import origins
from ringback.desk.parties import Source, add_route
from ringback.desk.people import (
    beside,
    employers_beside,
    employers_with,
    merges_of,
    openings_at,
    people,
)
from ringback.desk.refusal import Code, Refusal
from ringback.desk.ties import connections_at
from ringback.web.desks import desk_of
from ringback.web.pages.acts import done
from ringback.web.pages.opening_acts import person_of

LATEST = 30


@require_safe
def people_page(request: HttpRequest) -> HttpResponseBase:
    """Everybody known, and the employers with something open."""
    desk = desk_of(request)
    words = request.GET.get("q", "").strip()[:200]
    only = request.GET.get("only", "")
    page = request.GET.get("page", "1")
    shown = people(
        desk, words, connections=only == "connections", never=only == "never",
        page=int(page) if page.isascii() and page.isdigit() and len(page) < 7 else 1,
    )  # fmt: skip
    context = {
        "part": "/people/", "words": words, "only": only, "people": shown,
        "employers": employers_with(desk, words, 12) if not only and shown.page == 1 else [],
    }  # fmt: skip
    return render(request, "ringback/people.html", context)


@require_safe
def person_page(request: HttpRequest, number: int) -> HttpResponseBase:
    """Somebody: the ways to reach them, where each fact is from, what there was between you."""
    desk = desk_of(request)
    person = _person(desk, number)
    touches = Touch.objects.filter(search=desk.search, person=person)
    touches = touches.exclude(kind=Kind.STRUCK.value)
    context = {
        "part": "/people/",
        "person": person,
        "routes": Route.objects.filter(search=desk.search, person=person).order_by("pk"),
        "origins": origins(desk, person),
        "touches": touches.select_related("person", "other", "opening__employer").order_by("-at")[
            :LATEST
        ],
        "struck": struck_uids(desk.search),
        "openings": openings_at(desk, person.employer_id) if person.employer_id else [],
        "beside": beside(desk, person),
        "merges": merges_of(desk, "person", person.pk),
    }
    return render(request, "ringback/person.html", context)


@require_safe
def employer_page(request: HttpRequest, number: int) -> HttpResponseBase:
    """An employer: its openings, its people, its switchboard, and whom the seeker knows there."""
    desk = desk_of(request)
    employer = _employer(desk, number)
    mine = Person.objects.filter(
        search=desk.search, employer=employer, merged_into__isnull=True, withdrawn_at__isnull=True
    )
    context = {
        "part": "/people/",
        "employer": employer,
        "openings": openings_at(desk, employer.pk),
        "people": mine.prefetch_related("route_set").order_by("name"),
        "switchboard": Route.objects.filter(
            search=desk.search, employer=employer, person__isnull=True
        ),
        "door": connections_at(desk, employer),
        "beside": employers_beside(desk, employer),
        "merges": merges_of(desk, "employer", employer.pk),
    }
    return render(request, "ringback/employer.html", context)


@require_POST
def person_route(request: HttpRequest, number: int) -> HttpResponseBase:
    """Keep a number or an address of somebody."""
    desk = desk_of(request)
    person = _person(desk, number)
    if person.employer is None:
        raise Refusal(Code.BAD_VALUE, "They have no employer in this search to be reached at.")
    add_route(
        desk, request.POST.get("value", ""), employer=person.employer, person=person,
        source=_source(request),
    )  # fmt: skip
    return redirect(f"/people/{person.pk}/")


@require_POST
def employer_route(request: HttpRequest, number: int) -> HttpResponseBase:
    """Keep a number of an employer's house."""
    desk = desk_of(request)
    employer = _employer(desk, number)
    add_route(desk, request.POST.get("value", ""), employer=employer, source=_source(request))
    return redirect(f"/employers/{employer.pk}/")


@require_POST
def never(request: HttpRequest, number: int) -> HttpResponseBase:
    """Never contact somebody again; kept with an opening at their employer."""
    desk = desk_of(request)
    person = _person(desk, number)
    openings = openings_at(desk, person.employer_id) if person.employer_id else []
    if not openings:
        raise Refusal(
            Code.NOT_FOUND, f"There is no opening at {person.name}'s employer to keep that with.",
            "Add one for their employer first.",
        )  # fmt: skip
    note = request.POST.get("note", "").strip()
    logged = bar(desk, openings[0], Bar.DO_NOT_CONTACT, person=person, note=note)
    return done(f"/people/{person.pk}/", logged)


@require_safe
def merge_person_preview(request: HttpRequest, number: int) -> HttpResponseBase:
    """What would come together, before anything does."""
    desk = desk_of(request)
    kept = _person(desk, number)
    gone = person_of(desk, request.GET.get("gone", ""))
    if gone is None:
        raise Refusal(Code.BAD_VALUE, "Who is the same? Choose one.")
    context = {
        "part": "/people/", "preview": preview_people(kept, gone), "gone": gone.pk,
        "back": f"/people/{kept.pk}/",
    }  # fmt: skip
    return render(request, "ringback/merge.html", context)


@require_POST
def merge_person(request: HttpRequest, number: int) -> HttpResponseBase:
    """Make one record of two people; it can be parted again."""
    desk = desk_of(request)
    kept = _person(desk, number)
    gone = person_of(desk, request.POST.get("gone", ""))
    if gone is None:
        raise Refusal(Code.BAD_VALUE, "Who is the same? Choose one.")
    merge_people(desk, kept, gone)
    return redirect(f"/people/{number}/")


@require_safe
def merge_employer_preview(request: HttpRequest, number: int) -> HttpResponseBase:
    """What would come together, before anything does."""
    desk = desk_of(request)
    kept = _employer(desk, number)
    gone = _employer(desk, record_number(request.GET.get("gone", "")))
    context = {
        "part": "/people/", "preview": preview_employers(kept, gone), "gone": gone.pk,
        "back": f"/employers/{kept.pk}/",
    }  # fmt: skip
    return render(request, "ringback/merge.html", context)


@require_POST
def merge_employer(request: HttpRequest, number: int) -> HttpResponseBase:
    """Make one record of two employers; it can be parted again."""
    desk = desk_of(request)
    gone = _employer(desk, record_number(request.POST.get("gone", "")))
    merge_employers(desk, _employer(desk, number), gone)
    return redirect(f"/employers/{number}/")


@require_POST
def unmerge(request: HttpRequest, number: int) -> HttpResponseBase:
    """Part two records that were merged."""
    desk = desk_of(request)
    merge = Merge.objects.filter(search=desk.search, pk=number, undone_at__isnull=True).first()
    if merge is None:
        raise Refusal(Code.NOT_FOUND, "That merge is not there any more.")
    part(desk, merge)
    where = "people" if merge.kind == "person" else "employers"
    return redirect(f"/{where}/{merge.kept}/")


def _person(desk: Desk, number: int) -> Person:
    found = person_of(desk, str(number))
    if found is None:
        raise Refusal(Code.NOT_FOUND, "That person is not in this search.")
    return found


def _employer(desk: Desk, number: int) -> Employer:
    found = Employer.objects.filter(search=desk.search, pk=number).first()
    if found is None:
        raise Refusal(Code.NOT_FOUND, "That employer is not in this search.")
    return found


def _source(request: HttpRequest) -> Source:
    said = request.POST.get("source", "").strip()
    return Source(source=said[:60]) if said else Source()


urls = [
    path("people/", people_page),
    path("people/<int:number>/", person_page),
    path("people/<int:number>/route/", person_route),
    path("people/<int:number>/never/", never),
    path("people/<int:number>/merge/", merge_person_preview),
    path("people/<int:number>/merge/now/", merge_person),
    path("employers/<int:number>/", employer_page),
    path("employers/<int:number>/route/", employer_route),
    path("employers/<int:number>/merge/", merge_employer_preview),
    path("employers/<int:number>/merge/now/", merge_employer),
    path("merges/<int:number>/part/", unmerge),
]
