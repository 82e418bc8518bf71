"""The entrance: nobody sees a page who was not let in by the start token or by pairing."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import Resolver404, resolve
from django.utils.http import url_has_allowed_host_and_scheme

from ringback.settings import HOME
from ringback.web.devices import Device, DeviceKind, Devices
from ringback.web.serving import served

Answer = Callable[[HttpRequest], HttpResponseBase]
A_YEAR = 365 * 24 * 3600
_DEVICE = "ringback.device"
_OPEN: set[Callable[..., HttpResponseBase]] = set()


class Entrance:
    """Lets known devices in; everybody else sees how to come in, and nothing besides."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        device = Devices(HOME).known(request.COOKIES.get(served().cookie, ""))
        if device is not None and device.kind == DeviceKind.EXTENSION.value:
            # What its token opens is under /extension/, where no cookie counts.
            device = None
        if device is not None:
            Devices(HOME).saw(device)
        request.META[_DEVICE] = device
        if device is None and not _is_open(request):
            return render(request, "ringback/entrance.html", status=401)
        return self.answer(request)


def open_to_all(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Mark a view that is answered before anybody was let in."""
    _OPEN.add(view)
    return view


def let_in(request: HttpRequest, response: HttpResponse, credential: str) -> None:
    """Give a browser the token of its device, as a cookie that no script can read."""
    response.set_cookie(
        served().cookie, credential, max_age=A_YEAR, httponly=True, samesite="Strict",
        secure=request.is_secure(),
    )  # fmt: skip


def device_of(request: HttpRequest) -> Device | None:
    """The device that asks; None at the pages that are open to all."""
    device = request.META.get(_DEVICE)
    return device if isinstance(device, Device) else None


def own_path(request: HttpRequest, path: str, otherwise: str = "/") -> str:
    """A path to go on to, only ever one of our own: never a door to another site."""
    # A browser leaves out blanks that nobody sees, and takes \\ for /: two at the start are a host.
    plain = path.isprintable() and not path.startswith(("//", "/\\"))
    fine = (
        plain
        and path.startswith("/")
        and url_has_allowed_host_and_scheme(path, allowed_hosts={request.get_host()})
    )
    return path if fine else otherwise


def _is_open(request: HttpRequest) -> bool:
    try:
        view = resolve(request.path_info).func
    except Resolver404:
        return False
    return view in _OPEN
