"""schema.org JobPosting in all the shapes that pages give it."""

from datetime import date

import pytest

from tests.sources.postings.made_up import job_posting, page_with, read, the_one

LAST = date(2026, 11, 30)


def test_everything_that_a_whole_one_says() -> None:
    node = job_posting(
        validThrough="2026-11-30T23:59:59-05:00",
        identifier={"@type": "PropertyValue", "name": "Quarrystone", "value": "REQ-1"},
        employmentUnit={"@type": "Organization", "name": "Operations"},
        baseSalary={"@type": "MonetaryAmount", "currency": "USD",
                    "value": {"minValue": 80000, "maxValue": 90000, "unitText": "YEAR"}},
        applicationContact={"@type": "ContactPoint", "contactType": "HR", "name": "Robin Pell",
                            "telephone": "+1-202-555-0103", "email": "jobs@quarrystone.example"},
        url="https://quarrystone.example/jobs/1",
    )  # fmt: skip
    posting = the_one(page_with(node))
    assert posting.title == "Plant Scheduler"
    assert posting.employer == "Quarrystone Fittings"
    assert posting.domain == "quarrystone.example"
    assert posting.place == "Springfield, OH, US"
    assert (posting.country, posting.region, posting.city) == ("US", "OH", "Springfield")
    assert posting.closes_on == LAST
    assert posting.posted_on == date(2026, 10, 20)
    assert posting.reference == "REQ-1"
    assert posting.department == "Operations"
    assert posting.reports_to == "VP of Operations"
    assert posting.no_calls == "No phone calls, please."
    assert posting.salary == "USD 80000 to 90000 a year"
    assert posting.url == "https://quarrystone.example/jobs/1"
    assert [(one.name, one.title) for one in posting.people] == [
        ("Robin Pell", "HR"),
        ("Dana Reyes", "Maintenance Manager"),
    ]
    assert "Three years of planning" in posting.text


@pytest.mark.parametrize(
    "around",
    [
        lambda node: node,
        lambda node: [node],
        lambda node: {"@context": "https://schema.org", "@graph": [{"@type": "WebSite"}, node]},
        lambda node: {"@type": "WebPage", "mainEntity": node},
        lambda node: {"@type": "ItemList", "itemListElement": [{"item": node}]},
        lambda node: {**node, "@type": ["JobPosting", "Thing"]},
        lambda node: {**node, "@type": "http://schema.org/JobPosting"},
        lambda node: {**node, "@type": "schema:JobPosting"},
    ],
    ids=["alone", "list", "graph", "main entity", "item list", "two types", "full type", "prefix"],
)  # fmt: skip
def test_wherever_it_stands_in_the_script(around: object) -> None:
    assert callable(around)
    assert the_one(page_with(around(job_posting()))).title == "Plant Scheduler"


@pytest.mark.parametrize(
    ("organisation", "employer"),
    [
        ("Quarrystone Fittings", "Quarrystone Fittings"),
        ({"name": "Quarrystone Fittings"}, "Quarrystone Fittings"),
        ([{"name": "Quarrystone Fittings"}], "Quarrystone Fittings"),
        ({"legalName": "Quarrystone Fittings, Inc."}, "Quarrystone Fittings, Inc."),
        ({"@type": "Organization", "name": {"@value": "Quarrystone"}}, ""),
    ],
)
def test_the_organisation_as_text_object_or_list(organisation: object, employer: str) -> None:
    assert the_one(page_with(job_posting(hiringOrganization=organisation))).employer == employer


def test_an_organisation_that_another_node_describes() -> None:
    graph = {"@graph": [
        {"@type": "Organization", "@id": "#us", "name": "Quarrystone Fittings"},
        job_posting(hiringOrganization={"@id": "#us"}),
    ]}  # fmt: skip
    assert the_one(page_with(graph)).employer == "Quarrystone Fittings"


def test_several_places_are_all_named_and_the_first_told_apart() -> None:
    places = [
        {"@type": "Place", "address": {"addressLocality": "Akron", "addressRegion": "OH"}},
        {"@type": "Place", "address": "Toledo, OH"},
    ]
    posting = the_one(page_with(job_posting(jobLocation=places)))
    assert posting.place == "Akron, OH; Toledo, OH"
    assert posting.city == "Akron"


def test_a_place_as_text() -> None:
    assert the_one(page_with(job_posting(jobLocation="Springfield, OH"))).place == "Springfield, OH"


