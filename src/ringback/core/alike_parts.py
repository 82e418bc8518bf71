"""How alike two given names, or two family names, are, and what makes the difference."""

import re
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA

from ringback.core.nicknames import EITHER, GIVEN, ONLY_SHORT, called_alike
from ringback.core.person_names import PersonKey
from ringback.core.person_words import COMMON_FAMILY, PARTICLES

NOBODY = 9
"""The need of two names that no one person bears."""

ALIKE, HINT, _WEAK = 0, 1, 2
_GENDER_ENDINGS = frozenset("aeiouy")
# First halves of double given names: "José" need not be "José Luis".
_FIRST_HALVES = frozenset(
    """jose maria juan ana anna jean marie luis carlos hans karl joao antonio pedro anne paul jan
    pierre lars per johan gian pier mohammed muhammad mohamed ram sri miguel joan""".split()
)
# Particles that people leave out and put in as they please.
_LIGHT = frozenset("de da do dos das e y i o del al el".split())
_SOUNDS = (
    (re.compile(r"(.)\1+"), r"\1"),
    (re.compile(r"ou|oo"), "u"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"[yj]"), "i"),
    (re.compile(r"ie|ee|ei|ii"), "i"),
    (re.compile(r"ck|q|kh"), "k"),
    (re.compile(r"th"), "t"),
    (re.compile(r"w"), "v"),
    (re.compile(r"sz|sch|sh"), "s"),
    (re.compile(r"(.)\1+"), r"\1"),
)


@dataclass(frozen=True, slots=True)
class Part:
    """The need (see ``alike_names.Likeness``) of two given or family names, and why."""

    need: int
    reason: str = ""


SAME = Part(ALIKE)
NO_ONE = Part(NOBODY)
SHORT = Part(ALIKE, "a short form of the name")
_MAYBE_SHORT = Part(HINT, "what may be a short form of the name")
_INITIAL = Part(_WEAK, "an initial")
_INITIALS = Part(HINT, "initials")
_MIDDLE = Part(_WEAK, "a second given name")
_HALF = Part(HINT, "half of a double given name")
SLIP = Part(_WEAK, "a slip of the pen")
_MISSING = Part(3, "a name without the given name")
_ALSO = Part(ALIKE, "a name in brackets")


def alike_given(
    one: list[str], other: list[str], also: tuple[str, ...], other_also: tuple[str, ...]
) -> Part:
    if not one or not other:
        return _MISSING
    if "".join(one) == "".join(other):
        return SAME
    if one[0] in other_also or other[0] in also:
        return _ALSO
    for first, second in ((one, other), (other, one)):
        # "D. Ignacio", "J. Robert": the letter in front is a title, or a name nobody uses.
        if len(first) > 1 and len(first[0]) == 1 < len(first[1]) and len(second[0]) > 1:
            found = alike_given(first[1:], second, also, other_also)
            if found.need < NOBODY:
                return found
    if len(one[0]) == 1 or len(other[0]) == 1:
        return _initials(one, other)
    if one[0] == other[0] or called_alike(one[0], other[0]):
        return _with_rest(one, other)
    if any(word == other[0] or called_alike(word, other[0]) for word in one[1:] if len(word) > 1):
        return _HALF if one[0] in _FIRST_HALVES else _MIDDLE
    if any(word == one[0] or called_alike(word, one[0]) for word in other[1:] if len(word) > 1):
        return _HALF if other[0] in _FIRST_HALVES else _MIDDLE
    shorter, longer = sorted((one[0], other[0]), key=len)
    if len(shorter) > 2 and shorter in ONLY_SHORT and longer.startswith(shorter):
        return _MAYBE_SHORT
    return _slip(one, other)


def _initials(one: list[str], other: list[str]) -> Part:
    pairs = list(zip(one, other, strict=False))
    if any(not (a.startswith(b) or b.startswith(a)) for a, b in pairs):
        return NO_ONE
    return _INITIALS if len(pairs) > 1 else _INITIAL


