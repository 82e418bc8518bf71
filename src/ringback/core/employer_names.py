"""Names of employers made comparable: legal forms, articles and ways of writing taken off."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from unicodedata import normalize

from ringback.core.employer_text import PUNCTUATION, joined, reduced, without_site, words_of
from ringback.core.employer_words import COMMON, LOOSE, PASSED_OVER, SITE_APART
from ringback.core.legal_forms import PARTS
from ringback.core.letters import fold, has_umlauts, respelled

# "Saltmarsh Energy, an Ondine Company": whose it is, not what it is called.
_BELONGS = re.compile(
    r"[,(-] ?(?:an? .{2,40} (?:company|business|brand|division|subsidiary|enterprise)"
    r"|(?:an? )?(?:part|member|division|subsidiary) of .{2,40})\)?$"
)
_TRADING_AS = re.compile(
    r"\b(?:d/b/a|d\.b\.a\.?|dba|t/a|trading as|doing business as|a\.?k\.?a\.?|formerly|fka|vormals"
    r"|anciennement|nom commercial|f/k/a|a/k/a)(?![\w])"
)
_BRACKETS = re.compile(r"\(([^()]*)\)")
_APART = re.compile(r" ?[,()] ?| - ")
# Italian partnerships carry their owner's name: "Cantine Brolo di Ferrante Luigi & C. s.a.s.".
_OWNER_NAMED = frozenset({"sas", "snc"})
_LONGEST = 300  # what is longer is no name; it is folded and no more


@dataclass(frozen=True, slots=True)
class EmployerName:
    """One name of an employer, read.

    ``words`` are those of its key, ``core`` those that tell it from others: without its sites,
    "group", countries. ``forms`` are its legal forms. ``site`` is the place that it names, empty
    where it names none. ``umlauts`` says that there are letters for which others
    write two, ``transliterated`` that there may be two for one ("Mueller").
    """

    key: str
    words: tuple[str, ...]
    core: tuple[str, ...]
    forms: frozenset[str]
    site: str = ""
    umlauts: bool = False
    transliterated: bool = False

    @property
    def joined(self) -> str:
        """The key without spaces: "JP Morland" and "JPMorland" are one."""
        return "".join(self.words)

    @property
    def distinctive(self) -> bool:
        """Whether a word of it is its own: "Halden Robotics" is, "First National Bank" is not."""
        return any(word not in COMMON and not word.isdigit() for word in self.words)


def employer_key(name: str) -> str:
    """A name of an employer as it compares: `Müller & Söhne GmbH` is "muller sohne".

    Off come legal forms of many countries, articles, "and", punctuation, accents and the web
    ending of a brand; abbreviations are written out. Places and branches stay. Other scripts stay
    as they are, less their own legal forms. Never empty for a name that is not; a key is its own
    key; every Unicode normal form of a name has one key.
    """
    folded = _by_itself(name)
    if len(folded) > _LONGEST:
        return folded
    words, _ = reduced(words_of(folded, name))
    return " ".join(words) or folded or normalize("NFC", name)


def read_employer(name: str, city: str = "") -> EmployerName:
    """``employer_key`` and what else the name says; ``city`` is where the employer is, if known."""
    folded = _by_itself(name)[:_LONGEST]
    words, forms = reduced(words_of(folded, name))
    key = " ".join(words) or folded or normalize("NFC", name)
    first, *apart = _APART.split(folded)
    site = ""
    for part in apart:
        said = [word for word in words_of(part, name) if word not in PARTS and word not in LOOSE]
        if "(" + part in folded or not SITE_APART.isdisjoint(said):
            site = site or " ".join(word for word in said if word not in SITE_APART)
        else:
            first = f"{first} {part}"
    before, after = without_site(joined(words_of(first, name)))
    core = [word for word in reduced(before)[0] if word not in LOOSE]
    if "di" in core[1:] and not forms.isdisjoint(_OWNER_NAMED):
        core = core[: core.index("di")]
    site = site or after
    place = respelled(fold(city)).split()
    core, at_place = _without_place(core, place)
    site = site or (" ".join(place) if at_place else "")
    forms.discard("")
    return EmployerName(
        key=key,
        words=tuple(words) or (key,),
        core=tuple(core) or tuple(words) or (key,),
        forms=frozenset(forms),
        site=site,
        umlauts=has_umlauts(name),
        transliterated=any(
            word not in words and respelled(word) in words
            for word in folded.translate(PUNCTUATION).split()
        ),
    )


def _without_place(core: list[str], place: list[str]) -> tuple[list[str], bool]:
    """Words without the town at their end, and "Plant" behind or "Werk" before it."""
    size = len(place)
    end = core[:-1] if len(core) > 1 and core[-1] in SITE_APART else core
    if not place or len(end) <= size or end[-size:] != place:
        return core, False
    rest = end[:-size]
    return (rest[:-1] if len(rest) > 1 and rest[-1] in SITE_APART else rest), True


def names_in(name: str) -> tuple[str, ...]:
    """The names that one text holds: "Castle Ridge LLC dba Pronto Pizza" holds two.

    An abbreviation in brackets is a name ("International Widget Machines (IWM)"); so is a part in
    another script.
    """
    folded = fold(name)
    found = [name]
    if len(folded) > _LONGEST:
        return (name,)
    if len(parts := _TRADING_AS.split(folded)) > 1:
        found += [part for part in parts if part.strip(" ,;()-")]
    for text in _BRACKETS.findall(folded):
        rest = _BRACKETS.sub(" ", folded)
        words, _ = reduced(words_of(rest, rest))
        inner = "".join(words_of(text, text))
        if abbreviates(inner, words) or (text.strip() and _is_latin(text) != _is_latin(rest)):
            found += [rest, text]
    return tuple(found)


def is_acronym(short: str, words: Sequence[str]) -> bool:
    """Whether the letters of one word are the first letters of at least three others."""
    full = [word for word in words if word not in PASSED_OVER]
    return len(full) > 2 and short in ("".join([w[0] for w in some]) for some in (words, full))


def abbreviates(short: str, words: Sequence[str]) -> bool:
    """Whether a short word goes through others letter by letter, by the first letter of each."""
    words = [word for word in words if word not in PASSED_OVER]
    if not 1 < len(short) < 7 or not 1 < len(words) <= len(short):
        return False
    at = 0
    for number, word in enumerate(words):
        if at >= len(short) or short[at] != word[0]:
            return False
        at += 1
        following = words[number + 1][0] if number + 1 < len(words) else ""
        for letter in word[1:]:
            if at < len(short) and letter == short[at] != following:
                at += 1
    return at == len(short)


def _is_latin(text: str) -> bool:
    return any("a" <= letter <= "z" for letter in text)


def _by_itself(name: str) -> str:
    """A name folded, without the words that say whose the employer is."""
    folded = fold(name)
    if len(folded) > _LONGEST:
        return folded
    if ", a" in folded or "(a" in folded or "part of" in folded or "member of" in folded:
        return _BELONGS.sub("", folded) or folded
    return folded
