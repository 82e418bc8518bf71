"""LinkedIn's "Job Applications" and "Saved Jobs", out of its data export (formats 5)."""

from ringback.core.touches import Via
from ringback.sources import tracker
from ringback.sources.columns import Field
from ringback.sources.dates import Order
from ringback.sources.own_lists import LINKEDIN
from ringback.sources.tables import Table

_YOUR_OWN = "it is your own, which LinkedIn sent along, and no contact at the employer"
_HABITS = tracker.Habits(
    key="linkedin-jobs",
    label="LinkedIn's job applications and saved jobs",
    via=Via.PORTAL,
    # Seen so whatever the country (formats 5).
    order=Order.MONTH_FIRST,
    columns={
        "Application Date": Field.SENT_ON,
        "Saved Date": Field.SAVED_ON,
        "Job Url": Field.URL,
        "Resume Name": Field.FILES,
        "Question And Answers": None,
    },
    dropped={"Contact Email": _YOUR_OWN, "Contact Phone Number": _YOUR_OWN},
)
_APPLIED = frozenset({"application date", "company name", "job title", "job url"})
_APPLIED_TOO = frozenset({"resume name", "question and answers", "contact phone number"})
_SAVED = frozenset({"saved date", "job url", "job title", "company name"})


def recognise(table: Table) -> int:
    """95 for the headings of either file."""
    headings = tracker.heading_keys(table)
    applied = headings >= _APPLIED and headings & _APPLIED_TOO
    return 95 if applied or headings >= _SAVED else 0


SOURCE = tracker.source(_HABITS, recognise, family=LINKEDIN)
