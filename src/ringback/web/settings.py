"""Django's settings of the pages: the book's own, and what it takes to answer a browser."""

import hashlib
from pathlib import Path

import django_htmx

from ringback import settings as book
from ringback.web.secret import secret_key

PACKAGE = Path(__file__).parent
VENDORED = Path(django_htmx.__file__).parent / "static" / "django_htmx"

DATABASES = book.DATABASES
DEBUG = book.DEBUG
DEFAULT_AUTO_FIELD = book.DEFAULT_AUTO_FIELD
LANGUAGE_CODE = book.LANGUAGE_CODE
LOGGING_CONFIG = book.LOGGING_CONFIG
TIME_ZONE = book.TIME_ZONE
USE_TZ = book.USE_TZ

SECRET_KEY = secret_key(book.HOME)
ROOT_URLCONF = "ringback.web.urls"
WSGI_APPLICATION = "ringback.web.wsgi.application"
INSTALLED_APPS = [
    "ringback.book.apps.BookConfig",
    "django.contrib.staticfiles",
    "ringback.web",
]
MIDDLEWARE = [
    "ringback.web.guard.Guard",
    "django.middleware.gzip.GZipMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "ringback.web.entrance.Entrance",
    "django.middleware.csrf.CsrfViewMiddleware",
    "ringback.web.refusals.Refusals",
    "ringback.web.patience.Patience",
]
# The guard holds the Host header against the addresses that this server was started for.
ALLOWED_HOSTS = ["*"]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "ringback.web.context.house",
            ],
            "builtins": ["django.templatetags.i18n", "ringback.web.templatetags.said"],
        },
    }
]


def _version_of_static() -> str:
    """A name that changes with the files, so that a browser may keep each of them for ever."""
    digest = hashlib.sha256()
    for folder in (PACKAGE / "static", VENDORED):
        for file in sorted(folder.rglob("*")):
            if file.is_file():
                digest.update(file.name.encode() + file.read_bytes())
    return digest.hexdigest()[:12]


STATIC_VERSION = _version_of_static()
STATIC_URL = f"/static/{STATIC_VERSION}/"
STATICFILES_DIRS = [("vendored", str(VENDORED))]
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False
WHITENOISE_MAX_AGE = 365 * 24 * 3600
WHITENOISE_ALLOW_ALL_ORIGINS = False
# Every address of a file holds the version of all of them.
WHITENOISE_IMMUTABLE_FILE_TEST = r"."

USE_I18N = True
# Each has its name in itself; one is offered once every page speaks it.
LANGUAGES = [("en", "English"), ("de", "Deutsch")]
LOCALE_PATHS = [str(PACKAGE.parent / "locale")]
LANGUAGE_COOKIE_NAME = "ringback_language"
LANGUAGE_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_SAMESITE = "Strict"

CSRF_COOKIE_NAME = "ringback_csrf"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Strict"
CSRF_FAILURE_VIEW = "ringback.web.refusals.csrf_failure"

MEGABYTE = 1_000_000
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * MEGABYTE
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2_000
DATA_UPLOAD_MAX_NUMBER_FILES = 10
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * MEGABYTE
# The largest request of all: an import of some tens of megabytes is still a sheet that people keep.
LARGEST_REQUEST = 64 * MEGABYTE
