"""The proof of a search lived at the desk: as values, as CSV, as a PDF that is read back."""

import csv
import io
import re
import struct
from datetime import UTC, date, datetime, timedelta
from importlib.resources import files
from pathlib import Path

import pytest
from pypdf import PdfReader

from ringback.core.places import Place
from ringback.core.proof.forms import Form, Paper
from ringback.core.proof.proof import Contact, Proof
from ringback.core.proof.words import Labels
from ringback.core.touches import Reply
from ringback.desk.answers import book_interview, log_reply
from ringback.desk.course import strike
from ringback.desk.openings import NewOpening, add
from ringback.desk.proof import proof, proof_csv
from ringback.desk.proof_fonts import Fonts
from ringback.desk.proof_pdf import _Page, proof_pdf
from ringback.desk.refusal import Code, Refusal
from ringback.desk.sending import send
from tests.desk.factories import NOW, a_call, a_desk, a_search, a_sent_opening, an_opening, later

DAY = timedelta(days=1)
FIRST, LAST = date(2026, 10, 1), date(2026, 10, 31)
END = datetime(2026, 10, 31, 22, 0, tzinfo=UTC)


def a_contact(number: int = 1, employer: str = "", person: str = "Ada Miller") -> Contact:
    """A line of a proof."""
    return Contact(
        day=date(2026, 10, 1 + number % 28), employer_id=number,
        employer=employer or f"Example {number} Inc",
        address=("Columbus, OH, US", "(614) 555-0142"), person=person,
        method="Telephone call", position="Engineer", result="Left a message",
    )  # fmt: skip


def a_proof(*contacts: Contact, form: Form = Form.US, paper: Paper = Paper.LETTER) -> Proof:
    labels = Labels.EN if form is Form.US else Labels.DE
    return Proof(form, labels, paper, "Pat Doe", FIRST, LAST, LAST, contacts)


def pages(pdf: bytes) -> list[str]:
    """The text of each page, each run of spaces one space."""
    return [re.sub(r"\s+", " ", page.extract_text()) for page in PdfReader(io.BytesIO(pdf)).pages]


@pytest.mark.django_db
def test_it_holds_what_happened_with_whom_and_where() -> None:
    desk = a_desk()
    opening = a_sent_opening(desk)
    a_call(later(desk, NOW + 3 * DAY), opening, "voicemail-left")
    log_reply(later(desk, NOW + 5 * DAY), opening, Reply.REJECTION)
    found = proof(later(desk, END), FIRST, LAST, Form.US)
    assert [found.cells(one) for one in found.contacts] == [
        (
            "10/06/2026", "Example Tools Inc\nColumbus, OH, US\nada.miller@tools.example",
            "Ada Miller, Director of Engineering", "Application to a posting, e-mail", "Engineer",
            "Sent; 10/11/2026: Rejected",
        ),
        (
            "10/09/2026", "Example Tools Inc\nColumbus, OH, US\n(614) 555-0142",
            "Ada Miller, Director of Engineering", "Telephone call", "Engineer", "Left a message",
        ),
    ]  # fmt: skip
    assert (found.seeker, found.paper) == ("Pat Doe", Paper.LETTER)


@pytest.mark.django_db
def test_a_country_by_itself_is_no_address() -> None:
    desk = a_desk()
    add(desk, NewOpening(employer="Acme Foods", place=Place(country="US"), sent_at=NOW))
    (contact,) = proof(later(desk, END), FIRST, LAST, Form.US).contacts
    assert contact.address == ()


@pytest.mark.django_db
def test_what_was_struck_and_what_is_planned_is_not_in_it() -> None:
    desk = a_desk()
    opening = a_sent_opening(desk)
    on_day = later(desk, NOW + 3 * DAY)
    logged = a_call(on_day, opening, "talked")
    book_interview(on_day, opening, on_day.now + 2 * DAY)
    assert len(proof(on_day, FIRST, LAST, Form.US).contacts) == 2
    strike(on_day, tuple(touch.uid for touch in logged.touches))
    found = proof(on_day, FIRST, LAST, Form.US)
    assert [one.method for one in found.contacts] == ["Application to a posting, e-mail"]


@pytest.mark.django_db
def test_another_search_is_not_in_it() -> None:
    other = a_desk()
    a_sent_opening(other)
    assert proof(a_desk(later(other, END).now), FIRST, LAST, Form.US).contacts == ()


