"""Who a posting names to be asked or written to, and the numbers and addresses beside the name."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ringback.core.found import FoundPerson, FoundRoute
from ringback.core.people import RouteKind
from ringback.core.titles import is_hr
from ringback.sources.cells import is_shared_box, is_title
from ringback.sources.postings.labels import Label, is_label, labelled
from ringback.sources.postings.lines import TextLine, alike
from ringback.sources.postings.reporting import WORDS as TABLES
from ringback.sources.postings.reporting import patterns
from ringback.sources.team_pages.contacts import mails_in, phones_in
from ringback.sources.team_pages.person_names import look_at_name, name_key
from ringback.sources.words import listed

WORDS = TABLES["words"]
_BLOCK = 7
_REACH = 300
_MOST = 6
_SURE = 0.6
_LONGEST_TITLE = 90
_ENGLISH, _OTHERS = patterns("asked", "en"), patterns("asked")
_HONORIFIC = rf"(?:{'|'.join(WORDS['honorifics'].split())})\.?"
_CAPITAL = r"[A-ZÀ-ÞŁŚŻ][\w'’.-]*"
_NAMES = re.compile(
    rf"(?:(?i:{_HONORIFIC})\s+)*{_CAPITAL}"
    rf"(?:\s+(?:{'|'.join(WORDS['particles'].split())}|{_CAPITAL})){{1,5}}"
)
_ADDRESSED = re.compile(rf"(?i:{_HONORIFIC})\s+[A-ZÀ-ÞŁŚŻ][\w'’-]+")
_PIECES = re.compile(r"\s*[,;|•·(\[\])/]\s*|\s+[–—-]\s+|\s*:\s+")
_MAIN = re.compile(rf"\b(?:{'|'.join(WORDS['main'].split())})\b")
_MOBILE = re.compile(rf"\b(?:{'|'.join(WORDS['mobile'].split())})\b")
_NOT_PEOPLE = frozenset(listed(WORDS["offices"]))


@dataclass(slots=True)
class Contacts:
    """The people named as contacts, and routes that belong to nobody by name."""

    people: list[FoundPerson] = field(default_factory=list)
    routes: list[FoundRoute] = field(default_factory=list)

    def add(self, person: FoundPerson) -> None:
        """Keep a person once, with the facts of all the places that name them."""
        key = name_key(person.name)
        for at, known in enumerate(self.people):
            if name_key(known.name) == key:
                routes = (*known.routes, *(r for r in person.routes if r not in known.routes))
                self.people[at] = FoundPerson(
                    name=known.name, title=known.title or person.title, linkedin=known.linkedin,
                    routes=routes,
                )  # fmt: skip
                return
        if len(self.people) < _MOST:
            self.people.append(person)

    def add_routes(self, routes: Sequence[FoundRoute]) -> None:
        known = {one.value for person in self.people for one in person.routes}
        for route in routes:
            if route not in self.routes and route.value not in known:
                self.routes.append(route)


def contacts_in(lines: Sequence[TextLine]) -> Contacts:
    """Everybody named beside "Contact:", in the block below such a heading, or in a sentence."""
    found = Contacts()
    for one in labelled(lines):
        if one.label is Label.CONTACT:
            _block(found, [one.value, *_below(lines, one.at + (2 if one.below else 1))])
    for line in lines:
        for start in _asked(line.text):
            _block(found, [line.text[start : start + _REACH]], in_sentence=True)
    if not found.people and not found.routes:
        for line in lines:
            mails = mails_in(line.text)
            found.add_routes([FoundRoute(kind=RouteKind.MAIL, value=mail) for mail in mails[:1]])
    return found


def _asked(text: str) -> Iterator[int]:
    words = alike(text)
    for pattern in (_ENGLISH, _OTHERS):
        for found in pattern.finditer(words):
            yield found.end()


def _below(lines: Sequence[TextLine], start: int) -> Iterator[str]:
    """The short lines below a contact's label, up to the next label, heading or running text."""
    for line in lines[start : start + _BLOCK]:
        contact = bool(mails_in(line.text) or phones_in(line.text))
        if not contact and (line.heading or is_label(line.text) or len(line.text) > 120):
            return
        yield line.text


