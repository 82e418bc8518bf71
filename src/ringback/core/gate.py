"""The gate: what must be on file before anything is sent (method M5 and M6)."""

from collections.abc import Container
from dataclasses import dataclass
from enum import StrEnum

from ringback.core.cadence import Cadence, Track
from ringback.core.people import Opening, Person


class Gap(StrEnum):
    """What is missing."""

    NO_MANAGER = "no manager"
    IS_HR = "is hr"
    NO_EVIDENCE = "no evidence"
    NO_ROUTE = "no way to reach"
    NO_NUMBER = "no number"
    DO_NOT_CONTACT = "do not contact"


@dataclass(frozen=True, slots=True)
class Missing:
    """A gap in words. ``for_good``: no reason opens the gate; ``warns``: it is told, not barred."""

    gap: Gap
    says: str
    for_good: bool = False
    warns: bool = False


def missing(
    opening: Opening, manager: Person | None, evidenced: Container[str], cadence: Cadence
) -> tuple[Missing, ...]:
    """What stands between an opening and being ready to send to this manager.

    ``evidenced`` holds the ids of people whose name has evidence, and of routes that have it.
    """
    if manager is None:
        return (Missing(Gap.NO_MANAGER, "it is not known who hires for it"),)
    if manager.do_not_contact:
        says = f"{manager.name} asked not to be contacted"
        return (Missing(Gap.DO_NOT_CONTACT, says, for_good=True),)
    found = []
    if manager.is_hr and not opening.in_hr:
        says = f"{manager.name} works in HR: find the manager who hires"
        found.append(Missing(Gap.IS_HR, says))
    if manager.id not in evidenced:
        found.append(Missing(Gap.NO_EVIDENCE, f"nothing tells where {manager.name}'s name is from"))
    calls = manager.calls() or opening.employer.switchboards()
    ways = (*calls, *manager.mails())
    by_mail_only = opening.no_calls or cadence.track is Track.MAIL
    if not ways:
        found.append(Missing(Gap.NO_ROUTE, f"there is no way to reach {manager.name}"))
    elif not any(route.id in evidenced for route in ways):
        says = f"nothing tells where the ways to reach {manager.name} are from"
        found.append(Missing(Gap.NO_EVIDENCE, says))
    elif not calls and not by_mail_only:
        says = f"there is no number for the call to {manager.name}"
        found.append(Missing(Gap.NO_NUMBER, says, warns=True))
    return tuple(found)
