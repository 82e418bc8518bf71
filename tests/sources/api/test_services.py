"""Each service in its documented shapes: whom it names, how sure it is, what was used."""

import json
from dataclasses import replace

import pytest

from ringback.core.people import RouteKind
from ringback.sources.api.apollo import SERVICE as APOLLO
from ringback.sources.api.hunter import SERVICE as HUNTER
from ringback.sources.api.services import SERVICES
from ringback.sources.unreadable import Unreadable
from tests.servers import services as told_by
from tests.servers.hostile import Hostile
from tests.servers.services import DUNS, hunter_error, hunter_mail, hunter_page, told
from tests.sources.api.conftest import QUESTION, Ask, people, ways

SEARCH = "/v2/domain-search"
LISTED, SOME, ONE = (f"/api/v1/{path}" for path in (
    "mixed_people/api_search", "people/bulk_match", "people/match"))  # fmt: skip
COMPANY, CONTACTS = "/v1/search/criteria", "/v1/search/contact"
BLOCK = f"/v1/data/duns/{DUNS}"


def mails(count: int, start: int = 0) -> list[dict[str, object]]:
    return [hunter_mail("Kim", f"Novak{chr(97 + n)}", "Plant Manager") for n in range(start, count)]


# Hunter


def test_hunter_names_people_with_their_address_and_how_sure_it_is(
    server: Hostile, ask: Ask
) -> None:
    server.otherwise = hunter_page([hunter_mail("Kim", "Novak", "Maintenance Manager")], 1)
    answer = ask(HUNTER, QUESTION)
    [person] = people(answer)
    assert (person.name, person.title) == ("Kim Novak", "Maintenance Manager")
    assert (person.level, person.function) == ("senior", "operations")
    assert ways(person) == [(RouteKind.MAIL, "kim.novak@acme.example", "")]
    employer = answer.told[0].found.employer
    assert employer is not None
    assert (employer.name, employer.domain, employer.size) == ("Acme Foods", "acme.example", 125)
    assert answer.told[0].sureness == (
        "confidence 92 of 100, address valid on 2026-10-02, seen at https://acme.example/about/team"
    )
    assert (answer.used, answer.notes) == (1, [])
    assert "type=personal" in server.asked[0]
    assert "seniority=senior%2Cexecutive&limit=10&offset=0" in server.asked[0]


def test_an_address_that_hunter_found_dead_is_barred(server: Hostile, ask: Ask) -> None:
    dead = {"date": "2026-10-02", "status": "invalid"}
    unsure = {"date": "2026-10-02", "status": "accept_all"}
    server.otherwise = hunter_page(
        [hunter_mail("Kim", "Novak", "Boss", verification=dead),
         hunter_mail("Lee", "Quist", "Boss", verification=unsure)], 2
    )  # fmt: skip
    answer = ask(HUNTER, QUESTION)
    bars = [ways(person)[0][2] for person in people(answer)]
    assert bars == ["Hunter's verification: invalid", ""]
    assert "accept-all" in answer.told[1].sureness


def test_hunter_is_asked_page_by_page_up_to_the_credits_allowed(server: Hostile, ask: Ask) -> None:
    server.in_turn[SEARCH] = [
        hunter_page(mails(10), 25), hunter_page(mails(20, 10), 25), hunter_page(mails(25, 20), 25)
    ]  # fmt: skip
    answer = ask(HUNTER, replace(QUESTION, most=2))
    assert len(people(answer)) == 20
    assert answer.used == 2
    assert answer.notes == ["Hunter knows 25 in all; 20 were asked for."]
    assert [path.partition("offset=")[2] for path in server.asked] == ["0", "10"]


def test_hunter_is_asked_no_further_than_there_are_people(server: Hostile, ask: Ask) -> None:
    server.in_turn[SEARCH] = [hunter_page(mails(10), 13), hunter_page(mails(13, 10), 13)]
    answer = ask(HUNTER, replace(QUESTION, most=10))
    assert (len(people(answer)), answer.used, len(server.asked)) == (13, 2, 2)


def test_where_nobody_decides_hunter_is_asked_for_everybody(server: Hostile, ask: Ask) -> None:
    server.in_turn[SEARCH] = [hunter_page([], 0), hunter_page(mails(1), 1)]
    answer = ask(HUNTER, QUESTION)
    assert (len(people(answer)), answer.used) == (1, 1)
    assert "seniority" not in server.asked[1]


def test_where_hunter_knows_nobody_nothing_is_used(server: Hostile, ask: Ask) -> None:
    server.otherwise = hunter_page([], 0)
    answer = ask(HUNTER, replace(QUESTION, most=5))
    assert (answer.told, answer.used, len(server.asked)) == ([], 0, 2)


