"""D&B Hoovers: exports of contacts, of companies and of whole corporate families (formats 1)."""

from collections.abc import Iterator
from dataclasses import replace

from ringback.core.found import Found
from ringback.sources.contact_columns import CALLS, ROUTES, Flag, Layout, More, Part
from ringback.sources.contact_lists import heading_keys, source
from ringback.sources.tables import Table

FAMILY = "Corporate family"
_INDENTED = " \u00a0\t"


def _family() -> More:
    """Tells of each member under whom it stands: the export shows it by leading spaces only."""
    above: list[tuple[int, str]] = []

    def more(found: Found, written: str) -> Iterator[Found]:
        depth = len(written) - len(written.lstrip(_INDENTED))
        while above and above[-1][0] >= depth:
            above.pop()
        if depth and above:
            line = " › ".join(name for _, name in above)
            found = replace(found, extra=((FAMILY, f"below {line}"), *found.extra))
        if found.employer is not None:
            above.append((depth, found.employer.name))
        yield found

    return more


LAYOUT = Layout(
    key="dnb-hoovers",
    label="D&B Hoovers",
    columns={
        "First Name": Part.FIRST_NAME,
        "Middle Name": Part.MIDDLE_NAME,
        "Last Name": Part.LAST_NAME,
        "Title": Part.TITLE,
        "Contact Level": Part.LEVEL,
        "Job Function": Part.FUNCTION,
        "Email": Part.MAIL,
        "Direct Phone": Part.PHONE,
        "Phone": Part.SWITCHBOARD,
        "Company Email": Part.EMPLOYER_MAIL,
        "Company Name": Part.EMPLOYER,
        "URL": Part.SITE,
        "Website": Part.SITE,
        "Web Address": Part.SITE,
        "D-U-N-S® Number": Part.DUNS,
        "DUNS Number": Part.DUNS,
        "Employees (Total)": Part.SIZE,
        "Employees (All Sites)": Part.SIZE,
        "Employees (Blended Sites)": Part.SIZE,
        "Employees (Single Site)": Part.SIZE,
        "Number of Employees (Single Site)": Part.SIZE,
        "City": Part.CITY,
        "State Or Province": Part.REGION,
        "Province": Part.REGION,
        "Country/Region": Part.COUNTRY,
        "Country/Territory": Part.COUNTRY,
        "Country": Part.COUNTRY,
    },
    flags={
        "Email usage restriction": Flag(frozenset({Part.MAIL})),
        "Direct phone usage restriction": Flag(frozenset({Part.PHONE})),
        "TPS Flag": Flag(CALLS, "registered with the Telephone Preference Service (TPS Flag)"),
        "Direct Marketing Status": Flag(ROUTES, "Opts Out of Direct Marketing"),
    },
    more=_family,
)
_NUMBER = frozenset({"d u n s number", "duns number"})
_TOO = frozenset(
    {
        "d b hoovers industry",
        "db hoovers industry",
        "contact level",
        "domestic ultimate d u n s number",
        "employees single site",
        "number of employees single site",
        "global ultimate parent",
    }
)


def recognise(table: Table) -> int:
    """95 for a D-U-N-S number beside another column of D&B's; 60 for the number alone."""
    headings = heading_keys(table)
    if not headings & _NUMBER:
        return 0
    return 95 if headings & _TOO else 60


SOURCE = source(LAYOUT, recognise)
