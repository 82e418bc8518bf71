"""Mail addresses, phone numbers and LinkedIn addresses as pages write and hide them."""

import re
from typing import NamedTuple
from urllib.parse import unquote


class Contact(NamedTuple):
    """A way to reach somebody: ``kind`` is mail, phone or linkedin; ``line`` where it stands."""

    kind: str
    value: str
    line: int
    element: int
    extension: str = ""


_MAIL = re.compile(
    r"[\w.+%'’&-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){0,6}\.[a-z]{2,24}(?![\w@])", re.IGNORECASE
)
# "name [at] site (dot) example" in the words that pages use.
_AT_WORDS = r"(?:at|@|ät|bei|arroba|chiocciola|собака)"
_AT = (
    rf"\s*(?:\[\s*{_AT_WORDS}\s*\]|\(\s*{_AT_WORDS}\s*\)|\{{\s*{_AT_WORDS}\s*\}}|"
    r"<\s*at\s*>|_at_|-at-|&#64;|＠)\s*"
)
_DOT_WORDS = r"(?:dot|\.|punkt|punto|point|ponto)"
_DOT = rf"\s*(?:\[\s*{_DOT_WORDS}\s*\]|\(\s*{_DOT_WORDS}\s*\)|\{{\s*{_DOT_WORDS}\s*\}}|_dot_)\s*"
_HIDDEN_AT = re.compile(_AT, re.IGNORECASE)
_HIDDEN_DOT = re.compile(_DOT, re.IGNORECASE)
_BEHIND_MAIL = re.compile("[?,;]")
_SPELT = re.compile(
    r"([\w.+-]+)\s+(?:at|AT|ät)\s+([\w-]+(?:(?:\s*\.\s*|\s+(?:dot|DOT|punkt)\s+)[\w-]+)+)"
)
_SPELT_DOT = re.compile(r"\s*\.\s*|\s+(?:dot|punkt)\s+", re.IGNORECASE)
_LOOKS_HIDDEN = re.compile(
    r"@|＠|[\[({<_-]\s*(?:at|ät|bei|arroba|chiocciola|собака)\s*[\])}>_-]|\s(?:at|ät)\s",
    re.IGNORECASE,
)
_EXTENSION = (
    r"(?:\s*(?:,|;)?\s*\(?(?:ext(?:ension|n)?|x|durchwahl|dw|int(?:erno)?|lokal|klapka|poste|"
    r"anknytning|toestel|lokalnr|ramal|anexo|wew|вн|доб)\b\.?\s*[:#]?\s*(?P<ext>\d{1,6})\)?)?"
)
_PHONE = re.compile(
    r"(?<![\w.,/@-])"
    r"(?P<number>(?:\+ ?|00|\()?\d(?:[ \u00a0().\u2010-\u2015/·-]{0,3}\d){5,16})"
    r"(?![\w@])" + _EXTENSION,
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d\D{0,4}\d\D{0,4}\d\D{0,4}\d")
_PHONE_LABEL = re.compile(
    r"(?:tel|phone|fon|mob|cell|direct|durchwahl|handy|télé|gsm|móvil|movil|celular|cel\b|tlf|puh|"
    r"whatsapp|call|office|"
    r"тел|моб|κιν|τηλ|電話|电话|電話|전화|هاتف|טלפון|nr\b|numer|číslo|m:|t:|p:|d:|✆|☎|📞|📱)[^\d+]{0,24}$",
    re.IGNORECASE,
)
_FAX = re.compile(r"(?:fax|faks|факс|φαξ|ファックス|传真|팩스)[^\d+]{0,16}$", re.IGNORECASE)
_DATE = re.compile(
    r"(?<!\d)(?:\d{1,2}[./-]\d{1,2}[./-](?:19|20)?\d\d|(?:19|20)\d\d[./-]\d{1,2}[./-]\d{1,2}|"
    r"(?:19|20)\d\d\s*[-–—/]\s*(?:19|20)\d\d)(?!\d)"
)
_LINKEDIN = re.compile(
    r"^(?:https?:)?//(?:[\w-]+\.)?linkedin\.com/(?:in|pub)/[^\s/?#\"']+", re.IGNORECASE
)


def contact_of_link(href: str, text: str, line: int, element: int) -> Contact | None:
    """The contact that a link leads to; a printed address or number goes before the hidden one."""
    low = href[:60].lower()
    if low.startswith("mailto:") or "/cdn-cgi/l/email-protection#" in low:
        hidden = (
            decode_cloudflare(href.partition("#")[2]) if "cdn-cgi" in low else mail_of_href(href)
        )
        printed = mails_in(text)
        value = printed[0] if printed else hidden
        return Contact("mail", value, line, element) if value else None
    if low.startswith(("tel:", "callto:", "skype:+")):
        number = phone_of_href(href)
        for value, extension in phones_in(text, labelled=True):
            return Contact("phone", value, line, element, extension)
        return Contact("phone", number, line, element) if number else None
    if "linkedin.com/" in low and (found := _LINKEDIN.match(href.strip())):
        address = found.group(0)
        return Contact(
            "linkedin", f"https:{address}" if address.startswith("//") else address, line, element
        )
    return None


def mail_of_href(href: str) -> str:
    """The address in a mailto link, with %40 and the like read; empty where there is none."""
    value = _BEHIND_MAIL.split(unquote(href.partition(":")[2]), maxsplit=1)[0].strip("<>/ \t\r\n")
    found = _MAIL.fullmatch(value)
    if found is None:
        found = _MAIL.search(_HIDDEN_DOT.sub(".", _HIDDEN_AT.sub("@", value)))
    return found.group(0) if found else ""


def phone_of_href(href: str) -> str:
    """The number of a tel link as written there, without parameters; empty under five digits."""
    value = unquote(href.partition(":")[2]).split(";")[0].split("?")[0].strip().strip("/")
    return value if 5 <= sum(c.isdigit() for c in value) <= 17 else ""


def decode_cloudflare(code: str) -> str:
    """The address in a ``data-cfemail`` value: hex, each byte XOR the first."""
    try:
        data = bytes.fromhex(code.strip())
    except ValueError:
        return ""
    text = bytes(b ^ data[0] for b in data[1:]).decode("utf-8", "replace") if data else ""
    found = _MAIL.search(text)
    return found.group(0) if found else ""


def mails_in(text: str) -> list[str]:
    """Mail addresses in a text, also "name [at] site (dot) example"; none past 2,000 signs."""
    text = text[:2000]
    if "@" in text and (found := _MAIL.findall(text)):
        return [m.strip("'’.") for m in found]
    if len(text) > 300 or not _LOOKS_HIDDEN.search(text):
        return []
    found = _MAIL.findall(_HIDDEN_DOT.sub(".", _HIDDEN_AT.sub("@", text)))
    if not found and len(text) < 120:
        for name, site in _SPELT.findall(text):
            found.extend(_MAIL.findall(f"{name}@{_SPELT_DOT.sub('.', site)}"))
    return [m.strip("'’.") for m in found]


def phones_in(text: str, *, labelled: bool = False) -> list[tuple[str, str]]:
    """Numbers in a text with their extensions, as written; no fax, no dates or years.

    A number counts where a label stands before it, where it starts like one (+, 0, bracket) or is
    all that the text holds; ``labelled`` says that the place itself is a label.
    """
    if len(text) > 400 or len(text) < 6 or not _DIGITS.search(text):
        return []
    found = []
    for hit in _PHONE.finditer(text):
        number = hit.group("number").strip()
        before = text[max(0, hit.start() - 30) : hit.start()]
        if _FAX.search(before) or _DATE.search(number):
            continue
        alone = len(text) - (hit.end() - hit.start()) <= 4
        if number[0] in "+0(" or labelled or alone or _PHONE_LABEL.search(before):
            if number.count("(") != number.count(")"):
                number = number.strip("()") if number.count("(") > number.count(")") else number
            found.append((number, hit.group("ext") or ""))
    return found
