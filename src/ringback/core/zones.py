"""Where somebody is, from what a file says, and which clock they live by, with how it is known."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache

import phonenumbers
from phonenumbers import timezone
from phonenumbers.tzdata import TIMEZONE_DATA

from ringback.core.countries import country_called
from ringback.core.gazetteer import (
    City,
    cities_called,
    fold,
    likely_zone,
    only_zone,
    region_called,
    regions_called,
    zones_in,
)
from ringback.core.local_time import zone_called
from ringback.core.places import NOWHERE, Place

# A city is meant without saying so if it has this many times the people of its next namesake.
OUTWEIGHS = 10
# A number whose candidates are more than this says nothing: it is toll-free, or a whole continent.
TELLING = 6
# Longer than any cell that names a place, in characters; what follows is not read.
LONGEST = 200
# Two zones are one if their clocks agree over these years, looked at every ten days.
_AGREE_FROM, _AGREE_DAYS = datetime(2024, 1, 3, 12, tzinfo=UTC), range(0, 7 * 365, 10)

_NORTH_AMERICA = ("US", "CA")
_ASIDE = re.compile(r"\([^)]*\)|\[[^\]]*\]")
_NO_PLACE = re.compile(
    r"\b(?:(?:fully )?remote|hybrid|on-?site|home ?office|work from home"
    r"|télétravail|teletrabajo)\b",
    re.IGNORECASE,
)
# NA is Namibia as well, but not in the files of people who look for work.
_NOTHING = re.compile(
    r"n/?a|none|unknown|tbd|worldwide|global|anywhere|various|multiple|\W*", re.IGNORECASE
)
_AROUND = re.compile(
    r"^(?:greater|großraum|raum|metro|area metropolitana de|région de|grand) "
    r"| (?:(?:metropolitan|metro|bay) )?(?:area|region|metroplex)$",
    re.IGNORECASE,
)
_KIND_OF_REGION = re.compile(
    r"^(?:state|province|canton|land|kanton|bundesland|region|région|región|estado|provincia)"
    r"(?: of| de| di| do| da)? ",
    re.IGNORECASE,
)
_POSTCODE = re.compile(
    r"^(?:[A-Z]{1,2}-)?\d{4,6}(?:-\d{3,4})? (?=\D)"
    r"|[ ,]+(?:\d{4,6}(?:-\d{4})?|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|[A-Z]\d[A-Z] ?\d[A-Z]\d)$"
)


@dataclass(frozen=True, slots=True)
class ZoneFact:
    """The zone to go by, and in words how it is known; ``sure`` if their location says it.

    ``candidates`` are the zones that their number may stand for, where it was asked.
    """

    zone: str
    why: str
    sure: bool
    candidates: tuple[str, ...] = ()


def place_of(country: str, region: str, city: str) -> Place:
    """The place that three cells mean, in any language and each with more in it than it should.

    Only facts are given: a region or zone that the words leave open stays empty, and a city
    decides only if no namesake is near it in size. Nothing is taken from the reader's own place.
    """
    return _place(country[:LONGEST], region[:LONGEST], city[:LONGEST])


@lru_cache(maxsize=16384)
def _place(country: str, region: str, city: str) -> Place:
    lands = _parts(country, ",")
    whole = country_called(" ".join(lands))
    lands = [] if whole else [part for land in lands for part in re.split(r"[/;|()]| [-–] ", land)]
    head, *tail = _parts(city, ",") or [""]
    head = _AROUND.sub("", head).strip()
    words = [*lands, *_parts(region, r"[/,;|()]"), *reversed(tail)]
    land = whole or next(filter(None, map(country_called, lands)), "")
    land = land or _land_of(words, head) or ("" if lands else _land_by_name(head))
    # A country's name may be a region's as well (Georgia), or the city's own (Singapore).
    regions = (_region_of(land, word) for word in words if country_called(word) != land)
    area = next(filter(None, regions), "")
    known = _city(head, land, area) if land else None
    area = area or (known.region if known else "") or _region_of(land, head)
    zone = (known.zone if known and known.region == area else "") or only_zone(land, area)
    return Place(country=land, region=area, zone=zone, city="" if _is_wider(head, land) else head)


def zones_of_number(e164: str) -> tuple[str, ...]:
    """The zones that a number may stand for, those with one and the same clock named once.

    They are candidates, not a fact: numbers move with their people. Empty where none is known.
    """
    try:
        number = phonenumbers.parse(e164)
    except phonenumbers.NumberParseException:
        return ()
    # Asked by its digits alone, so that a number kept for fiction has the zone of its area code.
    named = timezone.time_zones_for_geographical_number(number)
    digits = f"{number.country_code}{number.national_number}"
    if digits.startswith("1") and not any(digits[:n] in TIMEZONE_DATA for n in range(5, 8)):
        # The table knows some exchanges of an area by themselves, and gives the rest one zone.
        named = _zones_of_area(digits[:4]) or named
    return _distinct(zone for zone in named if zone_called(zone) and zone != "Etc/Unknown")


def clock(place: Place, number: str = "", home: Place = NOWHERE) -> ZoneFact:
    """The zone of somebody at a place with a number (E.164, or none), as a seeker at home sees it.

    Their location comes first, then their number's only candidate, then the seeker's own zone.
    """
    zone = place.zone if zone_called(place.zone) else only_zone(place.country, place.region)
    if zone:
        return ZoneFact(zone, f"from their location ({_in_words(place)})", sure=True)
    candidates = zones_of_number(number) if number else ()
    there = zones_in(place.country, place.region)
    telling = candidates if len(candidates) <= TELLING else ()
    fitting = tuple(one for one in telling if not there or _among(one, there)) or telling
    if len(fitting) == 1:
        return ZoneFact(fitting[0], "from their number", sure=False, candidates=candidates)
    guess = likely_zone(place.country, place.region)
    if fitting:
        choice = next((one for one in (guess, home.zone) if _among(one, fitting)), fitting[0])
        why = f"their area code covers {len(fitting)} zones: check"
        return ZoneFact(choice, why, sure=False, candidates=candidates)
    if guess:
        why = f"{_in_words(place)} has {len(there)} zones, most people live in this one: check"
        return ZoneFact(guess, why, sure=False, candidates=candidates)
    own = home.zone if zone_called(home.zone) else likely_zone(home.country, home.region)
    why = f"their location is not known, so this is {'yours' if own else 'UTC'}: check"
    return ZoneFact(own or "UTC", why, sure=False, candidates=candidates)


@lru_cache(maxsize=1024)
def _zones_of_area(prefix: str) -> tuple[str, ...]:
    """Every zone that some exchange of a North American area code lies in, its own first."""
    inside = (zones for start, zones in TIMEZONE_DATA.items() if start.startswith(prefix))
    found = (*TIMEZONE_DATA.get(prefix, ()), *(zone for zones in inside for zone in zones))
    return tuple(dict.fromkeys(found))


def _parts(text: str, between: str) -> list[str]:
    """The words of a cell that may name a place, without remarks, postcodes and dashes."""
    found: list[str] = []
    if _NOTHING.fullmatch(text.strip()):
        return found
    for part in re.split(between, _ASIDE.sub(" ", text) if between == "," else text):
        plain = " ".join(_NO_PLACE.sub("", part.strip()).split()).strip(" -–·:")
        plain = _POSTCODE.sub("", plain).strip(" ,")
        if plain and not plain.isdigit():
            found.append(plain)
    return found


def _land_of(words: Iterable[str], head: str) -> str:
    """The country that the first telling word names, as itself or by one of its regions."""
    cities = {(city.country, city.region) for city in cities_called(head)}
    for word in words:
        if len(word) == 1:
            continue
        country, regions = country_called(word), regions_called(_KIND_OF_REGION.sub("", word))
        sure = {land for land, region in regions if (land, region) in cities}
        if len(sure) == 1:
            return sure.pop()
        if country and (len(word) > 2 or any(country == land for land, _ in cities)):
            return country
        american = [land for land, _ in regions if land in _NORTH_AMERICA]
        if len(word) == 2 and american:
            return american[0]
        lands = {land for land, _ in regions}
        if country or len(lands) == 1:
            return country or lands.pop()
    return ""


def _land_by_name(head: str) -> str:
    """The country that a city's name alone means."""
    whole = country_called(head) if len(head) > 3 else ""
    cities = cities_called(head)
    if not cities:
        regions = {land for land, _ in regions_called(head)} if len(head) > 3 else set()
        return whole or (regions.pop() if len(regions) == 1 else "")
    first = cities[0]
    others = [city.thousands for city in cities if city.country != first.country]
    return first.country if first.thousands >= OUTWEIGHS * max(others, default=0) else whole


