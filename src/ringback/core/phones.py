"""Phone numbers: read as people and files write them, kept as E.164, shown as they are dialled."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

import phonenumbers
from phonenumbers import NumberParseException, PhoneNumber, PhoneNumberFormat, ValidationResult

# Words for an extension, in the languages whose files are read; each stands before its digits.
_EXTENSION = re.compile(
    r"""(?:^|(?<=[\d\s).,;:/(\[-]))
    (?: ;?\s*ext\s*= | ext(?:n|ension)?\.? | ex\. | x\.? | xt\.? | ext[eé]nsi[oó]n
      | durchwahl | dw\.? | apparat | app\.? | nebenstelle | nst\.? | hausruf
      | poste | interne | int(?:erno|\.) | anexo | ramal | extens[aã]o
      | toestel | tst\.? | anknytning | ankn\.? | lokal(?:nummer)?\.? | linja | alanumero
      | wewn(?:[eę]trzny|\.)? | kl(?:apka|\.) | linka | dahili | mell[eé]k | m[eě]ll\.?
      | вн(?:утренний)?\.? | доб(?:авочный)?\.? | εσωτ(?:ερικό|\.)? | שלוחה | تحويلة
      | 内線 | 内线 | 內線 | 分机 | 分機 | 转 | 轉 | 내선 | \# | ,{1,3} )
    \s*[.:=\-]?\s* (?:n[o°º]\.?|nr\.?|no\.?)? \s*
    (?P<digits>\d{1,9}) \s*[)\]]?\s*$""",
    re.VERBOSE | re.IGNORECASE,
)
# What stands between several numbers in one cell: always, or where each part is a number.
_BETWEEN = re.compile(r"\s*(?:\n|\r|:::|\||;(?!\s*(?:ext|phone-context)\s*=))\s*", re.IGNORECASE)
_PERHAPS_BETWEEN = (
    re.compile(r"\s*(?:,|&|\b(?:or|and|oder|und|ou|et|o|y|e|of|en|eller|och|og|lub|i)\b)\s*"),
    re.compile(r"\s*/\s*"),
)
_OR_ANOTHER_ENDING = re.compile(r"\s*/\s*-\s*\d{1,5}\b.*$")
_LABEL = re.compile(r"^[^\d+(]*?[^\W\d_][^\d+(]*?[:.\s]\s*(?=[+(\d])")
_DATE = re.compile(
    r"(?:19|20)\d\d([-/.])(?:0?[1-9]|1[0-2])\1(?:0?[1-9]|[12]\d|3[01])(?:[T ]\d\d:.*)?"
    r"|(?:0?[1-9]|[12]\d|3[01])([-/.])(?:0?[1-9]|[12]\d|3[01])\2(?:19|20)\d\d"
)
_SHORTENED = re.compile(r"(?P<head>\d)[.,]?(?P<tail>\d*)E\+?(?P<power>\d{1,2})", re.IGNORECASE)
_FRACTION = re.compile(r"\+?\d{5,}\.0")
_WITH_CODE = re.compile(r"(?P<code>[1-9]\d{0,2})[-.\s](?P<rest>[\d(][\d\s().-]*)")
# Two shapes that fill whole columns, and need no second look.
_NORTH_AMERICAN = re.compile(
    r"'?(?P<code>\+1[-. ]?|1-)?\(?(?P<area>[2-9]\d\d)(?:\) ?|[-. ]?)(?P<rest>\d{3}[-. ]?\d{4})",
    re.ASCII,
)
_NORTH_AMERICAN_ABROAD = re.compile(r"1-\d{3}-\d{3}-\d{4}", re.ASCII)
_HYPHENS_ONLY = re.compile(r"\d{1,3}(?:-\d+)+", re.ASCII)
_WITH_PLUS = re.compile(r"'?(\+[1-9][\d ().-]{6,20})", re.ASCII)
_ONLY_DIGITS = re.compile(r"[\d ()./+-]+", re.ASCII)
# Between digits or signs; beside another letter it is part of a word.
_LETTER_O = re.compile(r"(?<![^\W\d_])[oO]+(?![^\W\d_])")
_QUOTES = "'’‘`´\"“”= "
_DASHES = re.compile(r"[\u2010-\u2015\u2212\uFE63\u30FC]")

LETTER_O = "The letter O stands where a zero is meant."
NO_AREA_CODE = "This number has no area code."

# Longer than any cell that holds a few numbers with their labels.
LONGEST = 400
# Fewer digits than this are only a number where the ranges of the country say so.
SHORT = 7

_TROUBLES = {
    ValidationResult.TOO_SHORT: "has too few digits",
    ValidationResult.TOO_LONG: "has too many digits",
    ValidationResult.INVALID_LENGTH: "has a number of digits that no number there has",
    ValidationResult.IS_POSSIBLE_LOCAL_ONLY: "has no area code",
    ValidationResult.INVALID_COUNTRY_CODE: "begins with a country code that does not exist",
}


@dataclass(frozen=True, slots=True)
class Phone:
    """A number that can be dialled: E.164, and the extension to ask for or key in after it."""

    e164: str
    extension: str = ""


@dataclass(frozen=True, slots=True)
class NotAPhone:
    """A text that is no number to dial, and why in one sentence."""

    text: str
    reason: str


def read_phone(text: str, country: str) -> Phone | NotAPhone:
    """The number that a text means when written in a country (ISO 3166-1 alpha-2, or empty).

    The country only matters for numbers without their country code. A number counts as good when
    its length is right there: ranges come into use faster than tables of them, and those kept for
    fiction (555-01xx) are numbers as well. Of several numbers the first is given.
    """
    return read_phones(text, country)[0]


def read_phones(text: str, country: str) -> tuple[Phone | NotAPhone, ...]:
    """Every number of a cell, in order and once; one `NotAPhone` where there is none."""
    if len(text) > LONGEST:
        return (NotAPhone(text[:LONGEST], "This is too long to be a phone number."),)
    region = _region(country)
    # Nothing in a plain shape can stand between two numbers.
    quick = _quick(text, region)
    return (quick,) if quick is not None else _numbers(text, region)


@lru_cache(maxsize=16384)
def display(e164: str, country: str) -> str:
    """A number as it is dialled from a country: the national way there, else with country code."""
    number = _parsed(e164, "")
    if number is None:
        return e164
    here = phonenumbers.country_code_for_region(_region(country))
    same = number.country_code == here
    form = PhoneNumberFormat.NATIONAL if same else PhoneNumberFormat.INTERNATIONAL
    return phonenumbers.format_number(number, form)


def tel_uri(e164: str, extension: str = "") -> str:
    """The address of a number that a phone dials when it is opened (RFC 3966)."""
    return f"tel:{e164};ext={extension}" if extension else f"tel:{e164}"


def country_of(e164: str) -> str:
    """The country (ISO 3166-1 alpha-2) whose number it is; empty where several could be meant."""
    number = _parsed(e164, "")
    if number is None:
        return ""
    found = phonenumbers.region_code_for_number(number)
    if not found:
        sharing = phonenumbers.region_codes_for_country_code(number.country_code or 0)
        found = sharing[0] if len(sharing) == 1 else ""
    return found if found.isalpha() else ""


@lru_cache(maxsize=16384)
def _numbers(text: str, region: str) -> tuple[Phone | NotAPhone, ...]:
    parts = [part for part in _BETWEEN.split(text) if part.strip(_QUOTES)]
    found = [one for part in parts for one in _each(part, region, _PERHAPS_BETWEEN)]
    good = tuple(one for one in dict.fromkeys(found) if isinstance(one, Phone))
    return good or tuple(found[:1]) or (NotAPhone(text, "There is no number here."),)


def _each(part: str, region: str, between: tuple[re.Pattern[str], ...]) -> list[Phone | NotAPhone]:
    """One number, or several if what may stand between them leaves numbers only."""
    if between:
        pieces = [piece for piece in between[0].split(part) if piece.strip()]
        if len(pieces) > 1 and all(sum(c.isdigit() for c in piece) >= SHORT for piece in pieces):
            several = [one for piece in pieces for one in _each(piece, region, between[1:])]
            if all(isinstance(one, Phone) for one in several):
                return several
        return _each(part, region, between[1:])
    return [_read(part, region)]


def _read(text: str, region: str) -> Phone | NotAPhone:
    quick = _quick(text, region)
    if quick is not None:
        return quick
    plain = text.strip() if _ONLY_DIGITS.fullmatch(text) else _plain(text)
    trouble = _no_number(plain)
    if trouble:
        return NotAPhone(text, trouble)
    digits, extension = _unshortened(plain), ""
    if not _ONLY_DIGITS.fullmatch(digits):
        digits, extension = _without_extension(digits)
    number = _number(_OR_ANOTHER_ENDING.sub("", digits), region)
    if number is None:
        zeros = _LETTER_O.sub(lambda found: "0" * len(found[0]), digits)
        if zeros != digits and _number(zeros, region) is not None:
            return NotAPhone(text, LETTER_O)
        return NotAPhone(text, _why_not(digits, region))
    return Phone(_e164(number), extension or number.extension or "")


def _quick(text: str, region: str) -> Phone | None:
    """The number of a text in one of two plain shapes: the same that a closer look gives."""
    found = _NORTH_AMERICAN.fullmatch(text)
    if found:
        abroad = found["code"] == "1-" and text.count("-") == 3
        plus = found["code"] and found["code"].startswith("+")
        if plus or abroad or phonenumbers.country_code_for_region(region) == 1:
            return Phone("+1" + found["area"] + re.sub(r"\D", "", found["rest"]))
    found = _WITH_PLUS.fullmatch(text)
    number = _parsed(found[1], "") if found else None
    return Phone(_e164(number)) if number is not None else None


def _e164(number: PhoneNumber) -> str:
    return phonenumbers.format_number(number, PhoneNumberFormat.E164)


def _plain(text: str) -> str:
    """The text with plain digits, hyphens and spaces, and without what spreadsheets add."""
    wide = unicodedata.normalize("NFKC", text)
    narrow = "".join(
        str(unicodedata.decimal(c)) if c.isdecimal() else " " if c.isspace() else c
        for c in wide
        if unicodedata.category(c) != "Cf"
    )
    return _DASHES.sub("-", narrow).strip(_QUOTES)


def _no_number(plain: str) -> str:
    if "@" in plain:
        return "This is a mail address, not a phone number."
    if "://" in plain or plain.casefold().startswith("www."):
        return "This is a web address, not a phone number."
    if _DATE.fullmatch(plain):
        return "This is a date, not a phone number."
    if not any(c.isdigit() for c in plain):
        return "There is no number here."
    shortened = _SHORTENED.fullmatch(plain)
    if shortened and len(shortened["tail"]) < int(shortened["power"]):
        return "A spreadsheet has cut digits off this number; take it from the source again."
    return ""


def _unshortened(plain: str) -> str:
    """A number as it was before a spreadsheet gave it an exponent or a fraction."""
    shortened = _SHORTENED.fullmatch(plain)
    if shortened:
        return shortened["head"] + shortened["tail"]
    return plain.removesuffix(".0") if _FRACTION.fullmatch(plain) else plain


def _without_extension(plain: str) -> tuple[str, str]:
    text = re.sub(r"^tel(?:efon|ephone|éfono|\.)?\s*:?\s*", "", plain, flags=re.IGNORECASE)
    text, _, context = text.partition(";phone-context=")
    if context.startswith("+"):
        text = context + text
    found = _EXTENSION.search(text)
    # Five digits before it at least: "x12" in "1-800-x12-3456" is part of the number.
    if found and sum(c.isalnum() for c in text[: found.start()]) >= 5:
        return text[: found.start()].rstrip(" ,;:.-(["), found["digits"]
    return text, ""


def _number(text: str, region: str) -> PhoneNumber | None:
    bare = _LABEL.sub("", text)
    before_letters, *letters = re.split(r"[^\W\d_]", bare, maxsplit=1)
    found = _good(before_letters, region)
    if found is not None or not letters:
        return found
    if sum(c.isalpha() for c in bare) < 3:
        # A letter O among digits is a slip, not a key.
        return None
    keyed = phonenumbers.convert_alpha_characters_in_number(bare)
    # Words may be longer than a number: what comes after its last digit is not dialled.
    shorter = (_good(keyed[: len(keyed) - spare], region) for spare in range(4))
    return next((number for number in shorter if number is not None), None)


def _good(text: str, region: str) -> PhoneNumber | None:
    """The number of a text if its length is right: at home, or abroad where that is likelier."""
    text = text.strip()
    abroad = None if text.startswith("+") else _abroad(text)
    home = _parsed(text, region)
    if abroad is None or home is None:
        return home or abroad
    if _NORTH_AMERICAN_ABROAD.fullmatch(text):
        return abroad
    as_at_home = home.country_code == 1 and _NORTH_AMERICAN.fullmatch(text)
    if as_at_home or not phonenumbers.is_valid_number(abroad):
        return home
    # Where numbers at home begin with 0, hyphens alone after a country code are a file's own way.
    plan = phonenumbers.PhoneMetadata.metadata_for_region(region)
    begins = plan.national_prefix if plan else ""
    foreign = begins == "0" and not text.startswith("0") and _HYPHENS_ONLY.fullmatch(text)
    return abroad if foreign or not phonenumbers.is_valid_number(home) else home


def _abroad(text: str) -> PhoneNumber | None:
    """The number of a text that has its country code but no plus: 49-89-…, 0049 89 …, 011 49 …"""
    for prefix in ("00", "011"):
        if text.startswith(prefix):
            return _parsed("+" + text.removeprefix(prefix).lstrip(" -"), "")
    found = _WITH_CODE.fullmatch(text)
    number = _parsed("+" + text, "") if found else None
    if number is not None and found is not None and str(number.country_code) == found["code"]:
        return number
    return None


def _parsed(text: str, region: str) -> PhoneNumber | None:
    try:
        number = phonenumbers.parse(text, region or None)
    except NumberParseException:
        return None
    number = _mexican(number)
    possible = phonenumbers.is_possible_number_with_reason(number) == ValidationResult.IS_POSSIBLE
    if len(str(number.national_number)) < SHORT:
        possible = phonenumbers.is_valid_number(number)
    return number if possible else None


def _mexican(number: PhoneNumber) -> PhoneNumber:
    """Without the 1 that was dialled before mobile numbers in Mexico until 2019."""
    national = str(number.national_number)
    if number.country_code == 52 and len(national) == 11 and national.startswith("1"):
        return PhoneNumber(country_code=52, national_number=int(national[1:]))
    return number


def _why_not(text: str, region: str) -> str:
    if not region and not text.startswith("+"):
        return "It is not said in which country this number is; write it with + and country code."
    try:
        number = phonenumbers.parse(text, region or None)
    except NumberParseException as trouble:
        if trouble.error_type == NumberParseException.INVALID_COUNTRY_CODE:
            return "This number begins with a country code that does not exist."
        if trouble.error_type == NumberParseException.TOO_LONG:
            return "This number has too many digits."
        return "This is not a phone number."
    trouble_found = _TROUBLES.get(phonenumbers.is_possible_number_with_reason(number))
    return f"This number {trouble_found}." if trouble_found else "This is not a phone number."


def _region(country: str) -> str:
    code = country.strip().upper()
    code = "GB" if code == "UK" else code
    return code if code in phonenumbers.SUPPORTED_REGIONS else ""