@pytest.mark.django_db
def test_a_day_is_the_seekers() -> None:
    """Half past ten at night in Ohio on the 9th is the 10th in London."""
    desk = a_desk()
    opening = a_sent_opening(desk)
    a_call(later(desk, datetime(2026, 10, 10, 2, 30, tzinfo=UTC)), opening)
    found = proof(later(desk, END), date(2026, 10, 9), date(2026, 10, 9), Form.US)
    assert [one.day for one in found.contacts] == [date(2026, 10, 9)]


@pytest.mark.django_db
def test_a_period_that_cannot_be_is_refused() -> None:
    for first, last, code in ((LAST, FIRST, Code.BAD_VALUE), (LAST, LAST, Code.NOT_YET)):
        with pytest.raises(Refusal) as refused:
            proof(a_desk(), first, last, Form.US)
        assert refused.value.code is code


@pytest.mark.django_db
def test_no_cell_of_the_csv_is_a_formula() -> None:
    desk = a_desk(search=a_search(seeker_name="=cmd"))
    send(desk, an_opening(desk, '=HYPERLINK("x")', "+1 Engineer", manager="@Ada"))
    found = proof(later(desk, END), FIRST, LAST, Form.US)
    rows = list(csv.reader(io.StringIO(proof_csv(found).decode("utf-8-sig"))))
    assert len(rows) == 2
    assert rows[0][0] == "Date"
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row)
    assert rows[1][4] == "'+1 Engineer"


def test_the_pdf_says_all_that_the_proof_does() -> None:
    (page,) = pages(proof_pdf(a_proof(a_contact(4))))
    for part in (
        "Work search record", "10/01/2026 – 10/31/2026", "Contacts: 1, employers: 1", "Pat Doe",
        "Claimant number", "Employer and address", "10/05/2026", "Example 4 Inc",
        "Columbus, OH, US", "(614) 555-0142", "Ada Miller", "Telephone call", "Left a message",
        "Date, signature", "Page 1 of 1",
    ):  # fmt: skip
        assert part in page


def test_its_header_stands_on_every_page_and_it_is_signed_once() -> None:
    found = pages(proof_pdf(a_proof(*map(a_contact, range(60)), form=Form.DE, paper=Paper.A4)))
    assert len(found) > 2
    for number, page in enumerate(found, 1):
        assert "Firma und Anschrift" in page
        assert f"Seite {number} von {len(found)}" in page
    assert [("Datum, Unterschrift" in page) for page in found] == [False] * (len(found) - 1) + [
        True
    ]
    said = " ".join(found)
    assert all(f"Example {number} Inc" in said for number in range(60))


@pytest.mark.parametrize("count", range(8, 14))
def test_the_line_to_sign_has_room_however_many_there_are(count: int) -> None:
    """Nothing is drawn below the last row's own line and above the foot of the page but it."""
    reader = PdfReader(io.BytesIO(proof_pdf(a_proof(*map(a_contact, range(count))))))
    heights: dict[str, float] = {}

    def seen(text: str, _: object, matrix: list[float], *rest: object) -> None:
        for part in ("Left a message", "I made these contacts"):
            if part in text:
                heights[part] = min(matrix[5], heights.get(part, 1e9))

    reader.pages[-1].extract_text(visitor_text=seen)
    assert heights["I made these contacts"] < heights.get("Left a message", 1e9) - 20


@pytest.mark.parametrize(
    ("paper", "size"), [(Paper.A4, (841.89, 595.28)), (Paper.LETTER, (792.0, 612.0))]
)
def test_it_lies_on_its_paper(paper: Paper, size: tuple[float, float]) -> None:
    page = PdfReader(io.BytesIO(proof_pdf(a_proof(a_contact(), paper=paper)))).pages[0]
    assert (float(page.mediabox.width), float(page.mediabox.height)) == pytest.approx(size, abs=0.1)


@pytest.mark.parametrize("column", ["employer", "person"])
def test_long_names_are_wrapped_and_stay_in_their_column(column: str) -> None:
    """Nothing but spaces is cut, and every line ends before the next column begins."""
    long = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft mbH"
    contact = a_contact(employer=long) if column == "employer" else a_contact(person=long)
    page = _Page(a_proof(contact), Fonts())
    (index,) = [i for i, cell in enumerate(page.proof.cells(contact)) if long in cell]
    line = page.row(contact)
    lines = line.cells[index]
    assert long.replace(" ", "") in "".join(lines).replace(" ", "")
    bold = range(line.named) if column == "employer" else ()
    wide = [page.fonts.width(text, 8.5, bold=row in bold) for row, text in enumerate(lines)]
    assert max(wide) <= page.widths[index] - 8


