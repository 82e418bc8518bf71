"""Hours where the called person is, beside the seeker's own, in one line."""

from datetime import timedelta
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

from ringback.desk.day import Item, place_of
from ringback.doors.words import Speech, length, place_name, zone_of

_SOON = timedelta(hours=24)


def zone_there(item: Item) -> ZoneInfo:
    """The zone on whose clock the person of a step lives."""
    return zone_of(item.there)


def hours_line(item: Item, speech: Speech) -> str:
    """What time it is there, and from when or until when they can be called."""
    there = zone_there(item)
    if item.row.exact:
        return _at_their_word(item, speech, there)
    same = speech.same_clock(speech.now, there)
    place = place_name(place_of(item.row).city, there)
    clock = speech.clock(speech.now, there)
    begins = _("It is {0} there, as here") if same else _("It is {0} there ({1})")
    begins = begins.format(clock, place)
    return f"{begins}; {_window(item, speech, there, same=same)}"


def until(item: Item, speech: Speech) -> str:
    """For a list: until when, or from when, in the seeker's own time."""
    row, now = item.row, speech.now
    if row.exact:
        return _("at {0}").format(speech.clock(row.earliest))
    if item.is_call:
        if item.open.start <= now < item.open.end:
            return _("now, until {0}").format(speech.clock(item.open.end))
        return _("from {0}").format(speech.clock(item.open.start))
    overdue = item.overdue(speech.today)
    return _("since {0}").format(speech.date(row.day)) if overdue else _("today")


def _window(item: Item, speech: Speech, there: ZoneInfo, *, same: bool) -> str:
    start, end = item.open.start, item.open.end
    if start <= speech.now < end:
        left = length(end - speech.now)
        return _("they can be called until {0}, {1} from now").format(
            speech.clock(end, there), left
        )
    if start > speech.now:
        yours = "" if same else _(" ({0} for you)").format(speech.clock(start))
        near = start.astimezone(there).date() == speech.now.astimezone(there).date()
        when = speech.clock(start, there) if near else speech.moment(start, there)
        soon = start - speech.now < _SOON
        wait = _(", in {0}").format(length(start - speech.now)) if soon else ""
        return _("they can be called from {0}").format(when) + yours + wait
    return _("their hours are over")


def _at_their_word(item: Item, speech: Speech, there: ZoneInfo) -> str:
    moment = item.row.earliest
    said = speech.both(moment, there)
    ahead, ago = length(moment - speech.now), length(speech.now - moment)
    if item.is_call:
        if speech.now < moment:
            return _("They expect your call {0}, in {1}").format(said, ahead)
        return _("They expected your call {0}, {1} ago").format(said, ago)
    if speech.now < moment:
        return _("They expect you {0}, in {1}").format(said, ahead)
    return _("They expected you {0}, {1} ago").format(said, ago)
