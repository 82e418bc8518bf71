"""Pages without markup, pasted text, and what is no posting at all."""

import os
import subprocess
import sys
from datetime import date

import pytest

from ringback.core.people import RouteKind
from ringback.core.posting import department_in, kept_text
from ringback.sources.postings.addresses import plain_address
from ringback.sources.postings.apart import read_apart
from ringback.sources.postings.reading import read_posting
from ringback.sources.unreadable import Unreadable
from tests.sources.postings import made_up
from tests.sources.postings.made_up import given, page_with, read, the_one

PLAIN = """<!doctype html><html><head><title>Maintenance Planner | Careers at Acme Foods</title>
<link rel="canonical" href="https://acme.example/jobs/17"></head><body>
<nav><a href="/">Home</a></nav><h1>Maintenance Planner</h1>
<p>Location: Cleveland, OH</p><p>Department: Plant Engineering</p><p>Job ID: MP-17</p>
<h2>Responsibilities</h2><p>Plan the week. You will report to the Maintenance Manager.</p>
<h2>Requirements</h2><p>Two years.</p>
<h2>How to apply</h2><p>Write to Dana Reyes, Maintenance Manager,
dana@acme.example, +1 216 555 0142.</p>
<p>Closing date: 30 November 2026</p><p>No phone calls please.</p></body></html>"""
PASTED = """Plant Scheduler
Quarrystone Fittings · Springfield, OH

About the job
Reports to: VP of Operations
Reference: REQ-1
Apply by Nov 30 to jobs@quarrystone.example.
"""


def test_a_page_is_read_by_its_headings_and_labels() -> None:
    posting = the_one(PLAIN)
    assert (posting.title, posting.employer) == ("Maintenance Planner", "Acme Foods")
    assert (posting.place, posting.department) == ("Cleveland, OH", "Plant Engineering")
    assert posting.reference == "MP-17"
    assert posting.reports_to == "Maintenance Manager"
    assert posting.closes_on == date(2026, 11, 30)
    assert posting.no_calls == "No phone calls please."
    assert posting.apply.startswith("Write to Dana Reyes")
    assert posting.url == "https://acme.example/jobs/17"
    (dana,) = posting.people
    assert (dana.name, dana.title) == ("Dana Reyes", "Maintenance Manager")
    assert {one.value for one in dana.routes} == {"dana@acme.example", "+1 216 555 0142"}
    assert posting.missing == ()


@pytest.mark.parametrize(
    "head",
    [
        "<title>Welder at Acme Foods</title>",
        "<title>Acme Foods - Welder</title>",
        "<title>Welder – Acme Foods</title>",
        "<title>Welder | Jobs | Acme Foods</title>",
        "<title>Job Application for Welder at Acme Foods</title>",
        '<title>Welder</title><meta property="og:site_name" content="Acme Foods Careers">',
        '<title>Welder</title><meta property="og:site_name" content="Karriere bei Acme Foods">',
    ],
)
def test_the_employer_stands_in_the_page_s_head(head: str) -> None:
    body = "<h1>Welder</h1><h2>Requirements</h2><h2>How to apply</h2>"
    assert the_one(f"<html><head>{head}</head><body>{body}</body></html>").employer == "Acme Foods"


def test_a_german_page() -> None:
    posting = the_one(
        "<title>Schichtplaner (m/w/d)</title><h1>Schichtplaner (m/w/d)</h1>"
        "<p>Arbeitgeber: Musterwerk GmbH</p><p>Arbeitsort: Köln</p><p>Kennziffer: 4711-B</p>"
        "<h2>Ihre Aufgaben</h2><p>Sie berichten direkt an den Leiter Produktion.</p>"
        "<h2>Ihr Profil</h2>"
        "<p>Ansprechpartnerin</p><p>Frau Dr. Petra Klein</p><p>Leiterin Planung</p>"
        "<p>Tel. +49 221 5550112</p><p>petra.klein@musterwerk.example</p>"
        "<p>Bewerbungsfrist: 30.11.2026</p>"
        "<p>Von telefonischen Rückfragen bitten wir abzusehen.</p>"
    )
    assert (posting.employer, posting.place) == ("Musterwerk GmbH", "Köln")
    assert posting.reference == "4711-B"
    assert posting.reports_to == "Leiter Produktion"
    assert posting.closes_on == date(2026, 11, 30)
    assert posting.no_calls.startswith("Von telefonischen")
    (petra,) = posting.people
    assert (petra.name, petra.title) == ("Frau Dr. Petra Klein", "Leiterin Planung")
    assert [one.value for one in petra.routes] == [
        "+49 221 5550112",
        "petra.klein@musterwerk.example",
    ]