def _block(found: Contacts, texts: list[str], *, in_sentence: bool = False) -> None:
    """The people of one block in turn, each with what stands behind the name up to the next."""
    person: FoundPerson | None = None
    loose: list[FoundRoute] = []
    for text in texts:
        for name, behind in _named(text, in_sentence=in_sentence):
            if name:
                if person is not None:
                    found.add(person)
                    if not in_sentence and len(found.people) >= _MOST:
                        return
                person = FoundPerson(
                    name=name, title=_title_in(behind), routes=_routes(behind, loose)
                )
            elif person is not None:
                person = FoundPerson(
                    name=person.name, title=person.title or _title_in(behind),
                    routes=(*person.routes, *_routes(behind, loose)),
                )  # fmt: skip
            else:
                loose.extend(_routes(behind, loose))
    if person is not None:
        found.add(person)
    if person is not None or not in_sentence:
        found.add_routes(loose)


def _named(text: str, *, in_sentence: bool) -> Iterator[tuple[str, str]]:
    """A text cut before each name in it: the name and what follows; first what has no name."""
    starts = []
    end = 0
    for match in _NAMES.finditer(text):
        if match.start() < end:
            continue
        name = _best(match[0])
        if name:
            at = text.index(name, match.start())
            starts.append((at, name))
            end = at + len(name)
    if not starts and (said := _ADDRESSED.match(text.lstrip())):
        starts = [(text.index(said[0]), said[0])]
    first = starts[0][0] if starts else len(text)
    before = text[:first]
    if before.strip() and not (in_sentence and starts):
        yield "", before
    for place, (at, name) in enumerate(starts):
        until = starts[place + 1][0] if place + 1 < len(starts) else len(text)
        behind = text[at + len(name) : until]
        title = _title_in(before) if place == 0 else ""
        yield name, behind if is_title(behind) or not title else f"{title}, {behind}"


def _best(run: str) -> str:
    """The longest part of a run of capitalised words that is surely somebody's name."""
    words = run.split()
    for length in range(min(len(words), 6), 1, -1):
        for start in range(len(words) - length + 1):
            piece = " ".join(words[start : start + length]).rstrip(".,")
            if is_title(piece) or alike(piece) in _NOT_PEOPLE or _is_label_like(piece):
                continue
            look = look_at_name(piece)
            if look is not None and look.sure >= _SURE:
                return piece
    return ""


def _is_label_like(piece: str) -> bool:
    return is_label(piece) or is_label(piece.split(maxsplit=1)[0])


def _title_in(text: str) -> str:
    """The title that a text beside a name holds, if it holds one."""
    for piece in _PIECES.split(text[:_REACH]):
        words = " ".join(piece.split()).strip(" .-–")
        for cut in (
            " at ",
            " on ",
            " by ",
            " unter ",
            " via ",
            " oder ",
            " or ",
            " au ",
            " tel",
            " Tel",
        ):
            words = words.split(cut)[0].strip()
        if (
            2 <= len(words) <= _LONGEST_TITLE
            and "@" not in words
            and (is_title(words) or is_hr(words))
        ):
            return _bare_title(words)
    return ""


def _bare_title(words: str) -> str:
    for start in ("our ", "the ", "unser ", "unsere ", "notre ", "nuestro ", "als ", "as "):
        if alike(words).startswith(start):
            return words[len(start) :]
    return words


def _routes(text: str, loose: list[FoundRoute]) -> tuple[FoundRoute, ...]:
    """The person's own numbers and addresses in a text; an office's go to ``loose``."""
    own: list[FoundRoute] = []
    for mail in mails_in(text[:_REACH]):
        route = FoundRoute(kind=RouteKind.MAIL, value=mail)
        (loose if is_shared_box(mail) else own).append(route)
    words = alike(text[:_REACH])
    for number, extension in phones_in(text[:_REACH], labelled=True):
        before = words[: max(0, text.find(number))][-30:]
        kind = RouteKind.DIRECT
        if _MOBILE.search(before):
            kind = RouteKind.MOBILE
        elif _MAIN.search(before) or extension:
            kind = RouteKind.SWITCHBOARD
        own.append(FoundRoute(kind=kind, value=number, extension=extension))
    return tuple(own)