def test_work_from_anywhere() -> None:
    node = job_posting(
        jobLocation=None, jobLocationType="TELECOMMUTE",
        applicantLocationRequirements={"@type": "Country", "name": "Canada"},
    )  # fmt: skip
    posting = the_one(page_with(node))
    assert posting.remote
    assert posting.place == "Remote (Canada)"


@pytest.mark.parametrize(
    ("identifier", "reference"),
    [
        ("REQ-1", "REQ-1"),
        (4711, "4711"),
        ({"name": "X", "value": 4711}, "4711"),
        ([{"value": "A-1"}], "A-1"),
    ],
)
def test_an_identifier_of_any_shape(identifier: object, reference: str) -> None:
    assert the_one(page_with(job_posting(identifier=identifier))).reference == reference


def test_a_contact_without_a_name_belongs_to_the_employer() -> None:
    node = job_posting(
        description="<p>Planning.</p>",
        applicationContact=[
            {"email": "mailto:jobs@quarrystone.example"},
            {"telephone": "+1 202 555 0100"},
        ],
    )
    posting = the_one(page_with(node))
    assert posting.people == ()
    assert {one.value for one in posting.routes} == {"jobs@quarrystone.example", "+1 202 555 0100"}


def test_the_text_s_own_closing_date_goes_before_the_data_s_and_is_told() -> None:
    posting = the_one(page_with(job_posting(validThrough="2026-12-24T00:00:00Z")))
    assert posting.closes_on == LAST
    assert any("24 December 2026" in doubt for doubt in posting.doubts)


def test_a_date_without_sense_is_no_date() -> None:
    node = job_posting(validThrough="soon", description="<p>Planning.</p>")
    assert the_one(page_with(node)).closes_on is None


def test_the_same_posting_twice_is_one() -> None:
    assert len(read(page_with(job_posting(), job_posting())).postings) == 1


def test_several_postings_are_all_given() -> None:
    other = job_posting(title="Buyer", url="https://quarrystone.example/jobs/2")
    found = read(page_with([job_posting(), other])).postings
    assert [one.title for one in found] == ["Plant Scheduler", "Buyer"]


def test_of_several_the_one_at_the_page_s_own_address_is_meant() -> None:
    nodes = [
        job_posting(title=title, url=f"https://quarrystone.example/jobs/{n}")
        for n, title in enumerate(("Plant Scheduler", "Buyer"), 1)
    ]
    posting = the_one(page_with(nodes), "https://www.quarrystone.example/jobs/2/?utm_source=x")
    assert posting.title == "Buyer"


def test_escaped_html_and_loose_json_are_read() -> None:
    page = """<script type="application/ld+json">/* job */
    {"@type": "JobPosting", "title": "Welder", "hiringOrganization": "Acme",
     "description": "&lt;p&gt;Report to the Foreman.&lt;/p&gt;&lt;p&gt;No calls please.&lt;/p&gt;",}
    </script>"""
    posting = the_one(page)
    assert posting.no_calls == "No calls please."
    assert "<p>" not in posting.text


def test_broken_json_is_passed_over() -> None:
    assert (
        read('<script type="application/ld+json">{"@type": "JobPosting", "ti</script>').postings
        == ()
    )


def test_microdata_is_read_to_the_same_end() -> None:
    page = """<body><div itemscope itemtype="https://schema.org/JobPosting">
    <h1 itemprop="title">Plant Scheduler</h1><meta itemprop="datePosted" content="2026-10-20">
    <span itemprop="hiringOrganization" itemscope itemtype="https://schema.org/Organization">
      <span itemprop="name">Quarrystone Fittings</span></span>
    <div itemprop="jobLocation" itemscope itemtype="https://schema.org/Place">
      <div itemprop="address" itemscope itemtype="https://schema.org/PostalAddress">
        <span itemprop="addressLocality">Springfield</span>,
        <span itemprop="addressRegion">OH</span>
      </div></div>
    <time itemprop="validThrough" datetime="2026-11-30">end of November</time>
    <div itemprop="description"><p>Plan.</p><p>You report to the Plant Manager.</p></div>
    </div></body>"""
    posting = the_one(page)
    assert (posting.title, posting.employer) == ("Plant Scheduler", "Quarrystone Fittings")
    assert posting.place == "Springfield, OH"
    assert posting.closes_on == LAST
    assert posting.reports_to == "Plant Manager"


def test_other_markup_is_no_posting() -> None:
    person = {"@type": "Person", "name": "Dana Reyes", "description": "Wrote the JobPosting guide"}
    assert read(page_with(person, body="<h1>Dana</h1>")).postings == ()
