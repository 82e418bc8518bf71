"""The chase: from a letter that was sent to a conversation, or to a kind end (evidence 2.2).

Call about three business days after the letter, again in another half-day, leave one voicemail,
try a second person, close by mail, rest, look again.
"""

from datetime import date, timedelta

from ringback.core.cadence import Holds
from ringback.core.ground import Ground
from ringback.core.people import OpeningKind, Person
from ringback.core.places import Place
from ringback.core.steps import Step, StepKind
from ringback.core.touches import Purpose, Touch, Via
from ringback.core.workdays import Half

# Bound once, as in ``touches``.
_CALL, _MAIL, _SEND, _FIND_ROUTE = StepKind.CALL, StepKind.MAIL, StepKind.SEND, StepKind.FIND_ROUTE
_POST, _PORTAL = Via.POST, Via.PORTAL
_ORDINAL = {1: "First", 2: "Second", 3: "Third", 4: "Fourth", 5: "Fifth"}


def chase(ground: Ground, letter: Touch, target: Person) -> Step:
    """The step that follows from a letter to somebody, as long as nobody has answered."""
    free, after = _calls_before(ground, letter) if ground.opening.others else (date.min, "")
    return (
        _call_them(ground, letter, target, free, after)
        or _mail_them(ground, letter, target)
        or _second_person(ground, letter)
        or _closing_mail(ground, letter, target)
        or look_again(ground)
    )


def first_call_day(ground: Ground, letter: Touch, place: Place) -> tuple[date, str]:
    """The day of the first call after a letter, in the called person's zone, and why that day."""
    calendar, cadence = ground.calendar, ground.cadence
    sent = calendar.day_of(place, letter.at)
    if ground.now.promise is not None:
        if ground.now.in_the_letter:
            return ground.now.promise, "Your letter says that you call on this day"
        return ground.now.promise, "You set this day for the follow-up"
    delivered = sent
    if letter.via is _POST:
        delivered = calendar.add_business_days(place, sent, cadence.post_transit_days)
    closes = ground.opening.closes_on
    portal = letter.via is _PORTAL
    if closes is not None and closes >= sent and _waits_for_closing(ground, portal):
        start = max(closes, delivered)
        day = calendar.add_business_days(place, start, cadence.closing_date_days)
        return day, f"The posting closed on {closes:%-d %B}: they read what came in now"
    if portal:
        day = calendar.add_business_days(place, delivered, cadence.portal_call_days)
        return day, f"Due {cadence.portal_call_days} business days after you applied"
    day = calendar.add_business_days(place, delivered, cadence.first_call_days)
    return day, f"Due {cadence.first_call_days} business days after what you sent arrived"


def _waits_for_closing(ground: Ground, portal: bool) -> bool:
    if ground.opening.kind is not OpeningKind.ADVERTISED:
        return False
    holds = ground.cadence.closing_date_holds
    return holds is Holds.ALWAYS or (portal and holds is Holds.PORTAL)


def look_again(ground: Ground) -> Step:
    """The day on which a resting opening is looked at again: named by them, or by the cadence."""
    now, calendar, cadence = ground.now, ground.calendar, ground.cadence
    rest = now.resting
    target = ground.person(now.target)
    whom = target.id if target else ""
    if rest is not None and now.rest is not None:
        why = "They said that this would be the time to look again"
        return ground.desk(StepKind.LOOK_AGAIN, why, now.rest, person=whom)
    place = ground.place(target)
    letter = now.first_letter
    last_miss = _misses(ground, now.target)[-1:]
    moments = [t.at for t in (rest, letter, *last_miss) if t is not None]
    since = calendar.day_of(place, max(moments)) if moments else date.min
    if letter is not None and (rest is None or rest.purpose is Purpose.CLOSING):
        sent = calendar.day_of(place, letter.at)
        since = max(since, calendar.add_business_days(place, sent, cadence.dormant_days))
    day = since + timedelta(days=cadence.reopen_days)
    why = "Resting until then: is there a new reason to write?"
    return ground.desk(StepKind.LOOK_AGAIN, why, day, person=whom)


def _misses(ground: Ground, person: str) -> list[Touch]:
    """The attempts to reach somebody that still count, those before a long rest left out."""
    misses = ground.contact(person).misses
    letter = ground.now.letter
    if letter is None or not misses:
        return misses
    since = letter.at - timedelta(days=ground.cadence.reopen_days)
    if misses[0].at >= since:
        return misses
    return [miss for miss in misses if miss.at >= since]


def _skips(ground: Ground, kind: StepKind) -> list[Touch]:
    return [skip for skip in ground.now.skips if skip.skipped == kind]


