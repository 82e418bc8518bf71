"""Every sample of a service's file held against what it says, in the order and case it may have."""

import csv
import io
import json
import re
import tomllib
from pathlib import Path
from typing import TypedDict

import pytest

from ringback.core.found import Found, FoundRoute, Refused
from ringback.sources.registry import open_file
from ringback.sources.source import ReadOptions
from ringback.sources.unreadable import Unreadable
from tests.sources.kept import file_of
from tests.sources.test_contact_variants import VARIANTS

DATA = Path(__file__).parents[1] / "data"
SAMPLES = DATA / "samples"
SHARED = Path(__file__).parents[3] / "shared" / "samples"

PEOPLE_IN_JSON = ("lead411_web_response_OBSERVED_PRIVATE.json", "thomasnet_supplier.json")

Told = dict[str, str | int | list[str]]


class Row(TypedDict, total=False):
    """What one row says."""

    employer: Told
    person: Told
    opening: str
    beside: dict[str, str]
    refused: str


class Sample(TypedDict, total=False):
    """What one file says, or the code of its refusal."""

    source: str
    found: list[Row]
    refused: str


EXPECTED: dict[str, Sample] = tomllib.loads((DATA / "expected_samples.toml").read_text("utf-8"))
READ = [name for name, sample in EXPECTED.items() if "source" in sample]
REFUSED = [name for name, sample in EXPECTED.items() if "source" not in sample]
# Lists of people: trackers and the seeker's own affairs have variants of their own.
PEOPLE = [
    name for name in READ
    if name.endswith(".csv")
    and not any("opening" in row or "refused" in row or not row for row in EXPECTED[name]["found"])
]  # fmt: skip


def facts(one: object, names: tuple[str, ...]) -> Told:
    """What is told of an employer or a person, as the expectations write it."""
    told: Told = {name: value for name in names if (value := getattr(one, name))}
    routes = [in_words(route) for route in getattr(one, "routes", ())]
    return told | ({"routes": routes} if routes else {})


def in_words(route: FoundRoute) -> str:
    extension = f" x{route.extension}" if route.extension else ""
    bar = f" ! {route.restriction}" if route.restriction else ""
    return f"{route.kind} {route.value}{extension}{bar}"


PLACE = ("city", "region", "country")
OF_EMPLOYER = ("name", "domain", "duns", "size", *PLACE)
OF_PERSON = ("name", "title", "level", "function", "linkedin", "note", *PLACE)


def said(item: Found | Refused, expected: Row) -> Row:
    """What a row says; of what stands beside, only what is expected: the rest is kept anyway."""
    if isinstance(item, Refused):
        return {"refused": item.reason.partition(",")[0]}
    row: Row = {}
    if item.employer:
        row["employer"] = facts(item.employer, OF_EMPLOYER)
    if item.person:
        row["person"] = facts(item.person, OF_PERSON)
    if item.opening:
        row["opening"] = item.opening.title
    if "beside" in expected:
        row["beside"] = {name: text for name, text in item.extra if name in expected["beside"]}
    return row


def read(path: Path) -> tuple[str, list[Found | Refused]]:
    (known,) = open_file(path)
    assert known.source is not None
    return known.source.key, list(known.source.read(known.table, ReadOptions()))


def holds(path: Path, sample: Sample) -> None:
    source, items = read(path)
    assert source == sample["source"]
    assert len(items) == len(sample["found"])
    for item, expected in zip(items, sample["found"], strict=True):
        assert said(item, expected) == expected


@pytest.mark.parametrize("name", READ)
def test_a_sample_says_what_stands_in_it(name: str) -> None:
    holds(SAMPLES / name, EXPECTED[name])


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_list_is_refused_in_one_sentence(name: str) -> None:
    with pytest.raises(Unreadable) as refusal:
        open_file(SAMPLES / name)
    assert refusal.value.code == EXPECTED[name]["refused"]
    assert refusal.value.sentence.endswith(".")
    assert refusal.value.hint.endswith(".")


def rows_of(path: Path) -> tuple[list[list[str]], list[list[str]]]:
    """What stands above the headings of a sample, and the table."""
    raw = path.read_bytes()
    text = raw.decode("cp1252" if "cp1252" in path.name else "utf-8-sig")
    rows = list(csv.reader(io.StringIO(text)))
    start = next(at for at, row in enumerate(rows) if len(row) > 2)
    return rows[:start], rows[start:]


@pytest.mark.parametrize("variant", VARIANTS)
@pytest.mark.parametrize("name", PEOPLE)
def test_a_variant_of_a_sample_says_the_same(name: str, variant: str, tmp_path: Path) -> None:
    written = VARIANTS[variant](*rows_of(SAMPLES / name))
    sample = EXPECTED[name]
    if "all" in variant or "case" in variant:
        sample = json.loads(notes_in_capitals(sample))
    holds(file_of(tmp_path, written, "variant.csv"), sample)


def notes_in_capitals(sample: Sample) -> str:
    """A sample with its headings in capitals: they are told again in notes and restrictions."""

    found = []
    for row in sample["found"]:
        changed = json.loads(json.dumps(row))
        person, employer = changed.get("person", {}), changed.get("employer", {})
        if "note" in person:
            person["note"] = re.sub(
                r"(?m)^[^:\n]+: ", lambda heading: heading[0].upper(), person["note"]
            )
        for party in (person, employer):
            if "routes" in party:
                party["routes"] = [
                    re.sub(r"! [^:]+:", lambda heading: heading[0].upper(), route)
                    for route in party["routes"]
                ]
        found.append(changed)
    return json.dumps({"source": sample["source"], "found": found})


def turned(value: object) -> object:
    """A JSON value with the names of every object the other way round."""
    if isinstance(value, dict):
        return {name: turned(value[name]) for name in reversed(value)}
    return [turned(one) for one in value] if isinstance(value, list) else value


@pytest.mark.parametrize("how", ["turned", "one line", "byte order mark", "more names"])
@pytest.mark.parametrize("name", PEOPLE_IN_JSON)
def test_json_says_the_same_however_it_is_written(name: str, how: str, tmp_path: Path) -> None:
    value = json.loads((SAMPLES / name).read_text("utf-8"))
    text = json.dumps(value, indent=2, ensure_ascii=False)
    written = {
        "turned": json.dumps(turned(value)).encode(),
        "one line": json.dumps(value, separators=(",", ":")).encode(),
        "byte order mark": text.encode("utf-8-sig"),
        "more names": json.dumps({**value, "rating": 5}).encode(),
    }
    holds(file_of(tmp_path, written[how], name), EXPECTED[name])


@pytest.mark.skipif(not SHARED.is_dir(), reason="the folder of samples is not here")
def test_no_sample_is_left_out() -> None:
    there = {path.name: path for path in SHARED.iterdir() if path.suffix != ".md"}
    assert set(there) == set(EXPECTED)
    for name, path in there.items():
        assert (SAMPLES / name).read_bytes() == path.read_bytes()


def test_every_expected_sample_is_here() -> None:
    assert {path.name for path in SAMPLES.iterdir()} == set(EXPECTED)
