"""Which field of a form it is that a refusal speaks of, and the form again to put it right."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from functools import partial

from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from ringback.core.phones import NotAPhone, read_phone
from ringback.desk.refusal import Refusal
from ringback.desk.verb import try_out
from ringback.doors.days import NotAMoment
from ringback.doors.tongue import say

# Forms whose every field may be shown and sent again: none of them holds a secret.
_MENDED = ("/openings/", "/call/")
# What a field is called by the last part of its name.
_LABELS = {
    "moment": gettext_noop("When, on their clock?"),
    "day": gettext_noop("Which day?"),
    "until": gettext_noop("Until which day?"),
    "at": gettext_noop("When was it?"),
    "promise": gettext_noop("The day that the letter names for your call"),
    "promised": gettext_noop("By which day will they answer?"),
    "number": gettext_noop("Number"),
    "mail": gettext_noop("Mail address"),
    "value": gettext_noop("Number or mail address"),
}
_MOMENTS = frozenset({"moment", "day", "until", "at", "promise", "promised"})


def field_at_fault(given: Mapping[str, str], told: str, needed: Collection[str] = ()) -> str:
    """The first of the ``needed`` that is empty, else the field whose words are told; or none."""
    empty = (name for name in needed if not given[name])
    quoted = (name for name, value in given.items() if value and f"“{value}”" in told)
    phones = (
        name for name, value in given.items()
        if value and _last(name) in ("number", "value") and _is_no_phone(value, told)
    )  # fmt: skip
    return next(empty, "") or next(quoted, "") or next(phones, "")


def all_faults(
    given: Mapping[str, str], first: Refusal | NotAMoment,
    act: Callable[[Mapping[str, str]], object], needed: Collection[str] = (),
) -> dict[str, str]:  # fmt: skip
    """What is told of each field at fault, the first refusal first; empty: it speaks of none.

    ``act`` is tried without the field that was refused until nothing more is; what it does is
    taken back.
    """
    found: dict[str, str] = {}
    left, trouble = dict(given), first
    while (name := field_at_fault(left, str(trouble), needed)) and name not in found:
        found[name] = beside(trouble)
        left[name] = "-" if name in needed else ""
        try:
            try_out(partial(act, left))
        except (Refusal, NotAMoment) as another:
            trouble = another
        else:
            break
    return found


def beside(trouble: Refusal | NotAMoment) -> str:
    """What is told of a field beside it: what is wrong, and how to put it right."""
    return f"{say(str(trouble))} {say(web_hint(trouble.hint))}".strip()


def web_hint(hint: str) -> str:
    """A hint of the desk's for somebody at a page: what names a command is of no use there."""
    return "" if "`ringback" in hint else hint


@dataclass(frozen=True, slots=True)
class Mending:
    """A form once more: the field that was refused, and whatever else was told with it."""

    address: str
    name: str
    label: str
    value: str
    rest: tuple[tuple[str, str], ...]


def to_mend(request: HttpRequest, told: str) -> Mending | None:
    """The form that was refused, where one field of it is at fault and can be put right."""
    if request.method != "POST" or not request.path.startswith(_MENDED) or request.FILES:
        return None
    given = [
        (name, value) for name, values in request.POST.lists() for value in values
        if value and not name.startswith("csrf")
    ]  # fmt: skip
    typed = {name: value.strip() for name, value in given if _last(name) in _LABELS}
    moments = [name for name in typed if _last(name) in _MOMENTS]
    wrong = field_at_fault(typed, told) or (moments[0] if len(moments) == 1 else "")
    if not wrong:
        return None
    rest = tuple((name, value) for name, value in given if name != wrong)
    return Mending(request.get_full_path(), wrong, _(_LABELS[_last(wrong)]), typed[wrong], rest)


def _last(name: str) -> str:
    return name.rpartition("-")[2]


def _is_no_phone(value: str, told: str) -> bool:
    phone = read_phone(value, "US")
    return isinstance(phone, NotAPhone) and phone.reason in told