def _call_them(
    ground: Ground, letter: Touch, target: Person, free: date, after: str
) -> Step | None:
    """The next call, not before ``free``, the day after which another opening's call is over."""
    if ground.calls_barred(target):
        return None
    cadence, calendar = ground.cadence, ground.calendar
    misses = _misses(ground, target.id)
    skips = _skips(ground, _CALL)
    tried = len(misses) + len(skips)
    if tried >= cadence.attempts:
        return None
    place = ground.place(target)
    due, why = first_call_day(ground, letter, place)
    route = ground.call_route(target)
    if route is None:
        if _skips(ground, _FIND_ROUTE):
            return None
        start = ground.own_day(letter.at)
        why = f"There is no number for {target.name}: find it before the call is due"
        return ground.desk(_FIND_ROUTE, why, start, latest=due, person=target.id)
    half: Half | None = None
    avoid: frozenset[int] = frozenset()
    since = [miss for miss in misses if miss.at >= letter.at]
    if tried and (since or skips):
        last = max((*since, *skips), key=lambda t: t.order)
        last_day = calendar.day_of(place, last.at)
        due = max(due if not since else date.min,
                  calendar.add_business_days(place, last_day, cadence.retry_days))  # fmt: skip
        why = f"{_ORDINAL.get(tried + 1, 'Next')} call: nobody was reached before"
    if since:
        tried_half = calendar.half_of(place, since[-1].at)
        if cadence.other_half_day:
            half = Half.AFTERNOON if tried_half is Half.MORNING else Half.MORNING
        if cadence.other_weekday:
            avoid = frozenset(calendar.day_of(place, miss.at).weekday() for miss in since[-3:])
    if ground.now.promise is None or tried:
        due, why = _after_caps(ground, target, due, why)
        if free > due:
            due = free
            why = f"After your call about “{after}”: one caller at a time for each employer"
    voicemail = (
        len(misses) + 1 == cadence.voicemail_on_miss and not ground.contact(target.id).voicemail
    )
    return ground.call(
        why, due, target, route,
        attempt=tried + 1, half=half, avoid=avoid, voicemail=voicemail,
    )  # fmt: skip


def _after_caps(ground: Ground, person: Person | None, due: date, why: str) -> tuple[date, str]:
    free = ground.free_from(person)
    if free <= due:
        return due, why
    return free, f"{why}. Not earlier: they have heard from you often enough for now"


def _calls_before(ground: Ground, letter: Touch) -> tuple[date, str]:
    """From which day, and after which opening's call, this opening may call.

    One live caller for each employer: the opening that wrote first goes first.
    """
    earlier = []
    for other in ground.opening.others:
        alone = Ground(other._replace(others=()), ground.record, ground.cadence, ground.calendar)
        first = alone.now.letter
        if first is not None and first.order < letter.order:
            earlier.append((first, alone))
    earlier.sort(key=lambda pair: pair[0].order)
    free, title = date.min, ""
    for first, alone in earlier:
        call = _live_call(alone, first, free, title)
        if call is not None:
            place, retry = ground.employer.place, ground.cadence.retry_days
            free = ground.calendar.add_business_days(place, call.day, retry)
            title = alone.opening.title
    return free, title


def _live_call(alone: Ground, letter: Touch, free: date, after: str) -> Step | None:
    now = alone.now
    target = alone.person(now.target)
    stopped = (now.closed, now.end, now.resting, now.paused_until)
    if target is None or now.added is None or now.demands or any(stopped):
        return None
    if letter.person not in ("", target.id):
        return None
    step = _call_them(alone, letter, target, free, after)
    return step if step is not None and step.kind is _CALL else None


def _mail_them(ground: Ground, letter: Touch, target: Person) -> Step | None:
    """The mail track: where calls are ruled out, or no number is to be had."""
    cadence = ground.cadence
    no_number = bool(_skips(ground, _FIND_ROUTE))
    if not (ground.calls_barred(target) or no_number):
        return None
    route = ground.mail_route(target)
    done = sorted((*ground.now.mails, *_skips(ground, _MAIL)), key=lambda t: t.order)
    if route is None or len(done) >= cadence.mail_attempts:
        return None
    place = ground.place(target)
    if done:
        last = ground.calendar.day_of(place, done[-1].at)
        due = ground.calendar.add_business_days(place, last, cadence.mail_retry_days)
        why = "No answer yet: a second short mail"
    else:
        due, why = first_call_day(ground, letter, place)
    due, why = _after_caps(ground, target, due, f"{why} (by mail: no calls here)")
    return ground.desk(
        _MAIL, why, due, person=target.id, route=route,
        attempt=len(done) + 1, purpose=Purpose.FOLLOW_UP,
    )  # fmt: skip


def _second_person(ground: Ground, letter: Touch) -> Step | None:
    now, cadence = ground.now, ground.cadence
    if _skips(ground, _SEND) or len(now.written_to) >= cadence.people_per_employer:
        return None
    alternate = ground.alternate()
    if alternate is None:
        return None
    place = ground.place(alternate)
    first = now.first_letter or letter
    sent = ground.calendar.day_of(place, first.at)
    due = ground.calendar.add_business_days(place, sent, cadence.second_person_days)
    why = f"Nobody was reached: write to a second person there, {alternate.name}"
    due, why = _after_caps(ground, alternate, due, why)
    return ground.desk(_SEND, why, due, person=alternate.id)


def _closing_mail(ground: Ground, letter: Touch, target: Person) -> Step | None:
    cadence, calendar = ground.cadence, ground.calendar
    route = ground.mail_route(target)
    follow_ups = cadence.mail_attempts if _on_mail(ground, target) else 0
    skipped = len(ground.now.mails) * (follow_ups > 0) + len(_skips(ground, _MAIL))
    if route is None or skipped > follow_ups:
        return None
    place = ground.place(target)
    sent = calendar.day_of(place, letter.at)
    due = calendar.add_business_days(place, sent, cadence.closing_mail_days)
    for miss in _misses(ground, target.id):
        due = max(due, calendar.add_business_days(place, calendar.day_of(place, miss.at), 1))
    why = "Nobody answered: one closing mail, then let it rest"
    due, why = _after_caps(ground, target, due, why)
    return ground.desk(_MAIL, why, due, person=target.id, route=route, purpose=Purpose.CLOSING)


def _on_mail(ground: Ground, target: Person) -> bool:
    return ground.calls_barred(target) or bool(_skips(ground, _FIND_ROUTE))
