"""Lines that no screen lays out, such as prompts: broken between words, never within one."""

import shutil
import textwrap
from typing import IO

WIDEST = 96


def folded(text: str, indent: str = "") -> str:
    """The text in lines as wide as the terminal, those after the first under an indent.

    What stands at its beginning or end, such as a blank before the answer, stays there.
    """
    columns = min(shutil.get_terminal_size().columns, WIDEST)
    end = text[len(text.rstrip()) :]
    # The last column is left free: a terminal that fills it goes on to the next line.
    lines = textwrap.wrap(
        text, columns - 1, subsequent_indent=indent, drop_whitespace=True, break_on_hyphens=False,
        break_long_words=False, replace_whitespace=False,
    )  # fmt: skip
    return "\n".join(lines) + end if lines else text


def folded_for(stream: IO[str], text: str, indent: str = "") -> str:
    """The same where the stream is a terminal; programs and files get the line as it is."""
    return folded(text, indent) if stream.isatty() else text
