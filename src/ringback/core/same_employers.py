"""Whether two records are of one employer: numbers and web addresses first, then the names."""

from dataclasses import dataclass
from enum import IntEnum

from rapidfuzz.distance import OSA

from ringback.core.employer_names import EmployerName, abbreviates, is_acronym
from ringback.core.employer_words import TAIL, WHOLE
from ringback.core.facts import EmployerFacts, same_city, same_country, same_place
from ringback.core.gazetteer import cities_called
from ringback.core.verdict import Verdict, ask, different, same


class Alike(IntEnum):
    """How two names of employers go together, best last."""

    NOT = 0
    PART = 1
    SHORT = 2
    SLIP = 3
    LETTERS = 4
    TAIL = 5
    ORDER = 6
    SPELLING = 7
    LOOSE = 8
    WHOLE = 9
    EQUAL = 10


_SAYS = {
    Alike.NOT: "other names",
    Alike.PART: "one name is a part of the other",
    Alike.SHORT: "what may be short for the other name",
    Alike.SLIP: "names that differ by a slip of the pen",
    Alike.LETTERS: "one name is the other's letters",
    Alike.TAIL: "a short name and a long one",
    Alike.ORDER: "the same words in another order",
    Alike.SPELLING: "names spelled alike",
    Alike.LOOSE: "the same name but for words such as group, a country or a site",
    Alike.WHOLE: "the same name but for words such as group",
    Alike.EQUAL: "the same name",
}


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two records held beside each other; None where one of them does not say.

    ``site`` is whether they have one web address, ``kin`` said of acme.com and acme.de, ``brand``
    that the shorter name is what people say, ``long`` that it is of several words, ``bare`` that
    neither record has anything but its name.
    """

    alike: Alike
    number: bool | None
    country: bool | None
    place: bool | None
    site: bool | None
    kin: bool
    phone: bool | None
    distinctive: bool
    brand: bool
    long: bool
    forms_differ: bool
    bare: bool

    @property
    def says(self) -> str:
        return _SAYS[self.alike]


def same_employer(one: EmployerFacts, other: EmployerFacts) -> Verdict:
    """Whether two records are of one employer, with the reasons in words.

    A D-U-N-S number belongs to one site, a web address to a whole group; a common name in two
    towns is two employers, and a name of its own in two towns has to be asked.
    """
    pair = _held_together(one, other)
    for rule in (_by_number, _by_country, _by_site, _by_phone, _by_place):
        if (verdict := rule(pair)) is not None:
            return verdict
    return _by_name(pair)


def _by_number(pair: _Pair) -> Verdict | None:
    if pair.number is None:
        return None
    if pair.number:
        if pair.alike is Alike.NOT:
            return ask("the same D-U-N-S number", pair.says)
        return same("the same D-U-N-S number")
    if pair.alike >= Alike.SPELLING and (pair.place or (pair.site and pair.place is None)):
        where = "the same town" if pair.place else "the same web address"
        return ask("other D-U-N-S numbers", pair.says, where)
    return different("other D-U-N-S numbers")


def _by_country(pair: _Pair) -> Verdict | None:
    if pair.country is not False:
        return None
    if pair.alike >= Alike.LOOSE and (pair.site or pair.distinctive):
        return ask(pair.says, "other countries")
    return different("other countries")


def _by_site(pair: _Pair) -> Verdict | None:
    if not pair.site:
        return None
    if pair.alike is Alike.PART and pair.place and pair.brand:
        return same("the same web address", "the same town", pair.says)
    if pair.alike <= Alike.PART:
        return ask("the same web address", pair.says)
    if pair.place is False:
        return ask("the same web address", pair.says, "other towns")
    if pair.alike is Alike.LOOSE and not pair.place:
        return ask("the same web address", pair.says)
    return same("the same web address", pair.says)


def _by_phone(pair: _Pair) -> Verdict | None:
    if pair.alike <= Alike.PART:
        if pair.alike is Alike.PART and (pair.phone or pair.place):
            return ask(pair.says, "the same number" if pair.phone else "the same town")
        return different(pair.says)
    if not pair.phone:
        return None
    if pair.place is False:
        return ask(pair.says, "the same number", "other towns")
    return same(pair.says, "the same number")


def _by_place(pair: _Pair) -> Verdict | None:
    if pair.site is False and not pair.kin:
        if pair.alike is Alike.EQUAL and pair.place and pair.distinctive:
            return ask(pair.says, "the same town", "other web addresses")
        return different("other web addresses")
    if pair.place is not False:
        return None
    if pair.alike >= Alike.LOOSE and pair.distinctive:
        return ask(pair.says, "other towns")
    return different(pair.says, "other towns")


def _by_name(pair: _Pair) -> Verdict:
    near = "the same town" if pair.place else ""
    if pair.kin and pair.distinctive:
        near = near or "kindred web addresses"
    if pair.alike <= Alike.SLIP and not near:
        return different(pair.says)
    if pair.phone is False and not pair.distinctive:
        return ask(pair.says, "a name that many have", "other numbers")
    if pair.forms_differ:
        some = ask if pair.alike > Alike.TAIL or pair.place else different
        return some(pair.says, "other legal forms")
    if near and (pair.alike >= Alike.LOOSE or pair.alike is Alike.ORDER):
        return same(pair.says, near)
    if pair.alike is Alike.EQUAL and (pair.distinctive or pair.bare):
        return same(pair.says)
    if pair.alike is Alike.WHOLE and pair.distinctive and pair.brand and pair.long:
        return same(pair.says)
    return ask(pair.says) if pair.distinctive else ask(pair.says, "a name that many have")


def _held_together(one: EmployerFacts, other: EmployerFacts) -> _Pair:
    alike, first, second = max(
        ((alike_names(a, b), a, b) for a in one.names for b in other.names),
        key=lambda found: found[0],
        default=(Alike.NOT, _NAMELESS, _NAMELESS),
    )
    place = same_place(one, other)
    if place is None:
        place = _place_in_names(one.city, first.site, other.city, second.site)
    forms = first.forms, second.forms
    shorter = min(first, second, key=lambda name: len(name.words))
    return _Pair(
        alike=alike,
        number=one.duns == other.duns if one.duns and other.duns else None,
        country=same_country(one.country, other.country),
        place=place,
        site=one.site == other.site if one.site and other.site else None,
        kin=bool(one.site) and one.site.partition(".")[0] == other.site.partition(".")[0],
        phone=not one.phones.isdisjoint(other.phones) if one.phones and other.phones else None,
        distinctive=first.distinctive and second.distinctive,
        brand=_is_brand(shorter),
        long=len(shorter.core) > 1,
        forms_differ=all(forms) and forms[0].isdisjoint(forms[1]),
        bare=not (one.city or other.city or one.site or other.site or one.phones or other.phones),
    )


def _is_brand(name: EmployerName) -> bool:
    """Whether a name is as people say it: "Goldman Sachs" for the Goldman Sachs Group, Inc."""
    return not name.forms and name.distinctive and WHOLE.isdisjoint(name.words)


_NAMELESS = EmployerName(key="", words=(), core=(), forms=frozenset())


def _place_in_names(city: str, site: str, other_city: str, other_site: str) -> bool | None:
    """Whether the towns that names speak of agree ("Müller GmbH Köln")."""
    if site and other_site:
        return site == other_site or same_city(site, other_site)
    told, known = (site, other_city) if site else (other_site, city)
    if not told or not known:
        return None
    return same_city(told, known) or (False if cities_called(told) else None)


def alike_names(one: EmployerName, other: EmployerName) -> Alike:
    """How two names of employers go together, by themselves."""
    if one.words == other.words or one.joined == other.joined:
        if one.transliterated == other.transliterated or one.umlauts or other.umlauts:
            return Alike.EQUAL
        return Alike.SPELLING
    if one.core == other.core or "".join(one.core) == "".join(other.core):
        return Alike.WHOLE if set(one.words) ^ set(other.words) <= WHOLE else Alike.LOOSE
    if sorted(one.core) == sorted(other.core):
        return Alike.ORDER
    if is_acronym(one.joined, other.words) or is_acronym(other.joined, one.words):
        return Alike.LETTERS
    if _is_slip(one, other):
        return Alike.SLIP
    if abbreviates(one.joined, other.core) or abbreviates(other.joined, one.core):
        return Alike.SHORT
    shorter, longer = sorted((one, other), key=lambda name: len(name.core))
    more = set(longer.core) - set(shorter.core)
    if len(longer.core) - len(shorter.core) == len(more):
        short_name = shorter.distinctive and not shorter.forms
        return Alike.TAIL if more <= TAIL and short_name else Alike.PART
    return Alike.NOT


def _is_slip(one: EmployerName, other: EmployerName) -> bool:
    """Whether a letter was left out, doubled or swapped in a long name; digits are never slips."""
    first, second = "".join(one.core), "".join(other.core)
    size = min(len(first), len(second))
    if size < 8 or len(one.core) != len(other.core):
        return False
    if any(
        a != b and (a.isdigit() or b.isdigit()) for a, b in zip(one.core, other.core, strict=True)
    ):
        return False
    most = 1 if size < 14 else 2
    return OSA.distance(first, second, score_cutoff=most) <= most
