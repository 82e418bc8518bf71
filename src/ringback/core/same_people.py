"""Whether two records are of one person: profile and mailbox first, then name and employer."""

import re
from dataclasses import dataclass
from enum import IntEnum
from unicodedata import normalize

from ringback.core.alike_names import (
    NOBODY,
    Likeness,
    family_alone,
    likeness,
    mail_given,
    same_given,
)
from ringback.core.facts import PersonFacts, same_city, same_place
from ringback.core.letters import fold
from ringback.core.person_words import COMMON_FAMILY
from ringback.core.same_employers import Alike, alike_names
from ringback.core.title_likeness import title_likeness
from ringback.core.verdict import Verdict, ask, different, same


class Work(IntEnum):
    """Whether two people work at one employer, as far as the records tell."""

    OTHER = 0
    UNKNOWN = 1
    NEAR = 2
    SAME = 3


@dataclass(frozen=True, slots=True)
class _Weight:
    """What speaks for (above 0) or against one person, besides the name; with the reason."""

    points: int
    reason: str


def same_person(one: PersonFacts, other: PersonFacts) -> Verdict:
    """Whether two records are of one person, with the reasons in words.

    The same profile or own mailbox is proof. Else a name is only ever the same at the same
    employer, and a name that differs (initials, another family name) needs support from number,
    title, town or mail. Father and son, and two of a common name in two towns, stay apart.
    """
    name = likeness(one.key, other.key)
    if one.key.generation and other.key.generation and one.key.generation != other.key.generation:
        return different("another generation", name.reason)
    if proof := _proof(one, other):
        if name.need < NOBODY or name.related:
            return same(proof, name.reason)
        return ask(proof, name.reason)
    if one.profile and other.profile:
        return different("other profiles", name.reason)
    if one.key.address and other.key.address and one.key.address != other.key.address:
        return different("a man and a woman")
    if name.need >= NOBODY:
        return different(name.reason)
    work = _work(one, other)
    if work is Work.OTHER or work is Work.UNKNOWN:
        return _elsewhere(one, other, name, work)
    need = name.need + (2 if work is Work.NEAR else 0)
    if name.short and need == 0 and _is_common(one, other):
        need = 1
    if one.key.generation != other.key.generation:
        need = max(need, 3 if _of_the_family(one) or _of_the_family(other) else 1)
    weights = _weights(one, other, name)
    total = sum(weight.points for weight in weights)
    where = "the same employer" if work is Work.SAME else "what may be one employer"
    reasons = (name.reason, where, *(weight.reason for weight in weights))
    if need == 0:
        answer = same if total >= -1 else ask if total == -2 else different
    elif family_alone(one.key, other.key):
        answer = ask if total >= 0 else different
    else:
        answer = same if total >= need else ask if total >= -1 else different
    return answer(*reasons)


def _of_the_family(facts: PersonFacts) -> bool:
    """Whether the employer bears the person's family name: father and son may work there."""
    return facts.works_at is not None and facts.key.family in facts.works_at.words


def _proof(one: PersonFacts, other: PersonFacts) -> str:
    if one.profile and one.profile == other.profile:
        return "the same profile"
    return "" if one.own_mails.isdisjoint(other.own_mails) else "the same mailbox"


def _elsewhere(one: PersonFacts, other: PersonFacts, name: Likeness, work: Work) -> Verdict:
    """Two records that do not speak of one employer."""
    phone = not one.phones.isdisjoint(other.phones)
    if work is Work.OTHER:
        if phone and name.need == 0:
            return ask(name.reason, "the same number", "other employers")
        return different("other employers", name.reason)
    if name.need == 0 and one.key.generation == other.key.generation:
        if phone:
            return same(name.reason, "the same number")
        if same_place(one, other) is False:
            return different(name.reason, "other towns")
        return ask(name.reason, "an employer is not known")
    if phone:
        return ask(name.reason, "the same number")
    return different(name.reason, "an employer is not known")


