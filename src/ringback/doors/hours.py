"""Hours where the called person is, beside the seeker's own, in one line."""

from datetime import timedelta
from zoneinfo import ZoneInfo

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
    begins = f"It is {clock} there, as here" if same else f"It is {clock} there ({place})"
    return f"{begins}; {_window(item, speech, there, same=same)}"


def until(item: Item, speech: Speech) -> str:
    """For a list: until when, or from when, in the seeker's own time."""
    row, now = item.row, speech.now
    if row.exact:
        return f"at {speech.clock(row.earliest)}"
    if item.is_call:
        if item.open.start <= now < item.open.end:
            return f"now, until {speech.clock(item.open.end)}"
        return f"from {speech.clock(item.open.start)}"
    overdue = item.overdue(speech.today)
    return f"since {speech.date(row.day)}" if overdue else "today"


def _window(item: Item, speech: Speech, there: ZoneInfo, *, same: bool) -> str:
    start, end = item.open.start, item.open.end
    if start <= speech.now < end:
        left = length(end - speech.now)
        return f"they can be called until {speech.clock(end, there)}, {left} from now"
    if start > speech.now:
        yours = "" if same else f" ({speech.clock(start)} for you)"
        near = start.astimezone(there).date() == speech.now.astimezone(there).date()
        when = speech.clock(start, there) if near else speech.moment(start, there)
        wait = f", in {length(start - speech.now)}" if start - speech.now < _SOON else ""
        return f"they can be called from {when}{yours}{wait}"
    return "their hours are over"


def _at_their_word(item: Item, speech: Speech, there: ZoneInfo) -> str:
    moment = item.row.earliest
    what = "your call" if item.is_call else "you"
    said = speech.both(moment, there)
    if speech.now < moment:
        return f"They expect {what} {said}, in {length(moment - speech.now)}"
    return f"They expected {what} {said}, {length(speech.now - moment)} ago"
