"""The letter beside the call: which files it had, and their text."""

import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from ringback.book.journal import Document
from ringback.desk.course import strike
from ringback.desk.openings import NewOpening, add
from ringback.desk.refusal import Refusal
from ringback.desk.sending import send
from ringback.desk.sent_files import (
    document_text,
    files_of_letter,
    files_of_opening,
    shown_as,
)
from tests.desk.factories import a_desk

pytestmark = pytest.mark.django_db

WORDS = (
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
    "<w:p><w:r><w:t>Dear Ms Okafor,</w:t></w:r></w:p>"
    "<w:p><w:r><w:t>I cut</w:t></w:r><w:r><w:tab/><w:t>stoppages &lt;a third&gt;</w:t></w:r></w:p>"
    "</w:body></w:document>"
)


def docx(words: str = WORDS, member: str = "word/document.xml") -> bytes:
    held = BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(member, words)
    return held.getvalue()


def a_document(name: str, content: bytes) -> Document:
    return Document(name=name, content=content)


def test_the_files_are_those_of_the_last_letter_that_counts(tmp_path: Path) -> None:
    desk = a_desk()
    opening = add(desk, NewOpening(
        employer="Acme Foods", manager="Dana Okafor", number="+1 216 555 0142",
    )).opening  # fmt: skip
    first, second = tmp_path / "first.docx", tmp_path / "second.docx"
    first.write_bytes(docx())
    second.write_bytes(docx(WORDS.replace("Ms", "Mrs")))
    send(desk, opening, files=(first,))
    again = send(desk, opening, files=(second,))
    assert [one.name for one in files_of_letter(desk, opening.pk)] == ["second.docx"]
    strike(desk, tuple(one.uid for one in again.touches))
    assert [one.name for one in files_of_letter(desk, opening.pk)] == ["first.docx"]
    assert files_of_letter(a_desk(), opening.pk) == ()


def test_every_file_of_an_opening_stands_once(tmp_path: Path) -> None:
    desk = a_desk()
    opening = add(desk, NewOpening(
        employer="Acme Foods", manager="Dana Okafor", number="+1 216 555 0142",
    )).opening  # fmt: skip
    first, second = tmp_path / "letter.pdf", tmp_path / "second.docx"
    first.write_bytes(b"%PDF-1.7")
    second.write_bytes(docx())
    send(desk, opening, files=(first,))
    send(desk, opening, files=(first, second))
    found = files_of_opening(desk, opening.pk)
    assert [(one.name, one.shown) for one in found] == [
        ("letter.pdf", "pdf"),
        ("second.docx", "text"),
    ]
    assert files_of_opening(a_desk(), opening.pk) == ()


@pytest.mark.parametrize(
    ("name", "head", "shown"),
    [
        ("letter.PDF", b"%PDF-", "pdf"),
        ("letter.pdf", b"<html", ""),
        ("letter.docx", b"PK\x03\x04\x14", "text"),
        ("letter.docx", b"", ""),
        ("letter.txt", b"Dear ", "text"),
        ("letter.odt", b"PK\x03\x04\x14", ""),
        ("pdf", b"%PDF-", ""),
    ],
)
def test_a_file_is_shown_as_what_it_is(name: str, head: bytes, shown: str) -> None:
    assert shown_as(name, head) == shown


def test_the_text_of_a_word_file_is_its_paragraphs() -> None:
    text = document_text(a_document("letter.DOCX", docx()))
    assert text == "Dear Ms Okafor,\nI cut\tstoppages <a third>"


def test_a_plain_text_is_itself() -> None:
    assert document_text(a_document("letter.txt", "Sehr geehrte Frau Süß".encode())) == (
        "Sehr geehrte Frau Süß"
    )


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("letter.docx", b""),
        ("letter.docx", b"PK\x03\x04 cut off"),
        ("letter.docx", docx(member="other.xml")),
        ("letter.docx", docx("<w:document")),
        ("letter.docx", docx("x" * 9_000_000)),
        ("letter.docx", docx('<!DOCTYPE d [<!ENTITY a "b">]>' + WORDS)),
        ("letter.pdf", b"%PDF-1.7"),
        ("letter", b"no ending"),
    ],
    ids=[
        "empty",
        "cut off",
        "another archive",
        "broken",
        "a bomb",
        "entities",
        "a PDF",
        "no ending",
    ],
)
def test_what_holds_no_text_is_refused_in_a_sentence(name: str, content: bytes) -> None:
    with pytest.raises(Refusal, match="holds no text"):
        document_text(a_document(name, content))
