"""The lines of a posting's text, from HTML or from plain text, and text made comparable."""

import re
import unicodedata
from html import unescape
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser

from ringback.sources.team_pages.bounds import readable_part
from ringback.sources.team_pages.outline import Outline
from ringback.sources.team_pages.walk import outline_of

MOST_TEXT = 200_000
_MOST_LINES = 3_000
_LONGEST = 4_000
_TAG = re.compile(r"</?[a-zA-Z][^>]{0,500}>")
_ENDS = re.compile(r"(?<=[.!?;…])\s+|\s*[•▪●|]\s*|\s+[–—]\s+")


class TextLine(NamedTuple):
    """One line; ``heading`` where the page marks it as one (1 the highest), else 0."""

    text: str
    heading: int = 0


def lines_of_html(html: str) -> list[TextLine]:
    """The lines that a piece of HTML shows; HTML that is escaped as a whole is unescaped first."""
    html = html[:MOST_TEXT]
    if "<" not in html and "&lt;" in html:
        html = unescape(html)
    if not _TAG.search(html):
        return lines_of_text(unescape(html))
    return lines_of_outline(outline_of(LexborHTMLParser(readable_part(f"<body>{html}"))))


def lines_of_outline(outline: Outline) -> list[TextLine]:
    """The lines of a page, without what stands for pictures."""
    return [
        TextLine(line.text[:_LONGEST], line.level)
        for line in outline.lines[:_MOST_LINES]
        if not line.alt
    ]


def lines_of_text(text: str) -> list[TextLine]:
    """The lines of a plain text, those that are empty left out."""
    rows = (" ".join(row.split()) for row in text[:MOST_TEXT].splitlines()[:_MOST_LINES])
    return [TextLine(row[:_LONGEST]) for row in rows if row]


def text_of_lines(lines: list[TextLine]) -> str:
    return "\n".join(line.text for line in lines)


def sentences(text: str) -> list[str]:
    """The sentences of one line, roughly: at full stops, bullets and dashes between blanks."""
    return [piece for part in _ENDS.split(text) if (piece := part.strip())]


def alike(text: str) -> str:
    """The text without case and accents, letter by letter: what is found stands at its place."""
    if text.isascii():
        return text.lower()
    return "".join(_plain(one) for one in text)


def _plain(character: str) -> str:
    if character in "’‘`´":
        return "'"
    first = unicodedata.normalize("NFKD", character)[:1] or character
    return first.lower()[:1]
