"""The line that was meant where what has blanks in it was typed without quotes."""

from collections.abc import Sequence

from ringback.core.outcomes import BY_WORD, Outcome


def quoted(command: str, words: Sequence[str], extra: Sequence[str]) -> str:
    """What was typed after ``command``, put in quotes where that is needed; empty: not known.

    ``extra`` are the words that nothing was found for.
    """
    typed = list(words[words.index(command) + 1 :])
    if command == "log":
        return _log(typed)
    at = _place(typed, extra)
    if at < 1:
        return ""
    whole = " ".join((*typed[at - 1 : at], *extra))
    return _line(command, *typed[: at - 1], f'"{whole}"', *map(_safe, typed[at + len(extra) :]))


def _log(typed: list[str]) -> str:
    """An opening, an outcome, and behind it when they want to be called, or a note."""
    told = next((at for at, word in enumerate(typed) if word.startswith("-")), len(typed))
    at = next((at for at, word in enumerate(typed[:told]) if word in BY_WORD), 0)
    if not at:
        return ""
    opening, said = " ".join(typed[:at]), " ".join(typed[at + 1 : told])
    outcome = BY_WORD[typed[at]]
    more = (_option(outcome), f'"{said}"') if said else ()
    return _line("log", _safe(opening), outcome.word, *more, *map(_safe, typed[told:]))


def _option(outcome: Outcome) -> str:
    asks = outcome.needs + outcome.may
    return "-m" if "moment" in asks else "--day" if "day" in asks else "-n"


def _place(typed: list[str], extra: Sequence[str]) -> int:
    """Where the extra words stand, one after the other; -1 where they do not."""
    size = len(extra)
    places = (at for at in range(len(typed)) if typed[at : at + size] == list(extra))
    return next(places, -1)


def _safe(word: str) -> str:
    return f'"{word}"' if not word or " " in word else word


def _line(*words: str) -> str:
    return " ".join(("ringback", *words))
