"""Which line of a person's card is their title."""

from collections import Counter

from ringback.sources.team_pages.cards import Card
from ringback.sources.team_pages.labels import Label
from ringback.sources.team_pages.lines import is_prose, read_line, trim_title
from ringback.sources.team_pages.outline import Line, Outline
from ringback.sources.team_pages.tables import cell_of
from ringback.sources.team_pages.title_lines import names_group, title_points
from ringback.sources.team_pages.words import has_role, words

ENOUGH = 2.0
ENOUGH_AGAINST_ONE = 3.5
_LONGEST = 120
_FARTHEST = 8
# From so many cards on a text above the names is taken for their group's, and how much it loses.
_SHARED = 3
_FOR_A_GROUP = 3.0


def titles_of(outline: Outline, cards: list[Card], columns: dict[int, Label]) -> list[str]:
    """Each card's title, "" where it has none, in the order of the cards."""
    prior = _prior(outline, cards)
    before = _titles_stand_before(outline, cards)
    alone = _alone_under_heading(outline, cards)
    shared = _shared_above(outline, cards)
    return [
        _title(outline, c, columns, prior, shared, before=before, alone=c.person.line in alone)
        for c in cards
    ]


def _shared_above(outline: Outline, cards: list[Card]) -> frozenset[str]:
    """What stands above several names of a page: rather the name of a group than a title."""
    texts = Counter(
        text
        for card in cards
        for text in {outline.lines[n].text for n in range(card.start, card.person.line)}
    )
    return frozenset(text for text, count in texts.items() if count >= _SHARED)


def _alone_under_heading(outline: Outline, cards: list[Card]) -> set[int]:
    """The names with a heading right above that no other name shares ("Owner" / one person)."""
    found: set[int] = set()
    names = [c.person.line for c in cards]
    for at, line in enumerate(names):
        heading = outline.lines[line - 1] if line else None
        if heading is None or not heading.level or outline.lines[line].level:
            continue
        if not _reads_as_title(heading) or names_group(heading.text):
            continue
        until = names[at + 1] if at + 1 < len(names) else len(outline.lines)
        between = (outline.lines[n].level for n in range(line + 1, until))
        if at + 1 == len(names) or any(0 < other <= heading.level for other in between):
            found.add(line)
    return found


def _prior(outline: Outline, cards: list[Card]) -> dict[str, float]:
    """For each kind of line the share of cards in which it reads like a title."""
    if len(cards) < 2:
        return {}
    seen: Counter[str] = Counter()
    titled: Counter[str] = Counter()
    for card in cards:
        here: dict[str, bool] = {}
        for n in card.others()[:12]:
            line = outline.lines[n]
            if line.key not in here and not line.alt:
                here[line.key] = len(line.text) <= _LONGEST and _is_titled(line.text)
        seen.update(here.keys())
        titled.update(k for k, yes in here.items() if yes)
    return {key: titled[key] / len(cards) for key in seen}


def _is_titled(text: str) -> bool:
    return has_role(text) and not is_prose(text)


def _titles_stand_before(outline: Outline, cards: list[Card]) -> bool:
    """Whether, on a page without blocks, titles stand above their names ("President:" / name)."""
    above: Counter[str] = Counter()
    below: Counter[str] = Counter()
    flat = [c for c in cards if c.flat]
    for card in flat:
        for step, counted in ((-1, above), (1, below)):
            line = _beside(outline, card.person.line, step)
            if line is not None and _reads_as_title(line):
                counted[line.key] += 1
    most_above = max(above.values(), default=0)
    return most_above > max(below.values(), default=0) and most_above * 2 > len(flat)


def _beside(outline: Outline, at: int, step: int) -> Line | None:
    """The next visible line above (-1) or below (1) another, not far from it."""
    for n in range(at + step, at + _FARTHEST * step, step):
        if not 0 <= n < len(outline.lines):
            return None
        if not outline.lines[n].alt:
            return outline.lines[n]
    return None


def _reads_as_title(line: Line) -> bool:
    if line.alt or len(line.text) > 90 or not _is_titled(line.text):
        return False
    return read_line(line.text) is None


def _title(
    outline: Outline,
    card: Card,
    columns: dict[int, Label],
    prior: dict[str, float],
    shared: frozenset[str],
    *,
    before: bool,
    alone: bool,
) -> str:
    read = card.person.read
    if read.title and has_role(read.title):
        return read.title
    at = card.person.line
    if card.flat and before:
        above = _beside(outline, at, -1)
        return trim_title(above.text) if above and _reads_as_title(above) else read.title
    best, chosen = ENOUGH_AGAINST_ONE if read.title else ENOUGH, -1
    visible = [n for n in range(card.start, card.stop) if n == at or not outline.lines[n].alt]
    place = visible.index(at)
    for position, n in enumerate(visible[: place + _FARTHEST + 1]):
        line = outline.lines[n]
        if n == at or _names_somebody(line, outline.lines[at]):
            continue
        label = columns.get(cell_of(outline, line.element)) if columns else None
        points = title_points(line, position - place, prior.get(line.key, 0.0), label)
        if n < at and line.text in shared:
            points -= _FOR_A_GROUP if read.title else _FOR_A_GROUP / 2
        if points > best:
            best, chosen = points, n
    if alone and not read.title and (chosen < 0 or not has_role(outline.lines[chosen].text)):
        return trim_title(outline.lines[at - 1].text)
    if chosen < 0:
        return read.title or _alt_title(outline, card)
    return trim_title(outline.lines[chosen].text)


def _names_somebody(line: Line, name: Line) -> bool:
    """Whether a line of a card is a name again, or the next one of a list."""
    read = read_line(line.text, line.runs)
    if read is None or read.sure < 0.5 or read.guess:
        return False
    return line.key == name.key or name.text in line.text


def _alt_title(outline: Outline, card: Card) -> str:
    """A title that only the picture's alternative text gives: "Treasurer — Jane Doe"."""
    own = set(words(card.person.read.name))
    for n in card.others():
        line = outline.lines[n]
        read = read_line(line.text) if line.alt else None
        if read and has_role(read.title) and own & set(words(read.name)):
            return read.title
    return ""
