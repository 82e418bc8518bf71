"""What people write as the status of an application, and the stage that it means."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from ringback.sources.cells import is_mark, is_yes, plain, spoken
from ringback.sources.words import entries, pattern

FOUND, SENT, REPLIED, TALKED = "found", "sent", "replied", "talked"
INTERVIEWING, OFFERED, ACCEPTED = "interviewing", "offered", "accepted"
DECLINED, REJECTED, CLOSED = "declined", "rejected", "closed"
STAGES = (
    FOUND,
    SENT,
    REPLIED,
    TALKED,
    INTERVIEWING,
    OFFERED,
    ACCEPTED,
    DECLINED,
    REJECTED,
    CLOSED,
)


@dataclass(frozen=True, slots=True)
class Status:
    """The stage that a status means, one of STAGES or empty; ``doubt`` in a sentence."""

    stage: str
    doubt: str = ""


def _compiled() -> Iterator[tuple[str, re.Pattern[str]]]:
    for entry in entries("statuses", "status"):
        yield entry["stage"], pattern(text for name, text in entry.items() if name != "stage")


_PATTERNS = tuple(_compiled())
_LONGEST = 400
_WHO_DECLINED = re.compile(r"\bdeclined\b")


def stage_of(status: str) -> Status:
    """The stage that a status in somebody's own words means; empty where it is not known."""
    return _stage_of(status[:_LONGEST])


@lru_cache(maxsize=4096)
def _stage_of(status: str) -> Status:
    if is_mark(status):
        return Status(SENT if is_yes(status) else FOUND)
    words = spoken(plain(status))
    if not words:
        return Status("")
    found = _matches(words)
    if DECLINED in found:
        return Status(DECLINED)
    if _WHO_DECLINED.search(words):
        return Status(CLOSED, f"“{plain(status)}” does not say who declined; taken as closed")
    if found:
        return Status(found[0])
    return Status("", f"the status “{plain(status)}” is not known")


def _matches(words: str) -> list[str]:
    return [stage for stage, phrases in _PATTERNS if phrases.search(words)]


def speaks_of(text: str, stage: str) -> bool:
    """Whether a text has words that mean this stage, whatever else it says."""
    return stage in _matches(spoken(plain(text[:_LONGEST])))


def later(one: str, other: str) -> str:
    """The stage that stands further on; an empty one stands before all."""
    return max(one, other, key=lambda stage: STAGES.index(stage) if stage in STAGES else -1)
