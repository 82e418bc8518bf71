"""A cell in the column for the contact: a name, and all that people write beside it."""

import re
from dataclasses import dataclass

from ringback.sources.cells import MAIL, URL, is_bare_title, is_title, key, names_nobody, plain
from ringback.sources.numbers import Number, numbers_in

_BRACKETS = re.compile(r"[(\[]([^)\]]*)[)\]]")
_PIECES = re.compile(r"\s*(?:[\n;|]|\s/\s|\s&\s|\s\+\s|\s(?:and|und|et|y)\s)\s*")
_TITLE_AFTER = re.compile(r"\s*,\s*|\s+[-–—]\s+|\s*:\s*")
LONGEST = 300
_LABEL = re.compile(
    r"^(?:attn|attention|contact|name|z\.\s?hd\.|zu händen|ansprechpartner(?:in)?|kontakt|"
    r"à l'attention de|contacto)\b\.?:?\s+",
    re.IGNORECASE,
)

_BESIDE_A_NUMBER = re.compile(
    r"\b(?:direct(?: line)?|cell|mobile|main(?: line)?|office|phone|tel|telefon|fax|handy|mobil|"
    r"durchwahl|zentrale|portable|m[oó]vil|[tmp])\b[.:]*(?=\s*(?:,|;|$|\n|\s))",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Contact:
    """Who a cell names: empty where nobody; ``others`` are further people in the same cell.

    A title without a name is whom to ask for.
    """

    name: str = ""
    title: str = ""
    mails: tuple[str, ...] = ()
    numbers: tuple[Number, ...] = ()
    linkedin: str = ""
    others: tuple[str, ...] = ()


def contact_in(cell: str) -> Contact:
    """Takes a contact's cell apart: name, title, numbers, mail addresses, LinkedIn page.

    Nothing is taken from what stands behind its first 300 characters.
    """
    text = plain(cell)[:LONGEST]
    numbers = numbers_in(text)
    for number in reversed(numbers):
        start, end = number.span
        text = f"{text[:start]} {text[end:]}"
    if numbers:
        text = _BESIDE_A_NUMBER.sub(" ", text)
    mails = tuple(MAIL.findall(text))
    pages = [page for page in URL.findall(text) if "linkedin.com/" in page]
    for piece in (*mails, *URL.findall(text)):
        text = text.replace(piece, " ")
    asides = [aside.strip() for aside in _BRACKETS.findall(text) if any(map(str.isalpha, aside))]
    text = _LABEL.sub("", " ".join(_BRACKETS.sub(" ", text.replace("<>", " ")).split(" ")))
    name, titles, others = "", [aside for aside in asides if key(aside)], []
    for piece in filter(None, (part.strip(" ,:-–—<>\t") for part in _PIECES.split(text))):
        one, its_title = _name_and_title(piece)
        if is_bare_title(one) or names_nobody(one):
            titles.insert(0, one if is_title(one) else its_title)
        elif not name:
            name = one
            titles.insert(0, its_title)
        else:
            others.append(piece)
    return Contact(
        name=name,
        title=next(filter(None, titles), ""),
        mails=mails,
        numbers=numbers,
        linkedin=pages[0] if pages else "",
        others=tuple(others),
    )


def _name_and_title(piece: str) -> tuple[str, str]:
    """ "Dana Hollis, VP Ops" and "VP Ops: Dana Hollis"; a comma alone may be part of the name."""
    parts = [part for part in _TITLE_AFTER.split(" ".join(piece.split()), maxsplit=1) if part]
    if len(parts) == 2:
        first, second = parts
        if is_title(second) and not is_title(first):
            return first, second
        if (is_title(first) or names_nobody(first)) and not is_title(second):
            return second, first
    return " ".join(piece.split()), ""
