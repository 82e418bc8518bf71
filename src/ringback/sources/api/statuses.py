"""What a service means by a status that is no success, in one sentence and one way out."""

from collections.abc import Mapping
from dataclasses import dataclass

from ringback.sources.unreadable import Unreadable


@dataclass(frozen=True, slots=True)
class Meaning:
    """A status in words: ``{label}`` stands for the service, ``code`` as in ``Client.post``."""

    code: str
    sentence: str
    hint: str


Meanings = Mapping[int, Meaning]

_ASKED = "Check what was asked: the employer's site or number can be given with --as."
USUAL: Meanings = {
    400: Meaning("question", "{label} did not understand the question", _ASKED),
    401: Meaning(
        "key", "{label} does not take the key", "`ringback config key` stores another one."
    ),
    402: Meaning(
        "paid", "{label} wants to be paid first", "Look into your account there: credits, or plan."
    ),
    403: Meaning(
        "key", "{label} does not allow this with your key",
        "Look into your account there whether your plan has it.",
    ),
    404: Meaning("unknown", "{label} knows nothing of that", _ASKED),
    422: Meaning("question", "{label} cannot work with what was asked", _ASKED),
    429: Meaning("later", "{label} was asked too often", "Try again {when}."),
}  # fmt: skip
_TROUBLE = Meaning("trouble", "{label} has trouble of its own", "Try again {when}.")
_OTHER = Meaning("status", "{label} did not do it", "Look into your account there.")


def refused(label: str, status: int, said: str, when: str, own: Meanings) -> Unreadable:
    """The refusal for a status; ``said`` are the service's own words, ``when`` the wait, if known.

    ``own`` is what this service means by a status where it differs from the usual.
    """
    meaning = own.get(status) or USUAL.get(status) or (_TROUBLE if status >= 500 else _OTHER)
    words = f", and says: “{said}”" if said else ""
    sentence = f"{meaning.sentence.format(label=label)} (it answered {status}){words}."
    return Unreadable(
        meaning.code, sentence, meaning.hint.format(when=f"in {when}" if when else "later")
    )
