"""Chances that a mutator takes, the same again for the same seed."""

from random import Random

# What readers have stumbled over before, somewhere: borders of types, of alphabets, of syntaxes.
ODD_TEXTS = (
    *("", " ", "\t", "\n", "\r", "\r\n", "\x00", "\x0b", "\x1a", "\x85", "\u2028", "\ufeff"),
    *("\u200b", "\u202e", "\ufffd", "\U0001f600", "𝒜", "é", "e\u0301" * 9, "İ", "ß", "ﬁ", "Ω"),
    *('"', '""', "'", "“", "\\", "\\n", "\\u0000", "\\ud800", "&#0;", "&#xD800;", "&amp;", "%00"),
    *(
        ",",
        ";",
        "|",
        ":",
        "=",
        "=1+1",
        "@",
        "@@",
        "(",
        ")",
        "[",
        "]",
        "{",
        "}",
        "<",
        ">",
        "</",
        "#",
    ),
    *("0", "-1", "1e999", "NaN", "9" * 40, "0x", "²", "١٢", "1/2", "999999999999999999999", "1_0"),
    *(
        "0000-00-00",
        "2026-02-30",
        "31/12/9999",
        "29.02.2023",
        "10000-01-01",
        "2026-W53-7",
        "Feb 30",
    ),
    *("12:60", "24:00", "99999999999", "1900-02-29", "-271821-04-20", "13/13/13", "00/00/00"),
    *(
        "+",
        "+1",
        "+1 614 555 0142 x" + "9" * 30,
        "tel:+12025550101;ext=1",
        "ext. 5",
        "a@b",
        "@x.example",
    ),
    *("http://", "https://[", "https://example.example:99999/", "//", "javascript:", "data:,x"),
    *("Dr.", "Mr", "and", "&", "VP", "HR", "n/a", "-", "N/A", "null", "true", "None", "undefined"),
    *(
        "Total",
        "Company",
        "Name",
        "Date",
        "Email",
        "Phone",
        "Notes",
        "Status",
        "Applied",
        "BEGIN:VCARD",
    ),
)
ODD_BYTES = (
    *(b"\x00", b"\xff", b"\xfe\xff", b"\xff\xfe", b"\xef\xbb\xbf", b"\x80", b"\xc3", b"\xa0"),
    *(b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\x1b$B", b"\x1b", b"+AGE-", b"PK\x03\x04"),
    *(b"PK\x05\x06", b"\x1f\x8b", b"\r", b"\n", b"\r\n", b'"', b"\x81", b"\x8d", b"\xe2\x80\xa8"),
)  # fmt: skip
CODECS = (
    *("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "latin-1"),
    *("cp1251", "cp437", "mac-roman", "shift_jis", "gb18030", "big5", "euc-kr", "iso2022_jp"),
    *("utf-7", "cp037", "koi8-r", "cp1255"),
)


def chances(seed: int) -> Random:
    """Chances that come again for the same seed."""
    return Random(seed)


def odd_text(chance: Random) -> str:
    """A text that may be hard to read; at times very long."""
    text = chance.choice(ODD_TEXTS)
    if chance.random() < 0.1:
        return (text or "x") * chance.choice((2, 2, 9, 9, 80, 300, 5_000))
    if chance.random() < 0.2:
        return text + chance.choice(ODD_TEXTS)
    return text


def changed_text(text: str, chance: Random) -> str:
    """The text with something in it other than it was."""
    at, end = _span(len(text), chance)
    match chance.randrange(8):
        case 0:
            return odd_text(chance)
        case 1:
            return text[:at] + odd_text(chance) + text[at:]
        case 2:
            return text[:at] + text[end:]
        case 3:
            return text[:end] + text[at:end] * chance.choice((1, 2, 30)) + text[end:]
        case 4:
            return chance.choice((text.upper(), text.lower(), text.swapcase(), text.title()))
        case 5:
            return text[:at] + text[at:end][::-1] + text[end:]
        case 6:
            digits = [str(chance.randrange(10)) if c.isdigit() else c for c in text]
            return "".join(digits)
        case _:
            return text[:at] + chr(chance.choice((0, 9, 34, 39, 44, 59, 127, 0x301, 0x10FFFF)))


def changed_bytes(data: bytes, chance: Random) -> bytes:
    """The bytes with something in them other than it was, whatever they stand for."""
    at, end = _span(len(data), chance)
    match chance.randrange(7):
        case 0:
            return data[:at] + chance.choice(ODD_BYTES) + data[at:]
        case 1:
            return data[:at] + data[end:]
        case 2:
            return data[:end] + data[at:end] * chance.choice((1, 1, 2, 2, 50, 1_000)) + data[end:]
        case 3:
            return data[:at]
        case 4:
            return data[:at] + bytes([chance.randrange(256)]) + data[at + 1 :]
        case 5:
            return (
                data[:at] + bytes(b ^ (1 << chance.randrange(8)) for b in data[at:end]) + data[end:]
            )
        case _:
            return data[:at] + odd_text(chance).encode("utf-8", "surrogatepass") + data[at:]


def recoded(data: bytes, chance: Random) -> bytes:
    """A text in another encoding, with or without its mark."""
    return data.decode("utf-8", "replace").encode(chance.choice(CODECS), "replace")


def some_of(count: int, chance: Random) -> list[int]:
    """One or a few of so many places."""
    if not count:
        return []
    return [chance.randrange(count) for _ in range(chance.choice((1, 1, 1, 2, 5)))]


def _span(length: int, chance: Random) -> tuple[int, int]:
    at = chance.randrange(length + 1)
    return at, min(length, at + chance.choice((1, 1, 2, 8, 60, length)))
