"""Made-up postings in the shapes that platforms document, and pages around them."""

import json
from datetime import date

from ringback.core.posting import Posting
from ringback.sources.postings.given import Given, Reading
from ringback.sources.postings.reading import read_posting

READ_ON = date(2026, 11, 2)
TEXT = (
    "<p>Quarrystone mills fittings.</p><h3>Requirements</h3>"
    "<ul><li>Three years of planning</li></ul>"
    "<p>You will report to the VP of Operations.</p>"
    "<p>Apply by November 30, 2026. No phone calls, please.</p>"
    "<p>Questions? Write to Dana Reyes, Maintenance Manager, at dana@quarrystone.example.</p>"
)
JOB_ID = "5e7d3a10-0000-4000-8000-000000000001"
OTHER_ID = "5e7d3a10-0000-4000-8000-000000000002"


def given(url: str = "", key: str = "", *, pasted: bool = False) -> Given:
    return Given(READ_ON, url, key, pasted)


def read(content: str | bytes | object, url: str = "", key: str = "") -> Reading:
    """Read bytes, text, or a value as JSON."""
    if not isinstance(content, (str, bytes)):
        content = json.dumps(content)
    return read_posting(content.encode() if isinstance(content, str) else content, given(url, key))


def the_one(content: str | bytes | object, url: str = "", key: str = "") -> Posting:
    (posting,) = read(content, url, key).postings
    return posting


def job_posting(**more: object) -> dict[str, object]:
    """A schema.org JobPosting; a property of None is left out."""
    node: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "JobPosting",
        "title": "Plant Scheduler",
        "hiringOrganization": {
            "@type": "Organization", "name": "Quarrystone Fittings",
            "sameAs": "https://quarrystone.example",
        },
        "jobLocation": {
            "@type": "Place",
            "address": {
                "@type": "PostalAddress", "addressLocality": "Springfield",
                "addressRegion": "OH", "addressCountry": "US",
            },
        },
        "datePosted": "2026-10-20",
        "description": TEXT,
        **more,
    }  # fmt: skip
    return {name: value for name, value in node.items() if value is not None}


def page_with(*values: object, body: str = "<h1>Plant Scheduler</h1>") -> str:
    scripts = "".join(
        f'<script type="application/ld+json">{json.dumps(value)}</script>' for value in values
    )
    return (
        f"<!doctype html><html><head><title>Job</title>{scripts}</head><body>{body}</body></html>"
    )


def greenhouse_job(**more: object) -> dict[str, object]:
    escaped = TEXT.replace("<", "&lt;").replace(">", "&gt;")
    return {
        "id": 127817, "internal_job_id": 144381, "title": "Plant Scheduler",
        "company_name": "Quarrystone Fittings", "requisition_id": "REQ-1",
        "updated_at": "2026-10-20T10:00:00-05:00", "first_published": "2026-10-20T10:00:00-05:00",
        "application_deadline": "2026-11-30T23:59:00-05:00",
        "location": {"name": "Springfield, OH"}, "content": escaped, "metadata": None,
        "absolute_url": "https://boards.greenhouse.io/quarrystone/jobs/127817",
        "departments": [{"id": 1, "name": "Operations", "child_ids": [], "parent_id": None}],
        "offices": [{"id": 1, "name": "Springfield", "location": "Springfield, OH"}], **more,
    }  # fmt: skip


def lever_job(**more: object) -> dict[str, object]:
    return {
        "id": JOB_ID, "text": "Plant Scheduler", "country": "US", "workplaceType": "on-site",
        "categories": {
            "location": "Springfield, OH", "team": "Scheduling", "department": "Operations",
            "commitment": "Full-time",
        },
        "description": "<div>Quarrystone mills fittings.</div>", "additional": TEXT,
        "lists": [{"text": "What you do", "content": "<li>Plan the week</li>"}],
        "hostedUrl": f"https://jobs.lever.co/quarrystone/{JOB_ID}",
        "applyUrl": f"https://jobs.lever.co/quarrystone/{JOB_ID}/apply",
        "createdAt": 1792500000000,
        "salaryRange": {
            "currency": "USD", "interval": "per-year-salary", "min": 80000, "max": 90000},
        **more,
    }  # fmt: skip


def ashby_job(**more: object) -> dict[str, object]:
    return {
        "id": JOB_ID, "title": "Plant Scheduler", "department": "Operations", "team": "Scheduling",
        "location": "Springfield, OH", "isRemote": False, "isListed": True,
        "address": {"postalAddress": {
            "addressLocality": "Springfield", "addressRegion": "OH", "addressCountry": "USA"}},
        "publishedAt": "2026-10-20T10:00:00.000+00:00", "descriptionHtml": TEXT,
        "jobUrl": f"https://jobs.ashbyhq.com/quarrystone/{JOB_ID}", **more,
    }  # fmt: skip


