"""The staff on a company's team page, from its HTML: names, titles, numbers and mails."""

from collections.abc import Iterator
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser

from ringback.core.found import FoundPerson, FoundRoute
from ringback.core.people import RouteKind
from ringback.sources.team_pages.bounds import readable_part
from ringback.sources.team_pages.candidates import read_lines, staff_of
from ringback.sources.team_pages.cards import cards_of
from ringback.sources.team_pages.charset import text_of
from ringback.sources.team_pages.context import Context
from ringback.sources.team_pages.headings import Section
from ringback.sources.team_pages.links import team_links
from ringback.sources.team_pages.markup import MarkedPerson, marked_people
from ringback.sources.team_pages.outline import Outline, links_of
from ringback.sources.team_pages.page import Page
from ringback.sources.team_pages.person_names import name_key, two_names
from ringback.sources.team_pages.reach import Reach, reaches_of
from ringback.sources.team_pages.split_names import join_split_names
from ringback.sources.team_pages.standing import is_board, is_former, is_machine
from ringback.sources.team_pages.tables import columns_of, join_names
from ringback.sources.team_pages.titles import titles_of
from ringback.sources.team_pages.walk import outline_of

_SCRIPT_SIGNS = (
    *(
        'id="root"',
        'id="app"',
        'id="__next"',
        'id="__nuxt"',
        'id="___gatsby"',
        "id=root",
        "id=app",
        "<app-root",
    ),
    *(
        "ng-app=",
        "data-reactroot",
        "__NEXT_DATA__",
        "__NUXT__",
        "__INITIAL_STATE__",
        "__APOLLO_STATE__",
    ),
    *(
        "wix-warmup-data",
        "wix-thunderbolt",
        "data-server-rendered",
        "enable JavaScript",
        "JavaScript enabled",
    ),
)
_LITTLE_TEXT = 600
_MOST_PAGE = 20_000_000
_SIGN_REACH = 30_000


class _Read(NamedTuple):
    """A person on the way from the page to the answer."""

    line: float
    name: str
    title: str
    reach: Reach
    board: bool = False


def read_page(html: str | bytes, url: str = "") -> Page:
    """Read the staff from a page; ``url`` is the address it came from, for its links and words.

    Never raises for what a page holds; at most 20 million characters are read.
    """
    text = (text_of(html) if isinstance(html, bytes) else html)[:_MOST_PAGE]
    if "\x00" in text:
        text = text.replace("\x00", "")
    readable = readable_part(text)
    tree = LexborHTMLParser(readable)
    marked = marked_people(tree)
    links = team_links(links_of(tree), url)
    outline = outline_of(tree)
    columns = columns_of(outline) if outline.cells else {}
    join_names(outline, columns)
    join_split_names(outline)
    reads = read_lines(outline)
    context = Context(outline, reads, url)
    chosen, former = staff_of(outline, reads, context, columns, marked)
    cards = cards_of(outline, chosen)
    people: list[_Read] = []
    machines = 0
    titles = titles_of(outline, cards, columns)
    for card, title, reach in zip(cards, titles, reaches_of(outline, cards), strict=True):
        if is_machine(outline, card):
            machines += 1
        elif is_former(title, context.of(card.person.line)):
            former += 1
        else:
            board = is_board(context.of(card.person.line), context.page, title)
            people.append(_Read(card.person.line, card.person.read.name, title, reach, board))
    people = _one_each(_with_marked(outline, context, people, marked))
    by_script = not people and is_built_by_script(text, outline)
    return Page(
        people=tuple(_found(p) for p in people),
        built_by_script=by_script,
        links=links,
        notes=_notes(people, former, machines, by_script, cut=len(readable) < len(text)),
    )


