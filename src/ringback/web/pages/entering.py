"""Coming in: the start token of the terminal opens the door to one browser, once and for all."""

import hmac

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import path
from django.views.decorators.http import require_safe

from ringback.settings import HOME
from ringback.web.devices import DeviceKind, Devices
from ringback.web.entrance import device_of, let_in, open_to_all, own_path
from ringback.web.serving import first_browser, served


@open_to_all
@require_safe
def start(request: HttpRequest) -> HttpResponseBase:
    """Let the browser in that shows the start token, and take the token out of its address."""
    if request.is_secure() or not _may_enter(request):
        # From the home network one comes in by pairing alone.
        return render(request, "ringback/entrance.html", status=401)
    response: HttpResponse = redirect(own_path(request, request.GET.get("then", "/")))
    if device_of(request) is None:
        _, credential = Devices(HOME).admit(browser_of(request), DeviceKind.COMPUTER)
        let_in(request, response, credential)
    return response


def _may_enter(request: HttpRequest) -> bool:
    once = request.GET.get("once", "")
    if once:
        return first_browser.take(once)
    expected = served().token
    given = request.GET.get("token", "")
    return bool(expected) and hmac.compare_digest(given.encode(), expected.encode())


def browser_of(request: HttpRequest) -> str:
    """The browser's name for itself, short enough to be told from others in a list."""
    agent = request.META.get("HTTP_USER_AGENT", "")
    names = ("Firefox", "Edg", "OPR", "Chrome", "Safari")
    name = next((name for name in names if f"{name}/" in agent), "Browser")
    name = {"Edg": "Edge", "OPR": "Opera"}.get(name, name)
    systems = ("Android", "iPhone", "iPad", "Windows", "Mac OS X", "Linux")
    system = next((one for one in systems if one in agent), "")
    return f"{name}, {system}" if system else name


urls = [path("start", start)]
