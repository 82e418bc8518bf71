"""The book as a Django app."""

from django.apps import AppConfig


class BookConfig(AppConfig):
    """Keeps the record of every search."""

    name = "ringback.book"
    label = "book"
    default_auto_field = "django.db.models.BigAutoField"
