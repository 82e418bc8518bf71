"""The parts of the scripts that the seeker may put into their own words."""

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from ringback.core.texts.language import ENGLISH, Language, language, languages


def own_parts() -> dict[str, str]:
    """What each part is called, by its key; ``proof`` is said in several of them."""
    proof = {"proof": _("One sentence on what you did that helps them")}
    return proof | {key: one.heading for key, one in _words().sections.items()}


def part_called(key: str) -> str:
    """What a part is called in the language of the page; empty where it has no such part."""
    part = _words().sections.get(key) or _words().mails.get(key.removeprefix("mail "))
    return part.heading if part else ""


def part_hint(key: str) -> str:
    """What is told of a part in the language of the page; empty where it has no such part."""
    part = _words().sections.get(key) or _words().mails.get(key.removeprefix("mail "))
    return part.hint if part else ""


def page_language() -> str:
    """The language of the page as that of scripts; English where there are no such words."""
    code = (get_language() or ENGLISH).partition("-")[0]
    return code if code in languages() else ENGLISH


def _words() -> Language:
    return language(page_language())


def spoken_choices() -> dict[str, str]:
    """The languages in which calls and mails can be, each by its own name."""
    return {code: language(code).called for code in languages()}