def _region_of(land: str, word: str) -> str:
    return region_called(land, word) or region_called(land, _KIND_OF_REGION.sub("", word))


def _city(name: str, land: str, area: str) -> City | None:
    """The city of that name in a country and region, if it is plain which is meant."""
    found = [one for one in cities_called(name) if one.country == land and area in ("", one.region)]
    if not found:
        return None
    first = found[0]
    others = (one.thousands for one in found if one.region != first.region)
    return first if first.thousands >= OUTWEIGHS * max(others, default=0) else None


def _is_wider(head: str, land: str) -> bool:
    """Whether what stands in a city's cell is the country itself, or a region of it."""
    if not land or cities_called(head) or len(fold(head)) <= 3:
        return False
    return country_called(head) == land or bool(_region_of(land, head))


def _in_words(place: Place) -> str:
    return (
        ", ".join(word for word in (place.city, place.region, place.country) if word) or place.zone
    )


def _distinct(zones: Iterable[str]) -> tuple[str, ...]:
    seen: dict[tuple[timedelta | None, ...], str] = {}
    for zone in zones:
        seen.setdefault(_rhythm(zone), zone)
    return tuple(seen.values())


def _among(zone: str, zones: Iterable[str]) -> bool:
    return bool(zone_called(zone)) and any(_rhythm(zone) == _rhythm(one) for one in zones)


@lru_cache(maxsize=1024)
def _rhythm(name: str) -> tuple[timedelta | None, ...]:
    """What the clocks of a zone show over some years, to tell one name for it from another."""
    zone = zone_called(name)
    days = (_AGREE_FROM + timedelta(day) for day in _AGREE_DAYS)
    return tuple(day.astimezone(zone).utcoffset() for day in days)
