"""A stretch of a long text around the words that were looked for."""

# How much of a long text is shown around what was found.
AROUND = 160


def excerpt(text: str, words: str) -> str:
    """The stretch of a text around the first of the words, on one line."""
    plain = " ".join(text.split())
    if len(plain) <= AROUND:
        return plain
    at = max(plain.casefold().find(words.split(maxsplit=1)[0].casefold()), 0)
    start = max(at - AROUND // 2, 0)
    cut = plain[start : start + AROUND]
    return f"{'…' if start else ''}{cut}{'…' if start + AROUND < len(plain) else ''}"
