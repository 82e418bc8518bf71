"""What is pursued, and the step and stage kept for each opening as an index for speed."""

from django.db import models
from django.db.models import Q

from ringback.book.identity import Identified
from ringback.book.parties import Employer, Person, Route, Search
from ringback.core.people import OpeningKind
from ringback.core.touches import Stage


class Opening(Identified):
    """What is pursued at an employer; ``no_calls`` is the posting's own word on calls.

    ``stage`` and the four that tell of its outreach (see core.outreach) are derived, like the step.
    """

    search = models.ForeignKey(Search, on_delete=models.CASCADE)
    employer = models.ForeignKey(Employer, on_delete=models.CASCADE)
    title = models.CharField(max_length=300)
    kind = models.CharField(max_length=12, default=OpeningKind.ADVERTISED)
    url = models.CharField(max_length=2000, blank=True, default="")
    place = models.CharField(max_length=200, blank=True, default="")
    salary = models.CharField(max_length=200, blank=True, default="")
    reports_to = models.CharField(max_length=200, blank=True, default="")
    posting = models.TextField(blank=True, default="")
    closes_on = models.DateField(null=True, blank=True)
    no_calls = models.CharField(max_length=200, blank=True, default="")
    in_hr = models.BooleanField(default=False)
    source_ref = models.CharField(max_length=200, blank=True, default="")
    stage = models.CharField(max_length=16, default=Stage.RESEARCHING)
    sent_at = models.DateTimeField(null=True)
    due_on = models.DateField(null=True)
    followed_at = models.DateTimeField(null=True)
    answered_at = models.DateTimeField(null=True)
    created_at = models.DateTimeField()

    class Meta:
        indexes = (
            models.Index(fields=("search", "stage"), name="opening_by_stage"),
            models.Index(fields=("employer",), name="opening_by_employer"),
            models.Index(fields=("search", "due_on", "followed_at"), name="opening_coverage"),
        )


class Step(models.Model):
    """The next step of an opening (see core.steps.Step); a closed opening has no row.

    Recomputed with each touch in the same transaction; ``ringback check`` proves it.
    """

    opening = models.OneToOneField(Opening, primary_key=True, on_delete=models.CASCADE)
    search = models.ForeignKey(Search, on_delete=models.CASCADE, db_index=False)
    kind = models.CharField(max_length=16)
    earliest = models.DateTimeField()
    latest = models.DateTimeField()
    day = models.DateField()
    person = models.ForeignKey(
        Person, null=True, on_delete=models.SET_NULL, db_constraint=False, db_index=False
    )
    route = models.ForeignKey(
        Route, null=True, on_delete=models.SET_NULL, db_constraint=False, db_index=False
    )
    why = models.CharField(max_length=400)
    attempt = models.PositiveSmallIntegerField(default=1)
    purpose = models.CharField(max_length=12, blank=True, default="")
    exact = models.BooleanField(default=False)
    leave_voicemail = models.BooleanField(default=False)
    half = models.CharField(max_length=12, blank=True, default="")

    class Meta:
        indexes = (
            models.Index(fields=("search", "earliest"), name="step_due"),
            models.Index(
                fields=("search", "earliest"),
                name="step_due_calls",
                condition=Q(kind__in=("call", "ask receptionist")),
            ),
        )
