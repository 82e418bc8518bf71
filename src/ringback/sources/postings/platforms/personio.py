"""Personio: its XML feed of open positions; its pages bear JSON-LD.

Source: https://developer.personio.de/docs/retrieving-open-job-positions (root ``workzag-jobs``).
The feed names the company only where it has several (``subcompany``).
"""

from html import escape
from xml.parsers import expat

from ringback.core.posting import Posting
from ringback.sources.postings.closing import DayHints, day_of
from ringback.sources.postings.lines import lines_of_html, text_of_lines
from ringback.sources.postings.platform import Asked, Platform, segments, under
from ringback.sources.web.urls import Url

_ROOT = "workzag-jobs"
_MOST = 2_000
_LONGEST = 200_000


def asks(url: Url) -> Asked | None:
    parts = segments(url)
    if not under(url.host, "jobs.personio.de", "jobs.personio.com") or "job" not in parts[:-1]:
        return None
    return Asked(url.host, "/xml", parts[parts.index("job") + 1])


def reads_text(text: str, hints: DayHints) -> list[Posting] | None:
    """The positions of a feed; None for any other text, and for a feed with a DOCTYPE in it."""
    if f"<{_ROOT}" not in text[:2_000]:
        return None
    feed = _Feed()
    try:
        feed.parse(text)
    except (expat.ExpatError, ValueError):
        return None
    return [_posting(fields, hints) for fields in feed.positions]


def _posting(fields: dict[str, str], hints: DayHints) -> Posting:
    return Posting(
        title=" ".join(fields.get("name", "").split()),
        employer=" ".join(fields.get("subcompany", "").split()),
        place=" ".join(fields.get("office", "").split()),
        department=" ".join(fields.get("department", "").split()),
        posted_on=day_of(fields.get("createdAt", ""), hints),
        key=fields.get("id", "").strip(),
        text=text_of_lines(lines_of_html(fields.get("jobDescriptions", ""))),
    )


class _Feed:
    """Reads the positions as they come; entities of the feed's own are not resolved."""

    def __init__(self) -> None:
        self.positions: list[dict[str, str]] = []
        self._path: list[str] = []
        self._size = 0

    def parse(self, text: str) -> None:
        # The text is decoded already, whatever its first line says.
        parser = expat.ParserCreate("utf-8")
        parser.StartElementHandler = self._open
        parser.EndElementHandler = self._close
        parser.CharacterDataHandler = self._data
        parser.StartDoctypeDeclHandler = self._doctype
        parser.Parse(text.encode(), True)

    def _doctype(self, *_told: object) -> None:
        raise ValueError("a feed has no document type")

    def _open(self, name: str, _attributes: dict[str, str]) -> None:
        self._path.append(name)
        if self._path == [_ROOT, "position"]:
            self.positions.append({})
            self._size = 0
            if len(self.positions) > _MOST:
                raise ValueError("more positions than any company has")
        elif self._in_a_heading():
            self._add("jobDescriptions", "<h3>")

    def _close(self, _name: str) -> None:
        if self._in_a_heading():
            self._add("jobDescriptions", "</h3>")
        self._path.pop()

    def _data(self, data: str) -> None:
        inner = self._path[2:]
        if self._in_a_heading():
            self._add("jobDescriptions", escape(data))
        elif inner == ["jobDescriptions", "jobDescription", "value"]:
            self._add("jobDescriptions", data)
        elif len(inner) == 1 and inner != ["jobDescriptions"]:
            self._add(inner[0], data)

    def _in_a_heading(self) -> bool:
        return self._path[2:] == ["jobDescriptions", "jobDescription", "name"]

    def _add(self, name: str, data: str) -> None:
        if self._path[:2] != [_ROOT, "position"]:
            return
        self._size += len(data)
        if self._size <= _LONGEST:
            self.positions[-1][name] = self.positions[-1].get(name, "") + data


PLATFORM = Platform(key="personio", label="Personio", asks=asks, reads_text=reads_text)
