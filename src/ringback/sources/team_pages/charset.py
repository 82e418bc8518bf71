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
_HEAD = 4096


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
        return page.decode(declared, "replace")
    return text or page.decode("utf-8" if declared else "cp1252", "replace")


def _is_east_asian(name: str) -> bool:
    return name.startswith(("iso2022", "iso-2022", "utf_7", "utf-7", "hz"))


def _declared(page: bytes) -> str:
    """The codec that the page names in its head, "" where it names none that is known."""
    found = _DECLARED.search(page[:_HEAD])
    if not found:
        return ""
    label = found.group(1).decode("ascii", "replace").lower()
    label = _WIDER.get(label, label)
    try:
        name = codecs.lookup(label).name
    except LookupError:
        return ""
    return (
        name
        if name
        not in (
            "utf-16",
            "utf-16-le",
            "utf-16-be",
            "rot13",
            "hex",
            "base64",
            "zlib",
            "bz2",
            "uu",
            "quopri",
            "idna",
            "punycode",
            "unicode_escape",
            "raw_unicode_escape",
            "undefined",
        )
        else ""
    )
