"""Names of people made comparable: which words are given, which family, and what is no name."""

import re
from dataclasses import dataclass, field
from functools import lru_cache
from unicodedata import normalize

from ringback.core.letters import fold, has_umlauts, respelled
from ringback.core.nicknames import GIVEN
from ringback.core.person_text import (
    family_written_large,
    is_end,
    is_plainly_written,
    is_position,
    is_written_large,
    without_asides,
    words_of,
)
from ringback.core.person_words import (
    BETWEEN,
    BORN,
    COMMON_FAMILY,
    CREDENTIALS,
    FAMILY_FIRST,
    GENERATIONS,
    MEN,
    NAMES_TOO,
    OF_MARY,
    PARTICLES,
    SON_OF,
    TITLES,
    TWO_SIGNS,
    WOMEN,
)

_SIGNS = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff]")
_MARKS = str.maketrans(dict.fromkeys(".'"))
_SIGN_TITLES = ("先生", "女士", "小姐", "様", "さん", "님", "씨")
_LONGEST = 300  # what is longer is no name


@dataclass(frozen=True, slots=True)
class PersonKey:
    """A person's name, read; every part as ``letters.spelling`` writes it, words apart by a space.

    ``given`` may be initials, ``family`` keeps its particles ("van den berg"). ``folded`` is the
    whole name, given names first, with "Mueller" left as written. ``also`` are other names that it
    holds (a short name, a name at birth). ``generation`` is jr, sr, ii …; ``address`` m or f where
    a "Mr" or a "Frau" tells it. ``sure`` says that the order of the words left no doubt;
    ``umlauts`` that there are letters for which others write two.
    """

    given: str
    family: str
    initials: str
    folded: str
    also: tuple[str, ...] = ()
    generation: str = ""
    address: str = ""
    sure: bool = True
    umlauts: bool = False


@dataclass(slots=True)
class _Reading:
    """A name while it is read. ``comma`` says that a comma stood between family and given name."""

    name: str
    text: str
    family: list[str] = field(default_factory=list)
    given: list[str] = field(default_factory=list)
    also: list[str] = field(default_factory=list)
    comma: bool = False
    generation: str = ""
    address: str = ""
    sure: bool = True


@lru_cache(maxsize=4096)
def person_key(name: str) -> PersonKey:
    """A person's name as it compares: of "OKAFOR, Daniel E., MBA", "daniel e" and "okafor".

    Titles, credentials and pronouns are off. Any text has a key, every Unicode normal form of a
    text the same; that of a text without a letter is its family name.
    """
    if is_plainly_written(name) and (known := _plain_key(*name.lower().split())):
        return known
    reading = _Reading(name, fold(name))
    text = reading.text
    if len(text) > _LONGEST:
        return _key(reading)
    if "(" in text or "'" in text or '"' in text or "[" in text or "{" in text:
        reading.text, reading.also = without_asides(text)
    if not text.isascii() and _SIGNS.search(reading.text):
        return _key_of_signs(reading.text, tuple(reading.also))
    _read_parts(reading)
    for words in (reading.family, reading.given):
        if len(words) > 1 or (reading.comma and words):
            _take_off(words, reading)
            if not BORN.isdisjoint(words[1:]):
                _take_birth_off(words, reading)
    if reading.comma:
        while len(reading.given) > 1 and reading.given[-1] in PARTICLES:
            reading.family.insert(0, reading.given.pop())
    else:
        reading.given, reading.family, reading.sure = _split(_one_abd(reading.family), name)
    return _key(reading)


_NO_NAMES = TITLES | frozenset(GENERATIONS) | BORN


def _plain_key(first: str, last: str) -> PersonKey | None:
    """The key of two plain words; None where one of them may be no name, or half of one."""
    if first in _NO_NAMES or last in _NO_NAMES or "abd" in (first[:3], last[:3]):
        return None
    (given,), (family,), sure = _split_two(first, last)
    return PersonKey(
        given=respelled(given),
        family=respelled(family),
        initials=given[0],
        folded=f"{given} {family}",
        sure=sure,
    )


def _key(reading: _Reading) -> PersonKey:
    given = " ".join(reading.given).translate(_MARKS)
    family = " ".join(reading.family).translate(_MARKS)
    if not given and not family:
        family = reading.text or normalize("NFC", reading.name)
    return PersonKey(
        given=respelled(given),
        family=respelled(family),
        initials="".join([word[0] for word in given.split()]),
        folded=f"{given} {family}".strip(),
        also=tuple([other for other in reading.also if other]),
        generation=reading.generation,
        address=reading.address,
        sure=reading.sure,
        umlauts=has_umlauts(reading.name),
    )


def _read_parts(reading: _Reading) -> None:
    """What stands before and behind the commas; until it is split, all of it is the family name."""
    before, *after = reading.text.split(",")
    reading.family = words_of(before)
    for text in after:
        part = words_of(text, after=len(reading.family) > 1)
        if not part:
            continue
        if not reading.family:
            reading.family = part
        elif reading.comma or is_end(part) or is_position(reading.family, part):
            found = [GENERATIONS[word] for word in part if word in GENERATIONS]
            reading.generation = reading.generation or next(iter(found), "")
        else:
            reading.given, reading.comma = part, True


