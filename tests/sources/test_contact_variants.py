"""Every list of people reads the same however its columns stand and its file is written."""

import csv
import io
import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from ringback.core.found import Found, FoundRoute, Refused
from ringback.sources.registry import open_file
from ringback.sources.source import ReadOptions
from tests.sources.contact_files import ALL
from tests.sources.kept import as_csv, file_of, read

SAMPLES = Path(__file__).parents[3] / "shared" / "samples"
OF_SAMPLES = {
    "dnb_hoovers": "dnb-hoovers",
    "thomasnet": "thomasnet",
    "lead411": "lead411",
    "linkedin_Connections": "linkedin-connections",
    "linkedin_ImportedContacts": "linkedin-connections",
    "apollo_contacts": "apollo",
    "zoominfo_contacts": "zoominfo",
    "zoominfo_companies": "zoominfo",
    "google": "google-contacts",
    "outlook": "outlook",
    "hunter_export": "hunter",
    "rocketreach": "rocketreach",
    "evaboot": "evaboot",
    "crunchbase": "crunchbase",
    "vcard": "vcard",
}
FILES = [
    pytest.param(source, text, id=f"{source}-{number}")
    for source, texts in ALL.items()
    for number, text in enumerate(texts)
]
Rows = list[list[str]]


def rows_of(text: str) -> tuple[Rows, Rows]:
    """What stands above the headings, and the table."""
    rows = list(csv.reader(io.StringIO(text)))
    start = 3 if text.startswith("Notes:") else 0
    return rows[:start], rows[start:]


def reordered(rows: Rows, order: Sequence[int]) -> Rows:
    return [[row[index] for index in order] for row in rows]


def shuffled(rows: Rows) -> Rows:
    return reordered(rows, sorted(range(len(rows[0])), key=lambda index: index * 7_919 % 101))


def other_case(rows: Rows) -> Rows:
    return [[heading.upper() for heading in rows[0]], *rows[1:]]


def wider(rows: Rows) -> Rows:
    headings, *others = rows
    rated = [["Spring", *row, "5"] if any(row) else ["", *row, ""] for row in others]
    return [["My own list", *headings, "Rating"], *rated]


def written(above: Rows, rows: Rows, separator: str = ",") -> str:
    return as_csv([*above, *rows], separator)


VARIANTS: dict[str, Callable[[Rows, Rows], bytes]] = {
    "shuffled": lambda above, rows: written(above, shuffled(rows)).encode(),
    "other case": lambda above, rows: written(above, other_case(rows)).encode(),
    "byte order mark": lambda above, rows: written(above, rows).encode("utf-8-sig"),
    "cp1252": lambda above, rows: written(above, rows).encode("cp1252"),
    "utf-16": lambda above, rows: written(above, rows).encode("utf-16"),
    "semicolons": lambda above, rows: written(above, rows, ";").encode(),
    "tabs": lambda above, rows: written(above, rows, "\t").encode(),
    "more columns": lambda above, rows: written(above, wider(rows)).encode(),
    "all at once": lambda above, rows: written(
        above, other_case(shuffled(wider(rows))), ";"
    ).encode("cp1252"),
}


def said(items: list[Found | Refused]) -> list[object]:
    """What was found, but for the case in which headings are told again."""
    return [facts_of(item) if isinstance(item, Found) else item for item in items]


def facts_of(found: Found) -> object:
    person, employer = found.person, found.employer
    return (
        person and replace(person, note=person.note.casefold(), routes=told(person.routes)),
        employer and replace(employer, routes=told(employer.routes)),
    )


def told(routes: Sequence[FoundRoute]) -> tuple[FoundRoute, ...]:
    return tuple(replace(route, restriction=route.restriction.casefold()) for route in routes)


@pytest.mark.parametrize(("source", "text"), FILES)
def test_a_file_is_known_by_its_signature(source: str, text: str, tmp_path: Path) -> None:
    (known,) = open_file(file_of(tmp_path, text))
    assert known.source is not None
    assert known.source.key == source
    assert known.source.recognise(known.table) >= 60


@pytest.mark.parametrize("variant", VARIANTS)
@pytest.mark.parametrize(("source", "text"), FILES)
def test_a_variant_reads_the_same(source: str, text: str, variant: str, tmp_path: Path) -> None:
    plain = said(read(file_of(tmp_path, text)))
    path = file_of(tmp_path, VARIANTS[variant](*rows_of(text)), "variant.csv")
    (known,) = open_file(path)
    assert known.source is not None
    assert known.source.key == source
    assert said(read(path)) == plain


@pytest.mark.parametrize(("source", "text"), FILES)
def test_a_dry_run_counts_what_reading_gives(source: str, text: str, tmp_path: Path) -> None:
    (known,) = open_file(file_of(tmp_path, text))
    assert known.source is not None
    told = known.source.understood(known.table, ReadOptions())
    assert told.source == source
    assert told.rows == len(read(file_of(tmp_path, text)))
    assert len(told.columns) == len(known.table.headings)


@pytest.mark.parametrize(("source", "text"), FILES)
def test_no_cell_is_lost(source: str, text: str, tmp_path: Path) -> None:
    """But for flags that bar nothing, and labels that became the kind of a route."""
    _, (headings, *rows) = rows_of(text)
    whole = comparable(repr(read(file_of(tmp_path, text))))
    for row in filter(any, rows):
        for heading, cell in zip(headings, row, strict=True):
            if not heading.endswith(TOLD_OTHERWISE) and cell != "Not Available":
                pieces = re.split(r":::|, | / |/en$|https?://(?:www\.)?|www\.", cell)
                assert all(comparable(piece) in whole for piece in pieces), (heading, cell)


TOLD_OTHERWISE = ("Status", "Flag", "usage restriction", "Call", "Label", "Type")


def comparable(text: str) -> str:
    return re.sub(r"[^\w]", "", text)


@pytest.mark.skipif(not SAMPLES.is_dir(), reason="the folder of samples is not here")
@pytest.mark.parametrize("start", OF_SAMPLES)
def test_every_sample_is_read_whole(start: str) -> None:
    paths = [*SAMPLES.glob(f"{start}*.csv"), *SAMPLES.glob(f"{start}*.vcf")]
    assert paths
    for path in paths:
        (known,) = open_file(path)
        assert known.source is not None
        assert known.source.key == OF_SAMPLES[start]
        items = read(path)
        assert items
        assert all(isinstance(item, Found) for item in items)
