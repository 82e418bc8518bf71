"""The desk: one search at one moment, which every verb takes as its first argument."""

from dataclasses import dataclass
from datetime import date, datetime

from ringback.book.parties import Search
from ringback.book.values import cadence_of, calendar_of
from ringback.core.cadence import Cadence
from ringback.core.workdays import Calendar


@dataclass(frozen=True)
class Desk:
    """One search, and the moment that counts as now (aware UTC); no verb asks a clock."""

    search: Search
    now: datetime

    @property
    def cadence(self) -> Cadence:
        return cadence_of(self.search)

    @property
    def calendar(self) -> Calendar:
        return calendar_of(self.search, self.cadence)

    @property
    def today(self) -> date:
        """The day it is for the seeker."""
        calendar = self.calendar
        return calendar.day_of(calendar.home, self.now)
