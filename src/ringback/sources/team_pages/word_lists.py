"""The word lists of this folder, as people read and extend them: text files under ``lists``."""

import re
from importlib.resources import files


def lines_of(name: str) -> list[str]:
    """The lines of a list without comments and empty ones."""
    place = files("ringback.sources.team_pages").joinpath("lists", name)
    text = place.read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def words_of(name: str) -> frozenset[str]:
    """A list of single words."""
    return frozenset(" ".join(lines_of(name)).split())


def paragraphs_of(name: str) -> dict[str, str]:
    """A list in paragraphs, each under its ``[heading]``, as one line of text each."""
    found: dict[str, str] = {}
    heading = ""
    for line in lines_of(name):
        if line.startswith("["):
            heading = line.strip("[]")
        else:
            found[heading] = f"{found.get(heading, '')} {line}".strip()
    return found


def word_paragraphs_of(name: str) -> dict[str, frozenset[str]]:
    """A list in paragraphs of single words."""
    return {heading: frozenset(text.split()) for heading, text in paragraphs_of(name).items()}


def phrases_of(text: str) -> list[str]:
    """The phrases of a paragraph, which commas divide."""
    return [phrase for part in text.split(",") if (phrase := part.strip())]


def pattern_of(text: str) -> re.Pattern[str]:
    """A pattern for a paragraph's phrases as whole words; "chief-" stands for a word's start."""
    alternatives = [
        rf"{re.escape(p[:-1])}\w*" if p.endswith("-") else re.escape(p)
        for p in sorted(phrases_of(text), key=len, reverse=True)
    ]
    return re.compile(rf"(?<!\w)(?:{'|'.join(alternatives)})(?!\w)")
