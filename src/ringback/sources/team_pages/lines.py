"""A person's name and title in one line: "Name – Title", "Title: Name", "Name (Title)"."""

import re
from functools import lru_cache
from typing import NamedTuple

from ringback.sources.team_pages.honorifics import count_honorifics, is_degree
from ringback.sources.team_pages.labels import Label, split_label
from ringback.sources.team_pages.name_tokens import has_name_shape
from ringback.sources.team_pages.person_names import NameLook, look_at_name, may_begin
from ringback.sources.team_pages.words import (
    EAST_ASIAN,
    GIVEN_NAMES,
    NO_CASE,
    NOT_NAMES,
    fold,
    has_role,
    is_given,
    role_of_word,
    words,
)


class LineRead(NamedTuple):
    """A person read from one line; ``sure`` as in ``NameLook``, ``prose`` where a sentence follows.

    ``guess`` says that nothing but the words themselves divides name and title.
    """

    name: str
    sure: float
    title: str = ""
    title_first: bool = False
    prose: bool = False
    guess: bool = False


_SEPARATOR = re.compile(
    r" [-–—−‒―|·•/~:»>]+ | ?[–—―|•‖] ?| ?[:：] ?|(?<=\w)·(?=\w)|(?<=[\w.)])- | -(?=\w)"
)
# Whatever can divide name and title by a sign, a comma or a bracket holds one of these.
_DIVIDER = re.compile(r"[-–—−‒―|·•‖/~:：»>,(\[（]")
_HYPHEN = re.compile(r"(?<=[^\W\d_])-(?=[^\W\d_])")
_BRACKET = re.compile(r"\s*[(\[（]\s*(?P<inside>[^()\[\]（）]{2,100})\s*[)\]）]")
_NUMBERED = re.compile(r"^\d{1,3}[.):]\s+(?=\D)")
_LONGEST = 200
# How sure somebody is whom only the place tells.
_BY_PLACE = 0.5
_LONGEST_ROLE = 120
_LONGEST_RUNS = 300
# A number or an address behind a title, with the word that announces it.
_REACHED = re.compile(
    r"(?:[\s,;|·•–—-]+(?:tel|phone|mobile?|cell|fax|e-?mail|mail|[tmfep])\b[.:]*)?"
    r"[\s,;|·•–—-]+(?:(?:\+ ?|\(0?|00?)?[\d(][\d\s()./-]{6,}\d|[\w.+-]+@[\w.-]+\.\w+)$",
    re.IGNORECASE,
)
_TITLE_ENDS = " \t\n-–—−|·•,;:/(»>~"
_SENTENCE = re.compile(r"[.!?…]\s+\S|[.!?]$")
_HONORIFIC_AFTER = re.compile(r"(?:さん|氏|様|先生|老师|老師|님|씨)$")


@lru_cache(maxsize=8192)
def read_line(text: str, runs: tuple[str, ...] = ()) -> LineRead | None:
    """The person that one line of a page names, with what the line says of their title.

    ``runs`` are the line's inline pieces (``<b>Jane Doe</b> Editor``), used where no sign divides
    name and title. None where the line names nobody.
    """
    text = _without_number(text)
    if ":" in text or "：" in text:
        label, rest = split_label(text)
        text = rest if label is Label.NAME else text
    if not text or ("@" in text and " " not in text):
        return None
    if text.isalpha() and not NO_CASE.match(text):
        return LineRead(text, 0.3) if text[0].isupper() and is_given(fold(text)) else None
    begins = may_begin(text)
    if len(runs) > 1 and begins and (found := _with_run(runs)):
        return found
    if begins and (whole := look_at_name(text)):
        return LineRead(whole.name, whole.sure)
    if len(text) > _LONGEST:
        return _by_runs(runs)
    return _divided(text, runs, begins=begins)


def _without_number(text: str) -> str:
    """A text without the number of its place in a list; empty where it is a number itself."""
    if not text[:1].isdigit():
        return text
    text = _NUMBERED.sub("", text)
    return "" if text[0].isdigit() else text


def _divided(text: str, runs: tuple[str, ...], *, begins: bool) -> LineRead | None:
    """Name and title of a line, by what may divide them, the surest first."""
    short = len(text) <= _LONGEST_ROLE
    if _DIVIDER.search(text) and (begins or (short and has_role(text))):
        for split in (_by_sign, _by_comma, _by_bracket, _by_hyphen):
            if found := split(text):
                return found
    if found := _by_runs(runs):
        return found
    if not short:
        return None
    if not text.isascii() and EAST_ASIAN.search(text):
        return _east_asian(text)
    return _by_words(text)


