"""Every model of the book, for Django to find."""

from ringback.book.imports import Import, ImportRow
from ringback.book.journal import Document, Erasure, SentDocument, Touch
from ringback.book.openings import Opening, Step
from ringback.book.parties import Employer, Evidence, Merge, Person, Route, Search, Suppression
from ringback.book.ties import Position, Tie

__all__ = [
    "Document",
    "Employer",
    "Erasure",
    "Evidence",
    "Import",
    "ImportRow",
    "Merge",
    "Opening",
    "Person",
    "Position",
    "Route",
    "Search",
    "SentDocument",
    "Step",
    "Suppression",
    "Tie",
    "Touch",
]
