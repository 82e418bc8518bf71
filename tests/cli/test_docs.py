"""The manual says all that there is, and the shapes of the answers are written down."""

import re
from pathlib import Path

from ringback.cli.manual import manual
from tests.cli.terminal import Json, Terminal

DOCS = Path(__file__).parents[2] / "docs"
# Keys that are names of the seeker's own rows, not of fields.
OPEN = {"counts", "parts", "own_lines"}


def test_the_manual_is_in_step_with_the_commands() -> None:
    assert (DOCS / "cli.md").read_text("utf-8") == manual(), "python -m ringback.cli.manual"


def fields(shape: Json) -> set[str]:
    if isinstance(shape, list):
        return {name for one in shape for name in fields(one)}
    if isinstance(shape, dict):
        inner = {name for key, one in shape.items() if key not in OPEN for name in fields(one)}
        return set(shape) | inner
    return set()


def test_every_field_of_an_answer_is_written_down(terminal: Terminal, tmp_path: Path) -> None:
    sheet = tmp_path / "sheet.csv"
    sheet.write_text("Company,Position,Date applied\nRiverbend,Buyer,2026-11-18\n", "utf-8")
    lines = [
        ["today"], ["next"], ["show"], ["show", "1"], ["gate", "1"], ["find", "acme"], ["plan"],
        ["cadence"], ["cadence", "--set", "retry_days=3", "--dry-run"], ["config"], ["check"],
        ["config", "--parts"], ["import", str(sheet), "--dry-run"], ["import", str(sheet)],
        ["import", "--list"], ["import", "--refused"], ["log", "acme", "no-answer"], ["undo"],
        ["route", "acme", "+1 216 555 0155"], ["mail", "acme", "--for", "follow up", "--words"],
        ["export", str(tmp_path / "all.zip")],
    ]  # fmt: skip
    said = set(re.findall(r"`([\w.]+)`", (DOCS / "json.md").read_text("utf-8")))
    found = {name for line in lines for name in fields(terminal(*line, "--json").data)}
    assert found - said == set()
