"""The seeker's own connections and imported contacts, from LinkedIn's data export (formats 5)."""

from ringback.sources.contact_columns import Layout, Part
from ringback.sources.contact_lists import heading_keys, source
from ringback.sources.tables import Table

_LAYOUT = Layout(
    key="linkedin-connections",
    label="LinkedIn's connections",
    columns={
        "First Name": Part.FIRST_NAME,
        "Last Name": Part.LAST_NAME,
        "FirstName": Part.FIRST_NAME,
        "LastName": Part.LAST_NAME,
        "FullName": Part.PERSON,
        "URL": Part.LINKEDIN,
        "Email Address": Part.MAIL,
        "Emails": Part.MAIL,
        "PhoneNumbers": Part.PHONE,
        "Company": Part.EMPLOYER,
        "Companies": Part.EMPLOYER,
        "Position": Part.TITLE,
        "Title": Part.TITLE,
        "Connected On": Part.NOTE,
    },
    people_only=True,
)
_CONNECTIONS = frozenset({"first name", "last name", "connected on"})
_IMPORTED = frozenset({"firstname", "lastname", "phonenumbers", "emails"})


def recognise(table: Table) -> int:
    """95 for the headings of either file."""
    headings = heading_keys(table)
    return 95 if headings >= _CONNECTIONS or headings >= _IMPORTED else 0


SOURCE = source(_LAYOUT, recognise)
