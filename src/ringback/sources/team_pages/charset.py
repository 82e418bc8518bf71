"""The text of a page's bytes: by byte order mark, the page's own word, UTF-8, then Windows-1252."""

import codecs
import re

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{2,40})""",
    re.IGNORECASE,
)
# What browsers take these labels for (WHATWG Encoding Standard); pages use the wider code page.
_WIDER = {
    **dict.fromkeys(
        ("iso-8859-1", "latin1", "latin-1", "ascii", "us-ascii", "iso8859-1", "ansi"), "cp1252"
    ),
    **dict.fromkeys(("iso-8859-9", "latin5"), "cp1254"),
    **dict.fromkeys(("gb2312", "gbk", "x-gbk", "gb_2312-80"), "gb18030"),
    **dict.fromkeys(("shift_jis", "shift-jis", "x-sjis", "sjis", "windows-31j"), "cp932"),
    **dict.fromkeys(("euc-kr", "ks_c_5601-1987", "ksc5601", "x-windows-949"), "cp949"),
    **dict.fromkeys(("big5", "x-x-big5"), "big5hkscs"),
    **dict.fromkeys(("iso-8859-8-i", "iso-8859-8"), "cp1255"),
    "tis-620": "cp874",
    "unicode": "utf-8",
}
# Codecs of Python's own, for which letters are letters too.
_NO_CHARSETS = frozenset(
    "unicode-escape raw-unicode-escape idna punycode undefined mbcs oem palmos".split()
)
_HEAD = 4096
_HALVES = re.compile("[\ud800-\udfff]")


def text_of(page: bytes) -> str:
    """The page as text; never fails, bytes that mean nothing become U+FFFD."""
    for mark, name in _MARKS:
        if page.startswith(mark):
            return page.decode(name, "replace").lstrip("\ufeff")
    try:
        text = page.decode("utf-8")
    except UnicodeDecodeError:
        text = ""
    declared = _declared(page)
    if text and (text.isascii() or not _is_east_asian(declared)):
        return text
    if declared and declared != "utf-8":
        # UTF-7 can spell halves of characters.
        return _HALVES.sub("\ufffd", page.decode(declared, "replace"))
    return text or page.decode("utf-8" if declared else "cp1252", "replace")


def _is_east_asian(name: str) -> bool:
    return name.startswith(("iso2022", "iso-2022", "utf_7", "utf-7", "hz"))


def _declared(page: bytes) -> str:
    """The codec that the page names in its head, "" where it names none that is known."""
    found = _DECLARED.search(page[:_HEAD])
    if not found:
        return ""
    raw = found.group(1)
    label = raw.decode("ascii", "replace").lower()
    label = _WIDER.get(label, label)
    try:
        name = codecs.lookup(label).name
        # A word that was read as plain letters can name no codec in which it would be others.
        plain = raw.decode(name) == raw.decode("ascii")
    except (LookupError, UnicodeError):
        return ""
    return name if plain and name not in _NO_CHARSETS else ""
