"""The word lists that lie beside this module, one TOML file a subject."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from importlib.resources import files


def _read(name: str) -> dict[str, object]:
    return tomllib.loads((files(__package__) / "words" / f"{name}.toml").read_text("utf-8"))


def _texts(table: object) -> dict[str, str]:
    pairs = table.items() if isinstance(table, Mapping) else ()
    return {str(key): str(text) for key, text in pairs}


def texts(name: str) -> dict[str, str]:
    """A word list of texts alone: key, text."""
    return _texts(_read(name))


def tables(name: str) -> dict[str, dict[str, str]]:
    """A word list made of tables of texts: table, key, text."""
    return {table: _texts(content) for table, content in _read(name).items()}


def entries(name: str, table: str) -> list[dict[str, str]]:
    """A word list made of one table again and again, in its order."""
    found = _read(name)[table]
    return [_texts(entry) for entry in found] if isinstance(found, list) else []


def listed(text: str) -> tuple[str, ...]:
    """The phrases of a text, separated by commas."""
    return tuple(phrase for part in text.split(",") if (phrase := " ".join(part.split())))


def pattern(texts: Iterable[str]) -> re.Pattern[str]:
    """What finds any phrase of these texts in words made comparable (see cells.key)."""
    phrases = sorted({p for text in texts for p in listed(text)}, key=len, reverse=True)
    either = "|".join(re.escape(phrase).replace(r"\*", r"\w*") for phrase in phrases)
    return re.compile(rf"\b(?:{either})\b")
