"""XLSX, ODS and XLS workbooks: their sheets and rows, read by a child process with limits."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ringback.sources import limits
from ringback.sources.cells import keepable
from ringback.sources.records import Passed, Row
from ringback.sources.unreadable import Unreadable

_CHILD = Path(__file__).with_name("workbook_child.py")
_SECONDS = 1.2
_SECONDS_PER_BYTE = 0.4 / 1_000_000
_ASK = "Open it in a spreadsheet program and save the sheet as CSV."
_FAULTS = {
    "password": ("{} is locked with a password.", "Save it without a password first."),
    "broken": ("{} is a spreadsheet that is damaged or not whole.", _ASK),
    "sheets": ("{} has more than 50 sheets.", "Save the sheet with the applications as CSV."),
    "memory": ("{} needs more than 300 MB of memory to be read and was given up.", _ASK),
    "time": ("{} takes far longer to read than its size explains and was given up.", _ASK),
    "fault": ("{} could not be read as a spreadsheet.", _ASK),
}


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet with its first rows; ``index`` counts from 0 over all sheets of the book."""

    name: str
    index: int
    head: tuple[Row, ...]


def is_workbook(names: list[str]) -> bool:
    """Whether a ZIP with these members is an XLSX, XLSB or ODS."""
    return any(name in ("xl/workbook.xml", "xl/workbook.bin", "content.xml") for name in names)


def sheets(path: Path) -> list[Sheet]:
    """Every sheet with at most 60 rows of each. Raises Unreadable."""
    found: list[Sheet] = []
    head: list[Row] = []
    for answer in _ask(path):
        if isinstance(answer, Row):
            head.append(answer)
        else:
            found = _with_head(found, head)
            found.append(Sheet(answer[0], answer[1], ()))
            head = []
    return _with_head(found, head)


def _with_head(found: list[Sheet], head: list[Row]) -> list[Sheet]:
    return [*found[:-1], *(Sheet(s.name, s.index, tuple(head)) for s in found[-1:])]


def rows(path: Path, index: int) -> Iterator[Row | Passed]:
    """Every row of one sheet; rows without any text as Passed. Raises Unreadable."""
    expected = 1
    for answer in _ask(path, index):
        if isinstance(answer, Row):
            if answer.line > expected:
                yield Passed(expected, "blank", answer.line - expected)
            yield answer
            expected = answer.line + 1


def _ask(path: Path, *index: int) -> Iterator[Row | tuple[str, int]]:
    # The budget grows with what the file weighs, not with what it says it holds.
    seconds = _SECONDS + _SECONDS_PER_BYTE * path.stat().st_size
    arguments = [str(path.absolute()), *map(str, index)]
    try:
        for line in limits.answers(_CHILD, arguments, limits.Limits(seconds=seconds)):
            answer = json.loads(line)
            if isinstance(answer, list):
                yield Row(answer[0], tuple(map(keepable, answer[1])))
            elif "error" in answer:
                raise _refusal(answer["error"], path)
            else:
                yield keepable(answer["sheet"]), answer["index"]
    except limits.Exhausted as end:
        raise _refusal(end.what, path) from end


def _refusal(code: str, path: Path) -> Unreadable:
    sentence, hint = _FAULTS[code]
    known = {"memory": "bomb", "time": "bomb", "fault": "broken", "sheets": "too-many-sheets"}
    return Unreadable(known.get(code, code), sentence.format(path.name), hint)