def names_by_place(
    text: str, *, single: bool, family_first: bool, any_word: bool
) -> LineRead | None:
    """The person of a line whose place says that it names one, though its words do not.

    ``single`` says that one word is enough, ``family_first`` that a comma stands behind the family
    name, ``any_word`` that it may end in an everyday one. None where no name is written like that.
    """
    if family_first and text.count(",") == 1:
        halves = (half.strip() for half in text.split(","))
        if all(has_name_shape(half, single=True, any_word=any_word) for half in halves):
            return LineRead(text, _BY_PLACE)
    if has_name_shape(text, single=single, any_word=any_word):
        return LineRead(text, _BY_PLACE)
    for cut in _SEPARATOR.finditer(text):
        left, right = text[: cut.start()], text[cut.end() :]
        if right and has_name_shape(left, single=False) and has_role(right):
            return _person(NameLook(left, _BY_PLACE), right)
    left, _, right = text.partition(",")
    if right and has_name_shape(left, single=False) and has_role(right) and len(text) < _LONGEST:
        return _person(NameLook(left, _BY_PLACE), right)
    return None


def trim_title(text: str) -> str:
    """A title without the signs that divided it from the name, and without its label."""
    text = without_reach(" ".join(text.split())).strip(_TITLE_ENDS)
    label, rest = split_label(text)
    if label is Label.TITLE:
        text = rest.strip(_TITLE_ENDS)
    while text.endswith((")", "]")) and text.count("(") < text.count(")"):
        text = text[:-1].strip(_TITLE_ENDS)
    if text.count("(") > text.count(")"):
        text += ")"
    return text


def without_reach(text: str) -> str:
    """A text without the number or address at its end; whole where it is nothing else."""
    if len(text) > _LONGEST_RUNS or not ("@" in text or text[-1:].isdigit()):
        return text
    reached = _REACHED.search(text)
    return text[: reached.start()] if reached and reached.start() else text


@lru_cache(maxsize=4096)
def is_prose(text: str) -> bool:
    """Whether a text is a sentence or longer rather than a title."""
    count = len(text.split())
    if len(text) > 160 or count > 22:
        return True
    if _SENTENCE.search(text) and count > 6:
        return True
    return text[:1].islower() and count > 9


def _by_sign(text: str) -> LineRead | None:
    for cut in _SEPARATOR.finditer(text):
        left, right = text[: cut.start()], text[cut.end() :]
        if not left or not right or left.count("(") > left.count(")"):
            continue
        head, tail = look_at_name(left), look_at_name(right)
        if head is None and (comma := _by_comma(left)) and not comma.title_first:
            head = NameLook(comma.name, comma.sure)
            right = f"{comma.title}{text[cut.start() : cut.end()]}{right}"
        if head and not (tail and has_role(left)):
            return _person(head, right)
        if tail and tail.sure < 0.5 and not (cut.group().strip() == ":" and len(left) < 40):
            tail = None
        if tail and (has_role(left) or (cut.group().strip() in (":", "：") and tail.sure >= 0.8)):
            return LineRead(tail.name, tail.sure, trim_title(left), title_first=True)
        if has_role(left) and (inner := _by_comma(right)) and not inner.title_first:
            return LineRead(inner.name, inner.sure, trim_title(left), title_first=True)
        if cut.end() > 90:
            break
    return None


def _person(head: NameLook, rest: str) -> LineRead:
    title = trim_title(rest)
    if is_prose(title):
        return LineRead(head.name, head.sure, prose=True)
    return LineRead(head.name, head.sure, title)


def _by_comma(text: str) -> LineRead | None:
    if "," not in text:
        return None
    pieces = [p.strip() for p in text.split(",")]
    if len(pieces) > 12 or not pieces[0]:
        return None
    take = 1
    while take < len(pieces) and is_degree(pieces[take]):
        take += 1
    if take == len(pieces):
        return None
    head = look_at_name(", ".join(pieces[:take]))
    rest = ", ".join(pieces[take:])
    if head:
        if head.sure < 0.9 and not has_role(rest):
            second = look_at_name(pieces[take])
            if (
                second
                and take + 1 < len(pieces)
                and (joined := look_at_name(", ".join(pieces[:2])))
            ):
                return _person(joined, ", ".join(pieces[2:]))
            if head.sure < 0.5:
                return None
        return _person(head, rest)
    if len(pieces) > 2 and (joined := look_at_name(", ".join(pieces[:2]))):
        return _person(joined, ", ".join(pieces[2:]))
    tail = look_at_name(pieces[-1])
    left = ", ".join(pieces[:-1])
    if tail and tail.sure >= 0.9 and has_role(left) and not is_prose(left):
        return LineRead(tail.name, tail.sure, trim_title(left), title_first=True)
    return None


