"""Everything that reads what comes from outside, each as one function from bytes.

The sources and services are those that their registries find: a new one is a target from then on.
"""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from zlib import crc32

from fuzz import answers
from fuzz.target import Target, WrongAnswer, keepable
from fuzz.workbook_here import workbooks_read_here
from ringback.core.cadence_file import BadCadence, read_cadence
from ringback.core.found import Found, Refused
from ringback.sources import registry, workbook_child
from ringback.sources.api.services import SERVICES
from ringback.sources.records import Broken, Passed, Row
from ringback.sources.source import ReadOptions
from ringback.sources.tables import Table, open_tables

CARDS = {f"vcard-{version}": f"VERSION:{version}".encode() for version in ("2.1", "3.0", "4.0")}


def targets(folder: Path) -> dict[str, Target]:
    """Every target by its name; files are written into the folder."""
    file = folder / "input"
    keys = [one.key for one in registry.sources() if one.key != "vcard"]
    found = [
        *(Target(key, _reading(file, key)) for key in keys),
        *(Target(name, _reading(file, "vcard")) for name in CARDS),
        Target("any-file", _reading(file)),
        Target("zip", lambda data: _tables(data, file)),
        Target("workbook", lambda data: _workbook(data, file), in_a_child=True),
        Target("team-page", answers.read_team_page, ()),
        Target("fetched-page", answers.read_fetched_page),
        Target("page-address", answers.read_page_address),
        Target("sitemap", answers.read_sitemap, ()),
        Target("posting", answers.read_a_posting, ()),
        Target("posting-answer", answers.read_a_posting, ()),
        *(
            Target(f"api-{key}", partial(answers.ask_service, service))
            for key, service in SERVICES.items()
        ),
        Target("api-refusals", partial(answers.refusals, services=tuple(SERVICES.values())), ()),
        Target("cadence", _cadence, (BadCadence,)),
        _archive(file),
    ]
    return {one.name: one for one in found}


def _reading(file: Path, key: str = "") -> Callable[[bytes], str]:
    """What reads a file by one source, or by whichever knows it."""

    def read(data: bytes) -> str:
        file.write_bytes(data)
        with workbooks_read_here():
            return _read(registry.open_file(file, key), data)

    return read


def _read(found: Sequence[registry.Recognised], data: bytes) -> str:
    """Read every table, and hold what comes out against what was understood beforehand."""
    which = crc32(data) % 3
    options = ReadOptions(day_first=(None, True, False)[which], read_on=answers.READ_ON)
    told = []
    for one in found:
        if one.source is None:
            continue
        one.source.recognise(one.table)
        understood = one.source.understood(one.table, options)
        items = list(one.source.read(one.table, options))
        if understood.rows != len(items):
            raise WrongAnswer(f"{understood.rows} rows were told and {len(items)} read")
        bare = list(one.source.read(one.table, replace(options, extra=False)))
        if [_bare(item) for item in items] != [_bare(item) for item in bare]:
            raise WrongAnswer("without what no field took, something else is read")
        keepable(tuple(items))
        keepable(understood)
        good = sum(isinstance(item, Found) for item in items)
        told.append(f"{one.source.key} {min(good, 3)} {min(len(items) - good, 3)}")
    return "; ".join(told)


def _bare(item: Found | Refused) -> Found | Refused:
    return replace(item, extra=()) if isinstance(item, Found) else item


def _tables(data: bytes, file: Path) -> str:
    """Rows as they stand, whatever knows them; read twice, they are the same."""
    file.write_bytes(data)
    with workbooks_read_here():
        tables = open_tables(file)
        rows = [list(_items(table)) for table in tables]
        if rows != [list(_items(table)) for table in tables]:
            raise WrongAnswer("the same file read twice gives other rows")
    return f"{len(rows)} {min(sum(map(len, rows)), 9)}"


def _items(table: Table) -> Iterator[Row | Broken | Passed]:
    for item in table.rows():
        keepable(tuple(item))
        yield item


def _workbook(data: bytes, file: Path) -> str:
    """What the child process does that reads workbooks."""
    file.write_bytes(data)
    try:
        told = [json.loads(line) for line in workbook_child.answer(str(file), None)]
        for index in {one["index"] for one in told if isinstance(one, dict) and "index" in one}:
            for line in workbook_child.answer(str(file), index):
                json.loads(line)
    except BaseException as fault:
        # A panic of the library ends the child, and the file is refused.
        if type(fault).__name__ != "PanicException":
            raise
        return "panic"
    return " ".join(str(one.get("error", "sheet")) for one in told[:3] if isinstance(one, dict))


def _cadence(data: bytes) -> str:
    read_cadence(data.decode("utf-8", "replace"))
    return "read"


def _archive(file: Path) -> Target:
    """An archive brought back into an empty search of a book in memory, then dropped again."""
    from ringback.desk.refusal import Refusal

    def read(data: bytes) -> str:
        from fuzz.archive import bring

        file.write_bytes(data)
        return bring(file)

    return Target("archive", read, (Refusal,))
