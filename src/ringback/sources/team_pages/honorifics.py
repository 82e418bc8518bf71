"""What stands before and behind a name: honorifics and degrees, in many languages."""

import re

from ringback.sources.team_pages.word_lists import word_paragraphs_of
from ringback.sources.team_pages.words import fold, has_role, is_given

NAME_PARTS = word_paragraphs_of("name_parts.txt")
HONORIFICS = NAME_PARTS["honorifics"]
DOTTED = NAME_PARTS["dotted honorifics"]
_TITLES = NAME_PARTS["honorific titles"]
_AFTER = NAME_PARTS["after honorifics"]
DEGREES = NAME_PARTS["degrees"]
LEADING_DEGREES = NAME_PARTS["leading degrees"]
# What a first word has to be for an honorific, where it holds neither a stop nor a hyphen.
_FIRST = HONORIFICS | _TITLES | LEADING_DEGREES
_DIVIDED = re.compile(r"[.-]+")
_DEGREE_LIKE = re.compile(
    r"(?:[A-ZÄÖÜ][A-Za-zäöü]{0,5}\.?[\s()/-]*){1,6}|(?:[A-Za-z]{1,6}\.[\s-]?){1,4}[A-Za-z]{0,4}"
)


def count_honorifics(tokens: list[str], folded: list[str]) -> int:
    """How many tokens at the start of a name are honorifics; ``folded`` are the same, folded."""
    if not folded or (folded[0].isalpha() and folded[0] not in _FIRST):
        return 0
    if len(tokens) > 1 and tokens[0] == "MS" and not tokens[1].isupper():
        return 0
    start = 0
    while start < len(folded) and _is_honorific(folded[start], tokens[start + 1 :], start > 0):
        start += 1
    return start


def _is_honorific(low: str, following: list[str], behind: bool) -> bool:
    """Whether a folded token is an honorific; ``behind`` says that one went before."""
    bare = low.rstrip(".,")
    if bare in HONORIFICS or (bare in DOTTED and low.endswith(".")):
        return True
    if bare.replace(".", "") in LEADING_DEGREES:
        return _starts_name(following)
    if behind and (bare in _AFTER or bare.strip("()") in _AFTER):
        return True
    if bare in _TITLES and _starts_name(following):
        return True
    if "." not in bare and "-" not in bare:
        return False
    parts = [p for p in _DIVIDED.split(bare) if p]
    return all(p in HONORIFICS or p in _AFTER or p == "a" for p in parts)


def _starts_name(tokens: list[str]) -> bool:
    """Whether tokens go on with a known given name, behind further honorifics if any."""
    folded = fold(" ".join(tokens)).split()
    rest = folded[count_honorifics(tokens, folded) :]
    return len(rest) > 1 and is_given(rest[0].rstrip("."))


def is_degree(piece: str) -> bool:
    """Whether what follows a comma is a degree or suffix ("B.Eng.", "Jr.", "MBA"), not a title."""
    piece = piece.strip()
    if not piece or len(piece) > 30:
        return False
    printed = piece.replace("/", " ").split()
    parts = [p.strip(".()") for p in fold(" ".join(printed)).split()]
    if all(p in DEGREES or p.replace(".", "") in DEGREES or p in _AFTER for p in parts):
        return True
    if not all(len(p) <= 5 and (p.isupper() or "." in p) for p in printed):
        return False
    return _DEGREE_LIKE.fullmatch(piece) is not None and not has_role(piece)


def is_printed_degree(token: str) -> bool:
    """A degree at the end of a name without a comma: "MD", "Ph.D.", "B.E.,M.E."."""
    bare = fold(token).rstrip(".")
    return (bare in DEGREES or bare.count(".") > 1) and (token.isupper() or "." in token)
