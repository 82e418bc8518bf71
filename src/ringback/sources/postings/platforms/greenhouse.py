"""Greenhouse: its Job Board API and its two kinds of job pages.

Source: https://developers.greenhouse.io/job-board.html (GET /v1/boards/{token}/jobs/{id}). The
answer's ``content`` is HTML with its signs escaped; ``metadata`` holds the employer's own fields.
"""

from ringback.core.found import FoundPerson
from ringback.core.posting import Posting
from ringback.sources.postings.closing import DayHints, day_of
from ringback.sources.postings.lines import lines_of_html, text_of_lines
from ringback.sources.postings.platform import Asked, Marks, Platform, segments
from ringback.sources.postings.records import Json, long_text, record, records, text
from ringback.sources.web.urls import Url

_BOARDS = {
    "boards.greenhouse.io": "boards-api.greenhouse.io",
    "job-boards.greenhouse.io": "boards-api.greenhouse.io",
    "boards.eu.greenhouse.io": "boards-api.eu.greenhouse.io",
    "job-boards.eu.greenhouse.io": "boards-api.eu.greenhouse.io",
}
_MANAGER = frozenset({"hiring manager", "manager", "reports to", "contact", "contact person"})


def asks(url: Url) -> Asked | None:
    parts = segments(url)
    if url.host not in _BOARDS or len(parts) < 3 or parts[1] != "jobs" or not parts[2].isdigit():
        return None
    return Asked(_BOARDS[url.host], f"/v1/boards/{parts[0]}/jobs/{parts[2]}", parts[2])


def reads(value: object, hints: DayHints) -> list[Posting] | None:
    jobs = records(record(value).get("jobs")) or records(record(value))
    if not jobs or not all("absolute_url" in job and "internal_job_id" in job for job in jobs):
        return None
    return [_posting(job, hints) for job in jobs]


def _posting(job: Json, hints: DayHints) -> Posting:
    closes = day_of(text(job.get("application_deadline")), hints)
    offices = records(job.get("offices"))
    people, reports_to = _told(job)
    return Posting(
        title=text(job.get("title")),
        employer=text(job.get("company_name")),
        place=text(job.get("location"), "name")
        or text(offices[0] if offices else None, "location", "name"),
        department=text(job.get("departments"), "name"),
        reference=text(job.get("requisition_id")),
        closes=closes.isoformat() if closes else "",
        closes_on=closes,
        posted_on=day_of(text(job.get("first_published")), hints),
        url=text(job.get("absolute_url")),
        people=people,
        reports_to=reports_to,
        key=text(job.get("id")),
        text=text_of_lines(lines_of_html(long_text(job.get("content")))),
    )


def _told(job: Json) -> tuple[tuple[FoundPerson, ...], str]:
    """The manager, where the employer shows one in a field of their own."""
    people, reports_to = [], ""
    for one in records(job.get("metadata")):
        if text(one.get("name")).casefold() not in _MANAGER:
            continue
        value = one.get("value")
        if one.get("value_type") == "user" or isinstance(value, dict):
            if name := text(value, "name"):
                people.append(FoundPerson(name=name))
        elif text(one.get("name")).casefold() == "reports to":
            reports_to = text(value)
    return tuple(people), reports_to


PLATFORM = Platform(
    key="greenhouse",
    label="Greenhouse",
    asks=asks,
    reads=reads,
    marks=Marks(
        title=".app-title, .job__title h1",
        employer=".company-name",
        place="#header .location, .job__location",
    ),
    signs=('class="app-title"', 'class="job__title"', 'id="grnhse_app"'),
)
