"""Three sheets of 25 sent résumés, held cell by cell against tables written by hand."""

import tomllib
from datetime import date
from pathlib import Path

import pytest

from ringback.core.found import Found, FoundRoute, Refused
from ringback.sources.registry import open_file
from ringback.sources.source import ReadOptions, Source
from ringback.sources.tables import Table

DATA = Path(__file__).parents[1] / "data"
SHEETS = ["online_sheet.csv", "hand_kept.xlsx", "notion_export.zip"]

Told = dict[str, str | int | date | list[str] | list[list[str]]]


def said(item: Found) -> Told:
    """A finding as the tables beside the sheets write it: every field, the empty ones left out."""
    employer, person, opening = item.employer, item.person, item.opening
    assert employer is not None
    assert opening is not None
    assert employer.city == opening.place
    told: Told = {
        "where": item.where,
        "employer": employer.name,
        "domain": employer.domain,
        "size": employer.size,
        "region": employer.region,
        "country": employer.country,
        "duns": employer.duns,
        "employer_routes": [route_in_words(route) for route in employer.routes],
        "title": opening.title,
        "kind": "" if opening.kind == "advertised" else str(opening.kind),
        "extra": [list(pair) for pair in item.extra],
        "doubts": list(item.doubts),
    }
    for name in (
        *("url", "place", "status", "stage", "saved_on", "sent_on", "sent_via", "closes_on"),
        *("follow_up_on", "follow_up", "salary", "note", "reports_to", "no_calls"),
    ):
        told[name] = getattr(opening, name) or ""
    told["files"] = list(opening.files)
    if person:
        told["person"] = person.name
        told["person_title"] = person.title
        told["linkedin"] = person.linkedin
        told["do_not_contact"] = person.do_not_contact
        told["routes"] = [route_in_words(route) for route in person.routes]
        nowhere = (person.city, person.region, person.country)
        assert not any((person.level, person.function, person.note, person.board, *nowhere))
    return {name: value for name, value in told.items() if value}


def route_in_words(route: FoundRoute) -> str:
    assert not route.restriction
    extension = f" ext {route.extension}" if route.extension else ""
    return f"{route.kind} {route.value}{extension}"


def opened(name: str) -> tuple[Table, Source]:
    """The one table of applications in a file, whatever else is in it."""
    (known,) = [(one.table, one.source) for one in open_file(DATA / name) if one.source]
    return known


@pytest.mark.parametrize("name", SHEETS)
def test_every_cell_of_a_kept_sheet_is_read_as_a_person_reads_it(name: str) -> None:
    expected = tomllib.loads((DATA / name).with_suffix(".toml").read_text("utf-8"))
    table, source = opened(name)
    items = list(source.read(table, ReadOptions()))
    found = {item.where: said(item) for item in items if isinstance(item, Found)}
    refused = [item for item in items if isinstance(item, Refused)]
    for row in expected["found"]:
        assert found.pop(row["where"]) == row
    assert not found
    assert [(r.where, r.reason, list(r.cells)) for r in refused] == [
        (r["where"], r["reason"], r["cells"]) for r in expected["refused"]
    ]


@pytest.mark.parametrize("name", SHEETS)
def test_a_dry_run_counts_what_reading_gives(name: str) -> None:
    expected = tomllib.loads((DATA / name).with_suffix(".toml").read_text("utf-8"))
    table, source = opened(name)
    understanding = source.understood(table, ReadOptions())
    assert understanding.rows == expected["rows"] == len([*source.read(table, ReadOptions())])
    assert understanding.blank == expected["blank"]
    assert [list(pair) for pair in understanding.passed] == expected["passed"]
    assert understanding.date_order == expected["date_order"]
    assert understanding.ask == ""
