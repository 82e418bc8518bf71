"""Samples to begin with: the files of the tests, the texts in them, and what lies beside.

Where they lie beside the checkout, or where RINGBACK_SAMPLES names them, further samples are taken.
"""

import ast
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from fuzz.mutate import LARGEST

TESTS = Path(__file__).parents[1] / "tests"
BESIDE = Path(__file__).parents[2] / "shared"
_SHORTEST = 30


def samples() -> list[bytes]:
    """Every sample there is, small enough to be read some hundred times a second."""
    beside = Path(os.environ.get("RINGBACK_SAMPLES", BESIDE))
    files = [*beside.glob("samples/*"), *beside.glob("*/pages/*")]
    return sorted({*of_the_tests(), *_small(files)})


def of_the_tests() -> list[bytes]:
    """The samples that every checkout has."""
    found = _small((TESTS / "data").rglob("*"))
    for module in sorted(TESTS.rglob("*.py")):
        found.extend(_texts(ast.parse(module.read_text("utf-8"))))
    return sorted({one for one in found if len(one) <= LARGEST})


def _small(files: Iterable[Path]) -> list[bytes]:
    read = [file.read_bytes() for file in sorted(files) if file.is_file()]
    return [one for one in read if len(one) <= LARGEST]


def _texts(tree: ast.Module) -> Iterator[bytes]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, (str, bytes)):
            text = node.value
            data = text.encode("utf-8", "replace") if isinstance(text, str) else text
            if len(data) >= _SHORTEST and (b"\n" in data or data[:1] in (b"<", b"{", b"[")):
                yield data
