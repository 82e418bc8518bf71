"""How much one line of a person's card reads like their title."""

import re
from functools import lru_cache

from ringback.sources.team_pages.contacts import mails_in, phones_in
from ringback.sources.team_pages.honorifics import is_degree
from ringback.sources.team_pages.labels import Label, split_label
from ringback.sources.team_pages.lines import is_prose, without_reach
from ringback.sources.team_pages.marks import Mark, marks_of
from ringback.sources.team_pages.outline import Line
from ringback.sources.team_pages.word_lists import paragraphs_of, pattern_of, phrases_of
from ringback.sources.team_pages.words import NOT_NAMES, fold, has_role, words

NEVER = -9.0
_LONGEST = 160
_LISTS = paragraphs_of("not_titles.txt")
_WHOLE = frozenset(phrases_of(_LISTS["whole"]))
_LABELS = frozenset(phrases_of(_LISTS["label"]))
_START = pattern_of(_LISTS["start"])
_CREDENTIAL = pattern_of(_LISTS["credential"])
_COLLECTIVE = frozenset(phrases_of(_LISTS["collective"]))
_YEARS = re.compile(
    r"\d\s*\+?\s*(?:ans|years?|yrs|jahren?|años|anos|anni|jaar|år|vuotta|lat|let|év|ani|yıl|лет|років|"
    r"χρόνια|年)(?!\w)",
    re.IGNORECASE,
)
_COLON = re.compile("[:：]")
_DIGIT = re.compile(r"\d")
_QUOTED = re.compile(r"^[\"“”„«»‟‘「『]")
_INITIALS = re.compile(r"[A-ZÀ-Ž]{1,3}\.?")
_BY_DISTANCE = {1: 2.1, 2: 1.2, 3: 0.6, -1: 0.9, -2: 0.3}
_FAR = -0.8


def names_group(text: str) -> bool:
    """Whether a heading is the name of a group ("Management"), not one person's title ("Owner")."""
    return not _COLLECTIVE.isdisjoint(words(text))


def title_points(line: Line, distance: int, usual: float, label: Label | None) -> float:
    """How much a line reads like the title of the name ``distance`` lines above (negative: below).

    ``usual`` is the share of cards in which such a line is a title, ``label`` its table's head.
    """
    text = without_reach(line.text)
    if not text or len(text) > _LONGEST:
        return NEVER
    role = has_role(text)
    said = marks_of(line.marks)
    labelled = split_label(text)[0] is Label.TITLE
    if not (role or labelled or Mark.TITLE in said) and not -1 <= distance <= 3:
        return NEVER
    if _is_something_else(text, role=role):
        return NEVER
    points = 3.0 * role + 4.0 * labelled + 2.0 * usual + _BY_DISTANCE.get(distance, _FAR)
    points += (2.5 + usual) * (Mark.TITLE in said) - 1.5 * (Mark.ASIDE in said)
    if label is not None:
        points += 4.0 if label is Label.TITLE else -2.8
    if distance < 0 and 0 < line.level < 3:
        points -= 2.0
    return points + _wording(text, role=role)


@lru_cache(maxsize=2048)
def _is_something_else(text: str, *, role: bool) -> bool:
    """A link's text, a number, a mail address, initials, a degree."""
    folded = fold(text).strip(" .:…→»›>↗+×-")
    if folded in _WHOLE or _START.match(folded) or is_degree(text):
        return True
    if "://" in folded or "www." in folded:
        return True
    if not role and _INITIALS.fullmatch(text):
        return True
    if ("@" in text or _DIGIT.search(text)) and (mails_in(text) or phones_in(text)):
        return True
    if ":" in text and fold(_COLON.split(text, maxsplit=1)[0]).strip() in _LABELS:
        return True
    return _WHOLE.issuperset(words(text))


@lru_cache(maxsize=2048)
def _wording(text: str, *, role: bool) -> float:
    """What a line's wording takes away: sentences, credentials, quotes, digits, everyday words."""
    points = 0.0
    digit = _DIGIT.search(text) is not None
    if _CREDENTIAL.match(fold(text)) or (digit and _YEARS.search(text)):
        points -= 3.5
    if is_prose(text):
        points -= 3.0
    count = text.count(" ") + 1
    points -= 1.0 * (count > 9) + 1.0 * (count > 14) + 1.0 * text.endswith((".", "!", "?", "…"))
    points -= 3.0 * text.startswith("(") + 2.5 * (_QUOTED.match(text) is not None)
    points -= 1.0 * digit
    if not role and count <= 3 and all(w in NOT_NAMES for w in words(text)):
        points -= 0.6
    return points
