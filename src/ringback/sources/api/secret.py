"""A key that no text, traceback or print can show by accident."""

import base64
from collections.abc import Iterable
from urllib.parse import quote

from ringback.sources.unreadable import Unreadable

HIDDEN = "[hidden]"
_SHORTEST, _LONGEST = 8, 500


class Secret:
    """A key or token; ``reveal`` alone gives it away, and only a request's headers ask for it."""

    __slots__ = ("_text",)

    def __init__(self, text: str) -> None:
        self._text = text

    def reveal(self) -> str:
        return self._text

    def __repr__(self) -> str:
        return f"Secret({HIDDEN})"

    def spellings(self) -> Iterable[str]:
        """The ways in which an answer may hold it: as it is, for an address, in base64."""
        text = self._text
        yield from {text, quote(text, safe=""), base64.b64encode(text.encode()).decode()}


def read_secret(text: str, label: str) -> Secret:
    """A key as it was pasted. Raises Unreadable (key) for what can be none.

    Too short a key could not be told from ordinary text, and could then not be hidden in it.
    """
    bare = text.strip()
    if not _SHORTEST <= len(bare) <= _LONGEST or not bare.isascii() or not bare.isprintable():
        raise Unreadable(
            "key", f"What is given as the key for {label} cannot be one.",
            "Copy it again from the service's own page, in one piece.",
        )  # fmt: skip
    if any(c.isspace() for c in bare):
        raise Unreadable(
            "key", f"The key for {label} has a blank in it.",
            "Copy it again from the service's own page, in one piece.",
        )  # fmt: skip
    return Secret(bare)


def hide(text: str, secrets: Iterable[Secret]) -> str:
    """The text without any of the secrets, however they are spelled in it."""
    for secret in secrets:
        for spelling in secret.spellings():
            text = text.replace(spelling, HIDDEN)
    return text
