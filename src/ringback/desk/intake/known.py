"""What the book knows already, looked up by what rows of a file are recognised by."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from ringback.book.journal import Touch
from ringback.book.openings import Opening
from ringback.book.parties import Employer, Evidence, Person, Route, Search
from ringback.core.names import employer_key, fold

Owner = tuple[str, int]


@dataclass(slots=True)
class Known:
    """Rows of one search by their keys; merged records stand under who they are now.

    What was withdrawn with an import that was taken back is not known.
    """

    employers: dict[str, int] = field(default_factory=dict)
    people: dict[tuple[int, str], int] = field(default_factory=dict)
    titles: dict[int, str] = field(default_factory=dict)
    routes: dict[tuple[str, int, str, str], int] = field(default_factory=dict)
    evidence: set[tuple[int, str, str]] = field(default_factory=set)
    openings: dict[tuple[int, str], int] = field(default_factory=dict)
    urls: dict[tuple[int, str], int] = field(default_factory=dict)
    happened: dict[int, set[str]] = field(default_factory=lambda: defaultdict(set))


def what_is_known(search: Search) -> Known:
    """Read the keys of everything in a search."""
    known = Known()
    employers = Employer.objects.filter(search=search, withdrawn_at__isnull=True)
    merged: dict[int, int] = {}
    for pk, key, into in employers.order_by("pk").values_list("pk", "key", "merged_into_id"):
        known.employers.setdefault(key, pk)
        if into is not None:
            merged[pk] = into
    known.employers = {key: _now(pk, merged) for key, pk in known.employers.items()}
    _people(search, known)
    for pk, employer, person, value, extension in Route.objects.filter(search=search).values_list(
        "pk", "employer_id", "person_id", "value", "extension"
    ):
        owner = ("person", person) if person else ("employer", employer or 0)
        known.routes[*owner, value, extension] = pk
    rows = Evidence.objects.filter(search=search, person__isnull=False)
    known.evidence = set(rows.values_list("person_id", "about", "source"))
    _openings(search, known)
    return known


def _people(search: Search, known: Known) -> None:
    merged: dict[int, int] = {}
    rows = Person.objects.filter(search=search, withdrawn_at__isnull=True).order_by("pk")
    for pk, employer, key, title, into in rows.values_list(
        "pk", "employer_id", "key", "title", "merged_into_id"
    ):
        known.people.setdefault((employer or 0, key), pk)
        known.titles[pk] = title
        if into is not None:
            merged[pk] = into
    known.people = {key: _now(pk, merged) for key, pk in known.people.items()}


def _openings(search: Search, known: Known) -> None:
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


def names_one_job(url: str) -> bool:
    """Whether an address is that of one posting, and not of a board or of a page of careers."""
    _, _, path = url.partition("://")[2].partition("/")
    return any(character.isdigit() for character in path)


def _now(pk: int, merged: dict[int, int]) -> int:
    while pk in merged:
        pk = merged[pk]
    return pk


def keys_of(names: Iterable[str]) -> dict[str, str]:
    """The comparable name of each employer named."""
    return {name: employer_key(name) for name in names}
