"""Every platform's postings: by its address, by its answer, by its saved page; never by order."""

import json
from collections.abc import Callable, Iterator
from datetime import date
from itertools import permutations

import pytest

from ringback.core.posting import Posting
from ringback.sources.postings import registry
from ringback.sources.postings.asking import posting_at
from ringback.sources.postings.closing import DayHints
from ringback.sources.postings.given import Given
from ringback.sources.postings.platform import Platform
from ringback.sources.unreadable import Unreadable
from ringback.sources.web.guest import Guest, Limits
from ringback.sources.web.urls import Url
from tests.servers.hostile import Hostile, answer, running
from tests.sources.postings import made_up
from tests.sources.postings.made_up import JOB_ID, OTHER_ID, READ_ON, page_with, read, the_one

LAST = date(2026, 11, 30)
ANSWERS: dict[str, tuple[Callable[[], object], str]] = {
    "greenhouse": (made_up.greenhouse_job, ""),
    "lever": (made_up.lever_job, ""),
    "ashby": (lambda: {"apiVersion": "1", "jobs": [made_up.ashby_job()]}, ""),
    "workable": (made_up.workable_widget, "ABC123DEF0"),
    "smartrecruiters": (made_up.smartrecruiters_job, ""),
    "recruitee": (lambda: {"offer": made_up.recruitee_offer()}, ""),
    "teamtailor": (made_up.teamtailor_feed, ""),
}


@pytest.mark.parametrize("key", ANSWERS)
def test_an_answer_says_what_the_posting_says(key: str) -> None:
    value, meant = ANSWERS[key]
    posting = the_one(value(), key=meant)
    assert posting.title == "Plant Scheduler"
    assert posting.platform.casefold() == key
    assert posting.closes_on == LAST
    assert posting.reports_to == "VP of Operations"
    assert posting.no_calls == "No phone calls, please."
    assert [one.name for one in posting.people] == ["Dana Reyes"]
    assert posting.posted_on == date(2026, 10, 20)
    if key != "teamtailor":
        assert posting.department == "Operations"
        assert posting.place.startswith("Springfield")
    assert "<p>" not in posting.text
    assert "&lt;" not in posting.text


def test_a_personio_feed_holds_several_and_the_number_tells_which() -> None:
    feed = made_up.personio_feed()
    titles = [one.title for one in read(feed).postings]
    assert titles == ["Einkäufer (m/w/d)", "Schichtplaner (m/w/d)"]
    posting = the_one(feed, key="2")
    assert posting.title == "Schichtplaner (m/w/d)"
    assert posting.employer == "Quarrystone Fittings GmbH"
    assert (posting.place, posting.department) == ("Berlin", "Produktion")
    assert posting.reports_to == "Leiter Produktion"
    assert posting.closes_on == LAST
    assert posting.no_calls == "Bitte keine Anrufe."
    assert "Aufgaben & Ziele" in posting.text


def test_a_feed_that_brings_entities_of_its_own_is_left_alone() -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
    feed = made_up.personio_feed().replace("<workzag-jobs>", f"{bomb}<workzag-jobs>")
    assert read(feed).postings == ()


def test_what_stands_in_a_feed_outside_of_its_positions_is_nobody_s() -> None:
    assert read("<workzag-jobs><dl><id>1</id></dl></workzag-jobs>").postings == ()


def test_an_answer_s_zero_bytes_and_halves_of_characters_are_left_out() -> None:
    job = {**made_up.greenhouse_job(), "title": "Plant\0 Scheduler\ud800", "content": "<p>a\0b</p>"}
    posting = the_one(job)
    assert posting.title == "Plant Scheduler"
    assert "\0" not in posting.text


def test_greenhouse_shows_a_manager_only_where_the_employer_does() -> None:
    shown = {
        "id": 1,
        "name": "Hiring Manager",
        "value_type": "user",
        "value": {"name": "Ada Miller"},
    }
    posting = the_one(made_up.greenhouse_job(metadata=[shown]))
    assert [one.name for one in posting.people] == ["Ada Miller", "Dana Reyes"]
    hidden = {"id": 1, "name": "Hiring Manager", "value_type": "user", "value": None}
    assert len(the_one(made_up.greenhouse_job(metadata=[hidden])).people) == 1


def test_smartrecruiters_names_who_put_it_up_apart_from_the_contacts() -> None:
    posting = the_one(made_up.smartrecruiters_job())
    assert posting.put_up_by == "Robin Pell"
    assert "Robin Pell" not in [one.name for one in posting.people]


def test_a_board_with_several_gives_them_all() -> None:
    jobs = [
        made_up.greenhouse_job(),
        made_up.greenhouse_job(id=2, title="Buyer", requisition_id="REQ-2"),
    ]
    assert len(read({"jobs": jobs, "meta": {"total": 2}}).postings) == 2


