"""Sentences with blanks: of the ways to say one, those are said whose every blank is on file.

A way to say it reads ``promised, not asked | I said I would call[ about {about}].`` Before the
bar stand the facts that must be there or must be lacking; ``{about}`` is a blank, without which
this way is not open; what stands in brackets is left out when its blank is empty.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from ringback.core.texts.speech import seconds

Fields = Mapping[str, str]
Takes = Callable[[str], float]

_BLANK = re.compile(r"\{([a-z_0-9]+)\}")
_BRACKETED = re.compile(r"\[([^\[\]]*)\]")
_TWO_FULL_STOPS = re.compile(r"(?<!\.)\.\.(?!\.)")


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of text with its blanks; ``optional`` when it stood in brackets."""

    text: str
    blanks: tuple[str, ...]
    optional: bool


@dataclass(frozen=True, slots=True)
class Way:
    """One way to say a sentence, and the facts it ``needs`` and must do without (``lacks``)."""

    needs: tuple[str, ...]
    lacks: tuple[str, ...]
    parts: tuple[Part, ...]

    @property
    def fields(self) -> frozenset[str]:
        """Every field that it asks for."""
        blanks = (blank for part in self.parts for blank in part.blanks)
        return frozenset((*self.needs, *self.lacks, *blanks))


Sentence = tuple[Way, ...]
Ways = tuple[str, ...]


def way(raw: str) -> Way:
    """Read one way as a language file writes it; ValueError when brackets or braces are astray."""
    conditions, bar, text = raw.rpartition(" | ")
    names = [name.strip() for name in conditions.split(",")] if bar else []
    parts = [
        Part(piece, tuple(_BLANK.findall(piece)), optional=bool(index % 2))
        for index, piece in enumerate(_BRACKETED.split(text))
        if piece
    ]
    for part in parts:
        if re.search(r"[\[\]{}]", _BLANK.sub("", part.text)):
            raise ValueError(f"A bracket or brace is astray in: {raw}")
        if part.optional and not part.blanks:
            raise ValueError(f"Nothing decides whether the brackets are said in: {raw}")
    return Way(
        needs=tuple(name for name in names if not name.startswith("not ")),
        lacks=tuple(name.removeprefix("not ") for name in names if name.startswith("not ")),
        parts=tuple(parts),
    )


def ways(sentence: Sentence, fields: Fields) -> Ways:
    """What can truly be said, best first; one empty text when nothing can.

    KeyError when the sentence asks for a field that does not exist.
    """
    return tuple(_filled(each, fields) for each in sentence if _open(each, fields)) or ("",)


def say(sentence: Sentence, fields: Fields) -> str:
    """The best of what can truly be said, or nothing."""
    return ways(sentence, fields)[0]


def begun(text: str) -> str:
    """A sentence with the capital letter that it begins with."""
    return text[:1].upper() + text[1:] if len(text[:1].upper()) == 1 else text


def join(texts: Iterable[str], between: str = " ") -> str:
    """Sentences one after the other, those that are not said left out."""
    return between.join(_TWO_FULL_STOPS.sub(".", text) for text in texts if text)


def fit(
    choices: Mapping[str, Ways], shorten: Sequence[str], limit: float, takes: Takes = seconds
) -> dict[str, str]:
    """Choose among the ways to say each sentence so that all together take ``limit`` s at most.

    ``takes`` gives the seconds of a text in its language.

    ``shorten`` names the sentences in the order in which each gives way by one step, round after
    round, to its next way that is shorter; what turns out to have room after all then comes back,
    the last to give way first. Over the limit only if the shortest ways are.
    """
    chosen = {name: texts[0] for name, texts in choices.items()}
    gave_way = True
    while gave_way and not _fits(chosen, limit, takes):
        gave_way = False
        for name in shorten:
            now = chosen[name]
            later = choices[name][choices[name].index(now) + 1 :]
            chosen[name] = next((text for text in later if takes(text) < takes(now)), now)
            gave_way = gave_way or chosen[name] != now
            if _fits(chosen, limit, takes):
                break
    for name in dict.fromkeys(reversed(shorten)):
        fuller = ({**chosen, name: text} for text in choices[name])
        chosen = next((each for each in fuller if _fits(each, limit, takes)), chosen)
    return chosen


def _fits(chosen: Mapping[str, str], limit: float, takes: Takes) -> bool:
    return takes(join(chosen.values())) <= limit


def _open(each: Way, fields: Fields) -> bool:
    """Whether everything that this way needs is on file and what it must lack is not."""
    needed = [blank for part in each.parts if not part.optional for blank in part.blanks]
    return all(fields[name] for name in (*each.needs, *needed)) and not any(
        fields[name] for name in each.lacks
    )


def _filled(each: Way, fields: Fields) -> str:
    return "".join(
        _BLANK.sub(lambda blank: fields[blank[1]], part.text)
        for part in each.parts
        if not part.optional or all(fields[blank] for blank in part.blanks)
    )