def test_weeks_have_their_headings() -> None:
    contacts = [a_contact(3), a_contact(12)]
    (page,) = pages(proof_pdf(a_proof(*contacts), weekly=True))
    assert "Week of 10/04/2026 to 10/10/2026: Contacts: 1, employers: 1" in page
    assert "Week of 10/11/2026 to 10/17/2026" in page


def test_names_in_latin_cyrillic_and_greek_are_shown() -> None:
    names = ("Łódź Świętokrzyska", "Œuvre Ñandú Ğöçş", "Дмитро Їжакевич", "Ελένη Παπαδοπούλου",
             "Nguyễn Thị Hồng")  # fmt: skip
    (page,) = pages(
        proof_pdf(a_proof(*(a_contact(n, person=name) for n, name in enumerate(names))))
    )
    assert all(name in page for name in names)


@pytest.mark.parametrize(
    "name", ["示例公司", "山田 花子", "محمد علي", "דוד כהן", "राम शर्मा", "김민수", "𠮷田"]
)
def test_what_cannot_be_shown_is_said_and_never_drawn_as_boxes(name: str) -> None:
    with pytest.raises(Refusal) as refused:
        proof_pdf(a_proof(a_contact(1), a_contact(2, employer=name)))
    assert refused.value.code is Code.BAD_VALUE
    assert f"“{name}”" in refused.value.sentence
    assert "--font" in refused.value.hint


def a_font_with(letter: str, path: Path) -> Path:
    """The product's own font with one letter, drawn like an A, in place of all that it has."""
    font = (files("ringback.desk") / "fonts" / "DejaVuSansCondensed.ttf").read_bytes()
    # A name of its own, as every other font has.
    for coding in ("ascii", "utf-16-be"):
        font = font.replace(
            "DejaVuSansCondensed".encode(coding), "ExampleSansOneSigns".encode(coding)
        )
    own = bytearray(font)
    code, glyph = ord(letter), 36
    ends, starts = (code, 0xFFFF), (code, 0xFFFF)
    deltas = ((glyph - code) % 65536, 1)
    segments = struct.pack(">7H2HH2H2H2H", 4, 32, 0, 4, 4, 1, 0, *ends, 0, *starts, *deltas, 0, 0)
    cmap = struct.pack(">2H2HI", 0, 1, 3, 1, 12) + segments
    (count,) = struct.unpack_from(">H", own, 4)
    for entry in range(12, 12 + 16 * count, 16):
        if own[entry : entry + 4] == b"cmap":
            struct.pack_into(">2I", own, entry + 8, len(own), len(cmap))
    path.write_bytes(bytes(own) + cmap)
    return path


def test_a_font_that_is_named_shows_what_the_own_one_lacks(tmp_path: Path) -> None:
    named = a_proof(a_contact(person="Ada 例"))
    with pytest.raises(Refusal):
        proof_pdf(named)
    (page,) = pages(proof_pdf(named, fonts=(a_font_with("例", tmp_path / "one.ttf"),)))
    assert "Ada 例" in page


def test_a_font_that_is_none_is_refused(tmp_path: Path) -> None:
    no_font = tmp_path / "font.ttf"
    no_font.write_bytes(b"not a font")
    with pytest.raises(Refusal) as refused:
        proof_pdf(a_proof(a_contact()), fonts=(no_font,))
    assert refused.value.code is Code.BAD_FILE


def test_only_its_own_fonts_are_in_it_and_they_are_embedded() -> None:
    pdf = proof_pdf(a_proof(a_contact()))
    fonts = re.findall(rb"/BaseFont /(\S+)", pdf)
    assert len(fonts) == 2
    assert all(b"DejaVuSansCondensed" in font for font in fonts)
    assert pdf.count(b"/FontFile2") == 2


def test_the_same_proof_is_the_same_file() -> None:
    assert proof_pdf(a_proof(a_contact())) == proof_pdf(a_proof(a_contact()))


def test_an_empty_period_says_so() -> None:
    (page,) = pages(proof_pdf(a_proof()))
    assert "No contact is on record in this period." in page
