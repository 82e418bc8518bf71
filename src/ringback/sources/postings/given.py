"""What a reader of postings is given, and what it gives back."""

from dataclasses import dataclass
from datetime import date

from ringback.core.posting import Posting


@dataclass(frozen=True, slots=True)
class Given:
    """What is known of the bytes: the address they came from, the day, which posting is meant.

    ``pasted`` says that they are text which a person took out of a page. ``key`` is the platform's
    own number of the posting that is meant, where the answer holds others as well.
    """

    read_on: date
    url: str = ""
    key: str = ""
    pasted: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """What bytes came to: the postings in them, or why there are none."""

    postings: tuple[Posting, ...] = ()
    built_by_script: bool = False
