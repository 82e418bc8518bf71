"""What was read in: each file once, each of its rows with what became of it."""

from django.db import models

from ringback.book.identity import Identified
from ringback.book.parties import Search


class Import(Identified):
    """A file that was read into a search; ``taken_back_at`` when it was undone."""

    search = models.ForeignKey(Search, on_delete=models.CASCADE)
    name = models.CharField(max_length=255)
    sha256 = models.CharField(max_length=64)
    source = models.CharField(max_length=60)
    options = models.JSONField(default=dict)
    at = models.DateTimeField()
    created = models.PositiveIntegerField(default=0)
    updated = models.PositiveIntegerField(default=0)
    known = models.PositiveIntegerField(default=0)
    refused = models.PositiveIntegerField(default=0)
    taken_back_at = models.DateTimeField(null=True, blank=True)


class ImportRow(models.Model):
    """What became of one row: created, updated, known or refused, and why; refused cells kept.

    ``before`` holds what an update replaced, so that the import can be taken back.
    """

    of = models.ForeignKey(Import, on_delete=models.CASCADE, related_name="rows")
    where = models.CharField(max_length=80)
    became = models.CharField(max_length=8)
    reason = models.CharField(max_length=500, blank=True, default="")
    cells = models.JSONField(default=list)
    opening_id = models.BigIntegerField(null=True)
    before = models.JSONField(default=dict)
    mended_at = models.DateTimeField(null=True, blank=True)
