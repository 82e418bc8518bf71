"""How sure the words of a text are a person's name, in scripts that part words by blanks."""

import re
from functools import lru_cache

from ringback.sources.team_pages.honorifics import (
    DEGREES,
    LEADING_DEGREES,
    NAME_PARTS,
    count_honorifics,
)
from ringback.sources.team_pages.words import (
    GIVEN_NAMES,
    NO_CASE,
    NOT_NAMES,
    SURNAMES_TOO,
    fold,
    has_role,
    is_given,
    role_of_word,
)

_HONOURED = NAME_PARTS["honorific titles"]
PARTICLES = NAME_PARTS["particles"]
_ROLE_SURNAMES = NAME_PARTS["role surnames"]
_CRAFT_SURNAMES = NAME_PARTS["craft surnames"]
_PLACE_STARTS = NAME_PARTS["place starts"]
_MAYBE_PLACE_STARTS = NAME_PARTS["maybe place starts"]
_SURNAME_END = re.compile(
    r"(?:ovic|evic|vich|wicz|escu|eanu|sk[iay]|ck[iay]|ova|eva|sson|ssen|sen|dottir|enko|yan|ian|"
    r"shvili|dze|opoulos|opoulou|akis|idis|iadis|oglu|ez|etti|elli|ini|berg|mann|stein|baum|feld|"
    r"bauer|huber|mayer|meyer|meier|maier|hofer|inen|ainen|sma|stra|aitis|auskas|iene|ins|ois|eau|"
    r"ault|son|ton|ley|worth|man|ner)$"
)
_PATRONYMIC = re.compile(r"(?:ович|евич|ьич|овна|евна|ична|ович|івна|ївна)$")
_JOINTS = re.compile(r"[-'’`´‘ʻ‐]")
_INITIALS = re.compile(r"(?:[^\W\d_]\.?-?){1,3}")
_INITIAL_AND_NAME = re.compile(r"(?:[^\W\d_]{1,2}\.-?)+([^\W\d_]{2,}.*)")
_INNER_CAPITAL = re.compile(
    r"(?:Mc|Mac|De|Di|Du|La|Le|Van|Von|Fitz|O|D|El|Al|Ó|Ni|Bel|San|Ben)(?=[^\W\d_])"
)
_ELIDED = ("d'", "l'", "s'", "t'", "o'", "n'", "'t", "al", "el", "ul")
# Vowel signs and the like, which are not letters to Python, in scripts without capital letters.
_NOT_IN_NO_CASE = re.compile(
    r"[^\w\u0300-\u036f\u0591-\u05c7\u064b-\u0652\u0900-\u0dff\u0e00-\u0eff\u200c\u200d]"
)
_MOST_TOKENS = 12
_WHOLE = frozenset("wcn")
_MOST_CORE = 6
_MOST_SHAPE = 5
_LONGEST_SHAPE = 50


def sureness(tokens: list[str]) -> float:
    """How sure tokens are a person's name: 1.0 certain, 0.3 one bare given name, 0 no name."""
    folded = fold(" ".join(tokens)).split()
    if len(tokens) > _MOST_TOKENS or len(folded) != len(tokens):
        return 0.0
    start = count_honorifics(tokens, folded)
    core, folded = tokens[start:], [w.rstrip(".") for w in folded[start:]]
    while len(core) > 1 and folded[-1] in DEGREES and not core[-1].islower():
        if core[-1].istitle() and len(core) == 2 and not core[-1].endswith("."):
            break
        core, folded = core[:-1], folded[:-1]
    if not core or (len(core) > _MOST_CORE and _is_too_long(folded)) or _has_refusing(folded):
        return 0.0
    return _of_core(core, folded, honoured=start > 0)


def _is_too_long(folded: list[str]) -> bool:
    """Whether a name has too many words, small ones apart ("Ruiz de la Torre")."""
    return len(folded) > _MOST_CORE + min(sum(w in PARTICLES for w in folded), 3)


def has_name_shape(text: str, *, single: bool, any_word: bool = False) -> bool:
    """Whether a text is written like a name, though a word of it may be an everyday one.

    ``single`` lets one word do, ``any_word`` the last one be everyday as well. A title is none.
    """
    tokens = text.split()
    if len(text) > _LONGEST_SHAPE or not (2 - single <= len(tokens) <= _MOST_SHAPE):
        return False
    folded = fold(text).split()
    if len(folded) != len(tokens):
        return False
    start = count_honorifics(tokens, folded)
    start += len(tokens) - start > 2 and folded[start] in _HONOURED
    if has_role(" ".join(tokens[start:])):
        return False
    core, low = tokens[start:], [w.rstrip(".,") for w in folded[start:]]
    kinds = [_kind(t) for t in core]
    if not core or "" in kinds or not any(k in "wcn" for k in kinds):
        return False
    everyday = [w in NOT_NAMES and w not in PARTICLES for w in low]
    may_end = any_word and len(core) > 1
    return (may_end or not everyday[-1]) and sum(everyday) < 2 and kinds[-1] != "p"


def _has_refusing(folded: list[str]) -> bool:
    """Whether a word stands among them that no name has; a given name counts only in front."""
    if folded[0].replace(".", "") in LEADING_DEGREES:
        return True
    if NOT_NAMES.isdisjoint(folded):
        return False
    return any(
        word in NOT_NAMES and (i > 1 or word not in GIVEN_NAMES) and word not in PARTICLES
        for i, word in enumerate(folded)
    )


