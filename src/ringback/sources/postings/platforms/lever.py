"""Lever: its postings API and its job pages.

Source: https://github.com/lever/postings-api (GET /v0/postings/{site}/{id}). The answer names the
site and not the employer; the page's title does ("Employer - Job").
"""

from datetime import UTC, date, datetime

from ringback.core.posting import Posting
from ringback.sources.postings.closing import DayHints
from ringback.sources.postings.lines import lines_of_html, text_of_lines
from ringback.sources.postings.platform import Asked, Marks, Platform, segments
from ringback.sources.postings.records import Json, long_text, record, records, text
from ringback.sources.web.urls import Url

_SITES = {"jobs.lever.co": "api.lever.co", "jobs.eu.lever.co": "api.eu.lever.co"}


def asks(url: Url) -> Asked | None:
    parts = segments(url)
    if url.host not in _SITES or len(parts) < 2:
        return None
    return Asked(_SITES[url.host], f"/v0/postings/{parts[0]}/{parts[1]}?mode=json", parts[1])


def reads(value: object, _hints: DayHints) -> list[Posting] | None:
    jobs = records(value)
    if not jobs or not all("hostedUrl" in job and "categories" in job for job in jobs):
        return None
    return [_posting(job) for job in jobs]


def _posting(job: Json) -> Posting:
    categories = record(job, "categories")
    parts = [long_text(job.get(name)) for name in ("opening", "description")]
    parts.extend(
        f"<h3>{text(one.get('text'))}</h3><ul>{long_text(one.get('content'))}</ul>"
        for one in records(job.get("lists"))
    )
    parts.append(long_text(job.get("additional")))
    return Posting(
        title=text(job.get("text")),
        place=text(categories.get("location")),
        country=text(job.get("country")),
        remote=text(job.get("workplaceType")) == "remote",
        department=text(categories.get("department")) or text(categories.get("team")),
        posted_on=_posted(job.get("createdAt")),
        salary=_salary(record(job, "salaryRange")),
        url=text(job.get("hostedUrl")),
        key=text(job.get("id")),
        text="\n".join(text_of_lines(lines_of_html(part)) for part in parts if part),
    )


def _posted(created: object) -> date | None:
    """The day (UTC) of a moment in milliseconds since 1970."""
    if not isinstance(created, (int, float)) or not 0 < created < 4e12:
        return None
    return datetime.fromtimestamp(created / 1000, UTC).date()


def _salary(told: Json) -> str:
    low, high = text(told.get("min")), text(told.get("max"))
    if not (low or high):
        return ""
    per = text(told.get("interval")).replace("-", " ").removesuffix(" salary").removesuffix(" wage")
    figure = " to ".join(dict.fromkeys(filter(None, (low, high))))
    return " ".join(filter(None, (text(told.get("currency")), figure, per)))


PLATFORM = Platform(
    key="lever",
    label="Lever",
    asks=asks,
    reads=reads,
    marks=Marks(
        title=".posting-headline h2",
        employer=".main-header-logo img",
        place=".posting-categories .location",
        department=".posting-categories .department",
    ),
    signs=("posting-headline",),
)
