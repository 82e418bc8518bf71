"""What one person, and one employer, have already had from the seeker: the ground of the caps.

Contacts are counted across all openings at the employer. Whoever answers starts from nought
again: the caps hold for what nobody asked for (evidence 2.2).
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from ringback.core.cadence import Cadence
from ringback.core.places import Place
from ringback.core.touches import Kind, Line, Reply, Touch
from ringback.core.workdays import Calendar

# Bound once, as in ``touches``: each is asked of every touch.
_SENT, _CALLED, _MAILED, _REPLIED = Kind.SENT, Kind.CALLED, Kind.MAILED, Kind.REPLIED
_VOICEMAIL = Line.VOICEMAIL_LEFT
_NO_ANSWER = frozenset({Reply.RECEIPT, Reply.OUT_OF_OFFICE, Reply.BOUNCE, None})


@dataclass(slots=True)
class Contact:
    """What one person has had since they last answered: misses, and days with their counts."""

    misses: list[Touch] = field(default_factory=list)
    outward: list[Touch] = field(default_factory=list)
    voicemail: bool = False

    def days(self, calendar: Calendar, place: Place) -> list[date]:
        """The day of each contact, a call and its mail of the same day counted once."""
        sent: dict[date, list[int]] = {}
        for touch in self.outward:
            day = calendar.day_of(place, touch.at)
            counts = sent.setdefault(day, [0, 0, 0])
            counts[0 if touch.kind is _SENT else 1 if touch.kind is _CALLED else 2] += 1
        return [
            day
            for day, (letters, calls, mails) in sorted(sent.items())
            for _ in range(letters + max(calls, mails))
        ]


def contacts(record: Iterable[Touch]) -> dict[str, Contact]:
    """What each person has had; ``""`` stands for the employer's switchboard."""
    found: dict[str, Contact] = defaultdict(Contact)
    for touch in record:
        kind = touch.kind
        if kind is _CALLED:
            if touch.is_conversation:
                found[touch.person] = Contact()
            elif not touch.is_bad_number:
                contact = found[touch.person]
                contact.outward.append(touch)
                contact.misses.append(touch)
                contact.voicemail = contact.voicemail or touch.line is _VOICEMAIL
        elif kind is _SENT or kind is _MAILED:
            found[touch.person].outward.append(touch)
        elif kind is _REPLIED and touch.reply not in _NO_ANSWER:
            found[touch.person] = Contact()
    return dict(found)


def person_free_from(
    contact: Contact | None, cadence: Cadence, calendar: Calendar, place: Place
) -> date:
    """The first day on which this person's cap lets them be contacted again."""
    if contact is None or len(contact.outward) < cadence.person_touches:
        return date.min
    days = contact.days(calendar, place)
    if len(days) < cadence.person_touches:
        return date.min
    leaving = days[-cadence.person_touches]
    return calendar.add_business_days(place, leaving, cadence.person_window_days)


def employer_free_from(
    had: dict[str, Contact], person: str, cadence: Cadence, calendar: Calendar, place: Place
) -> date:
    """The first day on which the employer's two caps let this person be contacted.

    ``person`` is who is to be contacted: somebody new counts against the number of people.
    """
    known = person in had and bool(had[person].outward)
    had_so_far = sum(len(contact.outward) for contact in had.values())
    few_people = known or len(had) < cadence.people_per_employer
    if few_people and had_so_far < cadence.employer_touches:
        return date.min
    by_person = {who: contact.days(calendar, place) for who, contact in had.items()}
    window = timedelta(days=cadence.employer_window_days)
    free = _leaves(sorted(d for days in by_person.values() for d in days),
                   cadence.employer_touches, window)  # fmt: skip
    others = sorted(days[-1] for who, days in by_person.items() if who and who != person and days)
    if person and not by_person.get(person):
        free = max(free, _leaves(others, cadence.people_per_employer, window))
    return free


def _leaves(days: Sequence[date], cap: int, window: timedelta) -> date:
    return days[-cap] + window if len(days) >= cap else date.min
