"""Crunchbase's export of companies, with their founders (formats 4.6)."""

import re
from collections.abc import Iterator
from dataclasses import replace

from ringback.core.found import Found, FoundPerson
from ringback.sources.cells import key
from ringback.sources.contact_columns import Layout, More, Part
from ringback.sources.contact_lists import heading_keys, source
from ringback.sources.tables import Table


def _founders() -> More:
    return _with_founders


def _with_founders(found: Found, written: str) -> Iterator[Found]:
    """A company with each founder: the only people whom the export names."""
    named = next((text for heading, text in found.extra if key(heading) == "founders"), "")
    names = [name for name in re.split(r"\s*[,;]\s*", named) if name]
    beside = tuple(pair for pair in found.extra if key(pair[0]) != "founders")
    if not names:
        yield found
    for at, name in enumerate(names):
        founder = FoundPerson(name=name, title="Founder")
        yield replace(found, person=founder, extra=() if at else beside)


_LAYOUT = Layout(
    key="crunchbase",
    label="Crunchbase",
    columns={
        "Organization Name": Part.EMPLOYER,
        "Website": Part.SITE,
        "Number of Employees": Part.SIZE,
        "Headquarters Location": Part.PLACE,
        "Phone Number": Part.SWITCHBOARD,
        "Contact Email": Part.EMPLOYER_MAIL,
    },
    more=_founders,
    more_of_extra=True,
)
_OWN = frozenset({"organization name url", "cb rank company"})


def recognise(table: Table) -> int:
    """95 for Crunchbase's own page or rank of a company."""
    headings = heading_keys(table)
    return 95 if headings & _OWN and "organization name" in headings else 0


SOURCE = source(_LAYOUT, recognise)
