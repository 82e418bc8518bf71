"""How a card says its person is reached: mail, telephone, LinkedIn."""

import re
from bisect import bisect_left
from typing import NamedTuple

from ringback.sources.team_pages.cards import Card
from ringback.sources.team_pages.contacts import Contact, mails_in, phones_in
from ringback.sources.team_pages.outline import Outline
from ringback.sources.team_pages.words import fold, words

_FAR = 14
_DIGIT = re.compile(r"\d")


class Reach(NamedTuple):
    """Ways to one person as printed: mails, numbers with extensions, a LinkedIn address."""

    mails: tuple[str, ...] = ()
    phones: tuple[tuple[str, str], ...] = ()
    linkedin: str = ""

    def or_else(self, other: "Reach") -> "Reach":
        """These ways, with the other's where there is none of a kind."""
        return Reach(
            self.mails or other.mails, self.phones or other.phones, self.linkedin or other.linkedin
        )


def reaches_of(outline: Outline, cards: list[Card]) -> list[Reach]:
    """The ways that each card gives, in the order of the cards."""
    starts = [c.line for c in outline.contacts]
    return [_reach(outline, card, starts) for card in cards]


def _reach(outline: Outline, card: Card, starts: list[int]) -> Reach:
    at = card.person.line
    linked = outline.contacts[bisect_left(starts, card.start) : bisect_left(starts, card.stop + 1)]
    linked = [c for c in linked if _belongs(outline, card, c)]
    mails = [c.value for c in linked if c.kind == "mail"]
    phones = [(c.value, c.extension) for c in linked if c.kind == "phone"]
    linkedin = next((c.value for c in linked if c.kind == "linkedin"), "")
    for n in range(card.start, min(card.stop, at + _FAR)):
        text = outline.lines[n].text
        if outline.lines[n].alt:
            continue
        mails.extend(mails_in(text))
        if _DIGIT.search(text):
            phones.extend(phones_in(text))
    return Reach(_unique_mails(mails, card.person.read.name), _unique_phones(phones), linkedin)


def _belongs(outline: Outline, card: Card, contact: Contact) -> bool:
    """Whether a link is a card's own: inside its block, or without a block right below the name.

    A link without text is counted to the line that follows it, which can be the next person's.
    """
    if not outline.ends:
        return True
    inside = card.block <= contact.element <= outline.ends[card.block]
    if not card.flat or inside:
        return inside
    if contact.line >= card.stop:
        following = outline.lines[card.stop].element if card.stop < len(outline.lines) else -1
        return contact.element != following
    return contact.line <= card.person.line + 6


def _unique_mails(mails: list[str], name: str) -> tuple[str, ...]:
    """Each address once, one made of the person's name first."""
    if len(mails) < 2:
        return tuple(mails)
    parts = [w for w in words(name) if len(w) > 2]
    kept = {m.lower(): m for m in reversed(mails)}
    ordered = list(dict.fromkeys(kept[m.lower()] for m in mails))
    ordered.sort(key=lambda m: not any(p in fold(m.partition("@")[0]) for p in parts))
    return tuple(ordered[:3])


def _unique_phones(phones: list[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """Each number once, by its last nine digits."""
    kept: dict[str, tuple[str, str]] = {}
    for value, extension in phones:
        digits = "".join(c for c in value if c.isdigit())[-9:]
        if digits and (digits not in kept or (extension and not kept[digits][1])):
            kept[digits] = (value, extension)
    return tuple(list(kept.values())[:3])
