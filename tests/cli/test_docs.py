"""The manual says all that there is, and the shapes of the answers are written down."""

import re
import shlex
from pathlib import Path

from ringback.cli.exits import REFUSED
from ringback.cli.manual import manual
from ringback.core.cadence import RULES
from ringback.desk.asking_services import CODES
from ringback.desk.refusal import Code
from ringback.sources.api.services import SERVICES
from tests.cli.terminal import Json, Terminal

DOCS = Path(__file__).parents[2] / "docs"
# Keys that are names of the seeker's own rows, not of fields.
NOT_SHIPPED = re.compile(r"evidence|method M\d")
OPEN = {"counts", "parts", "own_lines", "own", "assumes"}


def test_the_manual_is_in_step_with_the_commands() -> None:
    assert (DOCS / "cli.md").read_text("utf-8") == manual(), "python -m ringback.cli.manual"


def test_every_ground_that_is_named_stands_on_its_page() -> None:
    page = (DOCS / "grounds.md").read_text("utf-8")
    there = set(re.findall(r"^##+ ([0-9](?:\.[0-9])?)\.? ", page, re.MULTILINE))
    named = {
        number: str(path)
        for path in (DOCS.parent / "src").rglob("*.*")
        if path.suffix in {".py", ".txt", ".toml"}
        for line in path.read_text("utf-8").splitlines()
        for group in re.findall(r"(?:evidence|grounds(?:\.md)?) ([0-9][0-9., and]*)", line)
        for number in re.findall(r"[0-9](?:\.[0-9])?", group)
    }
    assert len(named) > 10
    assert {number: file for number, file in named.items() if number not in there} == {}


def test_no_rule_names_a_ground_that_only_its_makers_have() -> None:
    said = {rule.key: rule.ground for rule in RULES.values()}
    assert all(said.values())
    assert {key: ground for key, ground in said.items() if NOT_SHIPPED.search(ground)} == {}


def test_every_service_is_described_with_its_key_its_cost_and_its_bounds() -> None:
    page = (DOCS / "services.md").read_text("utf-8")
    table = page.partition("## Which services")[2].partition("\n## ")[0]
    rows = {row.split("|")[1].strip(): row for row in table.splitlines() if row.startswith("| ")}
    for place, service in enumerate(SERVICES.values(), start=2):

        def cell(name: str, place: int = place) -> str:
            return rows[name].split("|")[place].strip()

        assert cell("") == f"`{service.key}`"
        assert cell("Service") == service.label
        assert cell("Address") == service.base
        assert re.findall(r"\d+", cell("`--spend` when you say nothing")) == [str(service.usual)]
        assert re.findall(r"\d+", cell("`--spend` at most")) == [str(service.largest)]
        assert service.unit in cell("What is counted")
        assert all(f"`{need.variable}`" in page for need in service.needs)
    codes = {REFUSED[code] for code in service_codes()}
    assert codes <= {int(code) for code in re.findall(r"^\| (\d+) \|", page, re.MULTILINE)}


def service_codes() -> set[Code]:
    """Every way in which the desk refuses after a service was asked, or for want of leave."""
    return {*CODES.values(), Code.NOT_FETCHED, Code.ASK}


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
        ["refer", "acme", "Kim Sample", "--asked"], ["ties"], ["ties", "acme"],
        ["route", "acme", "+1 216 555 0155"], ["mail", "acme", "--for", "follow up", "--words"],
        ["export", str(tmp_path / "all.zip")], ["numbers"], ["simulate"], ["proof"],
    ]  # fmt: skip
    said = set(re.findall(r"`([\w.]+)`", (DOCS / "json.md").read_text("utf-8")))
    found = {name for line in lines for name in fields(terminal(*line, "--json").data)}
    assert found - said == set()


def test_the_first_call_of_the_readme_can_be_typed_as_it_stands(empty: Terminal) -> None:
    told = (DOCS.parent / "README.md").read_text("utf-8")
    block = told.partition("## The first call in the terminal")[2].partition("##")[0]
    typed = [line.partition("run.py ")[2] for line in block.splitlines() if "run.py " in line]
    lines = [shlex.split(line, comments=True) for line in typed]
    assert [line[0] for line in lines[:4]] == ["add", "next", "log", "undo"]
    shown = [empty(*line).out for line in lines[:4]]
    assert "nobody answered" in shown[2]
    assert "leave a voicemail" not in shown[1]


def test_how_long_the_first_start_takes_is_said_the_same_everywhere() -> None:
    root = DOCS.parent
    for file in ("README.md", "run.py"):
        assert "up to a minute, with a network" in (root / file).read_text("utf-8")
