"""Google Contacts' own CSV, of today and as it was before 2024 (formats 6)."""

from ringback.sources.contact_columns import Layout, Part
from ringback.sources.contact_lists import heading_keys, source
from ringback.sources.tables import Table

_LAYOUT = Layout(
    key="google-contacts",
    label="Google Contacts",
    columns={
        "First Name": Part.FIRST_NAME,
        "Given Name": Part.FIRST_NAME,
        "Middle Name": Part.MIDDLE_NAME,
        "Additional Name": Part.MIDDLE_NAME,
        "Last Name": Part.LAST_NAME,
        "Family Name": Part.LAST_NAME,
        "Name": Part.PERSON,
        "File As": Part.PERSON,
        "Nickname": Part.PERSON,
        "Organization Name": Part.EMPLOYER,
        "Organization 1 - Name": Part.EMPLOYER,
        "Organization Title": Part.TITLE,
        "Organization 1 - Title": Part.TITLE,
        "Organization Department": Part.FUNCTION,
        "Organization 1 - Department": Part.FUNCTION,
        "E-mail 1 - Value": Part.MAIL,
        "Phone 1 - Value": Part.LABELLED,
        "Address 1 - City": Part.PERSON_CITY,
        "Address 1 - Region": Part.PERSON_REGION,
        "Address 1 - Country": Part.PERSON_COUNTRY,
        "Location": Part.PERSON_PLACE,
        "Website 1 - Value": Part.WEBSITE,
        "Notes": Part.NOTE,
    },
    numbered=True,
)
_NEW = frozenset({"organization name", "e mail 1 label"})
_NEW_TOO = frozenset({"organization name", "phone 1 label"})
_OLD = frozenset({"given name", "e mail 1 type"})
_OLD_TOO = frozenset({"given name", "phone 1 type"})


def recognise(table: Table) -> int:
    """95 for the numbered groups of mails or phones beside Google's names for a person."""
    headings = heading_keys(table)
    return 95 if any(headings >= one for one in (_NEW, _NEW_TOO, _OLD, _OLD_TOO)) else 0


SOURCE = source(_LAYOUT, recognise, own=True)
