"""The rules of a cadence in parts, in their own order, each part under a heading."""

from ringback.core.cadence import RULES, Rule

# Each part by the rule that it begins with.
_BEGINS = {
    "track": "The first call",
    "attempts": "Further calls",
    "second_person_days": "Other people, and limits",
    "mail_attempts": "Mails, and when an opening rests",
    "research_days": "Names and letters",
    "send_more_hours": "After a talk",
    "status_days": "After an interview or an offer",
    "morning_from": "Hours of calls",
}


def parts() -> list[tuple[str, list[Rule]]]:
    """Every rule once, in the order of the cadence, under the heading of its part."""
    found: list[tuple[str, list[Rule]]] = []
    for key, rule in RULES.items():
        if key in _BEGINS:
            found.append((_BEGINS[key], []))
        found[-1][1].append(rule)
    return found
