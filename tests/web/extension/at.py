"""Which extension asks, and what it hands in."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from tests.sources.postings.made_up import job_posting, page_with

if TYPE_CHECKING:
    from django.test.client import _MonkeyPatchedWSGIResponse as Answered

ORIGIN = "chrome-extension://abcdefghijklmnopabcdefghijklmnop"
OTHER = "chrome-extension://ponmlkjihgfedcbaponmlkjihgfedcba"
PAGE = "https://quarrystone.example/jobs/1"
POSTING = page_with(job_posting(url=PAGE))
TEAM = """<!doctype html><html><head><meta charset="iso-8859-1"></head><body><h1>Our team</h1>
<div class="card"><h3>Maria Gonzalez</h3><p>Plant Manager</p></div>
<div class="card"><h3>Kim Novák</h3><p>Maintenance Manager</p></div></body></html>"""
PATHS = ("/extension/posting/", "/extension/people/", "/extension/leave/")
Send = Callable[..., "Answered"]


def openings() -> int:
    """How many openings there are in all."""
    from ringback.book.openings import Opening

    return Opening.objects.count()
