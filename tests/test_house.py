"""The house rules that a machine can see: who imports whom, how long a file is, what it names."""

import ast
import importlib.util
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "ringback"
LONGEST_FILE = 400
MOST_SUPPRESSIONS = 10

REGISTRIES = re.compile(r"pypi[.]org|[.]pythonhosted|[.]npmjs|crates[.]io")
ONE_MACHINES_PATHS = re.compile(r"/(?:home|root|work|Users)/[\w.-]+/")
SUPPRESSION = re.compile(r"# (?:noqa|type: ignore|pragma: no cover|nosec)")
CLOCK = {"now", "today", "utcnow", "time", "time_ns", "monotonic", "perf_counter"}
CLOCK_OWNERS = {"datetime", "date", "time", "Instant", "ZonedDateTime"}


def committed() -> list[Path]:
    """The project's text files: what git keeps, or all there is where git is not to be had."""
    git = shutil.which("git")
    if git is not None and (ROOT / ".git").exists():
        answer = subprocess.check_output([git, "ls-files", "-z"], cwd=ROOT, text=True)
        found = [ROOT / name for name in answer.split("\0") if name]
    else:
        found = [path for path in ROOT.rglob("*") if not hidden(path.relative_to(ROOT))]
    return [path for path in found if path.is_file()]


def hidden(path: Path) -> bool:
    return any(part.startswith(".") and part != ".ci" for part in path.parts)


def text_of(path: Path) -> str:
    """The text of a file; empty where it holds none."""
    data = path.read_bytes()
    return "" if b"\0" in data else data.decode("utf-8", errors="replace")


def python_files() -> list[Path]:
    return [path for path in committed() if path.suffix == ".py"]


def trees(folder: Path) -> dict[str, ast.Module]:
    return {
        str(path.relative_to(ROOT)): ast.parse(path.read_text("utf-8"))
        for path in sorted(folder.rglob("*.py"))
    }


def named_in_committed_files(pattern: re.Pattern[str]) -> dict[str, str]:
    found = {str(path.relative_to(ROOT)): pattern.search(text_of(path)) for path in committed()}
    return {name: match.group() for name, match in found.items() if match}


def test_imports_keep_their_contracts(monkeypatch: pytest.MonkeyPatch) -> None:
    # It puts the current folder on the path, for good.
    monkeypatch.setattr(sys, "path", [*sys.path])
    config = str(ROOT / "pyproject.toml")
    assert lint_imports(config_filename=config, no_logo=True, no_cache=True) == 0


def test_every_package_has_its_place_in_the_contracts() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    layers = project["tool"]["importlinter"]["contracts"][0]["layers"]
    placed = set(re.findall(r"\w+", " ".join(layers)))
    packages = {folder.parent.name for folder in SOURCE.glob("*/__init__.py")}
    assert packages <= placed


def test_the_core_asks_no_clock_and_opens_no_file() -> None:
    asked = []
    for name, tree in trees(SOURCE / "core").items():
        for node in ast.walk(tree):
            if not isinstance(node, ast.Call):
                continue
            match node.func:
                case ast.Name(id="open"):
                    asked.append(f"{name}:{node.lineno} open")
                case ast.Attribute(value=ast.Name(id=owner), attr=verb) if (
                    owner in CLOCK_OWNERS and verb in CLOCK
                ):
                    asked.append(f"{name}:{node.lineno} {owner}.{verb}")
    assert asked == []


def test_every_module_opens_with_a_sentence() -> None:
    silent = [
        name
        for name, tree in trees(SOURCE).items()
        if "/migrations/" not in name and not ast.get_docstring(tree)
    ]
    assert silent == []


def test_a_package_holds_a_docstring_at_most() -> None:
    full = [
        name
        for name, tree in trees(SOURCE).items()
        if name.endswith("__init__.py") and len(tree.body) > 1
    ]
    assert full == []


def test_no_file_is_longer_than_can_be_read_at_once() -> None:
    # A migration is written by Django, and read by nobody from end to end.
    written = [path for path in python_files() if path.parent.name != "migrations"]
    lengths = {str(path): len(text_of(path).splitlines()) for path in written}
    assert {name: lines for name, lines in lengths.items() if lines > LONGEST_FILE} == {}


def test_suppressions_are_rare() -> None:
    found = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in python_files()
        for number, line in enumerate(text_of(path).splitlines(), 1)
        if SUPPRESSION.search(line)
    ]
    assert len(found) < MOST_SUPPRESSIONS, found


def test_no_committed_file_names_a_package_registry() -> None:
    assert named_in_committed_files(REGISTRIES) == {}


def test_pins_name_no_place_to_fetch_from() -> None:
    for path in (ROOT / "requirements").glob("*.txt"):
        assert not re.search(r"://|^-|index-url|find-links", path.read_text("utf-8"), re.MULTILINE)
    locks = {"uv.lock", "pylock.toml", "package-lock.json", ".python-version", ".npmrc", "pip.conf"}
    assert [path for path in committed() if path.name in locks] == []


def test_no_committed_file_names_a_path_of_one_machine() -> None:
    assert named_in_committed_files(ONE_MACHINES_PATHS) == {}


@pytest.mark.skipif(
    importlib.util.find_spec("ringback.cli.main") is None,
    reason="the command line is not there yet",
)
def test_help_opens_neither_django_nor_the_book() -> None:
    program = (
        "import sys\n"
        "from ringback.cli.main import main\n"
        "sys.argv = ['ringback', '--help']\n"
        "try:\n"
        "    main()\n"
        "except SystemExit as answer:\n"
        "    assert not answer.code, answer.code\n"
        "heavy = ('django', 'psycopg', 'phonenumbers', 'holidays', 'ringback.book', 'httpx2')\n"
        "loaded = [name for name in heavy if name in sys.modules]\n"
        "assert not loaded, loaded\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
