"""What a person's title says: how high it stands, what work it is about, and whether it is HR."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from ringback.core.people import Function, Level
from ringback.core.title_words import SEPARATORS, Hit, Meaning, hits, tokens

RANK = {
    Level.OWNER: 7.0,
    Level.CHIEF: 6.0,
    Level.VICE_PRESIDENT: 5.0,
    Level.DIRECTOR: 4.0,
    Level.MANAGER: 3.0,
    Level.LEAD: 2.0,
    Level.STAFF: 1.0,
    Level.ASSISTANT: 0.0,
}
_BELOW = {
    Level.CHIEF: Level.VICE_PRESIDENT,
    Level.VICE_PRESIDENT: Level.DIRECTOR,
    Level.DIRECTOR: Level.MANAGER,
    Level.MANAGER: Level.LEAD,
    Level.LEAD: Level.STAFF,
}
_APART = SEPARATORS.union("and und et y e og och en ja i и oraz".split())
_EMPTY = frozenset(
    """team teams group dept department departement departamento abteilung bereich afdeling
    avdelning avdeling service services unit division area office center centre site with from
    para pour voor fuer fur uber dell della delle degli nella head senior junior""".split()
)
_LONGEST = 300  # what is longer is no title; its beginning is read


Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Title:
    """A title as it is understood.

    ``function`` is the first of ``functions``; several where a title names several, or a word
    ("engineering") may mean any of them. ``topics`` are the finer work ("maintenance").
    ``rank`` orders titles: 7 owner, 6 chief, 5 vice president, 4 director, 3 manager, 2 lead,
    1 staff, 0 assistant, with halves for deputies and heads, quarters for a wide area; 1 where the
    level is not known. ``is_board`` is said of a board member without an office of their own.
    """

    level: Level = Level.UNKNOWN
    function: Function = Function.UNKNOWN
    is_hr: bool = False
    is_assistant: bool = False
    is_board: bool = False
    functions: tuple[Function, ...] = ()
    topics: frozenset[str] = frozenset()
    rank: float = 1.0
    words: frozenset[str] = frozenset()


@lru_cache(maxsize=65536)
def read_title(text: str) -> Title:
    """Read a title in any of the languages of the tables. Total: any text gives a title."""
    words = tokens(text[:_LONGEST])
    found = _trades(hits(words), words)
    assistant = _assistant(found)
    offices = [] if assistant is not None and not _is_deputy(assistant, words, found) else found
    level, rank = _level(offices, deputy_of=assistant)
    functions = _functions(found, level)
    is_assistant = assistant is not None and not offices
    on_board = any(h.meaning.level is Level.BOARD for h in found)
    # Whoever assists the chair has no seat there.
    is_board = on_board and level is Level.UNKNOWN and not is_assistant
    if is_assistant:
        level, rank = Level.ASSISTANT, 0.0
    elif is_board:
        level, rank = Level.BOARD, 7.0
    function = functions[0] if functions else Function.UNKNOWN
    return Title(
        level=level,
        function=function,
        is_hr=_in_hr(functions, words, found, level, rank),
        is_assistant=is_assistant,
        is_board=is_board,
        functions=functions,
        topics=frozenset().union(*(h.meaning.topics for h in _working(found))),
        rank=rank,
        words=_own_words(words, found),
    )


def is_hr(text: str) -> bool:
    """Whether a title is one of human resources or recruiting (evidence 2.5)."""
    return read_title(text).is_hr


def _trades(found: list[Hit], words: Words) -> list[Hit]:
    """ "Chief mechanic" leads mechanics, "principal engineer" nobody: no chief, no headmaster."""
    if not any("first" in hit.meaning.marks for hit in found):
        return found
    read: list[Hit] = []
    for at, hit in enumerate(found):
        if "first" in hit.meaning.marks:
            # "Principal" may stand behind its trade too: "ingénieur principal".
            before = found[at - 1 : at] if hit.meaning.functions else []
            rest = [*before, *_same_part(found[at + 1 :], words, hit.end)]
            staff = [h for h in rest if h.meaning.level is Level.STAFF]
            if any(h.meaning.functions or hit.meaning.functions for h in staff):
                level = Level.STAFF if hit.meaning.functions else Level.MANAGER
                read.append(Hit(hit.first, hit.end, Meaning(level=level)))
                continue
        read.append(hit)
    return read


def _same_part(found: list[Hit], words: Words, start: int) -> Iterator[Hit]:
    """The hits that follow before a comma, an "and" or an "of"."""
    for hit in found:
        if "joins" in hit.meaning.marks or any(w in SEPARATORS for w in words[start : hit.first]):
            return
        yield hit


def _assistant(found: list[Hit]) -> Hit | None:
    """The phrase that makes somebody an assistant; one that always does goes first."""
    aides = [h for h in found if h.meaning.level is Level.ASSISTANT]
    return next((h for h in aides if "aide" in h.meaning.marks), aides[0] if aides else None)


def _is_deputy(assistant: Hit, words: Words, found: list[Hit]) -> bool:
    """ "Assistant Store Manager" is a manager's deputy, "Assistant to the Manager" is not."""
    if "aide" in assistant.meaning.marks:
        return False
    for hit in found:
        if hit.first < assistant.end:
            continue
        if "joins" in hit.meaning.marks:
            return False
        if hit.meaning.level not in (None, Level.STAFF, Level.ASSISTANT, Level.BOARD):
            between = words[assistant.end : hit.first]
            return SEPARATORS.isdisjoint(between)
    return False


