"""Names in Chinese, Japanese and Korean script."""

import re

from ringback.sources.team_pages.word_lists import word_paragraphs_of
from ringback.sources.team_pages.words import has_role

_LISTS = word_paragraphs_of("east_asian.txt")
_CHINESE = frozenset("".join(_LISTS["chinese"]))
_KOREAN = frozenset("".join(_LISTS["korean"]))
_JAPANESE = _LISTS["japanese"]
_EVERYDAY = _LISTS["everyday"]
_BRACKET = re.compile(r"[(（〔\[]([^)）〕\]]*)[)）〕\]]")
_READING = re.compile(r"[\u3040-\u30ff\s・ー]+|[A-Za-z.,-]+[\s,]+[A-Za-z.,\s-]+")
_REFUSED = re.compile(r"[、。！？「」『』【】:：/／|0-9０-９]")
_PAIR = re.compile(r"[\u3400-\u9fff\u3005]{1,4}[ \u3000][\u3400-\u9fff\u3040-\u30ff\u3005]{1,5}")
_HAN = re.compile(r"[\u3400-\u9fff\u3005]+")
_HANGUL = re.compile(r"[\uac00-\ud7af]+")
_KATAKANA = re.compile(r"[\u30a0-\u30ff]{2,}(?:[・･＝=][\u30a0-\u30ff]{2,}){1,3}")
_LONGEST = 24


def east_asian_name(text: str) -> tuple[str, float]:
    """The name that a text is, without its reading in brackets, and how sure; 0 for no name."""
    reading = _BRACKET.search(text)
    if reading and text[reading.end() :].strip():
        return "", 0.0
    bare = text[: reading.start()].strip() if reading else text
    if not bare or len(bare) > _LONGEST or bare[:2] in _EVERYDAY or _REFUSED.search(bare):
        return "", 0.0
    if has_role(bare):
        return "", 0.0
    read_aloud = bool(reading and _READING.fullmatch(reading.group(1)))
    return bare, _sureness(bare, read_aloud=read_aloud)


def _sureness(bare: str, *, read_aloud: bool) -> float:
    if _PAIR.fullmatch(bare):
        return 1.0 if read_aloud else 0.9
    if _HAN.fullmatch(bare):
        if read_aloud and 2 <= len(bare) <= 6:
            return 1.0
        if any(bare[:n] in _JAPANESE and 1 <= len(bare) - n <= 3 for n in (1, 2, 3)):
            return 0.8
        if 2 <= len(bare) <= 3 and bare[0] in _CHINESE:
            return 0.7 if len(bare) == 3 else 0.5
        return 0.0
    joined = bare.replace(" ", "")
    if _HANGUL.fullmatch(joined):
        if 2 <= len(joined) <= 4 and joined[0] in _KOREAN:
            return 0.7 if len(joined) == 3 else 0.4
        return 0.0
    return 0.7 if _KATAKANA.fullmatch(bare) else 0.0
