"""Pairs that may be one: told by the dry run and the report, answered once."""

from pathlib import Path

import pytest

from tests.cli.terminal import Json, Terminal

HEADINGS = "First Name,Last Name,Position,Company,Email Address,Connected On\n"
KNOWN = "Ada,Miller,Plant Manager,Example Tools Inc,,02 Mar 2026\n"
DOUBTFUL = "A.,Miller,,Example Tools Inc,,03 Mar 2026\n"


@pytest.fixture
def file(tmp_path: Path, empty: Terminal) -> Path:
    first = tmp_path / "Connections.csv"
    first.write_text(HEADINGS + KNOWN)
    empty("import", str(first), "--yes")
    path = tmp_path / "More.csv"
    path.write_text(HEADINGS + DOUBTFUL)
    return path


def pairs(asked: Json) -> list[dict[str, Json]]:
    assert isinstance(asked, list)
    return [one for one in asked if isinstance(one, dict)]


def test_a_dry_run_tells_the_pairs_and_asks_nothing(empty: Terminal, file: Path) -> None:
    told = empty("import", str(file), "--dry-run").out
    assert "It would ask about these pairs:" in told
    assert "A. Miller, line 2" in told
    assert "known: Ada Miller at Example Tools Inc: " in told
    (pair,) = pairs(empty("import", str(file), "--dry-run", "--json").data["asked"])
    assert (pair["pair"], pair["name"], pair["kind"]) == (None, "A. Miller", "person")
    assert empty("import", "--doubts", "--json").data["asked"] == []


def test_the_report_tells_the_pairs_and_how_to_answer(empty: Terminal, file: Path) -> None:
    told = empty("import", str(file)).out
    assert "A. Miller, line 2" in told
    assert "--same PAIR" in told
    assert "A. Miller" in empty("import", "--doubts").out


@pytest.mark.parametrize("option", ["--same", "--apart"])
def test_an_answer_is_remembered(empty: Terminal, file: Path, option: str) -> None:
    (pair,) = pairs(empty("import", str(file), "--json").data["asked"])
    number = str(pair["pair"])
    done = empty("import", option, number, "--json").data
    assert done == {"pair": number, "answer": option.removeprefix("--")}
    assert "No pair waits" in empty("import", "--doubts").out
    again = empty("import", str(file), "--json").data
    assert (again["created"], again["updated"], again["asked"]) == (0, 0, [])
    refused = empty.run("import", option, number)
    assert refused.code != 0
    assert "answered already" in refused.err


def test_a_pair_that_nobody_asked_about_is_refused(empty: Terminal, file: Path) -> None:
    refused = empty.run("import", "--same", "9.9")
    assert refused.code != 0
    assert "No import asks a question 9.9." in refused.err


def test_a_first_list_that_is_refused_begins_no_search(empty: Terminal, tmp_path: Path) -> None:
    unclear = tmp_path / "list.csv"
    unclear.write_text("Company,Position,Date Applied\nAcme Foods,Fitter,3/4/2026\n")
    refused = empty.run("import", str(unclear), "--yes")
    assert refused.code != 0
    assert "Which comes first, day or month?" in refused.err
    assert "begun" not in refused.err
    assert "Begin with `ringback add`" in empty.run("today").err
    assert "1 new" in empty("import", str(unclear), "--yes", "--day-first").out
