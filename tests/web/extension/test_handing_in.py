"""What the extension hands in: kept once, bounded, and never trusted."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from django.test import Client

from tests.sources.postings.made_up import job_posting, page_with
from tests.web.at import HOST
from tests.web.extension.at import ORIGIN, PAGE, PATHS, POSTING, TEAM, Send, openings

if TYPE_CHECKING:
    from ringback.desk.desk import Desk


def test_a_posting_is_kept_once(send: Send, token: str) -> None:
    from ringback.book.openings import Opening

    told = {"url": f"{PAGE}#apply", "html": POSTING}
    first = json.loads(send("/extension/posting/", told, token).content)
    opening = Opening.objects.get()
    assert first["opening"] == opening.pk
    assert first["known"] is False
    assert (first["title"], first["employer"]) == ("Plant Scheduler", "Quarrystone Fittings")
    assert first["address"] == f"http://{HOST}/openings/{opening.pk}/"
    assert first["people"] == ["Dana Reyes"]
    assert first["no_calls"] == "No phone calls, please."
    assert first["next"]
    again = json.loads(send("/extension/posting/", told, token).content)
    assert (again["opening"], again["known"]) == (opening.pk, True)
    assert openings() == 1


def test_what_a_posting_lacks_is_asked_for_and_nothing_is_kept(send: Send, token: str) -> None:
    html = page_with(job_posting(hiringOrganization=None, description="Plan the week."))
    told = {"url": "https://jobs.example/7", "html": html}
    answer = send("/extension/posting/", told, token)
    assert answer.status_code == 422
    assert json.loads(answer.content)["needs"] == ["employer"]
    assert openings() == 0
    answer = send("/extension/posting/", {**told, "employer": " Quarrystone\n Fittings "}, token)
    assert json.loads(answer.content)["employer"] == "Quarrystone Fittings"


def test_people_are_shown_first_and_kept_for_the_opening_that_was_chosen(
    send: Send, token: str, desk: Desk
) -> None:
    from ringback.book.parties import Evidence, Person
    from ringback.desk.openings import NewOpening, add

    other = add(desk, NewOpening(employer="Scioto Cabinets", title="Joiner")).opening
    theirs = add(desk, NewOpening(employer="Quarrystone Fittings, Inc.", title="Planner")).opening
    newer = add(desk, NewOpening(employer="Acme Foods")).opening
    told = {"url": "https://www.quarrystone-fittings.example/team", "html": TEAM}
    offered = json.loads(send("/extension/people/", told, token).content)
    assert offered["people"] == [
        {"name": "Maria Gonzalez", "title": "Plant Manager"},
        {"name": "Kim Novák", "title": "Maintenance Manager"},
    ]
    assert [(one["opening"], one["fits"]) for one in offered["openings"]] == [
        (theirs.pk, True), (newer.pk, False), (other.pk, False),
    ]  # fmt: skip
    assert not Person.objects.exists()

    kept = json.loads(
        send("/extension/people/", {**told, "opening": str(theirs.pk)}, token).content
    )
    assert (kept["new"], kept["known"]) == (2, 0)
    assert kept["address"] == f"http://{HOST}/openings/{theirs.pk}/who/"
    assert set(Person.objects.values_list("employer_id", flat=True)) == {theirs.employer_id}
    assert set(Evidence.objects.filter(about="name").values_list("source", "detail")) == {
        ("team page", told["url"])
    }


def test_an_opening_of_another_search_takes_nobody(send: Send, token: str, desk: Desk) -> None:
    from ringback.book.parties import Person
    from ringback.desk.openings import NewOpening, add
    from ringback.desk.searches import start_search
    from tests.web.at import NOW

    foreign = add(start_search("another", NOW), NewOpening(employer="Acme Foods")).opening
    add(desk, NewOpening(employer="Quarrystone Fittings"))
    told = {"url": PAGE, "html": TEAM}
    offered = json.loads(send("/extension/people/", told, token).content)
    assert foreign.pk not in {one["opening"] for one in offered["openings"]}
    answer = send("/extension/people/", {**told, "opening": str(foreign.pk)}, token)
    assert answer.status_code == 404
    assert not Person.objects.exists()


def test_only_so_much_is_taken(stranger: Client, send: Send, token: str) -> None:
    from ringback.web.pages.extension import LARGEST

    answer = send("/extension/posting/", b"x" * (LARGEST + 1), token)
    assert answer.status_code == 413
    assert "too large" in json.loads(answer.content)["error"]
    headers = {"origin": ORIGIN, "authorization": f"Bearer {token}", "content-length": "-7"}
    answer = stranger.post("/extension/posting/", b"", content_type="x/y", headers=headers)
    assert answer.status_code == 422


@pytest.mark.parametrize(
    "told",
    [
        b"", b"[]", b"null", b'"x"', b"{", b"\xff\xfe", b"[" * 200_000, b'{"url": 1, "html": []}',
        b'{"url": "https://a.example/", "html": {"a": 1}}', {"url": PAGE, "html": "  \n "},
        {"url": "", "html": POSTING}, {"url": "file:///etc/passwd", "html": POSTING},
        {"url": "javascript:alert(1)", "html": POSTING}, {"url": "https://", "html": POSTING},
        {"url": "https://[", "html": POSTING}, {"url": "https://a.example/ b", "html": POSTING},
        {"url": "https://a.example/\u0000", "html": POSTING},
        {"url": "https://a.example/" + "a" * 2000, "html": POSTING},
    ],
    ids=str,
)  # fmt: skip
@pytest.mark.parametrize("path", PATHS[:2])
def test_what_is_no_page_is_refused_in_one_sentence(
    send: Send, token: str, path: str, told: object
) -> None:
    answer = send(path, told, token)
    assert answer.status_code == 422
    assert json.loads(answer.content)["error"].endswith(".")
    assert openings() == 0


@pytest.mark.parametrize(
    "html",
    [
        "<p>Closed today.",
        "<div>" * 100_000,
        "<!--" * 100_000,
        "\ud800<h1>\udfff</h1>",
        "<script>" + "a" * 1_000_000,
        "\u0000" * 1000 + "x",
        page_with(job_posting(title="", hiringOrganization="x", description="")),
    ],
    ids=["no posting", "deep", "comments", "half letters", "one script", "nothing", "no title"],
)
def test_a_page_made_to_harm_keeps_nothing(send: Send, token: str, html: str) -> None:
    told = {"url": PAGE, "html": html}
    for path in PATHS[:2]:
        answer = send(path, told, token)
        assert answer.status_code in (404, 409, 422)
        assert json.loads(answer.content)["error"]
    assert openings() == 0


def test_words_of_a_page_stay_words(send: Send, signed_in: Client, token: str) -> None:
    mean = "<img src=x onerror=alert(1)>"
    html = page_with(job_posting(hiringOrganization=None, description="Plan the week."))
    told = {"url": "https://a.example/1", "html": html, "employer": f"Acme {mean}"}
    answer = send("/extension/posting/", told, token)
    assert answer["Content-Type"] == "application/json"
    kept = json.loads(answer.content)
    assert kept["employer"] == f"Acme {mean}"
    page = signed_in.get(f"/openings/{kept['opening']}/").content.decode()
    assert "Acme &lt;img" in page
    assert "<img src=x" not in page
