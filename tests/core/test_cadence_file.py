"""A cadence as its owner writes it: what is no TOML is told with its line, whatever is wrong."""

import pytest

from ringback.core.cadence_file import BadCadence, read_cadence


@pytest.mark.parametrize(
    "text",
    ["attempts = ", "attempts = " + "9" * 5_000, "attempts = " + "[" * 5_000, "attempts = 3\0"],
    ids=["cut", "digits", "nested", "zero byte"],
)
def test_what_is_no_toml_is_told(text: str) -> None:
    with pytest.raises(BadCadence, match="not valid TOML") as told:
        read_cadence(text)
    assert told.value.line == 1
