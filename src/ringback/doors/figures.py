"""Days and hours in the figures of a country: “11/26” and “2pm”, “26.11.” and “14:00”."""

from datetime import date, time

# Where the month is written before the day.
MONTH_FIRST = frozenset({"US", "PH", "PW", "FM", "MH", "PR", "GU"})
# Where a dot stands behind each of them.
DOTTED = frozenset(
    """
    AL AM AT AZ BA BG BY CH CZ DE DK EE FI GE HR IS KZ LI LU LV ME MK NO PL RO RS RU SI SK TR UA XK
    """.split()
)
# Where people read a clock of twelve hours.
TWELVE_HOURS = frozenset(
    {"US", "CA", "AU", "NZ", "PH", "IN", "PK", "BD", "EG", "SA", "MY", "CO", "PR"}
)


def day_in_figures(day: date, country: str) -> str:
    """“11/26”, “26.11.” or “26/11”; with the month's name where the country is not known."""
    if country in MONTH_FIRST:
        return f"{day.month}/{day.day}"
    if country in DOTTED:
        return f"{day.day}.{day.month}."
    return f"{day.day}/{day.month}" if country else f"{day.day} {day:%b}"


def hour_in_figures(hour: time, country: str) -> str:
    """“14:00”, or “2pm” where a clock of twelve hours is read."""
    if country not in TWELVE_HOURS:
        return f"{hour:%H:%M}"
    minutes = f":{hour:%M}" if hour.minute else ""
    return f"{hour.hour % 12 or 12}{minutes}{'am' if hour.hour < 12 else 'pm'}"
