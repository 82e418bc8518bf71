"""The forms of a proof and the papers they are printed on."""

from datetime import date, timedelta
from enum import StrEnum

# Where office paper is US Letter (Unicode CLDR, measurementData, paperSize).
_LETTER = frozenset("BZ CA CL CO CR GT MX NI PA PH PR SV US VE".split())
_SUNDAY = 6


class Form(StrEnum):
    """Whose office it is for.

    ``us`` has the fields that the states' work-search records have in common (date, employer with
    address, person, method, position, result; e.g. Nebraska, Maine, Alaska), weeks from Sunday.
    ``de`` is the German *Bewerbungsnachweis* (§ 138 SGB III), weeks from Monday.
    """

    US = "us"
    DE = "de"

    def week_of(self, day: date) -> tuple[date, date]:
        """The first and last day of the week that a day lies in, as this office counts weeks."""
        past = (day.weekday() - _SUNDAY) % 7 if self is Form.US else day.weekday()
        first = day - timedelta(days=past)
        return first, first + timedelta(days=6)


class Paper(StrEnum):
    """A sheet of paper."""

    A4 = "A4"
    LETTER = "Letter"


def paper_of(country: str, form: Form) -> Paper:
    """The paper of a country (ISO 3166-1 alpha-2); where it is not known, that of the form."""
    if country:
        return Paper.LETTER if country.upper() in _LETTER else Paper.A4
    return Paper.LETTER if form is Form.US else Paper.A4
