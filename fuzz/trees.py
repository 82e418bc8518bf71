"""Hostile JSON: other values, missing and doubled members, deep and long nests."""

import json
from random import Random
from typing import cast

from fuzz.chance import changed_text, odd_text

Tree = bool | int | float | str | list["Tree"] | dict[str, "Tree"] | None
_ODD: tuple[Tree, ...] = (
    None,
    True,
    0,
    -1,
    1e308,
    10**30,
    "",
    "\0",
    "\ud800",
    [],
    {},
    [[]],
    [None],
    {"": ""},
)


def changed_json(data: bytes, chance: Random) -> bytes:
    """A JSON text, a few of its values changed; as it is where it is none."""
    try:
        tree = cast(Tree, json.loads(data))
    except (ValueError, RecursionError):
        return data
    for _ in range(chance.choice((1, 1, 2, 5))):
        tree = _changed(tree, chance)
    text = json.dumps(tree, ensure_ascii=chance.random() < 0.7)
    if chance.random() < 0.03:
        text = "[" * chance.choice((50, 1_000, 30_000)) + text
    return text.encode("utf-8", "surrogatepass")


def changed_lines(data: bytes, chance: Random) -> bytes:
    """Lines of JSON, one of them changed, twice, or gone."""
    lines = data.splitlines(keepends=True)
    if not lines:
        return data
    at, how = chance.randrange(len(lines)), chance.randrange(5)
    if how == 0:
        del lines[at]
    elif how == 1:
        lines.insert(at, lines[at])
    else:
        lines[at] = changed_json(lines[at].strip(), chance) + b"\n"
    return b"".join(lines)


def _changed(tree: Tree, chance: Random) -> Tree:
    deeper = chance.random() < 0.85
    if isinstance(tree, dict) and tree and deeper:
        key = chance.choice(list(tree))
        if chance.random() < 0.12:
            return _members(tree, key, chance)
        return {**tree, key: _changed(tree[key], chance)}
    if isinstance(tree, list) and tree and deeper:
        at = chance.randrange(len(tree))
        if chance.random() < 0.15:
            return _items(tree, at, chance)
        return [*tree[:at], _changed(tree[at], chance), *tree[at + 1 :]]
    return _leaf(tree, chance)


def _members(tree: dict[str, Tree], key: str, chance: Random) -> Tree:
    rest = {name: value for name, value in tree.items() if name != key}
    match chance.randrange(3):
        case 0:
            return rest
        case 1:
            return {**rest, changed_text(key, chance): tree[key]}
        case _:
            return {**tree, key: tree[chance.choice(list(tree))]}


def _items(tree: list[Tree], at: int, chance: Random) -> Tree:
    match chance.randrange(3):
        case 0:
            return tree[:at] + tree[at + 1 :]
        case 1:
            return tree[:at] + [tree[at]] * chance.choice((2, 3, 100)) + tree[at + 1 :]
        case _:
            return [*tree[:at], *tree]


def _leaf(tree: Tree, chance: Random) -> Tree:
    match chance.randrange(6):
        case 0:
            return chance.choice(_ODD)
        case 1:
            return [tree]
        case 2:
            return {odd_text(chance): tree}
        case 3 if isinstance(tree, int):
            return tree + chance.choice((-1, 1, 2**31, 2**63))
        case 4:
            return _nest(tree, chance.choice((3, 12, 40, 400)))
        case _:
            return changed_text(tree if isinstance(tree, str) else json.dumps(tree), chance)


def _nest(tree: Tree, depth: int) -> Tree:
    for level in range(depth):
        tree = [tree] if level % 2 else {"deep": tree}
    return tree
