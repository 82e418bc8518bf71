"""`ringback numbers`, `simulate` and `proof`: on the screen, in JSON, in files."""

import csv
import io
import stat
from pathlib import Path

from pypdf import PdfReader

from tests.cli.terminal import Json, Terminal


def at(data: Json, *keys: str | int) -> Json:
    """What stands in an answer under these names and places, one below the other."""
    for key in keys:
        if isinstance(key, str):
            assert isinstance(data, dict)
            data = data[key]
        else:
            assert isinstance(data, list)
            data = data[key]
    return data


def test_too_few_cases_are_told_and_never_as_a_percentage(terminal: Terminal) -> None:
    terminal("log", "acme", "no-answer")
    shown = terminal("numbers").out
    assert "Sent 1, due 1, followed up 1, dials 1, conversations 0" in shown
    above = shown.partition("A share is told from 10 cases on")[0]
    assert "cannot tell yet" in above
    assert "%" not in above


def test_numbers_before_anything_was_sent(empty: Terminal) -> None:
    empty("config", "--zone", "America/New_York")
    assert "Nothing was sent yet." in empty("numbers").out


def test_numbers_in_json_keep_back_what_cannot_be_told(terminal: Terminal) -> None:
    terminal("log", "acme", "no-answer")
    data = terminal("numbers", "--json").data
    reach = at(data, "rates", 1)
    assert isinstance(reach, dict)
    assert (reach["name"], reach["done"], reach["of"]) == ("reach", 0, 1)
    assert (reach["share"], reach["low"], reach["told"]) == (None, 0.0, False)
    assert data["day"] == "2026-11-25"


def test_each_chart_is_saved_as_a_table_and_as_a_picture(
    terminal: Terminal, tmp_path: Path
) -> None:
    terminal("numbers", "--save", str(tmp_path))
    names = {path.name for path in tmp_path.iterdir()}
    kinds = ("coverage", "funnel", "plan", "reach", "silence")
    assert names == {f"{kind}.{ending}" for kind in kinds for ending in ("csv", "svg")}
    rows = list(csv.reader(io.StringIO((tmp_path / "funnel.csv").read_text("utf-8-sig"))))
    assert rows[0] == ["step", "of what", "done", "of", "share", "low", "high", "told"]
    assert rows[4][2:5] == ["0", "1", ""]
    (tmp_path / "funnel.csv").write_text("mine")
    terminal("numbers", "--save", str(tmp_path), code=15)
    assert (tmp_path / "funnel.csv").read_text() == "mine"


def test_the_simulator_needs_no_search(empty: Terminal) -> None:
    shown = empty("simulate", "--assumed").out
    assert "25 résumés: wait, or follow up" in shown
    assert "Sceptic (a talk adds nothing)" in shown
    assert "not measured for job seekers" in " ".join(shown.split())


def test_own_counts_and_own_shares_are_put_in(terminal: Terminal) -> None:
    terminal("log", "acme", "no-answer")
    data = terminal("simulate", "--set", "callable=90%", "--json").data
    assert at(data, "own", "reach") == {"done": 0, "of": 1}
    assert at(data, "scenarios", 0, "assumes", "callable", "mean") == 0.9


def test_a_share_that_is_none_is_refused(terminal: Terminal) -> None:
    for told in ("callable=lots", "callable", "luck=50%", "callable=150%"):
        assert "callable" in terminal("simulate", "--set", told, code=12).err
    terminal("simulate", "--resumes", "0", code=12)


def test_a_proof_on_the_screen(terminal: Terminal) -> None:
    terminal("log", "acme", "voicemail-left")
    shown = terminal("proof").out
    assert shown.startswith("Work search record, 11/01/2026 – 11/25/2026")
    assert "Contacts: 2, employers: 1" in shown
    assert "11/20/2026  Acme Foods  Cleveland, OH, US, dana@acme.example" in shown
    plain = " ".join(shown.split())
    assert "Maintenance Planner · Telephone call · Dana Reyes, Maintenance Manager" in plain
    assert "Left a message" in shown


def test_a_proof_by_week_in_german(terminal: Terminal) -> None:
    terminal("log", "acme", "no-answer")
    shown = terminal("proof", "--form", "de", "--weekly", "--from", "2026-11-16").out
    assert "Woche vom 16.11.2026 bis 22.11.2026" in shown
    assert "Niemand erreicht" in shown


def test_a_proof_as_files_that_are_its_owners_alone(terminal: Terminal, tmp_path: Path) -> None:
    pdf, table = tmp_path / "proof.pdf", tmp_path / "proof.csv"
    said = terminal("proof", "--pdf", str(pdf), "--csv", str(table)).out
    assert f"{pdf} is written. Contacts: 1, employers: 1." in said
    assert "Acme Foods" in PdfReader(io.BytesIO(pdf.read_bytes())).pages[0].extract_text()
    assert "Acme Foods" in table.read_text("utf-8-sig")
    assert stat.S_IMODE(pdf.stat().st_mode) == 0o600


def test_a_file_that_is_there_is_not_written_over_unasked(
    terminal: Terminal, tmp_path: Path
) -> None:
    pdf = tmp_path / "proof.pdf"
    pdf.write_text("mine")
    assert "--overwrite" in terminal("proof", "--pdf", str(pdf), code=15).err
    assert pdf.read_text() == "mine"
    terminal("proof", "--pdf", str(pdf), "--overwrite")
    assert pdf.read_bytes().startswith(b"%PDF")


def test_a_proof_in_json(terminal: Terminal) -> None:
    data = terminal("proof", "--json").data
    assert (data["form"], data["paper"], data["employers"]) == ("us", "Letter", 1)
    assert data["contacts"] == [
        {
            "day": "2026-11-20", "employer": "Acme Foods",
            "address": ["Cleveland, OH, US", "dana@acme.example"],
            "person": "Dana Reyes, Maintenance Manager",
            "method": "Application to a posting, e-mail", "position": "Maintenance Planner",
            "result": "Sent, no answer yet",
        }
    ]  # fmt: skip


def test_a_period_that_has_not_begun_is_refused(terminal: Terminal) -> None:
    terminal("proof", "--from", "2026-12-01", "--to", "2026-12-05", code=10)
    terminal("proof", "--from", "2026-11-20", "--to", "2026-11-10", code=12)


def test_a_name_that_the_letters_cannot_show_is_said(terminal: Terminal, tmp_path: Path) -> None:
    terminal("add", "示例公司", "--manager", "Ada Miller", "--mail", "ada@example.example")
    terminal("send", "2")
    pdf = tmp_path / "proof.pdf"
    answer = terminal("proof", "--pdf", str(pdf), code=12)
    assert "“示例公司”" in answer.err
    assert "--font" in answer.err
    assert not pdf.exists()
    terminal("proof", "--csv", str(tmp_path / "proof.csv"))
    assert "示例公司" in (tmp_path / "proof.csv").read_text("utf-8-sig")
