"""The guard at the gate: which addresses are answered, and what every answer says.

A page on the web can have a browser send requests to this machine. Its own name for this machine
(DNS rebinding) is not answered, and what it sends without being asked for is refused.
"""

from collections.abc import Callable
from http.cookies import SimpleCookie
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse

from ringback.web.serving import served

Answer = Callable[[HttpRequest], HttpResponseBase]

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
# A form or a link of our own, and the address bar.
OWN = frozenset({"same-origin", "none", ""})
EXTENSIONS = ("chrome-extension", "moz-extension")

CONTENT_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; "
    "font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; "
    "frame-src 'self'; form-action 'self'; frame-ancestors 'self'; base-uri 'none'; "
    "object-src 'none'"
)
HEADERS = {
    "Content-Security-Policy": CONTENT_POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "SAMEORIGIN",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}


class Guard:
    """Outermost of all: refuses what cannot come from a page of ours, and seals every answer."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self._refused(request) or self.answer(request)
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        if not request.path.startswith("/static/"):
            response.headers.setdefault("Cache-Control", "no-store")
        if request.is_secure():
            for cookie in getattr(response, "cookies", SimpleCookie()).values():
                cookie["secure"] = True
        if request.method == "HEAD":
            _without_body(response)
        return response

    def _refused(self, request: HttpRequest) -> HttpResponse | None:
        host = request.META.get("HTTP_HOST", "")
        if not served().answers(host, secure=request.is_secure()):
            return _plain(421, "This address is not one that Ringback was started for.")
        try:
            length = int(request.META.get("CONTENT_LENGTH") or 0)
        except ValueError:
            return _plain(400, "The length of the request is not a number.")
        if length > settings.LARGEST_REQUEST:
            return _plain(413, "That is too large to be taken in one piece.")
        if request.method in SAFE or self._is_our_own(request, host):
            return None
        return _plain(403, "This did not come from a page of Ringback's own, so it was not done.")

    def _is_our_own(self, request: HttpRequest, host: str) -> bool:
        origin = request.META.get("HTTP_ORIGIN", "")
        try:
            asked = urlsplit(origin)
        except ValueError:
            return False
        if asked.scheme in EXTENSIONS:
            # The extension's own entrance asks for its token.
            return request.path.startswith("/extension/")
        if origin and asked.netloc.lower() != host.lower():
            return False
        return request.META.get("HTTP_SEC_FETCH_SITE", "") in OWN


def _without_body(response: HttpResponseBase) -> None:
    """HEAD is answered by the head alone; what came after it would be taken for the next answer."""
    if isinstance(response, StreamingHttpResponse):
        response.streaming_content = iter(())
    elif isinstance(response, HttpResponse):
        response.headers.setdefault("Content-Length", str(len(response.content)))
        response.content = b""


def _plain(status: int, sentence: str) -> HttpResponse:
    return HttpResponse(sentence + "\n", status=status, content_type="text/plain; charset=utf-8")
