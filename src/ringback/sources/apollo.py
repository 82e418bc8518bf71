"""Apollo.io's export of contacts, in today's order and in older ones (formats 4.1)."""

from ringback.sources.contact_columns import THEIR_CALLS, Flag, Layout, Part
from ringback.sources.contact_lists import heading_keys, source
from ringback.sources.tables import Table

LAYOUT = Layout(
    key="apollo",
    label="Apollo",
    columns={
        "First Name": Part.FIRST_NAME,
        "Last Name": Part.LAST_NAME,
        "Name": Part.PERSON,
        "Title": Part.TITLE,
        "Seniority": Part.LEVEL,
        "Departments": Part.FUNCTION,
        "Sub Departments": Part.FUNCTION,
        "Company Name": Part.EMPLOYER,
        "Company": Part.EMPLOYER,
        "Company Name for Emails": Part.EMPLOYER,
        "Website": Part.SITE,
        "# Employees": Part.SIZE,
        "Company City": Part.CITY,
        "Company State": Part.REGION,
        "Company Country": Part.COUNTRY,
        "City": Part.PERSON_CITY,
        "State": Part.PERSON_REGION,
        "Country": Part.PERSON_COUNTRY,
        "Work Direct Phone": Part.PHONE,
        "Phone": Part.PHONE,
        "Other Phone": Part.PHONE,
        "Mobile Phone": Part.MOBILE,
        "Home Phone": Part.MOBILE,
        "Corporate Phone": Part.SWITCHBOARD,
        "Company Phone": Part.SWITCHBOARD,
        "Email": Part.MAIL,
        "Secondary Email": Part.MAIL,
        "Tertiary Email": Part.MAIL,
        "Person Linkedin Url": Part.LINKEDIN,
    },
    flags={"Do Not Call": Flag(THEIR_CALLS, "Do Not Call")},
)
_OWN = frozenset({"person linkedin url", "apollo contact id", "apollo record id"})
_WHOSE = frozenset({"first name", "last name", "name", "title"})


def recognise(table: Table) -> int:
    """95 for a column that only Apollo has, beside a person's."""
    headings = heading_keys(table)
    return 95 if headings & _OWN and headings & _WHOSE else 0


SOURCE = source(LAYOUT, recognise)
