"""Who a row names, and whose the numbers and mail addresses in it are."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from ringback.core.found import FoundPerson, FoundRoute
from ringback.core.people import RouteKind
from ringback.core.titles import is_hr
from ringback.sources.cells import MAIL, is_shared_box, key, names_nobody, plain
from ringback.sources.columns import Column, Field
from ringback.sources.contacts import LONGEST, Contact, contact_in
from ringback.sources.numbers import FEWEST, Number, numbers_in, numbers_in_cell
from ringback.sources.sending import do_not_contact_in

_RECRUITERS = frozenset({"recruiter", "recruteur", "reclutador", "personaler"})


class CellsByField(Protocol):
    """What this module needs of a row."""

    doubts: list[str]

    def of(self, wanted: Field) -> Sequence[tuple[Column, str]]: ...
    def texts(self, wanted: Field) -> list[str]: ...
    def text(self, wanted: Field) -> str: ...
    def keep(self, wanted: Field) -> None: ...
    def keep_cell(self, column: Column, text: str) -> None: ...


@dataclass(frozen=True, slots=True)
class _Owned:
    """A route and whether it is the person's."""

    route: FoundRoute
    theirs: bool


def people_of(
    cells: CellsByField, note: str
) -> tuple[FoundPerson | None, tuple[FoundRoute, ...], list[str]]:
    """The person of a row with their routes, the employer's routes, and what is in doubt.

    A number of unclear owner is the contact's where there is one, else the employer's switchboard.
    """
    doubts: list[str] = []
    contact = _contact(cells)
    if contact.others:
        doubts.append(f"the contact's cell names others too: {', '.join(contact.others)}")
        cells.keep(Field.PERSON)
    if len(cells.text(Field.PERSON)) > LONGEST:
        cells.keep(Field.PERSON)
    named = bool(contact.name)
    owned = [*_numbers(cells, contact, named), *_mails(cells, contact, named)]
    owned.extend(_from_note(note, owned, named, doubts))
    owned = _without_doubles(owned)
    mine = tuple(one.route for one in owned if one.theirs)
    other = tuple(one.route for one in owned if not one.theirs)
    if not named:
        cells.keep(Field.PERSON)
        cells.keep(Field.PERSON_TITLE)
        cells.keep(Field.LINKEDIN)
        return None, other, doubts
    barred = do_not_contact_in(note)
    if barred:
        doubts.append(f"“{barred}” was taken as a wish of {contact.name}")
    person = FoundPerson(
        name=contact.name,
        title=cells.text(Field.PERSON_TITLE) or contact.title or _title_by_heading(cells),
        linkedin=cells.text(Field.LINKEDIN) or contact.linkedin,
        routes=mine,
        do_not_contact=barred,
    )
    return person, other, doubts


def title_to_ask_for(cells: CellsByField) -> str:
    """The title that stands where a name should, unless it is one of HR or says nothing."""
    text = cells.text(Field.PERSON)
    title = contact_in(text).title
    return "" if names_nobody(text) or is_hr(title) else title


def _contact(cells: CellsByField) -> Contact:
    contact = contact_in(cells.text(Field.PERSON))
    if contact.name:
        return contact
    parts = [cells.text(Field.FIRST_NAME), cells.text(Field.LAST_NAME)]
    name = " ".join(part for part in parts if part and not names_nobody(part))
    return Contact(name, contact.title, contact.mails, contact.numbers, contact.linkedin)


def _title_by_heading(cells: CellsByField) -> str:
    headings = (key(column.heading) for column, _ in cells.of(Field.PERSON))
    return next(("Recruiter" for text in headings if _RECRUITERS & set(text.split())), "")


