"""One more hostile input from another one, changed in the way that its kind can be changed."""

from random import Random

from fuzz.chance import changed_bytes
from fuzz.lines import changed_text_of_lines
from fuzz.pages import changed_page
from fuzz.rows import changed_table
from fuzz.trees import changed_json
from fuzz.zips import changed_zip

LARGEST = 1 << 15


def mutated(data: bytes, chance: Random, most: int = LARGEST) -> bytes:
    """The input changed: by its structure most of the time, else as bytes."""
    made = data
    for _ in range(chance.choice((1, 1, 1, 2, 3))):
        try:
            made = _changed(made, chance) if chance.random() < 0.9 else changed_bytes(made, chance)
        except (MemoryError, RecursionError):
            break
        made = made[:most]
    return made


def _changed(data: bytes, chance: Random) -> bytes:
    if data.startswith(b"PK"):
        return changed_zip(data, chance, _changed)
    start = data[:400].lstrip(b"\xef\xbb\xbf \t\r\n")
    if start.startswith((b"{", b"[{")):
        return changed_json(data, chance)
    if start.startswith(b"<"):
        return changed_page(data, chance)
    lines = start.splitlines()[:2]
    if start[:6].upper() == b"BEGIN:" or any(
        b" = " in line or b": " in line[:20] for line in lines
    ):
        return changed_text_of_lines(data, chance)
    return changed_table(data, chance)
