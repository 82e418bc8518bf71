"""Given names, and which of them one person may bear: short forms, spellings, transliterations.

The tables are plain text beside this module, made to be read and extended.
"""

from importlib.resources import files

from ringback.core.letters import spelling


def _lines(table: str) -> list[str]:
    text = (files("ringback.core") / "tables" / table).read_text(encoding="utf-8")
    return [spelling(line) for line in text.splitlines() if line and not line.startswith("#")]


def _groups() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for line in _lines("nicknames.txt"):
        head, _, others = line.partition(":")
        for name in (head, *others.split()):
            found.setdefault(name, set()).add(head)
            if len(name) > 3 and name.endswith(("ie", "y")):
                other = name[:-2] + "y" if name.endswith("ie") else name[:-1] + "ie"
                found.setdefault(other, set()).add(head)
    return {name: frozenset(heads) for name, heads in found.items()}


_GROUPS = _groups()
_NONE: frozenset[str] = frozenset()
_MORE = _lines("given_names.txt")
EITHER = frozenset(name for line in _MORE if line.startswith("= ") for name in line[2:].split())
"""Borne by women and by men: as the short form of a longer name no more than a hint."""
GIVEN = frozenset(_GROUPS) | frozenset(name for line in _MORE for name in line.split()) - {"="}
"""Given names that are known as such, as ``spelling`` writes them."""
ONLY_SHORT = frozenset(name for name, of in _GROUPS.items() if name not in of) - frozenset(
    name for line in _MORE for name in line.split()
)
"""Those that are no more than the short form of another."""


def called_alike(one: str, other: str) -> bool:
    """Whether one person may bear both given names (written as ``spelling`` writes them)."""
    return not _GROUPS.get(one, _NONE).isdisjoint(_GROUPS.get(other, _NONE))


def full_names(name: str) -> frozenset[str]:
    """The names for which a given name may stand; itself where it stands for no other."""
    return _GROUPS.get(name) or frozenset({name})
