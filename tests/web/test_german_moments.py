"""Days and hours typed in German mean the same as in English."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from ringback.doors.days import NotAMoment, Reading
from ringback.doors.moments import read_day, read_moment

BERLIN = ZoneInfo("Europe/Berlin")
# A Tuesday at ten in the morning in Berlin.
HOW = Reading(datetime(2026, 12, 1, 9, 0, tzinfo=UTC), BERLIN, ZoneInfo("America/New_York"))


@pytest.mark.parametrize(
    ("german", "english"),
    [
        ("heute 14:00", "today 14:00"), ("morgen um 9 Uhr", "tomorrow at 9:00"),
        ("übermorgen 10:30", "in 2 days 10:30"), ("Do 14:00", "Thu 14:00"),
        ("am Donnerstag, 14 Uhr", "Thursday 14:00"), ("nächsten Montag 9.30 Uhr", "next Mon 9:30"),
        ("26.12. 9 Uhr", "26.12. 9:00"), ("7. Dez 10:00", "7 Dec 10:00"),
        ("den 3. März 2027 um 16:15", "3 March 2027 16:15"), ("in einer Stunde", "in an hour"),
        ("morgen nachmittags", "tomorrow in the afternoon"), ("Fr 15:00 hier", "Fri 15:00 here"),
    ],
)  # fmt: skip
def test_a_moment_reads_the_same(german: str, english: str) -> None:
    assert read_moment(german, HOW) == read_moment(english, HOW)


@pytest.mark.parametrize(
    ("german", "english"),
    [
        ("heute", "today"), ("Freitag", "Friday"), ("so", "Sun"), ("in 2 Wochen", "in 2 weeks"),
        ("in einem Monat", "in a month"), ("nächste Woche", "next week"), ("1. Mai", "1 May"),
        ("vor drei Tagen", "three days ago"), ("letzten Freitag", "last Friday"),
    ],
)  # fmt: skip
def test_a_day_reads_the_same(german: str, english: str) -> None:
    assert read_day(german, HOW) == read_day(english, HOW)


def test_an_hour_before_noon_stays_one() -> None:
    assert read_moment("Thu 9 am", HOW).hour == 9


def test_what_is_no_day_is_refused() -> None:
    with pytest.raises(NotAMoment):
        read_day("irgendwann", HOW)
