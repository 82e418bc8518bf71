"""Teamtailor: its jobs feed; its pages bear JSON-LD and are asked themselves.

Source: the JSON Feed (https://jsonfeed.org/version/1) at /jobs.json, in which ``_jobposting`` is a
schema.org JobPosting; seen in public code.
"""

from ringback.core.posting import Posting
from ringback.sources.postings.closing import DayHints
from ringback.sources.postings.platform import Asked, Platform, segments, under
from ringback.sources.postings.records import Json, long_text, record, records, text
from ringback.sources.postings.structured import posting_of
from ringback.sources.web.urls import Url


def asks(url: Url) -> Asked | None:
    parts = segments(url)
    if not under(url.host, "teamtailor.com") or "jobs" not in parts[:-1]:
        return None
    return Asked(key=parts[parts.index("jobs") + 1].split("-")[0])


def reads(value: object, hints: DayHints) -> list[Posting] | None:
    told = record(value)
    items = records(told.get("items"))
    if not items or not all("_jobposting" in item for item in items):
        return None
    return [_posting(item, text(told.get("title")), hints) for item in items]


def _posting(item: Json, employer: str, hints: DayHints) -> Posting:
    marked = dict(record(item, "_jobposting"))
    marked.setdefault("title", item.get("title"))
    marked.setdefault("hiringOrganization", employer)
    marked.setdefault("datePosted", item.get("date_published"))
    marked.setdefault("description", long_text(item.get("content_html")))
    marked.setdefault("url", item.get("url"))
    return posting_of(marked, hints)


PLATFORM = Platform(key="teamtailor", label="Teamtailor", asks=asks, reads=reads)
