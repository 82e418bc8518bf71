"""Workable: its public answers, and its pages as a browser saves them.

Source: https://apply.workable.com/api/v1/widget/accounts/{account}?details=true (the widget that
employers put on their sites; seen in public code), and the answer for one job (…/jobs/{shortcode}),
which holds the same facts under like names.
"""

from ringback.core.posting import Posting
from ringback.sources.postings.closing import DayHints, day_of
from ringback.sources.postings.lines import lines_of_html, text_of_lines
from ringback.sources.postings.platform import Asked, Marks, Platform, segments
from ringback.sources.postings.records import Json, is_yes, long_text, record, records, text
from ringback.sources.web.urls import Url

_HOST = "apply.workable.com"


def asks(url: Url) -> Asked | None:
    parts = segments(url)
    if url.host != _HOST or len(parts) < 3 or parts[1] != "j":
        return None
    return Asked(_HOST, f"/api/v1/widget/accounts/{parts[0]}?details=true", parts[2].upper())


def reads(value: object, hints: DayHints) -> list[Posting] | None:
    told = record(value)
    jobs = records(told.get("jobs")) or records(told)
    if not jobs or not all("shortcode" in job for job in jobs):
        return None
    return [_posting(job, text(told.get("name")), hints) for job in jobs]


def _posting(job: Json, employer: str, hints: DayHints) -> Posting:
    where = record(job, "location") or job
    city, region = text(where.get("city")), text(where.get("region") or where.get("state"))
    country = text(where.get("country"))
    parts = [long_text(job.get(name)) for name in ("description", "requirements", "benefits")]
    return Posting(
        title=text(job.get("title")),
        employer=employer,
        place=", ".join(filter(None, (city, region, country))),
        country=country,
        region=region,
        city=city,
        remote=is_yes(job.get("telecommuting")) or is_yes(job.get("remote")),
        department=text(job.get("department")) or text(job.get("function")),
        reference=text(job.get("code")),
        posted_on=day_of(text(job.get("published_on")) or text(job.get("published")), hints),
        url=text(job.get("url")) or text(job.get("shortlink")),
        key=text(job.get("shortcode")).upper(),
        text="\n".join(text_of_lines(lines_of_html(part)) for part in parts if part),
    )


PLATFORM = Platform(
    key="workable",
    label="Workable",
    asks=asks,
    reads=reads,
    marks=Marks(
        title='[data-ui="job-title"]',
        employer='[data-ui="company-name"]',
        place='[data-ui="job-location"]',
        department='[data-ui="job-department"]',
    ),
    signs=('data-ui="job-title"',),
)
