"""Lead411: files with its headings, scrapes of its grid without any, and its mailer (formats 3)."""

import re
from collections.abc import Mapping

from ringback.sources.cells import is_mail, key, plain
from ringback.sources.columns import share
from ringback.sources.contact_columns import Layout, Part
from ringback.sources.contact_lists import heading_keys, source
from ringback.sources.contact_values import nothing, size_of
from ringback.sources.tables import Table

_GRID = frozenset({"linkdesign", "max w full"})
_NAMES = {"linkdesign": Part.EMPLOYER, "max w full": Part.TITLE, "hidden": Part.PERSON}
_MOST = 0.6
_NAMED = {
    "Company Name": Part.EMPLOYER,
    "Company": Part.EMPLOYER,
    "Organization": Part.EMPLOYER,
    "Account": Part.EMPLOYER,
    "Website": Part.SITE,
    "Company URL": Part.SITE,
    "Employee Count": Part.SIZE,
    "Number of Employees": Part.SIZE,
    "Contact Name": Part.PERSON,
    "Employee Name": Part.PERSON,
    "Name": Part.PERSON,
    "First Name": Part.FIRST_NAME,
    "Firstname": Part.FIRST_NAME,
    "Last Name": Part.LAST_NAME,
    "Lastname": Part.LAST_NAME,
    "Job Title": Part.TITLE,
    "Title": Part.TITLE,
    "Direct Dial": Part.PHONE,
    "Phone": Part.PHONE,
    "Contact Phone": Part.PHONE,
    "Mobile": Part.MOBILE,
    "Mobile Dial": Part.MOBILE,
    "Company Phone": Part.SWITCHBOARD,
    "Email": Part.MAIL,
    "Contact Email": Part.MAIL,
    "LinkedIn Profile": Part.LINKEDIN,
    "Employee LinkedIn": Part.LINKEDIN,
    "City": Part.CITY,
    "Region Code": Part.REGION,
    "State": Part.REGION,
    "Company Country": Part.COUNTRY,
    "Country": Part.COUNTRY,
}
_JOINED = {
    "Direct Dial": ("Direct Country Code", "Direct Prefix"),
    "Mobile Dial": ("Mobile Country Code", "Mobile Prefix"),
}
# The web's own answer has the same names in two halves.
_OF_EMPLOYER, _OF_PERSON = "json_meta company_meta", "json_meta employee_meta"
_COLUMNS = {
    **_NAMED,
    **{f"{_OF_EMPLOYER} {name}": part for name, part in _NAMED.items()},
    **{f"{_OF_PERSON} {name}": part for name, part in _NAMED.items()},
}


def _by_content(table: Table) -> Mapping[int, Part]:
    """The columns of a grid scrape, whose headings are names of styles with shifting numbers."""
    if not heading_keys(table) >= _GRID:
        return {}
    found: dict[int, Part] = {}
    for index, heading in enumerate(table.headings):
        cells = (row.cells[index] for row in table.sample if index < len(row.cells))
        values = [text for text in map(plain, cells) if not nothing(text)]
        stem = re.sub(r"(?: \d+)+$", "", key(heading))
        part = _NAMES.get(stem) or _kind(values, styled=stem.startswith("mui"))
        if part and part not in found.values():
            found[index] = part
    return found


def _kind(values: list[str], *, styled: bool) -> Part | None:
    if share(values, lambda cell: "linkedin.com/in/" in cell) > _MOST:
        return Part.LINKEDIN
    if share(values, is_mail) > _MOST:
        return Part.MAIL
    counts = styled and share(values, lambda cell: size_of(cell) > 0) > _MOST
    return Part.SIZE if counts else None


_LAYOUT = Layout(
    key="lead411",
    label="Lead411",
    columns=_COLUMNS,
    joined={
        **_JOINED,
        **{
            f"{_OF_PERSON} {number}": tuple(f"{_OF_PERSON} {name}" for name in before)
            for number, before in _JOINED.items()
        },
    },
    employer_by_mail=True,
    content=_by_content,
)
_WEB = "json meta employee meta employee name"
_MAILER = frozenset({"employee id", "email", "firstname"})
_EMPLOYEE = frozenset({"employee name", "company name"})
_CONTACT = frozenset({"company name", "contact name"})
_CONTACT_TOO = frozenset({"intent score", "intent topics", "bombora score"})
_DIALS = frozenset({"direct dial", "mobile dial", "employee linkedin"})


def recognise(table: Table) -> int:
    """95 for the grid and the web field names, 90 for the intent columns, 60 for the mailer."""
    headings = heading_keys(table)
    if _WEB in headings:
        return 95
    if headings >= _GRID or (headings >= _EMPLOYEE and headings & _DIALS):
        return 95
    if headings >= _CONTACT and headings & (_CONTACT_TOO | _DIALS):
        return 90
    return 60 if headings >= _MAILER else 0


SOURCE = source(_LAYOUT, recognise)
