"""The addresses of the desk: each part of it brings its own."""

from importlib import import_module

from django.urls import URLPattern

PARTS = (
    "entering",
    "welcome",
    "today",
    "calling",
    "acts",
    "replaying",
    "installed",
    "rehearsing",
    "openings",
    "posting",
    "extension",
    "pairing",
    "people",
    "who",
    "opening",
    "importing",
    "imports",
    "gaps",
    "settings",
    "cadence",
    "own_words",
    "numbers",
    "opening_acts",
)

urlpatterns: list[URLPattern] = [
    pattern for part in PARTS for pattern in import_module(f"ringback.web.pages.{part}").urls
]
handler404 = "ringback.web.refusals.not_found"
handler500 = "ringback.web.refusals.broken"
