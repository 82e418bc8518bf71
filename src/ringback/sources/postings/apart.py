"""A posting read in a child process, which bytes made to take for ever cannot outlast."""

import json
import tempfile
from pathlib import Path

from ringback.sources.limits import Exhausted, Limits, answers
from ringback.sources.postings.given import Given, Reading
from ringback.sources.postings.in_json import reading_from_json, told_of
from ringback.sources.unreadable import Unreadable

_CHILD = Path(__file__).with_name("posting_child.py")
MEMORY = 700_000_000
SECONDS = 6.0


def read_apart(content: bytes, given: Given, seconds: float = SECONDS) -> Reading:
    """The postings in the bytes, as `reading` finds them; ``seconds`` of processor time.

    Raises Unreadable (reading).
    """
    with tempfile.TemporaryDirectory(prefix="ringback-posting-") as folder:
        file, beside = Path(folder, "content"), Path(folder, "given.json")
        file.write_bytes(content)
        beside.write_text(json.dumps(told_of(given)), "utf-8")
        try:
            lines = list(answers(_CHILD, [str(file), str(beside)], Limits(MEMORY, seconds)))
        except Exhausted as end:
            raise Unreadable(
                "reading", "The posting is made in such a way that it cannot be read.",
                "Copy its text and give that: ringback add --posting - takes it.",
            ) from end  # fmt: skip
    return reading_from_json(json.loads(b"".join(lines)))
