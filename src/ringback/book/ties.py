"""Ties: how the seeker knows somebody, as files of their own tell it; and where they worked."""

from django.db import models

from ringback.book.identity import Identified
from ringback.book.imports import Import
from ringback.book.parties import Search


class Tie(Identified):
    """What one file says of the seeker's tie to somebody; counts and days, never what was written.

    ``profile`` is the public name of their LinkedIn profile, ``key`` their comparable name (see
    core.facts, core.names): by these a tie finds its people, whichever file came first.
    ``sent`` and ``received`` count messages, ``sent_on`` and ``received_on`` are the last days
    (UTC); ``invited`` says who invited whom ("me": they did, "them": the seeker did);
    ``recommended_me_on`` and ``recommended_them_on`` are the days of recommendations.
    """

    search = models.ForeignKey(Search, on_delete=models.CASCADE, db_index=False)
    imported = models.ForeignKey(Import, on_delete=models.CASCADE)
    profile = models.CharField(max_length=200, blank=True, default="")
    name = models.CharField(max_length=300)
    key = models.CharField(max_length=300)
    where = models.CharField(max_length=120, blank=True, default="")
    connected_on = models.DateField(null=True, blank=True)
    sent = models.PositiveIntegerField(default=0)
    received = models.PositiveIntegerField(default=0)
    sent_on = models.DateField(null=True, blank=True)
    received_on = models.DateField(null=True, blank=True)
    invited = models.CharField(max_length=4, blank=True, default="")
    invited_on = models.DateField(null=True, blank=True)
    recommended_me_on = models.DateField(null=True, blank=True)
    recommended_them_on = models.DateField(null=True, blank=True)

    class Meta:
        indexes = (
            models.Index(fields=("search", "profile"), name="tie_by_profile"),
            models.Index(fields=("search", "key"), name="tie_by_key"),
        )


class Position(Identified):
    """A job that the seeker has or had; ``until`` is empty for one that they still have."""

    search = models.ForeignKey(Search, on_delete=models.CASCADE)
    imported = models.ForeignKey(Import, on_delete=models.CASCADE)
    employer = models.CharField(max_length=300)
    title = models.CharField(max_length=300, blank=True, default="")
    place = models.CharField(max_length=200, blank=True, default="")
    since = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)
    where = models.CharField(max_length=120, blank=True, default="")
