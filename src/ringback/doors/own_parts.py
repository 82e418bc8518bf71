"""The parts of the scripts that the seeker may put into their own words."""

from ringback.core.texts.language import ENGLISH, language, languages

PROOF = "One sentence on what you did that helps them"


def own_parts() -> dict[str, str]:
    """What each part is called, by its key; ``proof`` is said in several of them."""
    return {"proof": PROOF} | {key: one.heading for key, one in language(ENGLISH).sections.items()}


def spoken_choices() -> dict[str, str]:
    """The languages in which calls and mails can be, each by its own name."""
    return {code: language(code).called for code in languages()}
