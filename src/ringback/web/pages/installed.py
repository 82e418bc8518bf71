"""Ringback as an app of the device: its manifest, the worker that keeps pages, the page without."""

import json

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import render
from django.urls import path
from django.utils.translation import get_language, get_language_bidi
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ringback.web.entrance import open_to_all

PAPER = "#f7f5f0"
# What the kept pages are made of.
FILES = (
    "ringback/desk.css", "ringback/call.css", "ringback/installed.css", "ringback/rehearse.css",
    "ringback/fade.js", "ringback/desk.js", "ringback/call.js", "ringback/waiting.js",
    "ringback/installed.js", "ringback/waiting-page.js", "ringback/offline-page.js",
    "ringback/rehearse.js",
    "ringback/icon.svg", "ringback/icon-192.png", "vendored/htmx-2.min.js",
)  # fmt: skip


@open_to_all
@require_safe
def manifest(request: HttpRequest) -> HttpResponseBase:
    """What a device shows of the app, and what it may hand to it (W3C Web Application Manifest)."""
    told = {
        "id": "/",
        "name": "Ringback",
        "short_name": "Ringback",
        "description": _("Send it to the one who hires, call three days later, keep asking."),
        "lang": get_language(),
        "dir": "rtl" if get_language_bidi() else "ltr",
        "start_url": "/",
        "scope": "/",
        "display": "standalone",
        "background_color": PAPER,
        "theme_color": PAPER,
        "categories": ["productivity", "business"],
        "icons": [
            _icon("icon-192.png", "192x192", "any"), _icon("icon-512.png", "512x512", "any"),
            _icon("maskable-192.png", "192x192", "maskable"),
            _icon("maskable-512.png", "512x512", "maskable"),
        ],
        "shortcuts": [
            _shortcut(_("Today"), "/"), _shortcut(_("Next call"), "/call/"),
            _shortcut(_("Add an opening"), "/openings/new/"),
        ],
        "share_target": {
            "action": "/openings/new/",
            "method": "GET",
            "enctype": "application/x-www-form-urlencoded",
            "params": {"title": "title", "text": "text", "url": "url"},
        },
    }  # fmt: skip
    return JsonResponse(told, content_type="application/manifest+json")


@open_to_all
@require_safe
def worker(request: HttpRequest) -> HttpResponseBase:
    """The service worker: it is another one for each version of the files."""
    told = {
        # Pages that are kept are in one language; in another they are fetched anew.
        "version": f"{settings.STATIC_VERSION}-{get_language()}",
        "static": settings.STATIC_URL,
        "files": [f"{settings.STATIC_URL}{name}" for name in FILES],
        "understood": _("Without a network: it is read once the call is recorded."),
    }
    scripts = [f"{settings.STATIC_URL}ringback/{name}" for name in ("waiting.js", "worker.js")]
    words = f"const TOLD = {json.dumps(told)};\nimportScripts(...{json.dumps(scripts)});\n"
    return HttpResponse(words, content_type="text/javascript; charset=utf-8")


@open_to_all
@require_safe
def offline(request: HttpRequest) -> HttpResponseBase:
    """The page for what cannot be had without a network; nothing in it is anybody's own."""
    return render(request, "ringback/offline.html")


def _icon(name: str, sizes: str, purpose: str) -> dict[str, str]:
    address = f"{settings.STATIC_URL}ringback/{name}"
    return {"src": address, "sizes": sizes, "type": "image/png", "purpose": purpose}


def _shortcut(name: str, address: str) -> dict[str, object]:
    return {"name": name, "url": address, "icons": [_icon("icon-192.png", "192x192", "any")]}


urls = [path("manifest.webmanifest", manifest), path("sw.js", worker), path("offline/", offline)]
