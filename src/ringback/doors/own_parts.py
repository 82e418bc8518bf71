"""The parts of the scripts that the seeker may put into their own words."""

from ringback.core.texts.language import ENGLISH, language

PROOF = "One sentence on what you did that helps them"


def own_parts() -> dict[str, str]:
    """What each part is called, by its key; ``proof`` is said in several of them."""
    return {"proof": PROOF} | {key: one.heading for key, one in language(ENGLISH).sections.items()}
