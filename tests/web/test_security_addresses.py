"""For every address that there is: who is let in, what it takes to change something, and for whom.

The addresses come from the url patterns, so that none that is added later is left out.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.http import HttpResponseBase
from django.test import Client

from ringback.book.imports import ImportRow
from ringback.book.journal import Touch
from ringback.book.openings import Opening
from ringback.book.parties import Person, Search
from ringback.desk.desk import Desk
from ringback.desk.imports import import_file
from ringback.desk.merging import merge_people
from ringback.desk.openings import NewOpening, add
from ringback.desk.searches import start_search
from ringback.desk.sending import keep_document
from ringback.sources.source import ReadOptions
from tests.web.addresses import Address, addresses, book
from tests.web.at import NOW, TOKEN

# Answered before anybody was let in; each has a word of its own that opens it, or tells nothing.
OPEN_TO_ALL = {
    "start", "manifest.webmanifest", "sw.js", "offline/", "pair", "pair/in/", "extension/pair/",
    "extension/posting/", "extension/people/", "extension/leave/",
}  # fmt: skip
# Where no cookie counts, so that no other site can make use of one.
WITHOUT_COOKIE = {route for route in OPEN_TO_ALL if route.startswith("extension/")}
# A page with a form that is sent to itself; asking for it changes nothing.
BOTH_WAYS = {"openings/new/", "openings/posting/", "import/", "replay/"}
ALL = list(addresses())
METHODS = ("get", "post")
by_route = pytest.mark.parametrize("address", ALL, ids=[one.route for one in ALL])


def asked(client: Client, method: str, path: str, **data: object) -> HttpResponseBase:
    answer: HttpResponseBase = getattr(client, method)(path, data)
    return answer


@by_route
def test_an_address_is_open_only_where_it_is_named_here(
    stranger: Client, desk: Desk, address: Address
) -> None:
    stranger.cookies.load({"ringback_csrf": "a" * 32})
    for method in ("get", "post", "put", "delete", "head", "options"):
        status = asked(stranger, method, address.at()).status_code
        if address.route not in OPEN_TO_ALL:
            assert status == 401, method
    if address.route in OPEN_TO_ALL:
        assert "Ana Ruiz" not in asked(stranger, "get", address.at()).getvalue().decode()


def test_what_is_named_here_is_there() -> None:
    routes = {one.route for one in ALL}
    assert routes >= OPEN_TO_ALL | BOTH_WAYS


@by_route
def test_nothing_is_sent_without_the_token_of_a_form(
    stranger: Client, signed_in: Client, desk: Desk, address: Address
) -> None:
    stranger.cookies = signed_in.cookies
    before = book()
    status = asked(stranger, "post", address.at()).status_code
    assert status == 401 if address.route in WITHOUT_COOKIE - {"extension/pair/"} else status == 403
    assert book() == before


@by_route
def test_what_is_asked_for_changes_nothing_and_what_changes_cannot_be_asked_for(
    signed_in: Client, desk: Desk, address: Address
) -> None:
    opening = add(desk, NewOpening(employer="Acme Foods", manager="Dana Reyes")).opening
    before = book()
    seen = asked(signed_in, "get", address.at(opening.pk)).status_code
    assert seen < 500
    assert book() == before
    if seen == 405 or address.route in BOTH_WAYS | WITHOUT_COOKIE:
        return
    assert asked(signed_in, "post", address.at(opening.pk)).status_code == 405
    assert book() == before


@by_route
def test_nothing_private_is_kept_by_a_cache(
    signed_in: Client, desk: Desk, address: Address
) -> None:
    for method in ("get", "head", "options"):
        answer = asked(signed_in, method, address.at())
        assert answer["Cache-Control"] == "no-store", method
        assert answer["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("address", [one for one in ALL if one.numbers], ids=lambda one: one.route)
def test_a_number_that_nothing_has_leads_nowhere(
    signed_in: Client, desk: Desk, address: Address
) -> None:
    for number in (0, 2**31, 2**63 - 1, 2**63, 10**30, "9" * 4000, "9" * 5000):
        for method in METHODS:
            status = asked(signed_in, method, address.at(number)).status_code
            assert status in (404, 405), (method, str(number)[:20])


# --- searches never mix -------------------------------------------------------------------------

MARK = "Zebra"
KINDS: dict[str, str] = {
    "openings": "opening", "call": "opening", "people": "person", "employers": "employer",
    "files": "document", "merges": "merge", "import": "import", "import/refused": "row",
}  # fmt: skip
SHEET = (
    f"Company,Contact,Phone,Date Applied\n{MARK} Works,{MARK} Jones,+16145550111,2026-11-02\n"
    f"{MARK} Mills,{MARK} Brown,+16145550112,not a day of {MARK}\n"
)


@pytest.fixture
def other(desk: Desk, tmp_path: Path) -> dict[str, int]:
    """Another search in the same book, and the number of one record of each kind in it."""
    away = start_search("other", NOW)
    sheet = tmp_path / f"{MARK}.csv"
    sheet.write_text(SHEET)
    import_file(away, sheet, ReadOptions(read_on=NOW.date()))
    opening = Opening.objects.filter(search=away.search).latest("pk")
    first = add(away, NewOpening(employer=f"{MARK} Works", manager=f"{MARK} One")).opening
    second = add(away, NewOpening(employer=f"{MARK} Works", manager=f"{MARK} Two")).opening
    assert first.employer_id == second.employer_id
    kept, gone = Person.objects.filter(search=away.search, employer=first.employer)[:2]
    merge = merge_people(away, kept, gone)
    paper = tmp_path / f"{MARK}.txt"
    paper.write_text(f"{MARK} was here")
    document = keep_document(away, paper)
    row = ImportRow.objects.filter(of__search=away.search).latest("pk")
    person = Person.objects.filter(search=away.search, merged_into=None).latest("pk")
    return {
        "opening": opening.pk, "person": person.pk, "employer": opening.employer_id,
        "document": document.pk, "merge": merge.pk, "import": row.of_id, "row": row.pk,
    }  # fmt: skip


def kind_of(address: Address) -> str:
    before = address.route.partition("/<int:")[0]
    return KINDS[before]


@pytest.mark.parametrize("address", [one for one in ALL if one.numbers], ids=lambda one: one.route)
def test_a_number_of_another_search_leads_nowhere(
    signed_in: Client, desk: Desk, other: dict[str, int], address: Address
) -> None:
    number = other[kind_of(address)]
    before = book()
    fields = {
        "note": "from elsewhere", "gone": str(number), "person": str(number), "value": "555-0199",
        "name": "Somebody", "outcome": "busy", "reason": "no longer wanted",
    }  # fmt: skip
    statuses = []
    for method in METHODS:
        answer = asked(signed_in, method, address.at(number), **fields)
        statuses.append(answer.status_code)
        assert MARK not in answer.getvalue().decode("utf-8", "replace")
    assert set(statuses) <= {404, 405}
    assert 404 in statuses
    assert book() == before


# Fields of forms that take the number of a record.
NUMBER_FIELDS = ("person", "to", "gone", "opening", "friend", "did", "number", "later")


@pytest.mark.parametrize(
    "address", [one for one in ALL if not one.route.startswith("demo/")], ids=lambda one: one.route
)
def test_no_field_reaches_into_another_search(
    signed_in: Client, desk: Desk, other: dict[str, int], address: Address, web_home: object
) -> None:
    own = add(desk, NewOpening(employer="Acme Foods", manager="Dana Reyes")).opening
    mine = {
        "opening": own.pk, "employer": own.employer_id,
        "person": Person.objects.get(search=desk.search).pk, "document": 0, "merge": 0,
        "import": 0, "row": 0,
    }  # fmt: skip
    number = mine[kind_of(address)] if address.numbers else 0
    before = theirs()
    for kind, strange in other.items():
        fields = {name: str(strange) for name in NUMBER_FIELDS}
        if kind == "opening":
            uid = Touch.objects.filter(opening_id=strange)[:1].get().uid
            fields["did"] = str(uid)
        for method in METHODS:
            answer = asked(
                signed_in, method, address.at(number), **fields, what="close", reason="withdrawn"
            )
            assert answer.status_code < 500
            assert MARK not in answer.getvalue().decode("utf-8", "replace")
    assert theirs() == before


def theirs() -> dict[str, list[dict[str, Any]]]:
    """What the other search holds."""
    away = Search.objects.get(name="other").pk
    return {
        name: [row for row in rows if row.get("search_id") == away] for name, rows in book().items()
    }


def test_a_search_for_words_finds_nothing_of_another(
    signed_in: Client, desk: Desk, other: dict[str, int]
) -> None:
    for path in ("/search/?q=Zebra", "/openings/?q=Zebra", "/people/?q=Zebra", "/proof/", "/gaps/",
                 "/numbers/", "/import/", "/import/all/", "/import/refused/", "/replay/",
                 "/", "/openings/board/"):  # fmt: skip
        shown = signed_in.get(path).content.decode()
        assert f"{MARK} " not in shown, path
    exported = b"".join(signed_in.post("/settings/data/export/"))
    assert MARK.encode() not in exported


# --- the way on -----------------------------------------------------------------------------------

ELSEWHERE = (
    "//evil.example", "///evil.example", "https://evil.example/", "/\\evil.example",
    "\\\\evil.example", "//\t/evil.example", "/\x0b/evil.example",
    "javascript:alert(1)", "http:///evil.example", "/\t/evil.example", "https:evil.example",
    "/%0d%0aLocation:%20//evil.example", "\r\n//evil.example", "evil.example",
)  # fmt: skip


@pytest.mark.parametrize("there", ELSEWHERE)
def test_no_way_on_leads_to_another_site(signed_in: Client, desk: Desk, there: str) -> None:
    add(desk, NewOpening(employer="Acme Foods"))
    answers = [
        signed_in.get("/start", {"token": TOKEN, "then": there}),
        signed_in.post("/undo/", {"then": there}),
        signed_in.post("/redo/", {"then": there}),
    ]
    for answer in answers:
        assert answer.status_code == 302
        location = answer["Location"]
        assert location.startswith("/")
        assert not location.startswith(("//", "/\\"))
        assert not set(location) & set("\r\n\t")
    lost = signed_in.get("/nowhere/", headers={"referer": f"http://127.0.0.1:8642/{there}"})
    assert 'href="//' not in lost.content.decode()
    assert 'href="javascript:' not in lost.content.decode()


# --- numbers and texts as no form of ours would send them ---------------------------------------

ODD = ("9" * 5000, "٣", "-1", "1e3", "0x10", "\0", "a\0b", "²", "9" * 19, "\u202e", "")


NAMES = (
    *NUMBER_FIELDS, "name", "note", "value", "at", "day", "moment", "outcome", "what", "uid",
    "page", "token", "code", "once", "pick", "calls", "from", "first", "last", "zone", "q",
    "address", "device", "section", "then", "resumes", "employer", "title", "only", "became",
    "busy-moment", "call-back-moment", "url", "source", "order", "read", "back", "form",
)  # fmt: skip


@pytest.mark.parametrize(
    "address", [one for one in ALL if not one.route.startswith("demo/")], ids=lambda one: one.route
)
def test_what_no_form_of_ours_sends_is_no_fault(
    signed_in: Client, desk: Desk, address: Address
) -> None:
    own = add(desk, NewOpening(employer="Acme Foods", manager="Dana Reyes")).opening
    signed_in.raise_request_exception = False
    for odd in ODD:
        for method in METHODS:
            answer = asked(signed_in, method, address.at(own.pk), **dict.fromkeys(NAMES, odd))
            assert answer.status_code < 500, (method, ascii(odd)[:20])
