"""Which records are worth comparing: two of one and the same have a block in common."""

from ringback.core.employer_names import EmployerName
from ringback.core.employer_words import PASSED_OVER, TAIL
from ringback.core.facts import EmployerFacts, PersonFacts
from ringback.core.letters import spelling
from ringback.core.nicknames import GIVEN, full_names
from ringback.core.person_names import PersonKey
from ringback.core.person_words import PARTICLES

_FIRST_SIGN = "\u3040"
"""From here on a sign is a word."""


def employer_blocks(facts: EmployerFacts) -> frozenset[str]:
    """Short texts, at least one of which two records of one employer have in common.

    By number, web address (without its ending), phone, name, the words of the name in any order,
    its first letters, and the beginning of the name within a town.
    """
    return names_and_places(facts) | first_letters(facts)


def first_letters(facts: EmployerFacts) -> frozenset[str]:
    """The blocks of a long name's letters: they only mean something to one that is called so."""
    found: set[str] = set()
    for name in facts.names:
        full = [word for word in name.words if word not in PASSED_OVER]
        if len(full) > 2:
            found.update("n:" + "".join([w[0] for w in some]) for some in (name.words, full))
    return frozenset(found)


def names_and_places(facts: EmployerFacts) -> frozenset[str]:
    """The other blocks of an employer."""
    found = {f"p:{phone}" for phone in facts.phones}
    if facts.duns:
        found.add(f"d:{facts.duns}")
    if facts.site:
        found.add("w:" + facts.site.partition(".")[0])
    town = spelling(facts.city).partition(" ")[0]
    for name in facts.names:
        found.add("n:" + "".join(name.core))
        found.add("n:" + name.joined)
        if len(name.core) > 1:
            found.add("n:" + "".join(sorted(name.core)))
            found.add("n:" + "".join([word for word in name.core if word not in TAIL]))
        if town:
            found.add(f"t:{town}:{name.core[0][:4]}")
    return frozenset(found)


def person_blocks(facts: PersonFacts) -> frozenset[str]:
    """Short texts, at least one of which two records of one person have in common.

    By profile, mailbox and number; by the beginning of each family name at an employer (its
    number, web address, name); and, for those whose employer one record does not tell, by the
    whole name.
    """
    found = {f"m:{mail}" for mail in facts.own_mails}
    if facts.profile:
        found.add("l:" + facts.profile)
    key = facts.key
    starts = family_starts(key)
    for phone in facts.phones:
        found.update(f"p:{phone}:{start}" for start in starts)
    places = [place for place in (facts.duns, facts.site) if place]
    if facts.works_at is not None:
        places += _employer(facts.works_at)
    for place in places:
        found.update(f"e:{place}:{start}" for start in starts)
    found.update(f"n:{given}:{start}" for given in _first(key) for start in _whole(key))
    return frozenset(found)


def _employer(name: EmployerName) -> list[str]:
    return list(dict.fromkeys(("".join(name.core), name.joined)))


def family_starts(key: PersonKey) -> list[str]:
    """The first three letters of each word that may be a family name."""
    words = [word for word in key.family.split() if word not in PARTICLES]
    words += [word for other in key.also for word in other.split()]
    # The words in the middle may be family names as well, and the order may be another.
    given = key.given.split()
    words += given if not key.sure or not words else [w for w in given if w not in GIVEN]
    words.append(key.family.replace(" ", ""))
    full = [word for word in words if len(word) > 1 or word > _FIRST_SIGN]
    return list(dict.fromkeys(_start(word) for word in full or words))


def _start(word: str) -> str:
    return word[:1] if word > _FIRST_SIGN else word[:3]


def _first(key: PersonKey) -> list[str]:
    """The first given name, or the names of which it may be the short form."""
    return sorted(full_names(key.given.partition(" ")[0]))


def _whole(key: PersonKey) -> list[str]:
    words = [word for word in key.family.split() if word not in PARTICLES] or [key.family]
    return list(dict.fromkeys((words[0], words[-1])))
