"""How well a person's title and place fit a job: points (evidence 2.5) and the reason in words."""

import re
from dataclasses import dataclass
from itertools import product

from ringback.core.letters import fold
from ringback.core.people import Function, Level, Person
from ringback.core.places import Place
from ringback.core.titles import RANK, Title
from ringback.core.who_hires import SMALL, Span

_SAME_WORK = 3.0
_SECOND_WORK = 2.0
_RELATED_WORK = 1.0
_OTHER_WORK = -1.5
_SAME_TOPIC = 1.0
_SAME_WORDS = 0.5
_STEP = -1.5
_NEAR = -0.3  # a little, between people who all stand within the span
_NO_LEADER = -3.0  # a peer hires nobody
_TOO_FAR = -3.0  # n+3 above 1,000 staff
_LEVEL_NOT_KNOWN = -4.0
_SAME_SITE = 1.5
_LARGE = 1000
_STEM, _SHORTEST = 6, 4  # letters

# What the head of the whole house counts as, by number of staff: the smaller, the more the same.
_GENERAL = ((SMALL - 1, 2.5), (50, 2.0), (200, 1.5), (_LARGE, 0.5))
_GENERAL_SIZE_NOT_KNOWN = 1.0

_KIN = """
software data product; data research; marketing sales product; operations manufacturing trades
operations retail; sales retail; sales support; finance admin; legal admin; operations support
operations admin; research teaching; research manufacturing; health research; software support
"""
_RELATED = frozenset(
    frozenset(Function(name) for name in pair)
    for group in _KIN.replace("\n", ";").split(";")
    for pair in product(group.split(), repeat=2)
    if pair[0] != pair[1]
)
_BROAD = frozenset({"engineering", "supply_chain", "development", "store", "hotel"})
_WORD = re.compile(r"[^\W_]+")
_STEPS = ("one level", "two levels", "three levels")


@dataclass(frozen=True, slots=True)
class Fit:
    """Points for one side of a person's fit, and its reason (empty: nothing worth saying)."""

    points: float
    why: str = ""


def level_fit(boss: Title, job: Title, span: Span, size: int) -> Fit:
    """Points lost for each step away from the levels that usually hire for the job."""
    if boss.level is Level.UNKNOWN and boss.words and boss.words <= job.words:
        return Fit(_LEVEL_NOT_KNOWN + _NO_LEADER, "the same job")
    if boss.level is Level.UNKNOWN:
        return Fit(_LEVEL_NOT_KNOWN, "level not known")
    rank = top_rank(boss)
    below, above = max(span.low - rank, 0.0), max(rank - span.high - 0.5, 0.0)
    points = _STEP * max(below, above) + _NEAR * abs(rank - span.usual)
    job_rank = max(job.rank, RANK[Level.STAFF])
    if rank < job_rank + 0.5:
        return Fit(points + _NO_LEADER, "not above the job")
    if above > 1 and size > _LARGE:
        return Fit(points + _TOO_FAR, "three levels or more above the job, far in so large a firm")
    if below >= 0.5:
        return Fit(points, "above the job, below the level that usually hires in a firm this size")
    steps = min(int(above + 0.5), len(_STEPS) - 1)
    return Fit(points, f"{_STEPS[steps]} above the job")


def work_fit(boss: Title, job: Title, size: int) -> Fit:
    """Points for the same work, or for leading everything where the employer is small."""
    own = _own_work(boss, job)
    if leads_all(boss):
        every = _whole_house(size)
        if every.points > own.points or (own.points < 0 and not _special(boss)):
            return every
    return own


def leads_all(boss: Title) -> bool:
    """Whether somebody leads the whole house, or a whole branch of it."""
    return Function.GENERAL in boss.functions or (
        not boss.functions and boss.rank >= RANK[Level.DIRECTOR] - 0.5
    )


def top_rank(boss: Title) -> float:
    """The rank, where a chief executive or president stands as high as an owner."""
    if boss.level is Level.CHIEF and Function.GENERAL in boss.functions:
        return boss.rank + 1
    return boss.rank


def place_fit(person: Person, job: Place) -> Fit:
    """Points for the same site: by their place, or by the town in their title."""
    city, place = fold(job.city), person.place
    if city and (city == fold(place.city) or f" {city} " in f" {_plain(person.title)} "):
        return Fit(_SAME_SITE, f"same site ({job.city})")
    if not job.country or not place.country:
        return Fit(0.0)
    if job.country != place.country:
        return Fit(-_SAME_SITE, f"in another country ({place.country})")
    if job.region and place.region and job.region != place.region:
        return Fit(0.5, "same country, another region")
    return Fit(0.75 if city and place.city else 1.0, "same country")


def _plain(text: str) -> str:
    return " ".join(_WORD.findall(fold(text)))


def _own_work(boss: Title, job: Title) -> Fit:
    mine = _special(boss)
    wanted = _special(job)
    alike = _same_words(boss.words, job.words)
    if not wanted or not mine:
        if alike:
            return Fit(_SAME_WORK, "same work")
        return Fit(0.0, "what they lead is not known" if wanted and not leads_all(boss) else "")
    extra = (_SAME_WORDS if alike else 0.0) + _topic_points(boss, job)
    if wanted[0] in mine:
        return Fit(_SAME_WORK + extra - 0.25 * (len(mine) > 1), _same_work(boss, job))
    if not set(wanted).isdisjoint(mine):
        return Fit(_SECOND_WORK + extra, "same work in part")
    if any(frozenset(pair) in _RELATED for pair in product(mine, wanted)):
        return Fit(_RELATED_WORK + (_SAME_WORDS if alike else 0.0), f"related work ({mine[0]})")
    return Fit(_OTHER_WORK, f"other work ({mine[0]})")


def _special(title: Title) -> tuple[Function, ...]:
    return tuple(f for f in title.functions if f is not Function.GENERAL)


def _topic_points(boss: Title, job: Title) -> float:
    if not boss.topics or not job.topics:
        return -0.25 if boss.topics else 0.0
    wanted = job.topics - _BROAD or job.topics
    if not boss.topics.isdisjoint(wanted):
        return _SAME_TOPIC
    return 0.0 if not boss.topics.isdisjoint(_BROAD) else -_SAME_TOPIC


def _same_work(boss: Title, job: Title) -> str:
    shared = sorted(boss.topics & job.topics)
    if shared:
        return f"same work ({shared[0].replace('_', ' ')})"
    if boss.topics and job.topics and boss.topics.isdisjoint(_BROAD):
        return "same field, another part of it"
    return "same work"


def _same_words(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two titles share a word, or the beginning of one ("tool", "toolroom")."""
    return any(a == b or _one_stem(a, b) for a, b in product(one, other))


def _one_stem(a: str, b: str) -> bool:
    shared = min(len(a), len(b), _STEM)
    return shared >= _SHORTEST and a[:shared] == b[:shared]


def _whole_house(size: int) -> Fit:
    if size <= 0:
        return Fit(_GENERAL_SIZE_NOT_KNOWN, "leads the whole house")
    points = next((points for most, points in _GENERAL if size <= most), 0.0)
    small = "in a firm this small whoever leads it hires"
    return Fit(points, small if size < SMALL else "leads the whole house")
