"""Which language calls and mails are in: the one chosen, else that of where they are called."""

from ringback.core.phones import country_of
from ringback.core.places import NOWHERE, Place
from ringback.core.texts.language import ENGLISH, Spoken, language, languages

AUTO = "auto"


def language_for(chosen: str, place: Place, number: str = "", home: Place = NOWHERE) -> str:
    """The code of the language for somebody at a place, called at a number (E.164, or none).

    ``chosen`` is a code or ``AUTO``: then it is what is spoken where they are, by their country,
    else by their number's, else at home; English where no language file is at home.
    """
    if chosen in languages():
        return chosen
    country = place.country or (country_of(number) if number else "")
    where = place._replace(country=country) if country else home
    return next(
        (code for code in languages() if _is_spoken(language(code).spoken, where, number)), ENGLISH
    )


def _is_spoken(spoken: Spoken, place: Place, number: str) -> bool:
    """A region that is known decides; where none is, the beginning of the number does."""
    region = f"{place.country}-{place.region}" if place.region else ""
    if region:
        here = place.country in spoken.places or region in spoken.places
        return here and region not in spoken.but_not
    begins = tuple(begin for begin in spoken.but_not if begin.startswith("+"))
    return place.country in spoken.places and not number.startswith(begins)
