"""Evaboot's export of leads from LinkedIn's Sales Navigator (formats 4.5)."""

from ringback.sources.contact_columns import Layout, Part
from ringback.sources.contact_lists import heading_keys, source
from ringback.sources.tables import Table

_LAYOUT = Layout(
    key="evaboot",
    label="Evaboot (Sales Navigator)",
    columns={
        "First Name": Part.FIRST_NAME,
        "Last Name": Part.LAST_NAME,
        "Full Name": Part.PERSON,
        "Email": Part.MAIL,
        # Never the profile's headline, which is what people say of themselves.
        "Current Job": Part.TITLE,
        "Linkedin URL Public": Part.LINKEDIN,
        "Sales Navigator URL": Part.LINKEDIN,
        "Linkedin URL Unique ID": Part.LINKEDIN,
        "Location": Part.PERSON_PLACE,
        "Company Name": Part.EMPLOYER,
        "Company Domain": Part.SITE,
        "Company Website URL": Part.SITE,
        "Company Employee Exact Count": Part.SIZE,
        "Company Employee Range": Part.SIZE,
        "Company Location": Part.PLACE,
        "Company Headquarters (Full Address)": Part.PLACE,
    },
)
_OWN = frozenset({"linkedin url public", "sales navigator url"})


def recognise(table: Table) -> int:
    """95 for a column that only Evaboot has."""
    return 95 if heading_keys(table) & _OWN else 0


SOURCE = source(_LAYOUT, recognise)
