"""What somebody can be found by in texts: their names, numbers and addresses, however written."""

import re
import unicodedata
from collections.abc import Iterable
from typing import TypeAlias

from ringback.core.phones import country_of, display

Json: TypeAlias = bool | int | float | str | list["Json"] | dict[str, "Json"] | None


class Traces:
    """Finds somebody in a text, and takes them out of it.

    A name is found with its words in either order and whatever stands between them, a number
    however its digits are parted, with or without its country code.
    """

    def __init__(self, names: Iterable[str], numbers: Iterable[str], others: Iterable[str]) -> None:
        found = [
            *(pattern for name in names for pattern in _name(name)),
            *(pattern for number in numbers for pattern in _number(number)),
            *(re.escape(_even(other)) for other in others if other),
        ]
        # The longest first, so that nothing of a longer one stays.
        ordered = sorted(set(found), key=lambda pattern: (-len(pattern), pattern))
        self._pattern = re.compile("|".join(ordered) or r"(?!)", re.IGNORECASE)

    def tell(self, text: str) -> bool:
        return self._pattern.search(_even(text)) is not None

    def without(self, text: str, put: str) -> str:
        """The text with ``put`` where they were named."""
        return self._pattern.sub(put, _even(text)) if self.tell(text) else text

    def tell_in(self, tree: Json) -> bool:
        """Whether they are named anywhere in a list or an object."""
        if isinstance(tree, dict):
            return any(self.tell(key) or self.tell_in(one) for key, one in tree.items())
        if isinstance(tree, list):
            return any(self.tell_in(one) for one in tree)
        return isinstance(tree, str) and self.tell(tree)

    def out_of(self, tree: Json, put: str) -> Json:
        """A list or an object with ``put`` where they were named."""
        if isinstance(tree, dict):
            return {self.without(key, put): self.out_of(one, put) for key, one in tree.items()}
        if isinstance(tree, list):
            return [self.out_of(one, put) for one in tree]
        return self.without(tree, put) if isinstance(tree, str) else tree


def _even(text: str) -> str:
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def _name(name: str) -> list[str]:
    words = re.findall(r"\w+", _even(name))
    if not words:
        return [re.escape(_even(name))] if name.strip() else []
    orders = {tuple(words), (*words[1:], words[0]), (words[-1], *words[:-1])}
    return [
        # Scripts without spaces between words know no word's edge.
        rf"(?<!\w){body}(?!\w)" if body.isascii() else body
        for body in (
            (r"[\W_]{1,4}" if name.isascii() else r"[\W_]{0,4}").join(map(re.escape, order))
            for order in orders
        )
    ]


def _number(number: str) -> list[str]:
    country = country_of(number)
    national = re.sub(r"\D", "", display(number, country) if country else number).lstrip("0")
    whole = re.sub(r"\D", "", number)
    return [
        rf"\+?(?<!\d){between}(?!\d)"
        for digits in {whole, national}
        if len(digits) >= 5
        for between in [r"[^\w+]{0,3}".join(digits)]
    ]