def test_a_later_page_that_does_not_come_loses_nothing(server: Hostile, ask: Ask) -> None:
    server.in_turn[SEARCH] = [
        hunter_page(mails(10), 25),
        hunter_error("400 Bad Request", "pagination_error", "The free plan has the first 10."),
    ]
    answer = ask(HUNTER, replace(QUESTION, most=3))
    assert len(people(answer)) == 10
    assert answer.used == 1
    assert "The free plan has the first 10" in answer.notes[-1]


def test_without_a_site_hunter_is_asked_by_name(server: Hostile, ask: Ask) -> None:
    server.otherwise = hunter_page(mails(1), 1)
    ask(HUNTER, replace(QUESTION, domain=""))
    assert "company=Acme%20Foods" in server.asked[0]


def test_hunter_looks_for_one_persons_address(server: Hostile, ask: Ask) -> None:
    found = {"first_name": "Dana", "last_name": "Reyes", "email": "dana@acme.example", "score": 88,
             "domain": "acme.example", "position": "Maintenance Manager", "company": "Acme Foods",
             "verification": {"date": None, "status": "accept_all"}, "sources": []}  # fmt: skip
    server.in_turn["/v2/email-finder"] = [told({"data": found, "meta": {}})]
    answer = ask(HUNTER, replace(QUESTION, person="Dana Reyes"))
    assert ways(people(answer)[0]) == [(RouteKind.MAIL, "dana@acme.example", "")]
    assert answer.told[0].sureness == "confidence 88 of 100, address accept-all"
    assert "full_name=Dana%20Reyes" in server.asked[0]


def test_an_address_that_hunter_does_not_find_costs_nothing(server: Hostile, ask: Ask) -> None:
    server.in_turn["/v2/email-finder"] = [told({"data": {"email": None}, "meta": {}})]
    answer = ask(HUNTER, replace(QUESTION, person="Dana Reyes"))
    assert (answer.told, answer.used) == ([], 0)
    assert "no address for Dana Reyes" in answer.notes[0]


@pytest.mark.parametrize(
    ("status", "code", "words"),
    [("403 Forbidden", "later", "too fast"), ("429 Too Many", "later", "no more searches"),
     ("451 Unavailable", "barred", "not to be found")],
)  # fmt: skip
def test_what_hunter_means_by_a_status_of_its_own(
    server: Hostile, ask: Ask, status: str, code: str, words: str
) -> None:
    server.otherwise = hunter_error(status, "made_up", "Made up.")
    with pytest.raises(Unreadable) as error:
        ask(HUNTER, QUESTION)
    assert error.value.code == code
    assert words in error.value.sentence


# Apollo


def test_apollo_lists_titles_for_nothing_and_names_the_best(server: Hostile, ask: Ask) -> None:
    server.in_turn[LISTED] = [
        told_by.apollo_listed("Chief Financial Officer", "Plant Manager", "Maintenance Manager")
    ]
    kim = told_by.apollo_person("Kim", "Novak", "Maintenance Manager")
    lee = told_by.apollo_person("Lee", "Quist", "Plant Manager")
    server.in_turn[SOME] = [told_by.apollo_matches(kim, None, lee, credits=2)]
    answer = ask(APOLLO, replace(QUESTION, most=2, order=lambda titles: [2, 1, 0]))
    assert json.loads(server.bodies[1])["details"] == [{"id": "p2"}, {"id": "p1"}]
    assert json.loads(server.bodies[1])["reveal_personal_emails"] is False
    assert "reveal_phone" not in server.asked[1] + server.bodies[1].decode()
    assert [person.name for person in people(answer)] == ["Kim Novak", "Lee Quist"]
    assert answer.used == 2
    assert "Apollo knows 3 who lead there; 2 were asked for." in answer.notes
    first = people(answer)[0]
    assert first.linkedin == "http://www.linkedin.com/in/made-up-novak"
    assert (first.city, first.region, first.level) == ("Cleveland", "Ohio", "manager")
    assert answer.told[0].sureness == "address verified, as of 2026-09-30"
    employer = answer.told[0].found.employer
    assert employer is not None
    assert (employer.domain, employer.size) == ("acme.example", 120)
    board = [(route.kind, route.value) for route in employer.routes]
    assert board == [(RouteKind.SWITCHBOARD, "+1 216-555-0100")]
    assert "q_organization_domains_list%5B%5D=acme.example" in server.asked[0]
    assert "person_seniorities%5B%5D=manager" in server.asked[0]


def test_apollo_is_asked_for_ten_at_once(server: Hostile, ask: Ask) -> None:
    server.in_turn[LISTED] = [told_by.apollo_listed(*["Plant Manager"] * 14)]
    some = [told_by.apollo_person("Kim", "Novak", "Plant Manager")]
    server.in_turn[SOME] = [
        told_by.apollo_matches(*some * 10, credits=10), told_by.apollo_matches(*some * 2, credits=2)
    ]  # fmt: skip
    answer = ask(APOLLO, replace(QUESTION, most=12))
    sent = [len(json.loads(body)["details"]) for body in server.bodies[1:]]
    assert (sent, answer.used) == ([10, 2], 12)


