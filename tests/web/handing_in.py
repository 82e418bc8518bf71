"""Handing a list in at the page, and what is left of it."""

from __future__ import annotations

from pathlib import Path

from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponseBase
from django.test import Client

from ringback.book.imports import Import, ImportRow
from ringback.book.journal import Touch
from ringback.book.openings import Opening
from ringback.book.parties import Employer, Person, Search

DATA = Path(__file__).parents[1] / "data"
SHEET = (DATA / "online_sheet.csv").read_bytes()


def hand_in(client: Client, content: bytes, name: str = "list.csv") -> HttpResponseBase:
    return client.post("/import/", {"file": SimpleUploadedFile(name, content)})


def page_of(client: Client, content: bytes, name: str = "list.csv") -> str:
    """Hand a file in that is understood; the address of its page."""
    answer = hand_in(client, content, name)
    assert answer.status_code == 302
    return str(answer["Location"])


def files(folder: Path) -> list[Path]:
    return list(folder.iterdir()) if folder.exists() else []


def counts() -> list[int]:
    models = (Search, Opening, Employer, Person, Touch, Import, ImportRow)
    return [model._default_manager.count() for model in models]
