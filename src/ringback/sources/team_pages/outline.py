"""A page as its lines: what a reader sees, each with its place in the page's structure."""

from dataclasses import dataclass, field
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser

from ringback.sources.team_pages.contacts import Contact

MOST_LINES = 40_000
# The key of headings that stand in the page's own header.
SITE_HEADING = "header>heading"
_MOST_LINKS = 2_000


class Line(NamedTuple):
    """One line of the page.

    ``element`` is the index of the block that holds it; ``key`` names the kind of place it stands
    in, equal for the same slot of repeated blocks; ``level`` is the heading's (0: none); ``marks``
    are the class words of the block and of an inline element around the text; ``runs`` its inline
    pieces, where there are several; ``alt`` a picture's alternative text.
    """

    text: str
    element: int
    key: str
    level: int
    marks: str
    runs: tuple[str, ...]
    bold: bool
    alt: bool


class Block(NamedTuple):
    """A block element.

    ``column`` counts the cells of a row; ``held`` says that it is in the page's body of text rather
    than in its frame; ``own`` is how keys call it.
    """

    parent: int
    tag: str
    marks: str
    depth: int
    column: int
    level: int
    held: bool
    own: str


@dataclass(slots=True)
class Outline:
    """The lines of a page, its blocks as a tree, its pictures and its ways to reach people.

    Blocks stand in document order: those inside block ``b`` are ``b + 1`` to ``ends[b]``.
    ``images`` are the lines before which a picture stands; ``cells`` says that there are tables.
    """

    lines: list[Line] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    contacts: list[Contact] = field(default_factory=list)
    images: list[int] = field(default_factory=list)
    title: str = ""
    cells: bool = False

    def around(self, element: int, most: int = 12) -> list[int]:
        """The blocks around an element, from itself outwards, at most ``most`` of them."""
        blocks = self.blocks
        found: list[int] = []
        while element >= 0 and most:
            found.append(element)
            element = blocks[element].parent
            most -= 1
        return found


def links_of(tree: LexborHTMLParser) -> list[tuple[str, str]]:
    """Address and text of each link and frame, navigation included; at most 2,000."""
    found: dict[str, str] = {}
    for node in tree.css("a[href], area[href], frame[src]")[:_MOST_LINKS]:
        attributes = node.attributes
        href = attributes.get("href") or attributes.get("src") or ""
        if href and href[0] != "#" and not found.get(href):
            found[href] = node.text() or attributes.get("name") or ""
    return list(found.items())
