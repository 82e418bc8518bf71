"""Fifteen places whose calendars and clocks differ in every way, and seven years of days."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from holidays import HolidayBase, country_holidays
from hypothesis import strategies as st

from ringback.core.places import Place

PLACES = [
    Place("US", "NY", "America/New_York"),
    Place("US", "HI", "Pacific/Honolulu"),
    Place("CA", "NL", "America/St_Johns"),
    Place("BR", "SP", "America/Sao_Paulo"),
    Place("GB", "SCT", "Europe/London"),
    Place("DE", "BY", "Europe/Berlin"),
    Place("EG", "", "Africa/Cairo"),
    Place("IL", "", "Asia/Jerusalem"),
    Place("IR", "", "Asia/Tehran"),
    Place("AE", "", "Asia/Dubai"),
    Place("IN", "KA", "Asia/Kolkata"),
    Place("CN", "", "Asia/Shanghai"),
    Place("AU", "NSW", "Australia/Lord_Howe"),
    Place("NZ", "CIT", "Pacific/Chatham"),
    Place("WS", "", "Pacific/Apia"),
]
FIRST, LAST = date(2024, 1, 1), date(2030, 12, 31)
EVERY_DAY = [FIRST + timedelta(n) for n in range((LAST - FIRST).days + 1)]

everywhere = pytest.mark.parametrize("place", PLACES, ids=lambda place: place.zone)
places = st.sampled_from(PLACES)
days = st.dates(FIRST, LAST)
moments = st.builds(
    lambda day, clock: datetime.combine(day, clock, UTC),
    st.dates(FIRST + timedelta(2), LAST - timedelta(2)),
    st.times(),
)


def library(place: Place) -> HolidayBase:
    return country_holidays(place.country, place.region or None, years=range(2023, 2033))


def local(place: Place, moment: datetime) -> datetime:
    return moment.astimezone(ZoneInfo(place.zone))