def _take_off(words: list[str], reading: _Reading) -> None:
    """Takes titles off the beginning of words, "Jr." and credentials off their end."""
    least = 0 if reading.comma else 1
    while len(words) > least:
        word = words[0]
        if word in ("ifj", "id") and len(words) > 2:
            reading.generation = GENERATIONS[word]
        elif word == "m." and len(words) > 2 and len(words[1]) > 2:
            reading.address = "m"
        elif (word in NAMES_TOO and len(words) <= 2 - reading.comma) or not TITLES.issuperset(
            word.split()
        ):
            break
        else:
            address = "m" if word in MEN else "f" if word in WOMEN else ""
            reading.address = reading.address or address
        del words[0]
    while len(words) > 1:
        word = words[-1]
        if word in GENERATIONS and (len(words) > 2 or word in _ALWAYS_GENERATIONS):
            reading.generation = reading.generation or GENERATIONS[word]
        elif not (word in CREDENTIALS and len(words) > 2 and is_written_large(word, reading.name)):
            break
        words.pop()


_ALWAYS_GENERATIONS = frozenset({"jr", "sr", "ii", "iii", "fils", "pere"})


def _take_birth_off(words: list[str], reading: _Reading) -> None:
    """Takes "née Barlow" off the end of words."""
    at = next(index for index, word in enumerate(words) if index and word in BORN)
    reading.also.append(respelled(" ".join([word for word in words[at:] if word not in BORN])))
    del words[at - 1 if at > 1 and words[at - 1 : at + 1] == ["z", "domu"] else at :]


_ABDULLAH = frozenset("abdullah abdulla abdallah abdalla abdullahi abdou abdi".split())


def _one_abd(words: list[str]) -> list[str]:
    """ "Abdul Rahman", "Abd el-Rahman" and "Abdelrahman" made one word."""
    if not any(word.startswith("abd") for word in words):
        return words
    found: list[str] = []
    rest = iter(" ".join(words).split())
    for word in rest:
        if word[:3] != "abd" or word in _ABDULLAH:
            found.append(word)
        elif len(word) > 7:
            found.append("abd" + word[5:])
        elif len(word) < 6:
            following = next(rest, "")
            # The article of "Abd el-Rahman" goes as well.
            found.append("abd" + (next(rest, following) if len(following) == 2 else following))
        else:
            found.append(word)
    return found


def _split(words: list[str], name: str) -> tuple[list[str], list[str], bool]:
    """Given names, family names, and whether their order is sure."""
    count = len(words)
    if count < 2:
        return (words, [], True) if words and words[0] in GIVEN else ([], words, True)
    if written := family_written_large(name):
        large = {" ".join(words_of(fold(word))) for word in written}
        family = [word for word in words if word in large]
        if 0 < len(family) < count:
            return [word for word in words if word not in large], family, True
    if (start := _particle(words)) > 0:
        return _split_at_particle(words, start, name)
    return _split_two(*words) if count == 2 else _split_many(words)


def _split_two(first: str, last: str) -> tuple[list[str], list[str], bool]:
    if first in GIVEN:
        return [first], [last], last not in GIVEN
    turned = (
        len(last.rstrip(".")) == 1 < len(first.rstrip("."))
        or (first in FAMILY_FIRST and last not in FAMILY_FIRST)
        or (first in COMMON_FAMILY and last in GIVEN)
    )
    if turned:
        return [last], [first], False
    return [first], [last], first not in FAMILY_FIRST and last not in GIVEN


def _split_many(words: list[str]) -> tuple[list[str], list[str], bool]:
    """Three words and more: given names are those known as such, else all but the last of three."""
    first, last = words[0], words[-1]
    if first in FAMILY_FIRST and first not in GIVEN and last not in FAMILY_FIRST:
        return words[1:], [first], False
    at = 1
    while at < len(words) - 1 and (
        words[at] in GIVEN or len(words[at]) < 3 or words[at] in PARTICLES or words[at] in OF_MARY
    ):
        at += 1
    if at == 1 and len(words) == 3 and " " not in words[1]:
        at = 2
    return words[:at], words[at:], first in GIVEN or last not in GIVEN


def _particle(words: list[str]) -> int:
    """Where the first particle stands that begins a family name; 0 where there is none."""
    last = len(words) - 1
    for index in range(1, last + 1):
        word = words[index]
        head, _, rest = word.partition(" ")
        if head not in PARTICLES or (index == last and not rest):
            continue
        if head in BETWEEN and (index < 2 or words[index - 1] in GIVEN):
            continue
        following = rest.split() + words[index + 1 : last]
        if any(w in OF_MARY for w in following[:2]):
            continue
        return index
    return 0


def _split_at_particle(
    words: list[str], start: int, name: str
) -> tuple[list[str], list[str], bool]:
    head = words[start].partition(" ")[0]
    if head in SON_OF and start + 2 < len(words):
        return _split(words[:start] + words[start + 2 :], name)
    if head in BETWEEN:
        return words[: start - 1], [words[start - 1], *words[start + 1 :]], True
    if start > 2 and words[start - 1] not in GIVEN and len(words[start - 1]) > 2:
        start -= 1
    return words[:start], words[start:], True


def _key_of_signs(text: str, also: tuple[str, ...]) -> PersonKey:
    """A Chinese, Japanese or Korean name in its own signs: the family name comes first."""
    words = [word.strip(".,'-") for word in text.split()]
    latin = tuple(word for word in words if word and not _SIGNS.search(word))
    words = [word for word in words if _SIGNS.search(word)] or [text]
    for title in _SIGN_TITLES:
        if words[-1].endswith(title) and len("".join(words)) > len(title) + 1:
            words[-1] = words[-1].removesuffix(title)
    words = [word for word in words if word]
    family = (
        words[0] if len(words) > 1 else words[0][:2] if words[0][:2] in TWO_SIGNS else words[0][:1]
    )
    whole = "".join(words)
    given = whole.removeprefix(family)
    if len(words) == 1 and len(whole) > 4:
        family, given = whole, ""
    return PersonKey(
        given=given,
        family=family,
        initials=given[:1],
        folded=whole,
        also=(*also, *latin),
        sure=len(words) > 1,
    )