def _with_rest(one: list[str], other: list[str]) -> Part:
    """Two given names whose first words agree: what follows may not contradict."""
    for a, b in zip(one[1:], other[1:], strict=False):
        if not (a.startswith(b) or b.startswith(a) or called_alike(a, b)):
            return NO_ONE
    longer = one if len(one) > len(other) else other
    extra = [word for word in longer[min(len(one), len(other)) :] if len(word) > 1]
    if extra and (one[0] in _FIRST_HALVES or other[0] in _FIRST_HALVES):
        return _HALF
    if one[0] == other[0]:
        return SAME
    either = one[0] in EITHER or other[0] in EITHER
    return _MAYBE_SHORT if either else SHORT


def _slip(one: list[str], other: list[str]) -> Part:
    """A letter more or less in a given name that is not another given name."""
    first, second = "".join(one), "".join(other)
    if min(len(first), len(second)) < 5 or OSA.distance(first, second, score_cutoff=1) > 1:
        return (
            SLIP if _sound(first) == _sound(second) and min(len(first), len(second)) > 3 else NO_ONE
        )
    if first in GIVEN and second in GIVEN:
        return NO_ONE
    return NO_ONE if _ends_apart(first, second) else SLIP


def _ends_apart(one: str, other: str) -> bool:
    """Whether two names differ in how they end, as a man's and a woman's do."""
    if one[:-1] == other[:-1] or one == other[:-1] or other == one[:-1]:
        longer = one if len(one) >= len(other) else other
        return (
            longer[-1] in _GENDER_ENDINGS
            or one[-1] in _GENDER_ENDINGS
            or other[-1] in _GENDER_ENDINGS
        )
    return False


def alike_family(one: PersonKey, other: PersonKey, family: str, other_family: str) -> Part:
    if not family or not other_family:
        return _MISSING
    first, second = joined(family), joined(other_family)
    if first == second:
        if spelled_alike(one, other, first):
            return SAME
        return Part(HINT, "a family name spelled in two ways")
    if first in map(joined, other.also) or second in map(joined, one.also):
        return Part(ALIKE, "a name at birth")
    if len(first) == 1 or len(second) == 1:
        return Part(_WEAK, "an initial") if first[0] == second[0] else NO_ONE
    words, others = core_of(family.split()), core_of(other_family.split())
    if words == others:
        return _particles(family.split(), other_family.split())
    shorter, longer = sorted((words, others), key=len)
    if len(shorter) < len(longer):
        if _joined_in(shorter, longer[: len(shorter)]):
            return Part(HINT, "half of a double family name")
        if _joined_in(shorter, longer[-len(shorter) :]):
            return Part(_WEAK, "the second half of a double family name")
    core, other_core = "".join(words), "".join(others)
    slip = _family_slip(core, other_core)
    if slip is SLIP or (core == first and other_core == second):
        return slip
    return _family_slip(first, second)


def _particles(one: list[str], other: list[str]) -> Part:
    """Family names that differ in their particles alone: "Anjos", "dos Anjos", "van der Berg"."""
    first, second = ({word for word in words if word in PARTICLES} for words in (one, other))
    if first <= _LIGHT and second <= _LIGHT:
        return SAME
    return Part(_WEAK if first and second else HINT, "a family name with another particle")


def _joined_in(one: list[str], other: list[str]) -> bool:
    return "".join(one) == "".join(other)


def _family_slip(first: str, second: str) -> Part:
    if first in COMMON_FAMILY and second in COMMON_FAMILY:
        return NO_ONE
    if min(len(first), len(second)) > 4 and _sound(first) == _sound(second):
        return SLIP
    if min(len(first), len(second)) < 6 or _ends_apart(first, second):
        return NO_ONE
    return SLIP if OSA.distance(first, second, score_cutoff=1) <= 1 else NO_ONE


def core_of(words: list[str]) -> list[str]:
    return [word for word in words if word not in PARTICLES] or words


def spelled_alike(one: PersonKey, other: PersonKey, word: str) -> bool:
    """Whether a word is written alike in two names, or an umlaut explains "ue" beside "u"."""
    if one.umlauts or other.umlauts:
        return True
    return (word in joined(one.folded)) == (word in joined(other.folded))


def joined(words: str) -> str:
    return words.replace(" ", "")


@lru_cache(maxsize=16384)
def _sound(word: str) -> str:
    """A word by its sound, roughly: what transliterations and doubled letters leave alike."""
    for pattern, plain in _SOUNDS:
        word = pattern.sub(plain, word)
    return word
