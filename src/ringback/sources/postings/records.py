"""What is read out of JSON of unknown make: texts, lists and objects, never a surprise."""

from collections.abc import Iterator, Mapping

from ringback.sources.cells import keepable

Json = Mapping[str, object]
_LONGEST = 500
_MOST = 500
_DEEPEST = 40


def text(value: object, *names: str) -> str:
    """A text or number as one line; of an object the first of its ``names`` that is one."""
    if isinstance(value, Mapping):
        return next(
            (found for name in names or ("name",) if (found := text(value.get(name), *names))), ""
        )
    if isinstance(value, list):
        return ", ".join(found for one in value[:5] if (found := text(one, *names)))
    if isinstance(value, bool) or value is None:
        return ""
    if isinstance(value, (str, int, float)):
        return " ".join(keepable(str(value)[:_LONGEST]).split())
    return ""


def long_text(value: object) -> str:
    """A text with its line breaks, such as HTML; empty for anything else."""
    return keepable(value) if isinstance(value, str) else ""


def record(value: object, *path: str) -> Json:
    """The object at a path of names; an empty one where there is none."""
    for name in path:
        value = value.get(name) if isinstance(value, Mapping) else None
    return value if isinstance(value, Mapping) else {}


def records(value: object) -> list[Json]:
    """The objects of a list, or the one object itself; at most 500."""
    if isinstance(value, Mapping):
        return [value]
    if not isinstance(value, list):
        return []
    return [one for one in value[:_MOST] if isinstance(one, Mapping)]


def is_yes(value: object) -> bool:
    return value is True or (isinstance(value, str) and value.casefold() == "true")


def inside(value: object, depth: int = 0) -> Iterator[Json]:
    """Every object inside a value, itself included, in document order."""
    if depth > _DEEPEST:
        return
    if isinstance(value, Mapping):
        yield value
        for one in value.values():
            yield from inside(one, depth + 1)
    elif isinstance(value, list):
        for one in value:
            yield from inside(one, depth + 1)