def _numbers(cells: CellsByField, contact: Contact, named: bool) -> Iterator[_Owned]:
    extension = cells.text(Field.EXTENSION)
    in_contact = ((number, None) for number in contact.numbers)
    theirs: list[tuple[Number, RouteKind | None]] = [*in_contact]
    for field, kind in (
        (Field.PERSON_PHONE, None),
        (Field.PHONE, None),
        (Field.MOBILE, RouteKind.MOBILE),
    ):
        theirs.extend((number, kind) for number in _in_cells(cells, field))
    boards = [*_in_cells(cells, Field.SWITCHBOARD)]
    used = False
    for number, kind in theirs:
        own = number.extension or ("" if used else extension)
        used = used or bool(own)
        yield _Owned(_call(number, kind or number.kind, own, named), named)
    for number in boards:
        yield _Owned(_call(number, RouteKind.SWITCHBOARD, number.extension, named), False)
        if named and extension and not used:
            yield _Owned(_call(number, RouteKind.SWITCHBOARD, extension, named), True)
            used = True
    if extension and not used:
        cells.keep(Field.EXTENSION)


def _in_cells(cells: CellsByField, field: Field) -> Iterator[Number]:
    for column, text in cells.of(field):
        found = numbers_in_cell(text)
        rest = sum(c.isalpha() for c in text)
        yield from found
        if not found and sum(c.isdigit() for c in text) >= FEWEST - 1:
            cells.doubts.append(f"“{plain(text)}” is no number that can be called")
        if not found or rest > 12:
            cells.keep_cell(column, text)


def _call(number: Number, kind: RouteKind | None, extension: str, named: bool) -> FoundRoute:
    """An extension belongs to a switchboard; else a person's number is taken for their own."""
    usual = RouteKind.DIRECT if named and not extension else RouteKind.SWITCHBOARD
    if kind is RouteKind.DIRECT and (extension or not named):
        kind = None
    return FoundRoute(kind=kind or usual, value=number.value, extension=extension)


def _mails(cells: CellsByField, contact: Contact, named: bool) -> Iterator[_Owned]:
    for mail in contact.mails:
        yield _mail(mail, named)
    for field in (Field.PERSON_MAIL, Field.MAIL, Field.EMPLOYER_MAIL):
        for column, text in cells.of(field):
            found = MAIL.findall(text)
            for mail in found:
                yield _mail(mail, named and field is not Field.EMPLOYER_MAIL)
            if not found:
                if "@" in text:
                    cells.doubts.append(f"“{plain(text)}” is no mail address")
                cells.keep_cell(column, text)


def _mail(mail: str, named: bool) -> _Owned:
    value = mail.removeprefix("mailto:").rstrip(".")
    return _Owned(FoundRoute(kind=RouteKind.MAIL, value=value), named and not is_shared_box(value))


def _from_note(
    note: str, owned: Iterable[_Owned], named: bool, doubts: list[str]
) -> Iterator[_Owned]:
    """A number in a note is taken over where the row has no other, and said in any case."""
    have = {_digits(one.route) for one in owned if one.route.kind.is_call}
    found = [number for number in numbers_in(note) if _bare(number.value) not in have]
    if len(found) == 1 and not have:
        number = found[0]
        theirs = named and number.kind is not RouteKind.SWITCHBOARD
        whose = "the contact's" if theirs else "the employer's"
        doubts.append(f"the number {number.value} stands in the note; it was taken as {whose}")
        yield _Owned(_call(number, number.kind, number.extension, theirs), theirs)
    elif found:
        said = ", ".join(number.value for number in found)
        doubts.append(f"the note holds further numbers, left there: {said}")


def _without_doubles(owned: Iterable[_Owned]) -> list[_Owned]:
    seen: set[tuple[str, str, bool]] = set()
    kept: list[_Owned] = []
    for one in owned:
        sign = (_digits(one.route), one.route.extension, one.theirs)
        if sign not in seen:
            seen.add(sign)
            kept.append(one)
    return kept


def _digits(route: FoundRoute) -> str:
    return _bare(route.value) if route.kind.is_call else route.value.casefold()


def _bare(value: str) -> str:
    return "".join(c for c in value if c.isalnum())
