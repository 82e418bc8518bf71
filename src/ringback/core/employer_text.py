"""The words of an employer's name as they compare: forms, articles and "and" taken off."""

from ringback.core.employer_words import AND, ARTICLES, SAME_WORD, SITE, WEB
from ringback.core.legal_forms import (
    ALONE,
    ANYWHERE,
    ATTACHED,
    BEGINNINGS,
    DOTTED,
    ENDINGS,
    PARTS,
)
from ringback.core.letters import respelled

PUNCTUATION = str.maketrans(
    {
        **dict.fromkeys(
            '!"#$%()*,:;<=>?@[\\]^_{|}~-…‥、。，「」『』【】〔〕〈〉《》・•؛،؟§¶†‡°¡¿', " "
        ),
        **dict.fromkeys("'`"),
    }
)
_PLAIN_AND = frozenset({"&", "and", "und", "et", "och", "og"})
_AND_COMPANY = frozenset({"co", "company", "cia", "c"})


def words_of(folded: str, name: str) -> list[str]:
    """The words of a folded name, its abbreviations closed, each "and" within it an "&"."""
    if folded.startswith("l'") and len(folded) > 3:
        folded = folded[2:]
    if "co-op" in folded:
        folded = folded.replace("co-op", "coop")
    text = respelled(folded.translate(PUNCTUATION))
    words = text.split()
    if "." in text or "/" in text or "&" in text or "+" in text:
        words = [word for written in words for word in _closed(written)]
    if "spa" in words and ("SpA" in name or "SPA" in name):
        words = ["spa." if word == "spa" else word for word in words]
    return words


def _closed(written: str) -> list[str]:
    if "&" in written or "+" in written:
        parts = written.replace("+", "&").split("&")
        if len(parts) == 2 and _initials(parts[0], parts[1]):
            return [respelled("".join(parts))]
        return [word for part in parts for word in ("&", *(_closed(part) if part else ()))][1:]
    if "/" in written:
        parts = written.split("/")
        if all(len(part) < 2 for part in parts):
            letters = "".join(parts).replace(".", "")
            return [_abbreviated(letters)] if letters else []
        return [word for part in parts for word in _closed(part)]
    parts = [part for part in written.split(".") if part]
    if len(parts) < 2:
        return parts
    letters = "".join(parts)
    if letters in SAME_WORD:
        return [letters]
    if len(parts[0]) < 4 and all(len(part) < 3 for part in parts[1:]):
        return [_abbreviated(letters)]
    if parts[-1] in WEB or (parts[-1] == "uk" and parts[-2] == "co"):
        parts = parts[1 if parts[0] == "www" else 0 : -2 if parts[-1] == "uk" else -1]
    return parts


def _abbreviated(letters: str) -> str:
    """An abbreviation closed; its dot stays where only the dots make it a legal form."""
    return letters + "." if letters in DOTTED else respelled(letters)


def _initials(left: str, right: str) -> bool:
    """Whether two pieces around an "and" are letters of one name: "H & K", "AT&B"."""
    return len(left) + len(right) < 4 and left.isalnum() and right.isalnum() and right not in ALONE


def reduced(words: list[str]) -> tuple[list[str], set[str]]:
    """Words without legal forms, articles and "and", and the forms that were taken off."""
    forms: set[str] = set()
    words = joined(words)
    while True:
        before = words
        words = joined(_stripped(words, forms))
        if words == before:
            break
    return [word.rstrip(".") for word in words if word != "&"], forms


def joined(words: list[str]) -> list[str]:
    """Single letters that stand together made one word, initials around an "and" as well."""
    found: list[str] = []
    run = False
    last = len(words) - 1
    for index, written in enumerate(words):
        word = SAME_WORD.get(written, written)
        if len(word) == 1 and word.isalnum():
            if run:
                found[-1] = respelled(found[-1] + word)
                continue
            run = index < last and len(words[index + 1]) == 1 and words[index + 1].isalnum()
        else:
            run = False
        after_and = len(found) > 1 and found[-1] == "&"
        if after_and and word != "&" and _initials(found[-2], word):
            found[-2:] = [respelled(found[-2] + word)]
        elif word in AND and not run and found and index < last and _joins(word, words[index + 1]):
            if not after_and:
                found.append("&")
        elif word != "&":
            found.append(word)
    return found


def _joins(word: str, following: str) -> bool:
    """Whether a word is an "and" here: not where only a legal form follows ("Quantum-Si Inc")."""
    return word in _PLAIN_AND or following not in ALONE or following in _AND_COMPANY


def _stripped(words: list[str], forms: set[str]) -> list[str]:
    """Words without what stands around the name, once; ``forms`` collects the legal forms."""
    while len(words) > 1 and (words[0] in ARTICLES or words[0] == "&"):
        words = words[1:]
    while len(words) > 1 and (words[-1] == "the" or words[-1] == "&"):
        words = words[:-1]
    if len(words) > 1 and words[0] == "sc" and not forms.isdisjoint(("srl", "sa")):
        words = words[1:]
    if words and words[-1] in ENDINGS:
        words = _without_ending(words, forms)
    if words and words[0] in BEGINNINGS:
        words = _without_beginning(words, forms)
    for index in range(len(words) - 2, 0, -1):
        if (found := ANYWHERE.get(words[index])) is not None:
            forms.add(found)
            words = words[:index] + words[index + 1 :]
        elif words[index] == "&" and not _AND_COMPANY.isdisjoint(words[index + 1 : index + 2]):
            forms.add("co")
            words = words[:index] + words[index + 2 :]
    return words if not words or words[-1].isascii() else _detached(words, forms)


def _without_ending(words: list[str], forms: set[str]) -> list[str]:
    for sequence, form in ENDINGS[words[-1]]:
        if len(words) > (size := len(sequence)) and tuple(words[-size:]) == sequence:
            forms.add(form)
            rest = words[:-size]
            return rest[:-1] if len(rest) > 1 and rest[-1] == "&" else rest
    return words


def _without_beginning(words: list[str], forms: set[str]) -> list[str]:
    for sequence, form in BEGINNINGS[words[0]]:
        if len(words) > (size := len(sequence)) and tuple(words[:size]) == sequence:
            forms.add(form)
            return words[size:]
    return words


def _detached(words: list[str], forms: set[str]) -> list[str]:
    for form in ATTACHED:
        if words[-1].endswith(form) and len(words[-1]) > len(form):
            forms.add("公司" if form.endswith("公司") else "株")
            return [*words[:-1], words[-1].removesuffix(form)]
        if words[0].startswith(form) and len(words[0]) > len(form):
            forms.add("株")
            return [words[0].removeprefix(form), *words[1:]]
    return words


def without_site(words: list[str]) -> tuple[list[str], str]:
    """The words before the site that a name goes on to tell, and that site."""
    for index in range(1, len(words)):
        word = words[index]
        rest = words[index + 1 :]
        if word in SITE:
            return words[:index], " ".join(rest)
        if word in ANYWHERE and rest and PARTS.isdisjoint(rest) and "&" not in rest:
            return words[:index], " ".join(rest)
    return words, ""
