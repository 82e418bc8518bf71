"""Ashby: its public job board answer, and the data that its pages carry for their own script.

Source: https://developers.ashbyhq.com/docs/public-job-posting-api (the board as a list, which
names no employer); a page carries the very posting and its organisation in ``window.__appData``.
"""

import json

from selectolax.lexbor import LexborHTMLParser

from ringback.core.posting import Posting
from ringback.sources.postings.closing import DayHints, day_of
from ringback.sources.postings.lines import lines_of_html, lines_of_text, text_of_lines
from ringback.sources.postings.platform import Asked, Platform, segments
from ringback.sources.postings.records import Json, is_yes, long_text, record, records, text
from ringback.sources.web.urls import Url

_DATA = "window.__appData"


def asks(url: Url) -> Asked | None:
    parts = segments(url)
    if url.host != "jobs.ashbyhq.com" or len(parts) < 2:
        return None
    return Asked(key=parts[1])


def reads(value: object, hints: DayHints) -> list[Posting] | None:
    jobs = records(record(value).get("jobs"))
    if not jobs or not all("jobUrl" in job and "descriptionHtml" in job for job in jobs):
        return None
    return [_posting(job, hints) for job in jobs]


def page(tree: LexborHTMLParser, hints: DayHints) -> Posting | None:
    """The posting that a page carries for its own script."""
    for node in tree.css("script"):
        script = node.text()
        at = script.find(_DATA)
        start = script.find("{", at)
        if at < 0 or start < 0:
            continue
        try:
            told, _ = json.JSONDecoder(strict=False).raw_decode(script, start)
        except (ValueError, RecursionError):
            continue
        job = record(told, "posting")
        if not job:
            continue
        closes = day_of(text(job.get("applicationDeadline")), hints)
        return Posting(
            title=text(job.get("title")),
            employer=text(record(told, "organization"), "name"),
            place=text(job.get("locationName")),
            department=text(job.get("departmentName")) or text(job.get("teamNames")),
            remote=is_yes(job.get("isRemote")),
            closes=closes.isoformat() if closes else "",
            closes_on=closes,
            posted_on=day_of(text(job.get("publishedDate")), hints),
            key=text(job.get("id")),
            text=_text(job),
        )
    return None


def _posting(job: Json, hints: DayHints) -> Posting:
    address = record(job, "address", "postalAddress")
    return Posting(
        title=text(job.get("title")),
        place=text(job.get("location")),
        country=text(address.get("addressCountry")),
        region=text(address.get("addressRegion")),
        city=text(address.get("addressLocality")),
        remote=is_yes(job.get("isRemote")),
        department=text(job.get("department")) or text(job.get("team")),
        posted_on=day_of(text(job.get("publishedAt")), hints),
        url=text(job.get("jobUrl")),
        key=text(job.get("id")),
        text=_text(job),
    )


def _text(job: Json) -> str:
    html = long_text(job.get("descriptionHtml"))
    lines = lines_of_html(html) if html else lines_of_text(long_text(job.get("descriptionPlain")))
    return text_of_lines(lines)


PLATFORM = Platform(
    key="ashby",
    label="Ashby",
    asks=asks,
    reads=reads,
    page=page,
    signs=(_DATA, "ashby-job-posting"),
)
