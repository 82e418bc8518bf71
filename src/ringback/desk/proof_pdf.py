"""The proof as PDF: a table over pages, its header on each, a line to sign at the end."""

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from reportlab.lib.pagesizes import A4, LETTER, landscape
from reportlab.pdfgen.canvas import Canvas

from ringback.core.proof.forms import Paper
from ringback.core.proof.proof import Contact, Proof
from ringback.desk.proof_fonts import Fonts, clean
from ringback.desk.refusal import Code, Refusal

_PAPERS = {Paper.A4: landscape(A4), Paper.LETTER: landscape(LETTER)}
# Points (1/72 inch).
_MARGIN, _FOOT = 42.0, 30.0
_SIZE, _SMALL, _TITLE = 8.5, 7.5, 17.0
_LEAD, _PAD, _GAP = 11.0, 4.0, 10.0
_SIGN = 64.0
_INK, _QUIET, _RULE, _BAND = 0.10, 0.38, 0.75, 0.93
# How the columns share the width: date, employer, person, how, position, result.
_SHARES = (0.085, 0.245, 0.16, 0.165, 0.165, 0.18)
_EMPLOYER = 1


@dataclass(frozen=True, slots=True)
class _Line:
    """One row of the table, its cells in lines as they are drawn; a band has one cell.

    ``named`` is how many lines the employer's name takes, which are bold.
    """

    cells: tuple[tuple[str, ...], ...]
    is_band: bool = False
    named: int = 0

    @property
    def height(self) -> float:
        return max(len(cell) for cell in self.cells) * _LEAD + 2 * _PAD


def proof_pdf(proof: Proof, *, weekly: bool = False, fonts: Sequence[Path] = ()) -> bytes:
    """The proof as a PDF on its country's paper; the same proof gives the same bytes.

    ``weekly`` puts the contacts under a heading for each week; ``fonts`` are TrueType files for
    letters that the product's own font lacks.

    Raises Refusal (bad value), naming them, where there are letters that no font shows: nothing
    is ever drawn as an empty box; (bad file) for a font that cannot be used.
    """
    known = Fonts(fonts)
    _refuse_missing(proof, known)
    page = _Page(proof, known)
    lines = list(_lines(proof, page, weekly=weekly))
    return page.write(_pages(lines, page))


def _refuse_missing(proof: Proof, fonts: Fonts) -> None:
    texts = [proof.seeker, *(cell for one in proof.contacts for cell in proof.cells(one))]
    unseen = [text.split("\n")[0] for text in dict.fromkeys(texts) if fonts.missing(text)]
    if unseen:
        shown = ", ".join(f"“{text}”" for text in unseen[:5])
        more = f" and {len(unseen) - 5} more" if len(unseen) > 5 else ""
        raise Refusal(
            Code.BAD_VALUE, f"The PDF's letters cannot show {shown}{more}.",
            "Name a TrueType font that has them with --font FILE (right-to-left and joined "
            "scripts need the CSV, which shows every name).",
        )  # fmt: skip


def _lines(proof: Proof, page: "_Page", *, weekly: bool) -> Iterable[_Line]:
    if not weekly:
        yield from (page.row(contact) for contact in proof.contacts)
        return
    for week in proof.weeks:
        said = proof.words.week.format(first=proof.day(week.first), last=proof.day(week.last))
        yield _Line(((f"{said}: {proof.count(week.contacts)}",),), is_band=True)
        yield from (page.row(contact) for contact in week.contacts)


def _pages(lines: list[_Line], page: "_Page") -> list[list[_Line]]:
    """The rows by page; a band never stands last, and the line to sign has its room."""
    pages: list[list[_Line]] = [[]]
    left = page.room(first=True)
    for index, line in enumerate(lines):
        after = lines[index + 1].height if line.is_band and index + 1 < len(lines) else 0
        if line.height + after > left and pages[-1]:
            pages.append([])
            left = page.room(first=False)
        pages[-1].append(line)
        left -= line.height
    if left < _SIGN:
        pages.append([])
    return pages


