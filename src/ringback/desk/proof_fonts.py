"""The letters of a PDF: which font shows which letter, and which none does.

DejaVu Sans Condensed comes with the product (fonts/LICENSE.txt) and shows Latin, Cyrillic, Greek,
Armenian and Georgian. For others a font file can be named. What runs from right to left or is
joined needs more than a font; it is told, and never drawn wrong.
"""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont

from ringback.desk.refusal import Code, Refusal

_OWN = {False: "DejaVuSansCondensed", True: "DejaVuSansCondensed-Bold"}
# Scripts whose letters change their shape or place beside one another (Unicode blocks).
_SHAPED = ((0x0590, 0x08FF), (0x0900, 0x0DFF), (0x0F00, 0x109F), (0x1780, 0x17FF),
           (0xFB1D, 0xFDFF), (0xFE70, 0xFEFE), (0x10800, 0x10FFF), (0x1E800, 0x1EFFF))  # fmt: skip

# Beyond these the file would show the letter, but give another when it is copied or searched.
_LAST = 0xFFFF


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one font, and how wide it is in points."""

    font: str
    text: str
    width: float


class Fonts:
    """The fonts of one PDF: the product's own, then those that were named.

    Raises Refusal (bad file) for a file that is no TrueType font.
    """

    def __init__(self, named: Iterable[Path] = ()) -> None:
        folder = files("ringback.desk") / "fonts"
        self._own = {}
        for bold, name in _OWN.items():
            with (folder / f"{name}.ttf").open("rb") as file:
                self._own[bold] = _registered(name, TTFont(name, file))
        self._more = [_named(number, path) for number, path in enumerate(named)]

    @property
    def plain(self) -> str:
        """The name of the product's own font."""
        return _OWN[False]

    def missing(self, text: str) -> str:
        """The letters of a text that cannot be shown, each once."""
        found = dict.fromkeys(
            letter for letter in clean(text) if not self._shows(letter) and letter != "\n"
        )
        return "".join(found)

    def runs(self, text: str, size: float, *, bold: bool = False) -> Iterator[Run]:
        """A line in stretches of one font each."""
        start = 0
        while start < len(text):
            font = self._font(text[start], bold=bold)
            end = start + 1
            while end < len(text) and self._font(text[end], bold=bold) == font:
                end += 1
            part = text[start:end]
            yield Run(font, part, pdfmetrics.stringWidth(part, font, size))
            start = end

    def width(self, text: str, size: float, *, bold: bool = False) -> float:
        """How wide a line is, in points."""
        return sum(run.width for run in self.runs(text, size, bold=bold))

    def _shows(self, letter: str) -> bool:
        code = ord(letter)
        if code > _LAST or any(low <= code <= high for low, high in _SHAPED):
            return False
        return any(code in font.face.charToGlyph for font in (self._own[False], *self._more))

    def _font(self, letter: str, *, bold: bool) -> str:
        code = ord(letter)
        for font in (self._own[bold], self._own[False], *self._more):
            if code in font.face.charToGlyph:
                return str(font.fontName)
        return str(self._own[bold].fontName)


def clean(text: str) -> str:
    """A text as it is drawn: letters composed, unseen signs left out, any space a space."""
    composed = unicodedata.normalize("NFC", text)
    return "".join(
        "\n" if letter == "\n" else " " if letter.isspace() else letter
        for letter in composed
        if letter.isspace() or not unicodedata.category(letter).startswith("C")
    )


def _registered(name: str, font: TTFont) -> TTFont:
    # Registering anew begins a new set of letters for each PDF.
    pdfmetrics.registerFont(font)
    return font


def _named(number: int, path: Path) -> TTFont:
    name = f"Named{number}"
    try:
        return _registered(name, TTFont(name, str(path)))
    except (TTFError, OSError) as error:
        raise Refusal(
            Code.BAD_FILE, f"{path} is no font that a PDF can be written with.",
            "Name a TrueType font: a file that ends in .ttf or .ttc.",
        ) from error  # fmt: skip
