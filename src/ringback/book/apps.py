"""The book as a Django app."""

import gc

from django.apps import AppConfig

# How many values come to be between two looks for circles that nobody holds any more.
_SELDOM = 20_000


class BookConfig(AppConfig):
    """Keeps the record of every search."""

    name = "ringback.book"
    label = "book"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Look for circles seldom: nothing that is read and planned is one."""
        gc.set_threshold(_SELDOM, *gc.get_threshold()[1:])