class _Page:
    """The sheet that is drawn on: where its columns are, and how a text lies in them."""

    def __init__(self, proof: Proof, fonts: Fonts) -> None:
        self.proof = proof
        self.words = proof.words
        self.fonts = fonts
        self.width, self.height = map(float, _PAPERS[proof.paper])
        inner = self.width - 2 * _MARGIN
        self.widths = [share * inner for share in _SHARES]
        self.lefts = [_MARGIN + sum(self.widths[:index]) for index in range(len(_SHARES))]
        self.head = _Line(tuple(
            self.wrapped(heading, width, bold=True)
            for heading, width in zip(self.words.headings, self.widths, strict=True)
        ))  # fmt: skip
        self.file = io.BytesIO()
        self.canvas = Canvas(
            self.file, pagesize=(self.width, self.height), invariant=1, pageCompression=1,
            initialFontName=fonts.plain, initialFontSize=_SIZE, lang=proof.labels.value,
        )  # fmt: skip
        self.canvas.setTitle(f"{proof.title}, {proof.period}")
        self.canvas.setAuthor(clean(proof.seeker))
        self.canvas.setCreator("Ringback")

    def room(self, *, first: bool) -> float:
        """How much height the rows of a page have."""
        return self._top(first=first) - self.head.height - _MARGIN - _FOOT / 2

    def row(self, contact: Contact) -> _Line:
        """A contact as a row, cut where it is taller than a page has room."""
        most = int((self.room(first=True) - 2 * _PAD) // _LEAD)
        name = self.wrapped(contact.employer, self.widths[_EMPLOYER], bold=True)
        cells = [
            self.wrapped(cell, width)
            for cell, width in zip(self.proof.cells(contact), self.widths, strict=True)
        ]
        address = self.wrapped("\n".join(contact.address), self.widths[_EMPLOYER])
        cells[_EMPLOYER] = name + address if contact.address else name
        cut = tuple(cell if len(cell) <= most else (*cell[: most - 1], "…") for cell in cells)
        return _Line(cut, named=len(name))

    def wrapped(self, text: str, width: float, *, bold: bool = False) -> tuple[str, ...]:
        """A text in lines that fit a column; a word that is too long for it is broken."""
        room = width - 2 * _PAD
        lines: list[str] = []
        for paragraph in clean(text).split("\n"):
            line = ""
            for word in paragraph.split():
                longer = f"{line} {word}" if line else word
                if self.fonts.width(longer, _SIZE, bold=bold) <= room:
                    line = longer
                    continue
                if line:
                    lines.append(line)
                *whole, line = self._broken(word, room, bold=bold)
                lines += whole
            lines.append(line)
        return tuple(lines)

    def write(self, pages: list[list[_Line]]) -> bytes:
        """Draw every page; the file."""
        for number, lines in enumerate(pages, 1):
            y = self._begin(number)
            for line in lines:
                y = self._row(line, y)
            if not self.proof.contacts:
                self._text(_MARGIN + _PAD, y - 16, self.words.nothing)
            if number == len(pages):
                self._sign()
            self._foot(number, len(pages))
            self.canvas.showPage()
        self.canvas.save()
        return self.file.getvalue()

    def _top(self, *, first: bool) -> float:
        return self.height - _MARGIN - (58 if first else 22)

    def _begin(self, number: int) -> float:
        """The head of a page; where its rows begin."""
        proof, words, first = self.proof, self.words, number == 1
        top = self.height - _MARGIN
        right = self.width - _MARGIN
        if first:
            self._text(_MARGIN, top - 12, proof.title, _TITLE, bold=True)
            self._text(right, top - 10, proof.period, 11, bold=True, from_right=True)
            count = proof.count(proof.contacts)
            self._text(right, top - 26, count, _SIZE, gray=_QUIET, from_right=True)
            middle = _MARGIN + (right - _MARGIN) * 0.38
            self._blank(_MARGIN, top - 40, words.name, clean(proof.seeker), middle - 20)
            self._blank(middle, top - 40, words.number, "", _MARGIN + (right - _MARGIN) * 0.7)
        else:
            head = f"{proof.title}  ·  {clean(proof.seeker)}" if proof.seeker else proof.title
            self._text(_MARGIN, top - 8, head, _SIZE, bold=True)
            self._text(right, top - 8, proof.period, _SIZE, from_right=True)
        y = self._top(first=first)
        self._fill(y, self.head.height)
        return self._row(self.head, y, bold=True)

    def _blank(self, x: float, y: float, label: str, value: str, until: float) -> None:
        """A label with its value on a line, to be filled in by hand where there is none."""
        self._text(x, y, f"{label}:", _SIZE, gray=_QUIET)
        start = x + self.fonts.width(f"{label}:", _SIZE) + 6
        if value:
            self._text(start, y, value, 10, bold=True)
        else:
            self._rule(start, y - 2, until)

    def _row(self, line: _Line, y: float, *, bold: bool = False) -> float:
        """Draw a row whose top is at ``y``; where it ends."""
        bottom = y - line.height
        if line.is_band:
            self._fill(y, line.height)
            self._text(_MARGIN + _PAD, y - _PAD - 8, line.cells[0][0], _SIZE, bold=True)
        else:
            for index, (cell, left) in enumerate(zip(line.cells, self.lefts, strict=True)):
                for row, text in enumerate(cell):
                    strong = bold or (index == _EMPLOYER and row < line.named)
                    at = y - _PAD - 8 - row * _LEAD
                    self._text(left + _PAD, at, text, _SIZE, bold=strong)
        self._rule(_MARGIN, bottom, self.width - _MARGIN)
        return bottom

    def _sign(self) -> None:
        words, right = self.words, self.width - _MARGIN
        y = _MARGIN + _FOOT
        self._text(_MARGIN, y + 14, words.confirm, _SIZE)
        start = _MARGIN + (right - _MARGIN) * 0.62
        self._rule(start, y + 2, right, gray=_INK)
        self._text(start, y - 9, words.sign, _SMALL, gray=_QUIET)

    def _foot(self, number: int, pages: int) -> None:
        y = _MARGIN - 12
        made = self.words.made.format(day=self.proof.day(self.proof.made_on))
        self._text(_MARGIN, y, made, _SMALL, gray=_QUIET)
        page = self.words.page.format(page=number, pages=pages)
        self._text(self.width - _MARGIN, y, page, _SMALL, gray=_QUIET, from_right=True)

    def _broken(self, word: str, room: float, *, bold: bool) -> list[str]:
        parts = [""]
        for letter in word:
            if parts[-1] and self.fonts.width(parts[-1] + letter, _SIZE, bold=bold) > room:
                parts.append("")
            parts[-1] += letter
        return parts

    def _text(
        self, x: float, y: float, text: str, size: float = _SIZE, *, bold: bool = False,
        gray: float = _INK, from_right: bool = False,
    ) -> None:  # fmt: skip
        if from_right:
            x -= self.fonts.width(text, size, bold=bold)
        self.canvas.setFillGray(gray)
        for run in self.fonts.runs(text, size, bold=bold):
            self.canvas.setFont(run.font, size)
            self.canvas.drawString(x, y, run.text)
            x += run.width

    def _rule(self, x: float, y: float, until: float, *, gray: float = _RULE) -> None:
        self.canvas.setStrokeGray(gray)
        self.canvas.setLineWidth(0.6)
        self.canvas.line(x, y, until, y)

    def _fill(self, top: float, height: float) -> None:
        self.canvas.setFillGray(_BAND)
        self.canvas.rect(_MARGIN, top - height, self.width - 2 * _MARGIN, height, stroke=0, fill=1)
