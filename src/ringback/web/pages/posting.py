"""An opening from its posting: an address, a text or a saved page; read, looked over, kept."""

from collections.abc import Mapping
from dataclasses import replace

from django.core.signing import BadSignature, dumps, loads
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from ringback.core.posting import Posting, kept_text
from ringback.desk.desk import Desk
from ringback.desk.posting import Preview, keep_posting, known_posting, read_posting
from ringback.desk.refusal import Code, Refusal
from ringback.desk.visiting import LARGEST
from ringback.doors.days import NotAMoment
from ringback.doors.moments import read_day
from ringback.doors.own_time import own_reading
from ringback.sources.postings.in_json import as_json, from_json
from ringback.web.desks import begun_desk_of
from ringback.web.faults import all_faults
from ringback.web.pages.acts import done
from ringback.web.pages.openings import by_hand

# What the person may correct, and how long the book holds each.
LONGEST = {
    "employer": 300, "title": 300, "place": 200, "closes": 200, "reports_to": 200, "salary": 200,
    "no_calls": 200, "url": 2000,
}  # fmt: skip
# The longest names of houses have so many words; a posting has more, and several lines.
_WORDS_OF_A_NAME = 8
_SALT = "a posting that was read"


def ask(request: HttpRequest) -> HttpResponseBase:
    """Read a posting and show what it says; nothing is kept, and only what was given is fetched."""
    what = request.POST.get("what", request.GET.get("url", "")).strip()
    if request.method != "POST":
        return _asked(request, what)
    if not request.FILES and is_name(what):
        given = {"employer": " ".join(what.split())}
        return by_hand(request, given, {"no_posting": what}, status=422)
    try:
        read = _read(request, begun_desk_of(request), what)
    except Refusal as refusal:
        return _asked(request, what, refusal)
    return _shown(request, read, _first_words(read.posting))


def _read(request: HttpRequest, desk: Desk, what: str) -> Preview:
    picked = request.POST.get("pick", "").strip()
    pick = int(picked) if picked.isdecimal() and len(picked) < 4 else 0
    upload = request.FILES.get("file")
    if upload is not None:
        if (upload.size or 0) > LARGEST:
            raise Refusal(
                Code.BAD_FILE, _("That file is too large for a page."),
                _("Save the page itself, without its pictures."),
            )  # fmt: skip
        url = what if is_address(what) and "://" in what else ""
        return read_posting(desk, upload.read(), url=url, pick=pick)
    if not what:
        raise Refusal(Code.BAD_VALUE, _("Which posting? Give its address, its text, or a file."))
    if is_address(what):
        return read_posting(desk, what, pick=pick)
    return read_posting(desk, what.encode("utf-8", "replace"), pasted=True, pick=pick)


def is_address(text: str) -> bool:
    """Whether what was put into the field is an address, and not the text of a posting."""
    host, _, _ = text.partition("/")
    return len(text.split()) == 1 and ("://" in text or "." in host.strip("."))


def is_name(text: str) -> bool:
    """Whether it is one short line without an address: nobody's posting, rather an employer."""
    return 0 < len(text.split()) <= _WORDS_OF_A_NAME and "\n" not in text and not is_address(text)


def _asked(request: HttpRequest, what: str, trouble: Refusal | None = None) -> HttpResponse:
    context = {
        "part": "/openings/", "what": what, "trouble": trouble.sentence if trouble else "",
        "hint": hint_here(trouble) if trouble else "",
        "pick": trouble is not None and trouble.code is Code.AMBIGUOUS,
    }  # fmt: skip
    return render(request, "ringback/posting.html", context, status=422 if trouble else 200)


def hint_here(refusal: Refusal) -> str:
    """What to do about a posting that could not be read, for somebody who is in a browser."""
    if "ringback" not in refusal.hint and "--" not in refusal.hint:
        return refusal.hint
    if refusal.code is Code.AMBIGUOUS:
        return _("Say which one, or give its own address.")
    if refusal.code is Code.BAD_VALUE:
        return ""
    return _("Copy its text and paste it here, or give the page as your browser saved it.")


def _first_words(posting: Posting) -> dict[str, str]:
    """What was read, as it stands in the fields that the person may correct."""
    words = {name: str(getattr(posting, name)) for name in LONGEST}
    if posting.closes_on is not None:
        words["closes"] = posting.closes_on.isoformat()
    return words


