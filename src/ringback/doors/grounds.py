"""What a rule rests on: the part of docs/grounds.md, and why; each part by its name."""

import re

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from ringback.doors.tongue import say

_PARTS = {
    "0": gettext_noop("where the idea is from"),
    "1.2": gettext_noop("silence, and how long things take"),
    "1.3": gettext_noop("what employers say of following up"),
    "1.6": gettext_noop("reaching somebody by telephone"),
    "1.7": gettext_noop("after the interview"),
    "2.1": gettext_noop("cadences elsewhere"),
    "2.2": gettext_noop("the defaults"),
    "2.3": gettext_noop("what a call comes to"),
    "2.4": gettext_noop("words"),
}
_REFERS = re.compile(r"grounds (\d(?:\.\d)?)(?: and (\d(?:\.\d)?))?(?:: (.+))?")


def grounds_said(told: str) -> str:
    """“Grounds 2.2: the mail-only track”; what refers to no part as it is, with its capital."""
    found = _REFERS.fullmatch(told)
    if found is None or any(part not in _PARTS for part in found.groups()[:2] if part):
        said = say(told)
        return said[:1].upper() + said[1:]
    named = _("Grounds {0}").format(", ".join(part for part in found.groups()[:2] if part))
    why = say(told).partition(": ")[2] if found[3] else ""
    return f"{named}: {why}" if why else named


def parts_of_grounds() -> list[tuple[str, str]]:
    """The parts of docs/grounds.md on which rules rest, by number, each with its name."""
    return [(number, _(name)) for number, name in _PARTS.items()]
