"""A posting filled in from its own text: what its fields do not say, its sentences may."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from ringback.core.found import FoundPerson, FoundRoute
from ringback.core.names import employer_key
from ringback.core.posting import Posting
from ringback.core.zones import place_of
from ringback.sources.postings.closing import Closing, DayHints, closing_in
from ringback.sources.postings.contacts import Contacts, contacts_in
from ringback.sources.postings.labels import Label, first, labelled
from ringback.sources.postings.lines import TextLine, text_of_lines
from ringback.sources.postings.no_calls import no_calls_in
from ringback.sources.postings.reporting import LONGEST, boss_in, boss_of

MOST_KEPT = 100_000
_LONGEST = {"title": 300, "employer": 300, "place": 200, "salary": 200, "reference": 200}
_APPLY = 300


def complete(posting: Posting, lines: Sequence[TextLine], read_on: date) -> Posting:
    """Fill in what is empty from the lines; what fields and text say differently is told.

    ``read_on`` is the day of reading, for a closing date without a year.
    """
    found = list(labelled(lines))
    texts = [line.text for line in lines]
    boss = boss_of(posting.reports_to or first(found, Label.REPORTS))
    if not (boss.title or boss.name):
        boss = boss_in(texts)
    filled = replace(
        posting,
        title=posting.title or first(found, Label.TITLE),
        employer=posting.employer or first(found, Label.EMPLOYER),
        place=posting.place or first(found, Label.PLACE),
        department=posting.department or first(found, Label.DEPARTMENT),
        reference=posting.reference or first(found, Label.REFERENCE),
        salary=posting.salary or first(found, Label.SALARY),
        apply=posting.apply or first(found, Label.APPLY),
        reports_to=boss.title[:LONGEST],
        no_calls=posting.no_calls or no_calls_in(texts),
        text=posting.text or text_of_lines(list(lines))[:MOST_KEPT],
    )
    filled = _with_people(filled, contacts_in(lines), boss.name)
    return _short(_with_closing(filled, lines, read_on))


def _with_closing(posting: Posting, lines: Sequence[TextLine], read_on: date) -> Posting:
    country = posting.country
    if not country and posting.place:
        country = place_of("", posting.region, posting.place).country
    said = closing_in(lines, DayHints(read_on, posting.posted_on, country))
    doubts = [*posting.doubts, *([said.doubt] if said.doubt else [])]
    if posting.closes_on and said.day and posting.closes_on != said.day:
        data = f"{posting.closes_on.day} {posting.closes_on:%B %Y}"
        doubts.append(f"Its text says “{said.words}”, its data {data}: the text's was taken.")
    if said == Closing():
        return posting
    if said.day is None and posting.closes_on:
        return replace(posting, doubts=tuple(doubts))
    return replace(posting, closes=said.words, closes_on=said.day, doubts=tuple(doubts))


def _with_people(posting: Posting, said: Contacts, boss: str) -> Posting:
    """The contacts of its fields, then those of its text; nobody is called like the employer."""
    found = Contacts()
    for person in posting.people:
        found.add(person)
    if boss:
        found.add(FoundPerson(name=boss, title=posting.reports_to))
    company = employer_key(posting.employer)
    for person in said.people:
        if not company or employer_key(person.name) not in (company, *company.split()):
            found.add(person)
    found.add_routes([*posting.routes, *said.routes])
    return replace(posting, people=tuple(found.people), routes=tuple(found.routes))


def _short(posting: Posting) -> Posting:
    """The same within what a book keeps of each fact."""
    cut = {name: " ".join(getattr(posting, name).split())[:most] for name, most in _LONGEST.items()}
    return replace(
        posting, title=cut["title"], employer=cut["employer"], place=cut["place"],
        salary=cut["salary"], reference=cut["reference"],
        department=" ".join(posting.department.split())[:200],
        apply=" ".join(posting.apply.split())[:_APPLY], url=posting.url[:2000],
        domain=posting.domain[:253], put_up_by=posting.put_up_by[:300],
        people=tuple(
            replace(one, name=one.name[:300], title=one.title[:300], routes=_kept(one.routes))
            for one in posting.people
        ),
        routes=_kept(posting.routes),
    )  # fmt: skip


def _kept(routes: tuple[FoundRoute, ...]) -> tuple[FoundRoute, ...]:
    """Those that are no longer than an address or a number can be."""
    return tuple(one for one in routes if len(one.value) <= 254)
