"""The outcomes of a call as a table: by what happened on the line, and by who answered."""

from ringback.core.outcomes import OUTCOMES, Outcome
from ringback.core.touches import Who

_TITLES: dict[Who | None, str] = {
    None: "Nobody to talk to",
    Who.RECEPTIONIST: "The receptionist answered",
    Who.HR: "You were passed to HR",
    Who.MANAGER: "You talked to them",
}
_NEEDS = {"moment": "--moment", "person": "--name", "employer": "--employer", "day": "--day"}


def groups() -> list[tuple[str, list[Outcome]]]:
    """The outcomes by who answered, in the order of the table, each group with its title."""
    return [
        (title, [outcome for outcome in OUTCOMES if outcome.who is who])
        for who, title in _TITLES.items()
    ]


def outcome_table() -> list[tuple[str, list[tuple[str, str]]]]:
    """Word and key of each outcome with what it says and what it needs."""
    return [
        (title, [(f"{one.word} ({one.key})", one.says + needs(one)) for one in outcomes])
        for title, outcomes in groups()
    ]


def needs(outcome: Outcome) -> str:
    """Which options an outcome cannot do without, in brackets."""
    named = ", ".join(_NEEDS[need] for need in outcome.needs)
    return f" (needs {named})" if named else ""