def _of_core(core: list[str], folded: list[str], *, honoured: bool) -> float:
    """The sureness of a name's own words, behind honorifics and before degrees."""
    kinds = [_kind(t) for t in core]
    most = 1.0
    if "" in kinds:
        if not _ends_small(core, kinds, folded, honoured=honoured):
            return 0.0
        kinds[-1] = "w"
        most = 1.0 if honoured else 0.6
    if _WHOLE.isdisjoint(kinds):
        return 0.0
    if len(core) > 1 and folded[0] in _PLACE_STARTS and not honoured:
        return 0.0
    shouted = "w" not in kinds and all(t.isupper() for t in core)
    known = [
        is_given(word) and (shouted or kind != "c" or len(word) > 4)
        for word, kind in zip(folded, kinds, strict=True)
    ]
    for i, word in enumerate(folded):
        if kinds[i] not in "pi" and word not in GIVEN_NAMES:
            most = min(most, _allowed(word, i, len(folded), known=known[0] or honoured))
    return min(most, _weight(folded, kinds, known, honoured=honoured)) if most else 0.0


def _allowed(word: str, at: int, count: int, *, known: bool) -> float:
    """How sure a name can be that has this word: words of the web and of titles refuse it.

    ``known`` says that a known given name or an honorific goes before.
    """
    if "-" in word and any(p in NOT_NAMES and p not in GIVEN_NAMES for p in word.split("-")):
        return 0.0
    if word in SURNAMES_TOO and not (at and known) and word not in _MAYBE_PLACE_STARTS:
        return 0.45 if at and at + 1 == count else 0.0
    role = role_of_word(word)
    if not role or (at and known and (role == "end" or word in _ROLE_SURNAMES)):
        return 1.0
    return 0.45 if at and word in _CRAFT_SURNAMES and at + 1 == count else 0.0


def _weight(folded: list[str], kinds: list[str], known: list[bool], *, honoured: bool) -> float:
    full = [i for i, k in enumerate(kinds) if k in "wcn"]
    if folded[0] in _MAYBE_PLACE_STARTS and not honoured:
        return 0.45 if len(full) > 1 else 0.0
    if len(full) == 1 and "i" not in kinds:
        if honoured:
            return 0.6
        return 0.3 if known[full[0]] else 0.0
    if honoured or known[full[0]] or any(_PATRONYMIC.search(w) for w in folded[1:]):
        return 1.0
    if any(known[i] for i in full[1:3]):
        return 0.85
    if "n" in kinds:
        return 0.4
    sure = 0.5 + 0.2 * ("p" in kinds[1:] or "i" in kinds)
    sure += 0.1 * (_SURNAME_END.search(folded[full[-1]]) is not None)
    return sure - 0.2 * (len(full) > 4)


@lru_cache(maxsize=8192)
def _kind(token: str) -> str:
    """A token's kind: w(ord), c(apitals), i(nitial), p(article), n(o case), "" for none of them."""
    if token.isalpha() and token[0].isupper() and token[1:].islower():
        return "w"
    if token[0].islower() or token[0] in "'’":
        return _small_kind(token)
    if _INITIALS.fullmatch(token) and (len(token) == 1 or "." in token):
        return "i" if token[0].isupper() else ""
    if glued := _INITIAL_AND_NAME.fullmatch(token):
        token = glued.group(1)
    letters = _JOINTS.sub("", token).rstrip(".,")
    if NO_CASE.search(letters):
        return "" if _NOT_IN_NO_CASE.search(letters) else "n"
    if not letters.isalpha() or not (letters[0].isupper() or letters[0].istitle()):
        return ""
    if letters.isupper():
        return "c" if len(letters) > 1 else "i"
    return "w" if _is_capitalised(token, letters) else ""


def _small_kind(token: str) -> str:
    """The kind of a token that begins small: a particle, or a name behind one ("d'Ivrea")."""
    low = token.lower().replace("’", "'")
    if low in PARTICLES or low.rstrip(".") in PARTICLES:
        return "p"
    if low[:2] not in _ELIDED or len(token) < 4:
        return ""
    rest = re.split(r"['-]", low, maxsplit=1)
    return "w" if len(rest) == 2 and token[len(rest[0]) + 1 :][:1].isupper() else ""


def _is_capitalised(token: str, letters: str) -> bool:
    """Whether a token has its capitals where names have them: not "YouTube", but "McCoy-O'Dowd"."""
    if token.endswith(".") and len(letters) > 4:
        return False
    for at, part in enumerate(_JOINTS.split(token)):
        if at and part.islower() and role_of_word(fold(part)):
            return False
        inner = _INNER_CAPITAL.sub("", part).rstrip(".")
        if len(inner) > 1 and not inner[1:].islower():
            return False
    return True


def _ends_small(core: list[str], kinds: list[str], folded: list[str], *, honoured: bool) -> bool:
    """A surname in small letters behind a certain given name ("Mr. Harshad prajapati")."""
    last = core[-1]
    if kinds.count("") != 1 or kinds[-1] or len(core) < 2 or not last.isalpha() or len(last) < 3:
        return False
    if not is_given(folded[0]) or folded[-1] in NOT_NAMES:
        return False
    return honoured or (len(core) < 4 and not role_of_word(folded[-1]))
