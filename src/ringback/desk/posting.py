"""A posting made an opening: read first, which writes nothing, then kept with all that it says."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from ringback.book.journal import Document, SentDocument, Touch
from ringback.book.openings import Opening
from ringback.book.parties import Person
from ringback.core.found import FoundPerson
from ringback.core.names import fold
from ringback.core.people import RouteKind
from ringback.core.posting import Posting, kept_text
from ringback.core.zones import place_of
from ringback.desk import visiting
from ringback.desk.desk import Desk
from ringback.desk.ended import taken_back
from ringback.desk.intake.known import names_one_job
from ringback.desk.openings import NewOpening, add
from ringback.desk.parties import Source, employer_named, find_employer, put_route
from ringback.desk.record import Logged
from ringback.desk.refusal import Code, Refusal
from ringback.desk.sending import current_step
from ringback.desk.verb import reading, verb
from ringback.desk.visiting import LARGEST, refused
from ringback.desk.who import IN_POSTING, keep_people, where_posted
from ringback.sources.postings.addresses import plain_address
from ringback.sources.postings.apart import read_apart
from ringback.sources.postings.asking import posting_at
from ringback.sources.postings.given import Given, Reading
from ringback.sources.unreadable import Unreadable
from ringback.sources.web.guest import Guest

PUT_UP = "put the posting up"
_MOST_SHOWN = 9
_LONGEST_CITY = 120


@dataclass(frozen=True)
class Preview:
    """A posting as it was read, with the addresses that were fetched for it; nothing is kept."""

    posting: Posting
    fetched: tuple[str, ...] = ()


@dataclass(frozen=True)
class KeptPosting:
    """What keeping a posting came to; ``known``: it was kept before, and nothing was changed."""

    logged: Logged
    people: tuple[Person, ...] = ()
    doubts: tuple[str, ...] = ()
    known: bool = False


@reading
def read_posting(
    desk: Desk, of: str | bytes, *, url: str = "", pasted: bool = False, pick: int = 0,
    guest: Guest | None = None,
) -> Preview:  # fmt: skip
    """Read one posting from its address, or from the bytes of its page or text; writes nothing.

    ``url`` says where bytes are from; ``pasted`` that they are text taken out of a page; ``pick``
    which of several is meant, counted from 1. Only the address given is fetched.
    Raises Refusal (bad value) for an address where nothing is fetched, (bad file) for what is no
    posting or cannot be read, (ambiguous) for several without ``pick``.
    """
    given = Given(desk.today, url, pasted=pasted)
    try:
        if isinstance(of, str):
            found = posting_at(of, guest or visiting.own_guest(), given)
            return Preview(_dated(desk, _one(found.reading, pick)), found.fetched)
        if len(of) > LARGEST:
            raise Refusal(
                Code.BAD_FILE,
                f"That is larger than {LARGEST / 1e6:g} million bytes, too large for a posting.",
                "Save the page itself, without its pictures, and give that file.",
            )  # fmt: skip
        return Preview(_dated(desk, _one(read_apart(of, given), pick)))
    except Unreadable as error:
        raise refused(error) from error


def _one(found: Reading, pick: int) -> Posting:
    postings = found.postings
    if not postings:
        raise _none(found)
    if pick and not 1 <= pick <= len(postings):
        raise Refusal(
            Code.BAD_VALUE, f"There is no posting {pick}: it holds {_count(len(postings))}.",
            "Leave --pick out to see them.",
        )  # fmt: skip
    if len(postings) > 1 and not pick:
        shown = "; ".join(f"{n} {_named(one)}" for n, one in enumerate(postings[:_MOST_SHOWN], 1))
        more = f" and {len(postings) - _MOST_SHOWN} more" if len(postings) > _MOST_SHOWN else ""
        raise Refusal(
            Code.AMBIGUOUS, f"There are {len(postings)} postings there: {shown}{more}.",
            "Give the address of the one, or say which: --pick 1.",
        )  # fmt: skip
    return postings[max(pick, 1) - 1]


def _dated(desk: Desk, posting: Posting) -> Posting:
    """The posting, with a word on it where its closing date has passed."""
    day = posting.closes_on
    if day is None or day >= desk.today:
        return posting
    return replace(posting, doubts=(*posting.doubts, f"It closed on {day.day} {day:%B %Y}."))


def _none(found: Reading) -> Refusal:
    if found.built_by_script:
        return Refusal(
            Code.BAD_FILE, "The page is built by script: as it is sent, it shows no posting.",
            "Open it in the browser, save the complete page and give that file, or copy its text "
            "and give it with --posting -",
        )  # fmt: skip
    return Refusal(
        Code.BAD_FILE,
        "That is not a posting, as far as can be told: it names no job.",
        "Give the page of the one job, or copy its text and give it with --posting -",
    )


def _count(number: int) -> str:
    return "one posting" if number == 1 else f"{number} postings"


def _named(posting: Posting) -> str:
    return posting.title + (f" ({posting.place})" if posting.place else "")


@reading
def known_posting(desk: Desk, posting: Posting) -> Opening | None:
    """The opening that this posting was kept as: by its address, or by employer, title, reference.

    Two postings without a reference are one unless each has an address of its own. An opening that
    was taken back is not known.
    """
    rows = Opening.objects.filter(search=desk.search).select_related("employer").order_by("pk")
    url = plain_address(posting.url) if posting.url else ""
    employer = find_employer(desk, posting.employer)
    gone = taken_back(desk)
    for row in rows.exclude(url="") if url else ():
        if row.pk not in gone and plain_address(row.url) == url and names_one_job(row.url):
            return row
    for row in rows.filter(employer=employer) if employer else ():
        if row.pk in gone or fold(row.title) != fold(posting.title):
            continue
        if row.source_ref != posting.reference:
            continue
        apart = url and row.url and not posting.reference and plain_address(row.url) != url
        if not apart:
            return row
    return None


@verb
def keep_posting(
    desk: Desk, posting: Posting, *, note: str = "", at: datetime | None = None
) -> KeptPosting:
    """Open an opening with all that the posting says, its text kept as a file.

    Who is named in it is kept with the posting as evidence; who hires is not decided by that. A
    posting that was kept before is known, and nothing changes.
    Raises Refusal (bad value) where the employer or the title is not known.
    """
    _check(posting)
    if (before := known_posting(desk, posting)) is not None:
        return KeptPosting(Logged(before, (), current_step(before)), known=True)
    city = (posting.city or _first_place(posting))[:_LONGEST_CITY]
    where = place_of(posting.country, posting.region, city)
    logged = add(
        desk,
        NewOpening(
            employer=posting.employer, title=posting.title, url=posting.url, place=where,
            place_text=posting.place[:200], closes_on=posting.closes_on,
            no_calls=posting.no_calls[:200], salary=posting.salary[:200],
            reports_to=posting.reports_to[:200], posting=kept_text(posting), note=note,
        ),
        at,
    )  # fmt: skip
    opening = logged.opening
    employer = employer_named(desk, posting.employer, domain=posting.domain)
    if posting.reference:
        opening.source_ref = posting.reference
        opening.save(update_fields=["source_ref"])
    _keep_file(desk, logged.touches[0], posting)
    doubts = list(posting.doubts)
    source = Source(IN_POSTING, where_posted(opening))
    for route in posting.routes:
        kind = None if route.kind is RouteKind.MAIL else route.kind
        text = f"{route.value} ext. {route.extension}" if route.extension else route.value
        try:
            put_route(desk, text, employer=employer, kind=kind, source=source)
        except Refusal as refusal:
            doubts.append(f"{route.value}: {refusal.sentence}")
    people = keep_people(desk, employer, posting.people, source)
    doubts.extend(people.doubts)
    kept = [*people.new, *people.known]
    if posting.put_up_by and posting.put_up_by not in {one.name for one in kept}:
        entered = FoundPerson(name=posting.put_up_by)
        by = keep_people(desk, employer, [entered], Source(PUT_UP, where_posted(opening)))
        kept.extend((*by.new, *by.known))
    opening.refresh_from_db()
    now = Logged(opening, logged.touches, current_step(opening))
    return KeptPosting(now, tuple(kept), tuple(doubts))


def _check(posting: Posting) -> None:
    missing: Sequence[tuple[str, str, str]] = (
        (posting.employer, "who the employer is", "ringback add EMPLOYER --posting …"),
        (posting.title, "what the job is", "ringback add --title JOB --posting …"),
    )
    for value, what, how in missing:
        if not value:
            raise Refusal(
                Code.BAD_VALUE, f"The posting does not say {what}.", f"Say it yourself: {how}"
            )


def _first_place(posting: Posting) -> str:
    return "" if posting.remote and not posting.city else posting.place.partition(";")[0]


def _keep_file(desk: Desk, touch: Touch, posting: Posting) -> None:
    """The posting's text as a file of the act that added it, once for each content."""
    content = kept_text(posting).encode()
    name = Path(f"Posting, {posting.title.replace('/', ' ')}").name[:240] + ".txt"
    document, _ = Document.objects.get_or_create(
        search=desk.search, sha256=hashlib.sha256(content).hexdigest(),
        defaults={
            "name": name, "size": len(content), "content": content, "kept_at": desk.now,
        },
    )  # fmt: skip
    SentDocument.objects.create(touch=touch, document=document, name=name)
