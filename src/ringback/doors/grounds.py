"""What a rule rests on, in words: the parts of docs/grounds.md by their names."""

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
    """“grounds 2.2: the mail-only track” with the part named; what refers to none as it is."""
    found = _REFERS.fullmatch(told)
    if found is None or any(part not in _PARTS for part in found.groups()[:2] if part):
        return say(told)
    parts = ", ".join(f"“{_(_PARTS[part])}” ({part})" for part in found.groups()[:2] if part)
    named = _("In the grounds (docs/grounds.md): {0}").format(parts)
    why = say(told).partition(": ")[2] if found[3] else ""
    return f"{named}. {why[0].upper()}{why[1:]}" if why else named
