"""Looking into a JSON answer whose shape nobody can vouch for."""

from collections.abc import Mapping, Sequence

Json = Mapping[str, object]
_LONGEST = 2_000


def part(value: object, *path: str) -> object:
    """What stands under these names, one inside the other; None where any is missing."""
    for name in path:
        value = value.get(name) if isinstance(value, Mapping) else None
    return value


def record(value: object, *path: str) -> Json:
    """The object under these names; an empty one where there is none."""
    found = part(value, *path)
    return found if isinstance(found, Mapping) else {}


def records(value: object, *path: str) -> list[Json]:
    """The objects in the list under these names; one object by itself counts as a list of one."""
    found = part(value, *path)
    if isinstance(found, Mapping):
        return [found]
    if not isinstance(found, Sequence) or isinstance(found, str):
        return []
    return [one for one in found if isinstance(one, Mapping)]


def text(value: object, *path: str) -> str:
    """The text or number under these names; empty where there is none, or yes or no."""
    found = part(value, *path)
    if isinstance(found, bool) or not isinstance(found, str | int | float):
        return ""
    return " ".join(str(found).split())[:_LONGEST]


def number(value: object, *path: str) -> int:
    """The whole number under these names; 0 where there is none."""
    found = part(value, *path)
    return found if isinstance(found, int) and not isinstance(found, bool) else 0


def is_true(value: object, *path: str) -> bool:
    return part(value, *path) is True
