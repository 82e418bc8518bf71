"""Django's settings: one embedded SQLite file, or PostgreSQL by one address."""

from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from ringback.home import find_home

HOME = find_home()

SECRET_KEY = "not used: no door of the desk signs anything with it"  # noqa: S105  # see there
DEBUG = False
USE_TZ = True
TIME_ZONE = "UTC"
LANGUAGE_CODE = "en"
USE_I18N = False
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
INSTALLED_APPS = ["ringback.book.apps.BookConfig"]
# Errors are answered by the doors; nothing personal goes into a log.
LOGGING_CONFIG = None


def _postgres(address: str) -> dict[str, Any]:
    parts = urlsplit(address)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")) or "ringback",
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": str(parts.port or ""),
        "OPTIONS": dict(parse_qsl(parts.query)),
    }


def _sqlite(path: str) -> dict[str, Any]:
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": path,
        "OPTIONS": {
            # Waiting for the write lock at BEGIN is what lets several writers take turns.
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            # The journal mode belongs to the file and is chosen at its creation (book.create).
            "init_command": "PRAGMA synchronous=FULL; PRAGMA secure_delete=ON;",
        },
    }


DATABASES = {
    "default": _postgres(HOME.database) if HOME.database else _sqlite(str(HOME.book)),
}
