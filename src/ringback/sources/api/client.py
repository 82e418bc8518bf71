"""One question to a service and its JSON answer, within limits of time and size.

Only https, unless a test names a server of this machine; no redirect is followed, no proxy and no
cookie is known, the address that was checked is the one connected to. The key goes into a header,
never into an address.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from http import HTTPStatus
from urllib.parse import quote, urlencode

from ringback.sources.api.parts import Json
from ringback.sources.api.retry import LONGEST_WAIT, in_words, seconds_until
from ringback.sources.api.secret import Secret, hide
from ringback.sources.api.statuses import Meanings, refused
from ringback.sources.unreadable import Unreadable
from ringback.sources.web.asking import Answer, Wish, ask
from ringback.sources.web.guest import Guest, Limits
from ringback.sources.web.urls import Url, read_url
from ringback.sources.web.visit import Visit

LIMITS = Limits(seconds=30.0, connect=10.0, read=20.0, received=5_000_000, content=10_000_000)
Params = Sequence[tuple[str, str]]

_DEEPEST = 40
_LONGEST_TEXT = 20_000
_AGAIN = "Try again later; look there first whether it was charged."
_FAULTS = {
    "unreachable": ("{} cannot be reached.", "Check the connection, or try again later."),
    "time": ("{} took longer than the time allowed.", _AGAIN),
    "size": ("{} sends more than an answer can hold.", _AGAIN),
    "encoding": ("{} sent an answer whose bytes are broken.", _AGAIN),
    "protocol": ("{} broke off in the midst of its answer, or did not speak HTTP.", _AGAIN),
    "forbidden": ("The address of {} leads into this machine's own network.", "Nothing was asked."),
}


def wall_clock() -> datetime:
    """This moment, for a date in Retry-After."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Client:
    """A way to one service. ``base`` is its address without a path, such as https://api.acme.example.

    ``asked`` are the addresses asked so far, the method before each; none holds a key.
    """

    label: str
    base: str
    guest: Guest = field(default_factory=lambda: Guest(limits=LIMITS))
    now: Callable[[], datetime] = wall_clock
    meanings: Meanings = field(default_factory=dict)
    secrets: list[Secret] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    def get(self, path: str, params: Params, headers: Mapping[str, str]) -> Json:
        """Raises Unreadable; its codes: those of ``post``."""
        return self._call(_address(self.base, path, params), Wish("GET", _with(headers)))

    def post(
        self, path: str, params: Params, headers: Mapping[str, str], body: object = None
    ) -> Json:
        """Send a body as JSON, or none.

        Raises Unreadable (key, paid, question, unknown, later, trouble, status, redirect, kind,
        json, and those of the way there: unreachable, tls, time, size, encoding, protocol,
        forbidden, requests).
        """
        content = json.dumps(body).encode() if body is not None else b""
        headers = {"Content-Type": "application/json", **headers}
        return self._call(_address(self.base, path, params), Wish("POST", _with(headers), content))

    def post_form(self, path: str, form: Params, headers: Mapping[str, str]) -> Json:
        """Send a form. Raises Unreadable as ``post`` does."""
        headers = {"Content-Type": "application/x-www-form-urlencoded", **headers}
        wish = Wish("POST", _with(headers), urlencode(form).encode())
        return self._call(_address(self.base, path, ()), wish)

    def hide(self, secret: Secret) -> Secret:
        """Let no text of an answer show this; gives it back."""
        self.secrets.append(secret)
        return secret

    def _call(self, url: Url, wish: Wish) -> Json:
        answer = self._once(url, wish)
        if answer.status in (HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE):
            wait = seconds_until(answer.retry_after, self.now())
            if wait is not None and wait <= LONGEST_WAIT:
                self.guest.sleep(wait)
                answer = self._once(url, wish)
        if 300 <= answer.status < 400:
            raise Unreadable(
                "redirect", f"{self.label} sends on to another address, where no key is taken.",
                "A newer Ringback may know the new address.",
            )  # fmt: skip
        if not 200 <= answer.status < 300:
            raise self._refused(answer)
        return self._read(answer)

    def _once(self, url: Url, wish: Wish) -> Answer:
        at_home = self.guest.at_home(url)
        if url.scheme != "https" and not at_home:
            raise Unreadable(
                "forbidden", f"{self.label} is asked over https only.", "Nothing was asked."
            )
        visit = Visit(self.guest, at_home, self.guest.limits.seconds)
        self.asked.append(f"{wish.method} {url}")
        try:
            return ask(url, visit, most=self.guest.limits.content, wish=wish)
        except Unreadable as error:
            if error.code not in _FAULTS:
                raise Unreadable(error.code, error.sentence, "Nothing was read.") from None
            sentence, hint = _FAULTS[error.code]
            # Nothing of what was on its way is kept in the chain of errors.
            raise Unreadable(error.code, sentence.format(self.label), hint) from None

    def _refused(self, answer: Answer) -> Unreadable:
        try:
            said = words_of(self._clean(json.loads(answer.content)))
        except (ValueError, RecursionError):
            said = ""
        wait = seconds_until(answer.retry_after, self.now())
        when = in_words(wait) if wait is not None else ""
        return refused(self.label, answer.status, said, when, self.meanings)

    def _read(self, answer: Answer) -> Json:
        kind = answer.kind
        if kind != "application/json" and not kind.endswith("+json"):
            what = "".join(c for c in kind[:60] if c.isprintable()) or "something without a name"
            raise Unreadable(
                "kind", f"{self.label} answered with {what}, not with JSON.", _AGAIN
            )  # fmt: skip
        try:
            found = self._clean(json.loads(answer.content))
        except (ValueError, RecursionError):
            raise Unreadable(
                "json", f"The answer of {self.label} is no whole JSON.", _AGAIN
            ) from None
        if not isinstance(found, Mapping):
            raise Unreadable(
                "json", f"The answer of {self.label} is not of the documented form.", _AGAIN
            )
        return found

    def _clean(self, value: object, depth: int = 0) -> object:
        """The answer without keys, control characters and halves of characters in its texts."""
        if depth > _DEEPEST:
            return None
        if isinstance(value, str):
            whole = value[:_LONGEST_TEXT].encode("utf-8", "replace").decode()
            shown = "".join(c if c.isprintable() or c == "\n" else " " for c in whole)
            return hide(shown, self.secrets)
        if isinstance(value, dict):
            return {
                str(self._clean(key, depth)): self._clean(inner, depth + 1)
                for key, inner in value.items()
            }
        if isinstance(value, list):
            return [self._clean(inner, depth + 1) for inner in value]
        return value


def words_of(answer: object) -> str:
    """What a service says went wrong, in its own words; empty where it does not say.

    Hunter: ``errors[].details``; Apollo: ``error``; D&B: ``error.errorMessage``,
    ``error_description`` of a token.
    """
    found = answer
    for _ in range(3):
        if isinstance(found, list):
            found = found[0] if found else ""
        if isinstance(found, Mapping):
            found = next(
                (
                    found[name]
                    for name in (
                        "errors", "details", "errorMessage", "error_description", "error", "message"
                    )
                    if found.get(name)
                ),
                "",
            )  # fmt: skip
    return " ".join(found.split())[:200].rstrip(".") if isinstance(found, str) else ""


def _with(headers: Mapping[str, str]) -> dict[str, str]:
    return {"Accept": "application/json", **headers}


def _address(base: str, path: str, params: Params) -> Url:
    url = read_url(base)
    query = urlencode(params, quote_via=quote)
    return replace(url, target=f"{path}?{query}" if query else path)