def _with_marked(
    outline: Outline, context: Context, people: list[_Read], marked: list[MarkedPerson]
) -> list[_Read]:
    """The people with what markup adds: missing facts, and those whom no line names whole."""
    by_key = {name_key(p.name): at for at, p in enumerate(people)}
    places = _places(outline, marked) if marked else {}
    on_page = context.page in (Section.STAFF, Section.BOARD)
    for person in marked:
        key = name_key(person.name)
        reach = Reach(
            (person.mail,) if person.mail else (),
            ((person.phone, ""),) if person.phone else (),
            person.linkedin,
        )
        if key in by_key:
            at = by_key[key]
            old = people[at]
            title = person.title if person.printed and person.title else old.title or person.title
            people[at] = _Read(old.line, old.name, title, old.reach.or_else(reach), old.board)
        elif person.surely and (on_page or person.title) and not is_former(person.title):
            by_key[key] = len(people)
            line = places.get(_last_word(person.name), float("inf"))
            board = is_board(Section.NONE, context.page, person.title)
            people.append(_Read(line, person.name, person.title, reach, board))
    return sorted(people, key=lambda p: p.line)


def _places(outline: Outline, marked: list[MarkedPerson]) -> dict[str, int]:
    """The first lines that hold the last words of names that markup gives."""
    wanted = {_last_word(person.name) for person in marked}
    found: dict[str, int] = {}
    for at, line in enumerate(outline.lines):
        for word in wanted.intersection(line.text.replace(",", " ").split()):
            found.setdefault(word, at)
    return found


def _last_word(name: str) -> str:
    return name.rsplit(maxsplit=1)[-1]


def _one_each(people: list[_Read]) -> list[_Read]:
    """Everybody once, at their first place, with the facts of all their places."""
    kept: dict[frozenset[str], _Read] = {}
    for person in _apart(people):
        key = name_key(person.name)
        if not key:
            continue
        first = kept.get(key)
        kept[key] = (
            person
            if first is None
            else _Read(
                first.line,
                first.name,
                first.title or person.title,
                first.reach.or_else(person.reach),
                first.board and person.board,
            )
        )
    return list(kept.values())


def _apart(people: list[_Read]) -> Iterator[_Read]:
    """Everybody by themselves, also where one line names two."""
    for person in people:
        two = two_names(person.name)
        if two is None:
            yield person
        else:
            yield from (person._replace(name=one.name) for one in two)


def _found(person: _Read) -> FoundPerson:
    reach = person.reach
    mails = tuple(FoundRoute(kind=RouteKind.MAIL, value=m) for m in reach.mails)
    calls = tuple(
        FoundRoute(kind=RouteKind.DIRECT, value=value, extension=extension)
        for value, extension in reach.phones
    )
    return FoundPerson(
        name=person.name,
        title=person.title,
        linkedin=reach.linkedin,
        routes=calls + mails,
        board=person.board,
    )


def is_built_by_script(html: str, outline: Outline) -> bool:
    """Whether the page shows next to nothing until a browser runs its scripts."""
    shown = sum(len(line.text) for line in outline.lines[:_LITTLE_TEXT])
    if shown >= _LITTLE_TEXT or ("<script" not in html and "<SCRIPT" not in html):
        return False
    return shown < _LITTLE_TEXT // 4 or _shows_script(html)


def _shows_script(html: str) -> bool:
    """Whether a page's ends hold the marks of a program that builds it."""
    ends = html[:_SIGN_REACH] + html[-_SIGN_REACH:]
    return any(sign in ends for sign in _SCRIPT_SIGNS)


def _notes(
    people: list[_Read], former: int, machines: int, by_script: bool, *, cut: bool
) -> tuple[str, ...]:
    notes: list[str] = []
    if cut:
        notes.append("The page is put together in such a way that only its beginning was read.")
    if by_script:
        notes.append(
            "The page is built by script: open it in a browser, save it as a complete page, "
            "and give the saved file."
        )
    if former:
        notes.append(f"{former} shown as former or honorary were left out.")
    if machines:
        notes.append(f"{machines} shown as programs or mascots were left out.")
    if board := sum(p.board for p in people):
        notes.append(f"{board} shown on the board only.")
    if untitled := sum(not p.title for p in people):
        notes.append(f"{untitled} without a title.")
    return tuple(notes)
