"""What may happen next on an opening, in words."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from ringback.core.outcomes import OUTCOMES
from ringback.core.touches import Kind, Reason, Reply, Touch
from ringback.doors.tongue import say

_CALLS = {(one.line, one.who, one.result): one.says for one in OUTCOMES}
_DONE = {
    Kind.SENT: gettext_noop("you send it"),
    Kind.MAILED: gettext_noop("you mail them"),
    Kind.THANKED: gettext_noop("you thank them"),
    Kind.INTERVIEWED: gettext_noop("the interview was held"),
    Kind.NAMED: gettext_noop("you find out who hires"),
    Kind.REOPENED: gettext_noop("you open it again"),
}
_WRITTEN = {
    Reply.POSITIVE: gettext_noop("they write that they are interested"),
    Reply.OBJECTION: gettext_noop("they write with a doubt"),
    Reply.NOT_NOW: gettext_noop("they write: not now"),
    Reply.REFERRAL: gettext_noop("they write and name somebody else"),
    Reply.WRONG_PERSON: gettext_noop("they write that they do not hire for it"),
    Reply.BOUNCE: gettext_noop("your mail comes back"),
    Reply.REJECTION: gettext_noop("they write a clear no"),
    Reply.STOP: gettext_noop("they write that they want no contact"),
}
_ENDED = {
    Reason.HIRED: gettext_noop("you accept"),
    Reason.DECLINED: gettext_noop("you decline"),
}


def may_happen(touch: Touch) -> str:
    """One touch that has not happened, as what may happen."""
    if touch.kind is Kind.CALLED and touch.line is not None:
        return say(_CALLS[touch.line, touch.who, touch.result])
    if touch.reply is not None:
        return _(_WRITTEN[touch.reply])
    if touch.reason is not None:
        return _(_ENDED[touch.reason])
    return _(_DONE[touch.kind])