def test_json_of_nobody_is_no_posting() -> None:
    assert read({"jobs": [{"name": "x"}]}).postings == ()
    assert read([1, 2, 3]).postings == ()
    assert read("{broken").postings == ()


# None by its place among the others


def claims(platforms: tuple[Platform, ...]) -> list[list[str]]:
    """Which platforms claim each answer, address and page that the tests know."""
    hints = DayHints(READ_ON)
    found: list[list[str]] = []
    found.extend(
        [one.key for one in platforms if one.reads(value(), hints) is not None]
        for value, _ in ANSWERS.values()
    )
    found.extend([one.key for one in platforms if one.asks(url) is not None] for url in ADDRESSES)
    found.extend(
        [one.key for one in platforms if any(sign in page for sign in one.signs)]
        for page, _ in PAGES.values()
    )
    return found


ADDRESSES = {
    Url("https", "boards.greenhouse.io", 443, "/quarrystone/jobs/127817"): "greenhouse",
    Url("https", "job-boards.eu.greenhouse.io", 443, "/quarrystone/jobs/127817"): "greenhouse",
    Url("https", "jobs.lever.co", 443, f"/quarrystone/{JOB_ID}"): "lever",
    Url("https", "jobs.eu.lever.co", 443, f"/quarrystone/{JOB_ID}/apply"): "lever",
    Url("https", "jobs.ashbyhq.com", 443, f"/quarrystone/{JOB_ID}"): "ashby",
    Url("https", "apply.workable.com", 443, "/quarrystone/j/ABC123DEF0/"): "workable",
    Url(
        "https", "jobs.smartrecruiters.com", 443, "/Quarrystone/743999900000001-plant"
    ): "smartrecruiters",
    Url("https", "quarrystone.recruitee.com", 443, "/o/plant-scheduler"): "recruitee",
    Url("https", "quarrystone.teamtailor.com", 443, "/jobs/1-plant-scheduler"): "teamtailor",
    Url("https", "quarrystone.jobs.personio.de", 443, "/job/2?language=de"): "personio",
    Url("https", "quarrystone.jobs.personio.com", 443, "/job/2"): "personio",
}
GREENHOUSE_PAGE = f"""<title>Job Application for Plant Scheduler at Quarrystone Fittings</title>
<div id="header"><h1 class="app-title">Plant Scheduler</h1>
<span class="company-name">at Quarrystone Fittings</span><div class="location">Springfield, OH</div>
</div><div id="content">{made_up.TEXT}</div>"""
LEVER_PAGE = f"""<title>Quarrystone Fittings - Plant Scheduler</title>
<a class="main-header-logo"><img src="x.png" alt="Quarrystone Fittings logo"></a>
<div class="posting-headline"><h2>Plant Scheduler</h2><div class="posting-categories">
<div class="posting-category location">Springfield, OH /</div>
<div class="posting-category department">Operations /</div></div></div>{made_up.TEXT}"""
WORKABLE_PAGE = f"""<title>Plant Scheduler - Quarrystone Fittings</title>
<h1 data-ui="job-title">Plant Scheduler</h1><span data-ui="job-location">Springfield, OH</span>
<span data-ui="job-department">Operations</span>
<a data-ui="company-name">Quarrystone Fittings</a>{made_up.TEXT}"""
# Each platform's saved page, and the department that such a page shows.
PAGES = {
    "greenhouse": (GREENHOUSE_PAGE, ""),
    "lever": (LEVER_PAGE, "Operations"),
    "ashby": (made_up.ashby_page(), "Operations"),
    "workable": (WORKABLE_PAGE, "Operations"),
}


@pytest.mark.parametrize("url", ADDRESSES, ids=str)
def test_an_address_belongs_to_one_platform(url: Url) -> None:
    known = registry.of_address(url)
    assert known is not None
    assert known[0].key == ADDRESSES[url]


@pytest.mark.parametrize(
    "url",
    [
        Url("https", "boards.greenhouse.io", 443, "/quarrystone"),
        Url("https", "jobs.lever.co", 443, "/quarrystone"),
        Url("https", "www.recruitee.com", 443, "/o/plant"),
        Url("https", "jobs.lever.co.evil.example", 443, f"/quarrystone/{JOB_ID}"),
        Url("https", "evilteamtailor.com", 443, "/jobs/1"),
        Url("https", "acme.example", 443, "/jobs/1"),
    ],
    ids=str,
)
def test_no_other_address_does(url: Url) -> None:
    assert registry.of_address(url) is None


def test_in_any_order_each_is_claimed_by_one_alone() -> None:
    every = registry.platforms()
    assert len(every) == 8
    whole = claims(every)
    assert all(len(keys) == 1 for keys in whole)
    for some in list(permutations(every, 8))[::5_000]:
        assert claims(some) == whole


