"""Which openings the book knows already, and what has happened to them."""

from collections import defaultdict
from dataclasses import dataclass, field

from ringback.book.journal import Touch
from ringback.book.openings import Opening
from ringback.book.parties import Search
from ringback.core.names import fold


@dataclass(slots=True)
class Known:
    """Openings of one search by employer and title, by employer and address, with their touches."""

    openings: dict[tuple[int, str], int] = field(default_factory=dict)
    urls: dict[tuple[int, str], int] = field(default_factory=dict)
    happened: dict[int, set[str]] = field(default_factory=lambda: defaultdict(set))


def what_is_known(search: Search) -> Known:
    """Read the openings of a search; what came with an import that was taken back is not known."""
    known = Known()
    kinds: dict[int, set[str]] = defaultdict(set)
    standing = Touch.objects.filter(search=search).exclude(imported__taken_back_at__isnull=False)
    for opening, kind in standing.values_list("opening_id", "kind").distinct():
        kinds[opening].add(kind)
    rows = Opening.objects.filter(search=search).order_by("pk")
    for pk, employer, title, url in rows.values_list("pk", "employer_id", "title", "url"):
        if "added" not in kinds[pk]:
            continue
        known.openings.setdefault((employer, fold(title)), pk)
        if names_one_job(url):
            known.urls.setdefault((employer, url), pk)
    known.happened = kinds
    return known


def names_one_job(url: str) -> bool:
    """Whether an address is that of one posting, and not of a board or of a page of careers."""
    _, _, path = url.partition("://")[2].partition("/")
    return any(character.isdigit() for character in path)
