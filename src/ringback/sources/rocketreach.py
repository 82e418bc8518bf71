"""RocketReach's export of people looked up (formats 4.3)."""

from ringback.sources.contact_columns import Layout, Part
from ringback.sources.contact_lists import heading_keys, source
from ringback.sources.tables import Table

_LAYOUT = Layout(
    key="rocketreach",
    label="RocketReach",
    columns={
        "First Name": Part.FIRST_NAME,
        "Last Name": Part.LAST_NAME,
        "Input - First Name": Part.FIRST_NAME,
        "Input - Last Name": Part.LAST_NAME,
        "Input - Full Name": Part.PERSON,
        "Title": Part.TITLE,
        "Input - Current Title": Part.TITLE,
        "Employer": Part.EMPLOYER,
        "Input - Current Employer": Part.EMPLOYER,
        "Employer Domain": Part.SITE,
        "Employer Website": Part.SITE,
        "Location": Part.PERSON_PLACE,
        "Input - Location": Part.PERSON_PLACE,
        "LinkedIn": Part.LINKEDIN,
        "Input - LinkedIn URL": Part.LINKEDIN,
        "Recommended Work Email": Part.MAIL,
        "Recommended Email": Part.MAIL,
        "Recommended Personal Email": Part.MAIL,
        "A Emails": Part.MAIL,
        "A- Emails": Part.MAIL,
        "B Emails": Part.MAIL,
        "Office Phone": Part.PHONE,
        "Phone": Part.PHONE,
        "Other Phones": Part.PHONE,
        "Mobile Phone": Part.MOBILE,
    },
)
_OWN = frozenset({"recommended email", "recommended work email", "input full name"})


def recognise(table: Table) -> int:
    """95 for a recommended mail address or what was asked for."""
    return 95 if heading_keys(table) & _OWN else 0


SOURCE = source(_LAYOUT, recognise)
