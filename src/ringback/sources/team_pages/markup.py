"""People that a page marks up as such: JSON-LD, microdata, h-card and hCard."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode

from ringback.sources.team_pages.contacts import (
    decode_cloudflare,
    mail_of_href,
    mails_in,
    phone_of_href,
)
from ringback.sources.team_pages.person_names import look_at_name

_MOST_PEOPLE = 2_000
_MOST_DEPTH = 30
_MOST_AROUND = 2
_HIGHEST = 60
_LONGEST = 300
# Under these keys a Person is staff; under others (author, review, alumni …) somebody else.
_STAFF_KEYS = frozenset(
    "@graph itemListElement item employee employees founder founders member members mainEntity "
    "hasPart department subOrganization contactPoint about organization worksFor memberOf".split()
)
_SAYS_STAFF = frozenset(
    ["employee", "employees", "founder", "founders", "member", "members", "contactPoint"]
)
_NOT_READ = frozenset(
    "Article BlogPosting NewsArticle Review Product Recipe Book Movie CreativeWork Event Comment "
    "ScholarlyArticle Quotation VideoObject PodcastEpisode MusicRecording JobPosting Course "
    "Blog".split()
)
_OTHERS = frozenset(["author", "creator", "editor", "reviewer", "review", "comment"])
_MARKED = 'script[type*="ld+json" i], [itemtype*="/Person" i], .h-card, .vcard'
_BYLINE = re.compile(
    r"(?:^|[ _-])(?:author|byline|comment|entry-meta|post-meta|h-entry|hentry|review|testimonial|"
    r"p-author|h-cite|h-review)(?=$|[ _-])"
)
_LINKEDIN = re.compile(r"linkedin\.com/(?:in|pub)/", re.IGNORECASE)
_COMMENT = re.compile(r"^\s*(?:/\*.*?\*/|<!--|//\s*<!\[CDATA\[)|(?:-->|//\s*\]\]>)\s*$", re.DOTALL)
_TRAILING_COMMA = re.compile(r",\s*([\]}])")


@dataclass(frozen=True, slots=True)
class MarkedPerson:
    """A person as markup gives them.

    ``surely`` where it says that they work there, ``printed`` where it marks what the page shows.
    """

    name: str
    title: str = ""
    mail: str = ""
    phone: str = ""
    linkedin: str = ""
    surely: bool = False
    printed: bool = False


def marked_people(tree: LexborHTMLParser) -> list[MarkedPerson]:
    """Everybody whom the page marks up as a person at the organisation, in page order."""
    found: list[MarkedPerson] = []
    cards: set[int] = set()
    for node in tree.css(_MARKED)[:_MOST_PEOPLE]:
        if node.tag == "script":
            found.extend(_json_ld(node.text()))
        elif not (_is_byline(node) or _is_within(node, cards)):
            cards.add(node.mem_id)
            read = _microdata if "itemtype" in node.attributes else _microformat
            found.append(read(node))
    return [p for p in found if look_at_name(p.name) is not None][:_MOST_PEOPLE]


def _json_ld(script: str) -> Iterator[MarkedPerson]:
    if "Person" not in script:
        return
    todo: list[tuple[object, str, str, int]] = [(script_json(script), "", "", 0)]
    count = 0
    while todo and count < _MOST_PEOPLE * 10:
        count += 1
        value, key, role, depth = todo.pop()
        if depth > _MOST_DEPTH:
            continue
        if isinstance(value, list):
            todo.extend((v, key, role, depth + 1) for v in reversed(value))
            continue
        if not isinstance(value, dict):
            continue
        kinds = _kinds(value)
        if kinds & _NOT_READ:
            continue
        if "Person" in kinds and not kinds & {"Organization"}:
            yield _person(value, key, role)
            continue
        inner = _text(value.get("roleName")) if "roleName" in value else ""
        todo.extend(
            (v, k if k in _SAYS_STAFF else key, inner or role, depth + 1)
            for k, v in reversed(list(value.items()))
            if k in _STAFF_KEYS
        )


def script_json(text: str) -> object:
    """The JSON of a script; comments around it and trailing commas are forgiven."""
    cleaned = _COMMENT.sub("", text.strip()).strip().rstrip(";")
    for attempt in (cleaned, _TRAILING_COMMA.sub(r"\1", cleaned)):
        try:
            loaded: object = json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
        return loaded
    return None


def _kinds(value: dict[str, object]) -> set[str]:
    kind = value.get("@type")
    names = kind if isinstance(kind, list) else [kind]
    return {str(n).rpartition("/")[2] for n in names}


def _text(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(t for v in value[:4] if (t := _text(v)))
    if isinstance(value, dict):
        return _text(value.get("name") or value.get("@value") or value.get("roleName"))
    return " ".join(value[:_LONGEST].split()) if isinstance(value, str) else ""


def _person(value: dict[str, object], key: str, role: str) -> MarkedPerson:
    given, family = _text(value.get("givenName")), _text(value.get("familyName"))
    name = _text(value.get("name")) or f"{given} {family}".strip()
    title = _text(value.get("jobTitle")) or role or _text(value.get("hasOccupation"))
    same = value.get("sameAs") or value.get("url")
    links = same if isinstance(same, list) else [same]
    linkedin = next(
        (link for link in links if isinstance(link, str) and _LINKEDIN.search(link)), ""
    )
    mail = _text(value.get("email"))
    return MarkedPerson(
        name=name,
        title=title,
        mail=mail_of_href(mail if ":" in mail else f"mailto:{mail}"),
        phone=phone_of_href(f"tel:{_text(value.get('telephone'))}"),
        linkedin=linkedin,
        surely=bool(title) or key in _SAYS_STAFF,
    )


def _microdata(node: LexborNode) -> MarkedPerson:
    name = _prop(node, "name") or f"{_prop(node, 'givenName')} {_prop(node, 'familyName')}"
    return MarkedPerson(
        name=name.strip(),
        title=_prop(node, "jobTitle"),
        mail=_mail(node.css_first('[itemprop~="email"]')),
        phone=_phone(node.css_first('[itemprop~="telephone"]')),
        linkedin=_linkedin(node),
        surely=True,
        printed=True,
    )


def _microformat(node: LexborNode) -> MarkedPerson:
    new = "h-card" in (node.attributes.get("class") or "").split()
    name = node.css_first(".p-name" if new else ".fn")
    given = node.css_first(".p-given-name, .given-name")
    family = node.css_first(".p-family-name, .family-name")
    if name is not None:
        text = _words(name)
    elif given is not None and family is not None:
        text = f"{_words(given)} {_words(family)}"
    else:
        text = _words(node) if new and node.tag in ("a", "span", "img") else ""
    title = node.css_first(".p-job-title, .p-role" if new else ".title, .role")
    return MarkedPerson(
        name=text,
        title=_words(title) if title is not None else "",
        mail=_mail(node.css_first(".u-email, .email")),
        phone=_phone(node.css_first(".p-tel, .tel")),
        linkedin=_linkedin(node),
        surely=title is not None,
        printed=True,
    )


def _is_byline(node: LexborNode) -> bool:
    """Whether a card stands for an author, a commenter or a reviewer."""
    above: LexborNode | None = node
    for _ in range(4):
        if above is None or above.tag in ("body", "main"):
            return False
        if _BYLINE.search((above.attributes.get("class") or "").lower()):
            return True
        if (above.attributes.get("itemprop") or "") in _OTHERS:
            return True
        above = above.parent
    return False


def _is_within(node: LexborNode, cards: set[int]) -> bool:
    """Whether a card lies in more than two others: the markup of no organisation is like that."""
    above, count = node.parent, 0
    for _ in range(_HIGHEST):
        if above is None or count > _MOST_AROUND:
            break
        count += above.mem_id in cards
        above = above.parent
    return count > _MOST_AROUND


def _words(node: LexborNode) -> str:
    return " ".join(node.text(separator=" ").split())[:_LONGEST]


def _prop(node: LexborNode, name: str) -> str:
    found = node.css_first(f'[itemprop~="{name}"]')
    if found is None:
        return ""
    content = (found.attributes.get("content") or "")[:_LONGEST]
    return " ".join(content.split()) or _words(found)


def _mail(node: LexborNode | None) -> str:
    if node is None:
        return ""
    if code := node.attributes.get("data-cfemail"):
        return decode_cloudflare(code)
    printed = mails_in(_words(node) or node.attributes.get("content") or "")
    return printed[0] if printed else mail_of_href(node.attributes.get("href") or "")


def _phone(node: LexborNode | None) -> str:
    if node is None:
        return ""
    text = _words(node) or node.attributes.get("content") or ""
    return phone_of_href(f"tel:{text}") or phone_of_href(node.attributes.get("href") or "")


def _linkedin(node: LexborNode) -> str:
    found = node.css_first('a[href*="linkedin.com/in/"]')
    return (found.attributes.get("href") or "") if found is not None else ""
