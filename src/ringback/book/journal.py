"""The journal: touches, which are only ever added, and the documents that were sent with them."""

from django.db import models

from ringback.book.identity import Identified
from ringback.book.imports import Import
from ringback.book.openings import Opening
from ringback.book.parties import Person, Route, Search


class Touch(Identified):
    """One thing that happened (see core.touches.Touch). The database refuses to change one.

    ``logged_at`` is when it was written down, ``at`` when it happened; both UTC. ``together``
    is shared by touches that one act of the seeker added, so that they are undone as one.
    """

    search = models.ForeignKey(Search, on_delete=models.CASCADE, db_index=False)
    opening = models.ForeignKey(Opening, on_delete=models.CASCADE, db_index=False)
    at = models.DateTimeField()
    logged_at = models.DateTimeField()
    kind = models.CharField(max_length=12)
    person = models.ForeignKey(
        Person, null=True, on_delete=models.CASCADE, related_name="+", db_index=False
    )
    other = models.ForeignKey(
        Person, null=True, on_delete=models.CASCADE, related_name="+", db_index=False
    )
    route = models.ForeignKey(
        Route, null=True, on_delete=models.CASCADE, related_name="+", db_index=False
    )
    line = models.CharField(max_length=16, default="")
    who = models.CharField(max_length=16, default="")
    result = models.CharField(max_length=24, default="")
    reply = models.CharField(max_length=16, default="")
    via = models.CharField(max_length=8, default="")
    purpose = models.CharField(max_length=12, default="")
    bar = models.CharField(max_length=16, default="")
    reason = models.CharField(max_length=16, default="")
    moment = models.DateTimeField(null=True)
    day = models.DateField(null=True)
    strikes = models.UUIDField(null=True)
    skipped = models.CharField(max_length=16, default="")
    anyway = models.CharField(max_length=500, default="")
    note = models.TextField(default="")
    together = models.UUIDField(null=True)
    imported = models.ForeignKey(Import, null=True, on_delete=models.CASCADE)

    class Meta:
        indexes = (
            models.Index(fields=("opening", "at"), name="touch_by_opening"),
            models.Index(fields=("search", "at"), name="touch_by_search"),
        )


class Document(Identified):
    """A file as it was sent, kept once for each content."""

    search = models.ForeignKey(Search, on_delete=models.CASCADE)
    sha256 = models.CharField(max_length=64)
    name = models.CharField(max_length=255)
    size = models.PositiveIntegerField()
    content = models.BinaryField()
    kept_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("search", "sha256"), name="one_document_a_content"),
        )


class SentDocument(models.Model):
    """Which document went out with which touch, under which name."""

    touch = models.ForeignKey(Touch, on_delete=models.CASCADE, related_name="documents")
    document = models.ForeignKey(Document, on_delete=models.CASCADE)
    name = models.CharField(max_length=255)


class Erasure(models.Model):
    """A permit, alive only inside the transaction of an erasure, to remove a search's touches."""

    search_id = models.BigIntegerField(primary_key=True)
