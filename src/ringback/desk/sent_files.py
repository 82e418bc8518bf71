"""The files that went out, to be looked at beside the words of a call."""

import zipfile
from dataclasses import dataclass
from io import BytesIO
from xml.parsers import expat

from ringback.book.journal import Document, SentDocument, Touch
from ringback.book.suppress import struck_uids
from ringback.core.touches import Kind
from ringback.desk.desk import Desk
from ringback.desk.refusal import Code, Refusal
from ringback.desk.verb import reading

# A résumé of a hundred pages stays far below both.
LARGEST_TEXT = 8_000_000
_NAMES = "http://schemas.openxmlformats.org/wordprocessingml/2006/main "
_SAID = {f"{_NAMES}tab": "\t", f"{_NAMES}br": "\n", f"{_NAMES}cr": "\n"}


@dataclass(frozen=True, slots=True)
class SentFile:
    """A file under the name it went out with; ``document`` is its number in the book."""

    document: int
    name: str

    @property
    def ending(self) -> str:
        """Of the name, in lower case, without the dot."""
        return self.name.rpartition(".")[2].lower() if "." in self.name else ""


@reading
def files_of_letter(desk: Desk, opening: int) -> tuple[SentFile, ...]:
    """The files of the letter that was sent last for an opening and was not struck."""
    sent = Touch.objects.filter(search=desk.search, opening_id=opening, kind=Kind.SENT.value)
    struck = struck_uids(desk.search, opening)
    letter = next((one for one in sent.order_by("-at") if one.uid not in struck), None)
    if letter is None:
        return ()
    rows = SentDocument.objects.filter(touch=letter).order_by("pk")
    return tuple(SentFile(*row) for row in rows.values_list("document_id", "name"))


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
        "Save it to this computer and open it with the program that wrote it.",
    )  # fmt: skip
