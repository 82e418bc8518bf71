"""Who takes part: the search, employers, people, the routes to them and the evidence for each."""

from django.db import models

from ringback.book.identity import Identified
from ringback.core.people import Function, Level, RouteKind


class Placed(models.Model):
    """Somewhere on earth, as far as it is known (see core.places.Place)."""

    country = models.CharField(max_length=2, blank=True, default="")
    region = models.CharField(max_length=8, blank=True, default="")
    zone = models.CharField(max_length=48, blank=True, default="")
    city = models.CharField(max_length=120, blank=True, default="")

    class Meta:
        abstract = True


class Search(Identified, Placed):
    """One person's job search; it owns every other row, and nothing crosses to another.

    ``language`` is that of calls and mails: a code, or "auto" (see core.texts.choice).
    """

    name = models.CharField(max_length=80, unique=True)
    seeker_name = models.CharField(max_length=200, blank=True, default="")
    seeker_number = models.CharField(max_length=40, blank=True, default="")
    seeker_mail = models.CharField(max_length=254, blank=True, default="")
    cadence = models.TextField(blank=True, default="")
    language = models.CharField(max_length=8, default="auto")
    own_lines = models.JSONField(default=dict, blank=True)
    plan_days = models.CharField(max_length=20, blank=True, default="")
    plan_from = models.TimeField(null=True, blank=True)
    plan_calls = models.PositiveSmallIntegerField(default=0)
    days_off = models.JSONField(default=list, blank=True)
    created_at = models.DateTimeField()


class Employer(Identified, Placed):
    """An organisation. ``key`` is its comparable name; ``size`` is staff, 0 where not known.

    ``withdrawn_at``: the import that brought it was taken back, and only its journal needs it.
    """

    search = models.ForeignKey(Search, on_delete=models.CASCADE)
    name = models.CharField(max_length=300)
    key = models.CharField(max_length=300, db_index=True)
    domain = models.CharField(max_length=253, blank=True, default="")
    duns = models.CharField(max_length=9, blank=True, default="")
    size = models.PositiveIntegerField(default=0)
    note = models.TextField(blank=True, default="")
    merged_into = models.ForeignKey("self", null=True, blank=True, on_delete=models.SET_NULL)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = (
            models.Index(fields=("search", "key"), name="employer_by_key"),
            models.Index(fields=("search", "domain"), name="employer_by_domain"),
        )


class Person(Identified, Placed):
    """Somebody at an employer, or a connection of the seeker.

    ``do_not_contact`` is kept from the touches and suppressions of the search (see
    book.suppress); ``merged_into`` is the record that stands for this one after a merge;
    ``withdrawn_at`` as with employers. ``best_from`` and ``best_until`` are the hours, on their own
    clock, at which they are best reached (see core.best_time).
    """

    search = models.ForeignKey(Search, on_delete=models.CASCADE)
    employer = models.ForeignKey(Employer, null=True, blank=True, on_delete=models.CASCADE)
    name = models.CharField(max_length=300)
    key = models.CharField(max_length=300)
    spoken = models.CharField(max_length=200, blank=True, default="")
    title = models.CharField(max_length=300, blank=True, default="")
    level = models.CharField(max_length=16, default=Level.UNKNOWN)
    function = models.CharField(max_length=16, default=Function.UNKNOWN)
    is_hr = models.BooleanField(default=False)
    is_connection = models.BooleanField(default=False)
    linkedin = models.CharField(max_length=300, blank=True, default="")
    note = models.TextField(blank=True, default="")
    do_not_contact = models.BooleanField(default=False)
    merged_into = models.ForeignKey("self", null=True, blank=True, on_delete=models.SET_NULL)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    best_from = models.TimeField(null=True, blank=True)
    best_until = models.TimeField(null=True, blank=True)

    class Meta:
        indexes = (models.Index(fields=("search", "key"), name="person_by_key"),)


class Route(Identified):
    """One way to reach a person, or an employer's switchboard (person empty)."""

    search = models.ForeignKey(Search, on_delete=models.CASCADE)
    employer = models.ForeignKey(Employer, null=True, blank=True, on_delete=models.CASCADE)
    person = models.ForeignKey(Person, null=True, blank=True, on_delete=models.CASCADE)
    kind = models.CharField(max_length=12, choices=[(k.value, k.value) for k in RouteKind])
    value = models.CharField(max_length=254)
    extension = models.CharField(max_length=12, blank=True, default="")
    ask_for = models.CharField(max_length=200, blank=True, default="")
    restriction = models.CharField(max_length=300, blank=True, default="")

    class Meta:
        indexes = (models.Index(fields=("search", "value"), name="route_by_value"),)


class Evidence(Identified):
    """Where a name, a title or a route came from, and when (``found_at``, UTC)."""

    search = models.ForeignKey(Search, on_delete=models.CASCADE)
    person = models.ForeignKey(Person, null=True, blank=True, on_delete=models.CASCADE)
    route = models.ForeignKey(Route, null=True, blank=True, on_delete=models.CASCADE)
    about = models.CharField(max_length=12)
    source = models.CharField(max_length=60)
    detail = models.CharField(max_length=500, blank=True, default="")
    found_at = models.DateTimeField()


class Suppression(models.Model):
    """Somebody who is never to be contacted again, known by what they can be recognised by.

    Only a keyed digest is kept, so that the list outlives an erasure without naming anyone.
    ``touch_uid`` is the touch in which they said so: while that is struck, the row has no force.
    """

    search = models.ForeignKey(Search, on_delete=models.CASCADE)
    digest = models.CharField(max_length=64)
    touch_uid = models.UUIDField(null=True, blank=True)
    since = models.DateTimeField()

    class Meta:
        indexes = (models.Index(fields=("search", "digest"), name="suppression_by_digest"),)


class Merge(Identified):
    """Two records that were found to be one; ``moved`` is what it takes to part them again."""

    search = models.ForeignKey(Search, on_delete=models.CASCADE)
    at = models.DateTimeField()
    kind = models.CharField(max_length=8)
    kept = models.BigIntegerField()
    gone = models.BigIntegerField()
    moved = models.JSONField(default=dict)
    undone_at = models.DateTimeField(null=True, blank=True)