def _level(found: list[Hit], deputy_of: Hit | None) -> tuple[Level, float]:
    """The highest office that the title names, and its rank."""
    level = max(
        (h.meaning.level or Level.UNKNOWN for h in found), key=_height, default=Level.UNKNOWN
    )
    if level in (Level.ASSISTANT, Level.BOARD, Level.UNKNOWN):
        return Level.UNKNOWN, 1.0
    marks = frozenset().union(*(h.meaning.marks for h in found))
    if deputy_of is not None:
        level = _BELOW.get(level, level)
    rank = RANK[level]
    if level not in (Level.OWNER, Level.STAFF):
        rank += (0.5 if deputy_of is not None else 0.0) - (0.5 if "deputy" in marks else 0.0)
        rank += 0.25 if "wide" in marks and level is not Level.CHIEF else 0.0
        rank += 0.5 if "head" in marks and level is Level.MANAGER else 0.0
    return level, rank


def _height(level: Level) -> float:
    return RANK.get(level, -1.0)


def _functions(found: list[Hit], level: Level) -> tuple[Function, ...]:
    """Every function named, the one nearest to the office first, "general" last."""
    named = _working(found)
    office = next((h for h in found if h.meaning.level is level), None)
    if office is not None:
        named.sort(key=lambda h: _distance(h, office))
    named.sort(key=lambda h: len(h.meaning.functions) > 1)
    every = dict.fromkeys(f for h in named for f in h.meaning.functions)
    special: list[Function] = [f for f in every if f is not Function.GENERAL]
    if len(special) < len(every) or level is Level.OWNER:
        special.append(Function.GENERAL)
    return tuple(special)


def _working(found: list[Hit]) -> list[Hit]:
    """The hits that name work, without those whose work counts only where there is no other."""
    named = [h for h in found if h.meaning.functions]
    plain = [h for h in named if "alone" not in h.meaning.marks]
    if any(h.meaning.functions != (Function.GENERAL,) for h in plain):
        return plain
    return named


def _distance(hit: Hit, office: Hit) -> int:
    return office.first - hit.end if hit.first < office.first else hit.first - office.end + 1


def _in_hr(
    functions: tuple[Function, ...], words: Words, found: list[Hit], level: Level, rank: float
) -> bool:
    """HR, and not as a second duty of an owner, a head of all or a director of other work.

    Nor is it the trade of a "software engineer, HR tech".
    """
    if Function.HR not in functions or level is Level.OWNER:
        return False
    if level is Level.STAFF and functions[0] is not Function.HR:
        trades = [h.meaning for h in found if h.meaning.level is Level.STAFF]
        return not any(functions[0] in trade.functions for trade in trades)
    if level is Level.CHIEF and Function.GENERAL in functions:
        return _one_office(words, found)
    return functions[0] is Function.HR or rank < 4


def _one_office(words: Words, found: list[Hit]) -> bool:
    """Whether the head of all is so for HR: "Geschäftsführer Personal", not "CEO & Head of HR"."""
    heads = [h for h in found if Function.GENERAL in h.meaning.functions]
    hr = [h for h in found if Function.HR in h.meaning.functions]
    return any(
        one.end <= other.first and _APART.isdisjoint(words[one.end : other.first])
        for one in heads
        for other in hr
    )


def _own_words(words: Words, found: list[Hit]) -> frozenset[str]:
    """The words that say what the work is: no levels, no joining words, nothing short."""
    offices = {
        at
        for h in found
        if h.meaning.marks or (h.meaning.level is not None and not h.meaning.functions)
        for at in range(h.first, h.end)
    }
    return frozenset(
        w for at, w in enumerate(words) if at not in offices and len(w) > 3 and w not in _EMPTY
    )
