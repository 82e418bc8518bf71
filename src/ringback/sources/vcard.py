"""Address books as vCard 2.1, 3.0 and 4.0: from phones, iCloud, Google, Outlook (formats 6)."""

import re
from collections.abc import Iterator
from functools import partial
from itertools import islice
from pathlib import Path

from ringback.core.people import RouteKind
from ringback.sources.contact_columns import Layout, Part
from ringback.sources.contact_lists import heading_keys, source
from ringback.sources.contact_values import kind_by_label
from ringback.sources.records import Passed, Row
from ringback.sources.tables import Table
from ringback.sources.vcard_lines import Card, Property, cards

_COLUMNS: dict[str, Part | None] = {
    "vCard version": None,
    "Name": Part.PERSON,
    "First name": Part.FIRST_NAME,
    "Middle name": Part.MIDDLE_NAME,
    "Last name": Part.LAST_NAME,
    "Organisation": Part.EMPLOYER,
    "Department": Part.FUNCTION,
    "Title": Part.TITLE,
    "Role": Part.TITLE,
    "Direct": Part.PHONE,
    "Mobile": Part.MOBILE,
    "Main": Part.SWITCHBOARD,
    "Fax": None,
    "Mail": Part.MAIL,
    "LinkedIn": Part.LINKEDIN,
    "Page": None,
    "City": Part.PERSON_CITY,
    "Region": Part.PERSON_REGION,
    "Country": Part.PERSON_COUNTRY,
    "Note": Part.NOTE,
    "Works with": Part.NOTE,
    "Nickname": None,
    "Categories": None,
}
_COLUMN_OF = {
    RouteKind.DIRECT: "Direct",
    RouteKind.MOBILE: "Mobile",
    RouteKind.SWITCHBOARD: "Main",
    None: "Fax",
}
_PLAIN = {
    "VERSION": "vCard version",
    "FN": "Name",
    "TITLE": "Title",
    "ROLE": "Role",
    "EMAIL": "Mail",
    "NOTE": "Note",
    "RELATED": "Works with",
    "NICKNAME": "Nickname",
    "CATEGORIES": "Categories",
}
_PROFILE = re.compile(r"linkedin\.com/(?:in|pub)/", re.IGNORECASE)
_EXTENSION = re.compile(r";ext=(\d{1,9})", re.IGNORECASE)
_JOINT = "\n"
_SAMPLE = 50
_BEGIN = re.compile(rb"^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*b\0?e\0?g\0?i\0?n\0?:", re.IGNORECASE)


def is_vcard(head: bytes) -> bool:
    """Whether a file that begins so is an address book of cards."""
    return (
        _BEGIN.match(head.lstrip(b"\0")) is not None
        and b"VCARD" in head[:400].replace(b"\0", b"").upper()
    )


def table_of(path: Path) -> Table:
    """The cards of a file as a table, one a row. Raises OSError."""
    items = partial(_rows, path)
    sample = tuple(item for item in islice(items(), _SAMPLE) if isinstance(item, Row))
    return Table(
        path, path.name, encoding="", headings=tuple(_COLUMNS), sample=sample, _items=items
    )


def _rows(path: Path) -> Iterator[Row | Passed]:
    for card in cards(lambda: path.open("rb")):
        yield _row(card)


def _row(card: Card) -> Row | Passed:
    cells: dict[str, list[str]] = {name: [] for name in _COLUMNS}
    labels = {
        one.group: one.text() for one in card.properties if one.name == "X-ABLABEL" and one.group
    }
    company = False
    for one in card.properties:
        if one.name == "KIND" and one.text().casefold() == "group":
            return Passed(card.line, "a group of contacts")
        company |= one.name in ("KIND", "X-ABSHOWAS") and one.text().casefold() in _COMPANIES
        _fill(cells, one, labels.get(one.group, ""))
    if company:
        _as_company(cells)
    row = tuple(_JOINT.join(dict.fromkeys(filter(None, cells[name]))) for name in _COLUMNS)
    if not any(row[1:]):
        return Passed(card.line, "blank")
    return Row(card.line, row, card.mended)


_COMPANIES = frozenset({"org", "organization", "company"})


def _as_company(cells: dict[str, list[str]]) -> None:
    """A card of a company stands under the company's name, which is nobody's."""
    if not cells["Organisation"]:
        cells["Organisation"] = cells["Name"]
    for name in ("Name", "First name", "Middle name", "Last name"):
        cells[name] = []


def _fill(cells: dict[str, list[str]], one: Property, label: str) -> None:
    if one.name == "N":
        pieces = [*one.pieces(), "", "", ""]
        for name, piece in zip(("Last name", "First name", "Middle name"), pieces, strict=False):
            cells[name].append(piece)
    elif one.name == "ORG":
        employer, *units = one.pieces()
        cells["Organisation"].append(employer)
        cells["Department"].append(", ".join(filter(None, units)))
    elif one.name == "TEL":
        kind = kind_by_label(" ".join((*sorted(one.types), label)))
        cells[_COLUMN_OF[kind]].append(_number(one.text()))
    elif one.name in ("URL", "X-SOCIALPROFILE"):
        first = _PROFILE.search(one.value) and not cells["LinkedIn"]
        cells["LinkedIn" if first else "Page"].append(one.text())
    elif one.name == "ADR" and not cells["City"]:
        pieces = [*one.pieces(), *[""] * 7]
        for name, piece in zip(("City", "Region", "", "Country"), pieces[3:7], strict=True):
            if name:
                cells[name].append(piece)
    elif one.name in _PLAIN:
        cells[_PLAIN[one.name]].append(one.text())


def _number(value: str) -> str:
    """ "tel:+1-202-555-0101;ext=12" as a person would write it."""
    bare = value[4:] if value[:4].lower() == "tel:" else value
    return _EXTENSION.sub(r" ext. \1", bare)


_LAYOUT = Layout(
    key="vcard",
    label="a vCard address book",
    columns={name: part for name, part in _COLUMNS.items() if part is not None},
)


def recognise(table: Table) -> int:
    """95 for what this module makes of cards."""
    return 95 if heading_keys(table) >= {"vcard version", "organisation", "works with"} else 0


SOURCE = source(_LAYOUT, recognise, own=True)
