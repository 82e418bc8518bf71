"""The catalogue of a language: read, brought up to date with the sources, written and compiled."""

import io
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from words.pages import messages
from words.sentences import SOURCE, patterns

LOCALES = SOURCE / "locale"
SENTENCES = LOCALES / "sentences.txt"
LANGUAGES = ("de",)
SAID = "said"
# A catalogue says nothing of when it was made: the same texts give the same file.
UNDATED = datetime(2026, 1, 1, tzinfo=UTC)


def template() -> Catalog:
    """Every message there is, none of them translated."""
    made = Catalog(
        project="Ringback", version="1", charset="utf-8", fuzzy=False, language_team="-",
        msgid_bugs_address="-", last_translator="Ringback maintainers",
    )  # fmt: skip
    for message, context, name, _line, comments in messages():
        made.add(message, context=context or None, locations=[(name, 0)], auto_comments=comments)
    for sentence, places in patterns().items():
        where = list(dict.fromkeys((name, 0) for name, _line in places))
        made.add(sentence, context=SAID, locations=where)
    return made


def sentences() -> str:
    """The sentences with places in them, one a line, as the doors read them."""
    return "".join(f"{one}\n" for one in sorted(patterns()) if "{" in one)


def po_of(language: str) -> Path:
    """Where the catalogue of a language is."""
    return LOCALES / language / "LC_MESSAGES" / "django.po"


def read(language: str) -> Catalog:
    """The catalogue as it is."""
    with po_of(language).open("rb") as file:
        return read_po(file, locale=language)


def renewed(language: str) -> Catalog:
    """The catalogue with every message of the sources and no other; the new ones are empty."""
    known = read(language)
    made = template()
    made.locale = known.locale
    made.header_comment = known.header_comment
    made.fuzzy = False
    made.creation_date = made.revision_date = UNDATED
    for message in made:
        old = known.get(message.id, message.context) if message.id else None
        if old is not None and old.pluralizable == message.pluralizable:
            message.string = old.string
        elif not message.pluralizable:
            message.string = ""
    return made


def as_po(made: Catalog) -> bytes:
    """The catalogue as text."""
    file = io.BytesIO()
    write_po(file, made, width=100, sort_output=True, omit_header=False, include_lineno=False)
    return file.getvalue()


def as_mo(made: Catalog) -> bytes:
    """The catalogue as gettext reads it."""
    file = io.BytesIO()
    write_mo(file, made)
    return file.getvalue()
