"""Whom a posting says that the job reports to: a title, and the name where it is given."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ringback.core.people import Function
from ringback.core.titles import read_title
from ringback.sources.cells import is_title
from ringback.sources.postings.lines import alike, sentences
from ringback.sources.team_pages.person_names import look_at_name
from ringback.sources.words import listed, tables

WORDS = tables("posting_people")
LONGEST = 80
_SURE_NAME = 0.6


@dataclass(frozen=True, slots=True)
class Boss:
    """The one whom the job reports to: the title as it is written, and perhaps the name."""

    title: str = ""
    name: str = ""


def patterns(table: str, language: str = "") -> re.Pattern[str]:
    """The patterns of a table of phrases as one, of one language or of all but English.

    Blanks in them stand for whatever is no word.
    """
    texts = (text for key, text in WORDS[table].items() if (key == "en") == (language == "en"))
    lines = (line for text in texts for line in text.split("\n") if line.strip())
    either = "|".join(_pattern(line.strip()) for line in lines)
    return re.compile(rf"(?<!\w)(?:{either})(?!\w)")


def _pattern(line: str) -> str:
    text = alike(line).replace("(?:", "(").replace("(", "(?:")
    # Words between are told apart by white space alone, or signs could be shared out among them in
    # more ways than anybody can try.
    return text.replace(" ~ ", r" (?:[^\s:]+\s+){0,6}?[^\w\s]*").replace(" ", r"[\W_]+")


_ENGLISH, _OTHERS = patterns("reports", "en"), patterns("reports")
_AT_THE_START = re.compile(r"reports? (?:directly )?to ")
_CHIEFS = ("chefen", "sjefen", "lederen", "ledaren", "direktoren", "direktøren", "lederen")
_NOUN = re.compile(
    r"\b(?:prepar|present|provid|writ|deliver|submit|creat|generat|produc|issu|send|mak|compil|develop|"
    r"weekly|monthly|daily|regular|status|financial|expense|sales|technical)\w*\s+(?:\w+\s+){0,3}reports?\b"
)
_ENDS = re.compile(
    r"[.,;:()\n/|•]|\s[–—-]\s|(?<!\w)(?:"
    + "|".join(re.escape(alike(phrase)) for phrase in listed(WORDS["ends"]["words"]))
    + r")(?!\w)"
)
_ARTICLES = frozenset(alike(word) for word in listed(WORDS["ends"]["articles"]))
_ELIDED = re.compile(r"^(?:l|d|dell|all)'")


def boss_in(lines: Iterable[str]) -> Boss:
    """The first that a sentence of the posting names; a title has to be one that is known."""
    for line in lines:
        for sentence in sentences(line):
            words = alike(sentence)
            starts = [(found.end(), True) for found in _english(words)]
            starts += [(found.end(), False) for found in _OTHERS.finditer(words)]
            for at, in_english in starts:
                boss = boss_of(sentence[at:])
                if boss.name or is_title(boss.title) or (not in_english and _can_be(boss.title)):
                    return boss
    return Boss()


def _english(words: str) -> Iterator[re.Match[str]]:
    """Where "reports to" is said of the job, and does not mean papers."""
    if found := _AT_THE_START.match(words):
        yield found
    for found in _ENGLISH.finditer(words):
        if not _NOUN.search(words[max(0, found.start() - 40) : found.end()]):
            yield found


def _can_be(title: str) -> bool:
    """Whether the words behind an unmistakable phrase can be a title that is not known here."""
    short = 0 < len(title.split()) <= 6 and not any(map(str.isdigit, title))
    return short and (title[0].isupper() or alike(title).endswith(_CHIEFS))


def boss_of(text: str) -> Boss:
    """What stands behind "reports to", cut where the title ends."""
    rest = _without_articles(text.strip(" :\t–-"))
    name = _name_at_the_start(rest)
    if name:
        behind = _without_articles(rest[len(name) :].strip(" ,(–-"))
        title = _title(behind)
        return Boss(title if is_title(title) else "", name)
    return Boss(_title(rest))


def _title(text: str) -> str:
    cut = _ENDS.search(alike(text))
    # "VP, Operations": a comma inside a title is followed by a function alone.
    if cut is not None and cut[0] == ",":
        after = text[cut.end() :]
        more = _ENDS.search(alike(after))
        piece = after[: more.start()] if more else after
        few = len(piece.split()) <= 3
        if few and read_title(piece).function is not Function.UNKNOWN and not is_title(piece):
            return f"{text[: cut.start()]},{piece}".strip()[:LONGEST]
    title = text[: cut.start()] if cut else text
    return " ".join(title.split())[:LONGEST].strip(" -–'\"")


def _without_articles(text: str) -> str:
    words = text.split(" ")
    while len(words) > 1 and alike(words[0]) in _ARTICLES:
        words = words[1:]
    rest = " ".join(words)
    elided = _ELIDED.match(alike(rest))
    return rest[elided.end() :] if elided else rest


def _name_at_the_start(text: str) -> str:
    """The person's name that a text begins with, up to a comma or bracket; "" for a title."""
    piece = re.split(r"[,(;]|\s[–—-]\s", text, maxsplit=1)[0].strip()
    if not piece or is_title(piece) or len(piece.split()) < 2:
        return ""
    look = look_at_name(piece)
    return piece if look is not None and look.sure >= _SURE_NAME else ""
