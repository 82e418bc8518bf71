"""The seeker's own lines, and in which language each is said."""

from ringback.book.parties import Search
from ringback.core.places import Place
from ringback.core.texts.choice import language_for
from ringback.core.texts.language import languages


def home_of(search: Search) -> Place:
    """Where the seeker is."""
    return Place(search.country, search.region, search.zone, search.city)


def home_language(search: Search) -> str:
    """The language that the seeker calls in at home."""
    return language_for(search.language, home_of(search))


def own_lines_in(search: Search, lang: str) -> dict[str, str]:
    """The own lines for scripts in a language, by part: an English proof is not said in German.

    Those kept as "de/proof" are for German; those kept as "proof" for the language at home.
    """
    lines = {str(part): str(line) for part, line in search.own_lines.items()}
    plain = {part: line for part, line in lines.items() if "/" not in part}
    told = {
        part.removeprefix(f"{lang}/"): line
        for part, line in lines.items()
        if part.startswith(f"{lang}/")
    }
    return (plain if lang == home_language(search) else {}) | told


def part_of(name: str) -> str:
    """The part of a script that an own line is for: "proof" of "de/proof"."""
    code, slash, part = name.partition("/")
    return part if slash and code in languages() else name
