"""A phone in the home network: let in by a code that is scanned once, and told how to trust us."""

from typing import TYPE_CHECKING

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.http import content_disposition_header, urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from ringback.desk.refusal import Code as Why
from ringback.desk.refusal import Refusal
from ringback.settings import HOME
from ringback.web.codes import Code
from ringback.web.desks import NotBegun, desk_of
from ringback.web.devices import LONGEST_NAME, DeviceKind, Devices
from ringback.web.entrance import device_of, let_in, open_to_all
from ringback.web.pages.entering import browser_of
from ringback.web.serving import served

if TYPE_CHECKING:
    from ringback.web.authority import Authority

AUTHORITY = "/settings/devices/authority/"
FILE = "ringback-authority.crt"

code = Code()


@require_safe
def phone(request: HttpRequest) -> HttpResponseBase:
    """How a phone is let in; without a home network, how the desk is served there."""
    return _shown(request, "")


@require_POST
def show_code(request: HttpRequest) -> HttpResponseBase:
    """Draw a one-time address for a phone; the one before counts no more."""
    if not served().home_origins:
        raise Refusal(
            Why.BAD_VALUE, _("The desk is served on this computer alone."),
            _("Close it, and start it for the home network."),
        )  # fmt: skip
    return _shown(request, code.renew())


def _shown(request: HttpRequest, told: str) -> HttpResponse:
    origins = served().home_origins
    authority = _known_authority()
    context = {
        "part": "/settings/", "tab": "devices", "origins": origins, "code": told,
        "scanned": f"{origins[0]}/pair?{urlencode({'code': told})}" if told else "",
        "fingerprint": authority.fingerprint if authority else "",
    }  # fmt: skip
    return render(request, "ringback/settings_phone.html", context)


@open_to_all
@require_safe
def pair(request: HttpRequest) -> HttpResponseBase:
    """Whose desk it is, and what this device is to be called there; nothing is done yet."""
    if device_of(request) is not None:
        return redirect("/")
    given = request.GET.get("code", "")
    if given and not code.take(given, keep=True):
        return _closed(request)
    return _asked(request, given, browser_of(request))


@open_to_all
@require_POST
def enter(request: HttpRequest) -> HttpResponseBase:
    """Let the device in that brings the code; the code counts no more."""
    given = request.POST.get("code", "")
    name = " ".join(request.POST.get("name", "").split())
    if not name and code.take(given, keep=True):
        return _asked(request, given, "", status=422)
    if not name or not code.take(given):
        return _closed(request)
    _device, credential = Devices(HOME).admit(name, DeviceKind.PHONE)
    response: HttpResponse = redirect(AUTHORITY)
    let_in(request, response, credential)
    return response


def _asked(request: HttpRequest, given: str, name: str, status: int = 200) -> HttpResponse:
    context = {"code": given, "name": name, "longest": LONGEST_NAME, "trouble": status != 200}
    if given:
        context["whose"] = _owner(request)
    return render(request, "ringback/pair.html", context, status=status)


def _owner(request: HttpRequest) -> str:
    try:
        return desk_of(request).search.seeker_name
    except (NotBegun, Refusal):
        return ""


def _known_authority() -> "Authority | None":
    # Loaded where it is asked for: only a desk at home has one, and its library is large.
    from ringback.web.authority import known_authority

    return known_authority(HOME)


def _closed(request: HttpRequest) -> HttpResponse:
    return render(request, "ringback/pair.html", {"closed": True}, status=401)


@require_safe
def authority(request: HttpRequest) -> HttpResponseBase:
    """How a phone learns to trust this desk, so that it works there without a network."""
    known = _known_authority()
    context = {
        "part": "/settings/", "tab": "devices", "file": FILE, "origins": served().home_origins,
        "fingerprint": known.fingerprint if known else "",
    }  # fmt: skip
    return render(request, "ringback/settings_authority.html", context)


@require_safe
def certificate(request: HttpRequest) -> HttpResponseBase:
    """The certificate of the authority, for a phone to install; its key stays where it is."""
    known = _known_authority()
    if known is None:
        raise Refusal(
            Why.NOT_FOUND, _("This desk was never served in a home network."),
            _("Start it so first."),
        )  # fmt: skip
    answer = HttpResponse(known.der, content_type="application/x-x509-ca-cert")
    answer["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=FILE)
    return answer


urls = [
    path("pair", pair),
    path("pair/in/", enter),
    path("settings/devices/phone/", phone),
    path("settings/devices/phone/code/", show_code),
    path("settings/devices/authority/", authority),
    path("settings/devices/authority.crt", certificate),
]
