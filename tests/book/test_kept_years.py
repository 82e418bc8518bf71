"""Years kept beside the book are those that the calendars give, and a bad file does no harm."""

import json
from pathlib import Path

import pytest

from ringback.book.kept_years import NAME, KeptYears
from ringback.core.years import Year, year_of

PLACES = (
    ("US", "OH", 2026),
    ("DE", "BY", 2027),
    ("SA", "", 2026),
    ("", "", 2026),
    ("US", "", 1850),
)


@pytest.mark.parametrize("place", PLACES)
def test_a_year_is_the_same_when_it_comes_from_the_file(
    place: tuple[str, str, int], tmp_path: Path
) -> None:
    first = KeptYears(tmp_path)(*place)
    again = KeptYears(tmp_path)(*place)
    assert first == again == year_of(*place)


def test_a_year_of_the_file_is_not_reckoned_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = KeptYears(tmp_path)("US", "OH", 2026)

    def not_again(country: str, region: str, year: int) -> Year:
        raise AssertionError(f"{country} {region} {year} was reckoned again")

    monkeypatch.setattr("ringback.book.kept_years.year_of", not_again)
    assert KeptYears(tmp_path)("US", "OH", 2026) == kept


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"calendars": "x"}', '{"calendars": "?", "years": {}}', "\x00"]
)
def test_a_file_that_cannot_be_used_is_as_good_as_none(text: str, tmp_path: Path) -> None:
    (tmp_path / NAME).write_text(text, "utf-8")
    assert KeptYears(tmp_path)("US", "OH", 2026) == year_of("US", "OH", 2026)
    assert json.loads((tmp_path / NAME).read_text("utf-8"))["years"]


@pytest.mark.parametrize("kept", [[], ["3", [5]], ["x" * 365, [5]], [3, 4], "3333"])
def test_an_entry_that_cannot_be_used_is_reckoned_anew(kept: object, tmp_path: Path) -> None:
    KeptYears(tmp_path)("US", "OH", 2026)
    told = json.loads((tmp_path / NAME).read_text("utf-8"))
    told["years"]["US/OH/2026"] = kept
    (tmp_path / NAME).write_text(json.dumps(told), "utf-8")
    assert KeptYears(tmp_path)("US", "OH", 2026) == year_of("US", "OH", 2026)


def test_a_folder_that_is_not_there_keeps_nothing(tmp_path: Path) -> None:
    assert KeptYears(tmp_path / "none")("US", "OH", 2026) == year_of("US", "OH", 2026)
