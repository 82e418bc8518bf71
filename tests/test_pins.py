"""What is installed: pinned by version and hash, in step with pyproject.toml, free to be used."""

import ast
import re
import sys
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

import pytest
from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
MADE_FROM = {
    "base": (*PROJECT["project"]["dependencies"], *PROJECT["dependency-groups"]["build"]),
    "test": (
        *PROJECT["project"]["dependencies"],
        *PROJECT["dependency-groups"]["build"],
        *PROJECT["dependency-groups"]["test"],
        *PROJECT["dependency-groups"]["lint"],
    ),
    "bench": (
        *PROJECT["project"]["dependencies"],
        *PROJECT["dependency-groups"]["build"],
        *PROJECT["dependency-groups"]["bench"],
    ),
    "fuzz": (
        *PROJECT["project"]["dependencies"],
        *PROJECT["dependency-groups"]["build"],
        *PROJECT["dependency-groups"]["fuzz"],
    ),
    "pin": tuple(PROJECT["dependency-groups"]["pin"]),
}
# Weak copyleft lets everybody use what they install; strong copyleft would bind Ringback itself.
STRONG_COPYLEFT = re.compile(r"(?<!L)GPL|(?<!Lesser )General Public License")


@dataclass(frozen=True, slots=True)
class Pin:
    """One pinned distribution, on the platforms that its marker names."""

    name: str
    version: str
    marker: Marker | None
    hashes: int

    @property
    def here(self) -> bool:
        return self.marker is None or self.marker.evaluate()


def pins(name: str) -> list[Pin]:
    text = (ROOT / "requirements" / f"{name}.txt").read_text("utf-8")
    entries = re.findall(r"^(\S+==[^\\\n]+?) *((?:\\\n +\S+ ?)+)", text, re.MULTILINE)
    found = []
    for line, hashes in entries:
        wanted = Requirement(line)
        (only,) = wanted.specifier
        pinned = hashes.count("--hash=sha256:")
        found.append(Pin(canonicalize_name(wanted.name), only.version, wanted.marker, pinned))
    return found


def here(name: str) -> dict[str, str]:
    """What is pinned for this platform: version by name."""
    return {pin.name: pin.version for pin in pins(name) if pin.here}


def needed(roots: Iterable[str]) -> dict[str, list[Requirement]]:
    """Everything that the roots bring with them on this platform, by what is installed."""
    reached: dict[str, list[Requirement]] = {}
    seen: set[tuple[str, str]] = set()
    waiting = [(Requirement(root), "") for root in roots]
    while waiting:
        wanted, extra = waiting.pop()
        if wanted.marker is not None and not wanted.marker.evaluate({"extra": extra}):
            continue
        name = canonicalize_name(wanted.name)
        reached.setdefault(name, []).append(wanted)
        for asked in ("", *wanted.extras):
            if (name, asked) not in seen:
                seen.add((name, asked))
                lines = metadata.requires(name) or []
                waiting += [(Requirement(line), asked) for line in lines]
    return reached


@pytest.mark.parametrize("name", MADE_FROM)
def test_every_pin_has_a_version_and_a_hash(name: str) -> None:
    text = (ROOT / "requirements" / f"{name}.txt").read_text("utf-8")
    entries = [line for line in text.splitlines() if re.match(r"[a-z]", line)]
    assert len(pins(name)) == len(entries) > 0
    assert [pin.name for pin in pins(name) if not pin.hashes] == []


@pytest.mark.parametrize("name", MADE_FROM)
def test_what_pyproject_asks_for_is_pinned_at_a_version_it_allows(name: str) -> None:
    pinned = here(name)
    for line in MADE_FROM[name]:
        wanted = Requirement(line)
        if wanted.marker is None or wanted.marker.evaluate():
            assert wanted.specifier.contains(pinned[canonicalize_name(wanted.name)]), line


@pytest.mark.parametrize("name", ["base", "test"])
def test_the_pins_are_all_that_is_needed_and_no_more(name: str) -> None:
    pinned, reached = here(name), needed(MADE_FROM[name])
    assert pinned.keys() == reached.keys()
    for wanted in (wanted for list_ in reached.values() for wanted in list_):
        assert wanted.specifier.contains(pinned[canonicalize_name(wanted.name)]), wanted


def test_what_is_installed_is_what_is_pinned() -> None:
    pinned = here("test")
    assert {name: metadata.version(name) for name in pinned} == pinned


@pytest.mark.parametrize("name", ["test", "bench", "fuzz"])
def test_no_package_is_pinned_at_two_versions(name: str) -> None:
    base, other = here("base"), here(name)
    assert {name: other[name] for name in base} == base


def test_every_package_that_is_imported_is_asked_for() -> None:
    asked = {canonicalize_name(Requirement(line).name) for line in MADE_FROM["base"]}
    owners = metadata.packages_distributions()
    borrowed = {
        f"{path.relative_to(ROOT)}: {top}"
        for path in (ROOT / "src").rglob("*.py")
        for top in imported(ast.parse(path.read_text("utf-8")))
        if not asked & {canonicalize_name(owner) for owner in owners.get(top, [])}
    }
    assert borrowed == set()


def imported(tree: ast.Module) -> set[str]:
    """The packages of other people that a module imports, without those only the types need."""
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module.partition(".")[0])
    return names - sys.stdlib_module_names - {"ringback", "_typeshed"}


def test_the_build_group_is_what_the_build_needs() -> None:
    assert PROJECT["dependency-groups"]["build"] == PROJECT["build-system"]["requires"]


def test_nothing_that_is_installed_by_default_is_under_strong_copyleft() -> None:
    bound = {}
    for name in here("base"):
        about = metadata.metadata(name).json
        said = [about.get("license_expression"), about.get("license"), *about.get("classifier", [])]
        if any(STRONG_COPYLEFT.search(str(words)[:200]) for words in said):
            bound[name] = said
    assert bound == {}
