"""The child process: what it prints comes through, and it cannot take more than it is given."""

import sys
from pathlib import Path

import pytest

from ringback.sources.limits import Exhausted, Limits, answers
from tests.sources.kept import file_of

LINUX = pytest.mark.skipif(sys.platform != "linux", reason="only Linux holds both limits")


def script(folder: Path, text: str) -> Path:
    return file_of(folder, text, "script.py")


def test_lines_come_as_they_are_printed(tmp_path: Path) -> None:
    path = script(tmp_path, "import sys\nprint(sys.argv[1])\nprint('two')\n")
    assert list(answers(path, ["one"], Limits(seconds=5))) == [b"one\n", b"two\n"]


@LINUX
def test_memory_is_taken_away(tmp_path: Path) -> None:
    path = script(tmp_path, "print('first', flush=True)\nx = bytearray(400_000_000)\n")
    lines = answers(path, [], Limits(seconds=5))
    assert next(lines) == b"first\n"
    with pytest.raises(Exhausted, match="memory"):
        next(lines)


@LINUX
def test_processor_time_is_taken_away(tmp_path: Path) -> None:
    path = script(tmp_path, "while True:\n    pass\n")
    with pytest.raises(Exhausted, match="time"):
        list(answers(path, [], Limits(seconds=0.1)))


def test_a_child_that_only_waits_is_ended_by_the_parent(tmp_path: Path) -> None:
    path = script(tmp_path, "import time\ntime.sleep(600)\n")
    with pytest.raises(Exhausted, match="time"):
        list(answers(path, [], Limits(seconds=0.02)))


def test_a_fault_in_the_script_is_a_fault(tmp_path: Path) -> None:
    path = script(tmp_path, "raise ValueError('x')\n")
    with pytest.raises(Exhausted, match="fault"):
        list(answers(path, [], Limits(seconds=5)))


def test_the_child_may_not_write_files(tmp_path: Path) -> None:
    path = script(tmp_path, f"open({str(tmp_path / 'out')!r}, 'w').write('x' * 100_000)\n")
    with pytest.raises(Exhausted):
        list(answers(path, [], Limits(seconds=5)))
    assert not (tmp_path / "out").exists() or (tmp_path / "out").stat().st_size == 0


def test_closing_early_ends_the_child(tmp_path: Path) -> None:
    path = script(tmp_path, "import time\nprint('x', flush=True)\ntime.sleep(600)\n")
    lines = answers(path, [], Limits(seconds=60))
    assert next(lines) == b"x\n"
    lines.close()
