"""The words that titles are made of, read from the tables beside: what a word or phrase means.

A line of a table is a meaning, a colon and phrases with commas between. A meaning is any of a
level (``owner board chief vp director manager lead staff assistant``), functions, each with a
topic where it is worth one (``manufacturing/maintenance``), and marks:

``aide``     an assistant, whatever follows
``deputy``   half a step below the level beside it
``head``     between a manager and a director, as "Leiter", "responsable" or "jefe" may be
``wide``     a larger area than the level alone says
``first``    before a trade it is only the first of that trade: "chief mechanic"
``joins``    a word like "of", after which comes the one whom an assistant works for
``alone``    its work counts only where the title names no other: "Chef", "IT-Chef"
``nothing``  means nothing here, and hides the shorter phrases in it

``*`` stands for any letters at an end of a word. Source of the HR words: evidence 2.5.
"""

import re
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from importlib.resources import files

from ringback.core.letters import fold, respelled
from ringback.core.people import Function, Level

_LEVELS = {level.value: level for level in Level} | {"vp": Level.VICE_PRESIDENT}
_MARKS = frozenset({"aide", "deputy", "wide", "joins", "nothing", "first", "alone", "head"})

# (m/w/d), H/F and the like; Leiter/in, Leiter*in, directeur(rice).
_SEXES = re.compile(r"[(\[]? ?\b(?:[mwfhdxi] ?[/|] ?){1,3}[mwfhdxiv]\b ?[)\]]?")
_ENDINGS = re.compile(
    r"(?<=[^\W\d_]{3})(?:[/*:_]-?|\(-?|/ -)"
    r"(?:innen|in|r|euse|trice|rice|ice|ere|ne|e|a|o|as|os|s)\b\)?"
)
_MARKS_OF_GENDER = frozenset("/|(*:_")
_DOTTED = re.compile(r"\b(?:[^\W\d_]\.){2,}|\b(?:[^\W\d_]\.)+[^\W\d_]\b")
SEPARATORS = frozenset("&+,;/|()[]•·:-")
_MARKS_IN_TEXT = r"&+,;/|()\[\]•·:"
_SHORTEST = 4  # letters of each word of a compound
_GAPS = r"\s.'\"!?<>{}=\-_、。・「」【】，"
_TOKEN = re.compile(rf"[{_MARKS_IN_TEXT}]| -+ |[^{_MARKS_IN_TEXT}{_GAPS}]+")


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a phrase of a title says. ``topics`` are the finer work within its functions."""

    level: Level | None = None
    functions: tuple[Function, ...] = ()
    topics: frozenset[str] = frozenset()
    marks: frozenset[str] = frozenset()

    def also(self, other: "Meaning") -> "Meaning":
        """This meaning, with the other's where this one says nothing (parts of a compound)."""
        return Meaning(
            self.level or other.level,
            self.functions or other.functions,
            self._topics(other),
            self.marks | other.marks,
        )

    def _topics(self, other: "Meaning") -> frozenset[str]:
        if not self.functions:
            return other.topics
        if set(self.functions).isdisjoint(other.functions):
            return self.topics
        return self.topics | other.topics


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase found in a title: words ``first`` to before ``end``, and what they say."""

    first: int
    end: int
    meaning: Meaning


def tokens(text: str) -> tuple[str, ...]:
    """The words and separators of a title, folded; marks of gender taken off."""
    folded = respelled(fold(text))
    if not _MARKS_OF_GENDER.isdisjoint(folded):
        folded = _ENDINGS.sub("", _SEXES.sub(" ", folded))
    if "." in folded:
        folded = _DOTTED.sub(lambda found: found[0].replace(".", ""), folded)
    return tuple("-" if word[0] == " " else word for word in _TOKEN.findall(folded))


def hits(words: tuple[str, ...]) -> list[Hit]:
    """What is known of the words, from left to right, longest phrase first."""
    found: list[Hit] = []
    at = 0
    while at < len(words):
        hit = _longest(words, at)
        if hit is None:
            at += 1
        else:
            found.append(hit)
            at = hit.end
    return found


class _Node:
    """What may follow a beginning of phrases, and what the phrase means that ends here."""

    __slots__ = ("meaning", "next")

    def __init__(self) -> None:
        self.next: dict[str, _Node] = {}
        self.meaning: Meaning | None = None


def _longest(words: tuple[str, ...], at: int) -> Hit | None:
    nodes, meaning = _start(words[at])
    best = Hit(at, at + 1, meaning) if meaning is not None else None
    for end in range(at + 1, len(words)):
        if not nodes:
            break
        word = words[end]
        whole = [node.next[word] for node in nodes if word in node.next]
        wild = [node.next[p] for p in _wild(word) for node in nodes if p in node.next]
        meaning = _together(whole) or _together(wild)
        if meaning is not None:
            best = Hit(at, end + 1, meaning)
        nodes = [node for node in (*whole, *wild) if node.next]
    return best


@lru_cache(maxsize=65536)
def _start(word: str) -> tuple[list[_Node], Meaning | None]:
    """What a word means by itself, and where the phrases go on that begin with it."""
    root = _lexicon().root.next
    whole = [root[word]] if word in root else []
    wild = [root[pattern] for pattern in _wild(word) if pattern in root]
    meaning = _together(whole) or _together(wild)
    meaning = _office(meaning, wild) if whole else _compound(word, meaning)
    return [node for node in (*whole, *wild) if node.next], meaning


def _office(whole: Meaning | None, wild: list[_Node]) -> Meaning | None:
    """A listed word of some work keeps the office at its end: "exportchef"."""
    ending = _together(wild)
    if whole is None or whole.level or not whole.functions or ending is None or whole.marks:
        return whole
    return replace(whole, level=ending.level)


def _together(nodes: list[_Node]) -> Meaning | None:
    """What several patterns say of the same words, the longest first."""
    said: Meaning | None = None
    for node in nodes:
        if node.meaning is not None:
            said = node.meaning if said is None else said.also(node.meaning)
            if "nothing" in said.marks:
                break
    return said


@lru_cache(maxsize=65536)
def _wild(word: str) -> tuple[str, ...]:
    """The patterns with a star that a word matches, the longest first."""
    lexicon = _lexicon()
    parts = [word[:n] + "*" for n in range(len(word), 1, -1)]
    parts += ["*" + word[n:] for n in range(len(word) - 1)]
    found = [p for p in parts if p in lexicon.starred]
    if not word.isascii():
        found += [p for p in lexicon.within if p[1:-1] in word]
    return tuple(sorted(found, key=lambda p: (-len(p), p)))


def _compound(word: str, known: Meaning | None) -> Meaning | None:
    """What an unlisted compound says by its two words: "designchef", "grafikdesigner"."""
    if known is not None and known.level is not None and known.functions:
        return known
    if not word.isalpha():
        return known
    words = _lexicon().root.next
    for cut in range(_SHORTEST, len(word) - _SHORTEST + 1):
        head = words.get(word[:cut]) or words.get(word[:cut].removesuffix("s"))
        ends = _ending(word[cut:])
        if head and head.meaning and head.meaning.functions and ends:
            whole = ends.also(head.meaning)
            return known.also(whole) if known else whole
    return known


def _ending(tail: str) -> Meaning | None:
    """The office or trade that ends a compound, listed by itself or with a star ("*chef")."""
    words = _lexicon().root.next
    nodes = (words.get(pattern) for pattern in (f"*{tail}", tail, f"{tail}*"))
    return next((node.meaning for node in nodes if node and node.meaning), None)


def _meaning(text: str) -> Meaning:
    level: Level | None = None
    functions: list[Function] = []
    topics: list[str] = []
    marks: list[str] = []
    for word in text.split():
        name, _, topic = word.partition("/")
        if name in _MARKS:
            marks.append(name)
        elif name in _LEVELS:
            level = _LEVELS[name]
        else:
            functions.append(Function(name))
            topics += [topic] if topic else []
    return Meaning(level, tuple(dict.fromkeys(functions)), frozenset(topics), frozenset(marks))


def read_table(table: str) -> list[tuple[tuple[str, ...], Meaning]]:
    """The phrases of a table, word by word, with their meanings; ValueError on an unknown word."""
    read: list[tuple[tuple[str, ...], Meaning]] = []
    for line in table.splitlines():
        meaning, colon, phrases = line.partition(":")
        if colon and not line.startswith("#"):
            known = _meaning(meaning)
            read += [(_phrase(phrase), known) for phrase in phrases.split(",") if phrase.strip()]
    return read


def _phrase(phrase: str) -> tuple[str, ...]:
    return tuple(_TOKEN.findall(respelled(fold(phrase))))


def _grown(tables: list[str]) -> _Node:
    root = _Node()
    for table in tables:
        for phrase, meaning in read_table(table):
            node = root
            for word in phrase:
                node = node.next.setdefault(word, _Node())
            node.meaning = node.meaning.also(meaning) if node.meaning else meaning
    return root


def _words_of(node: _Node) -> set[str]:
    found = set(node.next)
    for following in node.next.values():
        found |= _words_of(following)
    return found


@dataclass(frozen=True, slots=True)
class _Lexicon:
    """All phrases as a tree, and the words with a star in them."""

    root: _Node
    starred: frozenset[str]
    within: tuple[str, ...]


@cache
def _lexicon() -> _Lexicon:
    """The tables, read when the first title is: starting up does not wait for them."""
    folder = files("ringback.core").joinpath("tables", "titles")
    tables = sorted(folder.iterdir(), key=lambda table: table.name)
    root = _grown([table.read_text("utf-8") for table in tables])
    starred = frozenset(p for p in _words_of(root) if len(p) > 2 and "*" in p)
    within = tuple(sorted(p for p in starred if p[0] == "*" == p[-1]))
    return _Lexicon(root, starred.difference(within), within)
