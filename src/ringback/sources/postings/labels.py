"""Facts that stand beside a label in a posting: "Department: Operations", or a heading above."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from ringback.sources.postings.lines import TextLine, alike
from ringback.sources.words import listed, tables


class Label(StrEnum):
    """What a label announces."""

    TITLE = "title"
    EMPLOYER = "employer"
    PLACE = "place"
    DEPARTMENT = "department"
    REFERENCE = "reference"
    CONTACT = "contact"
    REPORTS = "reports"
    APPLY = "apply"
    SALARY = "salary"


_WORDS = tables("posting_labels")
_BY_PHRASE: dict[str, frozenset[Label]] = {}
for _label in Label:
    for _text in _WORDS[_label].values():
        for _phrase in listed(_text):
            _key = " ".join(re.findall(r"[^\W_]+", alike(_phrase)))
            _BY_PHRASE[_key] = _BY_PHRASE.get(_key, frozenset()) | {_label}
_SIGNS = frozenset(
    " ".join(re.findall(r"[^\W_]+", alike(phrase)))
    for text in _WORDS["signs"].values()
    for phrase in listed(text)
)
_WORDS_IN = re.compile(r"[^\W_]+")
_LONGEST_LABEL = 60
_LONGEST_VALUE = 300
_PARTED = re.compile(
    r"\s*[:：]\s*|\s+[–—-]\s+|\t+|(?<=[Nn]r\.)\s*|(?<=[Rr]ef\.)\s*|(?<=[Rr]éf\.)\s*"
)
_REFERENCE = re.compile(r"[#№]?\s*([A-Za-z0-9][\w./-]{1,39})")


@dataclass(frozen=True, slots=True)
class Labelled:
    """A value beside its label; ``at`` is the index of the line in which the label stands.

    ``below`` where the value is the line under the label.
    """

    label: Label
    value: str
    at: int
    below: bool = False


def labelled(lines: Sequence[TextLine]) -> Iterator[Labelled]:
    """Every labelled value, in the order of the lines; a phrase may stand for several labels."""
    for at, line in enumerate(lines):
        head, value = _parted(line.text)
        if head and value:
            for label in sorted(_BY_PHRASE.get(_key_of(head), ())):
                yield Labelled(label, value[:_LONGEST_VALUE], at)
        elif found := _BY_PHRASE.get(_key_of(line.text[:_LONGEST_LABEL])):
            below = lines[at + 1].text if at + 1 < len(lines) else ""
            if below and not is_label(below):
                for label in sorted(found):
                    yield Labelled(label, below[:_LONGEST_VALUE], at, below=True)


def first(found: Sequence[Labelled], label: Label) -> str:
    """The first value of a label that can be one; a value beside it goes before one below."""
    fitting = [one for one in found if one.label is label and _can_be(one)]
    fitting.sort(key=lambda one: one.below)
    if not fitting:
        return ""
    if label is Label.REFERENCE:
        return _reference(fitting[0].value)
    return fitting[0].value.strip(" :.-–—|")


def is_label(text: str) -> bool:
    """Whether a line is a label, alone or with its value."""
    head, _ = _parted(text)
    return _key_of(head or text[:_LONGEST_LABEL]) in _BY_PHRASE


def signs_in(lines: Sequence[TextLine]) -> int:
    """How many different lines and labels stand there that postings have."""
    keys = {_key_of(_parted(line.text)[0] or line.text[:_LONGEST_LABEL]) for line in lines}
    labels = {key for key in keys & _BY_PHRASE.keys() if Label.APPLY in _BY_PHRASE[key]}
    return len(keys & _SIGNS | labels)


def _can_be(one: Labelled) -> bool:
    if one.label is Label.REFERENCE:
        return bool(_reference(one.value))
    longest = {Label.APPLY: _LONGEST_VALUE, Label.SALARY: 120, Label.PLACE: 120}.get(one.label, 90)
    if len(one.value) > longest:
        return False
    if one.below and one.label is not Label.APPLY:
        # Under a heading such as "The team" stands text as often as the fact itself.
        return len(one.value) <= 60 and not one.value.endswith((".", "!", "?", ":"))
    return True


def _reference(value: str) -> str:
    found = _REFERENCE.match(value.strip())
    text = found[1].rstrip(".-/") if found else ""
    return text if any(map(str.isdigit, text)) else ""


def _parted(text: str) -> tuple[str, str]:
    """A line's label and value, where it has both."""
    found = _PARTED.search(text, 0, _LONGEST_LABEL + 3)
    if found is None:
        return "", ""
    return text[: found.start()].strip(), text[found.end() :].strip()


def _key_of(text: str) -> str:
    return " ".join(_WORDS_IN.findall(alike(text)))