def _by_bracket(text: str) -> LineRead | None:
    found = _BRACKET.search(text) if any(sign in text for sign in "([（") else None
    if not found or not found.start():
        return None
    head = look_at_name(text[: found.start()])
    if head is None:
        return None
    inside, behind = found.group("inside"), text[found.end() :].strip()
    if behind and behind[0] in "([（":
        return _person(head, "")
    if behind and not has_role(inside):
        return None if EAST_ASIAN.search(behind) else _person(head, behind)
    return _person(head, inside)


def _by_hyphen(text: str) -> LineRead | None:
    """A title that only a hyphen parts from the name ("Jane Doe-editor")."""
    for cut in _HYPHEN.finditer(text) if "-" in text else ():
        name, title = text[: cut.start()], text[cut.end() :]
        if " " in name and role_of_word(fold(title.split(maxsplit=1)[0])):
            head = look_at_name(name)
            return _person(head, title) if head else None
    return None


def _with_run(runs: tuple[str, ...]) -> LineRead | None:
    """A whole name in the first piece, whatever follows it ("<b>Jane Doe</b> Bright Ideas")."""
    first, rest = runs[0], " ".join(runs[1:])
    tokens, following = first.split(), words(rest)
    if len(tokens) < 2 or first[-1] in ",-" or not rest[0].isalnum() or is_degree(rest):
        return None
    folded = fold(first).split()
    core = folded[count_honorifics(tokens, folded) :]
    if len(core) < 2 or is_given(core[-1]) or any(map(is_given, following)):
        return None
    if not (has_role(rest) or len(following) > 1 or not NOT_NAMES.isdisjoint(following)):
        return None
    head = look_at_name(first)
    return _person(head, rest) if head is not None and head.sure == 1.0 else None


def _by_runs(runs: tuple[str, ...]) -> LineRead | None:
    if len(runs) < 2:
        return None
    for take in range(1, min(len(runs), 4)):
        head = look_at_name(" ".join(runs[:take]))
        if head and head.sure >= (0.7 if EAST_ASIAN.search(head.name) else 0.5):
            return _person(head, " ".join(runs[take:]))
    tail = look_at_name(runs[-1]) if len(runs) < 4 else None
    left = " ".join(runs[:-1])
    if tail and tail.sure >= 0.85 and has_role(left) and len(left) < 100 and not is_prose(left):
        return LineRead(tail.name, tail.sure, trim_title(left), title_first=True)
    return None


def _by_words(text: str) -> LineRead | None:
    """Name and title with nothing between: "Jane Doe Editor", "Dyrektor Jan Kowalski"."""
    if not 1 < text.count(" ") < 9:
        return None
    tokens = text.split()
    folded = [t.strip(".,") for t in fold(text).split()]
    if len(folded) != len(tokens) or GIVEN_NAMES.isdisjoint(folded):
        return None
    role_at = [bool(role_of_word(w)) for w in folded]
    if not any(role_at):
        return None
    for start in range(1, len(tokens) - 1):
        if any(role_at[:start]) and not any(role_at[start:]) and folded[start] in GIVEN_NAMES:
            tail = look_at_name(" ".join(tokens[start:]))
            if tail and tail.sure == 1.0 and len(tokens) - start <= 4:
                left = " ".join(tokens[:start])
                return LineRead(
                    tail.name, tail.sure, trim_title(left), title_first=True, guess=True
                )
    for take in (4, 3, 2):
        if take < len(tokens) and role_at[take] and folded[0] in GIVEN_NAMES:
            head = look_at_name(" ".join(tokens[:take]))
            if head and head.sure == 1.0:
                return _person(head, " ".join(tokens[take:]))._replace(guess=True)
    return None


def _east_asian(text: str) -> LineRead | None:
    """East Asian lines divide name and title by a blank, a wide blank or nothing but the title."""
    parts = [p for p in re.split(r"[\s\u3000]+", text.strip()) if p]
    for take in range(1, min(len(parts), 5)):
        left, right = parts[:take], parts[take:]
        head_text = _HONORIFIC_AFTER.sub("", " ".join(left))
        tail_text = _HONORIFIC_AFTER.sub("", " ".join(right))
        if has_role(" ".join(right)) and (head := look_at_name(head_text)) and head.sure >= 0.5:
            return LineRead(head.name, head.sure, trim_title(" ".join(right)))
        if has_role(" ".join(left)) and (tail := look_at_name(tail_text)) and tail.sure >= 0.5:
            return LineRead(tail.name, tail.sure, trim_title(" ".join(left)), title_first=True)
    return None