def ashby_page() -> str:
    data = {
        "organization": {"name": "Quarrystone Fittings", "hostedJobsPageSlug": "quarrystone"},
        "posting": {
            "id": JOB_ID, "title": "Plant Scheduler", "departmentName": "Operations",
            "locationName": "Springfield, OH", "descriptionHtml": TEXT,
            "publishedDate": "2026-10-20", "isRemote": False,
        },
    }  # fmt: skip
    script = f"window.__appData = {json.dumps(data)};"
    body = f'<div id="root"></div><script>{script}</script>'
    return f"<html><head><title>Job</title></head><body>{body}</body></html>"


def workable_widget(**more: object) -> dict[str, object]:
    job = {
        "title": "Plant Scheduler", "shortcode": "ABC123DEF0", "code": "REQ-1", "state": "Ohio",
        "city": "Springfield", "country": "United States", "department": "Operations",
        "telecommuting": False, "published_on": "2026-10-20", "description": TEXT,
        "url": "https://apply.workable.com/j/ABC123DEF0", **more,
    }  # fmt: skip
    other = {
        **job,
        "shortcode": "0000000000",
        "title": "Buyer",
        "url": "https://apply.workable.com/j/0",
    }
    return {"name": "Quarrystone Fittings", "jobs": [other, job]}


def smartrecruiters_job(**more: object) -> dict[str, object]:
    return {
        "id": "743999900000001", "name": "Plant Scheduler", "refNumber": "REQ-1",
        "company": {"identifier": "Quarrystone", "name": "Quarrystone Fittings"},
        "releasedDate": "2026-10-20T10:00:00.000Z",
        "location": {"city": "Springfield", "region": "OH", "country": "us", "remote": False},
        "department": {"id": "1", "label": "Operations"},
        "creator": {"name": "Robin Pell"},
        "jobAd": {"sections": {
            "companyDescription": {"title": "Company", "text": "<p>We mill fittings.</p>"},
            "jobDescription": {"title": "Job", "text": TEXT}}},
        **more,
    }  # fmt: skip


def recruitee_offer(**more: object) -> dict[str, object]:
    return {
        "id": 17, "slug": "plant-scheduler", "title": "Plant Scheduler",
        "company_name": "Quarrystone Fittings", "location": "Springfield, Ohio, United States",
        "city": "Springfield", "state_code": "OH", "country_code": "US", "department": "Operations",
        "remote": False, "description": TEXT, "requirements": "<p>Three years.</p>",
        "published_at": "2026-10-20 10:00:00 UTC",
        "salary": {"min": "80000", "max": "90000", "currency": "USD", "period": "year"},
        "careers_url": "https://quarrystone.recruitee.com/o/plant-scheduler", **more,
    }  # fmt: skip


def personio_feed(subcompany: str = "<subcompany>Quarrystone Fittings GmbH</subcompany>") -> str:
    def position(number: int, name: str) -> str:
        return (
            f"<position><id>{number}</id>{subcompany}<office>Berlin</office>"
            f"<department>Produktion</department><name>{name}</name><jobDescriptions>"
            "<jobDescription><name>Aufgaben &amp; Ziele</name><value>"
            "<![CDATA[<p>Sie berichten an den Leiter Produktion.</p>"
            "<p>Bewerbungsfrist: 30.11.2026. Bitte keine Anrufe.</p>]]></value>"
            "</jobDescription></jobDescriptions><employmentType>permanent</employmentType>"
            "<createdAt>2026-10-20T10:00:00+00:00</createdAt></position>"
        )

    positions = position(1, "Einkäufer (m/w/d)") + position(2, "Schichtplaner (m/w/d)")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<workzag-jobs>{positions}</workzag-jobs>'


def teamtailor_feed() -> dict[str, object]:
    marked = {
        "@type": "JobPosting", "title": "Plant Scheduler", "validThrough": "2026-11-30",
        "hiringOrganization": {"@type": "Organization", "name": "Quarrystone Fittings"},
        "jobLocation": [
            {"@type": "Place", "address": {"addressLocality": "Malmö", "addressCountry": "SE"}}],
    }  # fmt: skip
    return {
        "version": "https://jsonfeed.org/version/1", "title": "Quarrystone Fittings",
        "items": [{
            "id": "1", "title": "Plant Scheduler", "content_html": TEXT,
            "url": "https://quarrystone.teamtailor.com/jobs/1-plant-scheduler",
            "date_published": "2026-10-20T10:00:00+01:00", "_jobposting": marked}],
    }  # fmt: skip
