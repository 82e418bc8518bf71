"""Outlook's contacts: Outlook.com's CSV, classic Outlook's, and Google's in Outlook's columns.

Here "Title" is how a person is addressed, and "Job Title" what they are (formats 6).
"""

from ringback.sources.contact_columns import Layout, Part
from ringback.sources.contact_lists import heading_keys, source
from ringback.sources.tables import Table

_LAYOUT = Layout(
    key="outlook",
    label="Outlook's contacts",
    columns={
        "First Name": Part.FIRST_NAME,
        "Middle Name": Part.MIDDLE_NAME,
        "Last Name": Part.LAST_NAME,
        "Nickname": Part.PERSON,
        "Company": Part.EMPLOYER,
        "Job Title": Part.TITLE,
        "Department": Part.FUNCTION,
        "Business Phone": Part.PHONE,
        "Business Phone 2": Part.PHONE,
        "Primary Phone": Part.PHONE,
        "Other Phone": Part.PHONE,
        "Mobile Phone": Part.MOBILE,
        "Car Phone": Part.MOBILE,
        "Home Phone": Part.MOBILE,
        "Home Phone 2": Part.MOBILE,
        "Company Main Phone": Part.SWITCHBOARD,
        "E-mail Address": Part.MAIL,
        "E-mail 2 Address": Part.MAIL,
        "E-mail 3 Address": Part.MAIL,
        "Web Page": Part.WEBSITE,
        "Personal Web Page": Part.WEBSITE,
        "Business City": Part.PERSON_CITY,
        "Business State": Part.PERSON_REGION,
        "Business Country/Region": Part.PERSON_COUNTRY,
        "Business Country": Part.PERSON_COUNTRY,
        # Who stands before the manager's door.
        "Manager's Name": Part.NOTE,
        "Assistant's Name": Part.NOTE,
        "Assistant's Phone": Part.NOTE,
        "Notes": Part.NOTE,
    },
)
_SIGNATURE = frozenset({"e mail address", "business phone"})


def recognise(table: Table) -> int:
    """95 for the mail address and the business phone under Outlook's names."""
    return 95 if heading_keys(table) >= _SIGNATURE else 0


SOURCE = source(_LAYOUT, recognise, own=True)
