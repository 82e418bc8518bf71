"""SmartRecruiters: its Posting API; its pages bear schema.org microdata.

Source: https://developers.smartrecruiters.com/docs/posting-api (GET /v1/companies/{id}/postings/
{posting}). ``creator`` is the employee who put the posting up: a recruiter or the manager.
"""

from ringback.core.posting import Posting
from ringback.sources.postings.closing import DayHints, day_of
from ringback.sources.postings.lines import lines_of_html, text_of_lines
from ringback.sources.postings.platform import Asked, Platform, segments
from ringback.sources.postings.records import Json, is_yes, long_text, record, records, text
from ringback.sources.web.urls import Url

_HOSTS = frozenset({"jobs.smartrecruiters.com", "careers.smartrecruiters.com"})
_SECTIONS = ("companyDescription", "jobDescription", "qualifications", "additionalInformation")


def asks(url: Url) -> Asked | None:
    parts = segments(url)
    if url.host not in _HOSTS or len(parts) < 2:
        return None
    number = parts[1].split("-")[0]
    if not number.isdigit():
        return None
    return Asked("api.smartrecruiters.com", f"/v1/companies/{parts[0]}/postings/{number}", number)


def reads(value: object, hints: DayHints) -> list[Posting] | None:
    jobs = records(record(value).get("content")) or records(record(value))
    if not jobs or not all(
        "identifier" in record(job, "company") and "name" in job for job in jobs
    ):
        return None
    return [_posting(job, hints) for job in jobs]


def _posting(job: Json, hints: DayHints) -> Posting:
    where = record(job, "location")
    city, region = text(where.get("city")), text(where.get("region"))
    country = text(where.get("country")).upper()
    sections = record(job, "jobAd", "sections")
    parts = []
    for name in _SECTIONS:
        one = record(sections, name)
        if html := long_text(one.get("text")):
            parts.append(f"<h3>{text(one.get('title'))}</h3>{html}")
    return Posting(
        title=text(job.get("name")),
        employer=text(record(job, "company"), "name", "identifier"),
        place=", ".join(filter(None, (city, region, country))),
        country=country,
        region=region,
        city=city,
        remote=is_yes(where.get("remote")),
        department=text(job.get("department"), "label") or text(job.get("function"), "label"),
        reference=text(job.get("refNumber")),
        posted_on=day_of(text(job.get("releasedDate")), hints),
        put_up_by=text(job.get("creator"), "name"),
        url=text(job.get("postingUrl")),
        key=text(job.get("id")),
        text="\n".join(text_of_lines(lines_of_html(part)) for part in parts),
    )


PLATFORM = Platform(key="smartrecruiters", label="SmartRecruiters", asks=asks, reads=reads)
