"""A posting read from plain text that somebody pasted: first lines, labels and sentences."""

import re
from collections.abc import Sequence

from ringback.core.names import employer_key
from ringback.core.posting import Posting
from ringback.core.zones import place_of
from ringback.sources.postings.labels import is_label
from ringback.sources.postings.lines import TextLine
from ringback.sources.postings.page import hires_in

_FIRST = 6
_LONGEST_TITLE = 120
_AT = re.compile(
    r"^(?P<title>.{2,100}?)\s+(?:at|@|bei|chez|hos|presso|bij)\s+(?P<name>[A-ZÀ-Þ0-9].{1,80})$"
)
_DOTTED = re.compile(r"\s*[·•|]\s*|\s+[–—-]\s+")
_PLACE = re.compile(r"[A-ZÀ-Þ][\w .'’-]{1,40}, [A-ZÀ-Þ][\w .]{1,30}")
_ADDRESS = re.compile(r"https?://\S+")


def read_pasted(lines: Sequence[TextLine]) -> Posting:
    """Title, employer and place from the first lines of a text; what is not there stays empty."""
    head = [line.text for line in lines[:_FIRST] if not _ADDRESS.fullmatch(line.text)]
    head = [text for text in head if not is_label(text)]
    title = head[0] if head and _can_be_title(head[0]) else ""
    employer = place = ""
    doubts: tuple[str, ...] = ()
    if title and (said := _AT.match(title)):
        title, employer = said["title"], said["name"].strip(" .,")
    elif title and len(head) > 1 and len(head[1]) <= 100 and _can_be_second(head[1]):
        parts = [part.strip() for part in _DOTTED.split(head[1]) if part.strip()]
        if len(parts) > 1 or _has_a_legal_form(head[1]):
            employer, place = parts[0], parts[1] if len(parts) > 1 else ""
        elif not hires_in(lines) and _can_be_employer(head[1]):
            employer = head[1]
            doubts = (f"“{employer}” was taken for the employer: it stands under the title.",)
    place = place or next(filter(_is_a_place, head[1:4]), "")
    urls = [found for line in lines for found in _ADDRESS.findall(line.text)]
    return Posting(
        title=title, employer=employer or hires_in(lines), place=place,
        url=urls[0].rstrip(".,;)") if urls and _ADDRESS.fullmatch(lines[0].text) else "",
        doubts=doubts,
    )  # fmt: skip


def _can_be_title(text: str) -> bool:
    return (
        len(text) <= _LONGEST_TITLE and not text.endswith((".", "!", "?", ":")) and "@" not in text
    )


def _can_be_second(text: str) -> bool:
    return not text.endswith((".", "!", ":")) or _has_a_legal_form(text)


def _has_a_legal_form(text: str) -> bool:
    """Whether the last word says nothing of the name itself: "Acme Foods, Inc."."""
    words = text.split()
    bare = " ".join(words[:-1])
    return len(words) > 1 and employer_key(bare) == employer_key(text)


def _can_be_employer(text: str) -> bool:
    """Whether a line by itself may be a name: "Quarrystone Fittings", not "Springfield, OH"."""
    words = text.split()
    capital = sum(word[0].isupper() for word in words)
    return len(words) <= 6 and not re.search(r"[\d,@]", text) and capital * 2 > len(words)


def _is_a_place(text: str) -> bool:
    """Whether a line by itself is a place that the tables know: "Springfield, OH"."""
    bare = text.partition("(")[0].strip()
    return bool(_PLACE.fullmatch(bare)) and bool(place_of("", "", bare).country)