def test_an_address_that_the_browser_wrote_when_it_saved() -> None:
    page = "<!DOCTYPE html>\n<!-- saved from url=(0032)https://acme.example/jobs/plan/9 -->\n"
    body = "<html><body><h1>Welder</h1><h2>Requirements</h2><h2>How to apply</h2></body></html>"
    assert the_one(page + body).url == "https://acme.example/jobs/plan/9"


@pytest.mark.parametrize(
    "page",
    [
        "<html><head><title>Us</title></head><body><h1>About us</h1><p>We mill.</p></body></html>",
        "<html><body><h1>Careers</h1><a href='/1'>Welder</a><a href='/2'>Buyer</a></body></html>",
        "<html><body><h1>Our team</h1><h3>Kim Novak</h3><p>Plant Manager</p></body></html>",
        "",
        "\x00\x01\x02",
        "%PDF-1.7 binary",
    ],
)
def test_what_is_no_posting_is_none(page: str) -> None:
    found = read(page)
    assert found.postings == ()
    assert not found.built_by_script


def test_a_page_built_by_script_is_told_apart() -> None:
    page = '<html><body><div id="root"></div><script src="/app.js"></script></body></html>'
    found = read(page)
    assert found.postings == ()
    assert found.built_by_script


def test_pasted_text_is_read_as_far_as_it_goes() -> None:
    (posting,) = read_posting(PASTED.encode(), given(pasted=True)).postings
    assert (posting.title, posting.employer) == ("Plant Scheduler", "Quarrystone Fittings")
    assert posting.place == "Springfield, OH"
    assert posting.reports_to == "VP of Operations"
    assert posting.reference == "REQ-1"
    assert posting.closes_on == date(2026, 11, 30)
    assert [one.value for one in posting.routes] == ["jobs@quarrystone.example"]
    assert posting.missing == ("a contact by name",)


@pytest.mark.parametrize(
    ("text", "title", "employer"),
    [
        ("Welder at Acme Foods\nAkron, OH\nApply now", "Welder", "Acme Foods"),
        ("Welder\nAcme Foods, Inc.\nApply now", "Welder", "Acme Foods, Inc."),
        ("Welder\n\nAcme Foods is looking for a welder.", "Welder", "Acme Foods"),
        ("Job title: Welder\nCompany: Acme Foods", "Welder", "Acme Foods"),
        ("Schweißer\nMusterwerk GmbH sucht ab sofort Verstärkung.", "Schweißer", "Musterwerk GmbH"),
        ("We want somebody who welds. Call us.", "", ""),
    ],
)
def test_title_and_employer_of_a_pasted_text(text: str, title: str, employer: str) -> None:
    found = read_posting(text.encode(), given(pasted=True)).postings
    assert [(one.title, one.employer) for one in found] == ([(title, employer)] if title else [])


def test_an_employer_that_merely_stands_under_the_title_is_told() -> None:
    (posting,) = read_posting(
        b"Line Cook\nBlue Heron Diner\nCleveland, OH", given(pasted=True)
    ).postings
    assert posting.employer == "Blue Heron Diner"
    assert posting.place == "Cleveland, OH"
    assert any("stands under the title" in doubt for doubt in posting.doubts)


def test_linkedin_s_hiring_team_is_read_from_a_pasted_text() -> None:
    text = (
        "Plant Scheduler\nQuarrystone Fittings · Springfield, OH\n"
        "Meet the hiring team\nMarcus Bell\nPlant Manager at Quarrystone Fittings\n"
        "About the job\nPlan."
    )
    (posting,) = read_posting(text.encode(), given(pasted=True)).postings
    assert [(one.name, one.title) for one in posting.people] == [("Marcus Bell", "Plant Manager")]


def test_the_employer_s_own_name_is_no_contact() -> None:
    posting = the_one(
        page_with(made_up.job_posting(description="<p>Contact: Quarrystone Fittings</p>"))
    )
    assert posting.people == ()


