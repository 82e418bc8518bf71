"""Hostile pages: elements moved, doubled, nested, left open; attributes, entities, encodings."""

import re
from random import Random

from fuzz.chance import CODECS, changed_text, odd_text, recoded, some_of

_PIECES = re.compile(r"<[^<>]{0,2000}>|[^<]+|<")
_TAGS = (
    *(
        "div",
        "p",
        "table",
        "tr",
        "td",
        "th",
        "ul",
        "li",
        "dl",
        "dt",
        "dd",
        "h1",
        "h2",
        "h3",
        "span",
    ),
    *("a", "strong", "br", "img", "section", "article", "script", "style", "template", "noscript"),
    *("svg", "math", "select", "option", "textarea", "title", "frameset", "form", "plaintext"),
    *(
        "iframe",
        "object",
        "figure",
        "figcaption",
        "address",
        "main",
        "nav",
        "b",
        "i",
        "font",
        "body",
    ),
)
_ATTRIBUTES = (
    *(
        'class="team-member"',
        'class="name"',
        'class=""',
        "hidden",
        'style="display:none"',
        "itemscope",
    ),
    *(
        'itemprop="name"',
        'itemtype="https://schema.org/Person"',
        'class="vcard fn"',
        'href="mailto:a@b"',
    ),
    *(
        'href="tel:+1"',
        'colspan="99999"',
        'rowspan="0"',
        'alt="Kim Sample"',
        'id="root"',
        'lang="ja"',
    ),
    *(
        'href="//["',
        'type="application/ld+json"',
        "data-cfemail=ff",
        'data-cfemail="zz"',
        'dir="rtl"',
    ),
)
_MOST = 30_000


def changed_page(data: bytes, chance: Random) -> bytes:
    """A page, a few of its pieces changed."""
    pieces = _PIECES.findall(data.decode("utf-8", "replace"))
    for _ in range(chance.choice((1, 1, 2, 4, 8))):
        pieces = _changed(pieces, chance)
    text = "".join(pieces)
    if chance.random() < 0.1:
        text = f'<meta charset="{chance.choice((*CODECS, "unicode_escape", "hz", "rot13"))}">{text}'
    made = text[:_MOST].encode("utf-8", "replace")
    return recoded(made, chance) if chance.random() < 0.1 else made


def _changed(pieces: list[str], chance: Random) -> list[str]:
    if not pieces:
        return [odd_text(chance)]
    at = chance.randrange(len(pieces))
    end = min(len(pieces), at + chance.choice((1, 3, 10, 60)))
    match chance.randrange(9):
        case 0 | 1:
            for one in some_of(len(pieces), chance):
                pieces[one] = _piece(pieces[one], chance)
        case 2:
            pieces[at:at] = pieces[at:end] * chance.choice((1, 2, 30, 500))
        case 3:
            del pieces[at:end]
        case 4:
            to = chance.randrange(len(pieces))
            pieces[to:to] = pieces[at:end]
        case 5:
            tag = chance.choice(_TAGS)
            pieces[at:end] = [f"<{tag}>", *pieces[at:end], f"</{tag}>"]
        case 6:
            pieces[at:at] = [_opening(chance)] * chance.choice((1, 1, 5, 600, 5_000))
        case 7:
            pieces.insert(at, odd_text(chance))
        case _:
            pieces[at:end] = pieces[at:end][::-1]
    return pieces


def _opening(chance: Random) -> str:
    more = [chance.choice(_ATTRIBUTES) for _ in range(chance.choice((0, 1, 2)))]
    return f"<{' '.join((chance.choice(_TAGS), *more))}>"


def _piece(piece: str, chance: Random) -> str:
    if not piece.startswith("<"):
        return changed_text(piece, chance)
    match chance.randrange(4):
        case 0:
            return _opening(chance)
        case 1:
            return f"{piece[:-1]} {chance.choice(_ATTRIBUTES)}>"
        case 2:
            return ""
        case _:
            return f"<{changed_text(piece[1:-1], chance)}>"
