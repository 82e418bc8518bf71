"""How people stand to the company beside their title: on its board, formerly, not as people."""

from functools import lru_cache

from ringback.sources.team_pages.cards import Card
from ringback.sources.team_pages.headings import Section, is_of_machine
from ringback.sources.team_pages.outline import Outline
from ringback.sources.team_pages.word_lists import paragraphs_of, pattern_of
from ringback.sources.team_pages.words import EAST_ASIAN, fold

_LISTS = paragraphs_of("standing.txt")
_EXECUTIVE = pattern_of(_LISTS["executive"])
_BOARD = pattern_of(_LISTS["board"])
_FORMER = pattern_of(_LISTS["former"])
_MACHINE_LINE = 40


@lru_cache(maxsize=2048)
def is_board(section: Section, page: Section, title: str) -> bool:
    """Whether somebody is shown only as a member of a board, by the heading or by their title.

    ``section`` is what the heading above them announces, ``page`` what the page is about.
    """
    folded = fold(title)
    by_title = _BOARD.search(folded) is not None
    outside = "non-executive" in folded or "nonexecutive" in folded
    if _EXECUTIVE.search(folded) and not outside:
        return False
    if EAST_ASIAN.search(folded) and any(w in folded for w in ("代表", "总经理", "總經理")):
        return False
    return section is Section.BOARD or by_title or (page is section.BOARD and not section)


@lru_cache(maxsize=2048)
def is_former(title: str, section: Section = Section.NONE) -> bool:
    """Whether a title names a post that its holder has left.

    Among the staff or the board a longer one is taken for what they did elsewhere ("Former Governor
    of Colorado").
    """
    if section in (Section.STAFF, Section.BOARD) and len(title.split()) > 3:
        return False
    return _FORMER.match(fold(title)) is not None


def is_machine(outline: Outline, card: Card) -> bool:
    """Whether a card says of itself that it shows a program, a mascot or the office dog."""
    texts = (outline.lines[n].text for n in card.others())
    return any(is_of_machine(text) for text in texts if len(text) <= _MACHINE_LINE)
