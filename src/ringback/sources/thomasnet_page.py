"""A supplier's profile on Thomasnet, saved as a page in its older arrangement (formats 2)."""

from pathlib import Path

from ringback.sources.records import Row
from ringback.sources.tables import Table

_LARGEST = 5_000_000
# By the names of styles that were seen on such pages; each heading is one of thomasnet's layout.
_SEEN = {
    "name": "h1.copro-supplier-name",
    "address": "span.copro-address-line",
    "primaryPhone": "p.phoneline span",
    "products": "div.prodserv_group li",
}
HEADINGS = ("tgramsId", *_SEEN)


def is_profile(head: bytes) -> bool:
    """Whether a page that begins so is such a profile."""
    return b"copro-supplier-name" in head


def table_of(path: Path) -> Table:
    """The supplier of a saved page as a table of one row. Raises OSError."""
    # Imported here because it takes 2 MB, and hardly a file is such a page.
    from selectolax.lexbor import LexborHTMLParser

    with path.open("rb") as file:
        page = LexborHTMLParser(file.read(_LARGEST))
    cells = [""]
    for style in _SEEN.values():
        texts = (" ".join(node.text().split()) for node in page.css(style)[:100])
        cells.append("; ".join(text for text in texts if text))
    row = Row(1, tuple(cells))
    return Table(
        path, path.name, sheet="page", headings=HEADINGS, sample=(row,), _items=lambda: iter((row,))
    )
