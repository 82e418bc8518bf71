"""Hunter's export of the addresses at a domain, in any case of its headings (formats 4.4)."""

from ringback.sources.contact_columns import Layout, Part
from ringback.sources.contact_lists import heading_keys, source
from ringback.sources.tables import Table

LAYOUT = Layout(
    key="hunter",
    label="Hunter",
    columns={
        "First name": Part.FIRST_NAME,
        "Last name": Part.LAST_NAME,
        "Job title": Part.TITLE,
        "Position": Part.TITLE,
        "Position raw": Part.TITLE,
        "Seniority": Part.LEVEL,
        "Department": Part.FUNCTION,
        "Phone number": Part.PHONE,
        "Email address": Part.MAIL,
        "Email": Part.MAIL,
        "LinkedIn URL": Part.LINKEDIN,
        "Organization": Part.EMPLOYER,
        "Company": Part.EMPLOYER,
        "Domain name": Part.SITE,
        "Domain": Part.SITE,
        "Headcount": Part.SIZE,
        "City": Part.CITY,
        "State": Part.REGION,
        "Country": Part.COUNTRY,
        # The pages where the address was seen: often the employer's team page.
        "Source 1": Part.NOTE,
        "Source 2": Part.NOTE,
        "Source 3": Part.NOTE,
    },
)
_SIGNATURE = frozenset({"domain name", "confidence score"})
_TOO = frozenset({"source 1", "number of sources", "pattern"})


def recognise(table: Table) -> int:
    """95 for the domain, the confidence and the sources of an address."""
    headings = heading_keys(table)
    return 95 if headings >= _SIGNATURE and headings & _TOO else 0


SOURCE = source(LAYOUT, recognise)
