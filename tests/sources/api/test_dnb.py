"""D&B Direct+ in its documented shapes: contacts, principals, the switchboard, and the company."""

import base64
import json
from dataclasses import replace

import pytest

from ringback.core.found import FoundRoute
from ringback.core.people import RouteKind
from ringback.sources.api.dnb import SERVICE as DNB
from ringback.sources.unreadable import Unreadable
from tests.servers.hostile import Hostile
from tests.servers.services import (
    DNB_BLOCK,
    DNB_COMPANY,
    DNB_CONTACTS,
    DUNS,
    KEY,
    OTHER,
    dnb_block,
    dnb_companies,
    dnb_contact,
    dnb_contacts,
    serve_dnb,
    told,
)  # fmt: skip
from tests.sources.api.conftest import QUESTION, Ask, people, ways


def test_dnb_names_contacts_and_principals(server: Hostile, ask: Ask) -> None:
    serve_dnb(server)
    answer = ask(DNB, replace(QUESTION, most=3))
    assert [path.partition("?")[0] for path in server.asked] == [
        "/v3/token", DNB_COMPANY, DNB_BLOCK, DNB_CONTACTS
    ]  # fmt: skip
    kim, avis = people(answer)
    assert (kim.name, kim.title, kim.function) == ("Kim Novak", "Plant Manager", "B1R2")
    assert ways(kim) == [
        (RouteKind.DIRECT, "2165550142", ""), (RouteKind.MAIL, "kim.novak@acme.example", "")
    ]  # fmt: skip
    assert (avis.name, avis.title) == ("Avis Tarrow", "President")
    assert answer.told[0].sureness == (
        "confidence level 9, verified 2026-08-01, number 94 of 100, address 90 of 100"
    )
    employer = answer.told[0].found.employer
    assert employer is not None
    assert (employer.name, employer.duns) == ("Acme Foods, Inc.", DUNS)
    assert (employer.domain, employer.city) == ("acme.example", "Cleveland")
    assert [route.value for route in employer.routes] == ["+1 2165550100"]
    assert answer.used == 3


def test_the_secret_buys_a_token_and_goes_nowhere_else(server: Hostile, ask: Ask) -> None:
    serve_dnb(server)
    ask(DNB, replace(QUESTION, duns=DUNS, most=2))
    pair = base64.b64encode(f"{KEY}:{OTHER}".encode()).decode()
    assert f"authorization: basic {pair}".lower() in server.heads[0].lower()
    assert server.bodies[0] == b"grant_type=client_credentials"
    assert all("Bearer made-up-token" in head for head in server.heads[1:])
    assert not any(pair in head or KEY in head for head in server.heads[1:])


def test_a_number_that_is_the_switchboards_is_nobodys_own(server: Hostile, ask: Ask) -> None:
    serve_dnb(server)
    shared = dnb_contact("Kim", "Novak", "Boss", telephone=[
        {"telephoneNumber": "2165550100"}])  # fmt: skip
    server.in_turn[DNB_CONTACTS] = [dnb_contacts([shared], 1)]
    answer = ask(DNB, replace(QUESTION, duns=DUNS, most=2))
    assert RouteKind.DIRECT not in [kind for kind, _, _ in ways(people(answer)[0])]


@pytest.mark.parametrize(
    "company",
    [{"telephone": [{"telephoneNumber": "2165550100", "isdCode": "1", "isUnreachable": True}]},
     {"dunsControlStatus": {"isTelephoneDisconnected": True}}],
)  # fmt: skip
def test_a_switchboard_that_is_cut_off_is_barred(
    server: Hostile, ask: Ask, company: dict[str, object]
) -> None:
    serve_dnb(server)
    server.in_turn[DNB_BLOCK] = [dnb_block(**company)]
    employer = ask(DNB, replace(QUESTION, duns=DUNS, most=2)).told[0].found.employer
    assert employer is not None
    assert employer.routes == (
        FoundRoute(kind=RouteKind.SWITCHBOARD, value="+1 2165550100",
                   restriction="disconnected, D&B says"),
    )  # fmt: skip


def test_dnb_is_asked_page_by_page_up_to_the_requests_allowed(server: Hostile, ask: Ask) -> None:
    serve_dnb(server)
    page = [dnb_contact("Kim", f"Novak{chr(97 + n % 26)}", "Boss") for n in range(50)]
    server.in_turn[DNB_CONTACTS] = [dnb_contacts(page, 130)]
    answer = ask(DNB, replace(QUESTION, duns=DUNS, most=3))
    asked = [json.loads(body)["pageNumber"] for body in server.bodies if b"pageNumber" in body]
    assert (asked, answer.used) == ([1, 2], 3)
    assert answer.notes == ["D&B knows 130 contacts there; 100 were asked for."]


def test_a_contract_without_the_block_still_gives_contacts(server: Hostile, ask: Ask) -> None:
    serve_dnb(server)
    server.in_turn[DNB_BLOCK] = [
        told({"error": {"errorCode": "00006", "errorMessage": "Not entitled."}}, "403 Forbidden")
    ]
    answer = ask(DNB, replace(QUESTION, duns=DUNS, most=2))
    assert [person.name for person in people(answer)] == ["Kim Novak"]
    assert "Not entitled" in answer.notes[0]


def test_of_several_companies_the_seeker_chooses(server: Hostile, ask: Ask) -> None:
    serve_dnb(server)
    server.in_turn[DNB_COMPANY] = [dnb_companies(
        ("000000019", "Acme Foods, Inc.", "Cleveland"), ("000000027", "ACME FOODS LLC", "Boise"),
        ("000000035", "Other Foods", "Reno"),
    )]  # fmt: skip
    with pytest.raises(Unreadable) as error:
        ask(DNB, replace(QUESTION, domain="", most=3))
    assert error.value.code == "ambiguous"
    assert "000000027 ACME FOODS LLC, Boise" in error.value.sentence
    assert "Other Foods" not in error.value.sentence
    assert DNB_CONTACTS not in server.asked


def test_a_company_that_dnb_does_not_know_is_said(server: Hostile, ask: Ask) -> None:
    serve_dnb(server)
    server.in_turn[DNB_COMPANY] = [dnb_companies()]
    answer = ask(DNB, replace(QUESTION, most=3))
    assert (answer.told, answer.used) == ([], 1)
    assert answer.notes == ["D&B knows no company called Acme Foods."]


def test_dnb_is_asked_for_one_person_by_name(server: Hostile, ask: Ask) -> None:
    serve_dnb(server)
    answer = ask(DNB, replace(QUESTION, duns=DUNS, person="Kim Novak"))
    assert json.loads(server.bodies[-1])["fullName"] == "Kim Novak"
    assert (len(answer.told), answer.used) == (1, 1)


def test_no_token_no_question(server: Hostile, ask: Ask) -> None:
    error = {"error": "invalid_client", "error_description": f"Unknown key {KEY}. ErrorCode: 1"}
    server.in_turn["/v3/token"] = [told(error, "401 Unauthorized")]
    with pytest.raises(Unreadable) as raised:
        ask(DNB, QUESTION)
    assert raised.value.code == "key"
    assert "Unknown key [hidden]" in raised.value.sentence
    assert len(server.asked) == 1