def test_nobody_worth_asking_for_costs_nothing(server: Hostile, ask: Ask) -> None:
    server.in_turn[LISTED] = [told_by.apollo_listed("HR Manager")]
    answer = ask(APOLLO, replace(QUESTION, most=3, order=lambda titles: []))
    assert (answer.told, answer.used, len(server.asked)) == ([], 0, 1)


def test_do_not_call_of_apollo_bars_their_numbers_and_not_their_mail(
    server: Hostile, ask: Ask
) -> None:
    numbers = [
        {"sanitized_number": "+12165550142", "type": "work_direct", "dnc_status": "on_dnc_list"},
        {"raw_number": "216-555-0143", "type": "mobile", "dnc_status": None},
    ]
    kim = told_by.apollo_person("Kim", "Novak", "Boss", phone_numbers=numbers)
    lee = told_by.apollo_person("Lee", "Quist", "Boss", do_not_call=True, phone_numbers=[
        {"sanitized_number": "+12165550144", "type": "work_direct", "dnc_status": "no_status"}
    ])  # fmt: skip
    ida = told_by.apollo_person("Ida", "Brown", "Boss", phone_numbers=[
        {"sanitized_number": "+12165550145", "type": "work_direct", "dnc_status": "no_status"}
    ])  # fmt: skip
    server.in_turn[LISTED] = [told_by.apollo_listed("Boss")]
    server.in_turn[SOME] = [told_by.apollo_matches(kim, lee, ida, credits=3)]
    one, two, three = people(ask(APOLLO, QUESTION))
    assert ways(one) == [
        (RouteKind.DIRECT, "+12165550142", "Do Not Call: on_dnc_list"),
        (RouteKind.MOBILE, "216-555-0143", "Do Not Call: on_dnc_list"),
        (RouteKind.MAIL, "kim.novak@acme.example", ""),
    ]
    assert ways(two)[0] == (RouteKind.DIRECT, "+12165550144", "Do Not Call")
    assert ways(three)[0] == (RouteKind.DIRECT, "+12165550145", "")


def test_a_locked_address_is_no_address(server: Hostile, ask: Ask) -> None:
    kim = told_by.apollo_person("Kim", "Novak", "Boss", email="email_not_unlocked@domain.com")
    server.in_turn[ONE] = [told({"person": kim})]
    answer = ask(APOLLO, replace(QUESTION, person="Kim Novak"))
    assert ways(people(answer)[0]) == []
    assert "name=Kim%20Novak&domain=acme.example" in server.asked[0]
    assert answer.used == 1


def test_apollo_may_know_nobody_of_that_name(server: Hostile, ask: Ask) -> None:
    server.in_turn[ONE] = [told({"person": None})]
    answer = ask(APOLLO, replace(QUESTION, person="Kim Novak"))
    assert (answer.told, answer.used) == ([], 0)


def test_apollo_needs_the_employers_site(server: Hostile, ask: Ask) -> None:
    with pytest.raises(Unreadable) as error:
        ask(APOLLO, replace(QUESTION, domain=""))
    assert "--as" in error.value.hint
    assert server.asked == []


# All of them


@pytest.mark.parametrize("name", SERVICES)
def test_what_is_planned_is_what_is_asked(server: Hostile, ask: Ask, name: str) -> None:
    service = SERVICES[name]
    told_by.serve_dnb(server)
    server.in_turn |= {
        SEARCH: [hunter_page(mails(10), 10)],
        LISTED: [told_by.apollo_listed("Boss")],
        SOME: [told_by.apollo_matches(told_by.apollo_person("A", "Bee", "Boss"), credits=1)],
    }
    question = replace(QUESTION, most=service.usual)
    planned = service.plan(server.address, question)
    answer = ask(service, question)
    asked = [f"{head.split()[0]} {server.address}{path.partition('?')[0]}"
             for head, path in zip(server.heads, server.asked, strict=True)]  # fmt: skip
    expected = [step.request.partition("?")[0].replace("…", DUNS) for step in planned]
    assert sorted(asked) == sorted(expected)
    assert answer.used <= sum(step.units for step in planned) <= service.usual


@pytest.mark.parametrize("name", SERVICES)
@pytest.mark.parametrize("body", [{}, {"data": None}, {"data": {"emails": [None, 3, {}]}},
                                  {"people": [{"id": {}}, 7]}, {"searchCandidates": "x"},
                                  {"access_token": ["x"]}, {"matches": {"a": 1}}])  # fmt: skip
def test_an_answer_of_another_shape_names_nobody(
    server: Hostile, ask: Ask, name: str, body: dict[str, object]
) -> None:
    server.otherwise = told(body)
    service = SERVICES[name]
    if name == "dnb":
        with pytest.raises(Unreadable, match="gave no token"):
            ask(service, QUESTION)
        server.in_turn["/v3/token"] = [told_by.TOKEN]
    assert people(ask(service, replace(QUESTION, most=service.largest))) == []
