"""Where a page has to be cut because its markup would keep any parser busy for ever.

A parser looks through all open elements at many a tag, and through all attributes at each of them:
pages of a hundred thousand nested elements take it hours. No page that people read is like that.
"""

import re

# A smaller page is parsed in a moment, whatever is in it.
_HARMLESS = 40_000
_DEEPEST = 1_000
_MOST_ATTRIBUTES = 2_000
_TAG = re.compile(r"<(/?)([a-zA-Z][^\s/>]*)")
# Tags that hold nothing or are closed by the next of their kind.
_NEVER_DEEP = frozenset(
    "area base br col embed hr img input link meta param source track wbr "
    "p li dt dd tr td th thead tbody tfoot option optgroup colgroup rt rp".split()
)
_ATTRIBUTE = re.compile(r"[^\s\"'=/]+(?:\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\s\"']++))?")


def readable_part(html: str) -> str:
    """The page up to where it is nested deeper than 1,000 elements, or one has 2,000 attributes."""
    if len(html) < _HARMLESS:
        return html
    end = _deep_end(html) if html.count("<") > _DEEPEST * 2 else len(html)
    return html[: _crowded_end(html, end)]


def _crowded_end(html: str, end: int) -> int:
    """Where an element with too many attributes stands; ``end`` where none does."""
    at, floor, script = 0, 0, False
    while at < end:
        if html.find(">", at, at + _MOST_ATTRIBUTES) < 0:
            close = html.find(">", at)
            close = close if close >= 0 else len(html)
            start = html.find("<", max(html.rfind(">", floor, at), floor), close)
            opens, closes = (
                max(html.rfind(sign, floor, at), html.rfind(sign.upper(), floor, at))
                for sign in ("<script", "</script")
            )
            script = opens > closes or (script and opens == closes)
            if start >= 0 and not script and _is_crowded(html[start:close]):
                return min(start, end)
            at = floor = close
        at += _MOST_ATTRIBUTES
    return end


def _is_crowded(tag: str) -> bool:
    found = _ATTRIBUTE.finditer(tag) if tag[1:2].isalpha() else iter(())
    return any(count > _MOST_ATTRIBUTES for count, _ in enumerate(found))


def _deep_end(html: str) -> int:
    """Where the nesting grows too deep; the page's length where it nowhere does."""
    opened: list[str] = []
    counts: dict[str, int] = {}
    for tag in _TAG.finditer(html):
        closes, name = tag.groups()
        name = name.lower()
        if not closes:
            if name not in _NEVER_DEEP:
                opened.append(name)
                counts[name] = counts.get(name, 0) + 1
                if len(opened) > _DEEPEST:
                    return tag.start()
        elif counts.get(name):
            while (last := opened.pop()) != name:
                counts[last] -= 1
            counts[name] -= 1
    return len(html)