def _shown(
    request: HttpRequest, read: Preview, given: dict[str, str],
    trouble: Refusal | NotAMoment | None = None,
) -> HttpResponse:  # fmt: skip
    posting = read.posting
    named = request.POST.getlist("person") if trouble else None
    people = [
        {"at": at, "is": one, "kept": named is None or str(at) in named}
        for at, one in enumerate(posting.people)
    ]
    desk = begun_desk_of(request)
    context = {
        "part": "/openings/", "posting": posting, "fetched": read.fetched, "given": given,
        "people": people, "text": kept_text(posting), "longest": LONGEST,
        "known": known_posting(desk, posting),
        "put_up_by": posting.put_up_by if posting.put_up_by not in _names(posting) else "",
        "read": dumps({"posting": as_json(posting), "fetched": read.fetched}, salt=_SALT,
                      compress=True),
        "note": request.POST.get("note", ""), "trouble": str(trouble) if trouble else "",
    }  # fmt: skip
    if trouble is not None:
        context["wrongs"] = all_faults(
            given, trouble, lambda left: _meant(desk, posting, left, request),
            ("employer", "title"),
        )  # fmt: skip
        context["hint"] = hint_here(trouble) if isinstance(trouble, Refusal) else trouble.hint
    return render(request, "ringback/posting_preview.html", context, status=422 if trouble else 200)


def _names(posting: Posting) -> set[str]:
    return {one.name for one in posting.people}


@require_POST
def keep(request: HttpRequest) -> HttpResponseBase:
    """Keep the posting as it was looked over; one that is known leads to its opening instead."""
    read = _carried(request.POST.get("read", ""))
    given = {
        name: " ".join(request.POST.get(name, "").split())[:most] for name, most in LONGEST.items()
    }
    desk = begun_desk_of(request)
    try:
        meant = _meant(desk, read.posting, given, request)
        kept = keep_posting(desk, meant, note=request.POST.get("note", "").strip())
    except (Refusal, NotAMoment) as trouble:
        return _shown(request, read, given, trouble)
    opening = kept.logged.opening
    if kept.known:
        context = {"part": "/openings/", "opening": opening}
        return render(request, "ringback/posting_known.html", context)
    return done(f"/openings/{opening.pk}/", kept.logged)


def _carried(signed: str) -> Preview:
    """What was read, from the form that showed it. Raises Refusal where that is not ours."""
    try:
        told = loads(signed, salt=_SALT)
    except BadSignature as error:
        raise Refusal(
            Code.BAD_VALUE, _("What was read of the posting is no longer valid."),
            _("Read it once more."),
        ) from error  # fmt: skip
    return Preview(from_json(told["posting"]), tuple(told["fetched"]))


def _meant(
    desk: Desk, posting: Posting, given: Mapping[str, str], request: HttpRequest
) -> Posting:  # fmt: skip
    before = _first_words(posting)
    if not given["employer"]:
        raise Refusal(Code.BAD_VALUE, _("Which employer is it?"))
    if not given["title"]:
        raise Refusal(Code.BAD_VALUE, _("What is the job called?"))
    if "://" not in given["url"] and given["url"]:
        raise Refusal(Code.BAD_VALUE, _("“{0}” is not an address of the web.").format(given["url"]))
    named = request.POST.getlist("person")
    people = tuple(one for at, one in enumerate(posting.people) if str(at) in named)
    put_up_by = posting.put_up_by if request.POST.get("put_up_by") or not _apart(posting) else ""
    meant = replace(
        posting, people=people, put_up_by=put_up_by, employer=given["employer"],
        title=given["title"], reports_to=given["reports_to"], salary=given["salary"],
        no_calls=given["no_calls"], url=given["url"],
    )  # fmt: skip
    if given["place"] != before["place"]:
        meant = replace(
            meant, place=given["place"], country="", region="", city="", remote=False
        )  # fmt: skip
    closes = given["closes"]
    if closes != before["closes"]:
        day = read_day(closes, own_reading(desk.calendar, desk.now)) if closes else None
        meant = replace(meant, closes=closes, closes_on=day)
    return meant


def _apart(posting: Posting) -> bool:
    return bool(posting.put_up_by) and posting.put_up_by not in _names(posting)


urls = [path("openings/posting/", ask), path("openings/posting/keep/", keep)]
