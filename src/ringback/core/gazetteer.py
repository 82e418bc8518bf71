"""Names on the map: regions and big cities as files spell them, and the zones of both."""

import unicodedata
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import NamedTuple

# By path, because importlib.resources costs 12 ms of a start that often needs no table at all.
_TABLES = Path(__file__).parent / "tables"
_PLAIN = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ħ": "h"}
    | dict.fromkeys(".'’‘ʻʼ`´", "")
)


class City(NamedTuple):
    """A city, with its people in thousands; ``zone`` is empty where region or country say it."""

    country: str
    region: str
    zone: str
    thousands: int


def fold(text: str) -> str:
    """A name as it is compared: no case, no marks, no full stops, one space between words."""
    spread = unicodedata.normalize("NFKD", text.casefold().translate(_PLAIN))
    kinds = ((c, unicodedata.category(c)) for c in spread)
    # Marks that take a place of their own (Mc) are letters of the Indian scripts.
    plain = (c if c.isalnum() or kind == "Mc" else " " for c, kind in kinds if kind != "Mn")
    return unicodedata.normalize("NFC", " ".join("".join(plain).split()))


def regions_called(text: str) -> tuple[tuple[str, str], ...]:
    """Every country and region (ISO 3166-2, without the country) that a name or code may mean."""
    return tuple(_regions_by_name().get(fold(text), ()))


def region_called(country: str, text: str) -> str:
    """The region of a country that a name or code means; empty where it is none in the table."""
    found = [region for land, region in regions_called(text) if land == country]
    return found[0] if found else ""


def cities_called(text: str) -> tuple[City, ...]:
    """The cities of that name in the table, the biggest first."""
    return tuple(_cities().get(fold(text), ()))


def zones_in(country: str, region: str = "") -> tuple[str, ...]:
    """The zones of a region, else of its country, that of most people first; empty: not known.

    Zones that less than one person in 200 lives in are left out, as are the several names of
    zones that have run alike since 2024.
    """
    zones = _zones()
    return zones.get((country, region)) or zones.get((country, ""), ())


def only_zone(country: str, region: str = "") -> str:
    """The zone of a region or country that has but one; empty otherwise."""
    zones = zones_in(country, region)
    return zones[0] if len(zones) == 1 else ""


def likely_zone(country: str, region: str = "") -> str:
    """The zone in which most people of a region or country live; empty where it is not known."""
    return next(iter(zones_in(country, region)), "")


def rows(table: str) -> Iterable[list[str]]:
    """The lines of a table beside this module, each as its columns; see tables/SOURCES.md."""
    text = (_TABLES / table).read_text("utf-8")
    return (line.split("\t") for line in text.splitlines())


@cache
def _zones() -> dict[tuple[str, str], tuple[str, ...]]:
    return {
        (country, region): tuple(zones.split())
        for country, region, zones, _ in rows("regions.tsv")
        if zones
    }


@cache
def _regions_by_name() -> dict[str, list[tuple[str, str]]]:
    found: dict[str, list[tuple[str, str]]] = {}
    for country, region, _, names in rows("regions.tsv"):
        if region:
            for name in (region.casefold(), *names.split("|")):
                found.setdefault(name, []).append((country, region))
    found.pop("", None)
    return found


@cache
def _cities() -> dict[str, list[City]]:
    found: dict[str, list[City]] = {}
    for country, region, zone, thousands, names in rows("cities.tsv"):
        city = City(country, region, zone, int(thousands))
        for name in names.split("|"):
            found.setdefault(name, []).append(city)
    for cities in found.values():
        cities.sort(key=lambda city: -city.thousands)
    return found
