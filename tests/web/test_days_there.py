"""Days where the called person lives, told to somebody for whom it is another day."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from ringback.doors.words import Speech

BERLIN, NEW_YORK = ZoneInfo("Europe/Berlin"), ZoneInfo("America/New_York")


def test_today_is_said_only_where_it_is_the_same_day() -> None:
    # A Tuesday in Berlin; in New York it is still Monday.
    night = Speech(datetime(2026, 11, 24, 2, 0, tzinfo=UTC), BERLIN)
    tuesday = datetime(2026, 11, 24, 15, 0, tzinfo=UTC)
    assert night.moment(tuesday) == "today, 16:00"
    assert night.both(tuesday, NEW_YORK) == "Tue 24 Nov, 10:00 there (16:00 for you)"
    noon = Speech(datetime(2026, 11, 24, 11, 0, tzinfo=UTC), BERLIN)
    assert noon.both(tuesday, NEW_YORK) == "today, 10:00 there (16:00 for you)"


def test_an_hour_that_nobody_told_is_not_said() -> None:
    noon = Speech(datetime(2026, 11, 24, 11, 30, tzinfo=UTC), BERLIN)
    day_told = datetime(2026, 11, 16, 11, 0, tzinfo=UTC)
    assert noon.past(day_told) == "Mon 16 Nov"
    assert noon.past(day_told.replace(second=37)) == "Mon 16 Nov, 12:00"
    assert noon.happened(day_told) == "Monday, 16 November"
