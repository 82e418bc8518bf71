"""Searches: whose job search it is, where they are, and the plan that they wrote for themselves."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from ringback.book.parties import Search
from ringback.book.replan import replan
from ringback.core.texts.choice import AUTO
from ringback.core.texts.language import languages
from ringback.desk.desk import Desk
from ringback.desk.refusal import Code, Refusal
from ringback.desk.verb import reading, verb

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@reading
def open_desk(name: str, now: datetime) -> Desk | None:
    """The desk of the search of this name; None where there is no such search yet."""
    search = Search.objects.filter(name=name).first()
    return Desk(search, now) if search is not None else None


@verb
def start_search(name: str, now: datetime) -> Desk:
    """The desk of the search of this name, made if need be."""
    search, _ = Search.objects.get_or_create(name=name, defaults={"created_at": now})
    return Desk(search, now)


@verb
def tell_about_seeker(
    desk: Desk,
    *,
    name: str | None = None,
    number: str | None = None,
    mail: str | None = None,
    country: str | None = None,
    region: str | None = None,
    zone: str | None = None,
) -> Desk:
    """Keep who the seeker is and where: their zone decides which day today is.

    Raises Refusal (bad value) for an unknown zone or country. Everything is planned anew.
    """
    search = desk.search
    if zone:
        zone = known_zone(zone)
    if country is not None and country and (len(country) != 2 or not country.isalpha()):
        raise Refusal(
            Code.BAD_VALUE, f"“{country}” is no country code.", "Give two letters: US, DE, GB."
        )
    given = {
        "seeker_name": name, "seeker_number": number, "seeker_mail": mail,
        "country": country.upper() if country else country, "region": region, "zone": zone,
    }  # fmt: skip
    changed = [key for key, value in given.items() if value is not None]
    for key in changed:
        setattr(search, key, given[key])
    if changed:
        search.save(update_fields=changed)
        replan(search)
    return Desk(search, desk.now)


def known_zone(name: str) -> str:
    """The IANA name of a zone, as it is written there. Raises Refusal (bad value)."""
    try:
        return ZoneInfo(name.strip()).key
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise Refusal(
            Code.BAD_VALUE, f"“{name}” is no time zone that is known.",
            "Give it as continent and city, such as America/New_York or Europe/Berlin.",
        ) from error  # fmt: skip


@verb
def write_plan(desk: Desk, *, days: tuple[str, ...], start: time | None, calls: int) -> Desk:
    """Keep the seeker's own plan: which days, from what hour, how many calls (evidence 1.5)."""
    unknown = [day for day in days if day not in WEEKDAYS]
    if unknown:
        raise Refusal(
            Code.BAD_VALUE, f"“{unknown[0]}” is no day.", f"Days are {', '.join(WEEKDAYS)}."
        )
    if not 0 <= calls <= 200:
        raise Refusal(Code.BAD_VALUE, "A day holds between 0 and 200 calls.")
    search = desk.search
    search.plan_days = "".join(sorted(str(WEEKDAYS.index(day)) for day in set(days)))
    search.plan_from = start
    search.plan_calls = calls
    search.save(update_fields=["plan_days", "plan_from", "plan_calls"])
    return Desk(search, desk.now)


@verb
def take_days_off(desk: Desk, days: tuple[date, ...], *, back: bool = False) -> Desk:
    """Days on which the seeker does nothing (``back``: they work again); all is planned anew."""
    search = desk.search
    kept = {date.fromisoformat(day) for day in search.days_off}
    kept = kept - set(days) if back else kept | set(days)
    search.days_off = sorted(day.isoformat() for day in kept)
    search.save(update_fields=["days_off"])
    replan(search)
    return Desk(search, desk.now)


@verb
def choose_language(desk: Desk, code: str) -> Desk:
    """Keep the language of calls and mails: a code, or "auto" for that of where one calls.

    Raises Refusal (bad value) for a language that has no words.
    """
    known = (AUTO, *languages())
    if code not in known:
        raise Refusal(
            Code.BAD_VALUE, f"There are no words in “{code}”.", f"There are {', '.join(known)}."
        )
    search = desk.search
    search.language = code
    search.save(update_fields=["language"])
    return Desk(search, desk.now)


@verb
def keep_own_line(desk: Desk, section: str, line: str) -> Desk:
    """Keep the seeker's own words for a part of a script; an empty line takes them away."""
    search = desk.search
    lines = dict(search.own_lines)
    if line.strip():
        lines[section] = line.strip()
    else:
        lines.pop(section, None)
    search.own_lines = lines
    search.save(update_fields=["own_lines"])
    return Desk(search, desk.now)
