"""The bootstrap: what it installs and when, what it says, whose exit code it takes."""

import ast
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import IO

import pytest

import run

SOURCE = Path(run.__file__)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the project, ready to be set up, whose .venv holds this test's own Python."""
    root = tmp_path / "ring back"
    (root / "requirements").mkdir(parents=True)
    for name in run.PINNED:
        (root / "requirements" / f"{name}.txt").write_text(f"{name}==1.0\n", "utf-8")
    (root / "pyproject.toml").write_text("[project]\n", "utf-8")
    monkeypatch.setattr(run, "ROOT", root)
    monkeypatch.setattr(run, "VENV", root / ".venv")
    monkeypatch.setattr(run, "STAMP", root / ".venv" / "ringback-setup.json")
    monkeypatch.setattr(run, "program", lambda name: Path(sys.executable))
    (root / ".venv").mkdir()
    return root


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was installed, in its order, by the last word of each command."""
    words: list[str] = []

    def install(*command: str) -> None:
        words.append(command[-1])

    monkeypatch.setattr(run, "install", install)
    return words


def answering(codes: dict[str, int]) -> Callable[..., int]:
    """A stand-in for the programs: each answers with its code, 0 where none is given."""

    def answer(*words: str, more: dict[str, str] | None = None, into: IO[str] | None = None) -> int:
        if into is not None:
            into.write(f"{words[0]} has this to say\n")
        return codes.get(" ".join(words[:2]), codes.get(words[0], 0))

    return answer


@pytest.mark.usefixtures("folder")
def test_a_second_set_up_installs_nothing(installed: list[str]) -> None:
    run.set_up("base")
    assert installed == ["requirements/base.txt", "."]
    run.set_up("base")
    assert len(installed) == 2


def test_a_changed_pin_is_installed_and_nothing_else(folder: Path, installed: list[str]) -> None:
    run.set_up("test")
    installed.clear()
    (folder / "requirements" / "test.txt").write_text("test==2.0\n", "utf-8")
    run.set_up("base")
    assert installed == []
    run.set_up("test")
    assert installed == ["requirements/test.txt"]


def test_a_changed_project_is_installed_again(folder: Path, installed: list[str]) -> None:
    run.set_up("base")
    (folder / "pyproject.toml").write_text("[project]\nname = 'other'\n", "utf-8")
    run.set_up("base")
    assert installed == ["requirements/base.txt", ".", "."]


@pytest.mark.usefixtures("folder")
def test_what_the_checks_need_holds_what_the_program_needs(installed: list[str]) -> None:
    run.set_up("test")
    run.set_up("base")
    assert installed == ["requirements/test.txt", "."]


@pytest.mark.usefixtures("folder")
def test_a_set_up_that_failed_is_tried_again(monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[str] = []

    def fail(*command: str) -> None:
        tried.append(command[-1])
        raise run.CannotSetUp("no network")

    monkeypatch.setattr(run, "install", fail)
    for _ in range(2):
        with pytest.raises(run.CannotSetUp):
            run.set_up("base")
    assert tried == ["requirements/base.txt"] * 2


def test_what_another_tool_took_out_is_installed_again(folder: Path, installed: list[str]) -> None:
    library = folder / ".venv" / ("Lib" if os.name == "nt" else "lib/python3") / "site-packages"
    package = library / "click-8.5.1.dist-info"
    package.mkdir(parents=True)
    run.set_up("base")
    package.rename(library / "click-8.4.0.dist-info")
    run.set_up("base")
    assert installed == ["requirements/base.txt", "."] * 2


def test_a_folder_that_was_moved_is_set_up_anew(
    folder: Path, installed: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[str] = []
    monkeypatch.setattr(run, "prepare", lambda otherwise, *command: made.append(command[-1]))
    run.set_up("base")
    monkeypatch.setattr(run, "ROOT", folder.rename(folder.with_name("elsewhere")))
    monkeypatch.setattr(run, "VENV", run.ROOT / ".venv")
    monkeypatch.setattr(run, "STAMP", run.VENV / "ringback-setup.json")
    run.set_up("base")
    assert made == [str(run.VENV)]
    assert installed == ["requirements/base.txt", "."] * 2


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("missing", "said"),
    [(("venv",), "no venv module"), (("ensurepip", "pip"), "neither ensurepip nor pip")],
)
def test_a_python_without_its_parts_is_told_what_to_install(
    missing: tuple[str, ...], said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run, "python_version", lambda: "")
    monkeypatch.setattr(
        "importlib.util.find_spec", lambda name: None if name in missing else object()
    )
    with pytest.raises(run.CannotSetUp, match=rf"{said}.*apt install python3-venv"):
        run.set_up("base")


def test_every_check_is_run_and_the_first_that_failed_gives_the_code(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(run, "run", answering({"mypy --no-error-summary": 2, "pytest": 1}))
    assert run.check([]) == 2
    told = capsys.readouterr().err
    assert "failed (2): mypy" in told
    assert "failed (1): pytest" in told
    assert "run.py: lint-imports --no-logo\nlint-imports has this to say\n" in told


def test_whoever_interrupts_the_checks_waits_for_no_more_of_them(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(run, "run", answering({"pytest --book-on": run.INTERRUPTED}))
    assert run.check([]) == run.INTERRUPTED
    assert capsys.readouterr().err.count("run.py: pytest") == 1


def test_a_choice_of_tests_may_hold_none_that_opens_a_book(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "run", answering({"pytest --book-on": run.NO_TESTS}))
    assert run.check(["tests/core"]) == 0
    assert run.check([]) == run.NO_TESTS


def test_a_program_gives_its_own_exit_code(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "program", lambda name: Path(sys.executable))
    assert run.run("python", "-c", "raise SystemExit(7)") == 7
    assert run.run("python", "-c", "import os; os.kill(os.getpid(), 9)") == 128 + 9


def test_neither_python_nor_pip_is_led_astray_by_the_environment(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("PYTHONHOME", "PYTHONPATH", "PIP_USER", "PIP_TARGET", "PIP_PREFIX"):
        monkeypatch.setenv(name, "elsewhere")
    assert "elsewhere" not in run.environment().values()


def test_what_is_compiled_once_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    assert "PYTHONDONTWRITEBYTECODE" not in run.environment()


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert run.main(["--help"]) == 0
    told = capsys.readouterr().out
    for command in ("serve", "setup", "test", "faults", "bench", "fuzz", "pin"):
        assert f"\n  {command} " in told


@pytest.mark.usefixtures("installed", "folder")
def test_every_other_command_is_one_of_ringback(monkeypatch: pytest.MonkeyPatch) -> None:
    begun: list[tuple[str, ...]] = []

    def become(*words: str) -> int:
        begun.append(words)
        return 0

    monkeypatch.setattr(run, "become", become)
    for words in ([], ["serve"], ["add", "Acme Foods", "--title", "Planner"]):
        assert run.main(words) == 0
        assert begun.pop() == ("ringback", *words)


def test_a_program_that_the_shell_does_not_find_is_told_how_it_is_called(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run, "program", lambda name: tmp_path / name)
    monkeypatch.setattr(run, "ROOT", tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", "")
    python = "py" if os.name == "nt" else "python3"
    assert run.called("ringback") == {"RINGBACK_CALLED": f"{python} run.py"}
    ours = tmp_path / ("ringback.exe" if os.name == "nt" else "ringback")
    ours.touch(mode=0o755)
    monkeypatch.setattr(run, "program", lambda name: ours)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert run.called("ringback") == {}


def test_an_older_python_can_read_it_far_enough_to_say_so() -> None:
    ast.parse(SOURCE.read_text("utf-8"), feature_version=(3, 7))


def test_every_command_is_in_the_manual() -> None:
    manual = (SOURCE.parent / "docs" / "install.md").read_text("utf-8")
    with_args = (f" {name} [ARGS]" for name in ("serve", "test", "faults", "bench", "fuzz"))
    for command in ("", " setup", *with_args, " pin "):
        assert f"`python3 run.py{command}".rstrip() in manual
