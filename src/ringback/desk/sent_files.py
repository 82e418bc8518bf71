"""The files that went out, to be looked at beside the words of a call."""

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Literal
from xml.parsers import expat

from django.db.models import BinaryField, QuerySet
from django.db.models.functions import Substr

from ringback.book.journal import Document, SentDocument, Touch
from ringback.book.suppress import struck_uids
from ringback.core.touches import Kind
from ringback.desk.desk import Desk
from ringback.desk.refusal import Code, Refusal
from ringback.desk.verb import reading

# A résumé of a hundred pages stays far below both.
LARGEST_TEXT = 8_000_000
# What a file of each kind begins with, whatever its name says.
PDF = b"%PDF-"
ZIP = b"PK\x03\x04"
_NAMES = "http://schemas.openxmlformats.org/wordprocessingml/2006/main "
_SAID = {f"{_NAMES}tab": "\t", f"{_NAMES}br": "\n", f"{_NAMES}cr": "\n"}


# How a file can be looked at without the program that wrote it; empty where it cannot.
Shown = Literal["pdf", "text", ""]


@dataclass(frozen=True, slots=True)
class SentFile:
    """A file under the name it went out with; ``document`` is its number in the book."""

    document: int
    name: str
    shown: Shown


@reading
def files_of_opening(desk: Desk, opening: int) -> tuple[SentFile, ...]:
    """Every file that ever went out for an opening, each once, in the order they went."""
    sent = SentDocument.objects.filter(touch__search=desk.search, touch__opening_id=opening)
    return tuple(dict.fromkeys(_files(sent.order_by("touch__at", "pk"))))


@reading
def files_of_letter(desk: Desk, opening: int) -> tuple[SentFile, ...]:
    """The files of the letter that was sent last for an opening and was not struck."""
    sent = Touch.objects.filter(search=desk.search, opening_id=opening, kind=Kind.SENT.value)
    struck = struck_uids(desk.search, opening)
    letter = next((one for one in sent.order_by("-at") if one.uid not in struck), None)
    if letter is None:
        return ()
    return tuple(_files(SentDocument.objects.filter(touch=letter).order_by("pk")))


def shown_as(name: str, head: bytes) -> Shown:
    """How a file can be looked at, by its name and the first bytes of what it holds."""
    ending = name.rpartition(".")[2].lower() if "." in name else ""
    if ending == "pdf" and head.startswith(PDF):
        return "pdf"
    if ending == "txt" or (ending == "docx" and head.startswith(ZIP)):
        return "text"
    return ""


def _files(sent: QuerySet[SentDocument]) -> Iterator[SentFile]:
    # Only the head is read: a file may have many megabytes.
    head = Substr("document__content", 1, len(PDF), output_field=BinaryField())
    for pk, name, kept_as, begins in sent.values_list(
        "document_id", "name", "document__name", head
    ):
        yield SentFile(pk, name, shown_as(kept_as, bytes(begins)))


def document_text(document: Document) -> str:
    """The text of a letter as Word or a plain editor wrote it, a line for each paragraph.

    Raises Refusal (bad file) for what holds no text that can be read.
    """
    content = bytes(document.content)
    ending = document.name.rpartition(".")[2].lower()
    if ending == "txt":
        return content[:LARGEST_TEXT].decode("utf-8", "replace")
    if ending != "docx":
        raise _unreadable(document)
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            member = archive.getinfo("word/document.xml")
            if member.file_size > LARGEST_TEXT:
                raise _unreadable(document)
            with archive.open(member) as opened:
                return "\n".join(_paragraphs(opened.read(LARGEST_TEXT)))
    except (KeyError, zipfile.BadZipFile, expat.ExpatError, RuntimeError, ValueError) as error:
        raise _unreadable(document) from error


def _paragraphs(content: bytes) -> list[str]:
    """The paragraphs of a Word document's body. Raises ExpatError, ValueError for entities."""
    found: list[str] = []
    is_text = False

    def begin(name: str, _attributes: dict[str, str]) -> None:
        nonlocal is_text
        if name == f"{_NAMES}p":
            found.append("")
        is_text = name == f"{_NAMES}t"
        if found and name in _SAID:
            found[-1] += _SAID[name]

    def end(name: str) -> None:
        nonlocal is_text
        is_text = is_text and name != f"{_NAMES}t"

    def say(words: str) -> None:
        if is_text and found:
            found[-1] += words

    def refuse(*_declared: object) -> None:
        raise ValueError("Word declares no entities")

    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler, parser.EndElementHandler = begin, end
    parser.CharacterDataHandler = say
    parser.EntityDeclHandler = refuse
    parser.Parse(content, True)
    return found


def _unreadable(document: Document) -> Refusal:
    return Refusal(
        Code.BAD_FILE, f"“{document.name}” holds no text that can be shown here.",
        "Save a copy and open it with the program that wrote it.",
    )  # fmt: skip
