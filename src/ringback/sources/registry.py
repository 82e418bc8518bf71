"""Finds every source there is, and the one that knows a given table.

A source is a module of this package with a ``SOURCE`` in it; adding one edits nothing else.
"""

import pkgutil
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path

from ringback import sources as package
from ringback.sources.other_files import open_other
from ringback.sources.source import Source
from ringback.sources.tables import Table, open_tables
from ringback.sources.unreadable import Unreadable

# What only a signature of a source of its own scores (see source.Source).
_SURE = 90


@dataclass(frozen=True, slots=True)
class Recognised:
    """A table of a file with the source that knows it best; None where none does."""

    table: Table
    source: Source | None


@cache
def sources() -> tuple[Source, ...]:
    """Every source, by key."""
    names = sorted(module.name for module in pkgutil.iter_modules(package.__path__))
    modules = (import_module(f"{package.__name__}.{name}") for name in names)
    found = (getattr(module, "SOURCE", None) for module in modules)
    return tuple(
        sorted((one for one in found if isinstance(one, Source)), key=lambda source: source.key)
    )


def source(key: str) -> Source:
    """The source of that key. Raises Unreadable, naming those there are."""
    for one in sources():
        if one.key == key:
            return one
    known = ", ".join(one.key for one in sources())
    raise Unreadable("no-such-source", f"There is no source “{key}”.", f"There are: {known}.")


def recognise(table: Table) -> Source | None:
    """The source that knows the table best."""
    return _scored(table)[1]


def _scored(table: Table) -> tuple[int, Source | None]:
    scored = [(one.recognise(table), one) for one in sources()]
    score, best = max(scored, key=lambda pair: pair[0], default=(0, None))
    return (score, best) if score > 0 else (0, None)


def open_file(path: Path, key: str = "") -> tuple[Recognised, ...]:
    """The tables of a file with their sources; ``key`` names one source for all of them.

    In an export that is known for what it is, only tables with a sure signature are made sense of:
    the seeker's own profile or searches would look like applications.
    Raises Unreadable, also where no table is known to any source.
    """
    tables = open_other(path) or open_tables(path)
    if key:
        return tuple(Recognised(table, source(key)) for table in tables)
    scored = [(table, *_scored(table)) for table in tables]
    sure = any(source.family for _, _, source in scored if source) and len(tables) > 1
    least = _SURE if sure else 1
    found = tuple(Recognised(table, best if score >= least else None)
                  for table, score, best in scored)  # fmt: skip
    if not any(one.source for one in found):
        raise _not_recognised(path, tables)
    return found


def _not_recognised(path: Path, tables: tuple[Table, ...]) -> Unreadable:
    headings = [heading for table in tables for heading in table.headings if heading][:6]
    seen = f"its columns are {', '.join(headings)}" if headings else "it has no headings"
    return Unreadable(
        "not-recognised",
        f"{path.name} is no list of applications or people known here: {seen}.",
        "A sheet needs headings, one for the employer and one for the date sent or the status.",
    )
