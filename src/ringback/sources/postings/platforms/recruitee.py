"""Recruitee: its Careers Site API; its pages bear JSON-LD.

Source: https://docs.recruitee.com/reference/intro-to-careers-site-api (GET /api/offers/ and
/api/offers/{offer}), seen in public code as well.
"""

from ringback.core.posting import Posting
from ringback.sources.postings.closing import DayHints, day_of
from ringback.sources.postings.lines import lines_of_html, text_of_lines
from ringback.sources.postings.platform import Asked, Platform, segments, under
from ringback.sources.postings.records import Json, is_yes, long_text, record, records, text
from ringback.sources.web.urls import Url


def asks(url: Url) -> Asked | None:
    parts = segments(url)
    if not under(url.host, "recruitee.com") or "o" not in parts[:-1]:
        return None
    slug = parts[parts.index("o") + 1]
    return Asked(url.host, f"/api/offers/{slug}", slug)


def reads(value: object, hints: DayHints) -> list[Posting] | None:
    told = record(value)
    jobs = records(told.get("offers")) or records(told.get("offer"))
    if not jobs or not all("careers_url" in job for job in jobs):
        return None
    return [_posting(job, hints) for job in jobs]


def _posting(job: Json, hints: DayHints) -> Posting:
    pay = record(job, "salary")
    figure = " to ".join(dict.fromkeys(filter(None, (text(pay.get("min")), text(pay.get("max"))))))
    parts = [long_text(job.get(name)) for name in ("description", "requirements")]
    closes = day_of(text(job.get("close_at")), hints)
    return Posting(
        title=text(job.get("title")),
        employer=text(job.get("company_name")),
        place=text(job.get("location")),
        country=text(job.get("country_code")) or text(job.get("country")),
        region=text(job.get("state_code")),
        city=text(job.get("city")),
        remote=is_yes(job.get("remote")),
        department=text(job.get("department")),
        closes=closes.isoformat() if closes else "",
        closes_on=closes,
        posted_on=day_of(text(job.get("published_at")), hints),
        salary=" ".join(filter(None, (text(pay.get("currency")), figure))) if figure else "",
        url=text(job.get("careers_url")),
        key=text(job.get("slug")) or text(job.get("id")),
        text="\n".join(text_of_lines(lines_of_html(part)) for part in parts if part),
    )


PLATFORM = Platform(key="recruitee", label="Recruitee", asks=asks, reads=reads)