@pytest.mark.parametrize("key", PAGES)
def test_a_saved_page_is_known_by_its_signature(key: str) -> None:
    page, department = PAGES[key]
    posting = the_one(f"<!doctype html><html><body>{page}</body></html>")
    assert posting.platform.casefold() == key
    assert (posting.title, posting.employer) == ("Plant Scheduler", "Quarrystone Fittings")
    assert posting.place == "Springfield, OH"
    assert posting.department == department
    assert posting.reports_to == "VP of Operations"
    assert posting.closes_on == LAST


@pytest.mark.parametrize(
    "address",
    [
        "https://jobs.smartrecruiters.com/Quarrystone/743999900000001",
        "https://quarrystone.recruitee.com/o/plant-scheduler",
        "https://quarrystone.teamtailor.com/jobs/1-plant-scheduler",
        "https://quarrystone.jobs.personio.de/job/2",
    ],
)
def test_the_others_pages_bear_markup(address: str) -> None:
    posting = the_one(page_with(made_up.job_posting()), address)
    assert posting.employer == "Quarrystone Fittings"
    assert posting.platform


# Asked over the wire


@pytest.fixture
def server() -> Iterator[Hostile]:
    with running() as one:
        yield one


def guest_of(server: Hostile, *hosts: str) -> Guest:
    """A guest for whom these hosts are the server on this machine."""
    return Guest(
        limits=Limits(pause=0.0, seconds=5),
        here=frozenset((host, server.port) for host in hosts),
        resolve=lambda _host, _port: ["127.0.0.1"],
    )


def ask(
    server: Hostile, host: str, target: str, *others: str
) -> tuple[Posting, list[str], list[str]]:
    """The posting, the paths asked for but robots.txt, and the hosts that were asked."""
    guest = guest_of(server, host, *others)
    found = posting_at(f"http://{host}:{server.port}{target}", guest, Given(READ_ON))
    (posting,) = found.reading.postings
    hosts = [
        line.partition(":")[2].strip().partition(":")[0]
        for head in server.heads
        for line in head.splitlines()
        if line.lower().startswith("host:")
    ]
    return posting, [path for path in server.asked if path != "/robots.txt"], hosts


def as_json(value: object) -> bytes:
    return answer(json.dumps(value).encode(), content_type="application/json")


def test_greenhouse_is_asked_once_for_the_very_posting(server: Hostile) -> None:
    path = "/v1/boards/quarrystone/jobs/127817"
    server.replies[path] = as_json(made_up.greenhouse_job())
    posting, asked, hosts = ask(
        server,
        "boards.greenhouse.io",
        "/quarrystone/jobs/127817?gh_src=x",
        "boards-api.greenhouse.io",
    )
    assert asked == [path]
    assert set(hosts) == {"boards-api.greenhouse.io"}
    assert posting.employer == "Quarrystone Fittings"
    assert posting.reference == "REQ-1"
    assert (
        posting.url == f"http://boards.greenhouse.io:{server.port}/quarrystone/jobs/127817?gh_src=x"
    )


def test_lever_s_page_is_asked_second_for_the_employer(server: Hostile) -> None:
    api = f"/v0/postings/quarrystone/{JOB_ID}?mode=json"
    server.replies[api] = as_json(made_up.lever_job())
    server.replies[f"/quarrystone/{JOB_ID}"] = answer(PAGES["lever"][0].encode())
    posting, asked, _ = ask(server, "jobs.lever.co", f"/quarrystone/{JOB_ID}", "api.lever.co")
    assert asked == [api, f"/quarrystone/{JOB_ID}"]
    assert posting.employer == "Quarrystone Fittings"
    assert posting.salary == "USD 80000 to 90000 per year"
    assert posting.department == "Operations"


def test_ashby_s_page_carries_all_of_it(server: Hostile) -> None:
    server.replies[f"/quarrystone/{JOB_ID}"] = answer(made_up.ashby_page().encode())
    posting, asked, _ = ask(server, "jobs.ashbyhq.com", f"/quarrystone/{JOB_ID}")
    assert asked == [f"/quarrystone/{JOB_ID}"]
    assert (posting.employer, posting.platform) == ("Quarrystone Fittings", "Ashby")


def test_workable_s_widget_holds_the_posting_among_others(server: Hostile) -> None:
    path = "/api/v1/widget/accounts/quarrystone?details=true"
    server.replies[path] = as_json(made_up.workable_widget())
    posting, asked, _ = ask(server, "apply.workable.com", "/quarrystone/j/ABC123DEF0/")
    assert asked == [path]
    assert (posting.title, posting.employer) == ("Plant Scheduler", "Quarrystone Fittings")


