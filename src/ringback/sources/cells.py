"""What a single cell holds, told from the cell alone: nothing, a mail address, a number, a link."""

import re
import unicodedata

from ringback.core.people import Level
from ringback.core.title_words import hits, tokens
from ringback.core.titles import is_hr
from ringback.sources.words import listed, texts

# Invisible marks that come along when text is copied from web pages and chat.
_UNSEEN = dict.fromkeys(map(ord, "\ufeff\u200b\u200c\u200d\u200e\u200f\u2060\u00ad\u202a\u202c"))
# Zero bytes and halves of characters, which JSON, cards and old workbooks can write.
_NO_TEXT = re.compile("[\0\ud800-\udfff]")
_FORCED_TEXT = re.compile(r"'(?=[=+\-@\d(])")
_JOINING = frozenset({"the", "a", "an", "of", "der", "die", "le", "la", "el", "de", "du", "del"})
_WORDS = {name: frozenset(listed(text)) for name, text in texts("cells").items()}

# Bounded everywhere, so that no cell however long makes them slow.
_IN_MAIL = r"[^\s@<>()\[\],;:\"'|]"
MAIL = re.compile(
    rf"{_IN_MAIL}{{1,64}}@{_IN_MAIL}{{1,190}}\.[^\W\d_][^\s@<>()\[\],;:\"'|.]{{1,62}}"
)
_LONGEST_TITLE = 200
URL = re.compile(r"(?:https?://|www\.)[^\s<>\"]+", re.IGNORECASE)
_BARE_HOST = re.compile(r"(?:[a-z0-9-]+\.)+[a-z]{2,}(?:/\S*)?", re.IGNORECASE)


def plain(cell: str) -> str:
    """The cell without what no one sees: spaces around, marks inside, a force-text apostrophe.

    Spreadsheets, D&B's exports and our own put the apostrophe before ``+1…`` and ``=…``.
    """
    text = cell if cell.isascii() else cell.translate(_UNSEEN).replace("\u00a0", " ")
    text = text.strip()
    return _FORCED_TEXT.sub("", text, count=1) if text[:1] == "'" else text


def keepable(text: str) -> str:
    """The text without what no book can keep."""
    if text.isascii() and "\0" not in text:
        return text
    return _NO_TEXT.sub("", text)


def says_nothing(cell: str) -> bool:
    """Whether a cell is empty or filled with one of the ways to say "nothing here"."""
    text = plain(cell).casefold()
    return not text or text in _WORDS["nothing"]


def is_mail(cell: str) -> bool:
    return MAIL.fullmatch(plain(cell).removeprefix("mailto:")) is not None


def is_url(cell: str) -> bool:
    text = plain(cell)
    return URL.fullmatch(text) is not None or (
        "@" not in text and _BARE_HOST.fullmatch(text) is not None and not is_number(text)
    )


def is_number(cell: str) -> bool:
    return re.fullmatch(r"[-+]?[$€£]?\s?[\d.,' ]*\d\s?[kK%$€£]?", plain(cell)) is not None


def is_mark(cell: str) -> bool:
    """A cell of a yes/no column."""
    return plain(cell).casefold() in _WORDS["yes"] | _WORDS["no"]


def is_yes(cell: str) -> bool:
    return plain(cell).casefold() in _WORDS["yes"]


def key(text: str) -> str:
    """Text made comparable: no case, no accents, no punctuation."""
    return " ".join(re.findall(r"[^\W_]+", bare(text.translate(_UNSEEN)).casefold()))


def spoken(text: str) -> str:
    """Text made comparable for phrases, with "don't" as "dont" and as "don t" ("d'appels")."""
    closed = text.replace("'", "").replace("’", "")
    return key(text) if closed == text else f"{key(closed)} / {key(text)}"


def bare(text: str) -> str:
    """Text without accents."""
    if text.isascii():
        return text
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


def names_nobody(cell: str) -> bool:
    """Whether a cell for a person names none: "HR", "n/a", "find out"."""
    text = plain(cell).casefold().strip(" .!")
    return says_nothing(cell) or text in _WORDS["nobody"] or not any(c.isalpha() for c in text)


def is_title(text: str) -> bool:
    """Whether a piece of text is a person's title rather than a name."""
    short = text[:_LONGEST_TITLE]
    known = any(hit.meaning.level not in (None, Level.STAFF) for hit in hits(tokens(short)))
    return known or is_hr(short)


def is_bare_title(text: str) -> bool:
    """Whether a text is a title and nothing else: "Plant Manager", but not "Dean Miller"."""
    words = tokens(text[:_LONGEST_TITLE])
    covered = {at for hit in hits(words) for at in range(hit.first, hit.end)}
    rest = (word for at, word in enumerate(words) if at not in covered and word.isalnum())
    return is_title(text) and all(word in _JOINING for word in rest)


def is_shared_box(mail: str) -> bool:
    """Whether a mail address is an office's and no person's."""
    return mail.partition("@")[0].casefold() in _WORDS["shared_box"]
