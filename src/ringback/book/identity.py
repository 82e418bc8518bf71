"""Names that rows carry from one book to another."""

import uuid

import uuid_utils.compat
from django.db import models


def new_uid() -> uuid.UUID:
    """A UUIDv7: sorts by creation, also for two made within the same millisecond."""
    return uuid_utils.compat.uuid7()


class Identified(models.Model):
    """A row with a name of its own that export, import and offline replay know it by."""

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)

    class Meta:
        abstract = True