def test_smartrecruiters(server: Hostile) -> None:
    path = "/v1/companies/Quarrystone/postings/743999900000001"
    server.replies[path] = as_json(made_up.smartrecruiters_job())
    posting, asked, _ = ask(
        server, "jobs.smartrecruiters.com", "/Quarrystone/743999900000001-plant-scheduler",
        "api.smartrecruiters.com",
    )  # fmt: skip
    assert asked == [path]
    assert posting.put_up_by == "Robin Pell"


def test_recruitee(server: Hostile) -> None:
    server.replies["/api/offers/plant-scheduler"] = as_json({"offer": made_up.recruitee_offer()})
    posting, asked, _ = ask(server, "quarrystone.recruitee.com", "/o/plant-scheduler")
    assert asked == ["/api/offers/plant-scheduler"]
    assert posting.salary == "USD 80000 to 90000"


def test_teamtailor_s_page_is_asked_itself(server: Hostile) -> None:
    server.replies["/jobs/1-plant-scheduler"] = answer(page_with(made_up.job_posting()).encode())
    posting, asked, _ = ask(server, "quarrystone.teamtailor.com", "/jobs/1-plant-scheduler")
    assert asked == ["/jobs/1-plant-scheduler"]
    assert posting.platform == "Teamtailor"


def test_personio_s_feed_then_its_page_for_the_company(server: Hostile) -> None:
    feed = made_up.personio_feed(subcompany="")
    server.replies["/xml"] = answer(feed.encode(), content_type="application/xml")
    node = made_up.job_posting(title="Schichtplaner (m/w/d)", description="<p>Kurz.</p>")
    server.replies["/job/2"] = answer(page_with(node).encode())
    posting, asked, _ = ask(server, "quarrystone.jobs.personio.de", "/job/2")
    assert asked == ["/xml", "/job/2"]
    assert (posting.title, posting.employer) == ("Schichtplaner (m/w/d)", "Quarrystone Fittings")
    assert posting.reports_to == "Leiter Produktion"


@pytest.mark.parametrize("trouble", ["404 Not Found", "500 Oops", "429 Too Many Requests"])
def test_where_there_is_no_answer_the_page_is_read(server: Hostile, trouble: str) -> None:
    server.replies["/v1/boards/quarrystone/jobs/127817"] = answer(status=trouble)
    server.replies["/quarrystone/jobs/127817"] = answer(PAGES["greenhouse"][0].encode())
    posting, asked, _ = ask(
        server, "boards.greenhouse.io", "/quarrystone/jobs/127817", "boards-api.greenhouse.io"
    )
    assert len(asked) == 2
    assert posting.employer == "Quarrystone Fittings"


def test_an_answer_about_another_posting_is_not_taken(server: Hostile) -> None:
    api = f"/v0/postings/quarrystone/{JOB_ID}?mode=json"
    server.replies[api] = as_json(made_up.lever_job(id=OTHER_ID, text="Buyer"))
    server.replies[f"/quarrystone/{JOB_ID}"] = answer(PAGES["lever"][0].encode())
    posting, _, _ = ask(server, "jobs.lever.co", f"/quarrystone/{JOB_ID}", "api.lever.co")
    assert posting.title == "Plant Scheduler"


def test_a_page_that_is_gone_is_refused(server: Hostile) -> None:
    guest = guest_of(server, "acme.example")
    with pytest.raises(Unreadable) as error:
        posting_at(f"http://acme.example:{server.port}/jobs/1", guest, Given(READ_ON))
    assert error.value.code == "status"


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("https://www.linkedin.com/jobs/view/123", "linkedin"),
        ("https://de.linkedin.com/jobs/view/123", "linkedin"),
        ("https://lnkd.in/abc", "linkedin"),
        ("https://www.indeed.com/viewjob?jk=1", "indeed"),
        ("https://de.indeed.com/viewjob?jk=1", "indeed"),
        ("https://www.indeed.co.uk/viewjob?jk=1", "indeed"),
    ],
)
def test_linkedin_and_indeed_are_never_asked(server: Hostile, address: str, code: str) -> None:
    with pytest.raises(Unreadable) as error:
        posting_at(address, guest_of(server), Given(READ_ON))
    assert error.value.code == code
    assert "save the page" in error.value.hint
    assert server.asked == []


def test_nobody_is_led_to_indeed_by_another_s_page(server: Hostile) -> None:
    elsewhere = "https://www.indeed.com/viewjob?jk=1"
    server.replies["/jobs/1"] = answer(status="302 Found", location=elsewhere)
    with pytest.raises(Unreadable) as error:
        posting_at(f"{server.address}/jobs/1", guest_of(server, "127.0.0.1"), Given(READ_ON))
    assert error.value.code == "indeed"
