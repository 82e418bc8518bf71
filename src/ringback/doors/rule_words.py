"""A rule of the cadence in words for people: its value, and what it may be."""

from datetime import time
from enum import StrEnum

from django.utils.translation import gettext as _

from ringback.core.cadence import EARLIEST, LATEST, Rule, Value
from ringback.doors.tongue import say
from ringback.doors.words import Speech


def value_said(value: Value, speech: Speech) -> str:
    """“yes”, “9:00 am” on the clock of the seeker's country, “mail”, “3”."""
    if isinstance(value, bool):
        return say("yes" if value else "no")
    if isinstance(value, time):
        return speech.hour(value)
    return say(value.value) if isinstance(value, StrEnum) else str(value)


def permitted_said(rule: Rule, speech: Speech) -> str:
    """“1 to 15 business days”; empty where the choices say it themselves."""
    if isinstance(rule.default, time):
        return _("Between {0} and {1}").format(speech.hour(EARLIEST), speech.hour(LATEST))
    if isinstance(rule.default, (bool, StrEnum)):
        return ""
    return _("{0} to {1} {2}").format(rule.low, rule.high, say(rule.unit))
