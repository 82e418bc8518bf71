"""What is known of two records that may be one: plain facts, made ready to be compared."""

import re
from dataclasses import dataclass, field
from functools import lru_cache
from unicodedata import normalize
from urllib.parse import unquote

from ringback.core.countries import country_called
from ringback.core.employer_names import EmployerName, names_in, read_employer
from ringback.core.gazetteer import cities_called, regions_called
from ringback.core.letters import fold, spelling, written_out
from ringback.core.person_names import PersonKey, person_key

# Mail services for everybody, and hosts under which many have their page: no sign of an employer.
_FREE_MAIL = """
gmail googlemail yahoo ymail rocketmail hotmail outlook live msn aol icloud me mac gmx web t-online
freenet arcor mail protonmail proton pm tutanota tuta zoho yandex ya mailru inbox bk list rambler
qq 163 126 sina sohu foxmail naver daum hanmail orange wanadoo free sfr laposte neuf bbox
libero virgilio tin alice tiscali wp o2 onet interia op gazeta poczta seznam centrum abv
telenet skynet ziggo kpnmail planet home hetnet xs4all btinternet ntlworld talktalk sky
comcast verizon att sbcglobal bellsouth cox charter earthlink juno netzero optonline roadrunner
shaw rogers sympatico telus bigpond optusnet uol bol terra ig globo sapo iol fastmail hushmail
bluewin hispeed chello aon a1 telia bredband comhem spray
"""
_SHARED_HOSTS = """
linkedin facebook instagram twitter youtube xing wixsite wix weebly wordpress blogspot tumblr
github gitlab squarespace shopify myshopify godaddysites jimdo jimdofree webnode business google
sites notion about linktr carrd yelp indeed thomasnet medium webs tripod angelfire strikingly
jimdosite site123 ueniweb square canva firebaseapp herokuapp netlify vercel
"""
_NOBODYS = frozenset(f"{_FREE_MAIL} {_SHARED_HOSTS}".split())
_SECOND_LEVEL = frozenset(
    "co com org net ac gov edu or ne go gob gouv in web ltd plc me nhs".split()
)
# Mailboxes of an office, not of a person.
_OFFICE = frozenset(
    """info office contact kontakt contacto contatto contato hello hallo hi mail email post sales
    vertrieb verkauf ventas vendite support service help admin administration reception empfang
    team hr jobs job careers career karriere bewerbung recruiting recrutement personal people
    talent press presse marketing billing accounts accounting buchhaltung finance orders bestellung
    enquiries inquiries zentrale secretary sekretariat general webmaster noreply biuro kancelaria
    praxis studio direction accueil empleo rrhh rh lavoro segreteria amministrazione""".split()
)
_BETWEEN_WORDS = re.compile(r"[._\-]")
_AREA = re.compile(
    r"\b(?:greater|metropolitan|metro|area|region|city of|grossraum|raum|und umgebung)\b"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class EmployerFacts:
    """What one record says of an employer; what it does not say is empty.

    ``others`` are further names (trade style, legal name), ``duns`` is nine digits, ``phones`` are
    E.164 and those of its switchboards, ``domain`` a web address or its host, ``country`` a name
    or ISO code, ``region`` a name or code.
    """

    name: str
    others: tuple[str, ...] = ()
    duns: str = ""
    domain: str = ""
    phones: frozenset[str] = frozenset()
    mails: frozenset[str] = frozenset()
    city: str = ""
    region: str = ""
    country: str = ""
    site: str = field(init=False, repr=False, compare=False)
    names: tuple[EmployerName, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        texts = dict.fromkeys(text for name in (self.name, *self.others) for text in names_in(name))
        object.__setattr__(self, "names", tuple(read(text, self.city) for text in texts if text))
        object.__setattr__(self, "site", registered(self.domain) or _site_of(self.mails))


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonFacts:
    """What one record says of a person; what it does not say is empty.

    ``employer`` is its name or key, ``duns`` and ``domain`` are the employer's; ``phones`` (E.164)
    and ``mails`` the person's own, ``linkedin`` the address of a profile. Places as for an
    employer.
    """

    name: str
    employer: str = ""
    duns: str = ""
    domain: str = ""
    phones: frozenset[str] = frozenset()
    mails: frozenset[str] = frozenset()
    city: str = ""
    region: str = ""
    country: str = ""
    title: str = ""
    linkedin: str = ""
    key: PersonKey = field(init=False, repr=False, compare=False)
    works_at: EmployerName | None = field(init=False, repr=False, compare=False)
    site: str = field(init=False, repr=False, compare=False)
    own_mails: frozenset[str] = field(init=False, repr=False, compare=False)
    profile: str = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        put = object.__setattr__
        put(self, "key", person_key(self.name))
        put(self, "works_at", read(self.employer) if self.employer.strip() else None)
        own = frozenset(mail for mail in map(plain_mail, self.mails) if mail)
        put(self, "own_mails", own)
        put(self, "site", registered(self.domain) or _site_of(self.mails))
        put(self, "profile", profile(self.linkedin))


@lru_cache(maxsize=4096)
def read(name: str, city: str = "") -> EmployerName:
    """``read_employer``, remembered: files tell the same employer row after row."""
    return read_employer(name, city)


@lru_cache(maxsize=4096)
def registered(address: str) -> str:
    """The domain somebody registered, from a web address or host; empty where it proves nothing.

    "https://www.jobs.acme.co.uk/x" is "acme.co.uk"; mail services and shared hosts give nothing.
    """
    if not address:
        return ""
    host = address.strip().casefold().partition("://")[2] or address.strip().casefold()
    host = re.split(r"[/?#:]", host.rpartition("@")[2] if "@" in host else host)[0].strip(".")
    labels = host.split(".")
    if len(labels) < 2:
        return ""
    size = 3 if len(labels) > 2 and labels[-2] in _SECOND_LEVEL and len(labels[-1]) == 2 else 2
    return "" if labels[-size] in _NOBODYS else ".".join(labels[-size:])


def _site_of(mails: frozenset[str]) -> str:
    sites = {site for mail in mails if (site := registered(mail))}
    return sites.pop() if len(sites) == 1 else ""


def plain_mail(mail: str) -> str:
    """A person's own mail address as it compares; empty for an office's mailbox."""
    local, _, domain = mail.strip().casefold().partition("@")
    local = local.partition("+")[0]
    if not local or not domain or _BETWEEN_WORDS.split(local, 1)[0] in _OFFICE:
        return ""
    if domain in ("gmail.com", "googlemail.com"):
        return local.replace(".", "") + "@gmail.com"
    return f"{local}@{domain}"


def profile(address: str) -> str:
    """The public name of a LinkedIn profile; empty for a search service's own numbers."""
    _, found, rest = address.partition("/in/")
    slug = normalize("NFC", unquote(re.split(r"[/?#]", rest)[0])).casefold() if found else ""
    return "" if slug.startswith(("acoaa", "acwaa", "aemaa")) else slug


def same_place(one: EmployerFacts | PersonFacts, other: EmployerFacts | PersonFacts) -> bool | None:
    """Whether two records lie in one town; None where one of them does not say."""
    if same_country(one.country, other.country) is False:
        return False
    if _same_region(one.region, other.region) is False:
        return False
    return same_city(one.city, other.city)


def same_country(one: str, other: str) -> bool | None:
    if not one or not other:
        return None
    return (country_called(one) or fold(one)) == (country_called(other) or fold(other))


def _same_region(one: str, other: str) -> bool | None:
    if not one or not other:
        return None
    if fold(one) == fold(other):
        return True
    first, second = set(regions_called(one)), set(regions_called(other))
    return None if not first or not second else not first.isdisjoint(second)


def same_city(one: str, other: str) -> bool | None:
    """Whether two names are one city's: also "Köln" and "Cologne", "Frankfurt" and "… am Main"."""
    first, second = _AREA.sub(" ", spelling(one)).split(), _AREA.sub(" ", spelling(other)).split()
    if not first or not second:
        return None
    size = min(len(first), len(second))
    if first[:size] == second[:size] or written_out(one) == written_out(other):
        return True
    return not set(cities_called(one)).isdisjoint(cities_called(other))
