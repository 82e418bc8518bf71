"""How alike two names of people are: what support it takes until they may be one person's."""

import re
from dataclasses import dataclass

from ringback.core.alike_parts import (
    ALIKE,
    HINT,
    NO_ONE,
    NOBODY,
    SHORT,
    SLIP,
    Part,
    alike_family,
    alike_given,
    core_of,
    joined,
    spelled_alike,
)
from ringback.core.nicknames import GIVEN, called_alike
from ringback.core.person_names import PersonKey
from ringback.core.person_words import PARTICLES

__all__ = ["NOBODY", "Likeness", "family_alone", "likeness", "mail_given", "same_given"]


@dataclass(frozen=True, slots=True)
class Likeness:
    """How two names go together.

    ``need`` is the support that it takes besides the same employer: 0 none, 1 a little, 2 and
    more as much, ``NOBODY`` that no one bears both. ``related`` says that they share a name at
    all, which is enough where a profile or a mailbox is the same; ``short`` that one given name is
    a short form of the other.
    """

    need: int
    reason: str
    related: bool = True
    short: bool = False


def likeness(one: PersonKey, other: PersonKey) -> Likeness:
    """How two names of people go together, by themselves."""
    if one.folded == other.folded and one.given == other.given:
        return Likeness(ALIKE, "the same name")
    if joined(one.folded) == joined(other.folded):
        return Likeness(ALIKE, "the same name")
    words = sorted(f"{one.given} {one.family}".split())
    if len(words) > 2 and words == sorted(f"{other.given} {other.family}".split()):
        need = ALIKE if all(spelled_alike(one, other, word) for word in words) else HINT
        return Likeness(need, "the same names in another order")
    best = _held_together(one, other, one.given, one.family, other.given, other.family)
    if best.need and _share_a_word(one, other):
        for given, family, need in _readings(one):
            found = _held_together(one, other, given, family, other.given, other.family)
            best = min(best, _more(found, need), key=lambda part: part.need)
        for given, family, need in _readings(other):
            found = _held_together(one, other, one.given, one.family, given, family)
            best = min(best, _more(found, need), key=lambda part: part.need)
    need = min(best.need, NOBODY)
    if need == NOBODY:
        return Likeness(NOBODY, "other names", _related(one, other))
    return Likeness(need, best.reason or "the same name", short=SHORT.reason in best.reason)


def family_alone(one: PersonKey, other: PersonKey) -> bool:
    """Whether one of two names lacks the given name, or the family name."""
    return not (one.given and other.given and one.family and other.family)


def mail_given(key: PersonKey, locals_: set[str]) -> str:
    """The given name, or its initial, that somebody's mailbox tells; empty where none does."""
    family = joined(key.family)
    core = "".join(core_of(key.family.split()))
    for local in sorted(locals_):
        words = [word for word in re.split(r"[._\-\d]+", local) if word]
        if len(words) == 1 and words[0] in GIVEN and words[0] not in (family, core):
            return words[0]
        rest = [word for word in words if word not in (family, core) and word not in PARTICLES]
        if len(rest) < len(words) and rest:
            return rest[0]
        if len(words) == 1 and words[0][1:] in (family, core):
            return words[0][0]
    return ""


def same_given(one: str, other: str) -> bool | None:
    """Whether two given names or initials may be one person's; None where one is not known."""
    if not one or not other:
        return None
    if len(one) == 1 or len(other) == 1:
        return any(a[0] == b[0] for a in one.split() for b in other.split())
    return alike_given(one.split(), other.split(), (), ()).need < NOBODY


def _held_together(
    one: PersonKey, other: PersonKey, given: str, family: str, other_given: str, other_family: str
) -> Part:
    last = alike_family(one, other, family, other_family)
    if last.need == NOBODY:
        return NO_ONE
    first = alike_given(given.split(), other_given.split(), one.also, other.also)
    if first.need == NOBODY or (first.reason == last.reason == SLIP.reason):
        return NO_ONE
    return Part(first.need + last.need, ", ".join(r for r in (first.reason, last.reason) if r))


def _readings(key: PersonKey) -> list[tuple[str, str, int]]:
    """Other ways to read a name: turned round, or the words in the middle on the other side."""
    given, family = key.given.split(), key.family.split()
    if not given or not family:
        return []
    turned = 2 if key.given in GIVEN and key.family in GIVEN else 0
    found = [(key.family, key.given, turned)]
    found += [
        (" ".join(given[:at]), " ".join((*given[at:], key.family)), 0)
        for at in range(1, len(given))
        if given[at] not in GIVEN and len(given[at]) > 1
    ]
    if len(family) > 1 and family[0] not in PARTICLES:
        found.append((f"{key.given} {family[0]}", " ".join(family[1:]), 0))
        found.append((" ".join(family), key.given, turned))
    return found


def _more(part: Part, need: int) -> Part:
    if part.need == NOBODY:
        return part
    return Part(part.need + need, part.reason or "the names in another order")


def _share_a_word(one: PersonKey, other: PersonKey) -> bool:
    words = set(one.folded.split())
    return any(len(word) > 1 and word in words for word in other.folded.split())


def _related(one: PersonKey, other: PersonKey) -> bool:
    """Whether two names share a word, or a short form of one."""
    first = {w for w in f"{one.given} {one.family} {' '.join(one.also)}".split() if len(w) > 1}
    second = {
        w for w in f"{other.given} {other.family} {' '.join(other.also)}".split() if len(w) > 1
    }
    if first & second:
        return True
    given = one.given.split()[:1], other.given.split()[:1]
    return bool(given[0] and given[1]) and called_alike(given[0][0], given[1][0])
