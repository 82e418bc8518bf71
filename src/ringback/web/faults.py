"""Which field of a form it is that a refusal speaks of."""

from collections.abc import Collection, Mapping


def field_at_fault(given: Mapping[str, str], told: str, needed: Collection[str] = ()) -> str:
    """The first of the ``needed`` that is empty, else the field whose words are told; or none."""
    empty = (name for name in needed if not given[name])
    quoted = (name for name, value in given.items() if value and f"“{value}”" in told)
    return next(empty, "") or next(quoted, "")