def _work(one: PersonFacts, other: PersonFacts) -> Work:
    if one.duns and one.duns == other.duns:
        return Work.SAME
    if one.site and one.site == other.site:
        return Work.SAME
    first, second = one.works_at, other.works_at
    if first is None or second is None:
        return Work.OTHER if one.site and other.site else Work.UNKNOWN
    alike = alike_names(first, second)
    if alike is Alike.NOT:
        return Work.OTHER
    if alike < Alike.WHOLE and alike is not Alike.SPELLING:
        return Work.NEAR
    if not (first.distinctive and second.distinctive) and same_place(one, other) is False:
        return Work.OTHER
    kin = one.site.partition(".")[0] == other.site.partition(".")[0]
    return Work.SAME if kin or not (one.site and other.site) else Work.NEAR


def _is_common(one: PersonFacts, other: PersonFacts) -> bool:
    """Whether the family name is one that colleagues may well share."""
    return one.key.family in COMMON_FAMILY or other.key.family in COMMON_FAMILY


def _weights(one: PersonFacts, other: PersonFacts, name: Likeness) -> tuple[_Weight, ...]:
    """What numbers, titles, towns, mails and accents say, without what says nothing."""
    common = _is_common(one, other)
    found = (
        _phones(one, other),
        _titles(one.title, other.title, common=common),
        _places(one, other, common=common),
        _mails(one, other, name),
        _accents(one.name, other.name),
    )
    return tuple(weight for weight in found if weight.points)


_NOTHING = _Weight(0, "")


def _phones(one: PersonFacts, other: PersonFacts) -> _Weight:
    if not one.phones or not other.phones:
        return _NOTHING
    if one.phones.isdisjoint(other.phones):
        return _Weight(-1, "other numbers")
    return _Weight(2, "the same number")


def _titles(one: str, other: str, *, common: bool) -> _Weight:
    if not one or not other:
        return _NOTHING
    share = title_likeness(one, other)
    if share == 1:
        return _Weight(1 if common else 2, "the same title")
    return _Weight(1, "a like title") if share >= 0.5 else _Weight(-1, "another title")


def _places(one: PersonFacts, other: PersonFacts, *, common: bool) -> _Weight:
    place = same_place(one, other)
    if place is None:
        return _NOTHING
    if place and same_city(one.city, other.city):
        return _Weight(1, "the same town")
    return _Weight(-3 if common else -2, "other towns")


def _mails(one: PersonFacts, other: PersonFacts, name: Likeness) -> _Weight:
    """What the mailboxes say of the given names behind an initial, or of two of one name."""
    locals_ = [{mail.partition("@")[0] for mail in side.own_mails} for side in (one, other)]
    bare = [{re.sub(r"\d+$", "", local) for local in side} for side in locals_]
    if all(locals_) and not bare[0].isdisjoint(bare[1]):
        return _Weight(-3, "mailboxes told apart by a number")
    said, heard = mail_given(one.key, locals_[0]), mail_given(other.key, locals_[1])
    fits = same_given(said, other.key.given), same_given(heard, one.key.given)
    agree = same_given(said, heard)
    if False in fits or agree is False:
        return _Weight(-3, "a mailbox of another given name")
    if name.need and ((fits[0] and len(said) > 1) or (fits[1] and len(heard) > 1)):
        return _Weight(2, "a mailbox of that given name")
    apart = agree is None or (said != heard and min(len(said), len(heard)) > 1)
    return _Weight(-1, "other mailboxes") if all(locals_) and apart else _NOTHING


def _accents(one: str, other: str) -> _Weight:
    """Names that both bear accents, and not the same ones ("Thành", "Thanh")."""
    if one.isascii() or other.isascii():
        return _NOTHING
    words = [set(normalize("NFC", name).casefold().split()) for name in (one, other)]
    apart = words[0] ^ words[1]
    if len(apart) > 1 and len({fold(word) for word in apart}) < len(apart):
        return _Weight(-1, "other accents")
    return _NOTHING
