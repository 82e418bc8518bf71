"""What a platform for postings is: its addresses, its public answers, the marks of its pages."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser

from ringback.core.posting import Posting
from ringback.sources.postings.closing import DayHints
from ringback.sources.web.urls import Url

_LONGEST = 300


@dataclass(frozen=True, slots=True)
class Asked:
    """Where a posting's public data is had, and by which ``key`` it is known in the answer.

    ``host`` is empty where the page itself is to be asked; ``target`` is path and query.
    """

    host: str = ""
    target: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class Marks:
    """CSS selectors of a platform's own pages, each a list in which the first that fits counts."""

    title: str = ""
    employer: str = ""
    place: str = ""
    department: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Platform:
    """One platform.

    ``asks`` says for an address what to ask, None where it names none of its postings. ``reads``
    gives the postings of one of its answers, None where the value is none of its own; for an
    answer that is XML ``reads_text`` does. ``signs`` are texts of which any stands in every page
    of its own and in no other's.
    """

    key: str
    label: str
    asks: Callable[[Url], Asked | None]
    reads: Callable[[object, DayHints], Sequence[Posting] | None] = lambda _value, _hints: None
    reads_text: Callable[[str, DayHints], Sequence[Posting] | None] = lambda _text, _hints: None
    page: Callable[[LexborHTMLParser, DayHints], Posting | None] = lambda _tree, _hints: None
    marks: Marks = field(default_factory=Marks)
    signs: tuple[str, ...] = ()


def by_marks(tree: LexborHTMLParser, marks: Marks) -> Posting:
    """What the marks of a page show."""
    return Posting(
        title=_shown(tree, marks.title), employer=_shown(tree, marks.employer),
        place=_shown(tree, marks.place), department=_shown(tree, marks.department),
    )  # fmt: skip


def _shown(tree: LexborHTMLParser, selectors: str) -> str:
    for selector in filter(None, (one.strip() for one in selectors.split(","))):
        node = tree.css_first(selector)
        if node is None:
            continue
        text = (
            node.attributes.get("alt") or node.attributes.get("content") or node.text(separator=" ")
        )
        if found := " ".join(text[:_LONGEST].split()).strip(" /·|"):
            return found
    return ""


def segments(url: Url) -> list[str]:
    """The parts of an address's path."""
    return [one for one in url.target.partition("?")[0].split("/") if one]


def under(host: str, *domains: str) -> str:
    """The name before a platform's domain ("acme" of acme.recruitee.com); "" for other hosts."""
    for domain in domains:
        name = host.removesuffix(f".{domain}")
        if name != host and name not in ("", "www", "api"):
            return name
    return ""
