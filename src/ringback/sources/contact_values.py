"""What single cells of a list of people say: a size, a D-U-N-S number, a site, numbers, a bar."""

import re
from urllib.parse import urlsplit

from ringback.core.people import RouteKind
from ringback.sources.cells import MAIL, is_mark, is_url, is_yes, plain
from ringback.sources.numbers import numbers_in_cell
from ringback.sources.words import listed, texts

_LONGEST = 400
_DUNS_DIGITS = 9
_NOTHING = frozenset(listed(texts("cells")["nothing"])) | {
    "not available", "not found", "null", "undefined", "(blank)",
}  # fmt: skip
_LONGEST_NOTHING = max(map(len, _NOTHING))
_BETWEEN = re.compile(r"\s*(?::::|[\n;|])\s*")
_BARE_MAIL = re.compile(
    r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){0,4}\.[a-zA-Z]{2,62}", re.ASCII
)
_BARE_NUMBER = re.compile(r"(?=(?:\D*\d){7})\+?\(?\d[\d ().\-]{5,24}", re.ASCII)
_COUNT = re.compile(r"\d{1,3}(?:[,.' \u00a0]\d{3})+|\d+")
_DIGITS = re.compile(r"\d+")
_NO_DIGITS = re.compile(r"\D+")
_SCIENTIFIC = re.compile(r"\d(?:[.,]\d+)?E\+?\d{1,2}", re.IGNORECASE)
_IS_A_COUNT = re.compile(
    r"[<>~]?\s*(?:\d[\d,.' \u00a0]*)(?:\s*(?:\+|[-\u2013]\s*\d[\d,.' \u00a0]*|to \d[\d,.']*))?\+?"
    r"(?:\s*(?:employees|staff|people))?",
    re.IGNORECASE,
)
_OWN_PHONE = re.compile(
    r"\b(?:mobile?|cell(?:ular)?|iphone|handy|mobil|portable|m[oó]vil|home|privat|domicile|casa)\b"
)
_NO_VOICE = re.compile(r"fax|\b(?:pager|telex|modem|bipeur)\b")
_MAIN = re.compile(r"\b(?:main|zentrale|switchboard|standard|centralita|reception|hq|company)\b")
_MOST_STAFF = 10_000_000
_MAY_BE_USED = re.compile(
    r"(?:has )?not opted[ -]out\b.*|no(?:t|ne)?\b.{0,20}\brestrict.*|unrestricted|allowed|permitted"
    r"|opted[ -]in\b.*|0"
)
_PRIVATE_MAIL = frozenset(
    "gmail googlemail outlook hotmail live msn yahoo ymail aol icloud me mac gmx web t-online "
    "proton protonmail pm mail yandex qq 163 126 zoho fastmail orange free laposte libero".split()
)


def nothing(text: str) -> bool:
    """Whether a plain text says "nothing here", in the ways of the services too."""
    return not text or (len(text) <= _LONGEST_NOTHING and text.casefold() in _NOTHING)


def size_of(text: str) -> int:
    """How many people work there; 0 where that cannot be told.

    Of a range its middle, of "1000+" and "< 5" the number itself, "1.2E3" as a spreadsheet
    shortened it.
    """
    short = text[:_LONGEST].strip()
    if _SCIENTIFIC.fullmatch(short):
        return _bounded(int(float(short.replace(",", "."))))
    if not _IS_A_COUNT.fullmatch(short):
        return 0
    found = [int(re.sub(r"\D", "", match)[:12]) for match in _COUNT.findall(short)]
    return _bounded(sum(found) // len(found)) if found else 0


def _bounded(count: int) -> int:
    return count if count <= _MOST_STAFF else 0


def duns_of(text: str) -> str:
    """Nine digits, with the leading zeros that a spreadsheet may have taken; else empty."""
    digits = text.replace("-", "").replace(" ", "").removesuffix(".0")
    if not digits.isascii() or not digits.isdigit() or len(digits) > _DUNS_DIGITS:
        return ""
    return digits.zfill(_DUNS_DIGITS) if int(digits) else ""


def domain_of(site: str) -> str:
    """The host of a site, without "www."; empty where the text is no site."""
    text = site[:_LONGEST]
    if not is_url(text):
        return ""
    try:
        host = urlsplit(text if "//" in text else f"//{text}").hostname
    except ValueError:
        return ""
    return (host or "").removeprefix("www.")


def domain_of_mail(mail: str) -> str:
    """The domain of an employer's mail address; empty for one that anybody can have."""
    domain = mail.rpartition("@")[2].casefold()
    return "" if _PRIVATE_MAIL & set(domain.split(".")[:-1]) else domain


def is_bare_number(text: str) -> bool:
    """Whether a plain text is one number and nothing beside."""
    return _BARE_NUMBER.fullmatch(text) is not None


def numbers_of(text: str) -> list[tuple[str, str]]:
    """Every number in a cell that is meant for them, with its extension, as it is written."""
    if _BARE_NUMBER.fullmatch(text):
        return [(text, "")]
    found: list[tuple[str, str]] = []
    for piece in _BETWEEN.split(text[:_LONGEST]):
        bare = plain(piece)
        if _BARE_NUMBER.fullmatch(bare):
            found.append((bare, ""))
        else:
            found += [(number.value, number.extension) for number in numbers_in_cell(bare)]
    return found


def kind_by_label(label: str) -> RouteKind | None:
    """What an address book's label says of a number; None for one that nobody speaks on.

    A home number counts as mobile: it is the person's own, and called last.
    """
    text = label[:_LONGEST].casefold()
    if _NO_VOICE.search(text):
        return None
    if _OWN_PHONE.search(text):
        return RouteKind.MOBILE
    return RouteKind.SWITCHBOARD if _MAIN.search(text) else RouteKind.DIRECT


def mails_of(text: str) -> list[str]:
    """Every mail address in a cell."""
    if _BARE_MAIL.fullmatch(text):
        return [text]
    return [mail.removeprefix("mailto:").rstrip(".") for mail in MAIL.findall(text[:_LONGEST])]


def digits_of(number: str) -> str:
    """What two ways of writing one number have in common: its last ten digits."""
    end = number[-10:]
    return end if len(end) == 10 and _DIGITS.fullmatch(end) else _NO_DIGITS.sub("", number)[-10:]


def bar_in(heading: str, text: str, words: str = "") -> str:
    """Why a route may not be used, in words; empty where the flag says that it may.

    A flag that is merely set is told by ``words``, or by its own heading.
    """
    if nothing(text):
        return ""
    if is_yes(text) or text == "1":
        return words or heading
    if is_mark(text) or _MAY_BE_USED.fullmatch(text.casefold()[:_LONGEST]):
        return ""
    return f"{heading}: {text}"
