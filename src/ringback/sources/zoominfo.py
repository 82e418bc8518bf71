"""ZoomInfo's export of contacts and of companies (formats 4.2)."""

from ringback.sources.contact_columns import Flag, Layout, Part
from ringback.sources.contact_lists import heading_keys, source
from ringback.sources.tables import Table

_LAYOUT = Layout(
    key="zoominfo",
    label="ZoomInfo",
    columns={
        "First Name": Part.FIRST_NAME,
        "Middle Name": Part.MIDDLE_NAME,
        "Last Name": Part.LAST_NAME,
        "Job Title": Part.TITLE,
        "Management Level": Part.LEVEL,
        "Job Function": Part.FUNCTION,
        "Department": Part.FUNCTION,
        "Direct Phone Number": Part.PHONE,
        "Mobile phone": Part.MOBILE,
        "Email Address": Part.MAIL,
        "Supplemental Email": Part.MAIL,
        "LinkedIn Contact Profile URL": Part.LINKEDIN,
        "Person City": Part.PERSON_CITY,
        "Person State": Part.PERSON_REGION,
        "Person Country": Part.PERSON_COUNTRY,
        "Country": Part.PERSON_COUNTRY,
        "Company Name": Part.EMPLOYER,
        "Website": Part.SITE,
        "Company HQ Phone": Part.SWITCHBOARD,
        "Employees": Part.SIZE,
        "Employee Range": Part.SIZE,
        "Company City": Part.CITY,
        "Company State": Part.REGION,
        "Company Country": Part.COUNTRY,
        # That the person was told of being listed, and when: no bar, but to be known.
        "Notice Provided Date": Part.NOTE,
    },
    flags={
        "Direct Phone Do Not Call": Flag(frozenset({Part.PHONE})),
        "DirectPhoneDoNotCall": Flag(frozenset({Part.PHONE}), "direct phone: do not call"),
        "Mobile Phone Do Not Call": Flag(frozenset({Part.MOBILE})),
        "MobilePhoneDoNotCall": Flag(frozenset({Part.MOBILE}), "mobile phone: do not call"),
    },
)
_OWN = frozenset({"zoominfo contact id", "zoominfo company id"})


def recognise(table: Table) -> int:
    """95 for a column that only ZoomInfo has."""
    return 95 if heading_keys(table) & _OWN else 0


SOURCE = source(_LAYOUT, recognise)
