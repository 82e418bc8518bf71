"""The number of a record, as somebody typed it or a form sent it."""

# The largest whole number of 18 digits fits into what any of the databases keeps.
_LONGEST = 18


def record_number(text: str) -> int:
    """The number in a text of ASCII digits; 0, which no record has, for all else."""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= _LONGEST else 0
