"""The postings that a page marks up as schema.org JobPosting, in JSON-LD or microdata.

Source: https://schema.org/JobPosting; the properties' shapes vary from site to site, and every one
that schema.org allows is read: text, object, list, reference by ``@id``.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from ringback.core.found import FoundPerson, FoundRoute
from ringback.core.people import RouteKind
from ringback.core.posting import Posting
from ringback.core.titles import is_hr
from ringback.sources.cells import is_shared_box, is_title
from ringback.sources.contact_values import domain_of
from ringback.sources.postings.closing import DayHints, day_of
from ringback.sources.postings.lines import lines_of_html, text_of_lines
from ringback.sources.postings.records import Json, inside, is_yes, long_text, record, records, text
from ringback.sources.team_pages.contacts import mail_of_href, phone_of_href
from ringback.sources.team_pages.markup import script_json

_MOST = 500
_DEEPEST = 30
_PARTS = (
    "description", "responsibilities", "qualifications", "skills", "experienceRequirements",
    "educationRequirements", "jobBenefits", "incentiveCompensation", "workHours",
)  # fmt: skip
_UNITS = {"HOUR": "hour", "DAY": "day", "WEEK": "week", "MONTH": "month", "YEAR": "year"}


def postings_in(tree: LexborHTMLParser, hints: DayHints) -> list[Posting]:
    """Every posting that the page marks up, each once, in page order."""
    found: list[Posting] = []
    for node in tree.css('script[type*="ld+json" i]')[:_MOST]:
        script = node.text()
        if "JobPosting" in script:
            found.extend(postings_of(script_json(script), hints))
    items = tree.css('[itemtype*="schema.org/JobPosting" i]')[:_MOST]
    found.extend(posting_of(_item(node, 0), hints) for node in items)
    return distinct(found)


def distinct(postings: list[Posting]) -> list[Posting]:
    """Postings without those that say the same again; the one that says more is kept."""
    kept: dict[tuple[str, ...], Posting] = {}
    for posting in postings:
        if not posting.title:
            continue
        key = (posting.title.casefold(), posting.place.casefold(), posting.reference or posting.url)
        known = kept.get(key)
        if known is None or len(posting.text) > len(known.text):
            kept[key] = posting
    return list(kept.values())


def postings_of(value: object, hints: DayHints) -> list[Posting]:
    """The postings anywhere in a JSON-LD value; references to other nodes of it are followed."""
    nodes = list(inside(value))
    by_id = {
        str(node["@id"]): node
        for node in nodes
        if isinstance(node.get("@id"), str) and len(node) > 1
    }
    return [posting_of(node, hints, by_id) for node in nodes if "JobPosting" in _kinds(node)]


def posting_of(node: Json, hints: DayHints, by_id: Mapping[str, Json] | None = None) -> Posting:
    """One JobPosting."""
    node = {key: _resolved(value, by_id or {}) for key, value in node.items()}
    organisation = node.get("hiringOrganization")
    place = _place(node)
    posted = day_of(text(node.get("datePosted")), hints)
    closes, closes_on = _closes(text(node.get("validThrough")), hints)
    hints = DayHints(hints.read_on, posted, place.country if len(place.country) == 2 else "")
    parts = (lines_of_html(long_text(node.get(part))) for part in _PARTS)
    people, routes = _contacts(node.get("applicationContact"))
    return replace(
        place,
        title=text(node.get("title") or node.get("name")),
        employer=text(organisation, "name", "legalName"),
        domain=_domain(organisation),
        department=text(node.get("employmentUnit"), "name", "department"),
        closes=closes,
        closes_on=closes_on,
        posted_on=posted,
        people=people,
        routes=(*routes, *_switchboard(organisation)),
        reference=text(node.get("identifier"), "value", "name"),
        salary=_salary(node.get("baseSalary")),
        apply=_apply(node),
        url=_address(node.get("url")),
        text="\n".join(text_of_lines(part) for part in parts if part),
    )


def _closes(said: str, hints: DayHints) -> tuple[str, date | None]:
    """The last day in words and as a day: of a moment the date as it is written."""
    day = day_of(said, hints) if said else None
    return day.isoformat() if day else said, day


def _kinds(node: Json) -> set[str]:
    kind = node.get("@type")
    names = kind if isinstance(kind, list) else [kind]
    return {str(name).rpartition("/")[2].rpartition(":")[2] for name in names}


def _resolved(value: object, by_id: Mapping[str, Json]) -> object:
    if isinstance(value, Mapping) and set(value) == {"@id"}:
        return by_id.get(str(value["@id"]), value)
    if isinstance(value, list):
        return [_resolved(one, by_id) for one in value]
    return value


def _place(node: Json) -> Posting:
    """Where the work is; of several places all are named and the first is told apart."""
    remote = "TELECOMMUTE" in text(node.get("jobLocationType")).upper()
    raw = node.get("jobLocation")
    said = [one for one in (raw if isinstance(raw, list) else [raw]) if one]
    shown = list(dict.fromkeys(filter(None, map(_shown_place, said))))
    first = _address_of(said[0]) if said else {}
    country = text(first.get("addressCountry"), "name", "identifier")
    if not shown and remote:
        where = text(node.get("applicantLocationRequirements"), "name")
        shown = [f"Remote ({where})" if where else "Remote"]
        country = country or where
    return Posting(
        place="; ".join(shown[:6]),
        country=country,
        region=text(first.get("addressRegion"), "name"),
        city=text(first.get("addressLocality"), "name"),
        remote=remote,
    )


def _address_of(place: object) -> Json:
    inner = place.get("address") if isinstance(place, Mapping) else None
    if isinstance(inner, list):
        inner = inner[0] if inner else None
    if isinstance(inner, Mapping):
        return inner
    return place if isinstance(place, Mapping) else {}


def _shown_place(place: object) -> str:
    if isinstance(place, str):
        return text(place)
    address = _address_of(place)
    names = ("addressLocality", "addressRegion", "addressCountry")
    parts = [found for name in names if (found := text(address.get(name), "name"))]
    if parts:
        return ", ".join(dict.fromkeys(parts))
    return text(place, "address") or text(place)


def _domain(organisation: object) -> str:
    for one in records(organisation):
        for name in ("sameAs", "url"):
            links = one.get(name)
            for link in links if isinstance(links, list) else [links]:
                domain = domain_of(text(link))
                if domain and not _is_a_networks(domain):
                    return domain
    return ""


def _is_a_networks(domain: str) -> bool:
    names = (
        "linkedin",
        "facebook",
        "twitter",
        "x",
        "instagram",
        "youtube",
        "xing",
        "glassdoor",
        "wikipedia",
    )
    return any(part in names for part in domain.split(".")[-2:-1])


def _switchboard(organisation: object) -> tuple[FoundRoute, ...]:
    numbers = (phone_of_href(f"tel:{text(one.get('telephone'))}") for one in records(organisation))
    return tuple(FoundRoute(kind=RouteKind.SWITCHBOARD, value=one) for one in numbers if one)


def _contacts(value: object) -> tuple[tuple[FoundPerson, ...], tuple[FoundRoute, ...]]:
    """The people of ``applicationContact``; what has no name belongs to the employer."""
    people: list[FoundPerson] = []
    loose: list[FoundRoute] = []
    for one in records(value):
        name = text(one.get("name")) or text(
            f"{text(one.get('givenName'))} {text(one.get('familyName'))}"
        )
        mail = text(one.get("email"))
        mail = mail_of_href(mail if mail.startswith("mailto:") else f"mailto:{mail}")
        number = phone_of_href(f"tel:{text(one.get('telephone'))}")
        office = not name or is_title(name) or is_hr(name)
        kind = RouteKind.SWITCHBOARD if office else RouteKind.DIRECT
        calls = [FoundRoute(kind=kind, value=number)] if number else []
        mails = [FoundRoute(kind=RouteKind.MAIL, value=mail)] if mail else []
        if office:
            loose.extend((*calls, *mails))
            continue
        own = [one for one in mails if not is_shared_box(one.value)]
        loose.extend(one for one in mails if one not in own)
        kinds = text(one.get("contactType"))
        title = text(one.get("jobTitle")) or (kinds if is_hr(kinds) or is_title(kinds) else "")
        people.append(FoundPerson(name=name, title=title, routes=(*calls, *own)))
    return tuple(people), tuple(loose)


def _salary(value: object) -> str:
    if not isinstance(value, Mapping):
        return text(value)
    inner = value.get("value")
    amount = inner if isinstance(inner, Mapping) else value
    low, high = text(amount.get("minValue")), text(amount.get("maxValue"))
    figure = f"{low} to {high}" if low and high and low != high else low or high
    figure = figure or text(amount.get("value")) or text(inner)
    if not figure:
        return ""
    unit = _UNITS.get(text(amount.get("unitText")).upper(), text(amount.get("unitText")))
    currency = text(value.get("currency"))
    return " ".join(filter(None, (currency, figure, f"a {unit}" if unit else "")))


def _apply(node: Json) -> str:
    action = record(node, "potentialAction")
    target = text(action.get("target"), "urlTemplate", "url")
    if target:
        return f"Apply at {target}"
    return "Apply on the page itself." if is_yes(node.get("directApply")) else ""


def _address(value: object) -> str:
    found = text(value)
    return found if urlsplit(found).scheme in ("http", "https") else ""


def _item(node: LexborNode, depth: int) -> dict[str, object]:
    """A microdata item as JSON-LD would write it (HTML Standard, 5.2)."""
    found: dict[str, object] = {"@type": (node.attributes.get("itemtype") or "").split()[:1]}
    if depth > _DEEPEST:
        return found
    for inner, name in _properties(node):
        scoped = "itemscope" in inner.attributes
        value: object = _item(inner, depth + 1) if scoped else _value(inner, name)
        for one in name.split():
            found.setdefault(one, value)
    return found


def _properties(node: LexborNode) -> Iterator[tuple[LexborNode, str]]:
    """The properties of an item, without those of the items inside it."""
    todo = list(node.iter(include_text=False))[::-1]
    count = 0
    while todo and count < 20_000:
        count += 1
        inner = todo.pop()
        name = inner.attributes.get("itemprop")
        if name:
            yield inner, name
        if "itemscope" not in inner.attributes:
            todo.extend(list(inner.iter(include_text=False))[::-1])


def _value(node: LexborNode, name: str) -> str:
    attributes = node.attributes
    for one in ("content", "datetime"):
        if value := attributes.get(one):
            return value
    if node.tag in ("a", "link") and name in ("url", "sameAs"):
        return attributes.get("href") or ""
    return (node.html or "") if name in _PARTS else node.text(separator=" ")