def test_whose_a_number_is_in_a_block_of_contacts() -> None:
    node = made_up.job_posting(
        description="<p>Kontaktpersoner</p><p>Ola Nordmann, driftssjef, mobil 22 55 01 42</p>"
        "<p>Kari Hansen, HR-rådgiver, tlf. 22 55 01 43</p><p>jobs@quarrystone.example</p>"
    )
    posting = the_one(page_with(node))
    assert [(one.name, one.title) for one in posting.people] == [
        ("Ola Nordmann", "driftssjef"), ("Kari Hansen", "HR-rådgiver"),
    ]  # fmt: skip
    assert posting.people[0].routes[0].kind is RouteKind.MOBILE
    assert [one.value for one in posting.routes] == ["jobs@quarrystone.example"]


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        ("Reports to the VP of Operations.", "VP of Operations"),
        ("In this role you'll report to the Head of Data based in Berlin.", "Head of Data"),
        ("Reporting to the VP, Operations, you will plan.", "VP, Operations"),
        ("You will be reporting into the Senior Engineering Manager", "Senior Engineering Manager"),
        ("Sie berichten direkt an den Leiter Produktion.", "Leiter Produktion"),
        ("Rattaché(e) au Directeur de production, vous gérez le plan.", "Directeur de production"),
        ("Reportando al Director de Operaciones, serás responsable.", "Director de Operaciones"),
        (
            "Riportando al Responsabile di Produzione, la risorsa pianifica.",
            "Responsabile di Produzione",
        ),
        ("Reportando ao Diretor de Operações", "Diretor de Operações"),
        ("Je rapporteert aan de Operations Manager.", "Operations Manager"),
        ("Raportując bezpośrednio do Dyrektora Operacyjnego", "Dyrektora Operacyjnego"),
        ("Du rapporterar till produktionschefen.", "produktionschefen"),
        ("Du refererer til produktionschefen.", "produktionschefen"),
        ("Du rapporterer til driftssjefen.", "driftssjefen"),
        ("Prepare weekly reports to management.", ""),
        ("You report to work on time.", ""),
        ("Experience reporting to stakeholders is a plus.", ""),
        ("Writes financial reports to the CFO every month.", ""),
    ],
)
def test_whom_the_job_reports_to(sentence: str, title: str) -> None:
    posting = the_one(page_with(made_up.job_posting(description=f"<p>{sentence}</p>")))
    assert posting.reports_to == title


def test_a_boss_by_name_is_a_person_with_a_title() -> None:
    node = made_up.job_posting(
        description="<p>The role reports to Dana Reyes, Maintenance Manager.</p>"
    )
    posting = the_one(page_with(node))
    assert posting.reports_to == "Maintenance Manager"
    assert [(one.name, one.title) for one in posting.people] == [
        ("Dana Reyes", "Maintenance Manager")
    ]


def test_the_kept_text_says_what_it_is_and_gives_its_department_back() -> None:
    posting = the_one(PLAIN)
    kept = kept_text(posting)
    assert kept.startswith("Maintenance Planner\nAcme Foods\nPlace: Cleveland, OH\n")
    assert "Two years." in kept
    assert department_in(kept) == "Plant Engineering"
    assert department_in("Some text\n\nDepartment: Sales") == ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://acme.example/jobs/1", "http://www.acme.example/jobs/1/"),
        ("https://ACME.example/jobs/1?utm_source=x&id=3", "https://acme.example/jobs/1?id=3#apply"),
    ],
)
def test_one_address_written_in_two_ways(one: str, other: str) -> None:
    assert plain_address(one) == plain_address(other)


def test_two_postings_at_one_path_stay_two() -> None:
    assert plain_address("https://a.example/job?id=1") != plain_address(
        "https://a.example/job?id=2"
    )


# In a process of its own


@pytest.mark.parametrize(
    "content",
    [PLAIN, page_with(made_up.job_posting()), made_up.personio_feed(), PASTED, ""],
    ids=["page", "markup", "feed", "text", "nothing"],
)
def test_apart_it_reads_what_the_reader_reads(content: str) -> None:
    assert read_apart(content.encode(), given()) == read_posting(content.encode(), given())


def test_the_reader_loads_nothing_that_asks_the_web() -> None:
    line = (
        "import sys\nfrom datetime import date\n"
        "from ringback.sources.postings.given import Given\n"
        "from ringback.sources.postings.reading import read_posting\n"
        "given = Given(date(2026, 11, 2), 'https://jobs.lever.co/acme/1?lang=en')\n"
        "assert read_posting(sys.argv[1].encode(), given).postings\n"
        "print(*sys.modules)"
    )
    out = subprocess.check_output([sys.executable, "-c", line, PLAIN], text=True, encoding="utf-8")
    assert not {"httpx2", "httpcore2"} & set(out.split())


@pytest.mark.skipif(os.name == "nt", reason="Windows counts no processor time for a child")
def test_bytes_that_outlast_their_time_are_given_up() -> None:
    with pytest.raises(Unreadable) as error:
        read_apart(PLAIN.encode(), given(), seconds=0.01)
    assert error.value.code == "reading"


@pytest.mark.parametrize(
    "content",
    [
        "<div>" * 50_000 + "Welder",
        "<p>" + "Contact Dana Reyes " * 20_000 + "</p>",
        "No calls " * 50_000,
        "Apply by " * 50_000,
        "<h1>Welder</h1><p>Requirements</p>" + "<p>Reports to the the the " * 5_000,
        "Applications" + ', "' * 300,
        '{"jobs": ' + "[" * 5_000 + "]" * 5_000 + "}",
        page_with({"@type": "JobPosting", "title": "x" * 300_000, "description": "<b>" * 100_000}),
    ],
    ids=["deep", "names", "calls", "labels", "reports", "signs", "nested", "long"],
)
def test_hostile_content_is_read_within_its_time(content: str) -> None:
    read_apart(content.encode(), given())
