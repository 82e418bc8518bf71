"""Who hires: the people known there, the likeliest first, with the reasons; and a page to read."""

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.http import urlencode
from django.views.decorators.http import require_POST, require_safe

from ringback.desk.back_door import agree_referral, ask_referral, refuse_referral
from ringback.desk.parties import Source
from ringback.desk.people import choose_manager
from ringback.desk.refusal import Code, Refusal
from ringback.desk.ties import connections_at, words_for
from ringback.desk.visiting import LARGEST, Visited, own_guest, page_at, saved_page, team_page_of
from ringback.desk.who import keep_people, who_hires
from ringback.doors.own_parts import page_language
from ringback.web.desks import desk_of, opening_of
from ringback.web.faults import beside
from ringback.web.pages.acts import done
from ringback.web.pages.opening_acts import person_of


@require_safe
def who_page(request: HttpRequest, number: int) -> HttpResponseBase:
    """The people known at the employer of an opening, in the order in which they may hire."""
    return _shown(request, number)


def _shown(request: HttpRequest, number: int, trouble: Refusal | None = None) -> HttpResponseBase:
    desk = desk_of(request)
    opening = opening_of(desk, number)
    door = connections_at(desk, opening)
    context = {
        "part": "/openings/",
        "opening": opening,
        "answer": who_hires(desk, opening, page_language()),
        "door": [(one, words_for(desk, door, one)) for one in door.people],
        "new": request.GET.get("new", ""),
        "known": request.GET.get("known", ""),
        "address": request.POST.get("address", opening.employer.domain)[:2000],
        "wrongs": {_wrong(request): beside(trouble)} if trouble else {},
    }
    return render(request, "ringback/who.html", context, status=422 if trouble else 200)


def _wrong(request: HttpRequest) -> str:
    """The field that was read and refused: the file where one was given or asked for."""
    is_file = "file" in request.FILES or request.POST.get("how") == "file"
    return "file" if is_file else "address"


@require_POST
def read_page(request: HttpRequest, number: int) -> HttpResponseBase:
    """Read the page that was named, or the file that was given, and keep whom it names."""
    desk = desk_of(request)
    opening = opening_of(desk, number)
    try:
        visited = _visited(request)
    except Refusal as refusal:
        return _shown(request, number, refusal)
    if not visited.page.people:
        why = "This page names nobody."
        if visited.page.built_by_script:
            why = "This page is built by a script, and names nobody until that has run."
        return _shown(request, number, Refusal(
            Code.NOT_FOUND, why, "Save the page in the browser (complete page) and give that file.",
        ))  # fmt: skip
    kept = keep_people(
        desk, opening.employer, visited.page.people, Source("team page", visited.url)
    )
    words = {"new": len(kept.new), "known": len(kept.known)}
    return redirect(f"/openings/{number}/who/?{urlencode(words)}")


def _visited(request: HttpRequest) -> Visited:
    upload = request.FILES.get("file")
    address = request.POST.get("address", "").strip()
    if upload is not None:
        if (upload.size or 0) > LARGEST:
            raise Refusal(
                Code.BAD_FILE, "That file is too large for a page.",
                "Save the page itself, without its pictures.",
            )  # fmt: skip
        return saved_page(upload.name or "page.html", upload.read(), address)
    if not address:
        raise Refusal(Code.BAD_VALUE, "Which page? Give its address, or a file.")
    if request.POST.get("how") == "site":
        return team_page_of(address, own_guest())
    return page_at(address, own_guest())


@require_POST
def choose(request: HttpRequest, number: int) -> HttpResponseBase:
    """The seeker says who hires: one of those who are known there."""
    desk = desk_of(request)
    opening = opening_of(desk, number)
    person = person_of(desk, request.POST.get("person", ""))
    if person is None:
        raise Refusal(Code.BAD_VALUE, "Who hires? Choose one.")
    logged = choose_manager(desk, opening, person)
    return done(f"/openings/{number}/", logged)


@require_POST
def friend(request: HttpRequest, number: int, what: str) -> HttpResponseBase:
    """A friend was asked for the opening, promised to help, or cannot."""
    desk = desk_of(request)
    opening = opening_of(desk, number)
    whom = request.POST.get("friend", "").strip()
    does = {"asked": ask_referral, "agreed": agree_referral, "refused": refuse_referral}[what]
    return done(f"/openings/{number}/", does(desk, opening, whom))


urls = [
    path("openings/<int:number>/who/", who_page),
    path("openings/<int:number>/who/read/", read_page),
    path("openings/<int:number>/who/choose/", choose),
    *(
        path(f"openings/<int:number>/friend/{what}/", friend, {"what": what})
        for what in ("asked", "agreed", "refused")
    ),
]
