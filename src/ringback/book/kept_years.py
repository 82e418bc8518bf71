"""How the days of a year are worked in a country, kept beside the book from one run to the next.

Working it out loads the calendars of the whole world, which takes longer than an answer may.
"""

import json
import os
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path

from ringback.core.years import Work, Year, year_of, year_worked

NAME = "years.json"


class KeptYears:
    """Years as ``core.years.year_of`` gives them; those asked for once are kept in a folder.

    What was kept under another version of the calendars is not used. A file that cannot be read
    or written is as good as none.
    """

    def __init__(self, folder: Path) -> None:
        self._file = folder / NAME
        self._calendars = _calendars()
        self._kept: dict[str, list[object]] | None = None

    def __call__(self, country: str, region: str, year: int) -> Year:
        """The year in a country and region (see core.years.year_of)."""
        kept = self._read()
        key = f"{country}/{region}/{year}"
        with suppress(KeyError, ValueError, TypeError, IndexError):
            work, weekend = kept[key]
            return year_worked(year, tuple(map(Work, map(int, str(work)))), _weekdays(weekend))
        found = year_of(country, region, year)
        kept[key] = ["".join(str(int(how)) for how in found.work), sorted(found.weekend)]
        self._write(kept)
        return found

    def _read(self) -> dict[str, list[object]]:
        if self._kept is None:
            self._kept = {}
            with suppress(OSError, ValueError, AttributeError):
                told = json.loads(self._file.read_text("utf-8"))
                if told.get("calendars") == self._calendars:
                    self._kept = dict(told["years"])
        return self._kept

    def _write(self, kept: dict[str, list[object]]) -> None:
        text = json.dumps({"calendars": self._calendars, "years": kept})
        with suppress(OSError):
            # Of two programs that write at once, one file is kept whole.
            own = self._file.with_name(f"{NAME}.{os.getpid()}")
            own.write_text(text, "utf-8")
            own.replace(self._file)


def _weekdays(value: object) -> frozenset[int]:
    if not isinstance(value, list):
        raise TypeError
    return frozenset(int(day) for day in value)


def _calendars() -> str:
    """What tells one version of the calendars from another, without loading them."""
    spec = find_spec("holidays")
    if spec is None or spec.origin is None:
        return ""
    with suppress(OSError):
        stat = Path(spec.origin).with_name("version.py").stat()
        return f"{stat.st_mtime_ns} {stat.st_size}"
    return ""
